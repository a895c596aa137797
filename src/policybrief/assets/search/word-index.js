/* Where each word stands, by its stem, and which words a typed one may mean. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, stem, termOf, terms } = search;

  const stems = new Map();
  const stemOf = [];
  /* For each stem its paragraphs, and for each paragraph the places of its words. */
  const postings = [];
  /* For each stem the paragraphs under a heading that has it. */
  const headed = [];

  terms.forEach((term, at) => {
    const key = stem(term);
    if (!stems.has(key)) {
      stems.set(key, postings.push(new Map()) - 1);
    }
    stemOf[at] = stems.get(key);
  });

  const breaks = new Set(search.tokens.map((token, at) => (token.includes("\n") ? at : -1)));
  let all = 0;
  brief.paragraphs.forEach((paragraph, number) => {
    const words = [];
    paragraph.places = [];
    paragraph.row.forEach((token, at) => {
      const term = termOf[token];
      if (term >= 0) {
        const places = postings[stemOf[term]];
        const known = places.get(number);
        if (known) {
          known.push(words.length);
        } else {
          places.set(number, [words.length]);
        }
        words.push(term);
        paragraph.places.push(at);
      }
    });
    paragraph.words = words;
    paragraph.heading.forEach((term) => {
      headed[stemOf[term]] = headed[stemOf[term]] || new Set();
      headed[stemOf[term]].add(number);
    });
    paragraph.isList = paragraph.row.some((token) => breaks.has(token));
    all += words.length;
  });
  const mean = all / Math.max(1, brief.paragraphs.length);

  const used = terms.map((_, at) => at).filter((at) => postings[stemOf[at]].size);
  const inOrder = used.slice().sort((a, b) => search.compare(terms[a], terms[b]));

  const beginningWith = (start) => search.beginning(inOrder, (at) => terms[at], start, 60);

  const around = search.neighbourhood(used.map((at) => terms[at]));

  /* The words of the text that one slip makes of `word`, two where it is long. */
  const near = search.kept((word, most) => {
    let least = most;
    let found = [];
    around(word, most).forEach((index) => {
      const at = used[index];
      if (Math.abs(terms[at].length - word.length) <= least) {
        const edits = terms[at].length < 4 || /\d/.test(terms[at]) ? most + 1 : search.slip(word, terms[at], least);
        if (edits <= least) {
          found = edits < least ? [at] : [...found, at];
          least = edits;
        }
      }
    });
    return found;
  });

  function stemOfWord(folded) {
    const number = stems.get(stem(folded));
    return number !== undefined && postings[number].size ? number : -1;
  }

  let inNames = null;

  /* The entries with a word in one of their forms, or, where it is being typed, with one that begins so. */
  function called(word, open) {
    if (!inNames) {
      inNames = new Map();
      brief.entries.forEach((entry, at) => {
        new Set(entry.forms.flatMap((form) => form.words.flatMap((own) => [own, stem(own)]))).forEach((key) => {
          inNames.set(key, inNames.get(key) || []);
          inNames.get(key).push(at);
        });
      });
    }
    const whole = inNames.get(stem(word)) || [];
    return whole.length || !open
      ? whole
      : Array.from(new Set(Array.from(inNames).flatMap(([key, entries]) => (key.startsWith(word) ? entries : []))));
  }

  function idf(count) {
    const total = brief.paragraphs.length;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  }

  Object.assign(search, { stemOf, postings, headed, mean, beginningWith, nearWords: near, stemOfWord, idf, stems, called });
})();
