"""Coordinates far from where the glossary locates an entry, and shapes of entries that do not exist."""

from collections.abc import Iterable, Iterator, Mapping

from ..drawing.outlines import Bounds, outlines
from ..model.glossary import Entry, Kind, RelationType
from ..model.maps import MapShape
from ..model.problems import Code, Problem, Suggestions

_NEAR = 3.0
"""In degrees: how far beyond the land of a state something in it may be, such as an oil field."""


def check_places(entries: Mapping[str, Entry], shapes: Iterable[MapShape]) -> Iterator[Problem]:
    """Yield a problem for each swapped pair of coordinates, and for each shape of an unknown entry.

    `entries` are those of the glossary by id.
    """
    for entry in entries.values():
        at = entry.coordinates
        box = _land_of(entry, entries) if at else None
        if at and box and not box.has(at.position) and box.has((at.latitude, at.longitude)):
            seen = f"[{at.latitude:g}, {at.longitude:g}] is far from where '{entry.id}' is according to its relations"
            hint = f"the latitude comes first: [{at.longitude:g}, {at.latitude:g}]"
            yield Problem(Code.BAD_COORDINATES, at.place, seen, hint)
    near = Suggestions(set(entries))
    for shape in shapes:
        if shape.entry and shape.entry not in entries:
            hint = near.hint(shape.entry, "add the entry, or give the feature a name instead of an id")
            yield Problem(Code.UNKNOWN_ENTRY, shape.place, f"no entry '{shape.entry}'", hint)


def _land_of(entry: Entry, entries: Mapping[str, Entry]) -> Bounds | None:
    """Return the bounding box of the state that contains an entry, if known."""
    within = (relation.to for relation in entry.relations if relation.type is RelationType.LOCATED_IN)
    state = next((entries[id_] for id_ in within if id_ in entries and entries[id_].kind is Kind.STATE), None)
    if state is None:
        return None
    known = outlines().by_name
    country = next((known[alias.form] for alias in state.names if alias.form in known), None)
    if country is None:
        return None
    box = country.whole
    return Bounds(box.west - _NEAR, box.south - _NEAR, box.east + _NEAR, box.north + _NEAR)
