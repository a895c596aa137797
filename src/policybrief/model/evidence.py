"""What each sentence of the text rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from .claims import claim_in
from .knowledge import AnnotatedChapter, Citation, Extent, Paragraph
from .problems import Code
from .recall import recalled, recalled_of


class Support(Enum):
    """What a sentence rests on."""

    SOURCES = "sources"
    OWN = "own"
    """The authors mark it as their judgement."""
    NOTHING = "nothing"
    """Nothing is given."""


@dataclass(frozen=True, slots=True)
class SentenceSupport:
    """A sentence and what it rests on."""

    extent: Extent
    support: Support
    citations: tuple[Citation, ...]
    own_mark: bool
    """Whether the citations are in the sentence itself, not in the next one or elsewhere in a table or list."""


def supports_of(paragraph: Paragraph, citations: Iterable[Citation]) -> tuple[SentenceSupport, ...]:
    """Return each sentence of a paragraph and what it rests on; `citations` are those of the paragraph, in order.

    A sentence without a citation rests on those of the next sentence, because one note often serves both; in a table or
    a list, on all citations there.
    """
    cited: dict[int, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.sentence.start, []).append(citation)
    everything = tuple(citation for found in cited.values() for citation in found)
    in_lines = "\n" in paragraph.text
    found = []
    for index, sentence in enumerate(paragraph.sentences):
        own = tuple(cited.get(sentence.start, ()))
        following = paragraph.sentences[index + 1 : index + 2]
        near = everything if in_lines else tuple(each for after in following for each in cited.get(after.start, ()))
        if not own and _is_judgement(paragraph, sentence):
            found.append(SentenceSupport(sentence, Support.OWN, (), own_mark=True))
        else:
            support = Support.SOURCES if own or near else Support.NOTHING
            found.append(SentenceSupport(sentence, support, own or near, own_mark=bool(own)))
    return tuple(found)


def _is_judgement(paragraph: Paragraph, sentence: Extent) -> bool:
    marked = any(own.start < sentence.end and sentence.start < own.end for own in paragraph.own)
    return marked or Code.UNCITED_CLAIM.public in paragraph.allowed


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a chapter and what it rests on."""

    paragraph: Paragraph
    support: SentenceSupport
    claims: bool
    """Whether it makes a claim that can be checked: a year, a figure, a quotation."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text[self.support.extent.start : self.support.extent.end]


def statements_of(chapter: AnnotatedChapter) -> tuple[Statement, ...]:
    """Return the sentences of a chapter in order, without notes and tables."""
    # Several pages and files need the same ones.
    return recalled_of((chapter,), _statements)


def _statements(read: tuple[AnnotatedChapter, ...]) -> tuple[Statement, ...]:
    return tuple(statement for chapter in read for statement in _in_order(chapter))


def _in_order(chapter: AnnotatedChapter) -> Iterator[Statement]:
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in chapter.citations:
        citations[citation.paragraph].append(citation)
    claims = iter(recalled(_claims_in, chapter))
    for paragraph in _running(chapter):
        for support, claim in zip(supports_of(paragraph, citations[paragraph.id]), claims, strict=False):
            yield Statement(paragraph, support, claims=claim)


def _claims_in(chapter: AnnotatedChapter) -> tuple[bool, ...]:
    """Return for each sentence of a chapter, without notes and tables, whether it makes a claim."""
    names: defaultdict[str, list[Extent]] = defaultdict(list)
    for mention in chapter.mentions:
        names[mention.paragraph].append(mention.extent)
    return tuple(
        claim_in(paragraph, names[paragraph.id], sentence) is not None
        for paragraph in _running(chapter)
        for sentence in paragraph.sentences
    )


def _running(chapter: AnnotatedChapter) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text."""
    return (paragraph for paragraph in chapter.paragraphs if not paragraph.note and not paragraph.rows)
