/* Hover cards: who a name is, what a note says, how a paragraph begins, without leaving the sentence.

   One opens where the pointer rests, and at a link in focus by Alt+ArrowDown; a finger opens a sheet at the foot of the
   screen. What they say is in card-contents.js. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, button, say } = policybrief;
  const { content, addressOf } = policybrief.card;
  const main = document.querySelector("main");
  if (!main || !main.showPopover) {
    return;
  }
  const REST = 350;
  const GRACE = 300;
  const LINKS = "a.pb-term[data-entry], a.pb-cite, a.pb-note-link, a[href*='#p-']:not(.pb-number)";

  const card = make("div", { className: "pb-card", id: "pb-card", popover: "manual" });
  main.append(card);

  let owner = null; /* the link whose card is open */
  let how = ""; /* what opened it: hover, key or touch */
  let hovered = null; /* the link under the pointer */
  let dismissed = null; /* the link whose card Esc closed, until the pointer leaves it */
  let at = [0, 0]; /* where the pointer rests */
  let touched = false;
  let opening = 0;
  let closing = 0;

  function close() {
    clearTimeout(closing);
    if (!owner) {
      return;
    }
    const link = owner;
    owner = null;
    link.removeAttribute("aria-describedby");
    const inside = card.contains(document.activeElement);
    card.hidePopover();
    if (inside) {
      link.focus();
    }
  }

  function closeSoon() {
    clearTimeout(closing);
    closing = setTimeout(close, GRACE);
  }

  async function open(link, by) {
    if (by !== "touch" && policybrief.markNote(link)) {
      close();
      return true;
    }
    const filling = await content(link);
    const left = by === "hover" ? hovered !== link : by === "key" && document.activeElement !== link;
    if (left || !filling) {
      return Boolean(filling);
    }
    close();
    owner = link;
    how = by;
    card.replaceChildren(...filling);
    card.className = by === "touch" ? "pb-card pb-sheet" : "pb-card";
    card.dataset.kind = link.dataset.kind || "";
    const beside = card.querySelector("a") ? "group" : "tooltip";
    card.setAttribute("role", by === "touch" ? "dialog" : beside);
    card.setAttribute("aria-live", by === "key" ? "polite" : "off");
    card.showPopover();
    if (by === "touch") {
      offer(link);
    } else {
      link.setAttribute("aria-describedby", card.id);
      place(link);
    }
    return true;
  }

  /* In the page rather than the window, so that it scrolls with its link; above or below all lines of the link. */
  function place(link) {
    const boxes = link.getClientRects();
    const below = boxes[boxes.length - 1].bottom + 6;
    const above = boxes[0].top - card.offsetHeight - 6;
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const left = how === "hover" ? at[0] - 24 : boxes[0].left;
    card.style.left = Math.max(8, Math.min(left, room)) + window.scrollX + "px";
    card.style.top = (below + card.offsetHeight > window.innerHeight && above > 56 ? above : below) + window.scrollY + "px";
  }

  /* A sheet is a dialog: what can be done with the link, as buttons. */
  function offer(link) {
    const follow = make("a", { href: addressOf(link).href }, say("Open"));
    const { cite } = policybrief;
    const paragraph = cite && cite.paragraphs.find((one) => one.contains(link) || "#" + one.id === addressOf(link).hash);
    const citing = button("", say("Cite"));
    const closer = button("", say("Close"));
    follow.addEventListener("click", close);
    closer.addEventListener("click", close);
    citing.addEventListener("click", () => {
      close();
      cite.open(cite.passage([paragraph], ""));
    });
    card.append(make("div", { className: "pb-card-actions" }, follow, ...(paragraph ? [citing] : []), closer));
    card.setAttribute("aria-label", link.textContent);
    card.style.left = "";
    card.style.top = "";
    follow.focus();
  }

  function rest() {
    clearTimeout(opening);
    if (hovered && hovered !== owner && hovered !== dismissed) {
      opening = setTimeout(open, REST, hovered, "hover");
    }
  }

  function point(link) {
    if (link !== hovered) {
      hovered = link;
      policybrief.markNote(null);
      dismissed = link === dismissed ? dismissed : null;
      rest();
    }
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") {
      return;
    }
    const link = event.target.closest(LINKS);
    at = [event.clientX, event.clientY];
    point(link);
    if (card.contains(event.target) || (link && link === owner)) {
      clearTimeout(closing);
    } else if (owner && how === "hover") {
      closeSoon();
    }
  });
  document.addEventListener("pointermove", (event) => {
    if (hovered && Math.hypot(event.clientX - at[0], event.clientY - at[1]) > 4) {
      at = [event.clientX, event.clientY];
      rest();
    }
  });
  document.documentElement.addEventListener("pointerleave", () => {
    point(null);
    if (how === "hover") {
      closeSoon();
    }
  });
  document.addEventListener("scroll", rest, { passive: true, capture: true });

  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (!card.contains(event.target)) {
      close();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    clearTimeout(opening);
    if (link && touched && event.detail && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(link, "touch").then((opened) => opened || location.assign(addressOf(link).href));
    }
  });

  document.addEventListener("focusin", (event) => {
    if (owner && event.target !== owner && !card.contains(event.target) && how !== "hover") {
      close();
    }
    if (event.target.matches(LINKS)) {
      event.target.setAttribute("aria-keyshortcuts", "Alt+ArrowDown");
    }
  });
  document.addEventListener("keydown", (event) => {
    const link = document.activeElement;
    if (event.key === "Escape") {
      clearTimeout(opening);
      if (owner) {
        dismissed = hovered;
        close();
        event.stopPropagation();
      }
    } else if (event.altKey && event.key === "ArrowDown" && link.matches(LINKS)) {
      event.preventDefault();
      const first = link === owner && card.querySelector("a");
      if (first) {
        first.focus();
      } else {
        open(link, "key");
      }
    }
  }, { capture: true });
})();
