"""Circular relations that are impossible: a part of its own part, the owner of its owner."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from ..model.glossary import Entry, Relation, RelationType
from ..model.problems import Code, Problem

_ONE_WAY = (
    RelationType.PART_OF,
    RelationType.LOCATED_IN,
    RelationType.SUCCESSOR_OF,
    RelationType.OWNED_BY,
    RelationType.PARENT_OF,
)
_MOST_REPORTED = 20
"""For one type; a glossary with more was not written by hand."""
_LONGEST_SHOWN = 5


def check_circles(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield a problem for each circle of relations of one type, at the relation that closes it."""
    by_id = {entry.id: entry for entry in entries}
    for relation_type in _ONE_WAY:
        relations = {
            id_: {relation.to: relation for relation in entry.relations if relation.type is relation_type}
            for id_, entry in by_id.items()
        }
        yield from _circles(relation_type, relations)


def _circles(relation_type: RelationType, relations: Mapping[str, dict[str, Relation]]) -> Iterator[Problem]:
    for _ in range(_MOST_REPORTED):
        circle = _circle_in(relations)
        if circle is None:
            return
        # Start with the smallest id, so that the circle reads the same wherever the search began.
        first = circle.index(min(circle))
        circle = [*circle[first:], *circle[:first]]
        closing = relations[circle[-1]].pop(circle[0])
        way = circle if len(circle) <= _LONGEST_SHOWN else [*circle[: _LONGEST_SHOWN - 1], "…", circle[-1]]
        seen = f"'{relation_type.word}' is circular: {' -> '.join([*way, circle[0]])}"
        yield Problem(Code.CIRCULAR_RELATION, closing.place, seen, "remove the wrong relation")


def _circle_in(relations: Mapping[str, Mapping[str, Relation]]) -> list[str] | None:
    """Return the ids of a circle, each related to the next and the last to the first, or None."""
    try:
        TopologicalSorter(relations).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        # Each is a predecessor of the next; the last repeats the first.
        return found[:0:-1]
    return None
