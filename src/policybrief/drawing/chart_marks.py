"""What a chart is drawn of, for the web and for paper alike.

Across, places are parts of the width, so that a drawing fits every screen; down, they are pixels beside letters of 13.
"""

from dataclasses import dataclass
from typing import TypeAlias

LETTERS = 13.0
"""The height of letters in a chart."""
PHONE = 330.0
"""The width in pixels that a chart has on a phone: the least."""
DESK = 760.0
"""The most."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A column, a bar, a part of one, or the time that an event took."""

    x: float
    y: float
    width: float
    height: float
    kind: str = ""
    series: int = 0
    """From 1 where there are several; 0 where there is one."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str
    series: int = 0


@dataclass(frozen=True, slots=True)
class Disc:
    """A point that has an amount, or a day."""

    x: float
    y: float
    series: int = 0
    radius: float = 4.0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """Words in a drawing."""

    x: float
    y: float
    text: str
    kind: str
    anchor: str = "middle"
    shift: float = 0.0
    """In pixels, to the right of x."""
    series: int = 0


Mark: TypeAlias = Patch | Stroke | Disc | Letters


@dataclass(frozen=True, slots=True)
class Plane:
    """A drawing as wide as there is room."""

    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class BarRow:
    """A line of a drawing in rows: what it is called, its amounts in words, and its marks."""

    label: str
    words: str
    marks: tuple[Mark, ...]
    known: bool = True
    """Whether there is an amount at all."""


@dataclass(frozen=True, slots=True)
class BarRows:
    """A drawing in rows, which share what lies across."""

    groups: tuple[tuple[str, tuple[BarRow, ...]], ...]
    """The rows under their titles; one group without a title in most charts."""
    ticks: tuple[tuple[float, str], ...] = ()
    """The years below a strip, each with its place."""


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A drawing with what is written over it."""

    title: str
    body: Plane | BarRows
    key: tuple[str, ...] = ()
    """What the series are called, where that is not written beside them."""
    described: str = ""
    """What a reader hears who does not see it."""
