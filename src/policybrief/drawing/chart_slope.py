"""A slope: each row as a line from its amount in one column to its amount in another, with its name at the end."""

from collections.abc import Sequence

from ..model.charts import Bar, Panel
from .chart_marks import LETTERS, Disc, Letters, Mark, Plane, Stroke
from .lettering import lines_of, text_width

_LINE = 15.0
_HEAD = 20.0
_HEIGHT = 170.0
_NAMES = 0.48
"""The part of the width that names may have."""
_BESIDE = 9.0


def slope(first: Panel, second: Panel, scale: tuple[float, float], width: float) -> Plane:
    """Return the slope of two columns on that least width; words are moved apart where amounts lie close together.

    Its scale begins at the lowest amount: places are compared, not lengths.
    """
    rows = [pair for pair in zip(first.bars, second.bars, strict=True) if any(bar.number is not None for bar in pair)]
    names = [_name(pair, width) for pair in rows]
    left = (max(text_width(bar.words, LETTERS) for bar, _ in rows) + _BESIDE + 4) / width
    right = 1 - (max(text_width(line, LETTERS) for lines in names for line in lines) + _BESIDE + 4) / width
    height = max(_HEIGHT, sum(len(lines) for lines in names) * _LINE)
    low, high = scale

    def y(number: float) -> float:
        return _HEAD + 12 + (high - number) / ((high - low) or 1) * height

    foot = _HEAD + 24 + height
    marks: list[Mark] = [Stroke(x, _HEAD + 4, x, foot, "tick") for x in (left, right)]
    marks.append(
        Letters(left, 13.0, first.name, "axis", "middle" if left > 0.15 else "start", 0.0 if left > 0.15 else -4.0)
    )
    marks.append(Letters(right, 13.0, second.name, "axis", "middle"))
    ends = _spread([(y(_end(pair)), len(lines)) for pair, lines in zip(rows, names, strict=True)], _HEAD + 6, foot)
    starts = _spread([(y(bar.number), 1) for bar, _ in rows if bar.number is not None], _HEAD + 6, foot)
    waiting = iter(starts)
    for (start, end), lines, at in zip(rows, names, ends, strict=True):
        if start.number is not None and end.number is not None:
            marks.append(Stroke(left, y(start.number), right, y(end.number), "run"))
        if start.number is not None:
            marks.append(Disc(left, y(start.number)))
            marks.append(Letters(left, next(waiting) + 4, start.words, "amount", "end", -_BESIDE))
        if end.number is not None:
            marks.append(Disc(right, y(end.number)))
        top = at - (len(lines) - 1) * _LINE / 2 + 4
        marks += [
            Letters(right, top + row * _LINE, line, "amount" if end.number is not None else "gap", "start", _BESIDE)
            for row, line in enumerate(lines)
        ]
    return Plane(foot + 6, tuple(marks))


def _name(pair: tuple[Bar, Bar], width: float) -> tuple[str, ...]:
    start, end = pair
    return lines_of(f"{end.words or '–'} {start.label}", _NAMES * width, LETTERS)


def _end(pair: tuple[Bar, Bar]) -> float:
    start, end = pair
    return (start.number or 0.0) if end.number is None else end.number


def _spread(wanted: Sequence[tuple[float, int]], top: float, foot: float) -> list[float]:
    """Return the places of words that would like to be there, each so many lines high, moved apart between the ends."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at][0])
    places = [place for place, _ in wanted]
    edge = top
    for at in order:
        half = wanted[at][1] * _LINE / 2
        places[at] = max(places[at], edge + half)
        edge = places[at] + half
    edge = max(foot, top + sum(lines for _, lines in wanted) * _LINE)
    for at in reversed(order):
        half = wanted[at][1] * _LINE / 2
        places[at] = min(places[at], edge - half)
        edge = places[at] - half
    return places
