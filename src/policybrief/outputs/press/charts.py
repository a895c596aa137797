"""Charts as drawings for paper: SVG with every colour and letter in it, since no style sheet reaches it there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from ...drawing.chart_marks import LETTERS, BarRow, BarRows, ChartPicture, Disc, Letters, Mark, Patch, Plane, Stroke
from ...drawing.chart_rows import THICK
from ...drawing.charts import pictures_of
from ...drawing.lettering import lines_of, text_width
from ...model.charts import Chart
from ...wording.words import Words
from .lines import Value

_WIDEST_COLUMN = 52.0
_ROW = 22.5
_LINE = 16.0
_LABELS = 0.42
"""The part of the width that the labels of rows may have beside them."""
_LEAST = 0.42
"""The part of the width that is left to marks, or they are under the words."""
_MARGIN = 16.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a drawing is drawn on; lengths in points."""

    width: float
    letters: float
    ink: str
    soft: str
    series: tuple[str, ...]
    """The colours of marks; the first one where there is one series."""
    paper: str = ""
    """What a file that is opened by itself lies on; nothing where a page is behind it."""
    fonts: str = "'Source Sans 3'"

    @property
    def scale(self) -> float:
        """A pixel of a drawing, in points."""
        return self.letters / LETTERS

    @property
    def margin(self) -> float:
        """Around a file that is opened by itself; in pixels of the drawing, as is the width."""
        return _MARGIN if self.paper else 0.0

    @property
    def wide(self) -> float:
        """The width that a drawing has."""
        return self.width / self.scale - 2 * self.margin


_SERIES = ("#1b5a86", "#8a8d94", "#7d5000", "#25653a", "#6b3a7d")
PAPER = Canvas(440.0, 7.5, "#1f2125", "#595d66", _SERIES)
"""As wide as the text of a page."""
EBOOK = Canvas(300.0, 11.0, "currentColor", "currentColor", ("#3a7ca5", "#9a9da4", "#b07a1c", "#4c9464", "#9a6bb0"))
"""As wide as a phone; words in the colour that the reader chose for the text."""
FILE = Canvas(720.0, 14.0, "#1f2125", "#595d66", _SERIES, "#ffffff", "'Source Sans 3', Helvetica, Arial, sans-serif")
"""A file by itself, for slides and articles."""


def chart_values(chart: Chart, words: Words) -> list[Value]:
    """Return each drawing of a chart with its title, its SVG, and what it shows in words."""
    return [
        {"title": picture.title, "svg": for_typesetting(svg), "alt": picture.described, "note": ""}
        for picture, svg in drawings(chart, PAPER, words)
    ]


def for_typesetting(svg: str) -> str:
    """Return a drawing with the weights of its letters as Typst reads them: else it takes the lightest of the font."""
    weights = (("<svg ", "400"), ('font-weight="600"', "600"))
    for before, weight in weights:
        svg = svg.replace(before, f"{before.strip()} style=\"font-variation-settings:'wght' {weight}\" ")
    return svg


def drawings(chart: Chart, canvas: Canvas, words: Words) -> Iterator[tuple[ChartPicture, str]]:
    """Yield each drawing of a chart as an SVG document."""
    for picture in pictures_of(chart, words, width=canvas.wide):
        yield picture, tostring(_Sheet(canvas).drawn(picture), encoding="unicode")


def files(chart: Chart, claim: str, words: Words) -> Iterator[str]:
    """Yield each drawing as an SVG document that says by itself what it shows."""
    for picture in pictures_of(chart, words, with_table=False, width=FILE.wide):
        svg = _Sheet(FILE).drawn(picture, (claim, chart.subtitle, picture.title))
        svg.set("role", "img")
        title = Element("title")
        title.text = picture.described
        svg.insert(0, title)
        yield tostring(svg, encoding="unicode")


class _Sheet:
    """A drawing in the making; all places are in the pixels of the drawing until they are written."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
        self.margin = canvas.margin
        self.wide = canvas.wide
        self.y = self.margin

    def drawn(self, picture: ChartPicture, heads: Sequence[str] = ()) -> Element:
        """Return a drawing, under its key and its heads: what it shows, the unit, its title."""
        if self.canvas.paper:
            SubElement(self.svg, "rect", {"width": "100%", "height": "100%", "fill": self.canvas.paper})
        for at, words in enumerate(heads):
            self._head(words, first=at == 0)
        self._key(picture.key)
        match picture.body:
            case Plane() as plane:
                self._marks(plane.marks, 0.0, self.wide)
                self.y += plane.height
            case BarRows() as rows:
                self._rows(rows)
        width, height = f"{self.canvas.width:g}", f"{(self.y + self.margin) * self.canvas.scale:.1f}"
        for name, value in (("width", width), ("height", height), ("viewBox", f"0 0 {width} {height}")):
            self.svg.set(name, value)
        return self.svg

    def _head(self, words: str, *, first: bool) -> None:
        size = 1.25 if first else 1.0
        for line in lines_of(words, self.wide, LETTERS * size) if words else ():
            self.y += _LINE * size
            self._write(0.0, self.y, line, colour="" if first else self.canvas.soft, bold=first, size=size)
        self.y += 6.0 if words else 0.0

    def _key(self, names: Sequence[str]) -> None:
        if not names:
            return
        x = 0.0
        self.y += _LINE
        for number, name in enumerate(names, 1):
            room = text_width(name, LETTERS) + 32
            if x and x + room > self.wide:
                x, self.y = 0.0, self.y + _LINE
            self._block(x, self.y - 9, 10.0, 10.0, colour=self._colour(number))
            self._write(x + 15, self.y, name)
            x += room
        self.y += 8.0

    def _rows(self, rows: BarRows) -> None:
        every = [row for _, group in rows.groups for row in group]
        amounts = max(text_width(row.words, LETTERS) for row in every) + 10
        labels = min(max(text_width(row.label, LETTERS) for row in every) + 12, self.wide * _LABELS)
        if self.wide - labels - amounts < self.wide * _LEAST:
            labels = amounts = 0.0
        for title, group in rows.groups:
            if title:
                self.y += _LINE + 4
                self._write(0.0, self.y, title, bold=True)
                self.y += 6.0
            for row in group:
                if labels:
                    self._row(row, labels, amounts)
                else:
                    self._row_under_its_words(row)
        for x, year in rows.ticks:
            anchor = "start" if x < 0.03 else "end" if x > 0.97 else "middle"
            place = labels + x * (self.wide - labels - amounts)
            self._write(place, self.y + 12, year, anchor=anchor, colour=self.canvas.soft)
        self.y += _LINE if rows.ticks else 0.0

    def _row(self, row: BarRow, labels: float, amounts: float) -> None:
        """Draw a row between its label and its words."""
        lines = lines_of(row.label, labels - 8, LETTERS)
        height = max(_ROW, len(lines) * _LINE + 5)
        top = self.y
        first = top + height / 2 - (len(lines) - 1) * _LINE / 2 + 4.5
        for at, line in enumerate(lines):
            self._write(0.0, first + at * _LINE, line)
        self.y = top + height / 2 - THICK / 2
        self._marks(row.marks, labels, self.wide - labels - amounts)
        self._write_end(row, top + height / 2 + 4.5)
        self.y = top + height

    def _row_under_its_words(self, row: BarRow) -> None:
        """Draw a row across the sheet, for beside its words little would be left of it."""
        room = self.wide - text_width(row.words, LETTERS) - 12
        self._write_end(row, self.y + 12)
        for line in lines_of(row.label, room, LETTERS):
            self._write(0.0, self.y + 12, line)
            self.y += _LINE
        self.y += 2
        self._marks(row.marks, 0.0, self.wide)
        self.y += THICK + 6

    def _write_end(self, row: BarRow, y: float) -> None:
        self._write(self.wide, y, row.words, anchor="end", colour="" if row.known else self.canvas.soft)

    def _marks(self, marks: Iterable[Mark], left: float, width: float) -> None:
        """Draw marks into a part of the sheet, from where it has come to downwards."""
        for mark in marks:
            match mark:
                case Patch(x, y, wide, height, kind, series):
                    start, room = left + x * width, wide * width
                    if kind == "column" and room > _WIDEST_COLUMN:
                        start, room = start + (room - _WIDEST_COLUMN) / 2, _WIDEST_COLUMN
                    self._block(start, self.y + y, room, height, colour=self._colour(series), kind=kind)
                case Stroke(x1, y1, x2, y2, kind, series):
                    ends = (left + x1 * width, self.y + y1, left + x2 * width, self.y + y2)
                    self._stroke(ends, kind, self._colour(series))
                case Disc(x, y, series, radius, _):
                    self._dot(left + x * width, self.y + y, radius, series)
                case Letters(x, y, text, kind, anchor, shift, series):
                    soft = kind in ("axis", "gap", "event")
                    colour = self.canvas.soft if soft else self._colour(series) if kind == "name" and series else ""
                    place = left + x * width + shift
                    self._write(
                        place, self.y + y, text, anchor=anchor, colour=colour, halo=kind in ("amount", "event", "name")
                    )

    def _colour(self, series: int) -> str:
        return self.canvas.series[max(series, 1) - 1]

    def _place(self, **lengths: float) -> dict[str, str]:
        shift = {"x": self.margin, "x1": self.margin, "x2": self.margin, "cx": self.margin}
        return {name: f"{(length + shift.get(name, 0.0)) * self.canvas.scale:.1f}" for name, length in lengths.items()}

    def _block(self, x: float, y: float, width: float, height: float, *, colour: str, kind: str = "") -> None:
        look = {"fill": colour}
        if kind == "event":
            look |= {"fill": self.canvas.soft, "fill-opacity": "0.12"}
        elif kind == "loose":
            look |= {"fill-opacity": "0.45", "stroke": colour, "stroke-width": f"{self.canvas.scale:.2g}"}
        SubElement(self.svg, "rect", {**self._place(x=x, y=y, width=width, height=height), **look})

    def _stroke(self, ends: tuple[float, float, float, float], kind: str, colour: str) -> None:
        x1, y1, x2, y2 = ends
        width = 2.4 if kind == "run" else 0.8
        look = {
            "stroke": colour if kind == "run" else self.canvas.soft,
            "stroke-width": f"{width * self.canvas.scale:.2g}",
        }
        if kind == "event":
            look["stroke-dasharray"] = f"{3 * self.canvas.scale:.1f}"
        if kind == "tick":
            look["stroke-opacity"] = "0.4"
        SubElement(self.svg, "line", {**self._place(x1=x1, y1=y1, x2=x2, y2=y2), **look})

    def _dot(self, x: float, y: float, radius: float, series: int) -> None:
        look = {"fill": self._colour(series)}
        if series == 2:
            # Told apart without colour too.
            look = {
                "fill": self.canvas.paper or "#ffffff",
                "stroke": self._colour(series),
                "stroke-width": f"{2 * self.canvas.scale:.2g}",
            }
        SubElement(self.svg, "circle", {**self._place(cx=x, cy=y, r=radius), **look})

    def _write(
        self, x: float, y: float, words: str, *, anchor: str = "start", colour: str = "", bold: bool = False,
        halo: bool = False, size: float = 1.0,
    ) -> None:  # fmt: skip
        place = {**self._place(x=x, y=y), "font-family": self.canvas.fonts}
        place["font-size"] = f"{self.canvas.letters * size:g}"
        if anchor != "start":
            place["text-anchor"] = anchor
        if bold:
            place["font-weight"] = "600"
        if halo and self.canvas.ink != "currentColor":
            # Twice: typesetters draw no line around letters before they fill them.
            behind = {"fill": "#ffffff", "stroke": "#ffffff", "stroke-width": f"{3 * self.canvas.scale:.2g}"}
            SubElement(self.svg, "text", {**place, **behind, "aria-hidden": "true"}).text = words
        SubElement(self.svg, "text", {**place, "fill": colour or self.canvas.ink}).text = words
