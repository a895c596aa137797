"""The drawing of a chart: columns or a line along the years, or a bar a row; each amount is written beside its mark.

Lengths are in percent of the width and heights in pixels, so letters keep their size on every screen.
"""

from collections.abc import Iterable
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from ..drawing.lettering import text_width
from ..model.charts import Bar, Chart, Panel, Shape, in_words, overlapping, slots_of
from ..wording.words import Words

_NARROWEST = 330
"""The width in pixels that a chart has on a phone."""
_LETTERS = 13
_BETWEEN_WORDS = 4
_ABOVE = 22
"""Room for an amount over the highest mark, or under the lowest."""
_HEIGHT = 150
_YEARS = 24
_COLUMN = 0.66
"""The part of its slot that a column fills."""
_GROUP = 0.8
"""The part of its slot that several columns fill together."""
_SERIES = ("pb-series-1", "pb-series-2", "pb-series-3")
_THICK = 12


def chart_html(chart: Chart, words: Words) -> str:
    """Return the HTML of a chart."""
    return tostring(drawn(chart, words), encoding="unicode", method="html")


def chart_alone(chart: Chart, words: Words) -> str:
    """Return the HTML of a chart away from its table, under a heading that makes its claim."""
    return tostring(drawn(chart, words, with_table=False), encoding="unicode", method="html")


def drawn(chart: Chart, words: Words, *, with_table: bool = True) -> Element:
    """Return a chart without its claim: one drawing a column, those of one unit on one scale.

    `with_table` says whether it is above its table.
    """
    box = Element("div", {"class": "pb-chart"})
    for line in (chart.subtitle, words.say("The periods overlap.") if any(map(overlapping, chart.panels)) else ""):
        if line:
            SubElement(box, "p", {"class": "pb-chart-subtitle"}).text = line
    if _are_series(chart):
        box.append(_grouped(chart, words, with_table=with_table))
        return box
    for panel in chart.panels:
        alike = [other for other in chart.panels if other.unit == panel.unit]
        numbers = [bar.number for other in alike for bar in other.bars if bar.number is not None]
        scale = (min(0.0, *numbers), max(0.0, *numbers))
        holder = SubElement(
            box,
            "div",
            {"class": "pb-panel", "role": "img", "aria-label": in_words(panel, words, with_table=with_table)},
        )
        SubElement(holder, "p", {"class": "pb-chart-title"}).text = panel.title
        if chart.shape is Shape.LINE:
            holder.append(_line(panel, scale))
        elif chart.shape is Shape.FITTING and _fits(panel, panel.bars):
            holder.append(_columns(panel, scale))
        else:
            holder.append(_bars(panel, scale))
    return box


def _fits(panel: Panel, written: Iterable[Bar]) -> bool:
    """Tell whether there are years, and room for the words of these marks side by side on a phone."""
    if not panel.years:
        return False
    widest = max(text_width(words, _LETTERS) for bar in written for words in (bar.words, bar.label))
    return widest + _BETWEEN_WORDS <= _NARROWEST / _slots(panel)


def _slots(panel: Panel) -> int:
    return slots_of(panel)[-1] + 1


def _are_series(chart: Chart) -> bool:
    """Tell whether the columns of the table go into one drawing: several of one unit, with room side by side."""
    first, *others = chart.panels
    if chart.shape is not Shape.FITTING or not first.years or not 0 < len(others) < len(_SERIES):
        return False
    widest = max(text_width(bar.words, _LETTERS) for panel in chart.panels for bar in panel.bars)
    room = _NARROWEST / _slots(first) * _GROUP / len(chart.panels)
    return all(panel.unit == first.unit for panel in others) and widest <= room


def _grouped(chart: Chart, said_in: Words, *, with_table: bool) -> Element:
    """Return one drawing of several columns of a table, their amounts side by side at each year or period."""
    numbers = [bar.number for panel in chart.panels for bar in panel.bars if bar.number is not None]
    scale = (min(0.0, *numbers), max(0.0, *numbers))
    said = " ".join(in_words(panel, said_in, with_table=with_table) for panel in chart.panels)
    holder = Element("div", {"class": "pb-panel", "role": "img", "aria-label": said})
    key = SubElement(holder, "p", {"class": "pb-series-key"})
    for kind, panel in zip(_SERIES, chart.panels, strict=False):
        SubElement(key, "span", {"class": kind}).text = panel.title
    plane = _Plane(chart.panels[0], scale)
    svg = plane.svg()
    width = plane.slot * _GROUP / len(chart.panels)
    for number, panel in enumerate(chart.panels):
        for at, bar in enumerate(panel.bars):
            left = plane.x(at) - plane.slot * _GROUP / 2 + number * width
            words = {"x": _percent(left + width / 2), "text-anchor": "middle"}
            if bar.number is None:
                SubElement(svg, "text", {**words, "class": "pb-gap", "y": _px(plane.y(0) - 6)}).text = bar.words or "–"
                continue
            top, foot = sorted((plane.y(bar.number), plane.y(0)))
            shape = {"class": _SERIES[number], "x": _percent(left), "width": _percent(width * 0.94)}
            SubElement(svg, "rect", {**shape, "y": _px(top), "height": _px(foot - top)})
            y = plane.y(bar.number) + (16 if bar.number < 0 else -7)
            SubElement(svg, "text", {**words, "class": "pb-amount", "y": _px(y)}).text = bar.words
    for at, bar in enumerate(chart.panels[0].bars):
        plane.write(svg, at, plane.floor + _YEARS - 7, bar.label, "pb-axis")
    holder.append(svg)
    return holder


class _Plane:
    """Years from left to right, each with a slot of its own, and amounts from the floor up."""

    def __init__(self, panel: Panel, scale: tuple[float, float]) -> None:
        self.panel = panel
        self.low, self.high = scale
        below = _ABOVE if self.low < 0 else 0
        self.floor = _ABOVE + _HEIGHT + below
        self.slot = 100 / _slots(panel)
        self.places = slots_of(panel)

    def svg(self) -> Element:
        """Return the empty drawing with its zero line."""
        svg = Element("svg", {"class": "pb-plane", "height": str(self.floor + _YEARS), "focusable": "false"})
        zero = _px(self.y(0))
        SubElement(svg, "line", {"class": "pb-zero", "x1": "0", "x2": "100%", "y1": zero, "y2": zero})
        return svg

    def x(self, at: int) -> float:
        """Return the middle of the slot of a bar, in percent."""
        return (self.places[at] + 0.5) * self.slot

    def y(self, number: float) -> float:
        """Return the height of an amount, in pixels from the top."""
        return _ABOVE + (self.high - number) / ((self.high - self.low) or 1) * _HEIGHT

    def write(self, svg: Element, at: int, y: float, words: str, kind: str) -> None:
        """Write words over the middle of a slot."""
        place = {"class": kind, "x": _percent(self.x(at)), "y": _px(y), "text-anchor": "middle"}
        SubElement(svg, "text", place).text = words

    def write_amount(self, svg: Element, at: int) -> None:
        """Write the cell beside its mark; where there is no number, over the zero line."""
        bar = self.panel.bars[at]
        if bar.number is None:
            self.write(svg, at, self.y(0) - 6, bar.words or "–", "pb-gap")
        else:
            self.write(svg, at, self.y(bar.number) + (16 if bar.number < 0 else -7), bar.words, "pb-amount")


def _columns(panel: Panel, scale: tuple[float, float]) -> Element:
    plane = _Plane(panel, scale)
    svg = plane.svg()
    for at, bar in enumerate(panel.bars):
        if bar.number is not None:
            top, foot = sorted((plane.y(bar.number), plane.y(0)))
            width = plane.slot * _COLUMN
            shape = {"x": _percent(plane.x(at) - width / 2), "width": _percent(width)}
            SubElement(svg, "rect", shape | {"y": _px(top), "height": _px(foot - top)})
        plane.write_amount(svg, at)
        plane.write(svg, at, plane.floor + _YEARS - 7, bar.label, "pb-axis")
    return svg


def _line(panel: Panel, scale: tuple[float, float]) -> Element:
    plane = _Plane(panel, scale)
    svg = plane.svg()
    points = [(at, bar.number) for at, bar in enumerate(panel.bars)]
    for there, run in groupby(points, key=lambda point: point[1] is not None):
        ends = [(_percent(plane.x(at)), _px(plane.y(number or 0))) for at, number in run] if there else []
        for (x1, y1), (x2, y2) in pairwise(ends):
            SubElement(svg, "line", {"class": "pb-run", "x1": x1, "y1": y1, "x2": x2, "y2": y2})
        for x, y in ends:
            SubElement(svg, "circle", {"cx": x, "cy": y, "r": "4"})
    for at in _written(panel):
        plane.write_amount(svg, at)
        plane.write(svg, at, plane.floor + _YEARS - 7, panel.bars[at].label, "pb-axis")
    return svg


def _written(panel: Panel) -> list[int]:
    """Return which points have their words: all, or the highest, the lowest, the ends and what there is room for."""
    everything = range(len(panel.bars))
    if _fits(panel, panel.bars):
        return list(everything)
    known = [at for at in everything if panel.bars[at].number is not None]
    lowest, *_, highest = sorted(known, key=lambda at: panel.bars[at].number or 0)
    first = (highest, lowest, 0, everything[-1])
    slot, places = _NARROWEST / _slots(panel), slots_of(panel)
    kept: list[int] = []
    for at in (*first, *everything):
        bar = panel.bars[at]
        room = max(text_width(bar.words, _LETTERS), text_width(bar.label, _LETTERS)) + _BETWEEN_WORDS
        if all(abs(places[at] - places[other]) * slot >= room for other in kept):
            kept.append(at)
    return sorted(kept)


def _bars(panel: Panel, scale: tuple[float, float]) -> Element:
    low, high = scale
    span = (high - low) or 1
    rows = Element("div", {"class": "pb-bars"})
    for bar in panel.bars:
        row = SubElement(rows, "div")
        SubElement(row, "span").text = bar.label
        words = SubElement(row, "span", {"class": "pb-amount" if bar.number is not None else "pb-gap"})
        words.text = bar.words or "–"
        svg = SubElement(row, "svg", {"height": str(_THICK), "focusable": "false"})
        zero = _percent(-low / span * 100)
        if bar.number is not None:
            left, right = sorted((-low, bar.number - low))
            shape = {"x": _percent(left / span * 100), "width": _percent((right - left) / span * 100)}
            SubElement(svg, "rect", shape | {"height": str(_THICK)})
        SubElement(svg, "line", {"class": "pb-zero", "x1": zero, "x2": zero, "y2": str(_THICK)})
    return rows


def _percent(number: float) -> str:
    return f"{round(number, 2) + 0:g}%"


def _px(number: float) -> str:
    return f"{round(number, 1) + 0:g}"
