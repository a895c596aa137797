"""The knowledge base as data: `site/data/*.json`, each with its JSON Schema (2020-12) beside it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from urllib.parse import urljoin

from ..model.addresses import Addresses, entry_path
from ..model.brief import Author, Brief, Project
from ..model.dates import Date, Span
from ..model.glossary import Entry, Kind, Relation, participants_of
from ..model.knowledge import AnnotatedChapter, Inline, Knowledge, Mention, Paragraph
from ..model.output import Artifact

_HAPPENED = frozenset((Kind.EVENT, Kind.TREATY, Kind.DOCUMENT))
"""The kinds whose date is a day on which something happened, rather than a life or a term."""

SCHEMAS = ("brief", "glossary", "paragraphs", "mentions", "events", "references", "citations")

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class DataExport:
    """What the records are made from."""

    project: Project
    knowledge: Knowledge
    addresses: Addresses
    site_url: str
    """Where the site is published, or empty: addresses are then relative to the site's root."""

    def url(self, path: str, anchor: str = "") -> str:
        """Return the public address of the page at `path`."""
        address = self.addresses.of(path).removeprefix("./")
        return urljoin(self.site_url, address) + (f"#{anchor}" if anchor else "")


def data_artifacts(export: DataExport) -> tuple[Artifact, ...]:
    """Return the data files and their schemas, at `data/` and `data/schema/`."""
    participants = participants_of(export.project.glossary)
    naming = _paragraphs_naming(export.knowledge)
    records: Mapping[str, Iterable[Record]] = {
        "glossary": [_entry(entry, export) for entry in export.project.glossary.entries],
        "paragraphs": [_paragraph(p, export) for c in export.knowledge.chapters for p in c.paragraphs],
        "mentions": [_mention(m) for c in export.knowledge.chapters for m in c.mentions],
        "events": [
            _event(e, export, participants[e.id], naming.get(e.id, ()))
            for e in export.project.glossary.entries
            if e.kind in _HAPPENED and e.dates
        ],
    }
    files = [Artifact("data/brief.json", _json(_brief(export)))]
    files += [Artifact(f"data/{name}.json", _lines(items)) for name, items in records.items()]
    files += [
        Artifact(
            f"data/schema/{name}.json", resources.files(__package__).joinpath("schema", f"{name}.json").read_bytes()
        )
        for name in SCHEMAS
    ]
    return tuple(files)


def _brief(export: DataExport) -> Record:
    brief, knowledge = export.project.brief, export.knowledge
    return {
        **_bibliographic(brief),
        "url": export.site_url,
        "chapters": [_chapter(chapter, export) for chapter in knowledge.chapters],
        "counts": {
            "entries": len(export.project.glossary.entries),
            "paragraphs": sum(not p.note for c in knowledge.chapters for p in c.paragraphs),
            "notes": sum(p.note for c in knowledge.chapters for p in c.paragraphs),
            "mentions": sum(len(c.mentions) for c in knowledge.chapters),
            "references": len(export.project.references),
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


def _chapter(chapter: AnnotatedChapter, export: DataExport) -> Record:
    source = chapter.chapter
    return {
        "path": source.path,
        "number": source.number,
        "title": source.title,
        "summary": source.summary,
        "date": source.date.edtf if source.date else None,
        "url": export.url(source.path),
        "words": sum(len(p.text.split()) for p in chapter.paragraphs if not p.note),
        "sections": [{"anchor": s.anchor, "title": s.title, "level": s.level} for s in chapter.sections if s.anchor],
    }


def _entry(entry: Entry, export: DataExport) -> Record:
    knowledge = export.knowledge
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind.value,
        "url": export.url(entry_path(entry.id)),
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
    }


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


def _paragraph(paragraph: Paragraph, export: DataExport) -> Record:
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "chapter": paragraph.chapter,
        "section": paragraph.section or None,
        "url": export.url(paragraph.chapter, paragraph.id),
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


def _event(entry: Entry, export: DataExport, participants: tuple[str, ...], paragraphs: Iterable[str]) -> Record:
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind.value,
        "url": export.url(entry_path(entry.id)),
        "dates": _span(entry.dates),
        "participants": list(participants),
        "paragraphs": list(paragraphs),
        "sources": [source.id for source in entry.sources],
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _lines(records: Iterable[Record]) -> bytes:
    """Return the records as a JSON list with one record a line, which makes good diffs."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
