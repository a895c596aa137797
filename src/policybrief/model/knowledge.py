"""The content of the chapters: their paragraphs, with the names and sources in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .brief import Chapter
from .citing import OwnCitation, PrintedReference
from .document import Document, Section
from .problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a paragraph's text, in characters from its beginning; the end is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One citable block."""

    id: str
    """The element's id in its page, unique in the whole brief."""
    number: str
    """`2.14` for a paragraph, `2.n3` for a note."""
    chapter: str
    """The chapter's path."""
    section: str
    """The anchor of the section that contains it."""
    text: str
    note: bool = False
    """Whether it is a footnote."""
    sentences: tuple[Extent, ...] = ()
    """The extents of its sentences."""
    allowed: tuple[str, ...] = ()
    """The rules from which the author exempts it: `{: .allow-uncited-claim }`."""
    set_apart: tuple[Extent, ...] = ()
    """Quotations and titles, according to their elements: emphasis, a block quotation."""
    own: tuple[Extent, ...] = ()
    """Text that the authors mark as their own judgement: `[It was a mistake.]{.own}`."""
    references: tuple[Extent, ...] = ()
    """Links that name a part of the brief by its number: `Theorem 2.14`."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of its table, row by row, header first; empty if it is not a table."""
    at: int = 0
    """Its position in the chapter's body, in characters."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entry in a paragraph."""

    entry: str
    paragraph: str
    extent: Extent
    form: str
    """The words as written."""
    sentence: Extent
    linked: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a paragraph."""

    reference: str
    paragraph: str
    locator: str = ""
    """The locator as written: `pp. 4-6`."""
    note: int = 0
    """The number of its note; 0 if it is in the text."""
    position: int = 0
    """Its position in the paragraph's text, in characters: after what it supports."""
    label: str = ""
    """The CSL term for the locator: `page`; empty without one."""
    value: str = ""
    """The number of the locator: `4-6`."""
    prefix: str = ""
    """The words before the source."""
    suffix: str = ""
    """The words after it and its place."""
    sentence: Extent = Extent(0, 0)
    """The sentence of the paragraph's text that it supports."""
    passage: str = ""
    """The name of the passage of the source that it rests on, if given."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that look like a name but are not a mention: code, an ambiguous form, a name set aside."""

    paragraph: str
    extent: Extent
    unsure: bool = False
    """A family name that seems to belong to another person."""
    several: bool = False
    """A form that several entries have."""
    common: str = ""
    """The id of the entry that may be meant, if the words may also be common ones."""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link as the author wrote it."""

    target: str
    """As a browser reads it, with escapes and entities resolved."""
    place: Place
    picture: bool = False
    """Whether the page embeds its target."""


@dataclass(frozen=True, slots=True)
class Hypertext:
    """The link targets and the links of a converted page."""

    path: str
    anchors: frozenset[str]
    links: tuple[FoundLink, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedChapter:
    """A chapter with everything found in it."""

    chapter: Chapter
    document: Document
    """The finished tree, from which pages and files are written."""
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    asides: tuple[Aside, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections, in order."""
        return self.document.sections


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of one line of text: plain, emphasised, or the name of an entry."""

    text: str
    emphasis: bool = False
    entry: str = ""
    """The id of the entry that it links to, or empty."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The content of chapters and glossary, ready for pages and exports."""

    chapters: tuple[AnnotatedChapter, ...]
    definitions: Mapping[str, tuple[Inline, ...]]
    """The definition of each entry, its links resolved."""
    notes: Mapping[str, tuple[Inline, ...]]
    """The naming note of each entry that has one."""
    references: tuple[PrintedReference, ...]
    """The list of references as the style prints it, in its order."""
    own_citations: tuple[OwnCitation, ...] = ()
    """The citation of the brief itself, in each style that readers are offered."""
    cited_in_vain: frozenset[str] = frozenset()
    """The sources in citations that could not be printed."""

    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Return every paragraph of the brief by its id, in reading order."""
        return {p.id: p for chapter in self.chapters for p in chapter.paragraphs}
