/* Hits as options of the list: entries as cards, paragraphs with their number and words, sources. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief } = search;
  const groups = { entry: "Names", paragraph: "Paragraphs", reference: "Sources" };

  function make(tag, name, properties) {
    const element = Object.assign(document.createElement(tag), properties || {});
    if (name) {
      element.className = name;
    }
    return element;
  }

  /* A bar for each chapter, as high as the entry is often mentioned there. */
  function bars(entry) {
    const total = entry.chapters.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...entry.chapters, 1);
    const row = make("span", "pb-search-bars");
    const strip = make("span", "pb-search-strip");
    strip.setAttribute("aria-hidden", "true");
    entry.chapters.forEach((count, at) => {
      const bar = make("i", count ? "pb-search-bar" : "pb-search-bar pb-search-none");
      bar.style.setProperty("--pb-height", count ? Math.max(0.15, count / most) : 0);
      bar.title = brief.chapters[at].number + ": " + count;
      strip.append(bar);
    });
    const where = entry.chapters.map((count, at) => (count ? brief.chapters[at].number : "")).filter(Boolean);
    const mentions = total === 1 ? "1 mention" : total + " mentions";
    const said = total ? mentions + " in " + (where.length === 1 ? "chapter " : "chapters ") + where.join(", ") : "Not mentioned in the chapters";
    row.append(strip, make("span", "", { textContent: said }));
    return row;
  }

  function drawEntry(hit) {
    const head = make("span", "pb-search-head");
    const kind = make("span", "pb-search-kind", { textContent: hit.entry.kind });
    kind.dataset.kind = hit.entry.kind;
    head.append(make("span", "pb-search-name", { textContent: hit.title }), kind);
    const dates = search.inWords(hit.entry.dates);
    if (dates) {
      head.append(make("span", "pb-search-dates", { textContent: dates }));
    }
    return [head, make("span", "pb-search-text", { textContent: hit.text }), bars(hit.entry)];
  }

  function drawParagraph(hit) {
    const head = make("span", "pb-search-head");
    head.append(
      make("span", "pb-search-number", { textContent: hit.number }),
      make("span", "pb-search-chapter", { textContent: hit.title })
    );
    if (search.canCite()) {
      // For a pointer only: an option holds no controls, and the keys have the button below the list.
      const cite = make("span", "pb-search-here", { textContent: "Cite" });
      cite.setAttribute("aria-hidden", "true");
      head.append(cite);
    }
    const text = make("span", "pb-search-text");
    hit.pieces.forEach((piece) => text.append(piece.mark ? make("mark", "", { textContent: piece.text }) : piece.text));
    return [head, text];
  }

  function drawReference(hit) {
    const head = make("span", "pb-search-head");
    head.append(make("span", "pb-search-title", { textContent: hit.title }));
    return [head, make("span", "pb-search-text", { textContent: hit.text })];
  }

  const kinds = { entry: drawEntry, paragraph: drawParagraph, reference: drawReference };

  function option(hit, at) {
    const element = make("div", "pb-search-hit pb-search-" + hit.kind, { id: "pb-hit-" + at });
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.dataset.hit = String(at);
    element.append(...kinds[hit.kind](hit), make("span", "pb-search-why", { textContent: hit.why }));
    return element;
  }

  /* The hits in named groups, in the order of the hits. */
  search.draw = function (hits) {
    const drawn = [];
    hits.forEach((hit, at) => {
      let group = drawn[drawn.length - 1];
      if (!group || group.dataset.kind !== hit.kind) {
        group = make("div", "pb-search-group");
        group.dataset.kind = hit.kind;
        group.setAttribute("role", "group");
        const heading = make("div", "pb-search-heading", { id: "pb-group-" + hit.kind, textContent: groups[hit.kind] });
        heading.setAttribute("role", "presentation");
        group.setAttribute("aria-labelledby", heading.id);
        group.append(heading);
        drawn.push(group);
      }
      group.append(option(hit, at));
    });
    return drawn;
  };

  /* Names as buttons that are searched for when pressed. */
  function offer(lead, names, suggest) {
    const offered = make("p", "", { textContent: lead });
    names.forEach((name) => {
      const button = make("button", "pb-search-maybe", { type: "button", textContent: name });
      button.addEventListener("click", () => suggest(name));
      offered.append(" ", button);
    });
    return offered;
  }

  search.drawNothing = function (names, suggest) {
    const said = make("p", "", { textContent: "Nothing in this brief has these words." });
    return names.length ? [said, offer("Did you mean:", names, suggest)] : [said];
  };

  /* How much can be asked for: of what the brief speaks of most, one in capitals, one in other letters, one in letters
     with marks and an event; where there are none such, just names. */
  const sorts = [
    (form) => /^\p{Lu}{3,}$/u.test(form),
    (form) => /[^\p{Script=Latin}\P{L}]/u.test(form),
    (form) => /(?=[^\0-\x7f])\p{Script=Latin}/u.test(form),
    (form, entry) => entry.kind === "event",
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
    return names.length ? [offer("For example:", names, suggest)] : [];
  };

  search.make = make;
})();
