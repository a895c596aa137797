/* Dates in a question, and the events of that time. */
(function () {
  "use strict";

  const { searching: search, language, say, sayAs } = window.policybrief;
  const { calendar } = window.policybrief.searchData;
  const months = "January February March April May June July August September October November December".split(" ");
  const short = months.map((month) => month.toLowerCase().slice(0, 3));

  /* `2016-04` as days that can be compared: from 20160400 to 20160499. */
  function bounds(date) {
    const [year, month, day] = date.replace(/[~?%]/, "").split("-").map(Number);
    return span(year, month, day);
  }

  /* The first and the last day of a day, of a month where that is all there is, or of a year. */
  function span(year, month, day) {
    const low = year * 10000 + (month || 0) * 100 + (day || 0);
    if (day) {
      return [low, low];
    }
    return [low, low + (month ? 99 : 9999)];
  }

  const range = (start, end) => sayAs("dates", "{start} to {end}", { start, end });

  function dayOrMonth(year, month, day) {
    if (!calendar) {
      const parts = { year: "numeric", month: "long", ...(day && { day: "numeric" }), timeZone: "UTC" };
      return new Intl.DateTimeFormat(/^en\b/.test(language) ? "en-GB" : language, parts).format(Date.UTC(year, month - 1, day || 1));
    }
    const values = { day, month: calendar.afterDay[month - 1], alone: calendar.alone[month - 1], year };
    return (day ? calendar.day : calendar.month).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function said(date) {
    const [year, month, day] = date.replace(/[~?%]/, "").split("-").map(Number);
    const words = month ? dayOrMonth(year, month, day) : String(year);
    const about = /[~%]/.test(date) ? sayAs("any date", "about {date}", { date: words }) : words;
    return /[?%]/.test(date) ? say("{date} (uncertain)", { date: about }) : about;
  }

  /* An EDTF date or span as readers say it. */
  function inWords(edtf) {
    const [start, end] = edtf.split("/");
    if (!edtf || end === undefined) {
      return edtf ? said(edtf) : "";
    }
    if (start === "..") {
      return sayAs("any date", "until {date}", { date: said(end) });
    }
    return end === ".." ? sayAs("any date", "since {date}", { date: said(start) }) : range(said(start), said(end));
  }

  /* The months of the brief's language as they are compared. */
  const own = new Map();
  if (calendar) {
    [calendar.alone, calendar.afterDay].forEach((names) => names.forEach((name, at) => own.set(search.fold(name), at + 1)));
  }

  function monthOf(word) {
    if (own.has(word)) {
      return own.get(word);
    }
    const at = word && word.length > 2 ? short.indexOf(word.slice(0, 3)) : -1;
    return at >= 0 && months[at].toLowerCase().startsWith(word) ? at + 1 : 0;
  }

  const year = (word) => (/^(1[89]|20)\d\d$/.test(word || "") ? Number(word) : 0);
  const day = (word) => (/^(0[1-9]|[12]?\d|3[01])$/.test(word || "") ? Number(word) : 0);
  const inMonths = (word) => (day(word) <= 12 ? day(word) : 0);
  /* As ISO 8601 has it, with two figures. */
  const twoFigures = (word) => (/^(0[1-9]|1[0-2])$/.test(word || "") ? Number(word) : 0);

  /* The date that is in the words at `at`, most exact reading first, and how many words it takes. */
  function dateAt(words, at) {
    const readings = [
      [3, year(words[at + 2]), monthOf(words[at + 1]), day(words[at])],
      [3, year(words[at + 2]), monthOf(words[at]), day(words[at + 1])],
      [3, year(words[at + 2]), inMonths(words[at + 1]), day(words[at])],
      [3, year(words[at]), inMonths(words[at + 1]), day(words[at + 2])],
      [2, year(words[at + 1]), monthOf(words[at]), NaN],
      [2, year(words[at]), monthOf(words[at + 1]), NaN],
      [2, year(words[at]), twoFigures(words[at + 1]), NaN],
      [1, year(words[at]), NaN, NaN],
    ];
    const found = readings.find((reading) => reading.every((part) => part !== 0));
    if (!found) {
      return null;
    }
    const [length, ...date] = found;
    const [low, high] = span(...date);
    return { length, low, high, exact: Boolean(date[1]), spelt: spelt(...date) };
  }

  /* The same date in words, as a text may have it. */
  function spelt(inYear, month, inMonth) {
    const names = calendar ? calendar.afterDay : months;
    const name = month ? search.fold(names[month - 1]) : "";
    const written = inMonth ? [[String(inMonth), name, String(inYear)], [name, String(inMonth), String(inYear)]] : [[name, String(inYear)]];
    return name ? written : [];
  }

  const happens = new Set(["event", "treaty", "document"]);
  const events = [];
  search.brief.entries.forEach((entry, at) => {
    if (entry.dates && happens.has(entry.kind)) {
      const [start, end] = entry.dates.split("/");
      const first = start === ".." ? bounds(end) : bounds(start);
      const last = end === undefined || end === ".." ? first : bounds(end);
      events.push({ at, low: first[0], high: last[1], first, last });
    }
  });

  /* The entries that fall within the time asked for, or begin or end in it. */
  function eventsOf(date) {
    const within = (bound) => bound[0] >= date.low && bound[1] <= date.high;
    const covers = (event) => date.exact && event.low <= date.low && event.high >= date.high && event.high - event.low < 100;
    return events.filter((event) => within(event.first) || within(event.last) || covers(event)).map((event) => event.at);
  }

  Object.assign(search, { dateAt, events, eventsOf, inWords, range });
})();
