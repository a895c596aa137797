/* The words of a question that say that it is one, and nothing of what it asks for. */
(function () {
  "use strict";

  const search = window.policybrief.searching;

  const idle = new Set(
    (
      "a about after all also am an and any are as at be because been before being between both but by can could did do " +
      "does doing during each far few for from get give given got had happen happened happens has have having he her " +
      "here him his how i if in into is it its just long made make makes many may me might more most much must my no " +
      "nor not of off on once one only or other our out over own part same say said says she should since so some such " +
      "tell than that the their them then there these they this those through time to too under until up us was we " +
      "were what when where whether which while who whom whose why will with would you your explain describe mean means " +
      "provide provided contain include involve live " +
      "role effect kind take took taken use used come came go went become became set put way was ever still " +
      "cant dont doesnt didnt isnt arent wasnt werent wont couldnt shouldnt wouldnt hasnt havent hadnt whats whos wheres"
    ).split(" ")
  );

  /* How a question begins. */
  const asks = /^(?:who|what|where|when|which|whose|is|are|was|were|do|does|did|has|have|had)(?=\s)/i;

  Object.assign(search, { idle, asks });
})();
