/* Two texts word by word: the twin of checks/quote_alignment.py; where two ways cost the same, both take the same one. */
(function () {
  "use strict";

  const { quoting } = window.policybrief;
  const other = 4;
  const [marks, ending] = [1, 2];
  const stem = 4;
  const [same, changed, added, leftOut] = [0, 1, 2, 3];

  function unlike(word, there) {
    if (quoting.folded(word) === quoting.folded(there)) {
      return marks;
    }
    const begin = Array.from(word).slice(0, stem);
    const alike = begin.length === stem && begin.join("") === Array.from(there).slice(0, stem).join("");
    return alike && !/^\p{Nd}+$/u.test(word) ? ending : other;
  }

  /* The least cost, where in the paragraph it ends, and the last step to each pair of places. */
  function table(quoted, text, breaks) {
    const width = text.length + 1;
    let costs = new Int32Array(width);
    const steps = [new Uint8Array(width).fill(leftOut)];
    quoted.forEach((word, at) => {
      const row = at + 1;
      const before = costs;
      costs = new Int32Array(width);
      costs[0] = row * other;
      const taken = new Uint8Array(width);
      taken[0] = added;
      const skip = breaks.has(row) ? 0 : other;
      const distances = new Map([[word, 0]]);
      for (let column = 1; column < width; column += 1) {
        const there = text[column - 1];
        let far = distances.get(there);
        if (far === undefined) {
          far = unlike(word, there);
          distances.set(there, far);
        }
        let best = before[column - 1] + far;
        let step = far ? changed : same;
        if (before[column] + other < best) {
          best = before[column] + other;
          step = added;
        }
        if (costs[column - 1] + skip < best) {
          best = costs[column - 1] + skip;
          step = leftOut;
        }
        costs[column] = best;
        taken[column] = step;
      }
      steps.push(taken);
    });
    const end = costs.lastIndexOf(costs.reduce((least, cost) => Math.min(least, cost)));
    return { cost: costs[end], end, steps };
  }

  /* The stretches that are not the same: from which word of the passage to which, and the same of the paragraph. */
  function changes(taken, breaks) {
    const found = [];
    let start = null;
    taken.forEach(([step, row, column]) => {
      if (step === same || (step === leftOut && breaks.has(row))) {
        if (start) {
          found.push([start[0], row, start[1], column]);
        }
        start = null;
      } else if (!start) {
        start = [row, column];
      }
    });
    if (start) {
      const [step, row, column] = taken[taken.length - 1];
      found.push([start[0], row + (step === leftOut ? 0 : 1), start[1], column + (step === added ? 0 : 1)]);
    }
    return found;
  }

  /* How a passage is best laid beside some stretch of a paragraph; what is left out before `breaks` costs nothing. */
  quoting.align = function (quoted, text, breaks) {
    const { cost, end, steps } = table(quoted, text, breaks);
    const taken = [];
    let row = quoted.length;
    let column = end;
    while (row) {
      const step = steps[row][column];
      row -= step === leftOut ? 0 : 1;
      column -= step === added ? 0 : 1;
      taken.push([step, row, column]);
    }
    taken.reverse();
    return { cost, pairs: taken.flatMap(([step, at, there]) => (step === same ? [[at, there]] : [])), changes: changes(taken, breaks) };
  };

  quoting.other = other;
})();
