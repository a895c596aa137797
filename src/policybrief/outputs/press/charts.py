"""Charts as drawings for paper: SVG with every colour and letter in it, since no style sheet reaches it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from ...model.charts import Chart, Panel, Shape, in_words, slots_of
from ...wording.words import Words
from .lines import Value


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a drawing is drawn on; lengths in points."""

    width: float
    letters: float
    height: float
    """Between the highest amount and the lowest."""
    ink: str
    soft: str
    mark: str

    @property
    def edge(self) -> float:
        """Room for the amount over a mark, or for the years under all."""
        return self.letters * 1.87

    @property
    def row(self) -> float:
        """The height of a bar with its words."""
        return self.letters * 1.73


PAPER = Canvas(440.0, 7.5, 96.0, "#1f2125", "#595d66", "#1b5a86")
"""As wide as the text of a page."""
EBOOK = Canvas(300.0, 11.0, 110.0, "currentColor", "currentColor", "#3a7ca5")
"""As wide as a phone; words in the colour that the reader chose for the text."""
_LETTER_WIDTH = 0.52
"""The width of an average letter, in parts of its height."""
_COLUMN = 0.62
"""The part of its slot that a column fills, at most `_WIDEST_COLUMN` points."""
_WIDEST_COLUMN = 30.0
_WIDEST_LABEL = 0.42
"""The part of the width that the labels of bars may have beside them."""


def chart_values(chart: Chart, words: Words) -> list[Value]:
    """Return each drawing of a chart with its title, its SVG, its height in points, and what it shows in words."""
    return [
        {"title": panel.title, "unit": panel.unit, "svg": svg, "alt": in_words(panel, words)}
        for panel, svg in drawings(chart, PAPER)
    ]


def drawings(chart: Chart, canvas: Canvas) -> Iterator[tuple[Panel, str]]:
    """Yield each panel of a chart with its drawing as an SVG document; those of one unit are on one scale."""
    for panel in chart.panels:
        alike = [other for other in chart.panels if other.unit == panel.unit]
        numbers = [bar.number for other in alike for bar in other.bars if bar.number is not None]
        plane = _DrawnPanel(panel, min(0.0, *numbers), max(0.0, *numbers), canvas)
        if chart.shape is Shape.BARS or not panel.years:
            drawing = plane.bars()
        else:
            drawing = plane.along_years(line=chart.shape is Shape.LINE or not plane.fits())
        yield panel, tostring(drawing, encoding="unicode")


@dataclass(frozen=True, slots=True)
class _DrawnPanel:
    """One column of a table, about to be drawn."""

    panel: Panel
    low: float
    high: float
    canvas: Canvas

    @property
    def slot(self) -> float:
        """The width that a year has."""
        return self.canvas.width / (slots_of(self.panel)[-1] + 1)

    def width_of(self, words: str) -> float:
        return len(words) * self.canvas.letters * _LETTER_WIDTH

    def fits(self) -> bool:
        """Return whether the amounts have room side by side."""
        widest = max(self.width_of(words) for bar in self.panel.bars for words in (bar.words, bar.label))
        return widest + 3 <= self.slot

    def x(self, at: float) -> float:
        """Return the middle of the slot of a bar."""
        return (slots_of(self.panel)[int(at)] + 0.5) * self.slot

    def y(self, number: float) -> float:
        """Return the height of an amount, from the upper edge."""
        return self.canvas.edge + (self.high - number) / ((self.high - self.low) or 1) * self.canvas.height

    def along_years(self, *, line: bool) -> Element:
        """Return columns along the years, or a line."""
        canvas = self.canvas
        floor = canvas.edge + canvas.height + (canvas.edge if self.low < 0 else 0.0)
        svg = self._svg(floor + canvas.edge)
        self._stroke(svg, (0, self.y(0), canvas.width, self.y(0)), canvas.soft, "0.5")
        if line:
            self._run(svg)
        else:
            self._columns(svg)
        for at in self._written():
            bar = self.panel.bars[at]
            known = bar.number is not None
            number = bar.number or 0.0
            place = self.y(number) + (canvas.letters * 1.33 if number < 0 else -canvas.letters * 0.53)
            self._write(svg, self.x(at), place, bar.words or "–", colour=canvas.ink if known else canvas.soft)
            self._write(svg, self.x(at), floor + canvas.edge - 3, bar.label, colour=canvas.soft)
        return svg

    def _columns(self, svg: Element) -> None:
        for at, bar in enumerate(self.panel.bars):
            if bar.number is not None:
                top, foot = sorted((self.y(bar.number), self.y(0)))
                width = min(self.slot * _COLUMN, _WIDEST_COLUMN)
                shape = {"x": f"{self.x(at) - width / 2:.1f}", "width": f"{width:.1f}", "y": f"{top:.1f}"}
                SubElement(svg, "rect", {**shape, "height": f"{foot - top:.1f}", "fill": self.canvas.mark})

    def _run(self, svg: Element) -> None:
        """Draw the line through the amounts, with a gap where there is no number."""
        mark = self.canvas.mark
        points = list(enumerate(self.panel.bars))
        for known, run in groupby(points, key=lambda point: point[1].number is not None):
            ends = [(self.x(at), self.y(bar.number or 0.0)) for at, bar in run] if known else []
            for (x1, y1), (x2, y2) in pairwise(ends):
                self._stroke(svg, (x1, y1, x2, y2), mark, "1.4")
            for at_x, at_y in ends:
                SubElement(svg, "circle", {"cx": f"{at_x:.1f}", "cy": f"{at_y:.1f}", "r": "2.4", "fill": mark})

    def _written(self) -> list[int]:
        """Return which amounts are written: all, or the ends, the extremes, and what else there is room for."""
        panel, places = self.panel, slots_of(self.panel)
        everything = range(len(panel.bars))
        known = sorted((at for at in everything if panel.bars[at].number is not None), key=self._number)
        kept: list[int] = []
        for at in dict.fromkeys((*known[-1:], *known[:1], 0, everything[-1], *everything)):
            room = max(self.width_of(panel.bars[at].words), self.width_of(panel.bars[at].label)) + 3
            if all(abs(places[at] - places[other]) * self.slot >= room for other in kept):
                kept.append(at)
        return sorted(kept)

    def _number(self, at: int) -> float:
        return self.panel.bars[at].number or 0.0

    def bars(self) -> Element:
        """Return a bar for each row, its label before it; over it where the labels would leave too little room."""
        panel, canvas = self.panel, self.canvas
        widest = max(self.width_of(bar.label) for bar in panel.bars) + 8
        over = widest > canvas.width * _WIDEST_LABEL
        labels = 0.0 if over else widest
        amounts = min(max(self.width_of(bar.words) for bar in panel.bars) + 8, canvas.width * 0.3)
        scale = (canvas.width - labels - amounts) / ((self.high - self.low) or 1)
        zero = labels - self.low * scale
        height = canvas.row * (2.2 if over else 1)
        svg = self._svg(height * len(panel.bars))
        down, thick = canvas.letters * 0.35, canvas.row * 0.62
        for row, bar in enumerate(panel.bars):
            middle = row * height + canvas.row * (1.5 if over else 0.5)
            if over:
                self._write(svg, 0, middle - canvas.row + down, bar.label, anchor="start")
            else:
                self._write(svg, labels - 6, middle + down, bar.label, anchor="end")
            end = zero
            if bar.number is not None:
                left, right = sorted((zero, zero + bar.number * scale))
                shape = {"x": f"{left:.1f}", "width": f"{right - left:.1f}", "y": f"{middle - thick / 2:.1f}"}
                SubElement(svg, "rect", {**shape, "height": f"{thick:.1f}", "fill": canvas.mark})
                end = right
            self._write(svg, end + 4, middle + down, bar.words or "–", anchor="start", colour=canvas.soft)
            self._stroke(svg, (zero, middle - canvas.row / 2, zero, middle + canvas.row / 2), canvas.soft, "0.5")
        return svg

    def _svg(self, height: float) -> Element:
        width = self.canvas.width
        size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
        return Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})

    def _write(self, svg: Element, x: float, y: float, words: str, *, anchor: str = "middle", colour: str = "") -> None:
        place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "fill": colour or self.canvas.ink}
        letters = {"font-family": "Source Sans 3", "font-size": f"{self.canvas.letters:g}"}
        SubElement(svg, "text", {**place, **letters}).text = words

    def _stroke(self, svg: Element, ends: tuple[float, float, float, float], colour: str, width: str) -> None:
        x1, y1, x2, y2 = (f"{end:.1f}" for end in ends)
        SubElement(svg, "line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": colour, "stroke-width": width})
