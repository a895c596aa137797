/* Words and names in one order, where those that begin alike are neighbours. */
(function () {
  "use strict";

  /* By the numbers of the letters, not by the rules of a language: `startsWith` does not know those either. */
  function compare(a, b) {
    if (a === b) {
      return 0;
    }
    return a < b ? -1 : 1;
  }

  /* Of items in the order of their texts, those whose text begins with `start`, `most` of them. */
  function beginning(items, textOf, start, most) {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (textOf(items[middle]) < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    let end = low;
    while (end < items.length && end - low < most && textOf(items[end]).startsWith(start)) {
      end += 1;
    }
    return items.slice(low, end);
  }

  Object.assign(window.policybrief.searching, { compare, beginning });
})();
