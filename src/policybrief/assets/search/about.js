/* The entries that answer a question without bearing the name it uses: `when did the peacekeepers leave`. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold, stem } = search;
  const enough = 0.7;
  const enoughUnasked = 0.85;
  const most = 2;
  const occurs = new Set(["event", "treaty", "document"]);
  const kinds = { when: occurs, who: new Set(["person", "group"]), where: new Set(["place", "state"]) };
  let said = null;

  /* For each stem the entries whose forms or definition have it, and how much that says. */
  function words() {
    if (!said) {
      said = new Map();
      brief.entries.forEach((entry, at) => {
        fold(entry.definition).split(" ").forEach((word) => note(stem(word), at, 0.7));
        entry.forms.forEach((form) => form.words.forEach((word) => note(stem(word), at, 1)));
      });
    }
    return said;
  }

  function note(key, entry, weight) {
    if (!said.has(key)) {
      said.set(key, new Map());
    }
    said.get(key).set(entry, weight);
  }

  const having = (key) => words().get(key) || new Map();

  /* The entries that one part of the query may be about, each with how well it fits. */
  function fitting(unit, named) {
    const found = new Map();
    const add = (entry, weight) => found.set(entry, Math.max(weight, found.get(entry) || 0));
    unit.words.forEach((word, at) => {
      const keys = [[stem(word), 1], ...search.kin(word).map((key) => [key, 0.8])];
      const own = new Map();
      keys.forEach(([key, part]) => having(key).forEach((weight, entry) => own.set(entry, Math.max(weight * part, own.get(entry) || 0))));
      if (!at) {
        own.forEach((weight, entry) => found.set(entry, weight));
      } else {
        found.forEach((weight, entry) => (own.has(entry) ? found.set(entry, Math.min(weight, own.get(entry))) : found.delete(entry)));
      }
    });
    // Who leads it, who signed it: those that relate so to what is named.
    const isVerb = (relation) => unit.words.some((word) => stem(word) === search.verb(relation));
    named.forEach((entry) => {
      const relations = search.relationsOf(entry).filter(isVerb);
      relations.forEach((relation) => add(relation.other, relation.until ? 0.9 : 1.1));
      // What a name is asked for is said on its own card too: `which countries are members`.
      relations.slice(0, 1).forEach(() => add(entry, 1));
    });
    (unit.matches || []).forEach((match) => {
      search.relationsOf(match.entry).forEach((relation) => add(relation.other, 0.8));
      add(match.entry, 1);
    });
    (unit.kind === "date" ? unit.events : []).forEach((entry) => add(entry, 1));
    return found;
  }

  /* Whether a definition begins with a word, or with one much like it: Armenian is of Armenia, and Turkish of Turkey. */
  function beginning(definition) {
    const text = " " + fold(definition).split(" ", 9).join(" ");
    return (word) => search.idle.has(word) || text.includes(" " + word.slice(0, 4));
  }

  const day = (date, rest) => Number((date.replace(/\D/g, "") + rest).slice(0, 8));

  /* Whether someone led something at a time, or at whatever time where none is asked for. */
  const leads = (time) => ({ since, until, wording }) =>
    wording === "leads" && (!time || (since && day(since, "00000000") <= time.high && (!until || day(until, "99999999") >= time.low)));

  const isSaidOf = (entry) => (word) => [stem(word), ...search.kin(word)].some((key) => having(key).has(entry));

  /* Persons by their office: `Turkish president`, `presidents of Azerbaijan 1991–93`. */
  function holders({ units, words: asked }) {
    const timed = units.filter((unit) => unit.date);
    const time = timed.map((unit) => unit.date).find((date) => !date.day);
    const ofOffice = asked.filter((word) => !timed.some((unit) => unit.words.includes(word)));
    const led = units.flatMap((unit) => unit.matches || []).map((match) => match.entry);
    const titles = units.filter((unit) => unit.kind === "word").flatMap((unit) => unit.words);
    return brief.entries
      .flatMap(({ kind, definition }, entry) => {
        const terms = kind === "person" ? search.relationsOf(entry).filter(leads(time)) : [];
        const begins = kind === "person" && ofOffice.every(beginning(definition)) && (!timed.length || terms.length > 0);
        const held = time && titles.every(isSaidOf(entry)) ? terms.filter((term) => led.includes(term.other)) : [];
        return begins || held.length ? [{ entry, how: "about", since: time ? (held[0] || terms[0]).since : "" }] : [];
      })
      .sort((a, b) => search.compare(a.since, b.since));
  }

  const withRelated = (unit) =>
    new Set((unit.matches || []).flatMap(({ entry }) => search.relationsOf(entry).map((relation) => relation.other).concat(entry)));

  /* The entries that are related to what the parts of a query name, or have their words in their name or definition, of
     which search knows no more than the beginning: one of several parts may be elsewhere. */
  search.concerned = function (entries, units) {
    const related = units.map(withRelated);
    const lacks = (entry) => (unit, at) => !related[at].has(entry) && !unit.words.every(isSaidOf(entry));
    return entries.filter((entry) => units.filter(lacks(entry)).length <= (units.length > 2 ? 1 : 0));
  };

  /* Best first; what is no question may still name an office. */
  search.about = function (read) {
    const question = search.asked(read.raw);
    if (read.phrases.length || read.units.length < 2 || ["why", "amount"].some((kind) => search.asks(kind, read.raw))) {
      return [];
    }
    const inOffice = read.units.some((unit) => unit.kind === "word") ? holders(read) : [];
    if (inOffice.length) {
      return inOffice;
    }
    const isWhen = question === "when";
    const asked = read.units.filter((unit) => !(isWhen && unit.words.every((word) => search.happening.has(stem(word)))));
    const total = asked.reduce((sum, unit) => sum + unit.idf, 0);
    const scores = new Map();
    const named = asked.flatMap((unit) => unit.matches || []).map((match) => match.entry);
    asked.forEach((unit) => fitting(unit, named).forEach((weight, entry) => scores.set(entry, (scores.get(entry) || 0) + (unit.idf * weight) / total)));
    const wanted = kinds[question];
    const score = ([entry, covered]) => (wanted && wanted.has(brief.entries[entry].kind) ? covered * 1.15 : covered);
    return Array.from(scores)
      .filter(([entry, covered]) => covered >= (question ? enough : enoughUnasked) && (!isWhen || (brief.entries[entry].dates && occurs.has(brief.entries[entry].kind))))
      .sort((a, b) => score(b) - score(a) || a[0] - b[0])
      .slice(0, most)
      .map(([entry]) => ({ entry, how: "about" }));
  };
})();
