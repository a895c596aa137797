/* A passage as stretches of words, each of which a paragraph has just so: the twin of checks/quote_runs.py. */
(function () {
  "use strict";

  const { quoting } = window.policybrief;
  const fewestWords = 4;
  const most = 2 ** 20;

  /* For each word how many words from it on each paragraph has just so, the longest in each. */
  function places(quotation, keys, texts) {
    const found = keys.map(() => []);
    quotation.pieces.forEach(([start, end]) => {
      let before = new Map();
      for (let at = start; at < end - 1; at += 1) {
        const here = new Map();
        const longest = new Map();
        quoting.beginning(texts, keys, at, end).forEach((place) => {
          const known = before.get(place[0] * most + place[1] - 1) || 0;
          const length = known > 1 ? known - 1 : quoting.run(texts, keys, at, end, place);
          here.set(place[0] * most + place[1], length);
          longest.set(place[0], Math.max(longest.get(place[0]) || 0, length));
        });
        found[at] = Array.from(longest);
        before = here;
      }
    });
    return found;
  }

  /* The stretches, start and length, that hold most words, and of those ways the one with fewest stretches. */
  function parts(quotation, longest) {
    const found = [];
    quotation.pieces.forEach(([start, end]) => {
      const least = Math.max(2, Math.min(fewestWords, end - start));
      const best = new Float64Array(end - start + 1);
      const chosen = new Int32Array(end - start + 1);
      for (let at = end - start - 1; at >= 0; at -= 1) {
        best[at] = best[at + 1];
        for (let length = longest[start + at]; length >= least; length -= 1) {
          const value = best[at + length] + length * most - 1;
          if (value > best[at]) {
            best[at] = value;
            chosen[at] = length;
          }
        }
      }
      for (let at = 0; at < end - start; at += chosen[at] || 1) {
        if (chosen[at]) {
          found.push([start + at, chosen[at]]);
        }
      }
    });
    return found;
  }

  const held = (some) => some.reduce((sum, [, length]) => sum + length, 0);

  /* The stretches that hold most of a passage, from one paragraph where it has as much as all together. */
  quoting.cover = function (quotation, texts, wanted) {
    const keys = quotation.words.map((word) => word.key);
    const found = places(quotation, keys, texts);
    const all = parts(quotation, found.map((some) => some.reduce((longest, [, length]) => Math.max(longest, length), 0)));
    const total = held(all);
    const alone = quotation.pieces.filter(([start, end]) => end - start === 1).length;
    const missing = keys.length - alone - total;
    const homes = all.map(([start, length]) => found[start].filter((one) => one[1] >= length).map(([paragraph]) => paragraph).sort((a, b) => a - b));
    for (const paragraph of new Set(homes.flat())) {
      if (texts.keys[paragraph].length >= total) {
        const within = parts(quotation, found.map((some) => (some.find(([one]) => one === paragraph) || [0, 0])[1]));
        if (held(within) === total) {
          return { runs: within.map(([start, length]) => ({ start, end: start + length, paragraph })), missing };
        }
      }
    }
    const runs = [];
    all.forEach(([start, length], at) => {
      const last = runs.length ? runs[runs.length - 1].paragraph : null;
      const home = [wanted, last].find((one) => homes[at].includes(one));
      runs.push({ start, end: start + length, paragraph: home === undefined ? homes[at][0] : home });
    });
    return { runs, missing };
  };
})();
