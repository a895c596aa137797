/* Reads what the build wrote (outputs/search.py) into words, paragraphs and entries. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const data = window.policybrief.searchData;
  const { numbers } = search;
  const shared = data.code[4];
  const tokens = [];
  /* Of each token the number of its folded word, or -1 for a gap. */
  const termOf = [];
  const terms = [];
  const known = new Map();
  /* The words that stand somewhere with a small letter, and so are no names. */
  const common = new Set();

  function term(word) {
    const folded = search.fold(word).replace(/ /g, "");
    let number = known.get(folded);
    if (number === undefined) {
      number = terms.push(folded) - 1;
      known.set(folded, number);
    }
    return number;
  }

  function add(token) {
    tokens.push(token);
    termOf.push(/^[\p{L}\p{N}]/u.test(token) ? term(token) : -1);
    if (/^\p{Ll}/u.test(token)) {
      common.add(term(token));
    }
  }

  /* Whether a word of the text or of a name is only ever written as one. */
  const isProper = (word) => known.has(word) && !common.has(known.get(word)) && !/\d/.test(word);

  function read(list) {
    list.frequent.forEach(add);
    list.gaps.forEach(add);
    let word = "";
    const row = list.words;
    for (let at = 0; at < row.length; ) {
      const kept = shared.indexOf(row[at]);
      let end = at + 1;
      while (end < row.length && !shared.includes(row[end])) {
        end += 1;
      }
      word = word.slice(0, kept) + row.slice(at + 1, end);
      add(word);
      at = end;
    }
  }

  /* The words from one token to another as they are. */
  function text(row, start, end) {
    let said = "";
    let afterWord = false;
    for (let at = start || 0; at < (end === undefined ? row.length : end); at += 1) {
      const word = termOf[row[at]] >= 0;
      said += (word && afterWord ? " " : "") + tokens[row[at]];
      afterWord = word;
    }
    return said;
  }

  read(data.words);
  const chapters = data.chapters.map(([url, number, title]) => ({ url, number, title }));

  function chapterOf() {
    const found = [];
    data.chapters.forEach((chapter, at) => {
      for (let count = 0; count < chapter[3]; count += 1) {
        found.push(at);
      }
    });
    return found;
  }

  /* For each paragraph the words of the heading that it is under. */
  function headings() {
    const [titles, counts] = data.headings;
    const words = titles.split(" ").map((row) => numbers(row).map((token) => termOf[token]).filter((number) => number >= 0));
    return counts.flatMap((count, at) => Array.from({ length: count }, () => words[at]));
  }

  function paragraphs() {
    const chapter = chapterOf();
    const heading = headings();
    const rows = data.text.split(" ");
    const tags = data.tags.split(" ");
    let count = 0;
    return (data.ids ? data.ids.split(" ") : []).map((id, at) => {
      count = at && chapter[at] === chapter[at - 1] ? count : 0;
      const other = data.numbers[at];
      count += other ? 0 : 1;
      let entry = 0;
      const mentions = new Map();
      numbers(tags[at]).forEach((step) => {
        entry += step;
        mentions.set(entry, (mentions.get(entry) || 0) + 1);
      });
      return {
        id: id.startsWith("=") ? id.slice(1) : "p-" + id,
        number: other || chapters[chapter[at]].number + "." + count,
        chapter: chapter[at],
        heading: heading[at],
        row: numbers(rows[at]),
        mentions,
      };
    });
  }

  function entries() {
    const dates = data.dates.split(",");
    return data.names.split("#").map((names, at) => {
      const forms = names.split(" ").map((coded) => {
        const row = numbers(coded.replace("!", ""));
        const words = row.filter((token) => termOf[token] >= 0).map((token) => terms[termOf[token]]);
        return { text: text(row), words, folded: words.join(" "), ambiguous: coded.endsWith("!") };
      });
      return {
        id: "",
        url: "",
        name: forms[0].text,
        kind: data.kinds[0][numbers(data.kinds[1][at])[0]],
        dates: dates[at],
        definition: "",
        forms,
        paragraphs: [],
        chapters: chapters.map(() => 0),
      };
    });
  }

  const brief = { chapters, paragraphs: paragraphs(), entries: data.names ? entries() : [], references: [] };
  brief.paragraphs.forEach((paragraph, at) => {
    paragraph.mentions.forEach((count, entry) => {
      brief.entries[entry].paragraphs.push(at);
      brief.entries[entry].chapters[paragraph.chapter] += count;
    });
  });

  /* Where the entries' pages are, definitions and sources, when their script is here. */
  function readMore() {
    const more = window.policybrief.searchMore;
    if (!more || brief.complete) {
      return;
    }
    brief.complete = true;
    read(more.words);
    const rows = (coded) => coded.split(" ").map((row) => text(numbers(row)));
    const definitions = rows(more.definitions);
    const entryIds = more.entryIds.split(",");
    brief.entries.forEach((entry, at) => {
      entry.definition = definitions[at];
      entry.id = entryIds[at] || entry.forms[0].folded.replace(/ /g, "-");
      entry.url = more.entryUrl.join(entry.id);
    });
    const [url, ids, moved] = more.references;
    const elsewhere = new Map(Object.entries(moved || {}));
    const origins = rows(more.origins);
    const citing = numbers(more.cited).flatMap((count, at) => Array.from({ length: count }, () => at));
    const titles = rows(more.titles);
    brief.references = ids
      ? ids.split(" ").map((id, at) => {
          return { id, url: (elsewhere.get(id) || url) + "#ref-" + id, title: titles[at], origin: origins[at], citing: citing[at] };
        })
      : [];
  }

  Object.assign(search, { brief, tokens, termOf, terms, known, isProper, text, readMore });
})();
