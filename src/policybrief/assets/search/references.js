/* Sources for a query: their titles and publishers have its words. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;

  function wordsOf(reference) {
    reference.words = reference.words || new Set(fold(reference.title + " " + reference.origin).split(" ").map(search.stem));
    return reference.words;
  }

  search.references = function (read) {
    const wanted = read.words.filter((word) => !search.idle.has(word)).map(search.stem);
    if (!wanted.length || read.phrases.length) {
      return [];
    }
    const needed = wanted.length < 3 ? wanted.length : Math.ceil(wanted.length * 0.75);
    return brief.references
      .map((reference) => ({ reference, score: wanted.filter((word) => wordsOf(reference).has(word)).length }))
      .filter((one) => one.score >= needed)
      .sort((a, b) => b.score - a.score)
      .map(({ reference, score }) => ({
        kind: "reference", id: reference.id, url: reference.url, title: reference.title, number: "", text: reference.origin, score, why: "",
      }));
  };
})();
