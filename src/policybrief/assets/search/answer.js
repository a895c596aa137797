/* The answer to a query: entries, paragraphs and sources in the order in which the box shows them. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;
  const most = { entry: 4, paragraph: 8, reference: 4 };
  const few = 5;

  const nameReasons = { exact: "matched name", beginning: "name begins so" };
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
    const isName = match.form && match.form.text === brief.entries[match.entry].name;
    return (isName && nameReasons[match.how]) || reasons[match.how](match);
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
    return named.map(({ entry, form, how }) => ({ entry, form, how: how === "exact" ? "mentioned" : how }));
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

  function answered(read, query) {
    if (!read.words.length) {
      return { hits: [], hint: [] };
    }
    const whole = meantByAll(read, query);
    const isName = isOneName(read, whole);
    const asked = isName ? { ...read, units: [search.entryUnit(read.words, alike(whole))] } : read;
    const ranked = isName ? withParts(search.rank(asked), read, whole[0]) : search.rank(asked);
    const paragraphs = ranked.slice(0, most.paragraph).map(search.paragraphHit);
    const cards = entryHits(asked, whole, paragraphs.length > 0);
    const isSure = whole.length && whole[0].how !== "inside";
    const [first, second] = isSure || dated(asked).length ? [cards, paragraphs] : [paragraphs, cards];
    const hits = [...first, ...second, ...references(read)];
    return { hits, hint: hits.length ? [] : maybe(read) };
  }

  /* The entries that the query as a whole may mean; a phrase is taken to the letter, and only where it stands alone. */
  function meantByAll(read, query) {
    if (!read.phrases.length) {
      return search.resolve(query);
    }
    const isAlone = read.phrases.length === 1 && !read.loose.length;
    return isAlone ? search.exact(read.words.join(" ")) : [];
  }

  /* Whether the query is read as one name, rather than word by word. */
  function isOneName(read, whole) {
    if (!whole.length || read.phrases.length) {
      return false;
    }
    return whole[0].how === "exact" || read.units.some((unit) => unit.kind === "unknown" || unit.meant);
  }

  /* The matches as good as the first; of names that only begin so, the first alone. */
  function alike(whole) {
    const [best] = whole;
    return best.how === "beginning" ? [best] : whole.filter((match) => match.how === best.how);
  }

  /* Where few paragraphs mention a name of several words, those follow that have its words. */
  function withParts(ranked, read, best) {
    const parts = best.how === "exact" && read.words.length > 1 && ranked.length < few ? read.parts() : [];
    const others = parts.length ? search.rank({ ...read, units: parts }) : [];
    return [...ranked, ...others.filter((one) => !ranked.some((other) => other.paragraph === one.paragraph))];
  }

  /* The entries to offer: those the whole query may mean, then those of its parts where the answer is about them. */
  function entryHits(asked, whole, hasParagraphs) {
    const named = asked.phrases.length ? [] : mentioned(asked);
    const areAllKnown = asked.units.every((unit) => unit.kind === "entry" || unit.kind === "date");
    const further = hasParagraphs || areAllKnown ? [...dated(asked), ...named] : [];
    return once([...whole, ...once(further)]).slice(0, room(whole)).map((match, at) => entryHit(match, 100 - at));
  }

  /* Names that a query which found nothing may have meant: a suggestion, never an answer. */
  function maybe(read) {
    const typed = fold(read.raw).replace(/ /g, "");
    if (typed.length < 5 || typed.length > 40) {
      return [];
    }
    const bits = search.bitsOf(typed);
    const mostEdits = Math.floor(typed.length / 3);
    return search.forms
      .filter((form) => search.countBits(form.bits ^ bits) <= 2 * mostEdits)
      .map((form) => ({ form, edits: search.distance(typed, form.compact, mostEdits) }))
      .filter((one) => one.edits <= mostEdits)
      .sort((a, b) => a.edits - b.edits || a.form.entry - b.form.entry)
      .map((one) => brief.entries[one.form.entry].name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .slice(0, 3);
  }

  Object.assign(search, { answer });
})();
