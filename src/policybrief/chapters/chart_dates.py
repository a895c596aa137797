"""Dates in the cells of a table: a year, a period, a month or a day, in figures or in words."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale

from ..model.charts import Occurrence
from ..model.dates import Date, Span, parse_span
from ..wording.catalogue import locale_of

_PERIOD = re.compile(r"(?P<start>\d{4})\s?[–/-]\s?(?P<end>\d{4}|\d\d)")
_GOES_ON = re.compile(r"(?P<start>\d{4})\s?[–-]")
_IN_WORDS = re.compile(r"(?:(?P<day>\d{1,2})\.?\s)?(?P<month>[^\W\d_]+)\.?\s(?P<year>\d{4})")
_REMARK = re.compile(r"\s*\([^()]*\)")


def moment_of(label: str, written: str, language: str) -> Occurrence | None:
    """Return the event at a date in a table in that language, or None if it is not a date.

    It may be `2014`, `2007–08`, `2015–`, `May 2014`, `12 May 2014`, or EDTF such as `2014-05` and `2014-05/2015-02`; a
    remark in brackets after it is ignored.
    """
    said = " ".join(_REMARK.sub("", written).split())
    if match := _GOES_ON.fullmatch(said):
        return _moment(label, written, f"{match['start']}/..")
    if (match := _PERIOD.fullmatch(said)) and _ends_later(match):
        end = match["start"][: 4 - len(match["end"])] + match["end"]
        return _moment(label, written, f"{match['start']}/{end}")
    if match := _IN_WORDS.fullmatch(said):
        month = _months(locale_of(language)).get(match["month"].casefold())
        day = f"-{int(match['day']):02}" if match["day"] else ""
        return _moment(label, written, f"{match['year']}-{month:02}{day}") if month else None
    return _moment(label, written, said)


def moment_of_event(label: str, span: Span) -> Occurrence | None:
    """Return an event of the glossary as a mark on a line of years, or None if its beginning is unknown."""
    if span.start is None:
        return None
    last = span.end.year if span.end else None
    words = str(span.start.year) + ("–" if last is None else f"–{last % 100:02}" if last != span.start.year else "")
    return _placed(label, words, span)


def _ends_later(match: re.Match[str]) -> bool:
    """Tell whether these are two years, and not a year with its month."""
    start, end = match["start"], match["end"]
    return int(start[: 4 - len(end)] + end) > int(start)


def _moment(label: str, written: str, edtf: str) -> Occurrence | None:
    try:
        span = parse_span(edtf)
    except ValueError:
        return None
    return _placed(label, written, span)


def _placed(label: str, words: str, span: Span) -> Occurrence | None:
    if span.start is None:
        return None
    start = _in_years(span.start.first)
    if span.end is None:
        return Occurrence(label, words, start, None)
    if span.single and span.start.day:
        middle = start + 0.5 / 365
        return Occurrence(label, words, middle, middle)
    return Occurrence(label, words, start, _end_of(span.end), loose=span.single)


def _end_of(day: Date) -> float:
    return _in_years(day.last) + 1 / _days_of(day.last.year)


def _in_years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _days_of(day.year)


def _days_of(year: int) -> int:
    return date(year, 12, 31).timetuple().tm_yday


@cache
def _months(locale: Locale) -> Mapping[str, int]:
    """Return the months by their names, alone and in a date, whole and cut short."""
    return {
        name.casefold().rstrip("."): number
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[use][width].items()
    }
