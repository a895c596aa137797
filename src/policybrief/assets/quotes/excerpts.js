/* The words of the brief around those of a passage, as elements. */
(function () {
  "use strict";

  const { make, quoting } = window.policybrief;
  /* Words before and after those that were found. */
  const around = 12;

  const isolated = (tag, className, ...children) => make(tag, { className, dir: "auto" }, ...children);
  const flat = (text) => text.replace(/\s+/g, " ");

  /* The text of a paragraph from one word to another, and its ends where the paragraph goes on. */
  function between({ words, text }, first, last) {
    const start = first <= 0 ? 0 : words[first].start;
    const end = last >= words.length ? text.length : words[last - 1].end;
    return { start, end, before: start ? "… " : "", after: end < text.length ? " …" : "" };
  }

  /* The paragraph around the words that were found in it, with these marked. */
  function excerpt(home, { found }) {
    const { words, text } = home;
    const { start, end, before, after } = between(home, found[0][0] - around, found[found.length - 1][1] + around);
    const pieces = [before];
    let at = start;
    found.forEach(([first, last]) => {
      pieces.push(flat(text.slice(at, words[first].start)), make("mark", {}, flat(text.slice(words[first].start, words[last - 1].end))));
      at = words[last - 1].end;
    });
    pieces.push(flat(text.slice(at, end)), after);
    return isolated("blockquote", "", ...pieces);
  }

  /* From the first word of the brief that a passage has or should have to the last, as numbers. */
  function extent({ found, differences }) {
    const ends = [...found, ...differences.map(({ words }) => words).filter(([first, last]) => last > first)];
    return [Math.min(...ends.map(([first]) => first)), Math.max(...ends.map(([, last]) => last))];
  }

  /* The words of the brief in the place of the passage, with those of the passage struck out where they differ. */
  function compared(home, outcome) {
    const { words, text } = home;
    const { start, end, before, after } = between(home, ...extent(outcome));
    const pieces = [before];
    let at = start;
    outcome.differences.forEach(({ mine, theirs, words: [first, last] }) => {
      const next = words[first] ? words[first].start : end;
      const from = Math.min(Math.max(next, at), end);
      pieces.push(flat(text.slice(at, from)), from === end ? " " : "", ...(mine ? [make("del", {}, flat(mine)), " "] : []));
      at = from;
      if (theirs) {
        at = words[last - 1].end;
        pieces.push(make("ins", {}, flat(theirs)));
      }
    });
    pieces.push(flat(text.slice(at, end)), after);
    return isolated("blockquote", "", ...pieces);
  }

  /* What of the brief a citation quotes: its own words, not those of the passage. */
  function wordsOf({ words, text }, outcome) {
    const said = ([first, last]) => flat(text.slice(words[first].start, words[last - 1].end));
    return outcome.verdict === "differs" ? said(extent(outcome)) : outcome.found.map(said).join(" … ");
  }

  Object.assign(quoting, { flat, isolated, excerpt, compared, wordsOf });
})();
