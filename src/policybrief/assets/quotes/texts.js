/* The paragraphs of a brief by their words, to look passages up in: the twin of checks/quote_texts.py. */
(function () {
  "use strict";

  const { quoting, searching } = window.policybrief;
  const candidates = 6;
  const weight = 1000;
  /* A word or a year, and the number of a note. */
  const withNote = /^(\p{L}{3,})\p{Nd}{1,3}$|^((?:1[5-9]|20)\p{Nd}{2})(?:\.\p{Nd}{1,3})+$/u;
  const sumWithNote = /^(\p{Nd}+)\.\p{Nd}+$/u;
  const none = [];
  const known = new Map();

  /* A word without the marks over its letters; a sign that is no word as it is. */
  quoting.folded = function (key) {
    let plain = known.get(key);
    if (plain === undefined) {
      plain = searching.fold(key) || key;
      known.set(key, plain);
    }
    return plain;
  };

  function add(map, key, value) {
    const list = map.get(key);
    if (list) {
      list.push(value);
    } else {
      map.set(key, [value]);
    }
  }

  const pair = (first, second) => first + " " + second;

  /* Of paragraphs with `id`, `number` and `text`. */
  quoting.texts = function (paragraphs) {
    const words = paragraphs.map(({ text }) => quoting.words(text));
    const keys = words.map((some) => some.map((word) => word.key));
    const [places, pairs, having] = [new Map(), new Map(), new Map()];
    keys.forEach((some, number) => {
      some.forEach((key, at) => {
        add(places, key, [number, at]);
        if (at) {
          add(pairs, pair(some[at - 1], key), [number, at - 1]);
        }
      });
      new Set(some.map(quoting.folded)).forEach((word) => add(having, word, number));
    });
    return { paragraphs, words, keys, places, pairs, having };
  };

  /* The places at which the texts have the first two of these words, or the only one. */
  quoting.beginning = (texts, quoted, start, end) =>
    (end - start > 1 ? texts.pairs.get(pair(quoted[start], quoted[start + 1])) : texts.places.get(quoted[start])) || none;

  /* How many of the words follow one another at a place. */
  quoting.run = function (texts, quoted, start, end, [paragraph, from]) {
    const there = texts.keys[paragraph];
    let length = 0;
    while (start + length < end && from + length < there.length && quoted[start + length] === there[from + length]) {
      length += 1;
    }
    return length;
  };

  /* The paragraphs that have most of these words, however they are spelt; rare ones count more. */
  quoting.near = function (texts, quoted) {
    const scores = new Map();
    new Set(quoted.map(quoting.folded)).forEach((word) => {
      const having = texts.having.get(word) || none;
      having.forEach((paragraph) => scores.set(paragraph, (scores.get(paragraph) || 0) + Math.floor(weight / having.length)));
    });
    return Array.from(scores)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, candidates)
      .map(([paragraph]) => paragraph);
  };

  function has(texts, words) {
    const keys = words.map((word) => word.key);
    const { length } = keys;
    return quoting.beginning(texts, keys, 0, length).some((place) => quoting.run(texts, keys, 0, length, place) === length);
  }

  function withoutNote(texts, key, pattern) {
    const [, word, year] = (!texts.places.has(key) && pattern.exec(key)) || [];
    return texts.places.has(word || year) ? word || year : key;
  }

  /* The passage with broken words made whole, and without numbers of notes, as far as the texts have it so. */
  quoting.joined = function (texts, quotation) {
    const words = [];
    const moved = [];
    let goesOn = false;
    quotation.words.forEach((word, at) => {
      const last = words[words.length - 1];
      const whole = goesOn ? last.key + word.key : "";
      if (texts.places.has(whole)) {
        words[words.length - 1] = { key: whole, start: last.start, end: word.end };
      } else if (!quotation.notes.has(at) || has(texts, [last, ...quotation.words.slice(at, at + 2)])) {
        words.push({ key: withoutNote(texts, word.key, quotation.sums.has(at) ? sumWithNote : withNote), start: word.start, end: word.end });
      }
      moved.push(words.length - 1);
      goesOn = quotation.broken.has(at);
    });
    return { text: quotation.text, words, pieces: quotation.pieces.map(([start, end]) => [moved[start], moved[end - 1] + 1]) };
  };
})();
