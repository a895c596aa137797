/* Times in a question that are no single date: the years from one to another, and a day of whatever year. */
(function () {
  "use strict";

  const search = window.policybrief.searching;
  const { dateAt, dateUnit, eventsOf, idf, idle, inFull, known, postings, stemOf } = search;
  const isYear = (word) => /^(?:1[89]|20)\d\d$/.test(word || "");

  /* `1991–93` with both years in full. After a hyphen two figures up to 12 are a month, as ISO 8601 has it. */
  search.inFull = (query) =>
    inFull(query).replace(/\b((?:1[89]|20)(\d\d))\s?([-–—/])\s?(\d\d)\b(?![-/])/g, (typed, year, short, dash, last) => {
      const isRange = last > short && (dash !== "-" || last > 12 || isNoMonth(year, last));
      return isRange ? year + dash + year.slice(0, 2) + last : typed;
    });

  /* Whether the brief has nothing of that month. */
  function isNoMonth(year, month) {
    const date = dateAt([year, month], 0);
    return !eventsOf(date).length && !date.spelt.some((written) => search.sequence(written).size);
  }

  /* `2014–2016`, `2014 to 2016`, `between 2014 and 2016`. */
  function rangeAt(words, at) {
    const length = idle.has(words[at + 1]) ? 3 : 2;
    const [first, last] = [words[at], words[at + length - 1]];
    if (!isYear(first) || !isYear(last) || first >= last) {
      return null;
    }
    const spelt = [[first, last], [first, last.slice(2)]];
    return { length, low: first * 10000, high: last * 10000 + 9999, exact: false, spelt, years: [Number(first), Number(last)] };
  }

  /* `20 January`, `September 11`: the day of an event that is remembered by it. */
  function dayAt(words, at) {
    const typed = words.slice(at, at + 2);
    const anyLeapYear = "2000";
    const date = typed.length > 1 && /\D/.test(typed.join("")) ? dateAt([...typed, anyLeapYear], 0) : null;
    if (!date || date.length < 3) {
      return null;
    }
    const spelt = date.spelt.map((written) => written.filter((word) => word !== anyLeapYear));
    return { ...date, length: 2, spelt, day: date.low % 10000 };
  }

  search.dateAt = (words, at) => {
    const range = rangeAt(words, at);
    return range || dateAt(words, at) || dayAt(words, at);
  };

  search.eventsOf = (date) => {
    const isThatDay = ([first, last]) => first === last && first % 10000 === date.day;
    return date.day ? search.events.filter((event) => isThatDay(event.first) || isThatDay(event.last)).map((event) => event.at) : eventsOf(date);
  };

  /* For each paragraph which of these years it names. */
  function namedYears([first, last]) {
    const found = new Map();
    for (let year = first; year <= last; year += 1) {
      const places = postings[stemOf[known.get(String(year))]] || [];
      places.forEach((_, paragraph) => found.set(paragraph, [...(found.get(paragraph) || []), year]));
    }
    return found;
  }

  search.dateUnit = (words, date) => {
    const unit = dateUnit(words, date);
    if (date.years) {
      // The very years are what is asked for; a year between them is hardly more than a hint.
      unit.found.forEach((hit) => {
        hit.weight = hit.width ? 1.6 : hit.weight;
      });
      namedYears(date.years).forEach((years, paragraph) => {
        const weight = date.years.every((year) => years.includes(year)) ? 0.8 : 0.5;
        const before = unit.found.get(paragraph);
        if (!before || before.weight < weight) {
          unit.found.set(paragraph, { count: 1, weight, places: [] });
        }
      });
      unit.idf = idf(unit.found.size);
    }
    return unit;
  };
})();
