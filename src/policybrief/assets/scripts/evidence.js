/* What a sentence rests on: a card with its sources, and marks for all sentences of the chapter. Loaded with its data
   when a reader first asks; evidence-loader.js listens. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, button, say, sentences, sentenceAt, sentenceRange, printed, parts } = policybrief;
  const STATES = [
    ["sources", say("Rests on")],
    ["sources", say("No source in this sentence; nearby the text cites")],
    ["own", say("The authors’ judgement")],
    ["nothing", say("No source given")],
  ];
  const card = make("div", { className: "pb-card pb-sentence-card", id: "pb-sentence-card", popover: "manual", tabIndex: -1 });
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", say("What this sentence rests on"));
  document.querySelector("main").append(card);

  let shown = null; /* the paragraph and the number of its sentence */
  let before = null; /* where the focus was */

  function light(range) {
    if (window.Highlight && CSS.highlights) {
      if (range) {
        CSS.highlights.set("pb-sentence", new Highlight(range));
      } else {
        CSS.highlights.delete("pb-sentence");
      }
    }
  }

  function noteOf(paragraph, number) {
    const calls = parts(paragraph).flatMap((part) => Array.from(part.querySelectorAll(".pb-note-call a")));
    const link = calls.find((call) => call.textContent.replace(/\D/g, "") === String(number));
    return link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  }

  /* A source of the sentence: its note as the page has it, or its line in the list of references. */
  function sourceOf(paragraph, by) {
    const note = typeof by === "number" && noteOf(paragraph, by);
    if (note) {
      return make("li", { value: by }, ...policybrief.card.said(note));
    }
    const link = policybrief.link("references/#ref-" + encodeURIComponent(by), printed[by] || by);
    return make("li", { className: "pb-unnumbered" }, link);
  }

  function close() {
    if (shown) {
      const inside = card.contains(document.activeElement);
      shown = null;
      light(null);
      card.hidePopover();
      if (inside && before) {
        before.focus();
      }
    }
  }

  function step(way) {
    const { paragraph, number } = shown;
    show(paragraph, number + way, null, true);
  }

  function show(paragraph, number, point, byKey) {
    const list = sentences[paragraph.id];
    const [, code, by] = list[number];
    const [state, words] = STATES[code];
    const range = sentenceRange(paragraph, number);
    const earlier = button("", say("Previous sentence"));
    const later = button("", say("Next sentence"));
    const closer = button("", say("Close"));
    earlier.disabled = number === 0;
    later.disabled = number === list.length - 1;
    earlier.addEventListener("click", () => step(-1));
    later.addEventListener("click", () => step(1));
    closer.addEventListener("click", close);
    if (!card.contains(document.activeElement)) {
      before = document.activeElement;
    }
    const sources = by.length ? [make("ol", {}, ...by.map((each) => sourceOf(paragraph, each)))] : [];
    card.replaceChildren(
      make("p", { className: "pb-card-kind" }, words),
      make("p", { className: "pb-card-sentence" }, range.toString().replace(/\s+/g, " ").trim().slice(0, 90) + "…"),
      ...sources,
      make("div", { className: "pb-card-actions" }, earlier, later, closer)
    );
    card.dataset.state = state;
    card.classList.toggle("pb-sheet", window.innerWidth < 700);
    shown = { paragraph, number };
    light(range);
    if (!card.matches(":popover-open")) {
      card.showPopover();
    }
    place(range, point);
    if (byKey) {
      card.focus({ preventScroll: true });
    }
    policybrief.sameMatter(paragraph.id, number).then((others) => {
      if (others && shown && shown.paragraph === paragraph && shown.number === number && !card.querySelector("details")) {
        earlier.parentElement.before(others);
        others.addEventListener("toggle", () => place(range, point));
        place(range, point);
      }
    });
  }

  function place(range, point) {
    if (card.classList.contains("pb-sheet")) {
      card.style.left = "";
      card.style.top = "";
      return;
    }
    const box = range.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const above = box.top - card.offsetHeight - 6;
    const top = box.bottom + 6 + card.offsetHeight > window.innerHeight && above > 56 ? above : box.bottom + 6;
    card.style.left = Math.max(8, Math.min(point ? point[0] - 24 : box.left, room)) + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  /* At a point of the window; the sentence whose card is open closes it. */
  function ask(paragraph, x, y) {
    if (!sentences[paragraph.id]) {
      return;
    }
    const caret = document.caretPositionFromPoint ? document.caretPositionFromPoint(x, y) : document.caretRangeFromPoint(x, y);
    const node = caret && (caret.offsetNode || caret.startContainer);
    if (!node || node.nodeType !== Node.TEXT_NODE) {
      return;
    }
    const offset = caret.offsetNode ? caret.offset : caret.startOffset;
    const number = sentences[paragraph.id].length > 1 ? sentenceAt(paragraph, node, offset) : 0;
    if (shown && shown.paragraph === paragraph && shown.number === number) {
      close();
    } else {
      show(paragraph, number, [x, y], false);
    }
  }

  /* The marks: one for each sentence, beside the number of its paragraph. */
  function mark(on) {
    document.querySelectorAll(".pb-marks").forEach((marks) => marks.remove());
    document.documentElement.toggleAttribute("data-pb-evidence", on);
    document.querySelectorAll(on ? ".pb-paragraph" : "#none").forEach((paragraph) => {
      const list = sentences[paragraph.id] || [];
      const marks = list.map(([, code], number) => {
        const one = button("", "");
        one.dataset.state = STATES[code][0];
        one.setAttribute("aria-label", say("Sentence {number} of {total}: {state}", { number: number + 1, total: list.length, state: STATES[code][1] }));
        one.addEventListener("click", () => show(paragraph, number, null, true));
        return one;
      });
      if (marks.length) {
        const stop = paragraph.querySelector(".pb-cite-button") || paragraph.querySelector(".pb-number");
        stop.after(make("span", { className: "pb-marks" }, ...marks));
      }
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      close();
      event.stopPropagation();
    }
  }, { capture: true });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !event.target.closest(".pb-paragraph, .pb-marks")) {
      close();
    }
  });

  policybrief.evidence = { ask, close, mark, first: (paragraph) => sentences[paragraph.id] && show(paragraph, 0, null, true) };
})();
