"""Maps on pages: the locator map of an entry, the map of the whole brief, the maps in chapters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..drawing.map_key import map_key
from ..drawing.maps import SHAPE, MapDrawing, Pin, map_of, window_for
from ..drawing.outlines import box_of, outlines
from ..drawing.places_index import chosen_drawing, country_of
from ..drawing.windows import Window, window_around
from ..model.glossary import Entry, Kind
from ..model.maps import MapShape, Position
from ..model.recall import recalled
from ..wording.words import Words
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link

_BRIEF_WIDTHS = (320.0, 540.0, 900.0)
"""In pixels; the style sheet hides names that fit only at a greater width."""
_TAIL = 0.2
"""The share of places on either side that the map of the brief may leave out if they are far away."""
_MOST_SAID = 12
"""How many places the description of a map names; the list beside it has all."""


@dataclass(frozen=True, slots=True)
class ShownMap:
    """The template values of a map."""

    drawing: MapDrawing
    title: str
    described: str
    links: dict[str, EntryLink]
    """The links of dots and names, by entry id."""
    key: tuple[str, ...]
    """The meaning of dashed lines, in words."""


def locator(entry: Entry, site: SiteView, start: str) -> str:
    """Return the small map of an entry as HTML; empty if its position is unknown."""
    places = site.places
    pin, shapes = places.pins.get(entry.id), places.shapes.get(entry.id, ())
    if not places or not (pin or shapes or entry.kind is Kind.STATE):
        return ""
    home = country_of(entry, site.entries)
    if not (pin or shapes or home):
        return ""
    own = (replace(pin, chosen=True),) if pin else ()
    window = window_for(own, shapes, home)
    others = (other for other in places.near(window.box) if other.id != entry.id)
    drawing = recalled(_drawn, (*own, *others), shapes, home.name if home else "", places.states, window)
    # A dot beside it without room for its name is useless.
    drawing = replace(drawing, labels=tuple(label for label in drawing.labels if label.chosen or label.side))
    within = home.name if home and entry.kind is not Kind.STATE else ""
    return _html(drawing, site.words.say("Map of {name}", name=entry.name), site, start, within=within)


def _drawn(
    pins: tuple[Pin, ...], shapes: tuple[MapShape, ...], home: str, states: Mapping[str, str], window: Window
) -> MapDrawing:
    return map_of(pins, shapes, home=outlines().by_name[home] if home else None, called=states, window=window)


def brief_map(site: SiteView, start: str, *, caption: str = "") -> str:
    """Return the map of the brief as HTML, linked from the page at path `start`: its places, routes and areas.

    Empty if no entry has coordinates and there are no shapes. Any page may show it.
    """
    places = site.places
    if not places:
        return ""
    shapes = all_shapes(site)
    window = brief_window(site)
    pins = tuple(places.near(window.box))
    drawing = recalled(map_of, pins, shapes, called=places.states, window=window, widths=_BRIEF_WIDTHS)
    return _html(drawing, site.words.say("Map of {name}", name=site.project.brief.title), site, start, caption=caption)


def chosen_map(site: SiteView, start: str, title: str, ids: Iterable[str]) -> str:
    """Return the map of these entries as HTML; empty if none of their positions is known."""
    drawing = chosen_drawing(ids, site.places, _BRIEF_WIDTHS)
    return _html(drawing, title, site, start, has_list=False) if drawing else ""


def all_shapes(site: SiteView) -> tuple[MapShape, ...]:
    """Return the shapes of a brief, in the order of their file."""
    return tuple(shape for shapes in site.places.shapes.values() for shape in shapes)


def brief_window(site: SiteView) -> Window:
    """Return the window that contains most places, and the routes and areas that reach it.

    A distant capital or route would leave no detail.
    """
    pins = tuple(site.places.pins.values())
    shapes = [[point for line in shape.lines for point in line] for shape in all_shapes(site)]
    corners: list[Position] = []
    if pins:
        xs, ys = sorted(pin.position[0] for pin in pins), sorted(pin.position[1] for pin in pins)
        cut = int(_TAIL * len(pins))
        corners = [(xs[cut], ys[cut]), (xs[-1 - cut], ys[-1 - cut])]
        core = box_of(tuple(corners))
        shapes = [points for points in shapes if sum(map(core.has, points)) * 2 >= len(points)] or shapes
    positions = [*(point for points in shapes for point in points), *corners]
    return window_around(positions, least=6.0, shape=SHAPE, margin=0.08)


def _html(
    drawing: MapDrawing,
    title: str,
    site: SiteView,
    start: str,
    *,
    within: str = "",
    caption: str = "",
    has_list: bool = True,
) -> str:
    """Return a map; its places are not keyboard stops on a page that also lists them (`has_list`)."""
    shapes = [route.shape for route in drawing.routes]
    ids = [label.id for label in drawing.labels] + [shape.entry for shape in shapes if shape.entry]
    links = {id_: entry_link(site.entries[id_], site, start) for id_ in ids if id_ in site.entries}
    shown = ShownMap(
        drawing, title, _described(drawing, within, links, site.words), links, tuple(map_key(drawing, site.words))
    )
    return fragment("map.html", site.words, map=shown, caption=caption, has_list=has_list)


def _described(drawing: MapDrawing, within: str, links: dict[str, EntryLink], words: Words) -> str:
    named = [label.text for label in sorted(drawing.labels, key=lambda label: (not label.chosen, -label.weight))]
    said = ", ".join(named[:_MOST_SAID])
    if len(named) > _MOST_SAID:
        rest = words.counted("{n} other place", "{n} other places", len(named) - _MOST_SAID)
        said = words.say("{items} and {last}", items=said, last=rest)
    routes = [route.shape.name or links[route.shape.entry].name for route in drawing.routes]
    parts = [
        words.say("In {name}", name=within) if within else "",
        words.say("Places marked: {names}", names=said) if said else "",
        words.say("Routes and areas: {names}", names=", ".join(routes)) if routes else "",
    ]
    return "".join(f"{part}. " for part in parts if part).strip()
