/* Opened from a folder, without a server: a link to a folder of the site leads to the page in it. */
(function () {
  "use strict";

  if (location.protocol !== "file:") {
    return;
  }
  ["pointerdown", "focusin", "click"].forEach((type) =>
    document.addEventListener(type, (event) => {
      const link = event.target.closest && event.target.closest("a[href]");
      const address = link && new URL(link.getAttribute("href"), location.href);
      if (address && address.protocol === "file:" && address.pathname.endsWith("/")) {
        address.pathname += "index.html";
        link.setAttribute("href", address.href);
      }
    }, true)
  );
})();
