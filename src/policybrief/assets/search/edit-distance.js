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

  /* Restricted Damerau-Levenshtein distance, where a swap of neighbours counts one; more than `most` is most + 1.

     Only what is at most `most` places from the diagonal can count: beyond it as many letters are put in or left out. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most || b.length > 120) {
      return most + 1;
    }
    let [before, last, row] = rows;
    for (let j = 0; j <= Math.min(b.length, most + 1); j += 1) {
      last[j] = j;
    }
    for (let i = 1; i <= a.length; i += 1) {
      const sign = a.charCodeAt(i - 1);
      const start = Math.max(1, i - most);
      const end = Math.min(b.length, i + most);
      let least = start === 1 ? i : most + 1;
      row[start - 1] = least;
      for (let j = start; j <= end; j += 1) {
        const other = b.charCodeAt(j - 1);
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign === other ? 0 : 1));
        if (i > 1 && j > 1 && sign === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      row[end + 1] = most + 1;
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

  /* Of a list of texts, which ones at most so many edits may make of another: by their lengths, then by their letters.

     The answer is their places in the list, in its order; whether they are so near is left to `distance`. */
  function neighbourhood(texts) {
    const byLength = new Map();
    texts.forEach((text, at) => {
      const group = byLength.get(text.length) || { at: [], bits: [] };
      group.at.push(at);
      group.bits.push(bitsOf(text));
      byLength.set(text.length, group);
    });
    byLength.forEach((group) => {
      group.bits = Int32Array.from(group.bits);
    });
    return function (text, most) {
      const own = bitsOf(text);
      const found = [];
      for (let length = text.length - most; length <= text.length + most; length += 1) {
        const group = byLength.get(length) || { at: [], bits: [] };
        for (let at = 0; at < group.at.length; at += 1) {
          if (countBits(group.bits[at] ^ own) <= 2 * most) {
            found.push(group.at[at]);
          }
        }
      }
      return found.sort((a, b) => a - b);
    };
  }

  const longestMemory = 400;

  /* The function with its last answers kept: at each key most of a query is what it was at the key before. */
  function kept(work) {
    const known = new Map();
    return function (...given) {
      const key = given.join("\0");
      let answer = known.get(key);
      if (answer === undefined) {
        answer = work(...given);
        if (known.size >= longestMemory) {
          known.clear();
        }
        known.set(key, answer);
      }
      return answer;
    };
  }

  Object.assign(window.policybrief.searching, { bitsOf, countBits, distance, slip, mostEdits, neighbourhood, kept });
})();
