"""Sources that nothing uses."""

from ..model.brief import Project
from ..model.knowledge import Knowledge
from ..model.problems import Code, Problem


def check_references(project: Project, knowledge: Knowledge) -> tuple[Problem, ...]:
    """Return the sources that neither a chapter nor an entry of the glossary cites."""
    used = {citation.reference for chapter in knowledge.chapters for citation in chapter.citations}
    used |= {source.id for entry in project.glossary.entries for source in entry.sources}
    return tuple(
        Problem(
            Code.UNUSED_REFERENCE,
            reference.place,
            f"nothing cites '{reference.id}'",
            "cite it in a chapter, name it under the sources of an entry, or remove it",
        )
        for reference in project.references
        if reference.id not in used and Code.UNUSED_REFERENCE.public not in reference.allowed
    )
