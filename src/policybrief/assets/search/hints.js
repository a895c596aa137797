/* Names that a query which found nothing may have meant: a suggestion, never an answer. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;

  function like(typed, textOf, mostEdits) {
    const bits = search.bitsOf(typed);
    return search.forms
      .map((form) => ({ form, text: textOf(form) }))
      .filter(({ text }) => text && search.countBits(search.bitsOf(text) ^ bits) <= 2 * mostEdits)
      .map(({ form, text }) => ({ form, edits: search.distance(typed, text, mostEdits) }))
      .filter((one) => one.edits <= mostEdits)
      .sort((a, b) => a.edits - b.edits || a.form.entry - b.form.entry);
  }

  /* What is left of a name when each language has put its own vowels into it. */
  const consonants = (folded) => search.soundOf(folded).replace(/[a ]/g, "");

  search.maybe = function (read) {
    const folded = fold(read.raw);
    const typed = folded.replace(/ /g, "");
    if (typed.length < 5 || typed.length > 40) {
      return [];
    }
    const bare = consonants(folded);
    const close = like(typed, (form) => form.compact, Math.floor(typed.length / 3));
    const similar = close.length || bare.length < 4 ? [] : like(bare, (form) => consonants(form.folded), 1);
    const named = read.units.flatMap((unit) => unit.matches || []).map((match) => ({ form: match }));
    return [...close, ...similar, ...named]
      .map((one) => brief.entries[one.form.entry].name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .slice(0, 3);
  };
})();
