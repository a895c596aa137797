/* Paragraphs for a query, best first: BM25, how much of the query they have, and how close together. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, sequence } = search;
  const enough = 0.42;

  function weigh(unit, hit, paragraph) {
    const length = brief.paragraphs[paragraph].words.length / search.mean;
    const often = (hit.count * 2.2) / (hit.count + 1.2 * (0.6 + 0.4 * length));
    return unit.idf * often * hit.weight;
  }

  function gather(units, sentence) {
    const total = units.reduce((sum, unit) => sum + unit.idf, 0);
    const found = new Map();
    units.forEach((unit) =>
      unit.found.forEach((hit, paragraph) => {
        const known = found.get(paragraph) || { paragraph, score: 0, covered: 0, count: 0, units: [] };
        known.score += weigh(unit, hit, paragraph);
        known.covered += unit.idf * Math.min(1, hit.weight + 0.15);
        known.count += 1;
        known.units.push(unit);
        found.set(paragraph, known);
      })
    );
    // Of one or two words all are asked for, unless they stand in a sentence.
    const few = units.length <= 2 && !sentence;
    const needed = few ? units.length : Math.ceil(units.length / 2);
    return Array.from(found.values()).filter((one) => {
      one.score *= (one.covered / total) ** 2;
      return one.count >= needed && (few || one.covered >= enough * total);
    });
  }

  /* Where in a paragraph an entry is named, under any of its forms: places of its words. */
  function named(paragraph, entry) {
    const standing = brief.paragraphs[paragraph].words;
    const found = [];
    search.formsOf(entry).forEach((numbers) => {
      for (let at = standing.indexOf(numbers[0]); at >= 0; at = standing.indexOf(numbers[0], at + 1)) {
        if (numbers.every((number, step) => standing[at + step] === number)) {
          numbers.forEach((_, step) => found.push(at + step));
        }
      }
    });
    return found;
  }

  const kept = new Map();

  /* The forms of an entry whose words all stand somewhere in the text, as numbers of words. */
  function formsOf(entry) {
    if (!kept.has(entry)) {
      const forms = brief.entries[entry].forms.map((form) => form.folded.split(" ").map((word) => search.known.get(word)));
      kept.set(entry, forms.filter((numbers) => numbers.every((number) => number !== undefined)));
    }
    return kept.get(entry);
  }

  function placesOf(unit, paragraph) {
    const hit = unit.found.get(paragraph);
    if (!hit) {
      return [];
    }
    const widths = unit.kind === "word" ? 1 : unit.words.length;
    const places = (hit.places || []).flatMap((place) => Array.from({ length: widths }, (_, step) => place + step));
    const entries = unit.matches ? unit.matches.map((match) => match.entry) : unit.events || [];
    return entries.reduce((all, entry) => {
      return brief.paragraphs[paragraph].mentions.has(entry) ? all.concat(named(paragraph, entry)) : all;
    }, places);
  }

  /* The fewest words of a paragraph in which all that it has of the query stands. */
  function window_(lists) {
    const marks = lists.flatMap((places, unit) => places.map((place) => ({ place, unit }))).sort((a, b) => a.place - b.place);
    const counts = new Array(lists.length).fill(0);
    let have = 0;
    let left = 0;
    let best = Infinity;
    marks.forEach((mark) => {
      have += counts[mark.unit] ? 0 : 1;
      counts[mark.unit] += 1;
      while (have === lists.length) {
        best = Math.min(best, mark.place - marks[left].place + 1);
        counts[marks[left].unit] -= 1;
        have -= counts[marks[left].unit] ? 0 : 1;
        left += 1;
      }
    });
    return best;
  }

  function closeness(one) {
    one.places = one.units.map((unit) => placesOf(unit, one.paragraph));
    const lists = one.places.filter((places) => places.length);
    // A paragraph says in its first sentence what it is about; a table or a list is about many things.
    const early = 1 + (0.3 * lists.filter((places) => places.some((place) => place < 20)).length) / one.units.length;
    const { isList, id } = brief.paragraphs[one.paragraph];
    const form = isList || !id.startsWith("p-") ? 0.85 : 1;
    if (lists.length < 2) {
      return early * form;
    }
    const words = one.units.reduce((sum, unit) => sum + unit.words.length, 0);
    return early * form * (1 + 0.8 * Math.exp(-Math.max(0, window_(lists) - words) / 12));
  }

  /* Asked how many, a paragraph with figures answers. */
  function figures(read) {
    if (!/\b(?:how (?:many|much)|number|size|share|price|cost)\b/i.test(read.raw)) {
      return () => 1;
    }
    return (one) => {
      const words = brief.paragraphs[one.paragraph].words.map((word) => search.terms[word]);
      const amount = words.some((word) => word === "number" || word === "numbers") ? 1.25 : 1;
      return words.filter((word) => /^\d+$/.test(word)).length > 2 ? amount * 1.15 : amount;
    };
  }

  function neighbours(read) {
    const pairs = [];
    for (let at = 1; at < read.words.length; at += 1) {
      if (!search.idle.has(read.words[at]) && !search.idle.has(read.words[at - 1])) {
        pairs.push(sequence(read.words.slice(at - 1, at + 1)));
      }
    }
    return pairs;
  }

  /* The paragraphs that have every phrase. */
  function withPhrases(phrases) {
    return phrases
      .map((words) => new Set(sequence(words).keys()))
      .reduce((all, next) => new Set(Array.from(all).filter((paragraph) => next.has(paragraph))));
  }

  function phraseUnits(phrases) {
    return phrases.map((words) => {
      const found = new Map();
      sequence(words).forEach((places, paragraph) => found.set(paragraph, { count: places.length, weight: 1, places }));
      return { kind: "phrase", words, found, idf: search.idf(found.size) };
    });
  }

  /* Paragraphs that answer a query: `{paragraph, score, units}`, best first. */
  function rank(read) {
    const units = phraseUnits(read.phrases).concat(read.units);
    if (!units.length) {
      return [];
    }
    const allowed = read.phrases.length ? withPhrases(read.phrases) : null;
    const found = gather(units, read.words.length > 3)
      .filter((one) => !allowed || allowed.has(one.paragraph))
      .sort((a, b) => b.score - a.score || a.paragraph - b.paragraph)
      .slice(0, 40);
    const whole = read.words.length > 1 ? sequence(read.words) : new Map();
    const pairs = neighbours(read);
    const figure = figures(read);
    found.forEach((one) => {
      one.score *= closeness(one) * figure(one) * (whole.has(one.paragraph) ? 4 : 1);
      pairs.forEach((pair) => {
        one.score *= pair.has(one.paragraph) ? 1.15 : 1;
      });
    });
    return found.sort((a, b) => b.score - a.score || a.paragraph - b.paragraph);
  }

  Object.assign(search, { rank, formsOf });
})();
