/* All of search that a page loads before it is used: the button, the keys, and a loader for the rest.

   Classic scripts, added relative to this one: so it works from a folder opened by double click as well. */
(function () {
  "use strict";

  const own = document.currentScript;
  if (!own || !window.HTMLDialogElement) {
    return;
  }
  const policybrief = (window.policybrief = window.policybrief || {});
  const kept = "policybrief.landing";
  let parts = null;

  function add(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("policybrief-" + name + ".js", own.src).href;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error("search could not be loaded: " + script.src)));
      document.head.append(script);
    });
  }

  /* Names and paragraphs are ready first; definitions and sources follow. */
  function load() {
    if (!parts) {
      parts = ["search-data", "search", "search-more"].map(add);
      Promise.all(parts).catch(() => {
        parts = null;
      });
    }
    return parts;
  }

  const core = () => Promise.all(load().slice(0, 2)).then(() => policybrief.searching);
  const whole = () => Promise.all(load()).then(() => policybrief.searching);

  policybrief.search = (query) => whole().then((searching) => searching.hits(String(query)));
  policybrief.searchRoot = new URL("../", own.src).href;
  policybrief.land = (landing) => (policybrief.mark ? Promise.resolve() : add("search-landing")).then(() => policybrief.mark(landing));

  /* Opens the box; what is typed while it loads is not lost. */
  function open(query) {
    let typed = query;
    const note = (event) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        typed += event.key;
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const done = () => window.removeEventListener("keydown", note, true);
    window.addEventListener("keydown", note, true);
    core().then(
      (searching) => {
        done();
        searching.open(typed, button);
        whole().then(() => searching.refresh());
      },
      () => {
        done();
        button.title = "Search could not be loaded";
      }
    );
  }

  const button = document.createElement("button");
  button.type = "button";
  button.className = "pb-search-button";
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/ Control+K");
  const word = document.createElement("span");
  word.textContent = "Search";
  const key = document.createElement("kbd");
  key.textContent = "/";
  key.setAttribute("aria-hidden", "true");
  button.append(word, key);
  button.addEventListener("click", () => open(""));
  button.addEventListener("pointerenter", load, { once: true });
  const header = document.querySelector(".md-header__inner") || document.querySelector("header");
  if (header) {
    header.append(button);
  }

  /* Before the theme, which may have a search of its own on the same keys. */
  window.addEventListener(
    "keydown",
    (event) => {
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const typing = event.target.closest && event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      if ((letter || (slash && !typing)) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        event.stopPropagation();
        open("");
      }
    },
    true
  );

  const shared = new URLSearchParams(location.search).get("q");
  let landing = null;
  try {
    landing = JSON.parse(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
  } catch {
    landing = null;
  }
  if (shared) {
    open(shared);
  } else if (landing && location.hash === "#" + landing.id) {
    policybrief.land(landing);
  }
})();
