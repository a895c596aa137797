"""Which states belong to which organisations and treaties, and when; and treaties between two states."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.dates_in_words import period_in_words
from ..model.events import events_in_order
from ..model.glossary import Entry, Kind, Relation, RelationType
from ..model.sorting import sort_key
from ..wording.words import Words, message_as
from .events import Moment, moments
from .site_index import EntryLink, SiteView, entry_link

_BELONGING = {RelationType.MEMBER_OF: "member", RelationType.PARTY_TO: "party"}
_TREATIES = frozenset((Kind.TREATY, Kind.DOCUMENT))
_BODIES = frozenset((Kind.ORGANISATION, Kind.GROUP)) | _TREATIES
_PAIR = 2
_FEWEST = 2
"""A row or a column with fewer marks allows no comparison."""


@dataclass(frozen=True, slots=True)
class MembershipMark:
    """How a state belongs to an organisation or a treaty."""

    role: str
    """`member` or `party`; empty if it does not belong to it."""
    years: str
    """`1993–1999`, `since 2015`; empty if unknown."""
    words: str
    """The same in full, for screen readers."""


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """An organisation or a treaty with its marks, one for each state."""

    body: EntryLink
    marks: tuple[MembershipMark, ...]


@dataclass(frozen=True, slots=True)
class MembershipTable:
    """Organisations and treaties against states. Organisations and treaties are rows, because their names are long."""

    states: tuple[EntryLink, ...]
    rows: tuple[MembershipRow, ...]


@dataclass(frozen=True, slots=True)
class Bilateral:
    """A treaty between two states."""

    treaty: EntryLink
    when: tuple[Moment, ...]
    parties: tuple[EntryLink, EntryLink]


_ROLES = {"member": message_as("role", "member"), "party": message_as("role", "party")}
_NONE = MembershipMark("", "", "")


def membership_table(site: SiteView, start: str) -> MembershipTable | None:
    """Return the table of memberships, linked from the page at path `start`, or None if it would be too small."""
    between_two = _between_two(site)
    belongings = {(state.id, body.id): relation for state, body, relation in _belongings(site)}
    marks = {pair: relation for pair, relation in belongings.items() if pair[1] not in between_two}
    while sparse := _sparse(marks):
        marks = {pair: relation for pair, relation in marks.items() if sparse.isdisjoint(pair)}
    if not marks:
        return None
    count = Counter(state for state, _ in marks)
    states = sorted(count, key=lambda id_: (-count[id_], sort_key(site.entries[id_].name, site.language)))
    bodies = sorted({body for _, body in marks}, key=lambda id_: _body_order(site.entries[id_], site.language))
    return MembershipTable(
        tuple(entry_link(site.entries[state], site, start) for state in states),
        tuple(
            MembershipRow(
                entry_link(site.entries[body], site, start),
                tuple(_mark(marks.get((state, body)), site.words) for state in states),
            )
            for body in bodies
        ),
    )


def bilateral_treaties(site: SiteView, start: str) -> tuple[Bilateral, ...]:
    """Return the treaties with two states as parties, in order of time; undated ones last, by name."""
    found = _between_two(site)
    dated = [event.id for event in events_in_order(site.entries[id_] for id_ in found)]
    undated = sorted(found.keys() - set(dated), key=lambda id_: sort_key(site.entries[id_].name, site.language))
    return tuple(
        Bilateral(
            entry_link(site.entries[id_], site, start),
            moments(site.entries[id_].dates, site.words),
            (entry_link(found[id_][0], site, start), entry_link(found[id_][1], site, start)),
        )
        for id_ in (*dated, *undated)
    )


def _between_two(site: SiteView) -> Mapping[str, tuple[Entry, ...]]:
    """Return the parties of each treaty that has exactly two, by its id."""
    parties: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for state, body, _ in _belongings(site):
        if body.kind in _TREATIES:
            parties[body.id][state.id] = state
    return {treaty: tuple(states.values()) for treaty, states in parties.items() if len(states) == _PAIR}


def _belongings(site: SiteView) -> Iterator[tuple[Entry, Entry, Relation]]:
    for entry in site.entries.values():
        for relation in entry.relations:
            other = site.entries.get(relation.to)
            if relation.type in _BELONGING and entry.kind is Kind.STATE and other and other.kind in _BODIES:
                yield entry, other, relation


def _sparse(marks: dict[tuple[str, str], Relation]) -> frozenset[str]:
    count = Counter(id_ for pair in marks for id_ in pair)
    return frozenset(id_ for id_, number in count.items() if number < _FEWEST)


def _body_order(entry: Entry, language: str) -> tuple[bool, object]:
    """Organisations before treaties, by name."""
    return (entry.kind in _TREATIES, sort_key(entry.name, language))


def _mark(relation: Relation | None, words: Words) -> MembershipMark:
    if relation is None:
        return _NONE
    role = _BELONGING[relation.type]
    said = ", ".join(
        filter(
            None,
            (words.say_as("role", _ROLES[role]), period_in_words(relation.since, relation.until, words), relation.note),
        )
    )
    return MembershipMark(role, _years(relation, words), said)


def _years(relation: Relation, words: Words) -> str:
    since = relation.since and (relation.since.start or relation.since.end)
    until = relation.until and (relation.until.end or relation.until.start)
    if until:
        return f"{since.year}–{until.year}" if since else words.say("to {year}", year=str(until.year))
    return str(since.year) if since else ""
