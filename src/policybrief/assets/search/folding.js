/* How words are compared: the twin of model/fold.py, on the same table. */
(function () {
  "use strict";

  const search = {};
  window.policybrief.searching = search;
  const table = window.policybrief.searchData.fold;
  const apostrophes = new Map(Array.from(table.apostrophes, (sign) => [sign, "'"]));
  const letters = new Map();
  for (const script of Object.values(table).filter((part) => typeof part !== "string")) {
    Object.entries(script).forEach(([sign, plain]) => letters.set(sign, plain));
  }

  function translate(text, replacements) {
    let plain = "";
    for (const sign of text) {
      const other = replacements.get(sign);
      plain += other === undefined ? sign : other;
    }
    return plain;
  }

  search.fold = function (text) {
    if (/^[A-Za-z0-9]*$/.test(text)) {
      return text.toLowerCase();
    }
    const plain = translate(translate(text, apostrophes).normalize("NFKC").toLowerCase(), letters);
    return translate(plain.normalize("NFKD"), letters)
      .replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}']+/gu, " ")
      .trim()
      .replace(/'s(?= |$)/g, "")
      .replace(/'/g, "")
      .split(" ")
      .filter(Boolean)
      .join(" ");
  };
})();
