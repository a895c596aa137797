/* A paragraph as a hit: its words around what was asked for, and why it is one. */
(function () {
  "use strict";

  const { searching: search, say } = window.policybrief;
  const { brief } = search;
  const around = 30;
  const and = say(" and ");

  /* About thirty words where most of what was asked for stands closest, as pieces, marked or not. */
  function snippet(one) {
    const paragraph = brief.paragraphs[one.paragraph];
    const marked = new Set(one.places.flat());
    const places = Array.from(marked).sort((a, b) => a - b);
    const unitAt = new Map();
    one.places.forEach((list, at) => list.forEach((place) => unitAt.set(place, at)));
    let best = { start: places[0] || 0, worth: -1 };
    places.forEach((start) => {
      const inside = places.filter((place) => place >= start && place < start + around - 6);
      const worth = new Set(inside.map((place) => unitAt.get(place))).size * 100 + inside.length;
      best = worth > best.worth ? { start, worth } : best;
    });
    const count = paragraph.words.length;
    const first = Math.max(0, Math.min(best.start - 6, count - around));
    return cut(paragraph, marked, first, Math.min(count, first + around));
  }

  function cut(paragraph, marked, first, last) {
    const { row, places } = paragraph;
    const pieces = [];
    const add = (text, mark) => {
      const before = pieces[pieces.length - 1];
      if (before && before.mark === mark) {
        before.text += text;
      } else if (text) {
        pieces.push({ text, mark });
      }
    };
    add(first ? "…\u00a0" : "", false);
    for (let at = first; at < last; at += 1) {
      const mark = marked.has(at);
      add(search.text(row, places[at], places[at] + 1), mark);
      if (at + 1 < last) {
        const gap = search.text(row, places[at] + 1, places[at + 1]) || " ";
        add(gap.replace(/\n+/g, " · "), mark && marked.has(at + 1) && /^[ \-–\u00a0]+$/.test(gap));
      }
    }
    const rest = search.text(row, (places[last - 1] || 0) + 1, places[last] === undefined ? row.length : places[last]);
    add(last < paragraph.words.length ? rest.trimEnd() + "\u00a0…" : rest.trimEnd().replace(/\n+/g, " · "), false);
    return pieces;
  }

  /* The word that stands for the one asked for, where another does. */
  function instead(paragraph, unit) {
    const hit = unit.found.get(paragraph);
    const word = hit.said || (hit.instead && search.terms[brief.paragraphs[paragraph].words[hit.places[0]]]);
    const asked = unit.typed || unit.words[0];
    return word ? say("has {word} for {asked}", { word, asked: hit.said ? asked.toUpperCase() : asked }) : "";
  }

  const nameOf = (unit) => (unit.matches ? unit.matches[0].form.text : unit.typed);

  function whyParagraph(one) {
    const said = one.units.map((unit) => {
      if (unit.kind === "phrase") {
        return say("has “{words}”", { words: unit.typed });
      }
      if (unit.kind === "date") {
        return say("date matches");
      }
      const named = (unit.matches || []).filter((match) => brief.paragraphs[one.paragraph].mentions.has(match.entry));
      if (named.length) {
        const names = named.map((match) => brief.entries[match.entry].name).join(and);
        return say("mentions {names}", { names });
      }
      return unit.meant ? say("has a word close to {word}", { word: unit.typed || unit.words.join(" ") }) : instead(one.paragraph, unit);
    });
    const distinct = Array.from(new Set(said.filter(Boolean)));
    const missing = one.asked.filter((unit) => !one.units.includes(unit)).map(nameOf);
    return [...distinct, ...(missing.length ? [say("missing: {words}", { words: missing.join(", ") })] : [])].join("; ");
  }

  function paragraphHit(one) {
    const paragraph = brief.paragraphs[one.paragraph];
    const chapter = brief.chapters[paragraph.chapter];
    const pieces = snippet(one);
    return {
      kind: "paragraph",
      id: paragraph.id,
      url: chapter.url + "#" + paragraph.id,
      title: chapter.title,
      number: paragraph.number,
      text: pieces.map((piece) => piece.text).join(""),
      score: one.score,
      why: whyParagraph(one),
      pieces,
      marks: Array.from(new Set(allMarks(one))),
    };
  }

  /* The words that are marked, as they are in the whole paragraph. */
  function allMarks(one) {
    const paragraph = brief.paragraphs[one.paragraph];
    const marked = new Set(one.places.flat());
    return cut(paragraph, marked, 0, paragraph.words.length).filter((piece) => piece.mark).map((piece) => piece.text.trim());
  }

  Object.assign(search, { paragraphHit });
})();
