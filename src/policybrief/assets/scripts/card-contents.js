/* What a card says of the link it belongs to: from the page itself, or from a script that is loaded at first need, so
   that it works from a folder. Used by cards.js. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, say } = policybrief;
  const NOT_SAID = ".pb-number, .pb-cite-button, .pb-note-call, .pb-note-number, .pb-note-again";

  /* Links of figures are SVG, and do not tell it themselves. */
  function addressOf(link) {
    return policybrief.address(link.getAttribute("href"));
  }

  const asked = {};

  /* What a script sets under a name; nothing where the script cannot be loaded. */
  function data(name, script) {
    const known = () => policybrief[name] || {};
    asked[name] = asked[name] || policybrief.load(script).then(known, known);
    return asked[name];
  }

  /* The words of an element of this page, in their type, as a card can hold them: no ids, no controls. Links stay, without
     what would open a card of their own; an address on the web is shown as the name of its site. */
  function said(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(NOT_SAID).forEach((part) => part.remove());
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    copy.querySelectorAll("a").forEach((link) => {
      const { href, hostname } = addressOf(link);
      link.replaceWith(make("a", { href }, ...(link.textContent.startsWith("http") ? [hostname] : link.childNodes)));
    });
    return copy.childNodes;
  }

  function parts(kind, title, dates, words, language) {
    return [
      make("p", { className: "pb-card-kind" }, kind[0].toLocaleUpperCase(policybrief.language) + kind.slice(1)),
      make("p", { className: "pb-card-title", ...(language && { lang: language }) }, title),
      make("p", { className: "pb-card-dates" }, dates),
      make("div", { className: "pb-card-text" }, ...words),
    ].filter((part) => part.textContent);
  }

  /* What the card of a link says; nothing when that is not known. */
  async function content(link) {
    if (link.dataset.entry) {
      const known = (await data("cards", "card-names"))[link.dataset.entry];
      const sources = make("p", { className: "pb-card-sources" }, (known && known[5]) || "");
      return known && [...parts(known[1], known[0], known[2], [known[3]], known[4]), ...(known[5] ? [sources] : [])];
    }
    const address = addressOf(link);
    const id = decodeURIComponent(address.hash.slice(1));
    const target = address.pathname === location.pathname && document.getElementById(id);
    const number = target && target.querySelector(".pb-note-number, .pb-number");
    if (number) {
      const shown = { number: number.textContent };
      return parts(target.matches(".pb-note") ? say("note {number}", shown) : say("paragraph {number}", shown), "", "", said(target));
    }
    const opens = (await data("openings", "card-paragraphs"))[id];
    return opens && parts(say("paragraph {number}", { number: opens[0] }), opens[1], "", [opens[2]]);
  }

  policybrief.card = { content, addressOf, said };
})();
