/* The page for an address that does not exist: what its words may have meant. Paragraph ids are looked up by
   moved-paragraphs.js.

   The search of the site is loaded for it; without a script the page has its plain list. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, link, say } = policybrief;
  const place = document.querySelector(".pb-not-found");
  if (!place || !policybrief.search) {
    return;
  }
  const root = new URL(policybrief.root);
  const most = 4;
  const parts = asked();
  const number = addressed();
  if (!parts.length || (parts[0] === "p" && !number)) {
    return;
  }
  const last = wordsOf(parts[parts.length - 1]);
  const sections = ["chapters", "glossary", "names", "references", "guide"];
  const words = parts.filter((part) => !sections.includes(part)).map(withoutNumber).join(" ") || last;

  /* The parts of the path below the front page. */
  function asked() {
    let path = location.pathname;
    if (path.startsWith(root.pathname)) {
      path = path.slice(root.pathname.length);
    }
    try {
      path = decodeURIComponent(path);
    } catch {
      /* As it is, then. */
    }
    return path.slice(0, 200).replace(/(?:index|404)?\.html?$|\.md$/, "").split("/").filter(Boolean);
  }

  /* The number of a paragraph or a chapter, as search finds it, where the path is one: p/2.24/, chapters/2. */
  function addressed() {
    const [folder, typed] = parts.length > 1 ? parts : ["p", parts[0] || ""];
    const isChapter = /^chapters?$/.test(folder) && /^[\p{L}\d]{1,3}$/u.test(typed);
    const isParagraph = /^(?:p|chapters?|paragraphs?)$/.test(folder) && /^[\p{L}\d]{1,3}\.\d+$/u.test(typed);
    if (parts.length > 2 || !(isChapter || isParagraph)) {
      return "";
    }
    return isChapter ? "chapter " + typed : typed;
  }

  function wordsOf(part) {
    return part.replace(/[-_+.\s]+/g, " ").trim();
  }

  /* The number of a chapter is none of its words. */
  function withoutNumber(part) {
    return wordsOf(part).replace(/^\d{1,2} (?=\D)/, "");
  }

  /* Chapters whose own address has the same number in front, or most of the words. */
  function nearChapters(chapters) {
    const typed = new Set(last.toLowerCase().split(" "));
    return chapters
      .map((chapter) => {
        const own = wordsOf(decodeURIComponent(chapter.url).replace(/(?:index)?\.html$|\/$/, "").split("/").pop());
        const all = own.toLowerCase().split(" ");
        const shared = all.filter((word) => typed.has(word)).length;
        const numbered = parts[0] === "chapters" && /^\d/.test(last) && typed.has(chapter.number);
        return { chapter, score: numbered ? 2 : (2 * shared) / (all.length + typed.size) };
      })
      .filter((one) => one.score >= 0.5)
      .sort((one, other) => other.score - one.score)
      .slice(0, most)
      .map((one) => one.chapter);
  }

  const search = (query) => "?q=" + encodeURIComponent(query);

  /* A hit as a link and what is said after it. */
  function described(hit) {
    const behind = { page: "", entry: "", paragraph: ", " + say("paragraph {number}", hit), reference: ", " + say("a source") };
    return [link(hit.url, hit.title), behind[hit.kind] + (hit.kind === "entry" ? " – " + hit.text : "")];
  }

  /* Pages and names first, then paragraphs and sources: of each a few. */
  function found(hits) {
    return ["page", "entry", "paragraph", "reference"].flatMap((kind) => hits.filter((hit) => hit.kind === kind).slice(0, most));
  }

  function show(chapters, hits, names) {
    const items = [
      ...chapters.map((chapter) => [link(chapter.url, chapter.title), ", " + say("chapter {number}", chapter)]),
      ...found(hits).map(described),
      ...names.map((name) => [link(search(name), name)]),
    ];
    if (!items.length) {
      return;
    }
    place.append(
      make("h2", {}, say("It may be")),
      make("ul", {}, ...items.map((item) => make("li", {}, ...item))),
      make("p", {}, link(search(words), say("Search this brief for ‘{words}’", { words })))
    );
  }

  /* Where the number in the path leads; nowhere if nothing has it. */
  async function numberLeads() {
    const [hit] = number ? await policybrief.search(number) : [];
    const isIt = hit && hit.number.toLowerCase() === number.replace("chapter ", "").toLowerCase();
    return isIt ? hit.url : "";
  }

  async function answer() {
    const leads = await numberLeads();
    if (leads) {
      location.replace(leads);
      return;
    }
    const queries = [withoutNumber(last), words].filter((query, at, all) => query.length > 2 && all.indexOf(query) === at);
    let hits = [];
    for (const query of queries) {
      // oxlint-disable-next-line no-await-in-loop -- the second is asked only where the first finds nothing
      hits = hits.length ? hits : await policybrief.search(query);
    }
    const chapters = nearChapters(policybrief.searching.brief.chapters);
    show(chapters, hits, hits.length ? [] : policybrief.searching.answer(withoutNumber(last)).hint);
  }

  answer().catch(() => {
    /* The search could not be loaded: the plain list stands. */
  });
})();
