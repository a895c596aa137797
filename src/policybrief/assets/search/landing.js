/* Where a hit leads: its paragraph gets the focus, and the words that matched are marked in it until Esc. */
(function () {
  "use strict";

  const { policybrief } = window;
  const aside = ".pb-number, .pb-cite-button, .pb-note-call, .pb-notes, .headerlink, sup, button";
  let clear = null;

  /* The paragraph's own text nodes, and where each begins in the whole. */
  function textsOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    let whole = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement.closest(aside)) {
        texts.push({ node, start: whole.length });
        whole += node.data;
      }
    }
    return { texts, whole };
  }

  function places(whole, words) {
    const letter = /[\p{L}\p{N}]/u;
    const plain = whole.replace(/\s/g, " ");
    const found = [];
    words
      .slice()
      .sort((a, b) => b.length - a.length)
      .forEach((word) => {
        const sought = word.replace(/\s/g, " ");
        for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at + 1)) {
          const end = at + sought.length;
          const alone = !letter.test(plain[at - 1] || " ") && !letter.test(plain[end] || " ");
          if (alone && !found.some((other) => at < other.end && end > other.start)) {
            found.push({ start: at, end });
          }
        }
      });
    return found.sort((a, b) => b.start - a.start);
  }

  /* From the end to the beginning, so that what is still to be marked keeps its place. */
  function wrap(texts, place) {
    texts
      .filter(({ node, start }) => start < place.end && start + node.data.length > place.start)
      .reverse()
      .forEach(({ node, start }) => {
        const from = Math.max(0, place.start - start);
        const to = Math.min(node.data.length, place.end - start);
        const marked = node.splitText(from);
        marked.splitText(to - from);
        const mark = policybrief.make("mark", { className: "pb-found" });
        marked.replaceWith(mark);
        mark.append(marked);
      });
  }

  function unwrap(element) {
    element.querySelectorAll("mark.pb-found").forEach((mark) => mark.replaceWith(...mark.childNodes));
    element.normalize();
  }

  policybrief.mark = function (landing) {
    const element = document.getElementById(landing.id);
    if (clear) {
      clear();
    }
    if (!element) {
      return;
    }
    const { texts, whole } = textsOf(element);
    const found = places(whole, landing.marks || []);
    found.forEach((place) => wrap(texts, place));
    const focusable = element.hasAttribute("tabindex");
    if (!focusable) {
      element.setAttribute("tabindex", "-1");
    }
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    if (box.top < 60 || box.bottom > window.innerHeight) {
      element.scrollIntoView({ block: box.height < window.innerHeight / 2 ? "center" : "start" });
    }
    const status = policybrief.make("p", { className: "pb-search-status" });
    status.setAttribute("role", "status");
    document.body.append(status);
    setTimeout(() => {
      status.textContent = found.length
        ? policybrief.counted("{n} match marked in this paragraph. Esc clears the marks.", "{n} matches marked in this paragraph. Esc clears the marks.", found.length)
        : "";
    }, 200);

    function onKey(event) {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
        clear();
      }
    }
    clear = () => {
      unwrap(element);
      if (!focusable && document.activeElement !== element) {
        element.removeAttribute("tabindex");
      }
      status.remove();
      document.removeEventListener("keydown", onKey);
      clear = null;
    };
    document.addEventListener("keydown", onKey);
  };
})();
