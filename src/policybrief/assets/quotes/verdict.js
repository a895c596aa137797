/* What is found of a passage: the twin of checks/quote_checker.py, by which `policybrief check --quotes` goes. */
(function () {
  "use strict";

  const { quoting } = window.policybrief;
  const fewestWords = 4;
  const telling = 4;
  const partsMissing = 4;
  const partsChanged = 3;
  const piece = 2;
  const longPiece = 3;
  const name = "(?<name>[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)?)";
  const named = new RegExp(
    "\\s*(?:[(\\[]\\s*(?:[¶§]\\s*|para(?:graph|s|\\.)?\\s*)?" +
      name +
      "\\s*[)\\]]|[(\\[<]?https?://[^\\s]*?(?:/p/|#(?=p-))(?<id>[\\p{L}\\p{N}_-]+)[^\\s]*)\\s*\\.?\\s*$",
    "u"
  );

  const numbered = /^\s*(?<name>[\p{L}\p{N}]+\.n?\p{Nd}+)\s+(?=(?:\p{Nd}+\.\s+)?[“"«„‘(]?\p{L})/u;

  quoting.passages = (text) =>
    text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter(Boolean);

  /* A passage without the name of a paragraph at its end or the number at its head, and that paragraph. */
  function saidToBeFrom(passage, { paragraphs }) {
    const [last, first] = [named.exec(passage), numbered.exec(passage)];
    const readings = [last && [last, 0, last.index], first && [first, first[0].length]].filter(Boolean);
    for (const [{ groups }, start, end] of readings) {
      const said = groups.name || groups.id;
      const at = paragraphs.findIndex(({ number, id }) => number === said || id === said || id === "p-" + said);
      if (at >= 0) {
        return [passage.slice(start, end), at];
      }
    }
    return [passage, null];
  }

  /* Whether it picks words rather than quotes. */
  function picks({ pieces, words }) {
    const longest = Math.max(...pieces.map(([start, end]) => end - start));
    return longest < longPiece || words.length < piece * pieces.length;
  }

  /* Where the pieces are in a paragraph, one after the other, from a place of the first on; null where they are not. */
  function follow(texts, keys, pieces, [paragraph, start]) {
    const places = [start];
    const { length } = texts.keys[paragraph];
    let at = start + pieces[0][1] - pieces[0][0];
    for (const [from, to] of pieces.slice(1)) {
      while (at < length && quoting.run(texts, keys, from, to, [paragraph, at]) < to - from) {
        at += 1;
      }
      places.push(at);
      at += to - from;
    }
    return at <= length ? places : null;
  }

  /* The paragraphs that have all pieces of a passage, one after the other, each with the words where they are. */
  function asItIs(quotation, texts) {
    const { pieces } = quotation;
    const found = new Map();
    if (!pieces.length || (pieces.length > 1 && picks(quotation))) {
      return found;
    }
    const keys = quotation.words.map((word) => word.key);
    const [start, end] = pieces[0];
    quoting.beginning(texts, keys, start, end).forEach((place) => {
      if (!found.has(place[0]) && quoting.run(texts, keys, start, end, place) === end - start) {
        const places = follow(texts, keys, pieces, place);
        if (places) {
          found.set(place[0], places.map((at, number) => [at, at + pieces[number][1] - pieces[number][0]]));
        }
      }
    });
    return found;
  }

  function aligned(quotation, paragraph, texts) {
    const breaks = new Set(quotation.pieces.slice(1).map(([start]) => start));
    return quoting.align(quotation.words.map((word) => word.key), texts.keys[paragraph], breaks);
  }

  /* The paragraph of which a passage is with few changes, and how the two are laid beside each other. */
  function nearest(quotation, texts, wanted) {
    const { words } = quotation;
    let best = null;
    const near = words.length < fewestWords ? [] : quoting.near(texts, words.map((word) => word.key));
    const isLongEnough = (paragraph) => (words.length - texts.keys[paragraph].length) * partsChanged <= words.length;
    near.filter(isLongEnough).forEach((paragraph) => {
      const beside = aligned(quotation, paragraph, texts);
      if (!best || beside.cost < best.beside.cost || (beside.cost === best.beside.cost && paragraph === wanted)) {
        best = { paragraph, beside };
      }
    });
    if (!best || best.beside.cost * partsChanged > words.length * quoting.other) {
      return null;
    }
    const { pairs, cost } = best.beside;
    const tells = pairs.filter(([at]) => Array.from(words[at].key).length >= telling).length;
    return tells > 1 || pairs.length + cost === words.length ? best : null;
  }

  function differing(quotation, home, beside, texts) {
    const words = texts.words[home];
    const { text } = texts.paragraphs[home];
    const joined = (some) => some.map((word) => word.key).join("");
    const said = (some, whole) => (some.length ? whole.slice(some[0].start, some[some.length - 1].end) : "");
    const found = beside.changes.map(([start, end, first, last]) => {
      const [mine, theirs] = [quotation.words.slice(start, end), words.slice(first, last)];
      return { same: joined(mine) === joined(theirs), mine: said(mine, quotation.text), theirs: said(theirs, text), words: [first, last] };
    });
    // Where nothing else differs, words that are written as one or as two are what does.
    const real = found.filter(({ same }) => !same);
    return { verdict: "differs", paragraphs: [home], differences: real.length ? real : found, found: stretches(beside) };
  }

  /* The words of the paragraph that the passage has, as stretches. */
  function stretches({ pairs }) {
    const found = [];
    pairs.forEach(([at, there], number) => {
      const before = pairs[number - 1];
      if (before && before[0] === at - 1 && before[1] === there - 1) {
        found[found.length - 1][1] = there + 1;
      } else {
        found.push([there, there + 1]);
      }
    });
    return found;
  }

  function putTogether(quotation, covered, homes, texts) {
    if (homes.length > 1) {
      return { verdict: "stitched together", paragraphs: homes, differences: [], runs: covered.runs };
    }
    return differing(quotation, homes[0], aligned(quotation, homes[0], texts), texts);
  }

  function judged(quotation, texts, wanted) {
    const found = asItIs(quotation, texts);
    if (found.size) {
      const right = wanted === null || found.has(wanted);
      const home = wanted !== null && right ? wanted : found.keys().next().value;
      const others = Array.from(found.keys()).filter((one) => one !== home);
      return { verdict: right ? "verified" : "from another paragraph", paragraphs: [home], differences: [], found: found.get(home), others };
    }
    const covered = quoting.cover(quotation, texts, wanted);
    const homes = Array.from(new Set(covered.runs.map(({ paragraph }) => paragraph)));
    if (homes.length && !covered.missing) {
      return putTogether(quotation, covered, homes, texts);
    }
    const best = nearest(quotation, texts, wanted);
    if (best) {
      return differing(quotation, best.paragraph, best.beside, texts);
    }
    if (homes.length && covered.missing * partsMissing <= quotation.words.length) {
      return putTogether(quotation, covered, homes, texts);
    }
    return { verdict: "not in this brief", paragraphs: [], differences: [] };
  }

  /* The verdict in the words of the command; paragraphs by their number in `texts`. */
  quoting.check = function (passage, texts) {
    const [quoted, wanted] = saidToBeFrom(passage, texts);
    const quotation = quoting.joined(texts, quoting.read(quoted));
    return { quotation, wanted, ...judged(quotation, texts, wanted) };
  };
})();
