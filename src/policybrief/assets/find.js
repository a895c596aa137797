/* A paragraph that is not where its address says: moved to another chapter, or an id that was never given.

   The list of ids is loaded only then. */
(function () {
  "use strict";

  const own = document.currentScript;
  const root = own ? new URL("../", own.src) : null;
  const asked = /^#(p-[a-z0-9]+)$/i.exec(location.hash) || /\/p\/([a-z0-9-]+)\/?(?:index\.html)?$/i.exec(location.pathname);
  if (!root || !asked) {
    return;
  }
  const id = "p-" + asked[1].toLowerCase().replace(/^p-/, "");
  if (document.getElementById(id)) {
    return;
  }
  const list = document.createElement("script");
  list.src = new URL("assets/policybrief-anchors.js", root).href;
  list.addEventListener("load", () => lead(window.policybrief.anchors || {}));
  document.head.append(list);

  function lead(anchors) {
    if (anchors[id]) {
      location.replace(new URL(anchors[id][0], root).href);
    } else {
      say(Object.keys(anchors).filter((known) => isNear(known, id)), anchors);
    }
  }

  /* One sign is another, or two neighbours are swapped. */
  function isNear(known, typed) {
    if (known.length !== typed.length) {
      return false;
    }
    const differs = Array.from(known).map((sign, at) => sign !== typed[at]);
    const first = differs.indexOf(true);
    const count = differs.filter(Boolean).length;
    const swapped = count === 2 && differs[first + 1] && known[first] === typed[first + 1] && known[first + 1] === typed[first];
    return count === 1 || swapped;
  }

  function say(near, anchors) {
    const place = document.querySelector("article") || document.querySelector("main") || document.body;
    const notice = document.createElement("div");
    notice.className = "pb-no-paragraph";
    notice.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = "There is no paragraph " + id + " in this brief. Check its four signs.";
    notice.append(words);
    if (near.length) {
      const maybe = document.createElement("p");
      maybe.append("It may be ");
      near.forEach((known, index) => {
        const link = document.createElement("a");
        link.href = new URL(anchors[known][0], root).href;
        link.textContent = known + " (" + anchors[known][1] + ")";
        maybe.append(index ? ", " : "", link);
      });
      maybe.append(".");
      notice.append(maybe);
    }
    const all = document.createElement("p");
    const link = document.createElement("a");
    link.href = new URL("p/", root).href;
    link.textContent = "All paragraphs and their addresses";
    all.append(link);
    notice.append(all);
    place.prepend(notice);
  }
})();
