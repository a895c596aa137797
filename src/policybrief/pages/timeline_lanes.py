"""The drawing above the list of events: lanes by kind, dots for days, bars for periods, flags with names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..drawing.lettering import text_width
from ..model.dates import Date
from ..model.events import EVENT_KINDS, first_date, last_date
from ..model.glossary import Entry
from ..model.kinds_in_words import kinds_name
from ..wording.words import Words

WIDTH = 860
_MARGIN = 10
_ROW = 11
_DOT = 8
_LANE_HEAD = 24
_FLAG_ROW = 17
_FLAG_ROWS = 5
_FLAG_SIZE = 12
_MOST_FLAGS = 14
_LONGEST_FLAG = 210
_AXIS = 26
_FEWEST_TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """An event: a dot, or a bar if it lasts; hollow if only the year, the month or an approximate time is known."""

    id: str
    x: float
    y: float
    width: float
    """Of a bar; 0 for a dot."""
    vague: bool
    """Whether it has one date whose day is unknown: a bar then covers the possible days."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one kind, stacked from the lane's floor where they are close together."""

    kind: str
    heading: str
    top: float
    floor: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """The name of an event that the brief mentions more than others, with a line down to it."""

    id: str
    text: str
    x: float
    y: float
    foot: float
    """The right end of the line."""
    anchor: str
    """`start`, or `end` where the name would leave the drawing."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    year: str
    x: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing."""

    height: float
    lanes: tuple[Lane, ...]
    flags: tuple[Flag, ...]
    ticks: tuple[Tick, ...]
    floor: float
    """The position of the axis."""
    vague: bool
    """Whether there are events whose day is unknown."""
    horizon: float
    """Where the time after the horizon begins; the width if there is none."""


class Scale:
    """From a day to its position between the left and the right end."""

    def __init__(self, first_year: int, last_year: int) -> None:
        self.first = date(first_year, 1, 1).toordinal()
        self.days = max(date(last_year, 12, 31).toordinal() - self.first, 1)

    def at(self, day: date) -> float:
        """Return the position of a day."""
        return round(_MARGIN + (day.toordinal() - self.first) / self.days * (WIDTH - 2 * _MARGIN), 1)


def drawing_of(events: tuple[Entry, ...], weights: dict[str, int], horizon: Date | None, words: Words) -> Drawing:
    """Return the drawing of events given in order of time, with the names of the most important.

    `weights` says how much the brief mentions each event.
    """
    first, last = first_date(events[0]).year, max(last_date(event).year for event in events)
    scale = Scale(first, last)
    vague = frozenset(event.id for event in events if _is_vague(event))
    by_kind = [(kind, [event for event in events if event.kind is kind]) for kind in EVENT_KINDS]
    heaps = [(kind, _heap(found, scale)) for kind, found in by_kind if found]
    spots = {id_: x for _, heap in heaps for id_, (x, _, _) in heap.items()}
    names = {event.id: event.label for event in events}
    beyond = scale.at(horizon.last) if horizon and first <= horizon.year <= last else WIDTH
    flags = _flags(_weightiest(names, weights), names, spots, beyond)
    top = (max(row for _, row in flags.values()) + 1) * _FLAG_ROW + 6 if flags else 0.0
    lanes, feet = [], dict[str, float]()
    for kind, heap in heaps:
        floor = top + _LANE_HEAD + (max(row for _, row, _ in heap.values()) + 1) * _ROW
        dots = tuple(
            Dot(id_, x, round(floor - _ROW * (row + 0.5), 1), width, id_ in vague)
            for id_, (x, row, width) in heap.items()
        )
        feet |= {dot.id: dot.y for dot in dots}
        lanes.append(Lane(kind.value, kinds_name(kind, words), top, floor, dots))
        top = floor + 6
    return Drawing(
        height=top + _AXIS,
        lanes=tuple(lanes),
        flags=tuple(
            Flag(id_, names[id_], spots[id_], row * _FLAG_ROW + 12, feet[id_], anchor)
            for id_, (anchor, row) in flags.items()
        ),
        ticks=_ticks(first, last, scale),
        floor=top,
        vague=bool(vague),
        horizon=beyond,
    )


def _is_vague(event: Entry) -> bool:
    date = first_date(event)
    known = date.day and not date.approximate and not date.uncertain
    return event.dates is not None and event.dates.single and not known


def _heap(events: Iterable[Entry], scale: Scale) -> dict[str, tuple[float, int, float]]:
    """Return for each event its position, its row from the floor, and the width of its bar."""
    ends: list[float] = []
    heap = {}
    for event in events:
        begin, end = scale.at(first_date(event).first), scale.at(last_date(event).last)
        width = end - begin if end - begin > _DOT else 0
        left = begin if width else begin - _DOT / 2
        row = next((row for row, free in enumerate(ends) if free <= left), len(ends))
        ends[row:] = [left + max(width, _DOT) + 2, *ends[row + 1 :]]
        heap[event.id] = (begin, row, round(width, 1))
    return heap


def _weightiest(names: dict[str, str], weights: dict[str, int]) -> list[str]:
    """Return the events named more than once, the most important first."""
    short = (id_ for id_ in names if text_width(names[id_], _FLAG_SIZE) <= _LONGEST_FLAG and weights.get(id_, 0) > 1)
    return sorted(short, key=lambda id_: -weights[id_])


def _flags(
    candidates: list[str], names: dict[str, str], spots: dict[str, float], horizon: float
) -> dict[str, tuple[str, int]]:
    """Return the side and the row of each name that fits."""
    taken: list[tuple[int, float, float, float]] = []
    flags: dict[str, tuple[str, int]] = {}
    for id_ in candidates:
        x = spots[id_]
        sides = tuple(_sides(x, text_width(names[id_], _FLAG_SIZE) + 10, horizon))
        places = ((side, row) for side in sides for row in range(_FLAG_ROWS) if _free(row, *side[1:], x, taken))
        side, row = next(places, (None, 0))
        if side:
            anchor, left, right = side
            flags[id_] = (anchor, row)
            taken.append((row, left, right, x))
        if len(flags) == _MOST_FLAGS:
            break
    return flags


def _sides(x: float, width: float, horizon: float) -> Iterator[tuple[str, float, float]]:
    """Yield where a name can be, after its line or before it: inside the drawing, and not across the horizon."""
    for anchor, left, right in (("start", x, x + width), ("end", x - width, x)):
        if left >= 0 and right < WIDTH and not left < horizon < right:
            yield anchor, left, right


def _free(row: int, left: float, right: float, x: float, taken: list[tuple[int, float, float, float]]) -> bool:
    """Tell whether a name fits into a row: over no other name, crossed by no line, its own line crossing none."""
    for other_row, other_left, other_right, other_x in taken:
        if other_row == row and left < other_right and other_left < right:
            return False
        if other_row < row and left - 4 < other_x < right:
            return False
        if other_row > row and other_left - 4 < x < other_right:
            return False
    return True


def year_step(first: int, last: int) -> int:
    """Return the spacing of the ticks of an axis in years, so that there are some but not too many."""
    return next(step for step in (50, 25, 10, 5, 2, 1) if (last - first) // step >= _FEWEST_TICKS or step == 1)


def _ticks(first: int, last: int, scale: Scale) -> tuple[Tick, ...]:
    """Return round years, spaced so that there are some but not too many."""
    step = year_step(first, last)
    return tuple(
        Tick(str(year), scale.at(date(year, 1, 1)))
        for year in range(first, last + 1)
        if year % step == 0 and scale.at(date(year, 1, 1)) < WIDTH - 30
    )
