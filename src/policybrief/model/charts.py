"""A chart of a table: its amounts and dates as read, before anything is drawn."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from ..wording.words import Words


class Shape(Enum):
    """How the amounts are drawn."""

    FITTING = ""
    """Columns along the years if the first column has years and there is room, otherwise bars."""
    BARS = "bars"
    LINE = "line"
    SLOPE = "slope"
    """A line for each row, from its amount in one column to that in another."""
    RANGE = "range"
    """A bar for each row, from its amount in one column to that in another."""
    STACKED = "stacked"
    """A bar for each row, made of its amounts in several columns."""
    STRIP = "strip"
    """What happened when: a mark for each cell on one line of years."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One cell of a column, with the label of its row."""

    label: str
    words: str
    """The cell as written."""
    number: float | None
    """None if the cell says that there is no amount."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A column of the table with its amounts."""

    title: str
    unit: str
    by: str
    """The header of the first column."""
    bars: tuple[Bar, ...]
    years: tuple[int, ...]
    """The year of each bar; empty if the rows are not years in order."""

    @property
    def name(self) -> str:
        """Its title without the unit in brackets."""
        return _UNIT.sub("", self.title) or self.title


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date or a period on a line of years."""

    label: str
    words: str
    """When it was, in words."""
    start: float
    """In years: the middle of 2014 is 2014.5."""
    end: float | None
    """The same as the start for a day; None if it is still going on."""
    loose: bool = False
    """Whether the event was on an unknown day between start and end."""


@dataclass(frozen=True, slots=True)
class Track:
    """Events in one row of a strip."""

    title: str
    moments: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All drawings of one table."""

    shape: Shape
    panels: tuple[Panel, ...]
    """Empty for a strip."""
    claim: str = ""
    """What the chart shows, as a sentence; empty if the author gives no title."""
    subtitle: str = ""
    """Unit and caveats."""
    lanes: tuple[Track, ...] = ()
    """Of a strip."""
    marks: tuple[Occurrence, ...] = ()
    """Events of the glossary that the chart marks on its years."""

    @property
    def title(self) -> str:
        """Return the heading of a chart without a title."""
        return self.panels[0].title if self.panels else self.lanes[0].title


_PERIOD = re.compile(r"(\d{4})[/–-](\d{2,4})")
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")


def is_in_periods(panel: Panel) -> bool:
    """Tell whether rows are periods, which have no single place on a line of years."""
    return any(_PERIOD.fullmatch(bar.label) for bar in panel.bars)


def slots_of(panel: Panel) -> tuple[int, ...]:
    """Return the slot of each bar along the years, from 0: each year has a slot, and years without a row stay empty.

    Periods follow one another without gaps, because they have no single place on a line of years.
    """
    if not panel.years or is_in_periods(panel):
        return tuple(range(len(panel.bars)))
    return tuple(year - panel.years[0] for year in panel.years)


def overlapping(panel: Panel) -> bool:
    """Tell whether a period begins before the previous one ends."""
    found = [match for bar in panel.bars if (match := _PERIOD.fullmatch(bar.label))]
    periods = [(int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])) for match in found]
    return any(after[0] <= before[1] for before, after in pairwise(periods))


def of_one_unit(panels: Iterable[Panel]) -> bool:
    """Tell whether the amounts of all panels can be on one scale."""
    return len({panel.unit for panel in panels}) == 1


def in_words(panel: Panel, words: Words, *, with_table: bool = True) -> str:
    """Return the description of a drawing for screen readers; `with_table` tells whether its table follows."""
    known = [bar for bar in panel.bars if bar.number is not None]
    lowest = min(known, key=lambda bar: bar.number or 0)
    highest = max(known, key=lambda bar: bar.number or 0)
    gaps = ", ".join(bar.label for bar in panel.bars if bar.number is None)
    ends = {"low": lowest.words, "where": lowest.label, "high": highest.words, "there": highest.label}
    said = [
        words.say("Chart: {title}, by {column}.", title=panel.title, column=panel.by)
        if panel.by
        else words.say("Chart: {title}.", title=panel.title),
        words.say("Lowest {low} ({where}), highest {high} ({there}).", **ends),
        *([words.say("No number for {rows}.", rows=gaps)] if gaps else ()),
        *([words.say("The table below has all numbers.")] if with_table else ()),
    ]
    return " ".join(said)


def all_in_words(panels: Iterable[Panel], marks: Iterable[Occurrence], words: Words, *, with_table: bool) -> str:
    """Return the description of a drawing of several columns, with the events that it marks."""
    said = [in_words(panel, words, with_table=False) for panel in panels]
    if names := ", ".join(f"{mark.label} ({mark.words})" for mark in marks):
        said.append(words.say("Events marked: {names}.", names=names))
    if with_table:
        said.append(words.say("The table below has all numbers."))
    return " ".join(said)


def lanes_in_words(lanes: Iterable[Track], words: Words, *, with_table: bool) -> str:
    """Return the description of a strip: each lane with its events."""
    said = [
        words.say(
            "{title}: {names}.",
            title=lane.title,
            names="; ".join(f"{moment.words}, {moment.label}" for moment in lane.moments),
        )
        for lane in lanes
    ]
    if with_table:
        said.append(words.say("The table below has the same information."))
    return " ".join((words.say("Events in the order of time."), *said))
