/* All of search that a page loads before it is used: the button, the keys, and a loader for the rest.

   The button takes the place of the link to the page of results; where a theme has none, it is at the head of the text. */
(function () {
  "use strict";

  if (!window.HTMLDialogElement) {
    return;
  }
  const { policybrief } = window;
  const { make, load: add } = policybrief;
  const KEPT = "policybrief.landing";
  let parts = null;

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
  policybrief.land = (landing) => (policybrief.mark ? Promise.resolve() : add("search-landing")).then(() => policybrief.mark(landing));

  /* Where the next page is to land: its paragraph, and the words to mark there. */
  policybrief.landNext = (landing) => {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(landing));
    } catch {
      /* Then the words are not marked; the paragraph is found all the same. */
    }
  };

  function landingKept() {
    try {
      const landing = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
      return landing;
    } catch {
      return null;
    }
  }

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
    const done = () => {
      policybrief.opening = false;
      window.removeEventListener("keydown", note, true);
    };
    policybrief.opening = true;
    window.addEventListener("keydown", note, true);
    core().then(
      (searching) => {
        done();
        searching.open(typed, button);
        whole().then(() => searching.refresh());
      },
      () => {
        done();
        button.title = policybrief.say("Search could not be loaded");
      }
    );
  }

  const key = make("kbd", {}, "/");
  key.setAttribute("aria-hidden", "true");
  const button = policybrief.button("pb-search-button", "", make("span", {}, policybrief.say("Search")), key);
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/ Control+K");
  button.addEventListener("click", () => open(""));
  button.addEventListener("pointerenter", load, { once: true });
  const link = document.querySelector("a.pb-search-button");
  if (link) {
    link.replaceWith(button);
  } else {
    (document.querySelector("main, [role=main]") || document.body).prepend(button);
  }

  /* Before the theme, which may have a search of its own on the same keys. */
  window.addEventListener(
    "keydown",
    (event) => {
      const slash = event.key === "/" && !policybrief.typed(event);
      const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if ((letter || slash) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        event.stopPropagation();
        open("");
      }
    },
    true
  );

  const shared = new URLSearchParams(location.search).get("q");
  const landing = landingKept();
  const failed = () => {
    document.querySelector(".pb-page > [role=status]").textContent = policybrief.say("Search could not be loaded");
  };
  if (document.querySelector(".pb-results")) {
    whole().then(() => add("search-results"), failed);
  } else if (shared) {
    open(shared);
  } else if (landing && location.hash === "#" + landing.id) {
    policybrief.land(landing);
  }

  /* Quotations are checked against what search knows: it comes when the reader goes to the form. */
  const form = document.querySelector(".pb-quotation-form");
  if (form) {
    let checker = null;
    const begin = () => {
      checker = checker || core().then(() => add("quotes"));
      return checker;
    };
    form.hidden = false;
    form.addEventListener("focusin", begin, { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      begin().then(() => policybrief.quoting.answer(), failed);
    });
  }
})();
