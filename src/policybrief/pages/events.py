"""Events in the order of time: which entries are events, who has to do with them, how their dates are said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.dates import Date, Span
from ..model.glossary import Entry, Glossary, Kind, RelationType, participants_of
from .sorting import SortKey, sort_key
from .words import machine_date

EVENT_KINDS = (Kind.EVENT, Kind.TREATY, Kind.DOCUMENT)
"""What stands in a timeline when it has a date."""
ACTOR_KINDS = frozenset((Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA))


@dataclass(frozen=True, slots=True)
class Moment:
    """A piece of a date in words."""

    text: str
    datetime: str
    """For machines; empty for the words between two dates."""


def events_in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that have a place in a timeline, by their dates; those of one day by name."""
    return tuple(sorted(filter(is_event, entries), key=_order))


def is_event(entry: Entry) -> bool:
    """Tell whether the entry has a place in a timeline."""
    return entry.dates is not None and entry.kind in EVENT_KINDS


def first_date(entry: Entry) -> Date:
    """Return the date by which an event is ordered: its beginning, or its end when only that is known."""
    if entry.dates and (date := entry.dates.start or entry.dates.end):
        return date
    raise ValueError(f"{entry.id} has no date")


def last_date(entry: Entry) -> Date:
    """Return the date up to which an event is drawn: its end, or its beginning when the end is open."""
    end = entry.dates.end if entry.dates else None
    return end or first_date(entry)


def _order(entry: Entry) -> tuple[int, int, SortKey]:
    return (first_date(entry).first.toordinal(), last_date(entry).last.toordinal(), sort_key(entry.name))


def actors_by_event(glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """Return for each event the ids of the actors that take part in it or that it is about, each once."""
    entries = glossary.by_id()
    taking_part = participants_of(glossary)
    found: dict[str, tuple[str, ...]] = {}
    for event in filter(is_event, entries.values()):
        subjects = (relation.to for relation in event.relations if relation.type is RelationType.ABOUT)
        others = dict.fromkeys((*taking_part[event.id], *subjects))
        found[event.id] = tuple(id_ for id_ in others if id_ in entries and entries[id_].kind in ACTOR_KINDS)
    return found


def events_by_actor(glossary: Glossary, actors: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[Entry, ...]]:
    """Return the events of each actor that has any, in the order of time."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for event in events_in_order(glossary.entries):
        for actor in actors[event.id]:
            found[actor].append(event)
    return {actor: tuple(events) for actor, events in found.items()}


def moments(span: Span | None) -> tuple[Moment, ...]:
    """Return a date or a range in words, each date of it with its value for machines: `25` to `26 February 1992`."""
    if span is None:
        return ()
    start, end = span.start, span.end
    if start is None or end is None:
        date = start or end
        return (Moment("since " if start else "until ", ""), _moment(date)) if date else ()
    if span.single:
        return (_moment(start),)
    return (Moment(_beginning(start, end), machine_date(start)), Moment(" to ", ""), _moment(end))


def _moment(date: Date) -> Moment:
    return Moment(date.words, machine_date(date))


def _beginning(start: Date, end: Date) -> str:
    """Return the first date of a range without the month and the year that the second one says again."""
    if start.approximate or start.uncertain or not (start.month and end.month) or start.year != end.year:
        return start.words
    if start.day and end.day and start.month == end.month:
        return str(start.day)
    # The year is the last word of every date.
    return start.words.rpartition(" ")[0]
