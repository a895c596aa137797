/* Citing a paragraph, or the words selected in one or more: a dialog with every format, to copy by click or key.

   The templates are printed at build time (`window.policybrief.citing`); here only numbers, address and quotation are
   put in. A classic script, since modules do not load from a folder opened by double click. */
(function () {
  "use strict";

  const own = document.currentScript;
  const citing = window.policybrief && window.policybrief.citing;
  const paragraphs = Array.from(document.querySelectorAll(".pb-paragraph[id^='p-']"));
  if (!citing || !paragraphs.length || !window.HTMLDialogElement) {
    return;
  }
  const remembered = "policybrief.citing.format";

  function make(tag, properties, children) {
    const element = Object.assign(document.createElement(tag), properties || {});
    element.append(...(children || []));
    return element;
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

  /* Without a public address, the one at which the site is being read. */
  function address(cited) {
    return new URL("p/" + cited.id + "/", citing.site || new URL("../", own.src)).href;
  }

  /* In one go: what is put in, such as an address with an id of digits, may look like the next stand-in. */
  function fill(template, cited, escape) {
    const values = new Map([
      [citing.places.address, address(cited)],
      [citing.places.first, cited.first],
      [citing.places.last, cited.last],
      [citing.places.quotation, escape(cited.quotation)],
    ]);
    const standIns = Array.from(values.keys(), (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return template.replace(new RegExp(standIns.join("|"), "g"), (standIn) => values.get(standIn));
  }

  function text(format, cited) {
    const variant = (cited.several ? "several" : "one") + (cited.quotation ? "Quoted" : "");
    const escapes = {
      json: (words) => JSON.stringify(words).slice(1, -1),
      bibtex: (words) => words.replace(/[\\{}]/g, "").replace(/[#$%&_]/g, "\\$&").replace(/[~^]/g, "\\$&{}"),
      ris: (words) => words.replace(/\s+/g, " "),
      plain: (words) => words,
    };
    return fill(format[variant], cited, escapes[format.syntax]);
  }

  const heading = make("h2", { id: "pb-cite-heading" });
  const quotation = make("blockquote", { className: "pb-cite-quotation" });
  const field = make("textarea", { readOnly: true, rows: 5, spellcheck: false });
  const status = make("p", { className: "pb-cite-status" });
  status.setAttribute("role", "status");
  const choices = citing.formats.map((format, index) =>
    make("input", { type: "radio", name: "pb-cite-format", value: String(index), id: "pb-cite-format-" + index })
  );
  const copy = make("button", { type: "button", className: "pb-cite-copy", textContent: "Copy" });
  const close = make("button", { type: "button", className: "pb-cite-close", textContent: "Close" });
  const dialog = make("dialog", { className: "pb-cite-dialog" }, [
    heading,
    quotation,
    make("fieldset", {}, [
      make("legend", { textContent: "Format" }),
      ...choices.map((choice, index) =>
        make("span", {}, [choice, make("label", { htmlFor: choice.id, textContent: citing.formats[index].name })])
      ),
    ]),
    make("label", { className: "pb-cite-field" }, [make("span", { textContent: "Citation" }), field]),
    make("div", { className: "pb-cite-actions" }, [copy, close, status]),
  ]);
  dialog.setAttribute("aria-labelledby", heading.id);
  (document.querySelector("article") || document.body).append(dialog);

  let current = null;

  function show() {
    const format = citing.formats[choices.findIndex((choice) => choice.checked)];
    field.value = text(format, current);
    status.textContent = "";
    try {
      localStorage.setItem(remembered, format.name);
    } catch {
      /* Where nothing may be kept, nothing is. */
    }
  }

  function open(cited) {
    current = cited;
    heading.textContent = cited.several
      ? "Cite paragraphs " + cited.first + "–" + cited.last
      : "Cite paragraph " + cited.first;
    quotation.textContent = cited.quotation;
    quotation.hidden = !cited.quotation;
    let kept = null;
    try {
      kept = localStorage.getItem(remembered);
    } catch {
      kept = null;
    }
    const index = Math.max(0, citing.formats.findIndex((format) => format.name === kept));
    choices[index].checked = true;
    show();
    dialog.showModal();
    copy.focus();
  }

  function selectField() {
    field.focus();
    field.select();
    const done = document.execCommand && document.execCommand("copy");
    status.textContent = done ? "Copied" : "Press Ctrl+C (or ⌘C) to copy the selected text";
  }

  copy.addEventListener("click", () => {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(field.value).then(() => {
        status.textContent = "Copied";
      }, selectField);
    } else {
      selectField();
    }
  });
  close.addEventListener("click", () => dialog.close());
  choices.forEach((choice) => choice.addEventListener("change", show));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });

  window.policybrief.cite = { open, passage, paragraphs };
})();
