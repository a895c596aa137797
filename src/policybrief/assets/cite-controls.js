/* Where citing begins: a button at each paragraph's number, one at the selection, and the key C. */
(function () {
  "use strict";

  const cite = window.policybrief && window.policybrief.cite;
  if (!cite) {
    return;
  }
  const outside = ".pb-number, .pb-note-call, .pb-cite-button, .pb-notes, .headerlink";

  cite.paragraphs.forEach((paragraph) => {
    const number = paragraph.querySelector(".pb-number");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pb-cite-button";
    button.textContent = "Cite";
    button.setAttribute("aria-label", "Cite paragraph " + number.textContent.trim());
    button.addEventListener("click", () => cite.open(cite.passage([paragraph], "")));
    number.after(button);
  });

  const atSelection = document.createElement("button");
  atSelection.type = "button";
  atSelection.className = "pb-cite-selection";
  atSelection.textContent = "Cite selection";
  atSelection.hidden = true;
  document.body.append(atSelection);

  /* The words of the selection as they are read, and the paragraphs they stand in; null when there are none. */
  function selected() {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) {
      return null;
    }
    const range = selection.getRangeAt(0);
    const cited = cite.paragraphs.filter((paragraph) => range.intersectsNode(paragraph));
    const words = document.createElement("div");
    words.append(range.cloneContents());
    words.querySelectorAll(outside).forEach((element) => element.remove());
    const quotation = words.textContent.replace(/\s+/g, " ").trim();
    return cited.length && quotation ? cite.passage(cited, quotation) : null;
  }

  function place() {
    const found = selected();
    atSelection.hidden = !found;
    if (!found) {
      return;
    }
    const boxes = window.getSelection().getRangeAt(0).getClientRects();
    const last = boxes[boxes.length - 1];
    if (!last) {
      atSelection.hidden = true;
      return;
    }
    const width = document.documentElement.clientWidth;
    atSelection.style.left = Math.max(8, Math.min(last.right, width - atSelection.offsetWidth - 8)) + "px";
    atSelection.style.top = Math.min(last.bottom + 8, window.innerHeight - atSelection.offsetHeight - 8) + "px";
  }

  let waiting = 0;
  function placeSoon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(place, 200);
  }
  document.addEventListener("selectionchange", placeSoon);
  document.addEventListener("scroll", placeSoon, { passive: true });

  /* Pressing the button must not take the selection away before it is read. */
  atSelection.addEventListener("pointerdown", (event) => event.preventDefault());
  atSelection.addEventListener("click", citeSelection);

  function citeSelection() {
    const found = selected();
    if (found) {
      atSelection.hidden = true;
      cite.open(found);
    }
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey || typing) {
      return;
    }
    const paragraph = document.activeElement && document.activeElement.closest(".pb-paragraph");
    if (citeSelection()) {
      event.preventDefault();
    } else if (paragraph && cite.paragraphs.includes(paragraph)) {
      event.preventDefault();
      cite.open(cite.passage([paragraph], ""));
    }
  });
})();
