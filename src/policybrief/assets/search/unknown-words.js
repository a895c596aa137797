/* Words that the text lacks, in queries whose other words say enough. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { idf, isName } = search;
  const half = 0.5;
  const enough = 6;
  const enoughInOthers = 4;

  /* Whether several words and names say much about a paragraph that has them. */
  function areTelling(units, least) {
    const known = units.filter((unit) => unit.kind === "word" || unit.kind === "entry");
    return known.length > 1 && known.reduce((sum, unit) => sum + unit.idf, 0) > least;
  }

  const { spare } = search;

  /* In a query in another language, names may be spelled in an unknown way. In other queries, one unknown word that is not
     a name counts less than the rest. */
  search.spare = function (units, raw, isForeign) {
    const unknown = units.filter((unit) => unit.kind === "unknown");
    if (isForeign && areTelling(units, enoughInOthers)) {
      return unknown;
    }
    if (unknown.length === 1 && areTelling(units, enough) && !isName(unknown[0].words[0], raw)) {
      unknown[0].idf = idf(0) * half;
    }
    return spare(units, raw, isForeign);
  };
})();
