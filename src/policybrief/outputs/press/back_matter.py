"""The parts after the chapters in print: timeline, glossary, index of names, references."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ...model.dates_in_words import span_in_words
from ...model.events import events_in_order
from ...model.glossary import Entry, is_foreign
from ...model.knowledge import AnnotatedChapter, Inline
from ...model.publication import Publication
from ...model.sorting import by_letter
from ..archived_copies import listed_pieces
from .lines import Value, entry_label, name_link, pieces, reference_label


def timeline(publication: Publication) -> list[Value]:
    """Return the dated events in order, each with the paragraphs that mention it."""
    naming = _paragraphs_naming(publication)
    return [
        {
            "date": span_in_words(entry.dates, publication.words) if entry.dates else "",
            "name": entry.label,
            "label": entry_label(entry.id),
            "paragraphs": naming.get(entry.id, []),
        }
        for entry in events_in_order(publication.project.glossary.entries)
    ]


def glossary(publication: Publication) -> list[Value]:
    """Return the entries by letter: name, other forms, dates, definition."""
    entries = publication.project.glossary.entries
    return [
        {"heading": letter.heading, "entries": [_entry(entry, publication) for entry in letter.items]}
        for letter in by_letter(entries, lambda entry: entry.label, publication.brief.language)
    ]


def _entry(entry: Entry, publication: Publication) -> Value:
    home = publication.brief.language
    names: list[Value] = [
        {"form": alias.form, "lang": alias.language if is_foreign(alias.language, home) else ""}
        for alias in entry.aliases
        if not alias.avoid
    ]
    return {
        "id": entry.id,
        "label": entry_label(entry.id),
        "name": entry.label,
        "kind": entry.kind.value,
        "names": names,
        "dates": span_in_words(entry.dates, publication.words) if entry.dates else "",
        "definition": [_piece(piece) for piece in publication.knowledge.definitions.get(entry.id, ())],
    }


def _piece(piece: Inline) -> Value:
    if piece.entry:
        return name_link(piece.entry, [piece.text])
    return {"t": "em", "c": [piece.text]} if piece.emphasis else piece.text


def index_of_names(publication: Publication, chapters: Iterable[AnnotatedChapter]) -> list[Value]:
    """Return the entries that the chapters mention, by letter; the template finds their pages."""
    mentioned = {mention.entry for chapter in chapters for mention in chapter.mentions}
    entries = (entry for entry in publication.project.glossary.entries if entry.id in mentioned)
    return [
        {
            "heading": letter.heading,
            "entries": [
                {"id": entry.id, "label": entry_label(entry.id), "name": entry.label} for entry in letter.items
            ],
        }
        for letter in by_letter(entries, lambda entry: entry.label, publication.brief.language)
    ]


def references(publication: Publication, chapters: Iterable[AnnotatedChapter]) -> list[Value]:
    """Return the list of references as the style prints it, each with the paragraphs that cite it."""
    numbers = _numbers(publication)
    by_id = {reference.id: reference for reference in publication.project.references}
    uses: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for chapter in chapters:
        for citation in chapter.citations:
            uses[citation.reference][citation.paragraph] = {
                "id": citation.paragraph,
                "n": numbers.get(citation.paragraph, ""),
            }
    return [
        {
            "label": reference_label(printed.reference),
            "c": pieces(listed_pieces(printed, by_id, publication.words)),
            "uses": list(uses[printed.reference].values()),
        }
        for printed in publication.knowledge.references
    ]


def _numbers(publication: Publication) -> Mapping[str, str]:
    return {id_: paragraph.number for id_, paragraph in publication.knowledge.paragraphs().items()}


def _paragraphs_naming(publication: Publication) -> Mapping[str, list[Value]]:
    """Return for each entry the numbered paragraphs that mention it, each once, in reading order."""
    numbers = _numbers(publication)
    found: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for chapter in publication.knowledge.chapters:
        notes = {paragraph.id for paragraph in chapter.paragraphs if paragraph.note}
        for mention in chapter.mentions:
            if mention.paragraph not in notes:
                found[mention.entry][mention.paragraph] = {"id": mention.paragraph, "n": numbers[mention.paragraph]}
    return {entry: list(paragraphs.values()) for entry, paragraphs in found.items()}
