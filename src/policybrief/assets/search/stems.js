/* English words without their endings, in one spelling, and irregular verbs as what they are forms of. */
(function () {
  "use strict";

  const search = window.policybrief.searching;

  /* British and American spelling alike; the letters need only be the same for both. */
  const spellings = [
    [/y[sz](?=e|ing)/, "ys"], [/i[sz](?=e|ing|ation)/, "is"], [/(..)our/, "$1or"], [/ense(?=s?$)/, "ence"],
    [/tres?$/, "ter"], [/mmes?$/, "m"], [/dgem/, "dgm"],
  ];

  const irregular = new Map(
    (
      "left leave lost lose loss lose sold sell sale sell bought buy sent send met meet held hold won win led lead " +
      "fought fight built build broke break broken break began begin begun begin chose choose chosen choose choice choose " +
      "wrote write written write spoke speak spoken speak rose rise risen rise grew grow grown grow growth grow " +
      "drew draw drawn draw withdrew withdraw withdrawn withdraw paid pay spent spend lent lend struck strike " +
      "caught catch taught teach brought bring stood stand sought seek thought think saw see seen see knew know " +
      "known know kept keep dealt deal drove drive driven drive flew fly flown fly ran run threw throw thrown throw " +
      "froze freeze frozen freeze fled flee " +
      "shot shoot fell fall fallen fall died death dead death die death men man women woman children child"
    )
      .split(" ")
      .reduce((pairs, word, at, all) => (at % 2 ? [...pairs, [all[at - 1], word]] : pairs), [])
  );

  /* Endings, and how many letters must remain without them. */
  const endings = [
    [/(?:ations?|at(?:ed|ing|es|ors?)|ments?|ness|edly|ally|ives?|ers?|ors?|al|ly|y)$/, 4],
    [/ions?$/, 5],
    [/(?:ings?|ed|es|e|s)$/, 3],
  ];

  /* What verbs and their nouns make of the same stem: dissolve, dissolution; and travelled, traveled. */
  const kindred = [
    [/olv$/, "olut"], [/duct$/, "duc"], [/cept$/, "ceiv"], [/(..)miss$/, "$1mit"], [/(..)id$/, "$1is"], [/ll$/, "l"],
  ];

  /* Little words that others would be cut down to: a note is not a `not`. */
  const little = new Set(["not", "the", "for", "her", "hav", "wer", "wil"]);

  function shorter(word) {
    for (const [ending, least] of endings) {
      const less = word.replace(ending, "");
      if (less !== word && less.length >= least) {
        return little.has(less) ? word.replace(/s$/, "") : less;
      }
    }
    return word;
  }

  // Most words have none of these letters, and are not put through every rule.
  const concerned = [/y[sz]|i[sz]|our|ense|tre|mme|dgem/, /(?:olv|duct|cept|miss|id|ll)$/];

  function replaced(word, rules, letters) {
    return letters.test(word) ? rules.reduce((left, [from, to]) => left.replace(from, to), word) : word;
  }

  function stemOf(word) {
    const regular = irregular.get(word) || irregular.get(word.replace(/s$/, "")) || word;
    if (!/^[a-z]{3,}$/.test(regular)) {
      return regular;
    }
    let left = replaced(regular, spellings, concerned[0]).replace(/(?:ies|ied)$/, "y");
    for (let less = shorter(left); less !== left; less = shorter(left)) {
      left = less;
    }
    return replaced(left, kindred, concerned[1]);
  }

  const stemmed = new Map();

  /* Names and figures suffer no harm. */
  search.stem = function (word) {
    let stem = stemmed.get(word);
    if (stem === undefined) {
      stem = stemOf(word);
      stemmed.set(word, stem);
    }
    return stem;
  };
})();
