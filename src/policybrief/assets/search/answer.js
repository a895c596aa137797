/* The answer to a query: places, entries, paragraphs and sources in the order in which the box shows them. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief } = search;
  const { say } = window.policybrief;
  const most = { entry: 4, paragraph: 8, reference: 4 };
  const few = 5;

  const called = (match) => {
    const { name } = brief.entries[match.entry];
    return match.form.text === name ? "" : say("also called {name}", { name: match.form.text });
  };
  const reasons = {
    exact: called,
    beginning: called,
    inside: called,
    inflected: (match) => say("form of {name}", { name: match.form.text }),
    near: (match) => say("similar to {name}", { name: match.form.text }),
    sound: (match) => say("sounds like {name}", { name: match.form.text }),
    date: () => say("date matches"),
  };

  function entryHit(match, score, read) {
    const entry = brief.entries[match.entry];
    const fact = search.fact ? search.fact(match.entry, read) : "";
    const text = fact ? fact.replace(/\.?$/, ". ") + entry.definition : entry.definition;
    const why = reasons[match.how] ? reasons[match.how](match) : "";
    return { kind: "entry", id: entry.id, url: entry.url, title: entry.name, number: "", text, score, why, entry, fact };
  }

  /* Events of the time asked for, whose names have the other words of the query too, then those that concern them. */
  function dated(read) {
    return read.units.flatMap((unit) => [...(unit.called || []), ...(unit.concerned || [])].map((entry) => ({ entry, how: "date" })));
  }

  function mentioned(read) {
    const named = read.units.flatMap((unit) => unit.matches || []);
    return named.map(({ entry, form, how }) => ({ entry, form, how: how === "exact" ? "mentioned" : how }));
  }

  /* How many entries are offered: all that bear the very name and hardly more, or a few that may be meant; of years
     nothing but whose events are asked for, as many as of paragraphs. */
  function room(asked, whole, limits) {
    const bearers = whole.filter((match) => match.how === "exact").length;
    if (isOfYears(asked)) {
      return limits.paragraph;
    }
    return bearers ? Math.max(bearers, limits.entry - 1) : limits.entry;
  }

  /* The answer to a query, which may have been put into English; while a word is being typed that leads to nothing yet,
     the answer to those before it. */
  function answer(asked, limits, isForeign) {
    const query = asked.slice(0, search.longestQuery);
    const read = search.read(query, isForeign);
    const found = answered(read, query, limits || most);
    const before = found.hits.length || !read.before ? null : answered(search.read(read.before, isForeign), read.before, limits || most);
    return before && before.hits.length ? before : found;
  }

  const later = (part, read) => (search[part] ? search[part](read) : []);

  function answered(read, query, limits) {
    const places = later("places", read);
    if (!read.words.length) {
      return { hits: places, hint: [], totals: {} };
    }
    const whole = meantByAll(read, query);
    const isName = isOneName(read, whole);
    const asked = isName ? { ...read, units: [search.entryUnit(read.words, alike(whole))] } : read;
    const { found, total } = search.rank(asked, limits.paragraph * 5);
    const ranked = isName ? withParts(found, read, whole[0]) : found;
    const about = isName ? [] : later("about", read);
    const entries = entriesOf(asked, whole, about, ranked.length > 0);
    const sources = later("references", read);
    const citing = ranked.length || !sources.length ? [] : search.citing(sources);
    const paragraphs = [...ranked.slice(0, limits.paragraph).map(search.paragraphHit), ...citing];
    const cards = inOrder(asked, entries.slice(0, room(asked, whole, limits))).map((match, at) => entryHit(match, 100 - at, asked));
    const said = areNamesFirst(asked, whole, about, ranked) ? [...cards, ...paragraphs] : [...paragraphs, ...cards];
    const hits = [...withPlaces(said, places, asked, whole), ...sources.slice(0, limits.reference)];
    const totals = { entry: entries.length, paragraph: Math.max(total, paragraphs.length, ranked.length), reference: sources.length };
    return { hits, totals, hint: hits.length ? [] : later("maybe", read) };
  }

  function areNamesFirst(asked, whole, about, ranked) {
    const isOfNames = (word) => search.isProper(word) || !search.isSaid(word);
    const isSure = whole.length && (whole[0].how !== "inside" || asked.words.some(isOfNames));
    return isSure || about.length || isAbout(asked) || dated(asked).length || isApart(asked, ranked);
  }

  const isDate = (unit) => unit.kind === "date";
  const isOfYears = (asked) => asked.units.length > 0 && asked.units.every((unit) => isDate(unit) && unit.date.years);

  /* The events of some years follow one another as they happened. */
  function inOrder(asked, matches) {
    // Of two that begin with the same year, the one that says no more comes first.
    const dates = ({ entry }) => brief.entries[entry].dates.replace("/", " ");
    return isOfYears(asked) ? matches.sort((a, b) => search.compare(dates(a), dates(b))) : matches;
  }

  /* Whether a name and a time are asked for that no paragraph has together. */
  function isApart(asked, [best]) {
    const isNameOrDate = asked.units.every((unit) => isDate(unit) || unit.kind === "entry");
    return isNameOrDate && asked.units.some(isDate) && (!best || best.said < asked.units.length);
  }

  /* What is asked for by its address comes first, but a name that is also a title or a heading is a name first. */
  function withPlaces(said, places, asked, whole) {
    const isBegun = asked.words.length > 1 && whole.length && whole[0].how === "beginning";
    const isName = isBegun || (whole.length && whole[0].how === "exact");
    const hits = isName ? [...said, ...places] : [...places, ...said];
    return places.length ? withoutRepeats(hits) : hits;
  }

  /* A paragraph that was asked for by its number may be an answer besides. */
  function withoutRepeats(hits) {
    return hits.filter((hit, at) => hits.findIndex((other) => other.url === hit.url && other.id === hit.id) === at);
  }

  /* The entries that the query as a whole may mean; a phrase is taken to the letter, and only where it is alone. */
  function meantByAll(read, query) {
    if (!read.phrases.length) {
      return search.resolve(query);
    }
    const isAlone = read.phrases.length === 1 && !read.loose.length;
    return isAlone ? search.exact(read.words.join(" ")) : [];
  }

  /* Whether a query asks about names that it has, and about nothing else: `who is`, `is … in`. */
  function isAbout(asked) {
    const sought = asked.units.filter((unit) => !unit.spare);
    const named = sought.filter((unit) => unit.kind === "entry");
    const rest = sought.length - named.length;
    return named.length > 0 && !rest && (named.length === 1 || search.asked(asked.raw) !== "");
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
    const others = parts.length ? search.rank({ ...read, units: parts }, few * most.paragraph).found : [];
    return [...ranked, ...others.filter((one) => !ranked.some((other) => other.paragraph === one.paragraph))];
  }

  /* The entries to offer: those the whole query may mean, those about what it asks, then those of its parts. */
  function entriesOf(asked, whole, about, hasParagraphs) {
    const named = asked.phrases.length ? [] : mentioned(asked);
    const areAllKnown = asked.units.every((unit) => unit.kind === "entry" || unit.kind === "date");
    const further = hasParagraphs || areAllKnown ? [...dated(asked), ...named] : [];
    return search.once([...whole, ...about, ...search.once(further)]);
  }

  Object.assign(search, { answer });
})();
