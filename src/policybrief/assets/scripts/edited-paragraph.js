/* In a preview, shows the paragraph that was edited, once after each save. */
(function () {
  "use strict";

  const { paragraph, save } = document.currentScript.dataset;
  const edited = document.getElementById(paragraph);
  const name = "policybrief-save";

  function isShown() {
    const { top, bottom } = edited.getBoundingClientRect();
    return top >= 80 && bottom <= window.innerHeight;
  }

  if (edited && sessionStorage.getItem(name) !== save) {
    sessionStorage.setItem(name, save);
    // The browser goes back to where the page was before it was loaded again, and does so late.
    window.addEventListener("load", () => setTimeout(() => isShown() || edited.scrollIntoView({ block: "center" })));
  }
})();
