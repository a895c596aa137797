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

  /* What is to spare adds to the score of what has it, and is asked of nothing. */
  function gather(units) {
    const total = units.reduce((sum, unit) => sum + (unit.spare ? 0 : unit.idf), 0);
    const found = new Map();
    units.forEach((unit) =>
      unit.found.forEach((hit, paragraph) => {
        const known = found.get(paragraph) || { paragraph, score: 0, covered: 0, count: 0, said: 0, units: [], asked: units };
        known.score += weigh(unit, hit, paragraph);
        known.units.push(unit);
        if (!unit.spare) {
          known.covered += (unit.idf * Math.min(1, hit.weight + 0.15)) / total;
          known.count += 1;
          known.said += hit.heading ? 0 : 1;
        }
        found.set(paragraph, known);
      })
    );
    found.forEach((one) => {
      one.score *= one.covered ** 2.5;
    });
    return Array.from(found.values()).filter((one) => one.said);
  }

  /* Of one or two words all are asked for, unless they are in a sentence; of more, most. */
  function enoughOf(asked, sentence) {
    const units = asked.filter((unit) => !unit.spare);
    const found = gather(asked);
    const most = (one) => one.count >= Math.ceil(units.length / 2) && one.covered >= enough;
    if (units.length > 2 || sentence) {
      return found.filter(most);
    }
    const all = found.filter((one) => one.said === units.length);
    // Words that the text has, and nowhere together: what has the rarer one, and says what it is without.
    return all.length || units.some((unit) => unit.kind === "unknown" || unit.meant) ? all : found.filter(most);
  }

  /* Where in a paragraph an entry is named, under any of its forms: places of its words. */
  function named(paragraph, entry) {
    const standing = brief.paragraphs[paragraph].words;
    const found = [];
    formsOf(entry).forEach((numbers) => {
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
    const width = hit.width || (unit.kind === "word" ? 1 : unit.words.length);
    const places = (hit.places || []).flatMap((place) => Array.from({ length: width }, (_, step) => place + step));
    const entries = unit.matches ? unit.matches.map((match) => match.entry) : unit.events || [];
    return entries.reduce((all, entry) => {
      return brief.paragraphs[paragraph].mentions.has(entry) ? all.concat(named(paragraph, entry)) : all;
    }, places);
  }

  /* The fewest words of a paragraph in which all that it has of the query stands. */
  function narrowest(lists) {
    const marks = lists.flatMap((places, unit) => places.map((place) => ({ place, unit }))).sort((a, b) => a.place - b.place);
    const counts = lists.map(() => 0);
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
    // A paragraph says in its first sentence what it is about, best in its first words; a table or a list is about many things.
    const sooner = lists.map((places) => Math.min(...places)).map((place) => (place < 20 ? 0.5 + 0.3 * Math.exp(-place / 4) : 0));
    const early = 1 + sooner.reduce((sum, bonus) => sum + bonus, 0) / one.units.length;
    const { isList, id } = brief.paragraphs[one.paragraph];
    const form = isList || !id.startsWith("p-") ? 0.85 : 1;
    if (lists.length < 2) {
      return early * form;
    }
    const words = one.units.reduce((sum, unit) => sum + unit.words.length, 0);
    return early * form * (1 + 0.8 * Math.exp(-Math.max(0, narrowest(lists) - words) / 7));
  }

  const isReason = (word) => /^(?:because|reasons?|causes?|expla(?:in(?:s|ed)?|nation))$/.test(word);
  const isAmount = (words) => words.filter((word) => /^\d+$/.test(word)).length > 2;

  /* What kind of answer a question asks for, as a factor for a paragraph, from its words and what it mentions. */
  const kinds = [
    ["amount", (words) => (words.some((word) => /^numbers?$/.test(word)) ? 1.25 : 1) * (isAmount(words) ? 1.15 : 1)],
    ["why", (words) => (words.some(isReason) ? 1.15 : 1)],
    ["who", (_words, mentions) => (Array.from(mentions.keys()).some((entry) => brief.entries[entry].kind === "person") ? 1.15 : 1)],
  ];

  function suits(read) {
    const asked = kinds.filter(([question]) => search.asks(question, read.raw));
    return (one) => {
      const { words, mentions } = brief.paragraphs[one.paragraph];
      const said = asked.length ? words.map((word) => search.terms[word]) : [];
      return asked.reduce((factor, [, answers]) => factor * answers(said, mentions), 1);
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

  /* Paragraphs that answer a query, `{paragraph, score, units}`, the best of them first, and how many there are. */
  function rank(read, most) {
    const units = search.withTyped(read.phrases.map(search.phraseUnit), read.raw).concat(read.units);
    if (!units.length) {
      return { found: [], total: 0 };
    }
    const allowed = read.phrases.length ? withPhrases(read.phrases) : null;
    const needed = units.filter((unit) => unit.needed);
    const all = enoughOf(units, read.words.length > 3)
      .filter((one) => (!allowed || allowed.has(one.paragraph)) && needed.every((unit) => unit.found.has(one.paragraph)))
      .sort((a, b) => b.score - a.score || a.paragraph - b.paragraph);
    const found = all.slice(0, most);
    const whole = read.words.length > 1 ? sequence(read.words) : new Map();
    const pairs = neighbours(read);
    const suit = suits(read);
    found.forEach((one) => {
      one.score *= closeness(one) * suit(one) * (whole.has(one.paragraph) ? 4 : 1);
      pairs.forEach((pair) => {
        one.score *= pair.has(one.paragraph) ? 1.15 : 1;
      });
    });
    return { found: found.sort((a, b) => b.score - a.score || a.paragraph - b.paragraph), total: all.length };
  }

  Object.assign(search, { rank });
})();
