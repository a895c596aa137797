/* Narrows lists by what their items say of themselves. The choice is kept in the address, choices combine, and each
   says how many items it leaves. A form has `data-filter`, the lists beside it `data-filtered` with the same name. */
(function () {
  "use strict";

  const has = (item, name, value) => !value || (item.dataset[name] || "").split(" ").includes(value);

  class Filter {
    constructor(form) {
      const within = `[data-filtered="${form.dataset.filter}"]`;
      const all = (selector) => Array.from(document.querySelectorAll(selector));
      this.form = form;
      this.fields = Array.from(form.querySelectorAll("select"));
      const marked = all(`${within} [data-${this.fields[0].name}]`);
      this.items = marked.filter((one) => one.matches("li"));
      this.marks = marked.filter((one) => !one.matches("li"));
      this.groups = all(`${within} [data-filter-group]`);
    }

    passes(item, except) {
      return this.fields.every((field) => field === except || has(item, field.name, field.value));
    }

    show() {
      this.items.forEach((item) => {
        item.hidden = !this.passes(item);
      });
      this.marks.forEach((mark) => mark.toggleAttribute("data-away", !this.passes(mark)));
      this.groups.forEach((group) => {
        group.hidden = !group.querySelector("li:not([hidden])");
      });
      this.fields.forEach((field) => this.count(field));
      const left = this.items.filter((item) => !item.hidden).length;
      const said = left === this.items.length ? "" : `${left} of ${this.items.length} shown`;
      this.form.querySelector("output").textContent = said;
    }

    /* Says of each option how many items it would leave, the other choices staying as they are. */
    count(field) {
      const others = this.items.filter((item) => this.passes(item, field));
      Array.from(field.options).forEach((option) => {
        const count = others.filter((item) => has(item, field.name, option.value)).length;
        option.textContent = `${option.dataset.words} (${count})`;
        option.disabled = !count && !option.selected;
      });
    }

    take(asked) {
      this.fields.forEach((field) => {
        const value = asked.get(field.name) || "";
        field.value = Array.from(field.options).some((option) => option.value === value) ? value : "";
      });
    }

    keep() {
      const url = new URL(location.href);
      this.fields.forEach(({ name, value }) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name)));
      history.replaceState(history.state, "", url);
    }

    /* A link to an item that is hidden shows all again. */
    reveal() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && this.items.includes(target) && target.hidden) {
        this.take(new URLSearchParams());
        this.show();
        this.keep();
        target.scrollIntoView();
      }
    }
  }

  function start(form) {
    const filter = new Filter(form);
    filter.fields.forEach((field) =>
      Array.from(field.options).forEach((option) => {
        option.dataset.words = option.textContent;
      }),
    );
    filter.take(new URLSearchParams(location.search));
    form.addEventListener("change", () => {
      filter.show();
      filter.keep();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => filter.reveal());
    form.hidden = false;
    filter.show();
    filter.reveal();
  }

  document.querySelectorAll("form[data-filter]").forEach(start);
})();
