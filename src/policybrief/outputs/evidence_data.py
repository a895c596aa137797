"""What each sentence rests on, as records for programs."""

from collections.abc import Iterator, Mapping

from ..model.brief import Reference
from ..model.evidence import Statement, Support, statements_of
from ..model.knowledge import Citation
from ..model.passages import Passage, passages_by_name
from ..model.publication import Publication
from ..model.quality import quality_of

Record = dict[str, object]


def evidence_records(publication: Publication) -> Iterator[Record]:
    """Yield a record for each sentence of the chapters, in order; notes and tables have none."""
    references = {reference.id: reference for reference in publication.project.references}
    passages = passages_by_name(publication.project.passages)
    for chapter in publication.knowledge.chapters:
        for statement in statements_of(chapter):
            yield _record(statement, references, passages)


def _record(
    statement: Statement, references: Mapping[str, Reference], passages: Mapping[tuple[str, str], Passage]
) -> Record:
    support = statement.support
    nearby = support.support is Support.SOURCES and not support.own_mark
    return {
        "paragraph": statement.paragraph.id,
        "start": support.extent.start,
        "end": support.extent.end,
        "claim": statement.claims,
        "rests_on": "nearby" if nearby else support.support.value,
        "sources": [_source(citation, references, passages) for citation in support.citations],
    }


def _source(
    citation: Citation, references: Mapping[str, Reference], passages: Mapping[tuple[str, str], Passage]
) -> Record:
    reference = references.get(citation.reference)
    quality = quality_of(reference) if reference else None
    passage = passages.get((citation.reference, citation.passage))
    return {
        "reference": citation.reference,
        "quality": quality.value if quality else None,
        "locator": citation.locator or (passage.locator if passage else "") or None,
        "passage": _passage(passage) if passage else None,
    }


def _passage(passage: Passage) -> Record:
    return {
        "name": passage.name,
        "quote": passage.quote,
        "language": passage.language,
        "translation": passage.translation or None,
        "kind": passage.kind.value,
        "seen": passage.seen.edtf if passage.seen else None,
    }
