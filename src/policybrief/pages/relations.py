"""The relations of an entry, its own and those of other entries to it, grouped by wording."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.dates_in_words import period_in_words, span_in_words
from ..model.glossary import AT_ONCE, KINSHIP, MUTUAL, TAKING_PART, Entry, Kind, Relation, RelationType
from ..model.kinds_in_words import relation_backward, relation_forward
from ..model.sorting import SortKey, sort_key
from ..wording.words import Words
from .site_index import EntryLink, SiteView, entry_link


@dataclass(frozen=True, slots=True)
class Related:
    """An entry at the other end of a relation."""

    link: EntryLink
    period: str
    """From when to when, in words; empty when unknown."""
    note: str


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All neighbours related to the entry in the same way."""

    wording: str
    """`member of`, `led by`, in the brief's language."""
    type: RelationType
    """The first relation with this wording."""
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of an entry."""

    participants: tuple[RelationGroup, ...]
    """The participants, if the entry is an event."""
    others: tuple[RelationGroup, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A relation as seen from one of its two entries."""

    wording: str
    other: Entry
    relation: Relation

    @property
    def bare(self) -> bool:
        return not (self.relation.since or self.relation.until or self.relation.note)

    @property
    def order(self) -> tuple[bool, int, SortKey]:
        """Dated ones by their beginning, then the rest by name."""
        first = self.relation.since or self.relation.until
        date = first and (first.start or first.end)
        return (date is None, date.first.toordinal() if date else 0, sort_key(self.other.name))


def relations_of(entry: Entry, site: SiteView, start: str) -> Relations:
    """Return an entry's relations in both directions, linked from the page at path `start`."""
    event = entry.kind is Kind.EVENT
    taking_part: list[_Edge] = []
    others: list[_Edge] = []
    for edge in _edges(entry, site):
        (taking_part if event and edge.relation.type in TAKING_PART else others).append(edge)
    return Relations(_grouped(taking_part, site, start), _grouped(others, site, start))


def _edges(entry: Entry, site: SiteView) -> Iterator[_Edge]:
    for relation in entry.relations:
        if relation.to in site.entries:
            yield _Edge(relation_forward(relation.type, site.words), site.entries[relation.to], relation)
    # If two entries oppose each other, the other one is named once.
    mutual = {(relation.type, relation.to) for relation in entry.relations if relation.type in MUTUAL}
    for incoming in site.incoming.get(entry.id, ()):
        if (incoming.relation.type, incoming.source.id) in mutual:
            continue
        yield _Edge(relation_backward(incoming.relation.type, site.words), incoming.source, incoming.relation)


def _grouped(edges: Iterable[_Edge], site: SiteView, start: str) -> tuple[RelationGroup, ...]:
    groups: dict[str, list[_Edge]] = {}
    # Kin first, because readers look for them.
    for edge in sorted(edges, key=lambda edge: edge.relation.type not in KINSHIP):
        groups.setdefault(edge.wording, []).append(edge)
    return tuple(
        RelationGroup(
            wording, group[0].relation.type, _related(sorted(group, key=lambda edge: edge.order), site, start)
        )
        for wording, group in groups.items()
    )


def _related(edges: list[_Edge], site: SiteView, start: str) -> tuple[Related, ...]:
    """Return each neighbour once for each period; both entries may have stated the same relation."""
    told = {edge.other.id for edge in edges if not edge.bare}
    kept = (edge for edge in edges if not edge.bare or edge.other.id not in told)
    return tuple(
        dict.fromkeys(
            Related(
                link=entry_link(edge.other, site, start),
                period=_period(edge.relation, site.words),
                note=edge.relation.note,
            )
            for edge in kept
        )
    )


def _period(relation: Relation, words: Words) -> str:
    """Return when a relation held or, for an act, when it happened."""
    since = relation.since
    if relation.type in AT_ONCE and since and since.single and since.start and not relation.until:
        return span_in_words(since, words)
    return period_in_words(since, relation.until, words)
