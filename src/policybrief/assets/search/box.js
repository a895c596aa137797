/* The box: an editable combobox with its listbox in a dialog, after the ARIA Authoring Practices. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { make, button, say, counted, searching: search } = policybrief;
  let hits = [];
  let totals = {};
  let active = -1;
  let timer = 0;

  const input = make("input", { type: "text", id: "pb-search-input", spellcheck: false, autocomplete: "off" });
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "pb-search-list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-describedby", "pb-search-empty");
  input.setAttribute("enterkeyhint", "go");
  input.maxLength = search.longestQuery;
  input.placeholder = say("A name, a date or a question");
  const list = make("div", { className: "pb-search-list", id: "pb-search-list", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Results"));
  const empty = make("div", { className: "pb-search-empty", id: "pb-search-empty", hidden: true });
  const status = make("p", { className: "pb-search-status" });
  status.setAttribute("role", "status");
  const close = button("pb-search-close", say("Close"));
  const cite = button("pb-search-cite", "");
  cite.hidden = true;
  const share = make("a", { className: "pb-search-share", hidden: true });
  const keys = make("span", { className: "pb-search-keys" }, say("↑ ↓ to choose, Enter to go, Esc to close"));
  const label = make("label", { htmlFor: input.id }, say("Search this brief"));
  const dialog = make(
    "dialog",
    { className: "pb-search" },
    make("div", { className: "pb-search-field" }, label, input, close),
    list,
    empty,
    make("div", { className: "pb-search-foot" }, keys, cite, share),
    status
  );
  dialog.setAttribute("aria-label", say("Search this brief"));
  document.body.append(dialog);

  function choose(at, scroll) {
    const before = list.querySelector("[aria-selected=true]");
    if (before) {
      before.setAttribute("aria-selected", "false");
    }
    active = at;
    const option = at >= 0 ? document.getElementById("pb-hit-" + at) : null;
    if (!option) {
      input.removeAttribute("aria-activedescendant");
    } else {
      option.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", option.id);
      if (scroll) {
        option.scrollIntoView({ block: "nearest" });
      }
    }
    const hit = hits[Math.max(0, at)];
    const citable = search.canCite() && hit && hit.kind === "paragraph";
    cite.hidden = !citable;
    cite.textContent = citable ? say("Cite {number}", hit) : "";
  }

  /* What is shown of each kind, and of how many where there are more. */
  function count() {
    const said = Object.keys(search.howMany)
      .map((kind) => [kind, hits.filter((hit) => hit.kind === kind).length])
      .filter(([, shown]) => shown)
      .map(([kind, shown]) => search.howMany[kind](shown, totals[kind] || 0));
    const nothing = input.value.trim() ? say("No results") : "";
    return said.join(", ") || nothing;
  }

  /* To the page that shows all of it. */
  function drawShare(query) {
    const all = totals.paragraph || 0;
    const isCut = all > hits.filter((hit) => hit.kind === "paragraph").length;
    share.hidden = !query.trim() || !hits.length;
    share.textContent = isCut ? counted("Show all {n} paragraph", "Show all {n} paragraphs", all) : say("All results on a page");
    share.href = search.resultsPage(query.trim());
  }

  /* What the box says where it has no hits: what may have been meant, or, before anything is typed, examples. */
  function drawEmpty(query, names) {
    if (!search.drawExamples) {
      return [];
    }
    return query.trim() ? search.drawNothing(names, suggest) : search.drawExamples(suggest);
  }

  function show() {
    const query = input.value;
    const answer = search.answer(query);
    ({ hits, totals } = answer);
    list.scrollTop = 0; // before the list is new: afterwards the browser would have to lay it out at once, and again later
    list.replaceChildren(...search.draw(hits, totals));
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    empty.hidden = hits.length > 0;
    empty.replaceChildren(...(hits.length ? [] : drawEmpty(query, answer.hint)));
    drawShare(query);
    choose(-1);
    // The dialog is a little quieter than the typing: the count is said when it rests.
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = count();
    }, 400);
  }

  function suggest(name) {
    input.value = name;
    input.focus();
    show();
  }

  function leave() {
    dialog.close();
    if (!document.querySelector(".pb-results") && new URLSearchParams(location.search).has("q")) {
      try {
        history.replaceState(history.state, "", location.pathname + location.hash);
      } catch {
        /* Some browsers allow no change of address in a folder opened by hand. */
      }
    }
  }

  const moves = {
    ArrowDown: () => (active + 1 < hits.length ? active + 1 : 0),
    ArrowUp: () => (active > 0 ? active - 1 : hits.length - 1),
    Home: () => 0,
    End: () => hits.length - 1,
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const atText = (event.key === "Home" || event.key === "End") && active < 0;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    if (moves[event.key] && hits.length && !atText) {
      event.preventDefault();
      choose(moves[event.key](), true);
    } else if (event.key === "Enter" && hits.length) {
      event.preventDefault();
      search.go(hits[Math.max(0, active)]);
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      choose(-1);
    }
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      const hit = hits[Number(option.dataset.hit)];
      if (event.target.closest(".pb-search-here")) {
        search.citeHit(hit);
      } else {
        search.go(hit, event.ctrlKey || event.metaKey);
      }
    }
  });
  // The field keeps the focus, so that typing goes on after a click beside a hit.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  dialog.addEventListener("click", (event) => event.target === dialog && leave());
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  close.addEventListener("click", leave);
  cite.addEventListener("click", () => search.citeHit(hits[Math.max(0, active)]));

  search.leave = leave;
  search.open = function (query) {
    if (!dialog.open) {
      dialog.showModal();
    }
    input.value = (query || input.value).slice(0, search.longestQuery);
    input.focus();
    input.setSelectionRange(query ? input.value.length : 0, input.value.length);
    show();
  };
  /* Addresses, definitions and sources have come. */
  search.refresh = function () {
    search.readMore();
    if (!search.resume() && dialog.open && active < 0) {
      show();
    }
  };
  search.hits = function (query) {
    search.readMore();
    return search.answer(query).hits.map(({ kind, id, title, number, text, score, why, url }) => ({
      kind, id, url: policybrief.address(url, policybrief.root).href, title, number, text, score, why,
    }));
  };
})();
