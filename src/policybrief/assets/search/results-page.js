/* The page of results: all that a query finds, narrowed by kind, chapter and year; to be sent, copied or kept as a table. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, say, searching: search } = policybrief;
  const { brief } = search;
  const place = document.querySelector(".pb-results");
  const part = (name) => place.querySelector(".pb-results-" + name);
  const fields = Object.fromEntries(["q", "kind", "chapter", "year"].map((name) => [name, document.getElementById("pb-results-" + name)]));
  const [form, count, keep, found] = ["form", "count", "keep", "found"].map(part);
  const everything = { entry: 40, paragraph: 5000, reference: 5000 };
  const kinds = ["page", "entry", "paragraph", "reference"];
  const numbers = new Map(brief.paragraphs.map((paragraph, at) => [paragraph.id, at]));
  let all = [];
  let shown = [];
  let timer = 0;

  const yearsIn = (text) => new Set(text.match(/\b(?:1[89]|20)\d\d\b/g) || []);

  /* Of the dates of an entry each year from the first to the last. */
  function yearsOf(edtf) {
    const [first, last] = [/\d{4}/.exec(edtf), /\d{4}(?=[^/]*$)/.exec(edtf.includes("/..") ? "" : edtf)];
    const start = first ? Number(first[0]) : 0;
    const end = last ? Number(last[0]) : start;
    return new Set(start ? Array.from({ length: Math.min(100, end - start) + 1 }, (_, step) => String(start + step)) : []);
  }

  /* The chapters in which a hit is, by their places, and the years it speaks of. */
  function described(hit) {
    if (hit.kind === "paragraph") {
      const paragraph = brief.paragraphs[numbers.get(hit.id)];
      const text = search.text(paragraph.row);
      return { hit, text, chapters: [paragraph.chapter], years: yearsIn(text) };
    }
    if (hit.kind === "entry") {
      const chapters = hit.entry.chapters.flatMap((mentions, at) => (mentions ? [at] : []));
      return { hit, text: hit.text, chapters, years: yearsOf(hit.entry.dates) };
    }
    return { hit, text: hit.text, chapters: [], years: yearsIn(hit.text) };
  }

  const chapterAt = (value) => Array.from(fields.chapter.options).findIndex((option) => option.value === value) - 1;

  function fits(one) {
    const { kind, chapter, year } = fields;
    return (
      (!kind.value || one.hit.kind === kind.value) &&
      (!chapter.value || one.chapters.includes(chapterAt(chapter.value))) &&
      (!year.value || one.years.has(year.value))
    );
  }

  function offerYears() {
    const wanted = fields.year.value || new URLSearchParams(location.search).get("year") || "";
    const counts = new Map();
    all.forEach((one) => one.years.forEach((year) => counts.set(year, (counts.get(year) || 0) + 1)));
    const years = Array.from(counts.keys()).concat(wanted && !counts.has(wanted) ? [wanted] : []).sort();
    fields.year.replaceChildren(
      make("option", { value: "" }, say("All")),
      ...years.map((year) => make("option", { value: year }, year + " (" + (counts.get(year) || 0) + ")"))
    );
    fields.year.value = wanted;
  }

  const address = (hit) => policybrief.address(hit.url, policybrief.root).href;

  function item({ hit }) {
    const link = make("a", { className: "pb-search-hit pb-search-" + hit.kind, href: address(hit) }, ...search.drawn(hit));
    link.addEventListener("click", () => {
      const { hash } = new URL(link.href);
      if (hash) {
        policybrief.landNext({ id: hash.slice(1), marks: hit.marks || [] });
      }
    });
    return make("li", {}, link);
  }

  function sections() {
    return kinds.flatMap((kind) => {
      const some = shown.filter((one) => one.hit.kind === kind);
      const many = search.howMany[kind](some.length, 0);
      return some.length ? [make("h2", {}, search.groups[kind]), make("p", { className: "pb-results-some" }, many), make("ol", {}, ...some.map(item))] : [];
    });
  }

  function counted() {
    if (!fields.q.value.trim()) {
      return say("Type a name, a date or a question.");
    }
    if (!all.length) {
      return say("No results in this brief.");
    }
    return shown.length < all.length
      ? policybrief.counted("{shown} of {n} result", "{shown} of {n} results", all.length, { shown: shown.length })
      : policybrief.counted("{n} result", "{n} results", all.length);
  }

  /* What a table and a list have of each result. */
  const rows = () => shown.map(({ hit, text }) => [hit.kind, hit.number, hit.title, text.replace(/\s+/g, " "), address(hit)]);
  // A spreadsheet would take words that begin so for a formula.
  const cell = (text) => '"' + text.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""') + '"';

  function keepAddress() {
    const url = new URL(location.href);
    Object.entries(fields).forEach(([name, field]) => (field.value ? url.searchParams.set(name, field.value) : url.searchParams.delete(name)));
    try {
      history.replaceState(history.state, "", url);
    } catch {
      /* Some browsers allow no change of address in a folder opened by hand. */
    }
  }

  function narrow() {
    shown = all.filter(fits);
    found.replaceChildren(...sections());
    keep.hidden = !shown.length;
    count.textContent = counted();
    keepAddress();
  }

  function ask() {
    all = fields.q.value.trim() ? search.answer(fields.q.value, everything).hits.map(described) : [];
    offerYears();
    narrow();
  }

  function download() {
    const table = [["kind", "number", "title", "text", "address"], ...rows()].map((row) => row.map(cell).join(","));
    const href = URL.createObjectURL(new Blob(["\ufeff" + table.join("\r\n") + "\r\n"], { type: "text/csv" }));
    make("a", { href, download: "search.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  function copy() {
    const lines = rows().map(([, number, title, text, link]) => [number, title].filter(Boolean).join(" ") + "\n" + text + "\n" + link);
    policybrief.copy(lines.join("\n\n"), part("copied"), () => {
      part("copied").textContent = say("The browser does not allow copying here");
    });
  }

  search.readMore();
  const given = new URLSearchParams(location.search);
  ["q", "kind", "chapter"].forEach((name) => {
    fields[name].value = given.get(name) || "";
  });
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  fields.q.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  [fields.kind, fields.chapter, fields.year].forEach((field) => field.addEventListener("change", narrow));
  part("copy").addEventListener("click", copy);
  part("csv").addEventListener("click", download);
  ask();
})();
