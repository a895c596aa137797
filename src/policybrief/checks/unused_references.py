"""Sources that nothing cites."""

from collections.abc import Iterator

from ..model.check import Finding
from ..model.publication import Publication


def check_references(publication: Publication) -> Iterator[Finding]:
    """Yield the sources that neither a chapter nor an entry of the glossary cites."""
    project, chapters = publication.project, publication.knowledge.chapters
    used = {citation.reference for chapter in chapters for citation in chapter.citations}
    used |= publication.knowledge.cited_in_vain
    used |= {source.id for entry in project.glossary.entries for source in entry.sources}
    for reference in project.references:
        if reference.id not in used:
            hint = "cite it in a chapter, name it under the sources of an entry, or remove it"
            yield Finding(reference, f"nothing cites '{reference.id}'", hint)
