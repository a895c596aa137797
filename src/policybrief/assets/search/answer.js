/* The answer to a query: entries, paragraphs and sources in the order in which the box shows them. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;
  const most = { entry: 4, paragraph: 8, reference: 4 };
  const few = 5;

  const reasons = {
    exact: (match) => "matched alias " + match.form.text,
    beginning: (match) => "alias " + match.form.text + " begins so",
    inside: (match) => "has these words in " + match.form.text,
    inflected: (match) => "inflected form of " + match.form.text,
    near: (match) => "close to " + match.form.text,
    sound: (match) => "sounds like " + match.form.text,
    date: () => "of this date",
    mentioned: () => "named in the question",
  };

  function whyEntry(match) {
    const own = match.form && match.form.text === brief.entries[match.entry].name;
    return own && match.how === "exact" ? "matched name" : own && match.how === "beginning" ? "name begins so" : reasons[match.how](match);
  }

  function entryHit(match, score) {
    const entry = brief.entries[match.entry];
    return { kind: "entry", id: entry.id, url: entry.url, title: entry.name, number: "", text: entry.definition, score, why: whyEntry(match), entry };
  }

  function referenceWords(reference) {
    reference.words = reference.words || new Set(fold(reference.title + " " + reference.origin).split(" ").map(search.stem));
    return reference.words;
  }

  function references(read) {
    const wanted = read.words.filter((word) => !search.idle.has(word)).map(search.stem);
    if (!wanted.length || read.phrases.length) {
      return [];
    }
    const needed = wanted.length < 3 ? wanted.length : Math.ceil(wanted.length * 0.75);
    return brief.references
      .map((reference) => ({ reference, score: wanted.filter((word) => referenceWords(reference).has(word)).length }))
      .filter((one) => one.score >= needed)
      .sort((a, b) => b.score - a.score)
      .slice(0, most.reference)
      .map(({ reference, score }) => ({
        kind: "reference", id: reference.id, url: reference.url, title: reference.title, number: "", text: reference.origin, score, why: "title or publisher has these words",
      }));
  }

  /* Events of the time asked for, whose names have the other words of the query too. */
  function dated(read) {
    return read.units.flatMap((unit) => (unit.called || []).map((entry) => ({ entry, how: "date" })));
  }

  function mentioned(read) {
    const named = read.units.flatMap((unit) => unit.matches || []);
    return named.map((match) => ({ ...match, how: match.how === "exact" ? "mentioned" : match.how }));
  }

  function once(matches) {
    return matches.filter((match, at) => matches.findIndex((other) => other.entry === match.entry) === at);
  }

  /* How many entries are offered: all that bear the very name and hardly more, or a few that may be meant. */
  function room(whole) {
    const bearers = whole.filter((match) => match.how === "exact").length;
    return bearers ? Math.max(bearers, most.entry - 1) : most.entry;
  }

  /* The answer to a query; while a word is being typed that leads to nothing yet, the answer to those before it. */
  function answer(query) {
    const read = search.read(query);
    const found = answered(read, query);
    const before = found.hits.length || !read.before ? null : answered(search.read(read.before), read.before);
    return before && before.hits.length ? before : found;
  }

  /* What a whole query names, and whether that is all it can mean. */
  function answered(read, query) {
    if (!read.words.length) {
      return { hits: [], hint: [] };
    }
    const single = read.phrases.length === 1 && !read.loose.length;
    const whole = read.phrases.length ? (single ? search.exact(read.words.join(" ")) : []) : search.resolve(query);
    const sure = whole.length && whole[0].how !== "inside";
    const literal = !read.phrases.length && read.units.every((unit) => unit.kind !== "unknown" && !unit.meant);
    let ranked;
    if (whole.length && !read.phrases.length && (whole[0].how === "exact" || !literal)) {
      const same = whole.filter((match) => match.how === whole[0].how && (match.how !== "beginning" || match === whole[0]));
      const parts = whole[0].how === "exact" && read.words.length > 1 ? read.parts() : [];
      read.units = [search.entryUnit(read.words, same)];
      ranked = search.rank(read);
      if (parts.length && ranked.length < few) {
        const further_ = search.rank({ ...read, units: parts });
        ranked = [...ranked, ...further_.filter((one) => !ranked.some((other) => other.paragraph === one.paragraph))];
      }
    } else {
      ranked = search.rank(read);
    }
    const paragraphs = ranked.slice(0, most.paragraph).map(search.paragraphHit);
    const named = read.phrases.length ? [] : mentioned(read);
    const all = read.units.every((unit) => unit.kind === "entry" || unit.kind === "date");
    const further = paragraphs.length || all ? once([...dated(read), ...named]) : [];
    const cards = once([...whole, ...further]).slice(0, room(whole)).map((match, at) => entryHit(match, 100 - at));
    const sources = references(read);
    const hits = sure || dated(read).length ? [...cards, ...paragraphs, ...sources] : [...paragraphs, ...cards, ...sources];
    return { hits, hint: hits.length ? [] : maybe(read) };
  }

  /* Names that a query which found nothing may have meant: a suggestion, never an answer. */
  function maybe(read) {
    const typed = fold(read.raw).replace(/ /g, "");
    if (typed.length < 5 || typed.length > 40) {
      return [];
    }
    const bits = search.bitsOf(typed);
    const most = Math.floor(typed.length / 3);
    return search.forms
      .filter((form) => search.countBits(form.bits ^ bits) <= 2 * most)
      .map((form) => ({ form, edits: search.distance(typed, form.compact, most) }))
      .filter((one) => one.edits <= most)
      .sort((a, b) => a.edits - b.edits || a.form.entry - b.form.entry)
      .map((one) => brief.entries[one.form.entry].name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .slice(0, 3);
  }

  Object.assign(search, { answer });
})();
