"""A chart of a table: its amounts as read, before anything is drawn."""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from ..wording.words import Words


class Shape(Enum):
    """How the amounts are drawn."""

    FITTING = ""
    """Columns along the years where the first column has years and there is room; else bars."""
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the table as one column of it has it."""

    label: str
    words: str
    """The cell as written."""
    number: float | None
    """None where the cell says that there is none."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A column of the table, as one drawing."""

    title: str
    unit: str
    by: str
    """The head of the first column."""
    bars: tuple[Bar, ...]
    years: tuple[int, ...]
    """The year of each bar; empty when the rows are no years in order."""


@dataclass(frozen=True, slots=True)
class Chart:
    """All drawings of one table."""

    shape: Shape
    panels: tuple[Panel, ...]
    claim: str = ""
    """What the chart shows, as a sentence; empty when the author has given none."""
    subtitle: str = ""
    """Unit and caveat."""


_PERIOD = re.compile(r"(\d{4})[/–-](\d{2,4})")


def slots_of(panel: Panel) -> tuple[int, ...]:
    """Return the slot of each bar along the years, from 0: a year has its own, and years without a row stay empty.

    Periods follow one another without gaps: they have no one place on a line of years.
    """
    if not panel.years or any(_PERIOD.fullmatch(bar.label) for bar in panel.bars):
        return tuple(range(len(panel.bars)))
    return tuple(year - panel.years[0] for year in panel.years)


def overlapping(panel: Panel) -> bool:
    """Tell whether a period begins before the one before it has ended."""
    found = [match for bar in panel.bars if (match := _PERIOD.fullmatch(bar.label))]
    periods = [(int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])) for match in found]
    return any(after[0] <= before[1] for before, after in pairwise(periods))


def in_words(panel: Panel, words: Words, *, with_table: bool = True) -> str:
    """Return what a reader hears who does not see the drawing; `with_table` says whether its table follows."""
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
