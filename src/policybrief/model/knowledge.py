"""What the chapters say: their paragraphs, and which names and sources are in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .brief import Chapter
from .citing import OwnCitation, PrintedReference
from .document import Document, Section
from .problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a paragraph's text, in characters from its beginning; the end is not in it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block that can be cited."""

    id: str
    """The element's id in its page, unique in the whole brief."""
    number: str
    """`2.14` for a paragraph, `2.n3` for a note."""
    chapter: str
    """The chapter's path."""
    section: str
    """The anchor of the section it is in."""
    text: str
    note: bool = False
    """Whether it is a footnote."""
    sentences: tuple[Extent, ...] = ()
    """Where its sentences are."""
    allowed: tuple[str, ...] = ()
    """The rules from which the author excuses it: `{: .allow-uncited-claim }`."""
    set_apart: tuple[Extent, ...] = ()
    """What is somebody else's wording or a title, as its element says: emphasis, a block quotation."""
    own: tuple[Extent, ...] = ()
    """What the authors mark as their own judgement: `[It was a mistake.]{.own}`."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of its table, row by row, the heads first; empty when it is none."""
    at: int = 0
    """Where it begins in the chapter's body, in characters."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entry in a paragraph."""

    entry: str
    paragraph: str
    extent: Extent
    form: str
    """The words as they are."""
    sentence: Extent
    linked: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A source named in a paragraph."""

    reference: str
    paragraph: str
    locator: str = ""
    """The place in it, as written: `pp. 4-6`."""
    note: int = 0
    """The number of the note it is in; 0 when it is in the text."""
    position: int = 0
    """Where in the paragraph's text it stands, in characters: after what it supports."""
    label: str = ""
    """What the place is, as CSL calls it: `page`; empty without a place."""
    value: str = ""
    """Its number: `4-6`."""
    prefix: str = ""
    """The words before the source."""
    suffix: str = ""
    """The words after it and its place."""
    sentence: Extent = Extent(0, 0)
    """The sentence of the paragraph's text that it supports."""
    passage: str = ""
    """The name of the passage of the source that it rests on, where it names one."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that look like a name and are no mention: code, a form of several bearers, a name set aside."""

    paragraph: str
    extent: Extent
    unsure: bool = False
    """A family name that seems to be somebody else's."""
    several: bool = False
    """A form of several bearers."""
    common: str = ""
    """The id of the entry that may be meant, where the words may as well be common ones."""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link as the author wrote it."""

    target: str
    """As a browser reads it: escapes and entities undone."""
    place: Place
    picture: bool = False
    """Whether what it leads to is shown in the page."""


@dataclass(frozen=True, slots=True)
class Hypertext:
    """What of a converted page others can link to, and what it links to."""

    path: str
    anchors: frozenset[str]
    links: tuple[FoundLink, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedChapter:
    """A chapter, read: its tree, and what was found in it."""

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
    """The id of the entry it links to, or empty."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the chapters and the glossary say, ready for pages and exports."""

    chapters: tuple[AnnotatedChapter, ...]
    definitions: Mapping[str, tuple[Inline, ...]]
    """The definition of each entry, its links resolved."""
    notes: Mapping[str, tuple[Inline, ...]]
    """The naming note of each entry that has one."""
    references: tuple[PrintedReference, ...]
    """The list of references as the style prints it, in its order."""
    own_citations: tuple[OwnCitation, ...] = ()
    """The brief itself, cited in each style that readers are offered."""
    cited_in_vain: frozenset[str] = frozenset()
    """The sources named in citations that could not be printed."""

    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Return every paragraph of the brief by its id, in reading order."""
        return {p.id: p for chapter in self.chapters for p in chapter.paragraphs}
