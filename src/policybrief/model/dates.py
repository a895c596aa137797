"""Dates as historians write them: a subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a month or a day, perhaps approximate (`1994~`) or uncertain (`1994?`)."""

    edtf: str
    """As written."""
    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> date:
        """The earliest day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """The date in words: `12 May 1994`, `May 1994`, `about 1994`."""
        parts = [str(self.year)]
        if self.month:
            parts.insert(0, _MONTHS[self.month - 1])
        if self.day:
            parts.insert(0, str(self.day))
        said = " ".join(parts)
        if self.approximate:
            said = f"about {said}"
        return f"{said} (uncertain)" if self.uncertain else said


@dataclass(frozen=True, slots=True)
class Span:
    """A period; either end may be open, and a single date has itself at both ends."""

    start: Date | None
    end: Date | None

    @property
    def single(self) -> bool:
        """Whether it is one date rather than a range."""
        return self.start is not None and self.start == self.end

    @property
    def edtf(self) -> str:
        """As EDTF: `1994-05-12`, `1988/1994`, `2015/..`."""
        if self.start is not None and self.single:
            return self.start.edtf
        return f"{self.start.edtf if self.start else '..'}/{self.end.edtf if self.end else '..'}"

    @property
    def words(self) -> str:
        """The period in words: `12 May 1994`, `1988 to 1994`, `since 2015`, `until 2020`."""
        if self.start is None:
            return f"until {self.end.words}" if self.end else ""
        if self.end is None:
            return f"since {self.start.words}"
        return self.start.words if self.single else f"{self.start.words} to {self.end.words}"


def parse_date(text: str) -> Date:
    """Read one EDTF date: `1994`, `1994-05`, `1994-05-12`, each with `~`, `?` or `%` after it.

    Raises ValueError, with a message for the author, if it is invalid.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a valid date")
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    if not year:
        raise ValueError("year 0000 does not exist")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"'{text}' has no such month")
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"'{text}' has no such day")
    mark = match["mark"]
    return Date(text, year, month, day, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def parse_span(text: str) -> Span:
    """Read one EDTF date or interval (`2014/2016`, `2015/..`). Raises ValueError if it is neither."""
    if "/" not in text:
        single = parse_date(text)
        return Span(single, single)
    first, _, second = text.partition("/")
    start, end = (None if part in ("", "..") else parse_date(part) for part in (first, second))
    if start is None and end is None:
        raise ValueError(f"'{text}' has neither a beginning nor an end")
    if not first or not second:
        # In EDTF, '..' is an open end, and an empty end is unknown, which has no representation here.
        raise ValueError(f"'{text}' does not say whether it is open: write '..' if it is")
    if start is not None and end is not None and start.first > end.last:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(start, end)
