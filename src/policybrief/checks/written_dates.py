"""Dates as written in English sentences: `12 May 1994`, `May 12, 1994`, `May 1994`, `1994`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..model.dates import Date, Span, parse_date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"""
    (?<![\w.,$€£])
    (?:
        (?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\s+(?P<year>\d{{4}})
      | (?P<month_first>{_MONTH})\s+(?P<day_behind>\d{{1,2}}),\s+(?P<year_behind>\d{{4}})
      | (?P<year_alone>(?:1[5-9]|20)\d\d)
    )
    (?![\w%]|[.,]\d|\s(?:per\s+cent|million|billion|thousand|people|tonnes|troops|men|pupils|students|schools)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"(?:[–—/-]|\b(?:between|from|to|until|and|or|since|by|before|after)\s)\s*$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"\s*(?:[–—/-]\s*\d|(?:to|until|and|or)\s+(?:\d|(?:" + _MONTH + r")\b))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text."""

    start: int
    end: int
    date: Date
    plain: bool
    """Whether it stands alone: not the end of a range, nor after `since`, `by`, `before` or `after`."""

    @property
    def full(self) -> bool:
        return self.date.day is not None


def dates_in(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """Yield the dates in a stretch of the text; impossible days, such as 31 June, are skipped."""
    for match in _DATE.finditer(text, start, end):
        year = match["year"] or match["year_behind"] or match["year_alone"]
        month, day = match["month"] or match["month_first"], match["day"] or match["day_behind"]
        edtf = year
        if month:
            edtf += f"-{_MONTHS.index(month.lower()) + 1:02}"
        if day:
            edtf += f"-{int(day):02}"
        try:
            found = parse_date(edtf)
        except ValueError:
            continue
        of_a_range = _RANGE_BEFORE.search(text, max(start, match.start() - 10), match.start())
        plain = of_a_range is None and _RANGE_BEHIND.match(text, match.end(), end) is None
        yield WrittenDate(match.start(), match.end(), found, plain)


def may_meet(written: Date, stretch: Span) -> bool:
    """Tell whether a date may be in a period. An approximate or uncertain date may be off by a year."""
    first, last = _first(stretch), _last(stretch)
    return written.first <= last and first <= written.last


def _first(stretch: Span) -> date:
    start = stretch.start
    return date.min if start is None else _shifted(start.first, -1 if _loose(start) else 0)


def _last(stretch: Span) -> date:
    end = stretch.end
    return date.max if end is None else _shifted(end.last, 1 if _loose(end) else 0)


def _loose(given: Date) -> bool:
    return given.approximate or given.uncertain


def _shifted(day: date, years: int) -> date:
    year = min(max(day.year + years, date.min.year), date.max.year)
    return date(year, day.month, min(day.day, 28) if years else day.day)
