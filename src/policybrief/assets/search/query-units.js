/* What one part of a query asks for: a word, a name, a date or a phrase, with the paragraphs that have it. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, postings, stemOf, terms, idf } = search;

  /* The paragraphs with these words one after another, and where each of them begins. */
  const sequence = search.kept((words) => {
    const numbers = words.map((word) => search.known.get(word));
    const found = new Map();
    if (!words.length || numbers.some((number) => number === undefined || stemOf[number] === undefined)) {
      return found;
    }
    const rarest = numbers.reduce((best, number, at) => {
      return postings[stemOf[number]].size < postings[stemOf[numbers[best]]].size ? at : best;
    }, 0);
    postings[stemOf[numbers[rarest]]].forEach((places, paragraph) => {
      const standing = brief.paragraphs[paragraph].words;
      const starts = places
        .map((place) => place - rarest)
        .filter((start) => numbers.every((number, at) => standing[start + at] === number));
      if (starts.length) {
        found.set(paragraph, starts);
      }
    });
    return found;
  });

  /* A word of the text, and with less weight what is headed by it or says it in another word than the `others`. */
  function wordUnit(word, number, others) {
    const found = new Map();
    (postings[number] || []).forEach((places, paragraph) => {
      const standing = brief.paragraphs[paragraph].words;
      const exact = places.some((place) => terms[standing[place]] === word);
      found.set(paragraph, { count: places.length, weight: exact ? 1 : 0.85, places });
    });
    const own = found.size;
    const kin = (search.kin ? search.kin(word) : []).filter((stem) => !others || !others.includes(stem));
    kin.forEach((stem) =>
      (postings[search.stems.get(stem)] || []).forEach((places, paragraph) => {
        found.set(paragraph, found.get(paragraph) || { count: places.length, weight: 0.3, places, instead: true });
      })
    );
    // What is under a heading is about it, whether it says so again or not.
    (search.headed[number] || []).forEach((paragraph) => {
      const known = found.get(paragraph);
      found.set(paragraph, known ? { ...known, weight: known.weight * 1.15 } : { count: 1, weight: 0.3, heading: true });
    });
    return { kind: "word", words: [word], found, idf: idf(own || found.size) };
  }

  /* Any of several words of the text, for one that is being typed or was mistyped. */
  function eitherUnit(word, choices, kind) {
    const found = new Map();
    choices.forEach((term) => {
      postings[stemOf[term]].forEach((places, paragraph) => {
        const standing = brief.paragraphs[paragraph].words;
        const own = places.filter((place) => standing[place] === term);
        const before = found.get(paragraph);
        if (own.length) {
          found.set(paragraph, {
            count: own.length + (before ? before.count : 0),
            weight: kind === "beginning" ? 0.9 : 0.7,
            places: own.concat(before ? before.places : []),
          });
        }
      });
    });
    const meant = kind === "near" ? terms[choices[0]] : "";
    return { kind: "word", words: [word], found, idf: idf(found.size), meant };
  }

  /* The paragraphs with all of several words, wherever they are. */
  function scattered(words) {
    const numbers = words.filter((word) => !search.idle.has(word)).map(search.stemOfWord);
    const found = new Map();
    if (words.length > 1 && numbers.length && !numbers.includes(-1)) {
      postings[numbers[0]].forEach((_, paragraph) => {
        if (numbers.every((number) => postings[number].has(paragraph))) {
          found.set(paragraph, numbers.flatMap((number) => postings[number].get(paragraph)));
        }
      });
    }
    return found;
  }

  /* A word that only names have: the paragraphs that mention their bearers. */
  function bearersUnit(word, entries) {
    const found = new Map();
    entries.forEach((entry) =>
      brief.entries[entry].paragraphs.forEach((paragraph) => found.set(paragraph, { count: 1, weight: 0.6 }))
    );
    return found.size ? { kind: "word", words: [word], found, idf: idf(found.size), events: entries } : null;
  }

  const endings = ["ations", "ating", "ments", "ness", "edly", "ally", "ives", "ers", "ors", "ings", "ions"];

  /* A word that is being typed: the words that begin so, a word with some ending, or the names that begin so. */
  function begunUnit(word) {
    const choices = search.beginningWith(word);
    if (choices.length) {
      return eitherUnit(word, choices, "beginning");
    }
    const known = (at) => at > 3 && search.stemOfWord(word.slice(0, at)) >= 0;
    const start = [1, 2, 3, 4]
      .map((letters) => word.length - letters)
      .find((at) => known(at) && endings.some((ending) => ending.startsWith(word.slice(at))));
    return start
      ? wordUnit(word, search.stemOfWord(word.slice(0, start)))
      : bearersUnit(word, search.called(word, true));
  }

  /* Where another form of the same entry is that is not a mention by itself, as `the Union`. */
  function otherForms(words, matches) {
    const found = new Map();
    matches.forEach((match) =>
      brief.entries[match.entry].forms
        .filter((form) => !form.ambiguous && form.folded !== words.join(" "))
        .forEach((form) =>
          sequence(form.words).forEach((places, paragraph) => {
            found.set(paragraph, { count: places.length, weight: 0.5, places, width: form.words.length });
          })
        )
    );
    return found;
  }

  function entryUnit(words, matches) {
    const found = new Map();
    matches.forEach((match) =>
      brief.entries[match.entry].paragraphs.forEach((paragraph) => {
        const count = brief.paragraphs[paragraph].mentions.get(match.entry);
        const before = found.get(paragraph);
        // One that names several bearers of an ambiguous name shows the difference.
        found.set(paragraph, before ? { count: count + before.count, weight: before.weight + 0.3 } : { count, weight: 1 });
      })
    );
    // A form of several bearers is no mention of either, and still is there.
    sequence(words).forEach((places, paragraph) => {
      const known = found.get(paragraph);
      found.set(paragraph, known ? { ...known, weight: known.weight * 1.25 } : { count: places.length, weight: 0.8, places });
    });
    otherForms(words, matches).forEach((hit, paragraph) => {
      found.set(paragraph, found.get(paragraph) || hit);
    });
    scattered(words).forEach((places, paragraph) => {
      if (!found.has(paragraph)) {
        found.set(paragraph, { count: 1, weight: 0.3, places });
      }
    });
    return { kind: "entry", words, found, idf: Math.max(0.5, idf(found.size)), matches };
  }

  function dateUnit(words, date) {
    const found = new Map();
    const events = search.eventsOf(date);
    events.forEach((event) =>
      brief.entries[event].paragraphs.forEach((paragraph) => {
        found.set(paragraph, { count: 1, weight: date.exact ? 0.8 : 0.5 });
      })
    );
    [words, ...date.spelt].forEach((written) =>
      sequence(written).forEach((places, paragraph) => {
        found.set(paragraph, { count: 1, weight: 1, places, width: written.length });
      })
    );
    return { kind: "date", words, found, idf: idf(found.size), events, date };
  }

  function phraseUnit(words) {
    const found = new Map();
    sequence(words).forEach((places, paragraph) => found.set(paragraph, { count: places.length, weight: 1, places }));
    return { kind: "phrase", words, found, idf: idf(found.size) };
  }

  Object.assign(search, { sequence, wordUnit, eitherUnit, bearersUnit, begunUnit, entryUnit, dateUnit, phraseUnit });
})();
