/* Sources for a query: their titles and publishers have its words. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;
  const { say } = window.policybrief;

  const having = new Map();
  /* A title has the country or what is of it: Azerbaijan, Azerbaijani. */
  const keyOf = (word) => search.stem(word).replace(/(....)(?:ian?|i)s?$/, "$1");

  /* By each stem the sources that have it, and by the first letters of a publisher; made when it is first needed. */
  function index() {
    brief.references.forEach((reference, at) => {
      const words = fold(reference.title + " " + reference.origin).split(" ").map(keyOf);
      new Set(words.concat(reference.origin.split(", ").map(search.initialsOf))).forEach((key) => {
        having.set(key, having.get(key) || []);
        having.get(key).push(at);
      });
    });
  }

  /* How many of the words each source has that has any. */
  function scores(wanted) {
    if (!having.size) {
      index();
    }
    const found = new Map();
    wanted.forEach((word) => (having.get(word) || []).forEach((at) => found.set(at, (found.get(at) || 0) + 1)));
    return Array.from(found);
  }

  search.references = function (read) {
    const wanted = read.words.filter((word) => !search.idle.has(word)).map(keyOf);
    if (!wanted.length || read.phrases.length) {
      return [];
    }
    const needed = wanted.length < 3 ? wanted.length : Math.ceil(wanted.length * 0.75);
    return scores(wanted)
      .filter(([, score]) => score >= needed)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([at, score]) => ({ reference: brief.references[at], score }))
      .map(({ reference, score }) => ({
        kind: "reference", id: reference.id, url: reference.url, title: reference.title, number: "", text: reference.origin, score, why: "",
        reference,
      }));
  };

  const most = 3;

  /* The paragraphs that cite sources: what a title says in the words of others, the text may say in its own. */
  search.citing = function (sources) {
    const titles = new Map();
    sources
      .map((hit) => hit.reference)
      .filter(({ citing }) => citing !== undefined && !titles.has(citing))
      .forEach(({ citing, title }) => titles.set(citing, titles.get(citing) || title));
    return Array.from(titles, ([paragraph, title]) => {
      const hit = search.paragraphHit({ paragraph, score: 1, places: [], units: [], asked: [] });
      return { ...hit, why: say("cites {source}", { source: title }) };
    }).slice(0, most);
  };
})();
