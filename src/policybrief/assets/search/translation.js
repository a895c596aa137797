/* Queries in another language, put into English word by word: names stay, as the brief knows them in many languages. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { called, exact, fold, idle, stemOfWord } = search;
  const rows = window.policybrief.searchMore.readersWords || [];
  const [german, , russian] = [0, 1, 2];
  const longest = 4;
  const fewest = 4;
  let languages = null;

  /* For each language the English words by its own, and these by how they begin. */
  function all() {
    languages = languages || (rows.length ? rows[0].split("|").slice(1) : []).map((_, language) => {
      const words = new Map();
      const begun = new Map();
      rows.forEach((row) => {
        const [english, ...others] = row.split("|");
        others[language].split(",").map(fold).filter(Boolean).forEach((word) => {
          words.set(word, words.get(word) || english);
          if (word.length >= fewest && !word.includes(" ") && !idle.has(english)) {
            search.put(begun, word.slice(0, 3), word);
          }
        });
      });
      return { words, begun, isGerman: language === german, isRussian: language === russian, isFused: language > russian };
    });
    return languages;
  }

  /* The word that differs from what is typed in its ending alone, which is as long as endings are. */
  function inflected({ words, begun, isFused }, typed) {
    let best = fewest - 1;
    let found = "";
    (begun.get(typed.slice(0, 3)) || []).forEach((word) => {
      let at = 0;
      while (at < word.length && word[at] === typed[at]) {
        at += 1;
      }
      if (at > best && at >= word.length - (word.length > 6 ? 2 : 1) && typed.length - at <= (isFused ? 6 : 3)) {
        best = at;
        found = words.get(word);
      }
    });
    return found;
  }

  /* What a German word is made of: `Friedensabkommen`, `Gaslieferungen`. */
  function compound(language, typed) {
    for (let at = typed.length - 3; at > 2; at -= 1) {
      const start = [typed.slice(0, at), typed.slice(0, at).replace(/(?:[en]?s|e?n|e)$/, "")];
      const [first] = start.flatMap((part) => language.words.get(part) || (part.length > 2 && exact(part).length ? part : []));
      const rest = typed.slice(at);
      const last = first && !idle.has(first) && (language.words.get(rest) || inflected(language, rest));
      if (last && !idle.has(last)) {
        return first + " " + last;
      }
    }
    return "";
  }

  const isMissing = (word) => stemOfWord(word) < 0 && !idle.has(word) && !called(word).length && !/\d/.test(word);
  const isName = (words) => (words.length > 1 || !idle.has(words[0])) && exact(words.join(" ")).length > 0;

  /* The words at a place that are one name, or one word of the language, the longest of them. */
  function partAt(language, words, at) {
    for (let length = Math.min(longest, words.length - at); length; length -= 1) {
      const span = words.slice(at, at + length);
      const said = language.words.get(span.join(" "));
      if (isName(span)) {
        return { length, sure: 0 };
      }
      if (said) {
        return { length, said, sure: idle.has(said) && length === 1 ? 0.5 : 1, missing: span.some(isMissing) };
      }
    }
    const [word] = words.slice(at);
    const made = isMissing(word) && word.length > 6 && language.isGerman && compound(language, word);
    const said = made || (isMissing(word) && inflected(language, word));
    // What is written much like a name is known too.
    return { length: 1, said, sure: made ? 1 : 0.5, missing: Boolean(said) || (isMissing(word) && !search.resolve(word).length) };
  }

  /* The query in the words of one language, and how sure it is that it is in that language. */
  function translated(language, typed) {
    const words = typed.map(fold);
    const said = [];
    let sure = 0;
    for (let at = 0; at < words.length; ) {
      const part = partAt(language, words, at);
      said.push(part.said || typed.slice(at, at + part.length).join(" "));
      sure += part.said && (part.missing || part.sure < 1) ? part.sure : 0;
      sure -= part.missing && !part.said ? 0.5 : 0;
      at += part.length;
    }
    return { said: said.join(" "), sure };
  }

  const isOpen = (match) => match.how === "near" || match.how === "sound";

  /* A query in English, and whether it was in another language. */
  search.inEnglish = search.kept((query) => {
    const typed = query.replace(/(^|\s)(?:[cdjlmnst]|qu)['’](?=\p{L}{3})/giu, "$1").split(/[^\p{L}\p{M}\p{N}'’.]+/u).filter((word) => fold(word));
    const isOurs = !rows.length || /["“”„«»]/.test(query) || !typed.map(fold).some(isMissing);
    if (isOurs || search.resolve(query).some((match) => !isOpen(match))) {
      return { query, isForeign: false };
    }
    const letters = search.hasOtherLetters(query) ? 0.5 : 0;
    const isCyrillic = search.cyrillic.test(query);
    const [best] = all()
      .filter(({ isRussian }) => isRussian === isCyrillic)
      .map((language) => translated(language, typed))
      .sort((a, b) => b.sure - a.sure);
    return best && best.sure > 0 && best.sure + letters >= 1 ? { query: best.said, isForeign: true } : { query, isForeign: false };
  });
})();
