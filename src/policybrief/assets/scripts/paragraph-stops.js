/* One stop for the Tab key a paragraph: its number. From there the down arrow goes through its links and those of its
   notes, the up arrow back. A chapter of forty paragraphs has a thousand links, which nobody tabs through.

   Without a script every link is a stop of its own. */
(function () {
  "use strict";

  const groups = new Map(); /* each stop with its group: the number first, then the links in reading order */

  /* What belongs to a paragraph is between it and the next: lists, notes, the rest of a long quotation. */
  function partsOf(paragraph) {
    const parts = [paragraph];
    for (let next = paragraph.nextElementSibling; next && !next.matches(".pb-paragraph, h1, h2, h3, h4, h5, h6, .pb-chapter-files"); next = next.nextElementSibling) {
      parts.push(next);
    }
    return parts;
  }

  document.querySelectorAll(".pb-paragraph").forEach((paragraph) => {
    const number = paragraph.querySelector(".pb-number");
    const links = partsOf(paragraph).flatMap((part) => Array.from(part.querySelectorAll("a[href], button")));
    const group = [number, ...links.filter((link) => link !== number)];
    group.slice(1).forEach((link) => {
      link.tabIndex = -1;
    });
    group.forEach((link) => groups.set(link, group));
    if (group.length > 1) {
      number.setAttribute("aria-keyshortcuts", "ArrowDown");
    }
  });

  document.addEventListener("keydown", (event) => {
    const group = groups.get(document.activeElement);
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!group || !way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const shown = group.filter((link) => link === document.activeElement || link.checkVisibility({ visibilityProperty: true }));
    const next = shown[shown.indexOf(document.activeElement) + way];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
})();
