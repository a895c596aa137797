"""The subjects of entries in the vocabulary of https://schema.org/: events with their dates and participants."""

from collections import defaultdict
from collections.abc import Mapping

from ..model.addresses import entry_path
from ..model.glossary import Entry, Glossary, Kind, RelationType
from ..model.head import Json
from ..model.publication import Publication
from .notation import iso_date, plain

Incoming = Mapping[str, tuple[tuple[RelationType, Entry], ...]]
"""By the id of an event, the relations to it and the entries that have them."""

HAPPENED = frozenset((Kind.EVENT, Kind.TREATY, Kind.DOCUMENT))
"""The kinds whose date is a day on which something happened, rather than a lifetime or a term."""

_TYPES = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.GROUP: "Organization",
    Kind.STATE: "Country",
    Kind.PLACE: "Place",
    Kind.EVENT: "Event",
    Kind.TREATY: "CreativeWork",
    Kind.DOCUMENT: "CreativeWork",
    Kind.PROJECT: "Project",
    Kind.MEDIA: "Organization",
    Kind.CONCEPT: "Thing",
}
_FROM_EVENT = {RelationType.LED_BY: "organizer", RelationType.LOCATED_IN: "location"}
"""The roles for an event's relations; any other is its subject."""
_TO_EVENT = {
    RelationType.LEADS: "organizer",
    RelationType.PARTY_TO: "contributor",
    RelationType.SIGNED: "contributor",
    RelationType.MEDIATES: "contributor",
    RelationType.NEGOTIATED: "contributor",
    RelationType.MEMBER_OF: "contributor",
}
"""The roles for relations to an event; any other is left out."""


def incoming_of_events(glossary: Glossary) -> Incoming:
    """Return the relations to each event."""
    events = {entry.id for entry in glossary.entries if entry.kind is Kind.EVENT}
    found: defaultdict[str, list[tuple[RelationType, Entry]]] = defaultdict(list)
    for entry in glossary.entries:
        for relation in entry.relations:
            if relation.to in events:
                found[relation.to].append((relation.type, entry))
    return {event_id: tuple(relations) for event_id, relations in found.items()}


def event(publication: Publication, entry: Entry, entries: Mapping[str, Entry], incoming: Incoming) -> Json:
    """Return the event that an entry describes, for the entry's page."""
    path = entry_path(entry.id)
    return {
        **dated_thing(publication, entry, path),
        "description": plain(publication.knowledge.definitions.get(entry.id, ())),
        "sameAs": entry.see,
        **{
            role: [_thing(publication, other, path) for other in others.values()]
            for role, others in _involved(entry, entries, incoming).items()
        },
    }


def dated_thing(publication: Publication, entry: Entry, start: str) -> Json:
    """Return a dated event, treaty or document, with addresses relative to the page at path `start`."""
    begun, ended = (entry.dates.start, entry.dates.end) if entry.dates else (None, None)
    days = {"startDate": iso_date(begun) if begun else "", "endDate": iso_date(ended) if ended else ""}
    if entry.kind is not Kind.EVENT:
        days = {"dateCreated": days["startDate"]}
    return {**_thing(publication, entry, start), **days}


def _thing(publication: Publication, entry: Entry, start: str) -> Json:
    """Return the subject of an entry, which is not the entry itself."""
    path = entry_path(entry.id)
    id_ = {"@id": publication.page(path, start, "event")} if entry.kind is Kind.EVENT else {}
    return {"@type": _TYPES[entry.kind], **id_, "name": entry.name, "url": publication.page(path, start)}


def _involved(entry: Entry, entries: Mapping[str, Entry], incoming: Incoming) -> Mapping[str, Mapping[str, Entry]]:
    """Return the entries in each role of an event, by role and id."""
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for relation in entry.relations:
        target = entries.get(relation.to)
        if target is not None:
            within = relation.type is RelationType.PART_OF and target.kind is Kind.EVENT
            role = "superEvent" if within else _FROM_EVENT.get(relation.type, "about")
            found[role][target.id] = target
    for type_, source in incoming.get(entry.id, ()):
        if type_ in _TO_EVENT:
            found[_TO_EVENT[type_]][source.id] = source
    return found
