/* Numbers in a query, with what they count. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { sequence, phraseUnit } = search;

  /* A number as it is typed at `at`, with as much of what it counts as the text has after it; null where it is none. */
  function numberAt(words, at) {
    const isNumber = (word) => /^\d+$/.test(word || "");
    if (!isNumber(words[at])) {
      return null;
    }
    let end = at + 1;
    while (isNumber(words[end]) && words[end].length < 4) {
      end += 1;
    }
    const typed = words.slice(at, end);
    const parted = typed.concat().join("").replace(/\B(?=(\d{3})+$)/g, " ").split(" ");
    const number = [typed, parted].find((some) => sequence(some).size);
    if (!number) {
      return null;
    }
    for (let further = Math.min(2, words.length - end); further >= 0; further -= 1) {
      const whole = number.concat(words.slice(end, end + further));
      const unit = phraseUnit(whole);
      if (unit.found.size && (further || typed.length > 1 || number !== typed)) {
        return { length: end + further - at, unit: { ...unit, needed: true } };
      }
    }
    return null;
  }

  /* `S300` as the text has it: S-300. */
  const apart = (typed, letters, figures) => (sequence([search.fold(letters), figures]).size ? letters + "-" + figures : typed);

  /* A query with the abbreviations beside its numbers written out, as the text has them. */
  search.inFull = (query) =>
    query
      .replace(/(\d)\s?%|\bpercent(?:age)?\b/g, "$1 per cent")
      .replace(/(\d)\s?b(?:n|cm)\b/gi, "$1 billion")
      .replace(/(\d)mn?\b/gi, "$1 million")
      .replace(/\b(\p{L}{1,3})(\d{2,4})\b/gu, apart);

  search.numberAt = numberAt;
})();
