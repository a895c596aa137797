/* A page that comes in parts: an address with the id of something in another part leads on to it.

   The list of the parts has these ids; without a script the reader finds the link beside it. */
(function () {
  "use strict";

  const { address } = window.policybrief;

  function follow() {
    const here = document.querySelector(".pb-parts span:target");
    if (here) {
      const url = address(here.parentElement.querySelector("a").href);
      url.hash = location.hash;
      location.replace(url.href);
    }
  }

  if (document.querySelector(".pb-parts span")) {
    follow();
    window.addEventListener("hashchange", follow);
  }
})();
