/* Where each word stands, by its stem, and which words a typed one may mean. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, termOf, terms } = search;

  /* Endings, and how many letters must remain without them. */
  const endings = [
    [/(?:ations?|at(?:ed|ing|es|ors?)|ments?|ness|edly|ally|ives?|ers?|ors?|al|ly|y)$/, 4],
    [/ions?$/, 5],
    [/(?:ings?|ed|es|e|s)$/, 3],
  ];

  function shorter(word) {
    for (const [ending, least] of endings) {
      const less = word.replace(ending, "");
      if (less !== word && less.length >= least) {
        return less;
      }
    }
    return word;
  }

  const stemmed = new Map();

  /* English words without their endings; names and figures suffer no harm. */
  function stem(word) {
    let left = stemmed.get(word);
    if (left === undefined) {
      left = word.replace(/(?:ies|ied)$/, "y");
      for (let less = shorter(left); less !== left; less = shorter(left)) {
        left = less;
      }
      stemmed.set(word, left);
    }
    return left;
  }

  const stems = new Map();
  const stemOf = [];
  /* For each stem its paragraphs, and for each paragraph the places of its words. */
  const postings = [];

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
    paragraph.isList = paragraph.row.some((token) => breaks.has(token));
    all += words.length;
  });
  const mean = all / Math.max(1, brief.paragraphs.length);

  const used = terms.map((term, at) => at).filter((at) => postings[stemOf[at]].size);
  const inOrder = used.slice().sort((a, b) => (terms[a] < terms[b] ? -1 : 1));

  function beginningWith(start) {
    let low = 0;
    let high = inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[inOrder[middle]] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const found = [];
    while (low < inOrder.length && terms[inOrder[low]].startsWith(start) && found.length < 60) {
      found.push(inOrder[low]);
      low += 1;
    }
    return found;
  }

  const bits = used.map((at) => search.bitsOf(terms[at]));

  /* The words of the text that one slip makes of `word`, two where it is long. */
  function near(word, most) {
    const own = search.bitsOf(word);
    let least = most;
    let found = [];
    used.forEach((at, index) => {
      if (Math.abs(terms[at].length - word.length) <= least && search.countBits(bits[index] ^ own) <= 2 * least) {
        const edits = terms[at].length < 4 || /\d/.test(terms[at]) ? most + 1 : search.slip(word, terms[at], least);
        if (edits <= least) {
          found = edits < least ? [at] : [...found, at];
          least = edits;
        }
      }
    });
    return found;
  }

  function stemOfWord(folded) {
    const number = stems.get(stem(folded));
    return number !== undefined && postings[number].size ? number : -1;
  }

  /* The entries that have a word in one of their forms: for words that no paragraph has. */
  let inNames = null;

  function called(word) {
    if (!inNames) {
      inNames = new Map();
      brief.entries.forEach((entry, at) => {
        new Set(entry.forms.flatMap((form) => form.words.map(stem))).forEach((key) => {
          inNames.set(key, inNames.get(key) || []);
          inNames.get(key).push(at);
        });
      });
    }
    return inNames.get(stem(word)) || [];
  }

  function idf(count) {
    const total = brief.paragraphs.length;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  }

  Object.assign(search, { stem, stemOf, postings, mean, beginningWith, nearWords: near, stemOfWord, idf, stems, called });
})();
