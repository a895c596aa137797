"""The brief in the form that the rules read, and their findings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.brief import Chapter, Project
from ..model.glossary import Entry
from ..model.knowledge import AnnotatedChapter, Aside, Citation, Extent, Mention, Paragraph
from ..model.publication import Publication


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph or note and its content, in reading order."""

    paragraph: Paragraph
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    asides: tuple[Aside, ...]

    @property
    def text(self) -> str:
        return self.paragraph.text

    def sentences(self) -> Iterator[tuple[Extent, tuple[Mention, ...]]]:
        """Yield each sentence with names, and its names."""
        by_start: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            by_start.setdefault(mention.sentence.start, []).append(mention)
        for mentions in by_start.values():
            yield mentions[0].sentence, tuple(mentions)


@dataclass(frozen=True, slots=True)
class ReadChapter:
    """A chapter and its paragraphs in order, notes among them."""

    chapter: Chapter
    paragraphs: tuple[ReadParagraph, ...]

    @property
    def cites(self) -> bool:
        """Whether it cites anything at all."""
        return any(read.citations for read in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ReadBrief:
    """A brief: its glossary by id, its chapters and their content."""

    project: Project
    entries: Mapping[str, Entry]
    chapters: tuple[ReadChapter, ...]

    def paragraphs(self) -> Iterator[ReadParagraph]:
        """Yield the paragraphs and notes of all chapters."""
        for chapter in self.chapters:
            yield from chapter.paragraphs


def read_brief(publication: Publication) -> ReadBrief:
    """Return the brief for the rules to read."""
    project = publication.project
    return ReadBrief(project, project.glossary.by_id(), tuple(map(_read, publication.knowledge.chapters)))


def _read(chapter: AnnotatedChapter) -> ReadChapter:
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    asides: defaultdict[str, list[Aside]] = defaultdict(list)
    for mention in chapter.mentions:
        mentions[mention.paragraph].append(mention)
    for citation in chapter.citations:
        citations[citation.paragraph].append(citation)
    for aside in chapter.asides:
        asides[aside.paragraph].append(aside)
    paragraphs = tuple(
        ReadParagraph(read, tuple(mentions[read.id]), tuple(citations[read.id]), tuple(asides[read.id]))
        for read in chapter.paragraphs
    )
    return ReadChapter(chapter.chapter, paragraphs)
