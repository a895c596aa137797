/* Queries in another language, put into English word by word: names are what the brief calls them. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { answer, brief, called, exact, fold, idle, stemOfWord } = search;
  const { say } = window.policybrief;
  const rows = window.policybrief.searchMore.readersWords;
  const [german, russian] = [0, 2];
  const longest = 4;
  const fewest = 4;
  let languages = null;

  /* The words of a language with their English, and those that may have endings by their first letters. */
  function read(language) {
    const words = new Map();
    const begun = new Map();
    rows.forEach((row) => {
      const [english, ...others] = row.split("|");
      others[language].split(",").map(fold).filter((word) => word && !words.has(word)).forEach((word) => {
        words.set(word, english);
        if (word.length >= fewest && !word.includes(" ") && !idle.has(english)) {
          search.put(begun, word.slice(0, 3), word);
        }
      });
    });
    return { words, begun, isGerman: language === german, isRussian: language === russian, isTurkic: language > russian };
  }

  function all() {
    languages = languages || (rows.length ? rows[0].split("|").slice(1).map((_, language) => read(language)) : []);
    return languages;
  }

  /* The word that differs from the typed one only in an ending of the usual length: `uçağı` is a form of `uçak`. */
  function inflected({ words, begun, isTurkic }, typed) {
    let best = fewest - 1;
    let found = "";
    (begun.get(typed.slice(0, 3)) || []).forEach((word) => {
      const stem = isTurkic && typed[word.length - 1] === "g" ? word.replace(/[kq]$/, "g") : word;
      let at = 0;
      while (at < stem.length && stem[at] === typed[at]) {
        at += 1;
      }
      if (at > best && at >= stem.length - (stem.length > 6 ? 2 : 1) && typed.length - at <= (isTurkic ? 6 : 3)) {
        best = at;
        found = words.get(word);
      }
    });
    return found;
  }

  /* Whether the text lacks a word, with any ending; and whether names lack it too. */
  const isStrange = (word) => stemOfWord(word) < 0 && !idle.has(word) && !/\d/.test(word);
  const isMissing = (word) => isStrange(word) && !called(word).length;
  const isOfText = (words) => words.every((word) => stemOfWord(word) >= 0);

  /* The name that the text uses for an entry, with the same number of words if possible, if it lacks the typed one. */
  function named(span) {
    const [match, other] = exact(span.join(" "));
    const { forms, name } = brief.entries[match.entry];
    const alike = forms.find((form) => !form.ambiguous && form.words.length === span.length && isOfText(form.words));
    return other || isOfText(span) ? "" : (alike && alike.text) || name;
  }

  const isName = (span) => (span.length > 1 || !idle.has(span[0])) && exact(span.join(" ")).length > 0;

  /* The first half of a German compound: a word or a name, which may be misspelled if the other half is sure. */
  function half({ words }, start, isSure) {
    const found = [start, start.replace(/(?:[en]?s|e?n|e)$/, "")].filter((part) => part.length > 2).flatMap((part) => {
      const close = isSure && part.length > 5 ? search.unsure(part, part, part) : [];
      return words.get(part) || (isName([part]) && (named([part]) || part)) || (close.length && close[0].form.text) || [];
    });
    return found.find((said) => !idle.has(said)) || "";
  }

  /* The parts of a German compound in English: `Friedensabkommen`, `Gaslieferungen`, `Karabachkonflikt`. */
  function compound(language, typed) {
    for (let at = typed.length - 3; at > 2; at -= 1) {
      const rest = language.words.get(typed.slice(at));
      const last = rest || inflected(language, typed.slice(at));
      const first = last && !idle.has(last) && half(language, typed.slice(0, at), Boolean(rest));
      if (first) {
        return first + " " + last;
      }
    }
    return "";
  }

  /* How surely words belong to a language: its small words count less, and words that are the same in English not at all. */
  function sureOf(span, said) {
    const isSmall = span.length === 1 && idle.has(said);
    const isOther = fold(said) !== span.join(" ") && (isSmall || span.some(isMissing));
    return (isOther ? 1 : 0) * (isSmall ? 0.5 : 1);
  }

  /* The longest name or word of the language at a place in the query, and how sure that is. */
  function partAt(language, words, at) {
    for (let length = Math.min(longest, words.length - at); length; length -= 1) {
      const span = words.slice(at, at + length);
      const said = language.words.get(span.join(" "));
      if (isName(span)) {
        return { length, said: named(span), sure: 0 };
      }
      if (said) {
        return { length, said, sure: sureOf(span, said) };
      }
    }
    const word = words[at];
    const made = isStrange(word) && language.isGerman && word.length > 6 && compound(language, word);
    const said = made || (isStrange(word) && inflected(language, word));
    // A word similar to a name is no evidence for or against a language.
    const isUnknown = !said && isMissing(word) && !search.resolve(word).length;
    return { length: 1, said, sure: (made ? 1 : 0) + (said && !made ? 0.5 : 0) - (isUnknown ? 0.5 : 0) };
  }

  const asking = /^(?:when|whose?|where|why|how(?: many)?|what)$/;

  /* The query in English, question words first, and how sure it is that it was in this language. */
  function translated(language, typed) {
    const words = typed.map(fold);
    const said = [];
    let sure = 0;
    for (let at = 0; at < words.length; ) {
      const part = partAt(language, words, at);
      said.push(part.said || typed.slice(at, at + part.length).join(" "));
      sure += part.sure;
      at += part.length;
    }
    const isAsking = (word) => asking.test(word);
    return { query: [...said.filter(isAsking), ...said.filter((word) => !isAsking(word))].join(" "), sure };
  }

  const isSure = (match) => match.how !== "near" && match.how !== "sound";
  const elided = /(^|\s)(?:[cdjlmnst]|qu)['’](?=\p{L}{3})/giu;
  const between = /[^\p{L}\p{M}\p{N}'’.]+/u;

  /* A query in English, and whether it was in another language: apart from names, most of its words are in that language. */
  const inEnglish = search.kept((query) => {
    const typed = query.replace(elided, "$1").split(between).filter((word) => fold(word));
    const isOurs = /["“”„«»]/.test(query) || !typed.some((word) => isMissing(fold(word)));
    if (isOurs || search.resolve(query).some(isSure)) {
      return { query, isForeign: false };
    }
    const isCyrillic = search.cyrillic.test(query);
    const own = all().filter(({ isRussian }) => isRussian === isCyrillic);
    const [best] = own.map((language) => translated(language, typed)).sort((a, b) => b.sure - a.sure);
    const enough = search.hasOtherLetters(query) ? 0.5 : 1;
    return best && best.sure >= enough ? { query: best.query, isForeign: true } : { query, isForeign: false };
  });

  /* The answer; its first hit says how the query was read. */
  search.answer = function (asked, limits) {
    const { query, isForeign } = inEnglish(asked.slice(0, search.longestQuery));
    const found = answer(query, limits, isForeign);
    found.hits.slice(0, isForeign ? 1 : 0).forEach((hit) => {
      hit.why = [say("read as {query}", { query }), hit.why].filter(Boolean).join("; ");
    });
    return found;
  };
})();
