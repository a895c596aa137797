"""The sources of the brief and the brief itself, as data and for reference managers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..model.addresses import REFERENCES_PATH, reference_anchor
from ..model.brief import Reference
from ..model.knowledge import Citation
from ..model.output import Artifact
from ..model.publication import Publication
from ..model.recall import recalled
from .biblatex import biblatex
from .bibtex import bibtex
from .csljson import brief_reference, csl_json, one_a_line
from .evidence_data import evidence_records
from .files import (
    BRIEF_BIBLATEX,
    BRIEF_BIBTEX,
    BRIEF_CSL,
    BRIEF_RIS,
    CITATIONS_DATA,
    EVIDENCE_DATA,
    REFERENCES_DATA,
    SOURCES_BIBLATEX,
    SOURCES_BIBTEX,
    SOURCES_CSL,
    SOURCES_RIS,
)
from .ris import ris

Record = dict[str, object]


def brief_records(publication: Publication) -> tuple[Artifact, ...]:
    """Return the brief's own record for reference managers."""
    own = (brief_reference(publication.brief, publication.site_url, publication.words),)
    return (
        Artifact(BRIEF_BIBTEX.path, bibtex(own)),
        Artifact(BRIEF_BIBLATEX.path, biblatex(own)),
        Artifact(BRIEF_RIS.path, ris(own)),
        Artifact(BRIEF_CSL.path, csl_json(own)),
    )


def source_records(publication: Publication) -> tuple[Artifact, ...]:
    """Return the sources that the brief uses for reference managers."""
    used = _used(publication)
    return (
        Artifact(SOURCES_BIBTEX.path, recalled(bibtex, used)),
        Artifact(SOURCES_BIBLATEX.path, recalled(biblatex, used)),
        Artifact(SOURCES_RIS.path, recalled(ris, used)),
        Artifact(SOURCES_CSL.path, recalled(csl_json, used)),
    )


def source_data(publication: Publication) -> tuple[Artifact, ...]:
    """Return the sources that the brief uses, and where it cites them, as records for programs."""
    return (
        Artifact(REFERENCES_DATA.path, one_a_line(_references(_used(publication), publication))),
        Artifact(CITATIONS_DATA.path, one_a_line(map(_citation, _citations(publication)))),
        Artifact(EVIDENCE_DATA.path, one_a_line(evidence_records(publication))),
    )


def _used(publication: Publication) -> tuple[Reference, ...]:
    listed = {printed.reference for printed in publication.knowledge.references}
    return tuple(reference for reference in publication.project.references if reference.id in listed)


def _references(references: tuple[Reference, ...], publication: Publication) -> Iterator[Record]:
    """Yield each source as its CSL item, with its address in the brief, and the paragraphs and entries that cite it."""
    cited_in, entries = _paragraphs(publication), _entries(publication)
    for reference in references:
        yield {
            **reference.fields,
            "url": publication.url(REFERENCES_PATH, reference_anchor(reference.id)),
            "cited_in": cited_in.get(reference.id, []),
            "entries": entries.get(reference.id, []),
        }


def _citations(publication: Publication) -> Iterator[Citation]:
    return (citation for chapter in publication.knowledge.chapters for citation in chapter.citations)


def _citation(citation: Citation) -> Record:
    return {
        "reference": citation.reference,
        "paragraph": citation.paragraph,
        "locator": citation.locator or None,
        "label": citation.label or None,
        "value": citation.value or None,
        "prefix": citation.prefix or None,
        "suffix": citation.suffix or None,
        "note": citation.note or None,
        "passage": citation.passage or None,
        "position": citation.position,
        "sentence": {"start": citation.sentence.start, "end": citation.sentence.end},
    }


def _paragraphs(publication: Publication) -> Mapping[str, list[str]]:
    """Return the paragraphs that cite each source, in reading order."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for citation in _citations(publication):
        found[citation.reference][citation.paragraph] = None
    return {reference: list(paragraphs) for reference, paragraphs in found.items()}


def _entries(publication: Publication) -> Mapping[str, list[str]]:
    """Return the glossary entries that rest on each source, in glossary order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in publication.project.glossary.entries:
        for source in dict.fromkeys(source.id for source in entry.sources):
            found[source].append(entry.id)
    return found
