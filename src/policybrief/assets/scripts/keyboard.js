/* Keys: the arrows turn the pages of the brief; a list of all keys, where those that need no other can be switched off,
   since a slip or a spoken word may press them (WCAG 2.1.4). Runs before every other script that listens to keys. */
(function () {
  "use strict";

  if (!window.HTMLDialogElement) {
    return;
  }
  const { make, button, kept, say } = window.policybrief;
  const fromLeft = document.documentElement.dir !== "rtl";
  const OURS = ["/", "c", "e"];
  const THEMES = ["p", ",", "n", ".", "f", "s"]; /* Material's own, which cannot be switched off otherwise */
  const KEYS = [
    [fromLeft ? "← →" : "→ ←", say("Previous page, next page")],
    ["/", say("Search")],
    ["C", say("Cite the selected words, or the paragraph in focus")],
    ["E", say("What the paragraph in focus rests on")],
    ["↓ ↑", say("Through the links of the paragraph in focus")],
    ["Alt ↓", say("Preview this link")],
    ["Esc", say("Close")],
  ];

  let on = kept("keys") !== "off";
  const choice = make("input", { type: "checkbox", checked: on });
  const close = button("", say("Close"));
  const heading = make("h2", { id: "pb-keys-heading", textContent: say("Keyboard shortcuts") });
  const list = KEYS.map(([key, use]) =>
    make("div", {}, make("dt", {}, ...key.split(" ").map((one) => make("kbd", { textContent: one }))), make("dd", { textContent: use }))
  );
  const dialog = make(
    "dialog",
    { className: "pb-keys-dialog" },
    heading,
    make("dl", {}, ...list),
    make("label", {}, choice, " ", say("Enable the single-key shortcuts ← → / C E")),
    make("p", {}, close)
  );
  const opener = button("pb-keys-button", say("Keyboard shortcuts"));
  dialog.setAttribute("aria-labelledby", heading.id);
  opener.setAttribute("aria-haspopup", "dialog");
  choice.addEventListener("change", () => {
    on = choice.checked; /* for this page, where nothing may be kept */
    kept("keys", on ? "on" : "off");
  });
  opener.addEventListener("click", () => dialog.showModal());
  close.addEventListener("click", () => dialog.close());
  const foot = document.querySelector(".md-copyright") || document.querySelector("footer");
  if (foot) {
    foot.append(opener, dialog);
  }

  /* Whether the arrows mean something else where the focus is: a field, a choice, a box that scrolls sideways. */
  function takesArrows(element) {
    for (let one = element; one && one.closest; one = one.parentElement) {
      const scrolls = one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX);
      if (scrolls || one.matches("input, textarea, select, [contenteditable], [role=tablist], audio, video")) {
        return true;
      }
    }
    const page = document.scrollingElement;
    return page.scrollWidth > page.clientWidth;
  }

  function busy(element) {
    const card = document.getElementById("pb-card");
    const open = document.querySelector("dialog[open]") || (card && card.matches(":popover-open"));
    return Boolean(open || String(window.getSelection()) || takesArrows(element));
  }

  function turn(way) {
    const link = document.querySelector(`link[rel=${way}], a[rel=${way}]`);
    if (link) {
      location.assign(window.policybrief.address(link.getAttribute("href")).href);
    }
    return Boolean(link);
  }

  window.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (window.policybrief.typed(event)) {
      return;
    }
    if (THEMES.includes(key) || (!on && OURS.includes(key))) {
      event.stopImmediatePropagation();
    } else if (on && !event.shiftKey && !event.repeat && (key === "arrowleft" || key === "arrowright") && !busy(event.target)) {
      if (turn((key === "arrowleft") === fromLeft ? "prev" : "next")) {
        event.preventDefault();
      }
    }
  }, { capture: true });
})();
