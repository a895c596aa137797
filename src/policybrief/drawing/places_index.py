"""Where the entries of a site lie, so that a map finds what is near without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor

from ..model.glossary import Entry, Kind, RelationType
from ..model.maps import MapShape
from ..model.recall import recalled
from .labels import Widths
from .maps import MapDrawing, Pin, map_of
from .outlines import Bounds, Country, outlines

_CELL = 5
"""In degrees."""
MOST_PINS = 40
"""On one map: the heaviest."""


@dataclass(frozen=True, slots=True)
class PlacesIndex:
    """The entries with coordinates and the shapes, by where they are."""

    pins: Mapping[str, Pin]
    """By entry id."""
    cells: Mapping[tuple[int, int], tuple[Pin, ...]]
    shapes: Mapping[str, tuple[MapShape, ...]]
    """By entry id; those without an entry under the empty one."""
    states: Mapping[str, str]
    """What the brief calls the countries that have entries, by their English names."""

    def __bool__(self) -> bool:
        return bool(self.pins or self.shapes)

    def near(self, box: Bounds) -> Iterator[Pin]:
        """Yield the pins in a box, the heaviest first, no more than a map can bear."""
        columns = range(floor(box.west / _CELL), floor(box.east / _CELL) + 1)
        rows = range(floor(box.south / _CELL), floor(box.north / _CELL) + 1)
        found = [pin for x in columns for y in rows for pin in self.cells.get((x, y), ()) if box.has(pin.position)]
        yield from sorted(found, key=lambda pin: (-pin.weight, pin.id))[:MOST_PINS]


def places_index(
    entries: Iterable[Entry], mentioned: Mapping[str, tuple[object, ...]], shapes: Iterable[MapShape]
) -> PlacesIndex:
    """Return the index of these entries and shapes; how often an entry is mentioned is its weight."""
    pins: dict[str, Pin] = {}
    cells: defaultdict[tuple[int, int], list[Pin]] = defaultdict(list)
    states: dict[str, str] = {}
    by_entry: defaultdict[str, list[MapShape]] = defaultdict(list)
    entries = tuple(entries)
    labels = {entry.id: entry.label for entry in entries}
    for shape in shapes:
        by_entry[shape.entry].append(shape if shape.name else replace(shape, name=labels.get(shape.entry, "")))
    for entry in entries:
        if entry.coordinates:
            at = entry.coordinates
            name = at.label or entry.label
            pin = Pin(entry.id, name, at.position, len(mentioned.get(entry.id, ())))
            pins[entry.id] = pin
            cells[floor(at.longitude / _CELL), floor(at.latitude / _CELL)].append(pin)
        if entry.kind is Kind.STATE:
            states |= {alias.form: entry.label for alias in entry.names}
    return PlacesIndex(
        pins,
        {cell: tuple(found) for cell, found in cells.items()},
        {id_: tuple(found) for id_, found in by_entry.items()},
        states,
    )


def country_of(entry: Entry, entries: Mapping[str, Entry]) -> Country | None:
    """Return the country that an entry is or lies in, if its outlines are known."""
    seen: set[str] = set()
    while entry.id not in seen:
        seen.add(entry.id)
        if entry.kind is Kind.STATE:
            known = outlines().by_name
            return next((known[alias.form] for alias in entry.names if alias.form in known), None)
        within = (relation.to for relation in entry.relations if relation.type is RelationType.LOCATED_IN)
        entry = next((entries[id_] for id_ in within if id_ in entries), entry)
    return None


def chosen_drawing(ids: Iterable[str], places: PlacesIndex, widths: Widths) -> MapDrawing | None:
    """Return the map of these entries, and nothing but them; None when nothing is known of where they lie."""
    wanted = tuple(dict.fromkeys(ids))
    pins = [replace(places.pins[id_], chosen=True) for id_ in wanted if id_ in places.pins]
    shapes = [shape for id_ in wanted for shape in places.shapes.get(id_, ())]
    if not pins and not shapes:
        return None
    return recalled(map_of, pins, shapes, called=places.states, widths=widths)
