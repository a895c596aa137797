/* The size of the text: a button in the bar of a page, or at its foot where the bar has no room, goes from size to size. */
(function () {
  "use strict";

  const { button, kept, say } = window.policybrief;
  const root = document.documentElement;
  const SIZES = [
    ["normal", say("Text size: normal")],
    ["large", say("Text size: large")],
    ["largest", say("Text size: largest")],
  ];
  const at = () => Math.max(0, SIZES.findIndex(([size]) => size === root.dataset.pbText));

  function made(className) {
    const one = button("pb-text-size " + className, "Aa");
    one.addEventListener("click", () => {
      const [size] = SIZES[(at() + 1) % SIZES.length];
      root.dataset.pbText = size;
      kept("text", size);
      name();
    });
    return one;
  }

  const bar = document.querySelector(".md-header__inner .pb-search-button");
  const foot = document.querySelector(".md-copyright") || document.querySelector("footer");
  const buttons = bar && foot ? [made("pb-in-bar"), made("pb-in-foot")] : [];

  function name() {
    const [, words] = SIZES[at()];
    buttons.forEach((one) => {
      one.title = words;
      one.setAttribute("aria-label", words);
    });
  }

  if (buttons.length) {
    name();
    bar.after(buttons[0]);
    foot.append(buttons[1]);
  }
})();
