/* The dialog of citing, with every format, to copy by click or key.

   The templates are printed at build time (`window.policybrief.citing`) and are in the same file; here only numbers,
   address and quotation are put in. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, button, kept, citing, root, say } = policybrief;

  /* Without a public address, the one at which the site is being read. */
  function address(cited) {
    return new URL("p/" + cited.id + "/", citing.site || root).href;
  }

  /* Of the words themselves, for browsers that find text; the id of the paragraph is for all others. Of many words the
     first and the last are enough, and a number of a note between them is no obstacle. */
  function passage(cited) {
    const here = cited.page || location.pathname.slice(new URL(root).pathname.length);
    const page = new URL(here, citing.site || root);
    const words = cited.quotation.split(" ");
    const ends = words.length > 10 ? [words.slice(0, 4), words.slice(-4)] : [words];
    const said = ends.map((some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D"));
    return page.href + "#p-" + cited.id + ":~:text=" + said.join(",");
  }

  /* In one go: what is put in, such as an address with an id of digits, may look like the next stand-in. */
  function fill(template, cited, escaped) {
    const { places } = citing;
    const values = new Map([
      [places.address, address(cited)],
      [places.passage, passage(cited)],
      [places.id, cited.id],
      [places.first, cited.first],
      [places.last, cited.last],
      [places.quotation, escaped(cited.quotation)],
    ]);
    const standIns = Array.from(values.keys(), (standIn) => standIn.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return template.replace(new RegExp(standIns.join("|"), "g"), (standIn) => values.get(standIn));
  }

  const italics = new RegExp("[" + citing.places.italic + citing.places.upright + "]", "g");
  const tags = { [citing.places.italic]: "<i>", [citing.places.upright]: "</i>" };

  function text(format, cited) {
    return filled(format, cited).replace(italics, "");
  }

  /* For documents, which keep the italics of titles; nothing where there are none. */
  function html(format, cited) {
    const words = filled(format, cited);
    const escaped = words.replace(/[&<>]/g, (character) => "&#" + character.charCodeAt(0) + ";").replace(/\n+/g, "<br>");
    return words.search(italics) < 0 ? "" : escaped.replace(italics, (mark) => tags[mark]);
  }

  function filled(format, cited) {
    const variant = (cited.several ? "several" : "one") + (cited.quotation ? "Quoted" : "");
    const escapes = {
      json: (words) => JSON.stringify(words).slice(1, -1),
      bibtex: (words) => words.replace(/[\\{}]/g, "").replace(/[#$%&_]/g, "\\$&").replace(/[~^]/g, "\\$&{}"),
      ris: (words) => words.replace(/\s+/g, " "),
      plain: (words) => words,
    };
    return fill(withPages(format, variant, cited), cited, escapes[format.syntax]);
  }

  /* The pages of the PDF on which the paragraphs begin, as a citation has them; nothing where there is no PDF. */
  function pagesOf(cited) {
    const { [cited.first]: first, [cited.several ? cited.last : cited.first]: last } = citing.pages;
    return first && last ? { several: last > first, words: last > first ? first + "–" + last : String(first) } : null;
  }

  /* Where paragraphs are called by a word, the page is put before it; elsewhere after their numbers. */
  function withPages(format, variant, cited) {
    const template = format[variant];
    const pages = page.checked && pagesOf(cited);
    if (!pages) {
      return template;
    }
    const numbers = citing.places.first + "(?:[–-]+" + citing.places.last + ")?";
    const called = new RegExp("(paras?\\.? |Paragraphs? )?" + numbers);
    return template.replace(called, (found, word) => {
      if (!word) {
        return found + " (" + (pages.several ? say("pp. {pages}", { pages: pages.words }) : say("p. {page}", { page: pages.words })) + ")";
      }
      const dot = format.one.includes("para. ") ? ". " : " ";
      return word.startsWith("P")
        ? (pages.several ? "Pages " : "Page ") + pages.words + ", " + found.toLowerCase()
        : (pages.several ? "pp" : "p") + dot + pages.words + ", " + found;
    });
  }

  function withPage({ several, words }) {
    return several ? say("With the page of the PDF: pp. {pages}", { pages: words }) : say("With the page of the PDF: p. {page}", { page: words });
  }

  const heading = make("h2", { id: "pb-cite-heading" });
  const quotation = make("blockquote", { className: "pb-cite-quotation" });
  const field = make("textarea", { readOnly: true, rows: 5, spellcheck: false });
  const status = make("p", { className: "pb-cite-status" });
  status.setAttribute("role", "status");
  const choices = citing.formats.map((_format, index) =>
    make("input", { type: "radio", name: "pb-cite-format", value: String(index), id: "pb-cite-format-" + index })
  );
  const page = make("input", { type: "checkbox", id: "pb-cite-page" });
  const pageLabel = make("label", { htmlFor: page.id });
  const pageLine = make("p", { className: "pb-cite-page" }, page, pageLabel);
  const copy = button("pb-cite-copy", say("Copy"));
  const close = button("", say("Close"));
  const dialog = make(
    "dialog",
    { className: "pb-cite-dialog" },
    heading,
    quotation,
    make(
      "fieldset",
      {},
      make("legend", {}, say("Format")),
      ...choices.map((choice, index) => make("span", {}, choice, make("label", { htmlFor: choice.id }, citing.formats[index].name)))
    ),
    pageLine,
    make("label", { className: "pb-cite-field" }, make("span", {}, say("Citation")), field),
    make("div", { className: "pb-cite-actions" }, copy, close, status)
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  (document.querySelector("article") || document.body).append(dialog);

  let current = null;

  const chosen = () => citing.formats[choices.findIndex((choice) => choice.checked)];

  function show() {
    const format = chosen();
    field.value = text(format, current);
    status.textContent = "";
    kept("citing.format", format.name);
  }

  function selectField() {
    field.focus();
    field.select();
    const done = document.execCommand && document.execCommand("copy");
    status.textContent = done ? say("Copied") : say("Press Ctrl+C (or ⌘C) to copy the selected text");
  }

  copy.addEventListener("click", () => {
    const kinds = { "text/plain": field.value, "text/html": html(chosen(), current) };
    const plain = () => policybrief.copy(field.value, status, selectField);
    if (!kinds["text/html"] || !window.ClipboardItem || !navigator.clipboard) {
      plain();
      return;
    }
    const blobs = Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })]);
    // Some browsers take plain words alone.
    navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]).then(() => {
      status.textContent = say("Copied");
    }, plain);
  });
  close.addEventListener("click", () => dialog.close());
  choices.forEach((choice) => choice.addEventListener("change", show));
  page.addEventListener("change", () => {
    kept("citing.page", page.checked ? "yes" : "no");
    show();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });

  /* The format that was chosen last. */
  const usual = () => Math.max(0, citing.formats.findIndex((format) => format.name === kept("citing.format")));

  policybrief.citationOf = (cited) => text(citing.formats[usual()], cited);

  policybrief.showCitation = (cited) => {
    current = cited;
    heading.textContent = cited.several
      ? say("Cite paragraphs {first}–{last}", { first: cited.first, last: cited.last })
      : say("Cite paragraph {number}", { number: cited.first });
    quotation.textContent = cited.quotation;
    quotation.hidden = !cited.quotation;
    const pages = pagesOf(cited);
    pageLine.hidden = !pages;
    pageLabel.textContent = pages ? withPage(pages) : "";
    page.checked = kept("citing.page") === "yes";
    choices[usual()].checked = true;
    show();
    dialog.showModal();
    copy.focus();
  };
})();
