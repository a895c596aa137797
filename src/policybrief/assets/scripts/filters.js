/* Filters lists by the data of their items. The choices are kept in the address, they combine, and each shows how many
   items it leaves; a folded form names them in its summary. A form has `data-filter`, and the lists beside it have
   `data-filtered` with the same name. The choices are the options of a `select`, or radio buttons, which the stylesheet
   supports without this script. */
(function () {
  "use strict";

  const { policybrief } = window;
  const list = (root, selector) => Array.from(root.querySelectorAll(selector));
  const has = (item, name, value) => !value || (item.dataset[name] || "").split(" ").includes(value);

  class Selection {
    constructor(select) {
      this.select = select;
      this.name = select.name;
      this.choices = Array.from(select.options, (option) => ({ value: option.value, key: option.value, option, words: option.dataset.words || option.textContent }));
    }

    get chosen() {
      return this.choices[this.select.selectedIndex];
    }

    choose({ value }) {
      this.select.value = value;
    }

    wordsOf({ words }) {
      return words;
    }

    say({ option, words }, count) {
      option.textContent = `${words} (${count})`;
      option.disabled = !count && !option.selected;
    }
  }

  class Buttons {
    constructor(set) {
      this.name = set.dataset.choice;
      this.choices = list(set, "input").map((input) => ({ value: input.value, key: input.dataset.key || input.value, input }));
    }

    get chosen() {
      return this.choices.find(({ input }) => input.checked);
    }

    choose({ input }) {
      input.checked = true;
    }

    wordsOf({ input }) {
      return input.nextElementSibling.firstChild.textContent.trim();
    }

    say({ input }, count) {
      const label = input.nextElementSibling;
      const shown = label.querySelector(".pb-count");
      label.toggleAttribute("data-none", !count);
      if (shown) {
        shown.textContent = count;
      }
    }
  }

  class Filter {
    constructor(form) {
      const within = `[data-filtered="${form.dataset.filter}"]`;
      this.form = form;
      this.fields = [...list(form, "select").map((one) => new Selection(one)), ...list(form, "[data-choice]").map((one) => new Buttons(one))];
      this.items = list(document, `${within} li[data-${this.fields[0].name}]`);
      this.groups = list(document, `${within} [data-filter-group]`);
      this.title = form.querySelector("summary > *");
      this.unchosen = this.title && this.title.textContent;
    }

    /* What is chosen, or nothing where all are shown. */
    get said() {
      return this.fields.filter(({ chosen }) => chosen.key).map((field) => field.wordsOf(field.chosen)).join(", ");
    }

    passes(item, except) {
      return this.fields.every((field) => field === except || has(item, field.name, field.chosen.value));
    }

    show() {
      this.items.forEach((item) => {
        item.hidden = !this.passes(item);
      });
      this.groups.forEach((group) => {
        group.hidden = !this.items.some((item) => !item.hidden && group.contains(item));
      });
      this.fields.forEach((field) => {
        const others = this.items.filter((item) => this.passes(item, field));
        field.choices.forEach((choice) => field.say(choice, others.filter((item) => has(item, field.name, choice.value)).length));
      });
      const left = this.items.filter((item) => this.passes(item)).length;
      const all = this.items.length;
      this.form.querySelector("output").textContent = left === all ? "" : policybrief.say("{shown} of {all} shown", { shown: left, all });
      if (this.title) {
        this.title.textContent = this.said ? policybrief.say("Filters: {choices}", { choices: this.said }) : this.unchosen;
      }
      // The other pages of a list in parts open with the same choices.
      list(document, "[class*=part] a").forEach((link) => {
        link.search = location.search;
      });
    }

    /* Makes the choices that an address asks for; of those it does not name, the first. */
    take(asked) {
      this.fields.forEach((field) => {
        const key = asked.get(field.name) || "";
        field.choose(field.choices.find((choice) => choice.key === key) || field.choices[0]);
      });
    }

    keep() {
      const url = new URL(location.href);
      url.search = new URLSearchParams(this.fields.filter(({ chosen }) => chosen.key).map(({ name, chosen }) => [name, chosen.key]));
      history.replaceState(history.state, "", url);
    }

    /* A link to an item that is hidden shows all again. */
    reveal() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && this.items.includes(target) && target.hidden) {
        this.take(new URLSearchParams());
        this.keep();
        this.show();
        target.scrollIntoView();
      }
    }
  }

  function start(form) {
    const filter = new Filter(form);
    filter.take(new URLSearchParams(location.search));
    form.addEventListener("change", () => {
      filter.keep();
      filter.show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => filter.reveal());
    form.hidden = false;
    filter.show();
    filter.reveal();
  }

  list(document, "form[data-filter]").forEach(start);
})();
