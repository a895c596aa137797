/* Hits as options of the list: entries as cards, paragraphs with their number and words, sources. */
(function () {
  "use strict";

  const { make, say, sayAs, counted, searching: search } = window.policybrief;
  const { brief } = search;
  const groups = { page: say("On this site"), entry: say("Names"), paragraph: say("Paragraphs"), reference: say("Sources") };
  const kindNames = {
    person: sayAs("one", "person"),
    organisation: sayAs("one", "organisation"),
    group: sayAs("one", "group"),
    state: sayAs("one", "state"),
    place: sayAs("one", "place"),
    event: sayAs("one", "event"),
    treaty: sayAs("one", "treaty"),
    document: sayAs("one", "document"),
    project: sayAs("one", "project"),
    media: sayAs("one", "media"),
    concept: sayAs("one", "concept"),
  };

  /* How many hits of a kind there are, or how many of all of them are shown. */
  const some = (shown, all, many) => (shown < all ? say("{shown} of {all}", { shown, all: many(all) }) : many(shown));
  const howMany = {
    page: (shown, all) => some(shown, all, (n) => counted("{n} page", "{n} pages", n)),
    entry: (shown, all) => some(shown, all, (n) => counted("{n} name", "{n} names", n)),
    paragraph: (shown, all) => some(shown, all, (n) => counted("{n} paragraph", "{n} paragraphs", n)),
    reference: (shown, all) => some(shown, all, (n) => counted("{n} source", "{n} sources", n)),
  };

  const span = (className, ...children) => make("span", { className }, ...children);

  const mostBars = 40;

  /* How often an entry is mentioned in each chapter, or in so many in a row that the bars have room, and their numbers. */
  function counts(entry) {
    const width = Math.ceil(entry.chapters.length / mostBars);
    return entry.chapters
      .filter((_, at) => at % width === 0)
      .map((_, bar) => {
        const chapters = entry.chapters.slice(bar * width, (bar + 1) * width);
        const last = bar * width + chapters.length - 1;
        const numbers = Array.from(new Set([bar * width, last])).map((at) => brief.chapters[at].number);
        return { numbers: numbers.join("–"), count: chapters.reduce((sum, count) => sum + count, 0) };
      });
  }

  /* A bar for each chapter, or for a few, as high as the entry is often mentioned there. */
  function bars(entry) {
    const total = entry.chapters.reduce((sum, count) => sum + count, 0);
    const parts = counts(entry);
    const most = Math.max(...parts.map((part) => part.count), 1);
    const strip = span("pb-search-strip");
    strip.setAttribute("aria-hidden", "true");
    parts.forEach(({ numbers, count }) => {
      const bar = make("i", { className: count ? "pb-search-bar" : "pb-search-bar pb-search-none" });
      bar.style.setProperty("--pb-height", count ? Math.max(0.15, count / most) : 0);
      bar.title = numbers + ": " + count;
      strip.append(bar);
    });
    const where = entry.chapters.map((count, at) => (count ? brief.chapters[at].number : "")).filter(Boolean);
    const mentions = counted("{n} mention", "{n} mentions", total);
    const all = where.join(", ");
    const found = where.length === 1 ? say("in chapter {number}", { number: all }) : say("in chapters {numbers}", { numbers: all });
    const said = total ? mentions + " " + found : say("Not mentioned in the chapters");
    return span("pb-search-bars", strip, make("span", {}, said));
  }

  function drawEntry(hit) {
    const kind = span("pb-search-kind", kindNames[hit.entry.kind] || hit.entry.kind);
    kind.dataset.kind = hit.entry.kind;
    const head = span("pb-search-head", span("pb-search-name", hit.title), kind);
    const dates = search.inWords(hit.entry.dates);
    if (dates) {
      head.append(span("pb-search-dates", dates));
    }
    const fact = hit.fact ? [span("pb-search-fact", hit.fact)] : [];
    return [head, ...fact, span("pb-search-text", hit.entry.definition), bars(hit.entry)];
  }

  function drawPage(hit) {
    const number = hit.number ? [span("pb-search-number", hit.number)] : [];
    return [span("pb-search-head", ...number, span("pb-search-name", hit.title)), span("pb-search-text", hit.text)];
  }

  function drawParagraph(hit) {
    const head = span("pb-search-head", span("pb-search-number", hit.number), span("pb-search-chapter", hit.title));
    if (search.canCite()) {
      // For a pointer only: an option holds no controls, and the keys have the button below the list.
      const cite = span("pb-search-here", say("Cite"));
      cite.setAttribute("aria-hidden", "true");
      head.append(cite);
    }
    const pieces = hit.pieces.map((piece) => (piece.mark ? make("mark", {}, piece.text) : piece.text));
    return [head, span("pb-search-text", ...pieces)];
  }

  function drawReference(hit) {
    return [span("pb-search-head", span("pb-search-title", hit.title)), span("pb-search-text", hit.text)];
  }

  const kinds = {
    page: { className: "pb-search-hit pb-search-page", draw: drawPage },
    entry: { className: "pb-search-hit", draw: drawEntry },
    paragraph: { className: "pb-search-hit pb-search-paragraph", draw: drawParagraph },
    reference: { className: "pb-search-hit pb-search-reference", draw: drawReference },
  };

  const drawn = (hit) => [...kinds[hit.kind].draw(hit), ...(hit.why ? [span("pb-search-why", hit.why)] : [])];

  function option(hit, at) {
    const element = make("div", { className: kinds[hit.kind].className, id: "pb-hit-" + at }, ...drawn(hit));
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.dataset.hit = String(at);
    return element;
  }

  /* A heading, and how many there are where not all are shown. */
  function titleOf(kind, hits, totals) {
    const shown = hits.filter((hit) => hit.kind === kind).length;
    return groups[kind] + (totals[kind] > shown ? " · " + say("{shown} of {all}", { shown, all: totals[kind] }) : "");
  }

  /* The hits in named groups, in the order of the hits. */
  search.draw = function (hits, totals) {
    const parts = [];
    hits.forEach((hit, at) => {
      let group = parts[parts.length - 1];
      if (!group || group.dataset.kind !== hit.kind) {
        const heading = make("div", { className: "pb-search-heading", id: "pb-group-" + parts.length }, titleOf(hit.kind, hits, totals));
        heading.setAttribute("role", "presentation");
        group = make("div", {}, heading);
        group.dataset.kind = hit.kind;
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", heading.id);
        parts.push(group);
      }
      group.append(option(hit, at));
    });
    return parts;
  };

  Object.assign(search, { drawn, groups, howMany });
})();
