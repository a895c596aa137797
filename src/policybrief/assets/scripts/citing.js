/* Citing a paragraph, or the words selected in one or more: the dialog comes at first use, with its templates. */
(function () {
  "use strict";

  const { policybrief } = window;
  const paragraphs = Array.from(document.querySelectorAll(".pb-paragraph[id^='p-']"));
  if (!paragraphs.length || !window.HTMLDialogElement) {
    return;
  }

  /* What is cited: its paragraphs, and the words quoted from them. */
  function passage(cited, quotation) {
    const numbers = cited.map((paragraph) => paragraph.querySelector(".pb-number").textContent.trim());
    return {
      first: numbers[0],
      last: numbers[numbers.length - 1],
      several: numbers.length > 1,
      id: cited[0].id.replace(/^p-/, ""),
      quotation,
    };
  }

  let asked = null;
  function open(cited) {
    asked = asked || policybrief.load("citing");
    asked.then(() => policybrief.showCitation(cited), () => {
      asked = null;
    });
  }

  policybrief.cite = { open, passage, paragraphs };
})();
