/* Where a hit leads: to its page with the words marked there, or to the dialog of citing. */
(function () {
  "use strict";

  const { policybrief } = window;
  const search = policybrief.searching;
  /* What was chosen before addresses, definitions and sources have come. */
  let waiting = null;

  function go(hit, elsewhere) {
    if (hit.entry && !hit.entry.url) {
      waiting = () => go(hit, elsewhere);
      return;
    }
    const url = policybrief.address((hit.entry || hit).url, policybrief.root);
    const landing = { id: url.hash.slice(1), marks: hit.marks || [] };
    if (elsewhere) {
      window.open(url.href, "_blank", "noopener");
      return;
    }
    const here = url.pathname === location.pathname && url.host === location.host;
    search.leave();
    if (here && landing.id) {
      location.hash = url.hash;
      policybrief.land(landing);
      return;
    }
    if (landing.id) {
      policybrief.landNext(landing);
    }
    location.assign(url.href);
  }

  /* The address of the page with all results of a query. */
  function resultsPage(query) {
    const url = policybrief.address(policybrief.searchData.results, policybrief.root);
    url.searchParams.set("q", query);
    return url.href;
  }

  const canCite = () => Boolean(policybrief.cite && policybrief.cite.open);

  function citeHit(hit) {
    search.leave();
    policybrief.cite.open({ first: hit.number, last: hit.number, several: false, id: hit.id.replace(/^p-/, ""), quotation: "" });
  }

  /* Goes where the reader chose to go before the addresses came; whether there was such a choice. */
  function resume() {
    if (waiting) {
      waiting();
    }
    return Boolean(waiting);
  }

  Object.assign(search, { go, resultsPage, canCite, citeHit, resume });
})();
