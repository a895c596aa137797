/* A page that comes in parts: an address with the id of something in another part goes there.

   The list of the parts has these ids; without a script the reader finds the link beside it. */
(function () {
  "use strict";

  const { address } = window.policybrief;

  function follow() {
    const id = asked();
    const here = Array.from(document.querySelectorAll(".pb-parts span")).find((span) => span.id === id);
    if (here) {
      const url = address(here.parentElement.querySelector("a").href);
      url.hash = location.hash;
      location.replace(url.href);
    }
  }

  function asked() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  if (document.querySelector(".pb-parts span")) {
    follow();
    window.addEventListener("hashchange", follow);
  }
})();
