/* Queries in another language than the brief is in: of their words it has the names alone. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, byEntry, entriesOf, forms, isProper, soundOf, terms, tokens } = search;
  let letters = null;

  /* The letters of the words that the text has with a small first letter, made when a word is first unknown. */
  function ownLetters() {
    const words = new Set(brief.paragraphs.flatMap(({ row }) => row).map((token) => tokens[token]));
    return new Set(Array.from(words).filter((word) => /^\p{Ll}/u.test(word)).join(""));
  }

  function hasOtherLetters(raw) {
    letters = letters || ownLetters();
    return Array.from(raw.toLowerCase().replace(/\P{L}/gu, "")).some((letter) => !letters.has(letter));
  }

  /* Whether the text has a word as a name only, whatever its ending. */
  function isNamed(word) {
    const stem = search.stemOfWord(word);
    return stem >= 0 && terms.every((term, at) => search.stemOf[at] !== stem || isProper(term) || !search.known.has(term));
  }

  const isFigure = (word) => /^\d+$/.test(word);
  const isKnown = ({ kind, words, events, meant }) =>
    kind !== "word" || Boolean(events) || words.every(isFigure) || isNamed(meant || words[0]);

  /* Whether a word is written as a name; one all in capitals is an abbreviation of its own language. */
  function isName(word, raw) {
    return raw.split(/[^\p{L}\p{N}]+/u).some((typed) => /^\p{Lu}\P{Lu}/u.test(typed) && search.fold(typed) === word);
  }

  /* The words that need not be there: those beside names, where nothing else of the query is in the text. Beside a whole
     name, that is so of words that only other names have. */
  search.spare = function (units, raw, isForeign) {
    const isWhole = units.some((unit) => unit.kind === "entry");
    const isExtra = ({ kind, events }) => kind === "unknown" || (isWhole && kind === "word" && Boolean(events));
    const extra = units.filter(isExtra);
    const isRest = extra.length > 0 && extra.length < units.length;
    const isOther = isRest && (isForeign || (units.every(isKnown) && hasOtherLetters(raw)));
    const isSpare = (unit) => unit.kind !== "unknown" || !isName(unit.words[0], raw);
    return isOther ? extra.filter(isSpare) : [];
  };

  /* What Turkic languages put after a noun, in plain letters: plural, possessive and case. */
  const ending = /^(?:l[ae]r)?(?:s?[iu])?(?:n?[iu]n|n?[dt][ae]n?(?:k[iu])?|[ny]?[aeiu]|y?l[ae]|l[iu][kq]?)?$/;

  function isInflected(typed, word) {
    let at = 0;
    while (at < word.length && word[at] === typed[at]) {
      at += 1;
    }
    return at > 3 && ending.test(typed.slice(at)) && ending.test(word.slice(at));
  }

  /* The forms that are typed with other endings; of several words, those that end with them: `Minsk qrupunun`. */
  function withEndings(typed) {
    const isLong = ({ words }) => (typed.length > 1 ? words.length >= typed.length : words.length === 1);
    const isMeant = (word, at) => word === typed[at] || isInflected(typed[at], word);
    return forms.filter((form) => isLong(form) && form.words.slice(-typed.length).every(isMeant));
  }

  const { nearWords, unsure } = search;
  search.unsure = (query, folded, compact) => {
    const close = unsure(query, folded, compact);
    return close.length ? close : entriesOf(byEntry(withEndings(folded.split(" "))), "inflected");
  };

  search.hasOtherLetters = hasOtherLetters;

  let bySound = null;

  /* Words that many languages share sound alike in each: `koridoru` is the corridor, `протокол` the protocol. */
  const keyOf = (word) => search.rough(soundOf(word.replace(/c(?![eiyh])/g, "k"), 3)).replace(/a$/, "");
  const isLong = (word) => soundOf(word) !== "";

  /* The words of the text that sound so, names among them which the glossary need not know. */
  function sounding(word) {
    if (!bySound) {
      bySound = new Map();
      terms.forEach((term, at) => search.stemOfWord(term) >= 0 && search.put(bySound, keyOf(term), at));
    }
    // Of few consonants, only names are as long and sound so: `Gebele`.
    const isAlike = (at) => isLong(word) || (isProper(terms[at]) && terms[at].length === word.length);
    return (bySound.get(keyOf(word)) || []).filter(isAlike);
  }

  search.nearWords = (word, most) => {
    const near = nearWords(word, most);
    return near.length ? near : sounding(word);
  };
})();
