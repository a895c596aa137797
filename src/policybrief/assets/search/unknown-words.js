/* Words that the text does not have, beside others that say enough without them. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { idf, isName } = search;
  const half = 0.5;
  const enough = 6;
  const enoughInOthers = 4;

  /* Whether words and names, more than one, say much about a paragraph that has them. */
  function areTelling(units, least) {
    const known = units.filter((unit) => unit.kind === "word" || unit.kind === "entry");
    return known.length > 1 && known.reduce((sum, unit) => sum + unit.idf, 0) > least;
  }

  const { spare } = search;

  /* Of a query in another language a name may be written in a way that is not known; otherwise one word, if it is no
     name, is asked for no more than the rest. */
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
