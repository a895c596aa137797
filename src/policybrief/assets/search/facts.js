/* The fact of the glossary that answers a question about an entry: how it relates to another name asked about, or its office. */
(function () {
  "use strict";

  const { searching: search, language, sayAs } = window.policybrief;
  const { brief } = search;
  const [wordings, rows] = window.policybrief.searchMore.relations;
  const related = new Map();
  const happens = new Set(["event", "treaty", "document"]);
  const most = 4;

  function put(entry, relation) {
    const known = related.get(entry);
    if (known) {
      known.push(relation);
    } else {
      related.set(entry, [relation]);
    }
  }

  (rows ? rows.split(" ") : []).forEach((row) => {
    const [entry, type, other, since, until] = row.split(",");
    const [forward, backward, ahead, back] = wordings[type];
    const dates = { since: since || "", until: until || "" };
    put(Number(entry), { wording: forward, shown: ahead || forward, other: Number(other), ...dates });
    put(Number(other), { wording: backward, shown: back || backward, other: Number(entry), ...dates });
  });

  const relationsOf = (entry) => related.get(entry) || [];

  function period({ wording, since, until }) {
    const [begun, ended] = [since, until].map(search.inWords);
    const atOnce = /^(?:signed|founded)/.test(wording);
    if (begun && ended) {
      return " (" + search.range(begun, ended) + ")";
    }
    const date = begun || ended;
    const bound = begun ? sayAs("any date", "since {date}", { date }) : sayAs("any date", "until {date}", { date });
    return date ? " (" + (atOnce ? date : bound) + ")" : "";
  }

  const several = new Set(["members", "parties"]);
  /* Where something is, or what it is about, says its definition better. */
  const telling = /^(?:member|led|leads|founded|own|part(?:y|ies)|signed|mediate|oppose|allied|succe|parent|child|spouse|sibling|negotiated)/;

  const begun = (words) => words && words[0].toLocaleUpperCase(language) + words.slice(1);

  function said([relation, ...others]) {
    const { wording } = relation;
    const names = [relation, ...others].map((one) => brief.entries[one.other].name + period(one));
    return begun(relation.shown + (several.has(wording) || relation.shown !== wording ? ": " : " ") + names.join(", "));
  }

  /* Both ends may say the same, one of them with the dates. */
  function once(relations) {
    const dated = (one) => Boolean(one.since || one.until);
    return relations
      .slice()
      .sort((a, b) => isOver(a) - isOver(b) || dated(b) - dated(a))
      .filter((one, at, all) => all.findIndex((other) => other.other === one.other && other.wording === one.wording) === at);
  }

  /* The first word that says how one entry relates to another, as a question may have it: `who signed`, `led by`. */
  const verb = (relation) => search.stem(relation.wording.split(" ")[0]);
  const isOver = (relation) => Number(Boolean(relation.until));

  /* Of what is known of an entry the part that a query asks for: its relations to the other names in the query, or those
     the query has the word of; of a person the office, of anything else, where it is asked when, the date. */
  search.fact = function (entry, read) {
    const asked = new Set(read.units.flatMap((unit) => unit.matches || []).map((match) => match.entry));
    const known = relationsOf(entry).filter((relation) => telling.test(relation.wording));
    const stems = new Set(read.words.flatMap((word) => [search.stem(word), ...search.kin(word)]));
    const wanted = known.filter((relation) => stems.has(verb(relation)));
    const isOffice = (relation) => relation.wording === "leads" && !happens.has(brief.entries[relation.other].kind);
    const office = brief.entries[entry].kind === "person" ? once(known.filter(isOffice)).slice(0, 1) : [];
    const choices = [known.filter((relation) => asked.has(relation.other)), asked.has(entry) ? wanted : [], office];
    const facts = once(choices.find((some) => some.length) || []);
    if (!facts.length) {
      return search.asked(read.raw) === "when" ? begun(search.inWords(brief.entries[entry].dates)) : "";
    }
    return said(facts.filter((relation) => relation.wording === facts[0].wording).slice(0, most));
  };

  Object.assign(search, { relationsOf, verb });
})();
