/* What the box offers where it shows no results: names that may have been meant, or examples of what can be asked for. */
(function () {
  "use strict";

  const { make, button, say, searching: search } = window.policybrief;
  const { brief } = search;

  /* Names as buttons that are searched for when pressed. */
  function offer(lead, names, suggest) {
    const offered = make("p", {}, lead);
    names.forEach((name) => {
      const choice = button("pb-search-maybe", name);
      choice.addEventListener("click", () => suggest(name));
      offered.append(" ", choice);
    });
    return offered;
  }

  search.drawNothing = function (names, suggest) {
    const said = make("p", {}, say("No results in this brief."));
    return names.length ? [said, offer(say("Did you mean:"), names, suggest)] : [said];
  };

  /* How much can be asked for: of what the brief speaks of most, one in capitals, one in other letters, one in letters
     with marks and an event; where there are none such, just names. */
  const sorts = [
    (form) => /^\p{Lu}{3,}$/u.test(form),
    (form) => /[^\p{Script=Latin}\P{L}]/u.test(form),
    (form) => /(?=[^\0-\x7f])\p{Script=Latin}/u.test(form),
    (_form, entry) => entry.kind === "event",
  ];

  search.drawExamples = function (suggest) {
    let left = brief.entries;
    const picked = sorts.flatMap((sort) => {
      const fits = (entry) => entry.forms.find((form) => !form.ambiguous && sort(form.text, entry));
      const entry = left.find(fits);
      left = left.filter((other) => other !== entry);
      return entry ? [fits(entry).text] : [];
    });
    const names = picked.length ? picked : left.slice(0, 3).map((entry) => entry.name);
    return names.length ? [offer(say("For example:"), names, suggest)] : [];
  };
})();
