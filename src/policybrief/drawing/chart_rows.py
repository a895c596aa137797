"""Charts in rows: bars, ranges, bars made of parts, and what happened when on one line of years."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, floor

from ..model.charts import Bar, Chart, Occurrence, Panel
from .chart_marks import PHONE, BarRow, BarRows, Disc, Mark, Patch, Stroke

THICK = 12.0
"""The height of the marks of a row."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_TICK = 42.0
"""The room in pixels that a year needs on a phone."""


def bars(panel: Panel, scale: tuple[float, float]) -> BarRows:
    """Return a bar for each row, from zero."""
    return BarRows((("", tuple(_bar(bar, scale) for bar in panel.bars)),))


def _bar(bar: Bar, scale: tuple[float, float]) -> BarRow:
    zero = _part(0.0, scale)
    marks: list[Mark] = []
    if bar.number is not None:
        left, right = sorted((zero, _part(bar.number, scale)))
        marks.append(Patch(left, 0.0, right - left, THICK))
    marks.append(Stroke(zero, 0.0, zero, THICK, "zero"))
    return BarRow(bar.label, bar.words or "–", tuple(marks), known=bar.number is not None)


def ranges(low: Panel, high: Panel, scale: tuple[float, float]) -> BarRows:
    """Return a bar for each row from one amount to the other; a dot where one of them is not known."""
    rows = (_range(first, second, scale) for first, second in zip(low.bars, high.bars, strict=True))
    return BarRows((("", tuple(rows)),))


def _range(low: Bar, high: Bar, scale: tuple[float, float]) -> BarRow:
    known = [_part(bar.number, scale) for bar in (low, high) if bar.number is not None]
    marks: list[Mark] = []
    if len(known) > 1:
        marks.append(Patch(known[0], THICK / 2 - 2, known[1] - known[0], 4.0))
    marks += [Disc(x, THICK / 2, radius=5.0) for x in known]
    zero = _part(0.0, scale)
    marks.append(Stroke(zero, 0.0, zero, THICK, "zero"))
    return BarRow(low.label, f"{low.words or '–'} – {high.words or '–'}", tuple(marks), known=bool(known))


def stacks(panels: Sequence[Panel], scale: tuple[float, float]) -> BarRows:
    """Return a bar for each row, made of the amounts of all columns, none of which is below zero."""
    rows = (_stack([panel.bars[at] for panel in panels], scale) for at in range(len(panels[0].bars)))
    return BarRows((("", tuple(rows)),))


def _stack(parts: Sequence[Bar], scale: tuple[float, float]) -> BarRow:
    ends = [_part(end, scale) for end in accumulate((part.number or 0.0 for part in parts), initial=0.0)]
    marks: list[Mark] = [
        Patch(ends[at], 0.0, ends[at + 1] - ends[at], THICK, series=at + 1)
        for at, part in enumerate(parts)
        if part.number
    ]
    marks.append(Stroke(0.0, 0.0, 0.0, THICK, "zero"))
    words = " + ".join(part.words or "–" for part in parts)
    return BarRow(parts[0].label, words, tuple(marks), known=any(part.number is not None for part in parts))


def _part(number: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return (number - low) / ((high - low) or 1)


def strip(chart: Chart) -> BarRows:
    """Return the rows of a strip: a mark for what happened, on years that all rows share.

    A day is a dot, a period a bar; where only the year or the month is known, an outline covers all of it.
    """
    first, last = _bounds([moment for lane in chart.lanes for moment in lane.moments] + list(chart.marks))
    step = next((step for step in _STEPS if (last - first) / step <= PHONE / _TICK), _STEPS[-1])
    years = [year for year in range(first, last) if year % step == 0]
    places = [((year - first) / (last - first), str(year)) for year in years]
    behind: list[Mark] = [Stroke(0.0, THICK / 2, 1.0, THICK / 2, "tick")]
    behind += [Stroke(x, 0.0, x, THICK, "tick") for x, _ in places]
    groups = [(lane.title, lane.moments) for lane in chart.lanes]
    if chart.marks:
        groups.append(("", chart.marks))
    made = tuple((title, tuple(_row(moment, first, last, behind) for moment in moments)) for title, moments in groups)
    return BarRows(made if len(made) > 1 else (("", made[0][1]),), tuple(places))


def _row(moment: Occurrence, first: int, last: int, behind: Iterable[Mark]) -> BarRow:
    span = last - first
    start = (moment.start - first) / span
    end = 1.0 if moment.end is None else (moment.end - first) / span
    if end == start:
        mark: Mark = Disc(start, THICK / 2, radius=5.0)
    else:
        mark = Patch(start, 1.0, end - start, THICK - 2, "loose" if moment.loose else "")
    return BarRow(moment.label, moment.words, (*behind, mark))


def _bounds(moments: Sequence[Occurrence]) -> tuple[int, int]:
    """Return the first year and the one after the last."""
    first = floor(min(moment.start for moment in moments))
    last = max(moment.start + 0.01 if moment.end is None else moment.end for moment in moments)
    return first, max(ceil(last), first + 1)
