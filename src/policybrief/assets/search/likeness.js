/* Names that are farther from what was typed: slips in several of their words, and other ways to write their sounds. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { slip, mostEdits, forms, put, byEntry, entriesOf } = search;
  const bySound = new Map();
  const byRoughSound = new Map();
  const byWord = new Map();

  const sounds = [
    [/dsch|dzh|dj|zh/g, "j"], [/shch|sh|sch/g, "s"], [/tch|ch|ts|tz/g, "c"], [/kh|gh|x/g, "h"], [/ck|q/g, "k"],
    [/ph|f|w/g, "v"], [/th/g, "t"], [/[aeiouy]+/g, "a"], [/(.)\1+/g, "$1"],
  ];

  /* Names that sound alike in any of the usual spellings have the same key; those of fewer consonants have none. */
  function soundOf(folded, fewest) {
    const key = folded
      .split(" ")
      .map((word) => sounds.reduce((said, [spelt, sound]) => said.replace(spelt, sound), word))
      .join(" ");
    return /\d/.test(key) || key.replace(/[a ]/g, "").length < (fewest || 4) ? "" : key;
  }

  /* The sounds that one alphabet writes with q, gh, k or kh, or with s or z, according to who writes them in another. */
  const rough = (sound) => sound.replace(/[ghk]+/g, "k").replace(/z/g, "s");

  /* Made when a name is first sought by its sound. */
  function sounding(folded) {
    if (!bySound.size) {
      forms.forEach((form) => {
        const sound = soundOf(form.folded);
        put(bySound, sound, form);
        put(byRoughSound, rough(sound), form);
      });
    }
    const sound = soundOf(folded);
    return bySound.get(sound) || byRoughSound.get(rough(sound)) || [];
  }

  let words = [];
  let wordsAround = null;

  /* The words of names that a slip or two make of `word`, with how many. */
  const wordsNear = search.kept((word) => {
    if (byWord.has(word) || /\d/.test(word) || word.length < 4) {
      return [[word, 0]];
    }
    const most = mostEdits(word.length + 1);
    return wordsAround(word, most)
      .map((at) => [words[at], slip(word, words[at], Math.min(most, mostEdits(words[at].length)))])
      .filter(([other, edits]) => edits <= Math.min(most, mostEdits(other.length)));
  });

  /* Forms with as many words, each of them meant by the one in its place: several slips in a name of several words. */
  function wordwise(typed) {
    if (typed.length < 2) {
      return [];
    }
    if (!byWord.size) {
      forms.forEach((form) => form.words.forEach((word) => put(byWord, word, form)));
      words = Array.from(byWord.keys());
      wordsAround = search.neighbourhood(words);
    }
    const meant = typed.map((word) => new Map(wordsNear(word)));
    if (meant.some((near) => !near.size)) {
      return [];
    }
    const [first] = meant.slice().sort((a, b) => a.size - b.size);
    const fits = (form) => form.words.length === typed.length && form.words.every((word, at) => meant[at].has(word));
    const slips = (form) => form.words.reduce((sum, word, at) => sum + meant[at].get(word), 0);
    const found = Array.from(first.keys()).flatMap((word) => byWord.get(word) || []).filter(fits);
    const least = Math.min(...found.map(slips));
    return found.filter((form) => slips(form) === least);
  }

  /* Forms that a slip in every eight letters makes of a long name, whichever of its words are joined. */
  function lengthy(folded) {
    const compact = folded.replace(/ /g, "");
    let least = Math.min(4, Math.floor(compact.length / 8));
    let found = [];
    const candidates = least > 2 ? search.around(compact, least) : [];
    candidates.forEach((at) => {
      const form = forms[at];
      if (least > 2) {
        const edits = search.distance(compact, form.compact, least);
        if (edits <= least) {
          found = edits < least ? [form] : [...found, form];
          least = edits;
        }
      }
    });
    return found;
  }

  /* Forms with a synonym in the place of a word: `deal of the century`. */
  function inOtherWords(typed) {
    const isMeant = (word, at) => word === typed[at] || search.kin(typed[at]).includes(search.stem(word));
    return typed.length < 2 ? [] : forms.filter((form) => form.words.length === typed.length && form.words.every(isMeant));
  }

  const farther = search.kept((folded) => {
    const apart = wordwise(folded.split(" "));
    const close = byEntry(apart.length ? apart : lengthy(folded));
    const others = close.length ? close : byEntry(inOtherWords(folded.split(" ")));
    return others.length ? entriesOf(others, "near") : entriesOf(byEntry(sounding(folded)), "sound");
  });

  const { unsure } = search;
  search.unsure = (query, folded, compact) => {
    const close = unsure(query, folded, compact);
    return close.length ? close : farther(folded);
  };
  /* Each word with the same stem, endings aside, as Russian inflects them. */
  function inflected(typed) {
    return forms.filter(
      (form) =>
        form.cyrillic &&
        form.words.length === typed.length &&
        form.words.every((word, at) => {
          let stem = 0;
          while (stem < word.length && word[stem] === typed[at][stem]) {
            stem += 1;
          }
          const left = Math.max(word.length, typed[at].length) - stem;
          return !left || (stem >= 4 && left <= 4 && word.length - stem <= 3);
        })
    );
  }

  Object.assign(search, { soundOf, rough, inflected });
})();
