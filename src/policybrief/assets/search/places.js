/* What is asked for by what it is called: a paragraph by its number or id, a note, a chapter, a table, a page of the site. */
(function () {
  "use strict";

  const { searching: search, say } = window.policybrief;
  const { brief, fold } = search;
  const { pages, chapters } = window.policybrief.searchMore.places;
  const numbers = new Map(brief.paragraphs.map((paragraph, at) => [paragraph.number.toLowerCase(), at]));
  const ids = new Map(brief.paragraphs.map((paragraph, at) => [paragraph.id, at]));
  const found = { places: [], units: [], asked: [] };

  function page(url, title, text, number) {
    return { kind: "page", id: url, url, title, number: number || "", text, score: 100, why: "" };
  }

  const paragraph = (at) => (at === undefined ? [] : [search.paragraphHit({ paragraph: at, score: 100, ...found })]);

  function chapter(at) {
    const { url, title, number } = brief.chapters[at];
    return page(url, title, chapters[at][0], number);
  }

  const chaptersCalled = (number) => brief.chapters.flatMap((one, at) => (one.number.toLowerCase() === number ? [at] : []));

  function note(number, inChapter) {
    const among = inChapter ? chaptersCalled(inChapter) : brief.chapters.map((_, at) => at);
    return among
      .filter((at) => number > 0 && number <= chapters[at][2])
      .map((at) => {
        const { url, title, number: of } = brief.chapters[at];
        const id = "n-" + chapters[at][1] + "-" + number;
        const own = brief.paragraphs[ids.get(id)];
        const where = (of ? say("Chapter {number}", { number: of }) + ": " : "") + title;
        return page(url + "#" + id, say("Note {number}", { number }), own ? where + ". " + search.text(own.row) : where, of);
      });
  }

  const own = brief.paragraphs.map((_, at) => at).filter((at) => brief.paragraphs[at].id.startsWith("p-"));
  const paragraphsOf = (number) => own.filter((at) => chaptersCalled(number).includes(brief.paragraphs[at].chapter));

  /* The first paragraph of a section, which has no number of its own. */
  function section(number, of) {
    const headings = paragraphsOf(of).map((at) => brief.paragraphs[at].heading);
    const isFirst = (_, at) => headings[at].length > 0 && headings[at] !== headings[at - 1];
    return paragraph(paragraphsOf(of).filter(isFirst)[number - 1]);
  }

  const isCaptioned = (at) => search.text(brief.paragraphs[at].row, 0, 6).includes(" " + brief.paragraphs[at].number);

  /* A table or figure by its number; by its place among those of the chapter, where a paragraph has that number. */
  function figure(number) {
    const at = numbers.get(number);
    const [of, place] = number.split(".");
    const counted = at === undefined || isCaptioned(at) ? [] : paragraph(paragraphsOf(of).filter(isCaptioned)[place - 1]);
    return [...counted, ...paragraph(at)];
  }

  /* What begins with its number under a heading that says what is numbered: `recommendation 4`. */
  function numbered(word, number) {
    const isUnder = ({ heading }) => heading.some((term) => search.stem(search.terms[term]) === search.stem(word));
    const begins = ({ words }) => search.terms[words[0]] === number;
    return paragraph(own.find((at) => begins(brief.paragraphs[at]) && isUnder(brief.paragraphs[at])));
  }

  const forms = [
    [/^(?:[¶#§]+|(?:par|sec|no)[a-z]*\.?)?\s*([\p{L}\d]+(?:\.[\p{L}\d]+)+)$/u, ([, number]) => paragraph(numbers.get(number))],
    [/^(?:[#/]|par[a-z]*\s)?\s*p[-/ ]([a-z\d]{4,})\/?$/, ([, id]) => paragraph(ids.get("p-" + id))],
    [/^(?:table|fig[a-z]*\.?|chart|map)\s*([\p{L}\d]+(?:\.\d+)*)$/u, ([, number]) => figure(number.replace(/(\d)\p{L}$/u, "$1"))],
    [/^ch(?:apter|ap|\.)?\s*([\p{L}\d]+),?\s+(?:sec(?:tion|t)?\.?|§)\s*(\d+)$/u, ([, of, number]) => section(number, of)],
    [/^(?:sec(?:tion|t)?\.?|§)\s*(\d+),?\s+(?:(?:in|of)\s+)?ch(?:apter|ap|\.)?\s*([\p{L}\d]+)$/u, ([, number, of]) => section(number, of)],
    [/^(\p{L}{4,}) (?:no\.? ?|number )?(\d\d?)$/u, ([, word, number]) => numbered(word, number)],
    [/^ch(?:apter|ap|\.)?\s*([\p{L}\d.]+?),?\s+(?:foot)?n(?:ote|\.)\s*(\d+)$/u, ([, of, number]) => note(Number(number), of)],
    [/^(?:foot)?n(?:ote|\.)\s*(\d+)(?:,?\s+(?:(?:in|of|to)\s+)?ch(?:apter|ap|\.)?\s*([\p{L}\d]+))?$/u, ([, number, of]) => note(Number(number), of)],
    [/^ch(?:apter|ap|\.)?\s*([\p{L}\d.]+)$/u, ([, number]) => chaptersCalled(number).map(chapter)],
  ];

  /* What the words of a query about the site are, without those that say that it is one. */
  const around = new Set("brief page site paper report website list list of".split(" "));

  const meant = (words) => words.filter((word) => !search.idle.has(word) && !around.has(word) && word.length > 2).map(search.stem);
  const stemsOf = (text) => meant(fold(text).split(" "));

  const headings = brief.paragraphs.map(({ heading }) => heading.map((number) => search.terms[number]).join(" "));
  const titled = brief.chapters.map((one, at) => ({ at, title: stemsOf(one.title), folded: fold(one.title) }));
  const called = pages.map(([url, title, description, words]) => {
    const known = fold(words).split(" ");
    return { hit: page(url, title, description), title: stemsOf(title), said: " " + known.join(" ") + " ", stems: new Set(known.map(search.stem)) };
  });

  /* Whether all that is asked for is in a title, and is most of it. */
  const isTitle = (title, wanted) => wanted.length > 0 && wanted.length >= title.length / 2 && wanted.every((stem) => title.includes(stem));

  function pagesCalled(wanted, folded) {
    const isSaid = (one) => folded.includes(" ") && one.said.includes(" " + folded + " ");
    return called
      .filter((one) => isSaid(one) || isTitle(one.title, wanted) || (wanted.length && wanted.every((stem) => one.stems.has(stem))))
      .sort((a, b) => isTitle(b.title, wanted) - isTitle(a.title, wanted))
      .map((one) => one.hit);
  }

  search.places = function (read) {
    const typed = read.raw.trim().toLowerCase();
    const asked = forms.flatMap(([form, hits]) => {
      const match = form.exec(typed);
      return match ? hits(match) : [];
    });
    if (asked.length) {
      return asked;
    }
    const wanted = meant(read.words);
    const folded = read.words.join(" ");
    const begins = (title) => read.words.length > 2 && title.startsWith(folded);
    const inTitle = titled.filter((one) => begins(one.folded) || isTitle(one.title, wanted)).map((one) => chapter(one.at));
    const years = read.units.flatMap((unit) => (unit.date && unit.date.years && read.units.length === 1 ? unit.date.spelt : []));
    const isOfYears = (heading) => years.some((written) => (heading + " ").includes(" " + written.join(" ") + " "));
    const isHeading = (heading) => wanted.length > 1 && isTitle(meant(heading.split(" ")), wanted);
    const [under] = headings.flatMap((heading, at) => (begins(heading) || isOfYears(heading) || isHeading(heading) ? [at] : []));
    return [...paragraph(under), ...inTitle, ...pagesCalled(wanted, folded)].slice(0, 3);
  };
})();
