"""Charts along the years: columns, several side by side, lines, and the events that they mark."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from ..model.charts import Bar, Occurrence, Panel, slots_of
from .chart_marks import LETTERS, PHONE, Disc, Letters, Mark, Patch, Plane, Stroke
from .lettering import lines_of, text_width

_BETWEEN_WORDS = 4
ABOVE = 22.0
"""Room for an amount over the highest mark, or under the lowest."""
_HEIGHT = 150.0
_YEARS = 24.0
_EVENT_LINE = 16.0
_COLUMN = 0.66
"""The part of its slot that a column fills."""
GROUP = 0.8
"""The part of its slot that several columns fill together."""


def number_of_slots(panel: Panel) -> int:
    """Return how many years or periods lie side by side."""
    return slots_of(panel)[-1] + 1


def fits(panel: Panel) -> bool:
    """Tell whether there are years, and room for the words of all marks side by side on a phone."""
    if not panel.years:
        return False
    widest = max(text_width(words, LETTERS) for bar in panel.bars for words in (bar.words, bar.label))
    return widest + _BETWEEN_WORDS <= PHONE / number_of_slots(panel)


class YearPlane:
    """Years from left to right, each with a slot of its own, amounts from the floor up, and events over them."""

    def __init__(
        self, panel: Panel, scale: tuple[float, float], events: Sequence[Occurrence] = (), names: float = 0.0
    ) -> None:
        """Take the panel that has the years, the lowest and the highest amount, and the room for names at the top."""
        self.panel = panel
        self.low, self.high = scale
        self.places = slots_of(panel)
        self.slot = 1 / number_of_slots(panel)
        self._events = [(event, self._lines(event)) for event in events]
        self.top = ABOVE + names + _EVENT_LINE * sum(len(lines) for _, lines in self._events)
        self.floor = self.top + _HEIGHT + (ABOVE if self.low < 0 else 0.0)
        self.marks: list[Mark] = [*self._event_marks(), Stroke(0.0, self.y(0), 1.0, self.y(0), "zero")]

    def plane(self) -> Plane:
        """Return the drawing."""
        return Plane(self.floor + _YEARS, tuple(self.marks))

    def x(self, at: int) -> float:
        """Return the middle of the slot of a bar."""
        return (self.places[at] + 0.5) * self.slot

    def y(self, number: float) -> float:
        """Return the height of an amount, from the top."""
        return self.top + (self.high - number) / ((self.high - self.low) or 1) * _HEIGHT

    def write_year(self, at: int) -> None:
        """Write the label of a slot under it."""
        self.marks.append(Letters(self.x(at), self.floor + _YEARS - 7, self.panel.bars[at].label, "axis"))

    def write_amount(self, at: int, bar: Bar, x: float | None = None) -> None:
        """Write the cell beside its mark; where there is no number, over the zero line."""
        x = self.x(at) if x is None else x
        if bar.number is None:
            self.marks.append(Letters(x, self.y(0) - 6, bar.words or "–", "gap"))
        else:
            self.marks.append(Letters(x, self.y(bar.number) + (16 if bar.number < 0 else -7), bar.words, "amount"))

    def _when(self, year: float) -> float:
        return min(max((year - self.panel.years[0]) * self.slot, 0.0), 1.0)

    def _lines(self, event: Occurrence) -> tuple[str, ...]:
        x = self._when(event.start)
        return lines_of(f"{event.label}, {event.words}", max(x, 1 - x) * PHONE - 8, LETTERS)

    def _event_marks(self) -> Iterable[Mark]:
        """Yield the line of each event, or the time it took, with its words at the top."""
        y = 13.0
        for event, lines in self._events:
            x = self._when(event.start)
            end = 1.0 if event.end is None else self._when(event.end)
            top = y - 12
            if end > x:
                yield Patch(x, top, end - x, self.floor - top, "event")
            yield Stroke(x, top, x, self.floor, "event")
            anchor, shift = ("start", 5.0) if x <= 0.5 else ("end", -5.0)
            for line in lines:
                yield Letters(x, y, line, "event", anchor, shift)
                y += _EVENT_LINE


def columns(panel: Panel, scale: tuple[float, float], events: Sequence[Occurrence] = ()) -> Plane:
    """Return a column for each year, with its amount over it as far as there is room."""
    plane = YearPlane(panel, scale, events)
    for at, bar in enumerate(panel.bars):
        if bar.number is not None:
            top, foot = sorted((plane.y(bar.number), plane.y(0)))
            width = plane.slot * _COLUMN
            plane.marks.append(Patch(plane.x(at) - width / 2, top, width, foot - top, "column"))
    for at in written(panel):
        plane.write_amount(at, panel.bars[at])
        plane.write_year(at)
    return plane.plane()


def side_by_side(panels: Sequence[Panel], scale: tuple[float, float], events: Sequence[Occurrence] = ()) -> Plane:
    """Return the columns of several series, side by side at each year or period."""
    plane = YearPlane(panels[0], scale, events)
    width = plane.slot * GROUP / len(panels)
    for number, panel in enumerate(panels):
        for at, bar in enumerate(panel.bars):
            left = plane.x(at) - plane.slot * GROUP / 2 + number * width
            if bar.number is not None:
                top, foot = sorted((plane.y(bar.number), plane.y(0)))
                plane.marks.append(Patch(left, top, width * 0.94, foot - top, series=number + 1))
            plane.write_amount(at, bar, left + width / 2)
    for at in range(len(panels[0].bars)):
        plane.write_year(at)
    return plane.plane()


def line(panel: Panel, scale: tuple[float, float], events: Sequence[Occurrence] = ()) -> Plane:
    """Return a line along the years, broken where there is no number."""
    plane = YearPlane(panel, scale, events)
    draw_run(plane, panel)
    for at in written(panel):
        plane.write_amount(at, panel.bars[at])
        plane.write_year(at)
    return plane.plane()


def draw_run(plane: YearPlane, panel: Panel, series: int = 0) -> None:
    """Draw the line of a series and its points."""
    points = [(at, bar.number) for at, bar in enumerate(panel.bars)]
    for there, run in groupby(points, key=lambda point: point[1] is not None):
        ends = [(plane.x(at), plane.y(number or 0)) for at, number in run] if there else []
        plane.marks += [Stroke(x1, y1, x2, y2, "run", series) for (x1, y1), (x2, y2) in pairwise(ends)]
        plane.marks += [Disc(x, y, series) for x, y in ends]


def written(panel: Panel) -> list[int]:
    """Return which marks have their words: all, or the highest, the lowest, the ends and what there is room for."""
    everything = range(len(panel.bars))
    if fits(panel):
        return list(everything)
    known = [at for at in everything if panel.bars[at].number is not None]
    lowest, *_, highest = sorted(known, key=lambda at: panel.bars[at].number or 0)
    slot, places = PHONE / number_of_slots(panel), slots_of(panel)
    kept: list[int] = []
    for at in (highest, lowest, 0, everything[-1], *everything):
        bar = panel.bars[at]
        room = max(text_width(bar.words, LETTERS), text_width(bar.label, LETTERS)) + _BETWEEN_WORDS
        if all(abs(places[at] - places[other]) * slot >= room for other in kept):
            kept.append(at)
    return sorted(kept)
