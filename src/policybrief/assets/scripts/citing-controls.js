/* Where citing begins: a button at each paragraph's number, one at the selection, and the key C. */
(function () {
  "use strict";

  const { button, cite, say } = window.policybrief;
  if (!cite) {
    return;
  }
  const outside = ".pb-number, .pb-note-call, .pb-cite-button, .pb-notes, .pb-table-files, .headerlink";

  cite.paragraphs.forEach((paragraph) => {
    const number = paragraph.querySelector(".pb-number");
    const opener = button("pb-cite-button", say("Cite"));
    opener.setAttribute("aria-label", say("Cite paragraph {number}", { number: number.textContent.trim() }));
    opener.addEventListener("click", () => cite.open(cite.passage([paragraph], "")));
    number.after(opener);
    const files = paragraph.querySelector(".pb-table-files");
    if (files) {
      const again = button("pb-cite-figure", say("Cite"));
      again.setAttribute("aria-label", opener.getAttribute("aria-label"));
      again.addEventListener("click", () => opener.click());
      files.append(" · ", again);
    }
  });

  const atSelection = button("pb-cite-selection", say("Cite selection"));
  atSelection.hidden = true;
  document.body.append(atSelection);

  /* The paragraph and the lists that belong to it, which are next to it. */
  function partsOf(paragraph) {
    const parts = [paragraph];
    for (let next = paragraph.nextElementSibling; next && next.matches("ul, ol, dl"); next = next.nextElementSibling) {
      parts.push(next);
    }
    return parts;
  }

  /* The words of an element that the range holds, as they are read. */
  function wordsIn(element, range) {
    if (!range.intersectsNode(element)) {
      return "";
    }
    const inside = document.createRange();
    inside.selectNodeContents(element);
    if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) {
      inside.setStart(range.startContainer, range.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) {
      inside.setEnd(range.endContainer, range.endOffset);
    }
    const copy = document.createElement("div");
    copy.append(inside.cloneContents());
    copy.querySelectorAll(outside).forEach((part) => part.remove());
    copy.querySelectorAll("li, p, tr, td, th, dt, dd, figcaption").forEach((part) => part.append(" "));
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* What is selected, by paragraphs: one that the selection only touches, as a triple click does, is not cited. */
  function selected() {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) {
      return null;
    }
    const range = selection.getRangeAt(0);
    const quoted = cite.paragraphs
      .map((paragraph) => ({
        paragraph,
        words: partsOf(paragraph).map((part) => wordsIn(part, range)).filter(Boolean).join(" "),
      }))
      .filter((one) => one.words);
    const words = quoted.map((one) => one.words).join(" ");
    return quoted.length ? cite.passage(quoted.map((one) => one.paragraph), words) : null;
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
    if (event.key.toLowerCase() !== "c" || window.policybrief.typed(event) || document.querySelector("dialog[open]")) {
      return;
    }
    const focused = document.activeElement;
    const paragraph = cite.paragraphs.find((one) => partsOf(one).some((part) => part.contains(focused)));
    if (citeSelection()) {
      event.preventDefault();
    } else if (paragraph) {
      event.preventDefault();
      cite.open(cite.passage([paragraph], ""));
    }
  });
})();
