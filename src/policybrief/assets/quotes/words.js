/* The words of a quotation and of what it is from: the twin of checks/quote_words.py, which says what counts as one. */
(function () {
  "use strict";

  const quoting = {};
  window.policybrief.quoting = quoting;
  const format = "\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff";
  const marks =
    "\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670" +
    "\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f";
  const signs = "\\u0900-\\u0963\\u0966-\\u109f\\u1780-\\u17d3";
  const each = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const spaces = "\\n\\x20\\u00a0\\u2009\\u202f";
  const apostrophes = "'’ʼ‘`´ʹ′";
  const letter = "(?![\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079" + each + "])[\\p{L}\\p{N}]";
  const before = "(?<![\\p{L}\\p{N}])";
  const inWord = "(?:" + letter + "|[" + format + marks + signs + "])";
  const digit = "\\p{Nd}";
  const grouped =
    `${digit}{1,3}(?:(?<mark>[.,’'])${digit}{3}(?:\\k<mark>${digit}{3})*|(?:[${spaces}]${digit}{3})+)(?!${digit})` +
    `(?:[.,]${digit}+)?(?!${inWord})`;
  const word = new RegExp(
    [
      `[${each}]`,
      `(?<minus>(?<![^\\s(\\[])[-−–](?=${digit}))`,
      `(?<grouped>${grouped})`,
      `(?<number>${digit}+(?:[.,]${digit}+)*(?!${inWord}))`,
      `${letter}${inWord}*(?:[${apostrophes}]${letter}${inWord}*)*`,
      "[%‰°§№$€£¥₼₽₺₾₴₸]",
    ].join("|"),
    "gu"
  );
  const unsaid = new RegExp(`[${format}${marks}\\u0640]`, "gu");
  const control = new RegExp(`[${format}\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]`, "gu");
  const apostrophe = new RegExp(`[${apostrophes}]`, "gu");
  const putIn = new RegExp(`\\[(${letter})\\](?=${letter})`, "gu");
  const leftOut = new RegExp(
    `\\[${digit}+\\]|${before}(?:${letter})*\\[(?!${digit}+\\])[^\\[\\]]*\\](?:${letter})*|…|\\.[ ]?\\.[ ]?\\.`,
    "gu"
  );
  const noteNumbers = new RegExp(`^${digit}{1,3}(?:,${digit}{1,3})*$`, "u");
  const beforeNote = /^[.,;:!?…»”’)\]"']+$/u;
  const sumAndNote = new RegExp(`^${digit}{1,3}(?:,${digit}{3})+\\.${digit}{1,3}$`, "u");
  const lineEnd = /^[-‐¬]\s*\n\s*$/u;

  /* A last part of three figures is one more group only if it is parted as the others are. */
  function groupedKey(number, mark) {
    const part = /([.,])(\p{Nd}+)$/u.exec(number);
    const isFraction = part && part[1] !== mark;
    const digits = (isFraction ? number.slice(0, part.index) : number).replace(/\P{Nd}/gu, "");
    return isFraction ? digits + "." + part[2] : digits;
  }

  function key(match) {
    const { grouped: parted, mark, number, minus } = match.groups;
    if (parted) {
      return groupedKey(parted, mark);
    }
    if (number) {
      return number.replace(/,/g, ".");
    }
    if (minus) {
      return "-";
    }
    const plain = match[0].normalize("NFKC").replace(unsaid, "").normalize("NFKC");
    return plain.replace(/[İIı]/g, "i").replace(/[Ёё]/g, "е").replace(apostrophe, "'").toLowerCase().replace(/ς/g, "σ");
  }

  function isNote(text, last, one) {
    const gap = text.slice(last.end, one.start);
    // Between figures a point, a comma and a colon are part of a number or a time.
    const isInside = /\p{Nd}$/u.test(last.key) && /^[.,:]+$/.test(gap);
    return beforeNote.test(gap) && !isInside && noteNumbers.test(text.slice(one.start, one.end));
  }

  const endsInNote = (text, one) =>
    sumAndNote.test(text.slice(one.start, one.end)) && /^\s+\p{Lu}/u.test(text.slice(one.end, one.end + 9));

  quoting.words = (text) =>
    Array.from(text.matchAll(word), (match) => ({ key: key(match), start: match.index, end: match.index + match[0].length }));

  /* The passage with its words, the stretches of them between which something is left out, the words that go on in the
     next one, on another line, that may be numbers of notes, and that may end in one. */
  quoting.read = function (passage) {
    const text = passage
      .normalize("NFC")
      .replace(/\u00ad(?=[ \t\r]*\n)/g, "-")
      .replace(control, (sign) => (/[\r\v\f\u0085]/.test(sign) ? " " : ""))
      .replace(putIn, "$1");
    const words = [];
    const pieces = [];
    let start = 0;
    const gaps = Array.from(text.matchAll(leftOut), (match) => [match.index, match.index + match[0].length]);
    [...gaps, [text.length, text.length]].forEach(([from, to]) => {
      const first = words.length;
      quoting.words(text.slice(start, from)).forEach((one) => words.push({ key: one.key, start: one.start + start, end: one.end + start }));
      if (words.length > first) {
        pieces.push([first, words.length]);
      }
      start = to;
    });
    const ends = new Set(pieces.map(([, end]) => end - 1));
    const isBroken = (one, at) => !ends.has(at) && lineEnd.test(text.slice(one.end, words[at + 1].start));
    const firsts = new Set(pieces.map(([from]) => from));
    const those = (test) => new Set(words.flatMap((one, at) => (test(one, at) ? [at] : [])));
    const notes = those((one, at) => !firsts.has(at) && isNote(text, words[at - 1], one));
    return { text, words, pieces, broken: those(isBroken), notes, sums: those((one) => endsInNote(text, one)) };
  };
})();
