"""Maps as drawings for paper: SVG with every colour and letter in it, since no style sheet reaches it there."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from ...drawing.labels import Label
from ...drawing.map_key import map_key
from ...drawing.maps import MapDrawing, Route
from ...drawing.places_index import PlacesIndex, chosen_drawing
from ...wording.words import Words
from .charts import for_typesetting
from .lines import Value

PAGE = 440.0
"""The width of the text, in points."""
PHONE = 218.0
"""The width of a phone for the same letters."""
_LETTERS = 8.0
_SCREEN = 12.0
"""In pixels: the letters for which the names were placed."""
_SEA, _LAND, _LINE, _INK, _SOFT, _ROUTE, _AREA = (
    "#e6eef4", "#ffffff", "#8a8d94", "#1f2125", "#595d66", "#25653a", "#7d5000",
)  # fmt: skip
_OFFSETS = {"right": (4.5, 2.8, "start"), "left": (-4.5, 2.8, "end"), "above": (0.0, -6.0, "middle"),
            "below": (0.0, 11.0, "middle"), "middle": (0.0, 2.8, "middle")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map for paper or an e-reader."""

    svg: str
    named: str
    """What is on it, as one sentence."""
    key: str
    """What its dashes and areas mean; empty when there is nothing to explain."""


def map_value(ids: tuple[str, ...], places: PlacesIndex, words: Words) -> Value:
    """Return the map of these entries as the template reads it; nothing when it is not known where they lie."""
    found = drawn_map(ids, places, words)
    if found is None:
        return None
    return {"title": "", "svg": for_typesetting(found.svg), "alt": found.named, "note": found.key}


def drawn_map(ids: tuple[str, ...], places: PlacesIndex, words: Words, width: float = PAGE) -> DrawnMap | None:
    """Return the map of these entries, that many points wide for letters of eight; None when it has nothing to show."""
    screen = width * _SCREEN / _LETTERS
    drawing = chosen_drawing(ids, places, (screen,))
    if drawing is None:
        return None
    named = [label.text for label in drawing.labels] + [route.shape.name for route in drawing.routes]
    key = "".join(f"{said}. " for said in map_key(drawing, words)).strip()
    return DrawnMap(_svg_of(drawing, width), words.say("Map: {names}", names=", ".join(named)), key)


def _svg_of(drawing: MapDrawing, width: float) -> str:
    scale = width / drawing.width
    height = drawing.height * scale
    size = {"width": f"{width:g}", "height": f"{height:.1f}", "viewBox": f"0 0 {width:g} {height:.1f}"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})
    ground = SubElement(svg, "g", {"transform": f"scale({scale:.4f})"})
    _draw_ground(ground, drawing)
    for label in drawing.lands:
        _write(svg, label, (width, height), letters=6.5, colour=_SOFT, capitals=True)
    named = [*((one, _ROUTE) for one in drawing.named_routes), *((one, _AREA) for one in drawing.named_areas)]
    for label, colour in named:
        _write(svg, label, (width, height), letters=_LETTERS, colour=colour)
    for label in drawing.labels:
        place = {"cx": f"{label.x * width:.1f}", "cy": f"{label.y * height:.1f}", "r": "2"}
        SubElement(svg, "circle", {**place, "fill": _INK, "stroke": "#ffffff", "stroke-width": "0.6"})
        if label.side:
            _write(svg, label, (width, height), letters=_LETTERS, colour=_INK)
    return tostring(svg, encoding="unicode")


def _draw_ground(ground: Element, drawing: MapDrawing) -> None:
    SubElement(ground, "rect", {"width": str(drawing.width), "height": str(drawing.height), "fill": _SEA})
    under = drawing.ground
    lines = {"fill": "none", "stroke": _LINE, "stroke-width": "1.2", "stroke-linejoin": "round"}
    paths = [
        (under.land, {**lines, "fill": _LAND, "fill-rule": "evenodd"}),
        (drawing.home, {"fill": "#eadfd2"}),
        (under.lakes, {"fill": _SEA}),
        *((route.path, _look(route)) for route in drawing.routes if route.shape.area),
        (under.borders, lines),
        (under.disputed, {**lines, "stroke-dasharray": "8 6"}),
        *((route.path, _look(route)) for route in drawing.routes if not route.shape.area),
    ]
    for path, look in paths:
        if path:
            SubElement(ground, "path", {"d": path, **look})


def _look(route: Route) -> dict[str, str]:
    dashes = {"stroke-dasharray": "10 7"} if route.shape.dashed else {}
    if route.shape.area:
        return {"fill": "#faf5ea" if route.shape.dashed else "#f1e3c6", "stroke": _AREA, "stroke-width": "2", **dashes}
    return {"fill": "none", "stroke": _ROUTE, "stroke-width": "3", "stroke-linejoin": "round", **dashes}


def _write(
    svg: Element, label: Label, size: tuple[float, float], *, letters: float, colour: str, capitals: bool = False
) -> None:
    dx, dy, anchor = _OFFSETS[label.side]
    place = {"x": f"{label.x * size[0] + dx:.1f}", "y": f"{label.y * size[1] + dy:.1f}", "text-anchor": anchor}
    look = {"font-family": "'Source Sans 3'", "font-size": f"{letters:g}"}
    words = label.text.upper() if capitals else label.text
    # Twice: typesetters draw no line around letters before they fill them.
    halo = {"fill": "#ffffff", "stroke": "#ffffff", "stroke-width": "1.8", "stroke-linejoin": "round"}
    SubElement(svg, "text", {**place, **look, **halo}).text = words
    SubElement(svg, "text", {**place, **look, "fill": colour}).text = words
