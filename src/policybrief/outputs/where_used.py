"""Where entries and sources are used: the paragraphs that name or cite them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..model.knowledge import AnnotatedChapter, Paragraph

Uses = Mapping[str, tuple[Paragraph, ...]]
"""By the id of an entry or the key of a source, paragraphs and notes, each once, in reading order."""


def where_named(chapters: Iterable[AnnotatedChapter]) -> Uses:
    """Return the paragraphs and notes that mention each entry."""
    return _each_once(
        (mention.entry, chapter, mention.paragraph) for chapter in chapters for mention in chapter.mentions
    )


def where_cited(chapters: Iterable[AnnotatedChapter]) -> Uses:
    """Return the paragraphs and notes that cite each source."""
    return _each_once(
        (citation.reference, chapter, citation.paragraph) for chapter in chapters for citation in chapter.citations
    )


def _each_once(uses: Iterable[tuple[str, AnnotatedChapter, str]]) -> Uses:
    found: defaultdict[str, dict[str, Paragraph]] = defaultdict(dict)
    known: dict[str, dict[str, Paragraph]] = {}
    for used, chapter, id_ in uses:
        paragraphs = known.get(chapter.chapter.path)
        if paragraphs is None:
            paragraphs = known[chapter.chapter.path] = {each.id: each for each in chapter.paragraphs}
        if id_ in paragraphs:
            found[used][id_] = paragraphs[id_]
    return {used: tuple(paragraphs.values()) for used, paragraphs in found.items()}
