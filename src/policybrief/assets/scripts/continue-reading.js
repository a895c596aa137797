/* Where the reader stopped in the chapters, kept in the browser alone, and offered on the front page. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { kept, link, root, say } = policybrief;
  // One host may have several briefs, which share what the browser keeps.
  const name = "reading " + new URL(root).pathname;
  const buttons = document.querySelector(".pb-buttons");
  const paragraphs = Array.from(document.querySelectorAll(".pb-paragraph[id^='p-']"));

  if (buttons) {
    const [address, number] = (kept(name) || "").split(" ");
    if (number) {
      buttons.append(link(address, say("Continue at {number}", { number })));
    }
    return;
  }

  const underHeader = (paragraph) => paragraph.getBoundingClientRect().bottom > 80;

  /* A page of which the reader saw the beginning alone is not where they were reading. */
  function keep() {
    const paragraph = window.scrollY > window.innerHeight / 2 && paragraphs.find(underHeader);
    if (paragraph) {
      const number = paragraph.querySelector(".pb-number").textContent.trim();
      kept(name, location.pathname.slice(new URL(root).pathname.length) + "#" + paragraph.id + " " + number);
    }
  }

  if (paragraphs.length) {
    window.addEventListener("pagehide", keep);
    // On a telephone a page may be left without that.
    document.addEventListener("visibilitychange", () => document.hidden && keep());
  }
})();
