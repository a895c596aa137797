/* Opened from a folder, without a server: a link to a folder of the site leads to the page in it. */
(function () {
  "use strict";

  if (location.protocol !== "file:") {
    return;
  }
  ["pointerdown", "focusin", "click"].forEach((type) =>
    document.addEventListener(type, (event) => {
      const link = event.target.closest && event.target.closest("a[href]:not([href^='#'])");
      if (link) {
        link.setAttribute("href", window.policybrief.address(link.getAttribute("href")).href);
      }
    }, true)
  );
})();
