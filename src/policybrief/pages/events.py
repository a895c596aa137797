"""Events, their actors, and their dates in words."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.dates import Span
from ..model.dates_in_words import date_in_words, from_to, shortened_beginning, span_in_words
from ..model.events import events_in_order, is_event
from ..model.glossary import Entry, Glossary, Kind, RelationType, participants_of
from ..wording.words import Words
from .words import machine_date

ACTOR_KINDS = frozenset((Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA))


@dataclass(frozen=True, slots=True)
class Moment:
    """A piece of a date in words."""

    text: str
    datetime: str
    """The date for machines; empty for the words between two dates."""


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


def moments(span: Span | None, words: Words) -> tuple[Moment, ...]:
    """Return a date or a range in words, each date with its machine-readable value: `25` to `26 February 1992`."""
    if span is None:
        return ()
    start, end = span.start, span.end
    if start is None or end is None:
        date = start or end
        return (Moment(span_in_words(span, words), machine_date(date)),) if date else ()
    if span.single:
        return (Moment(date_in_words(start, words), machine_date(start)),)
    # A private-use character, which no date contains, marks the text between the two.
    before, between, after = re.split("[\x02\x03]", from_to("\x02", "\x03", words))
    pieces = (
        Moment(before, ""),
        Moment(shortened_beginning(start, end, words), machine_date(start)),
        Moment(between, ""),
        Moment(date_in_words(end, words), machine_date(end)),
        Moment(after, ""),
    )
    return tuple(piece for piece in pieces if piece.text)
