/* The page that checks quotations: reads what is pasted, and shows what is found of each passage. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { say, counted, quoting, searching, language } = policybrief;
  const { names } = quoting;
  const { brief } = searching;
  const place = document.querySelector(".pb-quotation");
  const part = (name) => place.querySelector(".pb-quotation-" + name);
  const [status, results] = ["status", "results"].map(part);
  const field = document.getElementById("pb-quotation-text");
  const longest = 20000;
  const mostPassages = 100;
  const slice = 30;
  let texts = null;
  let asked = 0;

  const known = () =>
    quoting.texts(brief.paragraphs.map(({ id, number, chapter, row }) => ({ id, number, chapter: brief.chapters[chapter], text: searching.text(row) })));

  /* How many passages were checked, and how many are of each kind. */
  function summary(verdicts) {
    const kinds = Object.keys(names).filter((name) => verdicts.includes(name));
    const many = (name) => say("{what}: {n}", { what: names[name], n: verdicts.filter((one) => one === name).length.toLocaleString(language) });
    return verdicts.length === 1 ? names[verdicts[0]] : counted("{n} passage checked", "{n} passages checked", verdicts.length) + ". " + kinds.map(many).join(". ");
  }

  const pause = () => new Promise((go) => setTimeout(go));

  /* Gives way to the reader's other doings after each short while. */
  async function checkedFrom(passages, found, mine) {
    const since = performance.now();
    while (found.length < passages.length && performance.now() - since < slice) {
      found.push(quoting.check(passages[found.length], texts));
    }
    if (found.length < passages.length && mine === asked) {
      await pause();
      await checkedFrom(passages, found, mine);
    }
    return found;
  }

  /* A later question ends it. */
  async function answer(passages) {
    asked += 1;
    const mine = asked;
    status.textContent = say("Checking …");
    results.replaceChildren();
    await pause();
    texts = texts || known();
    const found = await checkedFrom(passages, [], mine);
    if (mine === asked) {
      results.replaceChildren(...found.map((one, at) => quoting.shown(passages[at], one, texts)));
      status.textContent = summary(found.map(({ verdict }) => verdict));
    }
  }

  function refused(text, passages) {
    if (text.length > longest) {
      return say("This is longer than {most} characters. Check it in parts.", { most: longest.toLocaleString(language) });
    }
    if (passages.length > mostPassages) {
      return say("These are more than {most} passages. Check them in parts.", { most: mostPassages.toLocaleString(language) });
    }
    return passages.length ? "" : say("Paste a passage first.");
  }

  quoting.answer = function () {
    const text = field.value;
    const passages = text.length > longest ? [] : quoting.passages(text);
    const reason = refused(text, passages);
    field.setAttribute("aria-invalid", String(Boolean(reason)));
    if (reason) {
      asked += 1;
      results.replaceChildren();
      status.textContent = reason;
      field.focus();
    } else {
      answer(passages);
    }
  };
})();
