/* What a query asks for: names, dates and words, each with the paragraphs that have it. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold, postings, stemOf, terms, idf } = search;

  const idle = new Set(
    (
      "a about after all also am an and any are as at be because been before being between both but by can could did do " +
      "does doing during each far few for from get give given got had happen happened happens has have having he her " +
      "here him his how i if in into is it its just long made make makes many may me might more most much must my no " +
      "nor not of off on once one only or other our out over own part same say said says she should since so some such " +
      "tell than that the their them then there these they this those through time to too under until up us was we " +
      "were what when where whether which while who whom whose why will with would you your explain describe mean means " +
      "provide provided contain include involve live " +
      "role effect kind take took taken use used come came go went become became set put way was ever still"
    ).split(" ")
  );
  const longestName = 9;

  /* The paragraphs with these words one after another, and where each of them begins. */
  function sequence(words) {
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
  }

  function wordUnit(word, number) {
    const found = new Map();
    postings[number].forEach((places, paragraph) => {
      const standing = brief.paragraphs[paragraph].words;
      const exact = places.some((place) => terms[standing[place]] === word);
      found.set(paragraph, { count: places.length, weight: exact ? 1 : 0.85, places });
    });
    return { kind: "word", words: [word], found, idf: idf(found.size) };
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

  /* The paragraphs with all of several words, wherever they stand. */
  function scattered(words) {
    const numbers = words.filter((word) => !idle.has(word)).map(search.stemOfWord);
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
  function bearersUnit(word) {
    const found = new Map();
    const entries = search.called(word);
    entries.forEach((entry) =>
      brief.entries[entry].paragraphs.forEach((paragraph) => found.set(paragraph, { count: 1, weight: 0.6 }))
    );
    return found.size ? { kind: "word", words: [word], found, idf: idf(found.size), events: entries } : null;
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
    // A form of several bearers is no mention of either, and still stands there.
    sequence(words).forEach((places, paragraph) => {
      const known = found.get(paragraph);
      found.set(paragraph, known ? { ...known, weight: known.weight * 1.25 } : { count: places.length, weight: 0.6, places });
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
    sequence(words).forEach((places, paragraph) => {
      found.set(paragraph, { count: 1, weight: 1, places });
    });
    return { kind: "date", words, found, idf: idf(found.size), events, date };
  }

  /* A name that begins at `at`, the longest, and how many words it takes. */
  function nameAt(words, at, raw, longest) {
    for (let length = Math.min(longest, words.length - at); length; length -= 1) {
      const span = words.slice(at, at + length);
      const found = length > 1 || !idle.has(span[0]) ? search.exact(span.join(" ")) : [];
      const written = length > 1 || span[0].length > 1;
      if (found.length && written) {
        return { length, unit: entryUnit(span, found) };
      }
    }
    const capital = idle.has(words[at]) ? search.exact(words[at]) : [];
    // `US` is a name, `us` is not.
    const bearers = capital.filter((match) => match.form.text !== words[at] && raw.split(/[^\p{L}\p{N}]+/u).includes(match.form.text));
    return bearers.length ? { length: 1, unit: entryUnit([words[at]], bearers) } : null;
  }

  function slipAt(words, at, raw) {
    for (let length = Math.min(3, words.length - at); length; length -= 1) {
      const span = words.slice(at, at + length).join(" ");
      const letters = span.replace(/ /g, "").length;
      const query = search.cyrillic.test(raw) ? raw.split(/\s+/).slice(at, at + length).join(" ") : span;
      const found = letters > 4 && (length === 1 || !idle.has(words[at + length - 1])) ? search.unsure(query, span, span.replace(/ /g, "")) : [];
      if (found.length) {
        return { length, unit: { ...entryUnit(words.slice(at, at + length), found), meant: found[0].form.text } };
      }
    }
    return null;
  }

  function plainUnit(word, last) {
    const number = search.stemOfWord(word);
    if (number >= 0) {
      return wordUnit(word, number);
    }
    const begun = last && word.length > 1 ? search.beginningWith(word) : [];
    return begun.length ? eitherUnit(word, begun, "beginning") : bearersUnit(word);
  }

  /* Whether a word is written as a name, and not because a sentence begins with it. */
  function isName(word, raw) {
    const signs = raw.trim().split(/[^\p{L}\p{N}]+/u).slice(1);
    return signs.some((sign) => /^\p{Lu}/u.test(sign) && fold(sign) === word);
  }

  function unknownUnit(word, question) {
    const close = word.length > 5 ? search.nearWords(word, word.length > 8 ? 2 : 1) : [];
    return close.length
      ? eitherUnit(word, close, "near")
      : { kind: "unknown", words: [word], found: new Map(), idf: question ? idf(0) / 2 : idf(0) };
  }

  function unitsOf(words, raw, open, longest) {
    const units = [];
    const rest = words.every((word) => idle.has(word));
    // In a sentence a word may be the reader's own way of putting it; alone, or with a capital, it is what is sought.
    const question = (word) => words.filter((other) => idle.has(other)).length > 1 && !isName(word, raw);
    for (let at = 0; at < words.length; ) {
      const date = search.dateAt(words, at);
      const name = nameAt(words, at, raw, longest);
      if (date && (!name || name.length < date.length)) {
        units.push(dateUnit(words.slice(at, at + date.length), date));
        at += date.length;
        continue;
      }
      if (name) {
        units.push(name.unit);
        at += name.length;
        continue;
      }
      if (rest || !idle.has(words[at])) {
        const plain = plainUnit(words[at], open && at === words.length - 1);
        const slip = plain ? null : slipAt(words, at, raw);
        units.push(plain || (slip ? slip.unit : unknownUnit(words[at], question(words[at]))));
        at += slip ? slip.length : 1;
      } else {
        at += 1;
      }
    }
    return units;
  }

  /* An event of the time asked for has the word that it is called by wherever it is mentioned. */
  function withEvents(units) {
    const others = units.filter((unit) => unit.kind !== "date");
    const called = (entry) => (unit) => unit.words.every((word) => search.called(word).includes(entry));
    units.filter((unit) => unit.kind === "date").forEach((unit) => {
      unit.called = others.length ? unit.events.filter((entry) => others.every(called(entry))) : unit.events;
      unit.called.forEach((entry) => {
        brief.entries[entry].paragraphs.forEach((paragraph) => {
          units.forEach((each) => each.found.set(paragraph, each.found.get(paragraph) || { count: 1, weight: 0.9 }));
          unit.found.get(paragraph).weight = 1.2;
        });
        others.forEach((each) => {
          each.events = [...(each.events || []), entry];
        });
      });
    });
    return units;
  }

  const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]?/g;

  /* The query read: its true phrases, its words, and what they ask for. */
  function read(query) {
    const phrases = Array.from(query.matchAll(quoted), (match) => fold(match[1]).split(" ")).filter((words) => words[0]);
    const loose = query.replace(quoted, " ");
    const words = fold(loose).split(" ").filter(Boolean);
    return {
      raw: query,
      phrases,
      words: phrases.length ? phrases.flat().concat(words) : words,
      loose: words,
      units: withEvents(unitsOf(words, loose, !/\s$/.test(query), longestName)),
      /* The same without the one name that all the words make. */
      parts: () => withEvents(unitsOf(words, loose, false, words.length - 1)),
    };
  }

  Object.assign(search, { read, sequence, entryUnit, idle });
})();
