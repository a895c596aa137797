/* Reads numbers as the build writes them (outputs/search_words.py). */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const [signs, one, two, three] = window.policybrief.searchData.code;
  const value = new Uint8Array(128);
  Array.from(signs).forEach((sign, at) => {
    value[sign.charCodeAt(0)] = at;
  });

  /* The numbers that a row of characters stands for: one character each, or two, three or five. */
  function numbers(row) {
    const base = signs.length;
    const found = [];
    for (let at = 0; at < row.length; at += 1) {
      const first = value[row.charCodeAt(at)];
      if (first < one) {
        found.push(first);
        continue;
      }
      let lead = first - one;
      let before = one;
      let digits = 1;
      if (lead >= two) {
        lead -= two;
        before += two * base;
        digits = 2;
        if (lead >= three) {
          lead -= three;
          before += three * base * base;
          digits = 4;
        }
      }
      for (; digits; digits -= 1) {
        at += 1;
        lead = lead * base + value[row.charCodeAt(at)];
      }
      found.push(before + lead);
    }
    return found;
  }

  search.numbers = numbers;
})();
