/* The switch between the colours of the theme, after the script in the header has set those that a page opens with. */
(function () {
  "use strict";

  const { policybrief } = window;
  const form = document.querySelector("[data-pb-palette]");
  if (!form || !policybrief.choosePalette) {
    return;
  }
  const inputs = Array.from(form.querySelectorAll("input"));
  const chosen = () => inputs.find((input) => input.checked);

  /* The bar of the browser takes the colour of the header. */
  const meta = policybrief.make("meta", { name: "theme-color" });

  function tint() {
    meta.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor;
  }

  form.addEventListener("change", () => {
    policybrief.choosePalette(chosen());
    policybrief.keepPalette(chosen());
    tint();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const next = inputs[(inputs.indexOf(chosen()) + 1) % inputs.length];
      next.click();
      next.focus();
    }
  });
  /* An automatic palette follows the system while the page is open. */
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (chosen().dataset.mdColorMedia === "(prefers-color-scheme)") {
      policybrief.choosePalette(chosen());
      tint();
    }
  });
  window.addEventListener("load", () => {
    document.head.append(meta);
    tint();
  });
})();
