/* Names that a query which found nothing may have meant: a suggestion, never an answer. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold } = search;

  const offered = 3;

  /* The forms whose text at most so many edits make of what was typed, the nearest first; only those of the nearest
     entries, as many as are offered, are sure to be among them. */
  function like(typed, texts, around, mostEdits) {
    const nearest = new Map();
    const found = [];
    let allowed = mostEdits;
    around(typed, mostEdits).forEach((at) => {
      const form = search.forms[at];
      const edits = search.distance(typed, texts[at], allowed);
      if (edits <= allowed) {
        found.push({ form, edits });
        const known = nearest.get(form.entry);
        nearest.set(form.entry, known === undefined ? edits : Math.min(known, edits));
        const best = Array.from(nearest.values()).sort((a, b) => a - b);
        allowed = best.length < offered ? allowed : best[offered - 1];
      }
    });
    return found.sort((a, b) => a.edits - b.edits || a.form.entry - b.form.entry);
  }

  /* What is left of a name when each language has put its own vowels into it. */
  const consonants = (folded) => search.soundOf(folded).replace(/[a ]/g, "");
  const written = search.forms.map((form) => form.compact);
  /* Made when they are first needed. */
  let bare = null;
  let bareAround = null;

  function similarTo(folded) {
    const typed = consonants(folded);
    if (typed.length < 4) {
      return [];
    }
    bare = bare || search.forms.map((form) => consonants(form.folded));
    bareAround = bareAround || search.neighbourhood(bare);
    return like(typed, bare, bareAround, 1);
  }

  search.maybe = function (read) {
    const folded = fold(read.raw);
    const typed = folded.replace(/ /g, "");
    if (typed.length < 5 || typed.length > 40) {
      return [];
    }
    const close = like(typed, written, search.around, Math.floor(typed.length / 3));
    const similar = close.length ? [] : similarTo(folded);
    const named = read.units.flatMap((unit) => unit.matches || []).map((match) => ({ form: match }));
    return [...close, ...similar, ...named]
      .map((one) => brief.entries[one.form.entry].name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .slice(0, offered);
  };
})();
