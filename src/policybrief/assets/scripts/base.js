/* What the other scripts are on: where the site is, elements, further scripts, what the browser keeps, copying. */
(function () {
  "use strict";

  const policybrief = window.policybrief || {};
  window.policybrief = policybrief;
  const root = new URL("../", document.currentScript.src);

  policybrief.root = root.href;

  /* What the site says, in its language: looked up by the English words, with {name} replaced by the value. */
  policybrief.translations = policybrief.translations || {};
  const { translations } = policybrief;
  const language = document.documentElement.lang || "en";
  policybrief.language = language;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));

  /* English between words that are written from right to left keeps its own order. */
  const english = (message) => (document.documentElement.dir === "rtl" ? "\u2066" + message + "\u2069" : message);

  policybrief.say = (message, values) => filled(translations[message] || english(message), values);

  policybrief.sayAs = (context, message, values) => filled(translations[context + "\u0004" + message] || english(message), values);

  /* About a number of things; {n} is the number. */
  policybrief.counted = (one, many, number, values) => {
    const forms = translations[one] || { one: english(one), other: english(many) };
    const category = new Intl.PluralRules(translations[one] ? language : "en").select(number);
    return filled(forms[category] || forms.other, { n: number.toLocaleString(language), ...values });
  };

  policybrief.make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* To a page of the site, given its address below the front page. */
  policybrief.link = (address, ...children) => policybrief.make("a", { href: new URL(address, root).href }, ...children);

  policybrief.button = (className, textContent, ...children) =>
    policybrief.make("button", { type: "button", className, textContent }, ...children);

  /* Beside this one, so that it works from a folder opened by double click as well. */
  policybrief.load = (name) =>
    new Promise((onload, reject) => {
      const src = new URL("assets/policybrief-" + name + ".js", root).href;
      const onerror = () => reject(new Error("could not be loaded: " + src));
      document.head.append(policybrief.make("script", { src, async: false, onload, onerror }));
    });

  /* What was kept under a name, after it was set to a value if there is one; nothing where nothing may be kept. */
  policybrief.kept = (name, value) => {
    try {
      if (value) {
        localStorage.setItem("policybrief." + name, value);
      }
      return localStorage.getItem("policybrief." + name);
    } catch {
      return null;
    }
  };

  /* Copies words and says so; where the clipboard is refused, `otherwise` is called. */
  policybrief.copy = (words, status, otherwise) => {
    const copied = () => {
      status.textContent = policybrief.say("Copied");
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(copied, otherwise);
    } else {
      otherwise();
    }
  };

  /* Whether a key is not for us: pressed with another, or in a field. */
  policybrief.typed = (event) =>
    event.ctrlKey || event.metaKey || event.altKey || policybrief.opening || (event.target.closest && event.target.closest(FIELDS));
  const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

  /* Where an address leads, as a URL: to the page in a folder of the site, where no server finds it. */
  policybrief.address = (href, base) => {
    const url = new URL(href, base || document.baseURI);
    url.pathname += url.protocol === "file:" && url.pathname.endsWith("/") ? "index.html" : "";
    return url;
  };
})();
