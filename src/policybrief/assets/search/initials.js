/* Abbreviations that the text does not use: what they stand for, by the first letters of its words. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, entryUnit, fold, idf, idle, termOf, terms, tokens } = search;
  const isCapital = (word) => /^\p{Lu}/u.test(word);
  const fewest = 3;
  const most = 7;
  const isShort = (word) => word.length >= fewest && word.length <= most && /^\p{L}+$/u.test(word);

  /* The words of a paragraph that may belong to one name: capitalised, with the small words between them. */
  function runsOf({ row }) {
    const runs = [[]];
    let place = 0;
    let gap = "";
    row.forEach((token) => {
      const word = tokens[token];
      if (termOf[token] < 0) {
        gap = word;
        return;
      }
      const capital = isCapital(word);
      // The second half of `Co-operation` has no letter of its own.
      const isHalf = gap === "-" && !capital;
      const goesOn = isHalf || capital || idle.has(terms[termOf[token]]);
      if (!goesOn || !/^[-–\s]*$/.test(gap) || gap.includes("\n")) {
        runs.push([]);
      }
      if (goesOn && !isHalf) {
        runs[runs.length - 1].push({ place, letter: terms[termOf[token]][0], capital });
      }
      gap = "";
      place += 1;
    });
    return runs;
  }

  /* Where the words that begin at `start` end, if they have these first letters, those of small words or not; or -1. */
  function endOf(run, start, letters) {
    let [own, all] = ["", ""];
    for (let at = start; at < run.length && own.length < letters.length; at += 1) {
      const { letter, capital } = run[at];
      own += capital ? letter : "";
      all += letter;
      const isLast = !run[at + 1] || !run[at + 1].capital;
      if (capital && isLast && (own === letters || all === letters)) {
        return at;
      }
    }
    return -1;
  }

  let inText = null;

  /* The runs of the text, each with its paragraph, made when they are first needed: they are looked through at each key. */
  function allRuns() {
    const long = (run) => run.length >= fewest;
    inText = inText || brief.paragraphs.flatMap((paragraph, number) => runsOf(paragraph).filter(long).map((run) => ({ number, run })));
    return inText;
  }

  /* The words from one of a run to another, as a paragraph has them. */
  function said(number, first, last) {
    const { row, places } = brief.paragraphs[number];
    return search.text(row, places[first.place], places[last.place] + 1);
  }

  /* The paragraphs with words that begin with these letters. */
  const standing = search.kept((letters) => {
    const found = new Map();
    allRuns().forEach(({ number, run }) =>
      run.forEach((first, start) => {
        const last = first.capital && run[endOf(run, start, letters)];
        if (last) {
          const before = found.get(number) || { count: 0, places: [] };
          const places = [...before.places, first.place];
          found.set(number, { count: places.length, weight: 1, places, width: last.place - first.place + 1, instead: true, said: said(number, first, last) });
        }
      })
    );
    return found;
  });

  const wordsOf = (text) =>
    (text.match(/[\p{L}\p{N}]+/gu) || []).map((word) => ({ letter: fold(word)[0], capital: isCapital(word), small: idle.has(fold(word)) }));

  /* The first letters of a publisher's name. */
  search.initialsOf = (text) => wordsOf(text).filter((word) => word.capital).map((word) => word.letter).join("");

  /* The entries of which a name begins so, and ends there or goes on with a small word: `Ministry of Foreign Affairs of …`. */
  const bearers = search.kept((letters) =>
    brief.entries.flatMap(({ kind, forms }, entry) => {
      const form = kind === "person" ? null : forms.find(({ text }) => endOf(wordsOf(text).filter((word) => word.capital || word.small), 0, letters) >= 0);
      return form ? [{ entry, form, how: "initials" }] : [];
    })
  );

  const meansAny = (letters) => bearers(letters).length > 0 || standing(letters).size > 0;

  /* The letters to look for: those of `ECtHR` that are capitals will do, and a body of the European Union or the United
     Nations is often named without their first. */
  function lettersOf(word, raw) {
    const written = raw.split(/[^\p{L}]+/u).find((typed) => fold(typed) === word) || "";
    const capitals = fold(written.replace(/[^\p{Lu}]/gu, ""));
    return [word, capitals, word.replace(/^(?:e|un?)/, "")].find((letters) => isShort(letters) && meansAny(letters)) || "";
  }

  function unitOf(word, letters) {
    const matches = bearers(letters);
    return matches.length ? entryUnit([word], matches) : { kind: "word", words: [word], found: new Map() };
  }

  /* What an abbreviation stands for, or nothing; in small letters it may as well be the beginning of a word, `begun`. */
  search.abbreviation = function (word, raw, begun) {
    const letters = isShort(word) ? lettersOf(word, raw) : "";
    if (!letters) {
      return null;
    }
    const unit = begun && !raw.includes(word.toUpperCase()) ? begun : unitOf(word, letters);
    standing(letters).forEach((hit, paragraph) => unit.found.has(paragraph) || unit.found.set(paragraph, { ...hit }));
    return { ...unit, idf: idf(unit.found.size) };
  };

  const { unsure } = search;
  /* What an abbreviation stands for is surer than what is written much like it. */
  search.unsure = (query, folded, compact) =>
    /^\p{Lu}{2}/u.test(query) && isShort(folded) && lettersOf(folded, query) ? [] : unsure(query, folded, compact);
})();
