/* Words of political English that may stand for one another: a reader's own way of putting what the text says. */
(function () {
  "use strict";

  const search = window.policybrief.searching;

  const circles = (
    "weapon arms arm missile weaponry,soldier troops army force military,arrest detain remand jail imprison custody," +
    "leave quit withdraw exit depart,close shut seal,journalist reporter correspondent,refugee displaced exile," +
    "kill die murder dead casualty,buy purchase import,sell export supply,join enter accession membership member," +
    "oligarch tycoon billionaire magnate,treaty pact agreement accord,recommend propose advise,cause reason," +
    "plane aircraft airliner flight,deport expel,company firm corporation,ban prohibit bar forbid," +
    "talks negotiation meeting summit,election vote ballot poll,ally alliance,claim allege,begin start open launch," +
    "end finish stop halt,grow rise increase climb,fall drop decline slump,money fund finance," +
    "help aid assistance,threat pressure coerce,student pupil,school classroom,teach instruct,broadcast television channel," +
    "land territory,border frontier,oppose reject refuse decline,accuse charge,court trial,law statute legislation," +
    "reform change,protest demonstration riot,fighting clash battle war,truce ceasefire armistice,peace settlement," +
    "trade commerce,opinion poll survey,minister ministry,leader president," +
    "mediate mediator broker,sanction penalty,spy espionage," +
    "ruin damage destroy,apology apologise regret,compensate payment,route corridor line"
  )
    .split(",")
    .map((circle) => circle.split(" ").map(search.stem));

  const known = new Map();
  circles.forEach((circle) =>
    circle.forEach((stem) => known.set(stem, (known.get(stem) || []).concat(circle.filter((other) => other !== stem))))
  );

  /* The stems that may stand for the one of `word`. */
  search.kin = (word) => known.get(search.stem(word)) || [];
})();
