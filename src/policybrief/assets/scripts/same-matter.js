/* Who else the brief has on the matter of a sentence: the sources that other sentences cite, with their quality and the
   paragraph. Loaded after the card is open, which does not wait for it; used by evidence.js. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, say, link, counted } = policybrief;
  let loading = null;

  function source([at, where]) {
    const { sources, qualities, paragraphs } = policybrief.others;
    const [id, words, quality] = sources[at];
    const [number, address] = paragraphs[where];
    const badge = make("span", { className: "pb-quality" }, qualities[quality] || "");
    badge.dataset.quality = quality;
    const cited = say("cited in {number}", { number: "\0" }).split("\0");
    return make(
      "li",
      {},
      link("references/#ref-" + encodeURIComponent(id), words),
      ...(quality ? [" ", badge] : []),
      " ",
      make("span", { className: "pb-card-cited" }, cited[0], link(address, number), cited[1] || "")
    );
  }

  /* A closed list for the card, or nothing. */
  policybrief.sameMatter = function (id, sentence) {
    loading = loading || policybrief.load("evidence-others");
    return loading.then(
      () => {
        const [, found] = (policybrief.others.of[id] || []).find(([number]) => number === sentence) || [0, []];
        const title = counted("{n} other source on the same matter", "{n} other sources on the same matter", found.length);
        return found.length ? make("details", {}, make("summary", {}, title), make("ul", {}, ...found.map(source))) : null;
      },
      () => null
    );
  };
})();
