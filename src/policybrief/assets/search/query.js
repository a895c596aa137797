/* What a query asks for: its phrases, names, dates and words in their order. */
(function () {
  "use strict";

  const { searching: search, language } = window.policybrief;
  const { brief, fold, entryUnit, idf, idle } = search;

  const longestName = 9;
  /* In characters: what is pasted by mistake would hold the page up, and no question is longer. */
  const longestQuery = 200;

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

  /* A name of several words, the second of which the text does not have. */
  function brokenName(words, at, raw, open) {
    const next = words[at + 1];
    const isBegun = open && at + 2 === words.length && search.beginningWith(next).length;
    const isUnknown = next && !idle.has(next) && !isBegun && !search.known.has(next);
    return isUnknown ? slipAt(words, at, raw, 2) : null;
  }

  function slipAt(words, at, raw, least) {
    for (let length = Math.min(3, words.length - at); length >= (least || 1); length -= 1) {
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

  /* A word as the text has it, as it puts it in another word, or as only names have it. */
  function plainUnit(word, open, others, raw) {
    const number = search.stemOfWord(word);
    const typed = number < 0 && open ? search.begunUnit(word) : null;
    const short = number < 0 && search.abbreviation ? search.abbreviation(word, raw, typed) : null;
    const unit = short || typed || search.wordUnit(word, number, others);
    return unit.found.size || unit.matches ? unit : search.bearersUnit(word, search.called(word));
  }

  /* Whether a word is written as a name. */
  function isName(word, raw) {
    return raw.split(/[^\p{L}\p{N}]+/u).some((sign) => /^\p{Lu}/u.test(sign) && fold(sign) === word);
  }

  /* `strict`: without it there is hardly an answer. */
  function unknownUnit(word, strict, question) {
    const similar = word.length > 5 ? search.nearWords(word, word.length > 8 ? 2 : 1) : [];
    if (similar.length) {
      return search.eitherUnit(word, similar, "near");
    }
    const lenient = question ? 0.5 : 1;
    return { kind: "unknown", words: [word], found: new Map(), idf: idf(0) * (strict ? 2 : lenient) };
  }

  /* A date, a name or an amount that begins at `at`. */
  function sureAt(words, at, raw, longest) {
    const date = search.dateAt(words, at);
    const name = nameAt(words, at, raw, longest);
    if (date && (!name || name.length < date.length)) {
      return { length: date.length, unit: search.dateUnit(words.slice(at, at + date.length), date) };
    }
    return name || (search.numberAt ? search.numberAt(words, at) : null);
  }

  function unitsOf(words, raw, open, longest) {
    const units = [];
    const rest = words.every((word) => idle.has(word));
    const stems = words.map(search.stem);
    // In a sentence a word may be the reader's own way of putting it; among a few, or with a capital, it is what is sought.
    const question = words.filter((word) => idle.has(word)).length > 1;
    const few = !question && words.filter((word) => !idle.has(word)).length < 4;
    const unknown = (word) => unknownUnit(word, few || isName(word, raw), question);
    for (let at = 0; at < words.length; ) {
      const whole = sureAt(words, at, raw, longest);
      // What is a name by itself may begin a longer one, of which the rest is not as the text has it.
      const isShort = !whole || (whole.length === 1 && whole.unit.kind === "entry");
      const sure = (isShort && brokenName(words, at, raw, open)) || whole;
      if (sure) {
        units.push(sure.unit);
        at += sure.length;
      } else if (rest || !idle.has(words[at])) {
        const plain = plainUnit(words[at], open && at === words.length - 1, stems, raw);
        const slip = plain ? null : slipAt(words, at, raw);
        units.push(plain || (slip ? slip.unit : unknown(words[at])));
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
    const said = (hit) => hit && !hit.heading && !hit.instead;
    const called = (entry) => (unit) => unit.words.every((word) => search.called(word).includes(entry));
    units.filter((unit) => unit.kind === "date").forEach((unit) => {
      unit.called = others.length ? unit.events.filter((entry) => others.every(called(entry))) : unit.events;
      unit.concerned = search.concerned && others.length ? search.concerned(unit.events, others) : [];
      unit.called.forEach((entry) => {
        brief.entries[entry].paragraphs.forEach((paragraph) => {
          units.filter((each) => !said(each.found.get(paragraph))).forEach((each) => each.found.set(paragraph, { count: 1, weight: 0.9 }));
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

  /* The words without a last one of which too little is typed to be anything. */
  function begun(words, open) {
    const last = words[words.length - 1];
    const nothing = open && words.length > 1 && !/\d/.test(last) && (last.length === 1 || !isSaid(last));
    return nothing && (last.length === 1 || idleBegins(last)) ? words.slice(0, -1) : words;
  }

  const idleWords = Array.from(idle);
  const idleBegins = (start) => idleWords.some((word) => word.startsWith(start));
  const longer = (word) => search.beginningWith(word).some((term) => search.terms[term] !== word);
  /* Whether the text has a word, or one that begins so. */
  const isSaid = (word) => search.stemOfWord(word) >= 0 || search.beginningWith(word).length > 0;

  /* A phrase that is not closed may end with a word that is being typed. */
  function phraseOf(match, query) {
    const words = fold(match[1]).split(" ");
    const open = match[0].endsWith(match[1]) && query.endsWith(match[0]);
    return open && words.length > 1 && !search.sequence(words).size ? words.slice(0, -1) : words;
  }

  /* The parts of a query, each with its words as they were typed: they are compared in plain Latin letters. */
  function withTyped(units, raw) {
    const typed = new Map((raw.match(/[\p{L}\p{M}\p{N}'’]+/gu) || []).map((word) => [fold(word), word.toLocaleLowerCase(language)]));
    units.forEach((unit) => {
      unit.typed = unit.words.map((word) => typed.get(word) || word).join(" ");
    });
    return units;
  }

  /* What the words from first to last ask for. */
  function understood(words, raw, open, longest, isForeign) {
    const units = unitsOf(words, raw, open, longest);
    (search.spare ? search.spare(units, raw, isForeign) : []).forEach((unit) => {
      unit.spare = true;
    });
    return withTyped(withEvents(units), raw);
  }

  /* The query read: its true phrases, its words, and what they ask for. `isForeign`: as it was put into English. */
  function read(query, isForeign) {
    const open = /[\p{L}\p{N}]$/u.test(query);
    const phrases = Array.from(query.matchAll(quoted), (match) => phraseOf(match, query)).filter((words) => words[0]);
    const loose = (search.inFull || String)(query.replace(quoted, " ").replace(/\bstands? for\b/, " "));
    const words = begun(fold(loose).split(" ").filter(Boolean), open);
    return {
      raw: query,
      phrases,
      words: phrases.length ? phrases.flat().concat(words) : words,
      loose: words,
      /* Without the last word, where it may yet become another. */
      before: open && !phrases.length && words.length > 1 && longer(words[words.length - 1]) ? query.replace(/[\p{L}\p{N}]+$/u, "") : "",
      units: understood(words, loose, open, longestName, isForeign),
      /* The same without the one name that all the words make. */
      parts: () => understood(words, loose, false, words.length - 1, isForeign),
    };
  }

  Object.assign(search, { isSaid, isName, longestQuery, read, withTyped });
})();
