"""Charts as drawings for paper: SVG with every colour and letter in it, since no style sheet reaches it there."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement, tostring

from ...model.charts import Bar, Chart, Panel, Shape, in_words
from .lines import Value

WIDTH = 440.0
"""Of a drawing, in points: the width of the text."""
_HEIGHT = 96.0
_ABOVE = 14.0
"""Room for the amount over a mark."""
_BELOW = 14.0
"""Room for the years."""
_LETTERS = 7.5
_LETTER_WIDTH = 0.52
"""The width of an average letter, in parts of its height."""
_COLUMN = 0.62
"""The part of its slot that a column fills, at most `_WIDEST_COLUMN` points."""
_WIDEST_COLUMN = 30.0
_ROW = 13.0
Scale: TypeAlias = Callable[[float], float]
_INK, _SOFT, _MARK = "#1f2125", "#595d66", "#1b5a86"


def chart_values(chart: Chart) -> list[Value]:
    """Return each drawing of a chart with its title, its SVG, its height in points, and what it shows in words."""
    return [
        {"title": panel.title, "unit": panel.unit, "svg": svg, "alt": in_words(panel)} for panel, svg in drawings(chart)
    ]


def drawings(chart: Chart) -> Iterator[tuple[Panel, str]]:
    """Yield each panel of a chart with its drawing as an SVG document; those of one unit are on one scale."""
    for panel in chart.panels:
        alike = [other for other in chart.panels if other.unit == panel.unit]
        numbers = [bar.number for other in alike for bar in other.bars if bar.number is not None]
        low, high = min(0.0, *numbers), max(0.0, *numbers)
        if chart.shape is Shape.BARS or not panel.years:
            drawing = _bars(panel, low, high)
        elif chart.shape is Shape.LINE or not _fits(panel):
            drawing = _along_years(panel, low, high, line=True)
        else:
            drawing = _along_years(panel, low, high, line=False)
        yield panel, tostring(drawing, encoding="unicode")


def _slots(panel: Panel) -> int:
    return panel.years[-1] - panel.years[0] + 1


def _width_of(words: str) -> float:
    return len(words) * _LETTERS * _LETTER_WIDTH


def _fits(panel: Panel) -> bool:
    """Return whether the amounts have room side by side."""
    return max(_width_of(words) for bar in panel.bars for words in (bar.words, bar.label)) + 3 <= WIDTH / _slots(panel)


def _svg(height: float) -> Element:
    size = {"width": f"{WIDTH:g}", "height": f"{height:g}", "viewBox": f"0 0 {WIDTH:g} {height:g}"}
    return Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})


def _write(svg: Element, x: float, y: float, words: str, *, anchor: str = "middle", colour: str = _INK) -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "fill": colour}
    SubElement(svg, "text", {**place, "font-family": "Source Sans 3", "font-size": f"{_LETTERS:g}"}).text = words


def _stroke(svg: Element, ends: tuple[float, float, float, float], colour: str, width: str) -> None:
    x1, y1, x2, y2 = (f"{end:.1f}" for end in ends)
    SubElement(svg, "line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": colour, "stroke-width": width})


def _along_years(panel: Panel, low: float, high: float, *, line: bool) -> Element:
    below = _ABOVE if low < 0 else 0.0
    floor = _ABOVE + _HEIGHT + below
    svg = _svg(floor + _BELOW)
    slot = WIDTH / _slots(panel)

    def x(at: float) -> float:
        return (panel.years[int(at)] - panel.years[0] + 0.5) * slot

    def y(number: float) -> float:
        return _ABOVE + (high - number) / ((high - low) or 1) * _HEIGHT

    _stroke(svg, (0, y(0), WIDTH, y(0)), _SOFT, "0.5")
    if line:
        _run(svg, panel.bars, x, y)
    for at, bar in enumerate(panel.bars):
        if not line and bar.number is not None:
            top, foot = sorted((y(bar.number), y(0)))
            width = min(slot * _COLUMN, _WIDEST_COLUMN)
            shape = {"x": f"{x(at) - width / 2:.1f}", "width": f"{width:.1f}", "y": f"{top:.1f}"}
            SubElement(svg, "rect", {**shape, "height": f"{foot - top:.1f}", "fill": _MARK})
    for at in _written(panel):
        bar = panel.bars[at]
        words, number = bar.words or "–", bar.number or 0.0
        place = y(0) - 4 if bar.number is None else y(number) + (10 if number < 0 else -4)
        _write(svg, x(at), place, words, colour=_SOFT if bar.number is None else _INK)
        _write(svg, x(at), floor + _BELOW - 3, bar.label, colour=_SOFT)
    return svg


def _run(svg: Element, bars: Iterable[Bar], x: Scale, y: Scale) -> None:
    """Draw the line through the amounts, with a gap where there is no number."""
    points = list(enumerate(bars))
    for known, run in groupby(points, key=lambda point: point[1].number is not None):
        ends = [(x(at), y(bar.number or 0.0)) for at, bar in run] if known else []
        for (x1, y1), (x2, y2) in pairwise(ends):
            _stroke(svg, (x1, y1, x2, y2), _MARK, "1.4")
        for at_x, at_y in ends:
            SubElement(svg, "circle", {"cx": f"{at_x:.1f}", "cy": f"{at_y:.1f}", "r": "2.4", "fill": _MARK})


def _written(panel: Panel) -> list[int]:
    """Return which amounts are written: all, or the ends, the extremes, and what else there is room for."""
    everything = range(len(panel.bars))
    known = sorted((at for at in everything if panel.bars[at].number is not None), key=lambda at: _number(panel, at))
    slot = WIDTH / _slots(panel)
    kept: list[int] = []
    for at in dict.fromkeys((*known[-1:], *known[:1], 0, everything[-1], *everything)):
        room = max(_width_of(panel.bars[at].words), _width_of(panel.bars[at].label)) + 3
        if all(abs(panel.years[at] - panel.years[other]) * slot >= room for other in kept):
            kept.append(at)
    return sorted(kept)


def _number(panel: Panel, at: int) -> float:
    return panel.bars[at].number or 0.0


def _bars(panel: Panel, low: float, high: float) -> Element:
    labels = min(max(_width_of(bar.label) for bar in panel.bars) + 8, WIDTH * 0.42)
    amounts = min(max(_width_of(bar.words) for bar in panel.bars) + 8, WIDTH * 0.3)
    room = WIDTH - labels - amounts
    svg = _svg(_ROW * len(panel.bars))

    def x(number: float) -> float:
        return labels + (number - low) / ((high - low) or 1) * room

    for row, bar in enumerate(panel.bars):
        middle = row * _ROW + _ROW / 2
        _write(svg, labels - 6, middle + 2.6, bar.label, anchor="end")
        end = x(0)
        if bar.number is not None:
            left, right = sorted((x(0), x(bar.number)))
            shape = {"x": f"{left:.1f}", "width": f"{right - left:.1f}", "y": f"{middle - 4:.1f}", "height": "8"}
            SubElement(svg, "rect", {**shape, "fill": _MARK})
            end = right
        _write(svg, end + 4, middle + 2.6, bar.words or "–", anchor="start", colour=_SOFT)
        _stroke(svg, (x(0), middle - _ROW / 2, x(0), middle + _ROW / 2), _SOFT, "0.5")
    return svg
