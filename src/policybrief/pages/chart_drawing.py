"""The drawings of a chart as elements of a page.

Lengths are in percent of the width and heights in pixels, so letters keep their size on every screen.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from ..drawing.chart_marks import BarRow, BarRows, ChartPicture, Disc, Letters, Mark, Patch, Plane, Stroke
from ..drawing.chart_rows import THICK
from ..drawing.charts import pictures_of
from ..model.charts import Chart, Shape, overlapping
from ..wording.words import Words

_KINDS = {
    "": "",
    "column": "",
    "zero": "pb-zero",
    "run": "pb-run",
    "tick": "pb-tick",
    "event": "pb-event",
    "loose": "pb-loose",
    "name": "pb-name",
    "amount": "pb-amount",
    "gap": "pb-gap",
    "axis": "pb-axis",
}
"""The classes of marks."""
_SERIES = ("", "pb-series-1", "pb-series-2", "pb-series-3", "pb-series-4", "pb-series-5")
_AXIS = 20.0
_AT_THE_EDGE = 0.03
"""How near to the edge, as a share of the width, a year counts as the first or last."""


def chart_html(chart: Chart, words: Words) -> str:
    """Return the HTML of a chart."""
    return tostring(drawn(chart, words), encoding="unicode", method="html")


def chart_alone(chart: Chart, words: Words) -> str:
    """Return the HTML of a chart away from its table, below its title."""
    return tostring(drawn(chart, words, with_table=False), encoding="unicode", method="html")


def drawn(chart: Chart, words: Words, *, with_table: bool = True) -> Element:
    """Return a chart without its title.

    `with_table` tells whether it is above its table.
    """
    box = Element("div", {"class": "pb-chart"})
    overlap = chart.shape is not Shape.STRIP and any(map(overlapping, chart.panels))
    for line in (chart.subtitle, words.say("The periods overlap.") if overlap else ""):
        if line:
            SubElement(box, "p", {"class": "pb-chart-subtitle"}).text = line
    for picture in pictures_of(chart, words, with_table=with_table):
        box.append(_panel(picture))
    return box


def _panel(picture: ChartPicture) -> Element:
    holder = Element("div", {"class": "pb-panel", "role": "img", "aria-label": picture.described})
    if picture.title:
        SubElement(holder, "p", {"class": "pb-chart-title"}).text = picture.title
    if picture.key:
        key = SubElement(holder, "p", {"class": "pb-series-key"})
        for number, name in enumerate(picture.key, 1):
            SubElement(key, "span", {"class": _SERIES[number]}).text = name
    match picture.body:
        case Plane() as plane:
            holder.append(_plane(plane))
        case BarRows() as rows:
            holder.append(_rows(rows))
    return holder


def _plane(plane: Plane) -> Element:
    svg = Element("svg", {"class": "pb-plane", "height": _px(plane.height)})
    _draw(svg, plane.marks)
    return svg


def _rows(rows: BarRows) -> Element:
    box = Element("div", {"class": "pb-bars"})
    for title, group in rows.groups:
        if title:
            SubElement(box, "p", {"class": "pb-chart-title"}).text = title
        box.extend(map(_row, group))
    if rows.ticks:
        svg = SubElement(SubElement(box, "div"), "svg", {"height": _px(_AXIS)})
        for x, year in rows.ticks:
            anchor = "start" if x < _AT_THE_EDGE else "end" if x > 1 - _AT_THE_EDGE else "middle"
            _draw(svg, [Letters(x, 14.0, year, "axis", anchor)])
    return box


def _row(row: BarRow) -> Element:
    made = Element("div")
    SubElement(made, "span").text = row.label
    SubElement(made, "span", {"class": "pb-amount" if row.known else "pb-gap"}).text = row.words
    svg = SubElement(made, "svg", {"height": _px(THICK)})
    _draw(svg, row.marks)
    return made


def _draw(svg: Element, marks: Iterable[Mark]) -> None:
    for mark in marks:
        match mark:
            case Patch(x, y, width, height, kind, series):
                place = {"x": _percent(x), "y": _px(y), "width": _percent(width), "height": _px(height)}
                SubElement(svg, "rect", {**_class(kind, series), **_without_zeros(place, "y")})
            case Stroke(x1, y1, x2, y2, kind, series):
                ends = {"x1": _percent(x1), "x2": _percent(x2), "y1": _px(y1), "y2": _px(y2)}
                SubElement(svg, "line", {**_class(kind, series), **_without_zeros(ends, "x1", "x2", "y1", "y2")})
            case Disc(x, y, series, radius, kind):
                SubElement(svg, "circle", {**_class(kind, series), "cx": _percent(x), "cy": _px(y), "r": _px(radius)})
            case Letters(x, y, text, kind, anchor, shift, series):
                place = {"x": _percent(x), "y": _px(y)}
                place |= {"dx": _px(shift)} if shift else {}
                place |= {"text-anchor": anchor} if anchor != "start" else {}
                SubElement(svg, "text", {**_class(kind, series), **place}).text = text


def _class(kind: str, series: int) -> dict[str, str]:
    classes = [one for one in (_KINDS[kind], _SERIES[series]) if one]
    return {"class": " ".join(classes)} if classes else {}


def _without_zeros(attributes: dict[str, str], *zero: str) -> dict[str, str]:
    """Return attributes without empty ones."""
    return {name: value for name, value in attributes.items() if name not in zero or value not in ("0", "0%")}


def _percent(part: float) -> str:
    return f"{round(part * 100, 2) + 0:g}%"


def _px(number: float) -> str:
    return f"{round(number, 1) + 0:g}"
