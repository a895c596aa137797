"""The knowledge base as data: `site/data/*.json`, each with its JSON Schema (2020-12) beside it."""

import json
from collections.abc import Iterable, Mapping
from importlib import resources

from ..model.addresses import entry_path
from ..model.brief import Author, Brief
from ..model.dates import Date, Span
from ..model.glossary import Entry, Kind, Relation, participants_of
from ..model.knowledge import AnnotatedChapter, Inline, Knowledge, Mention, Paragraph
from ..model.output import Artifact
from ..model.publication import FileDeclaration, Publication
from .files import BRIEF_DATA, EVENTS_DATA, GLOSSARY_DATA, MENTIONS_DATA, PARAGRAPHS_DATA, SCHEMA_FILES

_HAPPENED = frozenset((Kind.EVENT, Kind.TREATY, Kind.DOCUMENT))
"""The kinds whose date is a day on which something happened, rather than a lifetime or a term."""

SCHEMAS = ("brief", "glossary", "paragraphs", "mentions", "events", "references", "citations", "evidence")

Record = dict[str, object]


def data_artifacts(publication: Publication) -> tuple[Artifact, ...]:
    """Return the data files and their schemas, at `data/` and `data/schema/`."""
    participants = participants_of(publication.project.glossary)
    naming = _paragraphs_naming(publication.knowledge)
    records: Mapping[FileDeclaration, Iterable[Record]] = {
        GLOSSARY_DATA: [_entry(entry, publication) for entry in publication.project.glossary.entries],
        PARAGRAPHS_DATA: [_paragraph(p, publication) for c in publication.knowledge.chapters for p in c.paragraphs],
        MENTIONS_DATA: [_mention(m) for c in publication.knowledge.chapters for m in c.mentions],
        EVENTS_DATA: [
            _event(e, publication, participants[e.id], naming.get(e.id, ()))
            for e in publication.project.glossary.entries
            if e.kind in _HAPPENED and e.dates
        ],
    }
    files = [Artifact(BRIEF_DATA.path, _json(_brief(publication)))]
    files += [Artifact(file.path, _lines(items)) for file, items in records.items()]
    files += [
        Artifact(
            f"{SCHEMA_FILES.path}{name}.json",
            resources.files(__package__).joinpath("schema", f"{name}.json").read_bytes(),
        )
        for name in SCHEMAS
    ]
    return tuple(files)


def _brief(publication: Publication) -> Record:
    brief, knowledge = publication.project.brief, publication.knowledge
    return {
        **_bibliographic(brief),
        "url": publication.site_url,
        "chapters": [_chapter(chapter, publication) for chapter in knowledge.chapters],
        "counts": {
            "entries": len(publication.project.glossary.entries),
            "paragraphs": sum(not p.note for c in knowledge.chapters for p in c.paragraphs),
            "notes": sum(p.note for c in knowledge.chapters for p in c.paragraphs),
            "mentions": sum(len(c.mentions) for c in knowledge.chapters),
            "references": len(publication.project.references),
        },
    }


def _bibliographic(brief: Brief) -> Record:
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "description": brief.description,
        "authors": [_author(author) for author in brief.authors],
        "publisher": brief.publisher,
        "series": brief.series,
        "number": brief.number,
        "date": brief.date.edtf if brief.date else None,
        "edition": brief.edition,
        "language": brief.language,
        "licence": brief.licence,
        "doi": brief.doi or None,
    }


def _author(author: Author) -> Record:
    if not author.family:
        return {"name": author.name}
    return {"name": author.name, "family": author.family, "given": author.given, "orcid": author.orcid or None}


def _chapter(chapter: AnnotatedChapter, publication: Publication) -> Record:
    source = chapter.chapter
    return {
        "path": source.path,
        "number": source.number,
        "title": source.title,
        "summary": source.summary,
        "date": source.date.edtf if source.date else None,
        "url": publication.url(source.path),
        "words": sum(len(p.text.split()) for p in chapter.paragraphs if not p.note),
        "sections": [{"anchor": s.anchor, "title": s.title, "level": s.level} for s in chapter.sections if s.anchor],
    }


def _entry(entry: Entry, publication: Publication) -> Record:
    knowledge = publication.knowledge
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind.value,
        "url": publication.url(entry_path(entry.id)),
        "aliases": [
            {"form": a.form, "language": a.language, "link": a.link, "ambiguous": a.ambiguous} for a in entry.aliases
        ],
        "definition": _plain(knowledge.definitions.get(entry.id, ())),
        "note": _plain(knowledge.notes.get(entry.id, ())) or None,
        "dates": _span(entry.dates),
        "as_of": entry.as_of.edtf if entry.as_of else None,
        "relations": [_relation(relation) for relation in entry.relations],
        "sources": [source.id for source in entry.sources],
        "see": entry.see or None,
        "background": entry.background,
        "coordinates": _coordinates(entry),
    }


def _coordinates(entry: Entry) -> Record | None:
    at = entry.coordinates
    return {"latitude": at.latitude, "longitude": at.longitude} if at else None


def _plain(pieces: Iterable[Inline]) -> str:
    return "".join(piece.text for piece in pieces)


def _relation(relation: Relation) -> Record:
    return {
        "type": relation.type.word,
        "to": relation.to,
        "since": relation.since.edtf if relation.since else None,
        "until": relation.until.edtf if relation.until else None,
        "note": relation.note or None,
    }


def _span(span: Span | None) -> Record | None:
    if span is None:
        return None
    return {"edtf": span.edtf, "start": _day(span.start, last=False), "end": _day(span.end, last=True)}


def _day(date: Date | None, last: bool) -> str | None:
    if date is None:
        return None
    return (date.last if last else date.first).isoformat()


def _paragraph(paragraph: Paragraph, publication: Publication) -> Record:
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "chapter": paragraph.chapter,
        "section": paragraph.section or None,
        "url": publication.url(paragraph.chapter, paragraph.id),
        "note": paragraph.note,
        "text": paragraph.text,
    }


def _mention(mention: Mention) -> Record:
    return {
        "entry": mention.entry,
        "paragraph": mention.paragraph,
        "start": mention.extent.start,
        "end": mention.extent.end,
        "form": mention.form,
        "sentence": {"start": mention.sentence.start, "end": mention.sentence.end},
        "linked": mention.linked,
    }


def _paragraphs_naming(knowledge: Knowledge) -> Mapping[str, Iterable[str]]:
    """Return for each entry the paragraphs that mention it, each once, in reading order."""
    found: dict[str, dict[str, None]] = {}
    for chapter in knowledge.chapters:
        for mention in chapter.mentions:
            found.setdefault(mention.entry, {})[mention.paragraph] = None
    return found


def _event(entry: Entry, publication: Publication, participants: tuple[str, ...], paragraphs: Iterable[str]) -> Record:
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind.value,
        "url": publication.url(entry_path(entry.id)),
        "dates": _span(entry.dates),
        "participants": list(participants),
        "paragraphs": list(paragraphs),
        "sources": [source.id for source in entry.sources],
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _lines(records: Iterable[Record]) -> bytes:
    """Return the records as a JSON list with one record per line, for readable diffs."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
