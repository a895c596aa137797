"""What others can cite from: the sources of the brief and the brief itself, as data and for reference managers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..model.addresses import REFERENCES_PATH, reference_anchor
from ..model.brief import Reference
from ..model.knowledge import Citation
from ..model.output import Artifact
from .bibtex import bibtex
from .csljson import brief_reference, csl_json, one_a_line
from .data import DataExport
from .ris import ris

Record = dict[str, object]


def bibliography_artifacts(export: DataExport) -> tuple[Artifact, ...]:
    """Return the sources that the brief uses, where it cites them, and files for reference managers.

    `data/references.json` and `data/citations.json` are records for programs; `cite/bibliography` holds the sources
    and `cite/brief` the brief's own record, each as `.bib`, `.ris` and `.json` (CSL-JSON).
    """
    listed = {printed.reference for printed in export.knowledge.references}
    used = tuple(reference for reference in export.project.references if reference.id in listed)
    own = (brief_reference(export.project.brief, export.site_url),)
    return (
        Artifact("data/references.json", one_a_line(_references(used, export))),
        Artifact("data/citations.json", one_a_line(map(_citation, _citations(export)))),
        *_files("cite/bibliography", used),
        *_files("cite/brief", own),
    )


def _files(stem: str, references: tuple[Reference, ...]) -> tuple[Artifact, ...]:
    return (
        Artifact(f"{stem}.bib", bibtex(references)),
        Artifact(f"{stem}.ris", ris(references)),
        Artifact(f"{stem}.json", csl_json(references)),
    )


def _references(references: tuple[Reference, ...], export: DataExport) -> Iterator[Record]:
    """Yield each source as its CSL item, with its address in the brief, and the paragraphs and entries that cite it."""
    cited_in, entries = _paragraphs(export), _entries(export)
    for reference in references:
        yield {
            **reference.fields,
            "url": export.url(REFERENCES_PATH, reference_anchor(reference.id)),
            "cited_in": cited_in.get(reference.id, []),
            "entries": entries.get(reference.id, []),
        }


def _citations(export: DataExport) -> Iterator[Citation]:
    return (citation for chapter in export.knowledge.chapters for citation in chapter.citations)


def _citation(citation: Citation) -> Record:
    return {
        "reference": citation.reference,
        "paragraph": citation.paragraph,
        "locator": citation.locator or None,
        "note": citation.note or None,
    }


def _paragraphs(export: DataExport) -> Mapping[str, list[str]]:
    """Return the paragraphs that cite each source, in reading order."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for citation in _citations(export):
        found[citation.reference][citation.paragraph] = None
    return {reference: list(paragraphs) for reference, paragraphs in found.items()}


def _entries(export: DataExport) -> Mapping[str, list[str]]:
    """Return the entries of the glossary that rest on each source, in its order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in export.project.glossary.entries:
        for source in dict.fromkeys(source.id for source in entry.sources):
            found[source].append(entry.id)
    return found
