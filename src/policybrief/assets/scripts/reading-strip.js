/* The events of the paragraphs in view, marked in the strip below the text. */
(function () {
  "use strict";

  const strip = document.querySelector(".pb-now");
  const { kept } = window.policybrief;
  if (!strip || !window.IntersectionObserver || kept("years") === "off") {
    return;
  }
  const marks = Array.from(strip.querySelectorAll("[data-in]"));
  const inView = new Set();
  const watcher = new IntersectionObserver((changes) => {
    changes.forEach((change) => inView[change.isIntersecting ? "add" : "delete"](change.target.id));
    marks.forEach((mark) => mark.toggleAttribute("data-now", mark.dataset.in.split(" ").some((id) => inView.has(id))));
  }, { rootMargin: "-56px 0px" });
  document.querySelectorAll(".pb-paragraph").forEach((paragraph) => watcher.observe(paragraph));
  strip.querySelector("button").addEventListener("click", () => {
    kept("years", "off");
    strip.hidden = true;
  });
  strip.hidden = false;
})();
