/* How far one word is from another that may have been meant. */
(function () {
  "use strict";

  /* Which letters and figures a word has, one bit each: two edits change at most four bits. */
  function bitsOf(word) {
    let bits = 0;
    for (let at = 0; at < word.length; at += 1) {
      bits |= 1 << (word.charCodeAt(at) % 31);
    }
    return bits;
  }

  function countBits(bits) {
    let left = bits - ((bits >>> 1) & 0x55555555);
    left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
    return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }

  const rows = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)];

  /* Restricted Damerau-Levenshtein distance, where a swap of neighbours counts one; more than `most` is most + 1. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most || b.length > 120) {
      return most + 1;
    }
    let [before, last, row] = rows;
    for (let j = 0; j <= b.length; j += 1) {
      last[j] = j;
    }
    for (let i = 1; i <= a.length; i += 1) {
      const sign = a.charCodeAt(i - 1);
      let least = i;
      row[0] = i;
      for (let j = 1; j <= b.length; j += 1) {
        const other = b.charCodeAt(j - 1);
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign === other ? 0 : 1));
        if (i > 1 && j > 1 && sign === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      [before, last, row] = [last, row, before];
    }
    return Math.min(last[b.length], most + 1);
  }

  function mostEdits(length) {
    if (length < 4) {
      return 0;
    }
    return length < 8 ? 1 : 2;
  }

  /* Whether `b` may be what was meant by `a`: the first letter of a short word is no slip. */
  function slip(a, b, most) {
    const edits = distance(a, b, most);
    const first = a[0] === b[0];
    return edits > most || first || (edits === 1 && b.length > 4) || b.length > 9 ? edits : most + 1;
  }

  Object.assign(window.policybrief.searching, { bitsOf, countBits, distance, slip, mostEdits });
})();
