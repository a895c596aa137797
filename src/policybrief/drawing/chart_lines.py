"""Several lines in one drawing, each with its name beside it where the name has room."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model.charts import Occurrence, Panel
from .chart_marks import DESK, LETTERS, PHONE, Letters, Plane
from .chart_years import YearPlane, draw_run
from .lettering import text_width

_UP, _DOWN = 11.0, 4.0
"""How far letters reach over their line and under it."""
_GAP = 3.0
_NAMES = 14.0
"""Room for a name over the highest amount."""
_WIDTHS = (PHONE, DESK)
_Segment = tuple[float, float, float, float]


def lines(panels: Sequence[Panel], scale: tuple[float, float], events: Sequence[Occurrence]) -> tuple[Plane, bool]:
    """Return the lines of several series, and whether each has its name beside it; without them a key is needed."""
    plane = YearPlane(panels[0], scale, events, _NAMES)
    for number, panel in enumerate(panels, 1):
        draw_run(plane, panel, number)
    room = _FreeRoom(plane, panels)
    for at in _years_with_room(panels[0], plane):
        plane.write_year(at)
    named = [
        name for number, panel in enumerate(panels, 1) if (name := room.take(_names(plane, panel, number), number))
    ]
    with_names = len(named) == len(panels)
    if not with_names:
        room.taken.clear()
    amounts = [
        amount
        for at, number in _by_weight(panels)
        if (amount := room.take(_amounts(plane, panels, at, number), number))
    ]
    plane.marks += (*amounts, *(named if with_names else ()))
    return plane.plane(), with_names


class _FreeRoom:
    """Where words may still stand: not on other words, and not across a line of another series."""

    def __init__(self, plane: YearPlane, panels: Sequence[Panel]) -> None:
        self.taken: list[Letters] = []
        self.floor = plane.y(0)
        self.segments: dict[int, list[_Segment]] = {}
        self.dots = [
            (number, plane.x(at), plane.y(bar.number))
            for number, panel in enumerate(panels, 1)
            for at, bar in enumerate(panel.bars)
            if bar.number is not None
        ]
        for number, panel in enumerate(panels, 1):
            points = [
                None if bar.number is None else (plane.x(at), plane.y(bar.number)) for at, bar in enumerate(panel.bars)
            ]
            self.segments[number] = [(*one, *other) for one, other in pairwise(points) if one and other]

    def take(self, places: Iterable[Letters], series: int) -> Letters | None:
        """Return the first of these places that is free on a narrow and on a wide screen, and take it."""
        for words in places:
            if all(self._is_free(words, series, width) for width in _WIDTHS):
                self.taken.append(words)
                return words
        return None

    def _is_free(self, words: Letters, series: int, width: float) -> bool:
        left, top, right, foot = box_of(words, width)
        if left < 0 or right > width or top < 0 or foot > self.floor:
            return False
        if any(_meet((left, top, right, foot), box_of(other, width)) for other in self.taken):
            return False
        if any(
            left - 4 < x * width < right + 4 and top - 4 < y < foot + 4
            for number, x, y in self.dots
            if number != series
        ):
            return False
        # A name keeps clear of its own line too; an amount stands beside its own point.
        others = (
            self.segments.items() if words.kind == "name" else ((n, s) for n, s in self.segments.items() if n != series)
        )
        return not any(_crosses((left, top, right, foot), segment, width) for _, found in others for segment in found)


def box_of(words: Letters, width: float) -> tuple[float, float, float, float]:
    """Return the room of words in a drawing of that width, in pixels: left, top, right, bottom."""
    long = text_width(words.text, LETTERS)
    x = words.x * width + words.shift
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[words.anchor]
    return left - _GAP, words.y - _UP, left + long + _GAP, words.y + _DOWN


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(box: tuple[float, float, float, float], segment: _Segment, width: float) -> bool:
    """Tell whether a line runs through a box: at the ends of what they share across, it is over or under it twice."""
    left, top, right, foot = box
    (x1, y1, x2, y2) = segment
    start, end = max(left, x1 * width), min(right, x2 * width)
    if start > end:
        return False
    slope = (y2 - y1) / ((x2 - x1) * width)
    at_start, at_end = (y1 + (x - x1 * width) * slope for x in (start, end))
    return not (max(at_start, at_end) < top - 1 or min(at_start, at_end) > foot + 1)


def _names(plane: YearPlane, panel: Panel, series: int) -> Iterator[Letters]:
    """Yield the places for the name of a series: over and under its points, from the last one back."""
    known = [(at, bar.number) for at, bar in enumerate(panel.bars) if bar.number is not None]
    for at, number in reversed(known):
        for anchor in ("end", "middle", "start"):
            for step in (-24.0, 33.0):
                yield Letters(plane.x(at), plane.y(number) + step, panel.name, "name", anchor, series=series)


def _by_weight(panels: Sequence[Panel]) -> Iterator[tuple[int, int]]:
    """Yield the amounts of all series, as row and number of the series: the ends and extremes of each first."""
    later: list[tuple[int, int]] = []
    for number, panel in enumerate(panels, 1):
        known = [at for at, bar in enumerate(panel.bars) if bar.number is not None]
        by_height = sorted(known, key=lambda at: panel.bars[at].number or 0.0)
        first = dict.fromkeys((known[-1], known[0], by_height[-1], by_height[0]))
        yield from ((at, number) for at in first)
        later += [(at, number) for at in known if at not in first]
    yield from later


def _amounts(plane: YearPlane, panels: Sequence[Panel], at: int, series: int) -> Iterator[Letters]:
    """Yield the places for an amount: away from the other series first."""
    bar = panels[series - 1].bars[at]
    number = bar.number or 0.0
    others = [panel.bars[at].number for panel in panels]
    highest = number >= max(other for other in others if other is not None)
    for step in (-7.0, 17.0) if highest else (17.0, -7.0):
        yield Letters(plane.x(at), plane.y(number) + step, bar.words, "amount", series=series)


def _years_with_room(panel: Panel, plane: YearPlane) -> list[int]:
    """Return the rows whose years can be written: the ends, and what there is room for between them."""
    kept: list[int] = []
    everything = range(len(panel.bars))
    for at in (0, everything[-1], *everything):
        room = text_width(panel.bars[at].label, LETTERS) + 4
        if all(abs(plane.x(at) - plane.x(other)) * PHONE >= room for other in kept):
            kept.append(at)
    return sorted(kept)
