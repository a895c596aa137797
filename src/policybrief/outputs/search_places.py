"""What search leads to by what it is called rather than by what it says: pages, chapters, notes.

And how entries are related, for the fact that answers a question. Read by assets/search/places.js and facts.js.
"""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from ..model.addresses import Addresses
from ..model.dates import Span
from ..model.glossary import Entry, RelationType
from ..model.kinds_in_words import relation_backward, relation_forward
from ..model.knowledge import AnnotatedChapter, Knowledge
from ..model.publication import SitePlace
from ..model.shortening import shortened
from ..wording.words import Words

_LONGEST_SUMMARY = 160


class PlacesData(TypedDict):
    """The data for the browser."""

    pages: list[tuple[str, str, str, str]]
    """For each, its address, its title, its description and further words."""
    chapters: list[tuple[str, str, int]]
    """For each, its summary, the label in the ids of its notes, and the number of its notes."""


def places_data(knowledge: Knowledge, addresses: Addresses, places: Iterable[SitePlace]) -> PlacesData:
    """Return the pages with their words, and the summary and notes of each chapter."""
    return {
        "pages": [_page(place, addresses) for place in places],
        "chapters": [_chapter(annotated) for annotated in knowledge.chapters],
    }


def _page(place: SitePlace, addresses: Addresses) -> tuple[str, str, str, str]:
    anchor = f"#{place.anchor}" if place.anchor else ""
    return addresses.of(place.path) + anchor, place.title, place.description, place.words


def _chapter(annotated: AnnotatedChapter) -> tuple[str, str, int]:
    document = annotated.document
    notes = max((note.number for note in document.notes), default=0)
    return shortened(annotated.chapter.summary, _LONGEST_SUMMARY), document.label, notes


def relations_data(entries: Sequence[Entry], words: Words) -> tuple[Sequence[tuple[str, ...]], str]:
    """Return the wordings of relations in both directions, and the relations that have a date or say an office.

    A wording is in English, and then in the language of the brief. Of each relation: the number of the
    entry, of the wording, of the other entry, since when, until when.
    """
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    types = tuple(RelationType)
    rows = (
        f"{numbers[entry.id]},{types.index(relation.type)},{numbers[relation.to]},{_edtf(relation.since)},"
        f"{_edtf(relation.until)}".rstrip(",")
        for entry in entries
        for relation in entry.relations
        if relation.to in numbers
    )
    return [_wordings(type_, words) for type_ in types], " ".join(rows)


def _wordings(type_: RelationType, words: Words) -> tuple[str, ...]:
    english = type_.forward, type_.backward
    said = relation_forward(type_, words), relation_backward(type_, words)
    return english if said == english else (*english, *said)


def _edtf(span: Span | None) -> str:
    return span.edtf if span else ""
