/* Names that come from other alphabets as German and French write them: `Nasarbajew`, `Poutine`. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { around, byEntry, entriesOf, forms, slip } = search;

  /* Rules in their order; a figure stands for letters that a later rule must not take for what is typed. */
  const ways = [
    [[/tsch/g, "1"], [/dsch/g, "2"], [/sch/g, "3"], [/ch/g, "kh"], [/j/g, "y"], [/w/g, "v"], [/z/g, "ts"], [/^s(?=[aeiou])/, "z"]],
    [[/tch/g, "1"], [/dj/g, "2"], [/ch/g, "3"], [/ou/g, "u"], [/gu(?=[ei])/g, "g"], [/(?<=[^aeiou])ine$/, "in"]],
  ];
  const inEnglish = [[/1/g, "ch"], [/2/g, "j"], [/3/g, "sh"]];

  const respelt = (compact) => ways.map((rules) => [...rules, ...inEnglish].reduce((word, [theirs, ours]) => word.replace(theirs, ours), compact));

  /* The forms that one of the ways makes of what is typed, or that are one slip from it. */
  function written(compact) {
    const words = /^[a-z]{5,}$/.test(compact) ? respelt(compact).filter((word) => word !== compact) : [];
    const found = words.flatMap((word) => around(word, 1).map((at) => ({ form: forms[at], edits: slip(word, forms[at].compact, 1) })));
    const least = Math.min(1, ...found.map((one) => one.edits));
    return found.filter((one) => one.edits === least).map((one) => one.form);
  }

  const { unsure } = search;
  search.unsure = (query, folded, compact) => {
    const close = unsure(query, folded, compact);
    return close.length ? close : entriesOf(byEntry(written(compact)), "near");
  };
})();
