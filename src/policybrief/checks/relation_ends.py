"""Relations that do not fit their entries: a state with a spouse, a treaty that signs a person."""

from collections.abc import Iterable, Iterator, Mapping

from ..model.glossary import KINSHIP, Entry, Kind, Relation, RelationType
from ..model.problems import Code, Problem

_TEXTS = frozenset((Kind.TREATY, Kind.DOCUMENT))
_ACTORS = frozenset((Kind.PERSON, Kind.ORGANISATION, Kind.GROUP, Kind.STATE))


def check_relation_ends(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield a problem for each relation that its two entries cannot have, at the id of its target."""
    by_id: Mapping[str, Entry] = {entry.id: entry for entry in entries}
    for entry in by_id.values():
        for relation in entry.relations:
            other = by_id.get(relation.to)
            if other is not None:
                yield from _wrong_kinds(entry, relation, other)
                yield from _wrong_ages(entry, relation, other)


def _wrong_kinds(entry: Entry, relation: Relation, other: Entry) -> Iterator[Problem]:
    word = relation.type.word
    if relation.type in KINSHIP:
        for one in (entry, other):
            if one.kind is not Kind.PERSON:
                seen = f"'{word}' is only for people, but '{one.id}' is of the kind '{one.kind.value}'"
                yield Problem(Code.BAD_RELATION, relation.place, seen, "use another type, or correct the kind")
                return
    of_texts = relation.type in (RelationType.SIGNED, RelationType.NEGOTIATED)
    if of_texts and entry.kind in _TEXTS and other.kind in _ACTORS:
        seen = f"'{word}' belongs under those who {word} a text, but '{entry.id}' is the text"
        yield Problem(Code.BAD_RELATION, relation.place, seen, f"move it to '{other.id}': {{to: {entry.id}}}")


def _wrong_ages(entry: Entry, relation: Relation, other: Entry) -> Iterator[Problem]:
    """Yield a problem for a parent who was not born before the child."""
    if relation.type is not RelationType.PARENT_OF or not (entry.dates and other.dates):
        return
    born, child = entry.dates.start, other.dates.start
    if born and child and born.first >= child.last:
        seen = f"'{entry.id}', born {born.words}, is called a parent of '{other.id}', born {child.words}"
        yield Problem(Code.BAD_RELATION, relation.place, seen, "reverse the relation, or correct a date")
