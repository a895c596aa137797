/* Which entries a name may mean: the very name, its beginning, an inflected form, a slip of the pen, at last its sound. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { brief, fold, slip, mostEdits } = search;
  const forms = [];
  const byName = new Map();
  const cyrillic = /\p{Script=Cyrillic}/u;

  function put(map, key, form) {
    const known = map.get(key);
    if (known) {
      known.push(form);
    } else if (key) {
      map.set(key, [form]);
    }
  }

  brief.entries.forEach((entry, at) => {
    entry.forms.forEach((form) => {
      const compact = form.folded.replace(/ /g, "");
      const whole = { entry: at, text: form.text, folded: form.folded, compact };
      whole.words = form.words;
      whole.cyrillic = cyrillic.test(form.text);
      forms.push(whole);
      put(byName, compact, whole);
    });
  });
  const sorted = forms.slice().sort((a, b) => search.compare(a.folded, b.folded) || a.entry - b.entry);

  const everyName = forms.map((form) => form.folded).join("\n");
  const starts = [];
  let start = 0;
  forms.forEach((form) => {
    starts.push(start);
    start += form.folded.length + 1;
  });

  /* The forms with these words after their first one: all of them are searched as one text, at each key. */
  function inside(folded) {
    const found = [];
    let form = 0;
    let at = everyName.indexOf(" " + folded);
    while (at >= 0) {
      while (form + 1 < forms.length && starts[form + 1] <= at) {
        form += 1;
      }
      found.push(forms[form]);
      at = form + 1 < forms.length ? everyName.indexOf(" " + folded, starts[form + 1]) : -1;
    }
    return found;
  }

  const figures = (word) => word.replace(/\D/g, "");
  const numbers = new Set(forms.flatMap((form) => form.words.filter(figures)));
  /* A year that somebody else bears, or that the text speaks of, is no slip for another. */
  const meantSo = (word) => numbers.has(word) || search.known.has(word);

  const around = search.neighbourhood(forms.map((form) => form.compact));

  function near(folded, compact, most) {
    const fixed = folded.split(" ").filter(figures).every(meantSo) ? figures(compact) : null;
    let least = most;
    let found = [];
    around(compact, most).forEach((at) => {
      const form = forms[at];
      if (Math.abs(form.compact.length - compact.length) <= least && (fixed === null || figures(form.compact) === fixed)) {
        const allowed = Math.min(least, mostEdits(form.compact.length));
        const edits = slip(compact, form.compact, allowed);
        if (edits <= allowed) {
          found = edits < least ? [form] : [...found, form];
          least = edits;
        }
      }
    });
    return found;
  }

  function beginning(folded) {
    const whole = (form) => form.folded[folded.length] === " ";
    return search
      .beginning(sorted, (form) => form.folded, folded, Infinity)
      .sort((a, b) => whole(b) - whole(a) || a.entry - b.entry);
  }

  /* One form for each entry, the first that fits. */
  function entriesOf(found, how) {
    const best = new Map();
    found.forEach((form) => best.has(form.entry) || best.set(form.entry, { entry: form.entry, form, how }));
    return Array.from(best.values());
  }

  const byEntry = (found) => found.slice().sort((a, b) => a.entry - b.entry);

  function exact(folded) {
    const found = byName.get(folded.replace(/ /g, "")) || byName.get(folded.replace(/^the /, "").replace(/ /g, ""));
    return entriesOf(byEntry(found || []), "exact");
  }

  /* The entries a whole query may mean, best first, with the form and how it matched. */
  function resolve(query) {
    const folded = fold(query);
    const compact = folded.replace(/ /g, "");
    if (!compact) {
      return [];
    }
    const found = exact(folded);
    const beginnings = compact.length > 1 ? entriesOf(beginning(folded), "beginning") : [];
    const names = compact.length > 2 ? entriesOf(byEntry(inside(folded)), "inside") : [];
    const sure = once([...found, ...beginnings, ...names]);
    return sure.length ? sure : search.unsure(query, folded, compact);
  }

  /* Each entry once, as it is matched first. */
  function once(matches) {
    const known = new Set();
    return matches.filter((match) => !known.has(match.entry) && known.add(match.entry));
  }

  const unsure = search.kept((query, folded, compact) => {
    const endings = search.inflected && cyrillic.test(query) ? byEntry(search.inflected(folded.split(" "))) : [];
    if (endings.length) {
      return entriesOf(endings, "inflected");
    }
    const close = byEntry(near(folded, compact, mostEdits(compact.length + 1)));
    return entriesOf(close, "near");
  });

  Object.assign(search, { resolve, exact, unsure, once, cyrillic, forms, around, byEntry, entriesOf, put });
})();
