/* A paragraph that is not where its address says: moved to another chapter, or an id that was never given.

   The list of ids is loaded only then, and what searches for other words only on the page for lost addresses. */
(function () {
  "use strict";

  const { make, link, load, root, say } = window.policybrief;
  const lost = document.querySelector(".pb-not-found");
  let notice = null;
  follow();
  window.addEventListener("hashchange", follow);
  if (lost && !location.pathname.endsWith("/404.html")) {
    load("not-found").catch(() => {
      /* The page's plain list is complete without it. */
    });
  }

  /* The id that the address asks for: after the character #, or, on the page for addresses that do not exist, as the last
     part of a path such as p/k3f9/ or p-k3f9. What a sentence leaves at its end is overlooked, and the kind of dash. */
  function asked() {
    const signs = (text) => decoded(text).toLowerCase().replace(/[\u2010-\u2015\u2212_]/g, "-");
    const place = /^#p-([a-z0-9]+)[^a-z0-9]*$/.exec(signs(location.hash));
    const path = lost && /\/p(?:\/(?:p-)?|-)([a-z0-9]+)[^a-z0-9]*(?:index\.html)?$/.exec(signs(location.pathname));
    const found = place || path;
    return found && "p-" + found[1];
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function follow() {
    if (notice) {
      notice.remove();
    }
    const id = asked();
    if (!id || document.getElementById(id)) {
      return;
    }
    if (window.policybrief.anchors) {
      lead(id);
    } else {
      load("anchors").then(() => lead(id), () => {
        /* Without the list nothing is known about the id: the reader stays on the page. */
      });
    }
  }

  function lead(id) {
    const anchors = window.policybrief.anchors;
    if (anchors[id]) {
      location.replace(new URL(anchors[id][0], root).href);
    } else {
      tell(id, Object.keys(anchors).filter((known) => isNear(known, id)), anchors);
    }
  }

  /* One character is another, missing or too many, or two neighbours are swapped. */
  function isNear(known, typed) {
    const shorter = Math.min(known.length, typed.length);
    let start = 0;
    while (start < shorter && known[start] === typed[start]) {
      start += 1;
    }
    let end = 0;
    while (end < shorter - start && known[known.length - 1 - end] === typed[typed.length - 1 - end]) {
      end += 1;
    }
    const one = known.slice(start, known.length - end);
    const other = typed.slice(start, typed.length - end);
    const swapped = one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
    return swapped || Math.max(one.length, other.length) === 1;
  }

  function tell(id, near, anchors) {
    notice = make("div");
    if (lost) {
      lost.prepend(notice);
    } else {
      notice.className = "pb-no-paragraph";
      notice.setAttribute("role", "status");
      (document.querySelector("article") || document.querySelector("main") || document.body).prepend(notice);
    }
    line(say("There is no paragraph {id} in this brief. Check the code.", { id }));
    if (near.length) {
      const links = near.map((known) => link(anchors[known][0], known + " (" + anchors[known][1] + ")"));
      line(say("It may be:"), " ", ...links.flatMap((one, at) => (at ? [", ", one] : [one])));
    }
    line(link("p/", say("All paragraphs and their addresses")));
    notice.scrollIntoView({ block: "nearest" });
  }

  function line(...parts) {
    notice.append(make("p", {}, ...parts));
  }
})();
