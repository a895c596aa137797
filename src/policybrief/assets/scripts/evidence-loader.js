/* Asks what a sentence rests on: a click or a tap on it, the key E at a paragraph, and the switch for marks at all. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { kept } = policybrief;
  const main = document.querySelector("main");
  const choice = document.querySelector(".pb-evidence-switch input");
  if (!main || !main.showPopover || !choice) {
    return;
  }
  const CONTROLS = "a, button, input, label, select, summary, .pb-notes, .pb-card, .pb-chart";
  let loading = null;

  const ask = (then) => {
    loading = loading || policybrief.load("evidence");
    loading.then(() => then(policybrief.evidence), () => {
      loading = null;
    });
  };

  /* A paragraph with what belongs to it: lists, the rest of a long quotation. */
  policybrief.parts = (paragraph) => {
    const found = [paragraph];
    for (let next = paragraph.nextElementSibling; next && !next.matches(".pb-paragraph, .pb-chapter-files, h1, h2, h3, h4, h5, h6"); next = next.nextElementSibling) {
      found.push(next);
    }
    return found;
  };

  function paragraphOf(element) {
    let block = element.closest(".md-content__inner > *");
    while (block && !block.matches(".pb-paragraph, h1, h2, h3, h4, h5, h6")) {
      block = block.previousElementSibling;
    }
    return block && block.matches(".pb-paragraph") ? block : null;
  }

  main.addEventListener("click", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && event.detail === 1;
    const paragraph = plain && !event.target.closest(CONTROLS) && !String(window.getSelection()) && paragraphOf(event.target);
    if (paragraph) {
      ask((evidence) => evidence.ask(paragraph, event.clientX, event.clientY));
    }
  });
  document.addEventListener("keydown", (event) => {
    const plain = event.key.toLowerCase() === "e" && !policybrief.typed(event) && !document.querySelector("dialog[open]");
    const paragraph = plain && document.activeElement !== document.body && paragraphOf(document.activeElement);
    if (paragraph) {
      event.preventDefault();
      ask((evidence) => evidence.first(paragraph));
    }
  });
  choice.addEventListener("change", () => {
    kept("evidence", choice.checked ? "on" : "off");
    ask((evidence) => evidence.mark(choice.checked));
  });
  choice.closest("label").hidden = false;
  if (kept("evidence") === "on") {
    choice.checked = true;
    ask((evidence) => evidence.mark(true));
  }
})();
