/* Words that may stand for one another in this brief, as its settings say: a reader's own way of putting what it says. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const known = new Map();

  window.policybrief.searchMore.synonyms
    .map((circle) => circle.map((word) => search.stem(search.fold(word))))
    .forEach((circle) =>
      circle.forEach((stem) => known.set(stem, (known.get(stem) || []).concat(circle.filter((other) => other !== stem))))
    );

  /* The stems that may stand for the one of `word`. */
  search.kin = (word) => known.get(search.stem(word)) || [];
})();
