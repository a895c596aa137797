"""Days, months and years as a language writes them, by the patterns of CLDR.

The patterns are those of Unicode's date formats (https://www.unicode.org/reports/tr35/tr35-dates.html).
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

from .catalogue import locale_of

_NO_BREAK = "\u00a0"
_BEFORE_MONTH = re.compile(r"^d+\.?(?= ?M)")


def day_in_words(year: int, month: int, day: int, language: str) -> str:
    """Return a day: `12 May 1994`, `12. Mai 1994`, `12 мая 1994 г.`; day and month do not part at the end of a line."""
    return _said(date(year, month, day), _day_pattern(locale_of(language)), language)


def month_in_words(year: int, month: int, language: str, *, alone: bool = True) -> str:
    """Return a month: `May 1994`. In Slavic languages a month that is not alone is in the genitive: `мая 1994 г.`."""
    pattern = _pattern(locale_of(language), "yMMMM", "MMMM y")
    return _said(date(year, month, 1), pattern if alone else pattern.replace("LLLL", "MMMM"), language)


def beginning_of_range(year: int, month: int, day: int | None, language: str, *, same_month: bool) -> str:
    """Return a date without what the end of a range in the same year says again: `25`, `25 February`, `February`.

    It is whole in a language whose dates do not begin with the day.
    """
    whole = _day_pattern(locale_of(language))
    alone = _BEFORE_MONTH.match(whole)
    if day is None:
        said = _said(date(year, month, 1), "LLLL", language)
        pattern = _pattern(locale_of(language), "yMMMM", "MMMM y")
        return said if pattern[0] in "ML" else month_in_words(year, month, language)
    if alone is None:
        return day_in_words(year, month, day, language)
    pattern = alone[0] if same_month else whole[: whole.index("y")].rstrip(" ,")
    return _said(date(year, month, day), pattern, language)


def _said(when: date, pattern: str, language: str) -> str:
    return format_date(when, _kept_together(pattern), locale=locale_of(language))


def _kept_together(pattern: str) -> str:
    """Return a pattern in which a day and its month stay in one line, and what follows a year, as in `1994 г.`."""
    return re.sub(r"(?<=d)(\.?) (?=[^y]*M)|(?<=y) (?=')", rf"\1{_NO_BREAK}", pattern.replace("\u202f", " "))


def _day_pattern(locale: Locale) -> str:
    return str(locale.date_formats["long"].pattern)


def _pattern(locale: Locale, skeleton: str, otherwise: str) -> str:
    found = locale.datetime_skeletons.get(skeleton)
    return str(found.pattern) if found else otherwise


def calendar_of(language: str) -> Mapping[str, str | list[str]]:
    """Return what a script needs to write and read dates; nothing in English, and where dates are all figures.

    Browsers do not know every language: Chrome writes `1994 M09 20` in Azerbaijani. `alone` and `afterDay` are the
    months, `day` and `month` what a date looks like.
    """
    locale = locale_of(language)
    templates = [_template(pattern) for pattern in (_day_pattern(locale), _pattern(locale, "yMMMM", "MMMM y"))]
    months = [list(locale.months[context]["wide"].values()) for context in ("stand-alone", "format")]
    if locale.language == "en" or not all(templates) or any(map(str.isdigit, months[0])):
        return {}
    return {"alone": months[0], "afterDay": months[1], "day": templates[0], "month": templates[1]}


_FIELDS = {"d": "{day}", "y": "{year}", "MMMM": "{month}", "LLLL": "{alone}"}


def _template(pattern: str) -> str:
    """Return a pattern of CLDR as a message; empty where it has more than a day, a month by its name and a year."""
    found = ""
    for literal, field, other in re.findall(r"'([^']*)'|([A-Za-z]+)|([^A-Za-z']+)", _kept_together(pattern)):
        if field and field not in _FIELDS:
            return ""
        found += literal or _FIELDS.get(field, other)
    return found


@cache
def ordinal_ending(number: int) -> str:
    """Return the ending of an Azerbaijani ordinal, `cü` in `1994-cü`: it follows the name of the number."""
    for place, endings in ((10, _UNITS), (100, _TENS)):
        if number % place:
            return endings[number % place * 10 // place - 1]
    return "cü" if number % 1000 else "ci"


_UNITS = ("ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
_TENS = ("cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")
