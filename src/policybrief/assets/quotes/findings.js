/* What is found of a passage, as elements: the verdict, the words in their paragraph, what differs, what to cite. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, button, say, counted, quoting } = policybrief;
  const { flat, isolated, excerpt, compared, wordsOf } = quoting;
  const mostChanges = 30;
  const mostOthers = 9;
  const spoken = 90;

  const names = {
    verified: say("Verified"),
    "from another paragraph": say("From another paragraph"),
    differs: say("Differs"),
    "stitched together": say("Stitched together"),
    "not in this brief": say("Not in this brief"),
  };

  const explained = {
    verified: () => "",
    "from another paragraph": (found, texts) =>
      say("These words are not in {number}, but elsewhere:", { number: texts.paragraphs[found.wanted].number }),
    differs: ({ differences }) => counted("{n} difference from the brief:", "{n} differences from the brief:", differences.length),
    "stitched together": () => say("No single paragraph has these words. They come from:"),
    "not in this brief": () => say("No paragraph has these words or similar ones."),
  };

  const quoted = (text) => say("“{words}”", { words: flat(text) });

  /* A beginning of a passage, without quotation marks of its own around it. */
  function shortened(text) {
    const words = flat(text).trim().replace(/^["'“”„«‘’]+|["'“”»’]+$/g, "");
    return words.length > spoken ? words.slice(0, spoken).replace(/\s\S*$/, "") + " …" : words;
  }

  const addressOf = ({ id, chapter }) => policybrief.address(chapter.url + "#" + id, policybrief.root).href;

  function whereIs(paragraph) {
    return make("a", { href: addressOf(paragraph) }, make("span", { className: "pb-quotation-number" }, paragraph.number), " ", paragraph.chapter.title);
  }

  function change({ mine, theirs }) {
    const words = { mine: quoted(mine), theirs: quoted(theirs) };
    if (!mine) {
      return say("{theirs} is left out", words);
    }
    return theirs ? say("{mine}: the brief has {theirs}", words) : say("{mine} is not in the brief", words);
  }

  function changes(differences) {
    const rest = differences.length - mostChanges;
    const lines = differences.slice(0, mostChanges).map((one) => make("li", {}, change(one)));
    return make("ul", {}, ...lines, ...(rest > 0 ? [make("li", {}, counted("and {n} more", "and {n} more", rest))] : []));
  }

  /* A note is in a paragraph, and has no number to cite it by. */
  const canBeCited = (paragraph) => paragraph.id.startsWith("p-") && window.HTMLDialogElement;

  function citation(paragraph, quotation) {
    const cited = {
      first: paragraph.number,
      last: paragraph.number,
      several: false,
      id: paragraph.id.replace(/^p-/, ""),
      quotation,
      page: paragraph.chapter.url,
    };
    const words = make("p", { className: "pb-quotation-citation", dir: "auto" });
    const copied = make("span", {});
    copied.setAttribute("role", "status");
    const copy = button("", say("Copy"));
    const more = button("", say("Other forms"));
    copy.setAttribute("aria-label", say("Copy the citation of {number}", { number: paragraph.number }));
    more.setAttribute("aria-label", say("Other forms of the citation of {number}", { number: paragraph.number }));
    const open = () => policybrief.showCitation(cited);
    more.addEventListener("click", open);
    copy.addEventListener("click", () => policybrief.copy(words.textContent, copied, open));
    const whole = make("div", { className: "pb-quotation-cite", hidden: true }, words, make("p", {}, copy, more, copied));
    loaded("citing").then(
      () => {
        words.textContent = policybrief.citationOf(cited);
        whole.hidden = false;
      },
      () => whole.remove()
    );
    return whole;
  }

  const loading = new Map();
  function loaded(name) {
    if (!loading.has(name)) {
      loading.set(name, policybrief.load(name));
      loading.get(name).catch(() => loading.delete(name));
    }
    return loading.get(name);
  }

  function shownHome(number, outcome, texts) {
    const paragraph = texts.paragraphs[number];
    const home = { words: texts.words[number], text: paragraph.text };
    const words = outcome.verdict === "differs" ? compared(home, outcome) : excerpt(home, outcome);
    const cite = canBeCited(paragraph) ? [citation(paragraph, wordsOf(home, outcome))] : [];
    return [make("p", { className: "pb-quotation-where" }, whereIs(paragraph)), words, ...cite];
  }

  /* Each stretch of the passage with the paragraph that it is from, and the words between that none has. */
  function stretches({ runs, quotation }, texts) {
    const { words, text } = quotation;
    const items = [];
    const said = (start, end) => flat(text.slice(words[start].start, words[end - 1].end));
    const own = (start, end) => {
      if (end > start) {
        items.push(make("li", {}, isolated("span", "pb-quotation-own", said(start, end)), " ", make("em", {}, say("in none of them"))));
      }
    };
    let at = 0;
    runs.forEach(({ start, end, paragraph }) => {
      own(at, start);
      const from = texts.paragraphs[paragraph];
      const stretch = isolated("blockquote", "", make("mark", {}, said(start, end)));
      const cite = canBeCited(from) ? [citation(from, said(start, end))] : [];
      items.push(make("li", {}, make("p", { className: "pb-quotation-where" }, whereIs(from)), stretch, ...cite));
      at = end;
    });
    own(at, words.length);
    return make("ol", {}, ...items);
  }

  function others(some, texts) {
    const links = some.slice(0, mostOthers).flatMap((one, at) => {
      const paragraph = texts.paragraphs[one];
      return [at ? ", " : "", make("a", { href: addressOf(paragraph) }, paragraph.number)];
    });
    return make("p", {}, say("Also in:"), " ", ...links, some.length > mostOthers ? " …" : "");
  }

  quoting.shown = function (passage, outcome, texts) {
    const heading = make("h2", {}, names[outcome.verdict]);
    heading.dataset.verdict = outcome.verdict.replace(/ /g, "-");
    const isEmpty = !outcome.quotation.words.length;
    const explanation = isEmpty ? say("There are no words in it.") : explained[outcome.verdict](outcome, texts);
    return make(
      "section",
      {},
      heading,
      isolated("p", "pb-quotation-said", quoted(shortened(passage))),
      ...(explanation ? [make("p", {}, explanation)] : []),
      ...(outcome.verdict === "differs" ? [changes(outcome.differences)] : []),
      ...(outcome.runs ? [stretches(outcome, texts)] : outcome.paragraphs.flatMap((number) => shownHome(number, outcome, texts))),
      ...(outcome.others && outcome.others.length ? [others(outcome.others, texts)] : [])
    );
  };

  quoting.names = names;
})();
