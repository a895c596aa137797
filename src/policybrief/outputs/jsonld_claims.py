"""The claims of the text and what each rests on, in the vocabulary of https://schema.org/.

A claim is a `Claim`: its words, the paragraph where it appears (`appearance`), and what it is based on: a `Quotation`
that is part of a source, or the source. The collection gives the author of all claims once.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from ..model.addresses import EVIDENCE_PATH, HOME_PATH
from ..model.brief import Reference
from ..model.evidence import Statement, statements_of
from ..model.head import Json
from ..model.knowledge import Citation
from ..model.output import Artifact
from ..model.passages import Passage, PassageKind, passages_by_name
from ..model.publication import Publication
from .files import CLAIMS, EVIDENCE_DATA
from .jsonld import CONTEXT, collection, credits_of, media, present, source
from .notation import whole_title

MOST_ON_PAGE = 60
"""How many claims with quotations are in the page; the file has all."""
_BESIDE_FILE = "data/index.md"
"""The path of a page in the folder of the file, for relative addresses in the file."""
_RESTING = (PassageKind.STATES, PassageKind.SUPPORTS)


def evidence_page(publication: Publication, name: str) -> Json:
    """Return the page *Evidence*: the author of the claims, the files with all of them, and the first that quote a
    source.
    """
    quoting = (claim for statement, claim in _claims(publication, EVIDENCE_PATH) if _quotes(statement))
    files = [media(publication, file, EVIDENCE_PATH) for file in (CLAIMS, EVIDENCE_DATA)]
    more = {**credits_of(publication.brief), "encoding": files, "hasPart": list(islice(quoting, MOST_ON_PAGE))}
    return collection(publication, EVIDENCE_PATH, name, more)


def claims_artifact(publication: Publication) -> Artifact:
    """Return every claim of the text as a file, one per line."""
    start = _BESIDE_FILE
    head = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": publication.file(CLAIMS.path, start),
        "name": whole_title(publication.brief),
        **credits_of(publication.brief),
        "isPartOf": {"@id": publication.page(HOME_PATH, start)},
    }
    lines = ",\n".join(json.dumps(claim, ensure_ascii=False) for _, claim in _claims(publication, start))
    opening = json.dumps(present(head), ensure_ascii=False).removesuffix("}")
    return Artifact(CLAIMS.path, f'{opening}, "hasPart": [\n{lines}\n]}}\n'.encode())


def _claims(publication: Publication, start: str) -> Iterator[tuple[Statement, Json]]:
    """Yield the claims of the text with addresses relative to the page or file at `start`."""
    references = {reference.id: reference for reference in publication.project.references}
    passages = passages_by_name(publication.project.passages)
    for chapter in publication.knowledge.chapters:
        for statement in statements_of(chapter):
            if statement.claims:
                yield statement, _claim(statement, publication, start, references, passages)


def _quotes(statement: Statement) -> bool:
    return any(citation.passage for citation in statement.support.citations)


def _claim(
    statement: Statement,
    publication: Publication,
    start: str,
    references: Mapping[str, Reference],
    passages: Mapping[tuple[str, str], Passage],
) -> Json:
    paragraph, extent = statement.paragraph, statement.support.extent
    address = publication.page(f"p/{paragraph.id}/index.md", start)
    rests: list[Json] = []
    beside: list[Json] = []
    for citation in statement.support.citations:
        reference = references.get(citation.reference)
        passage = passages.get((citation.reference, citation.passage))
        if reference:
            on = rests if passage is None or passage.kind in _RESTING else beside
            on.append(_basis(citation, passage, source(reference, publication, start)))
    return present(
        {
            "@type": "Claim",
            "@id": f"{address}#char={extent.start},{extent.end}",
            "text": statement.text,
            "appearance": {"@type": "CreativeWork", "@id": address},
            "isBasedOn": rests,
            "citation": beside,
        }
    )


def _basis(citation: Citation, passage: Passage | None, work: Json) -> Json:
    """Return what a citation refers to: the words of a source, or the source itself."""
    if passage is None:
        return work
    return present(
        {
            "@type": "Quotation",
            "text": passage.quote,
            "inLanguage": passage.language,
            "pagination": citation.locator or passage.locator,
            "isPartOf": work,
        }
    )
