/* The words of a question: those that say nothing of what it asks for, how it begins, and what kind of answer it wants. */
(function () {
  "use strict";

  const { searching: search, language, sayAs } = window.policybrief;

  /* A translation lists the words of its language, those of the English line as a guide. */
  const idle = new Set(
    search
      .fold(
        [
          sayAs("small words", "a an and any as at but by each few for from in into it its no nor not of off on or other out over own"),
          sayAs("small words", "same since so some such than that whether the their them then there these they this those through to too under"),
          sayAs("small words", "until up with all also both during before after being between he her him his i me my our she us we you your"),
          sayAs("small words", "am are be because been can could did do does doing had has have having here if is just long made make makes"),
          sayAs("small words", "many may might more most much must once one only say said says should tell was were will would ever still"),
          sayAs("small words", "what whats when where which while who whos whom whose why how happen happened happens explain describe"),
          sayAs("small words", "mean means role effect kind take took taken use used come came go went become became set put way time part"),
          sayAs("small words", "about far get give given got provide provided contain include involve live"),
          sayAs("small words", "now currently current today latest recently nowadays exactly ago explained length meaning definition biography bio wiki info overview"),
        ].join(" ")
      )
      .split(" ")
      .concat("cant dont doesnt didnt isnt arent wasnt werent wont couldnt shouldnt wouldnt hasnt havent hadnt wheres event events".split(" "))
  );

  /* A line without a translation is set apart among words from right to left. */
  const listed = (words) => words.replace(/[\u2066\u2069]/g, "").split(", ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");

  const words = {
    when: listed(sayAs("question", "when")),
    who: listed(sayAs("question", "who, whom, whose")),
    where: listed(sayAs("question", "where")),
    why: listed(sayAs("question", "why")),
    amount: listed(sayAs("question", "how many, how much, how long, how large, how big, how far, number, size, share, price, cost")),
  };
  const others = listed(sayAs("question", "what, which, is, are, was, were, do, does, did, has, have, had"));

  const has = Object.fromEntries(
    Object.entries(words).map(([kind, some]) => [kind, new RegExp("(?:^|[^\\p{L}\\p{N}])(?:" + some + ")(?![\\p{L}\\p{N}])", "iu")])
  );
  /* An English question begins with its word; in other languages the word may be anywhere. */
  const begins = /^en\b/.test(language) ? "^" : "(?:^|\\s)";
  const opening = (some) => new RegExp(begins + "(?:" + some + ")(?=[\\s?]|$)", "iu");
  const openings = ["when", "who", "where"].map((kind) => [kind, opening(words[kind])]).concat([["other", opening(others)]]);

  /* What kind of question this is: `when`, `who`, `where`, another one, or none. */
  search.asked = (raw) => (openings.find(([, pattern]) => pattern.test(raw)) || [""])[0];

  /* Whether the words of one kind of question are anywhere in it. */
  search.asks = (kind, raw) => has[kind].test(raw);

  /* What is asked of everything that has a date. */
  const happening = search.fold(sayAs("what happens", "sign begin start end happen found establish create open close launch adopt date year"));
  search.happening = new Set(happening.split(" ").map(search.stem));

  search.idle = idle;
})();
