"""The inline parts of a chapter: text, emphasis, links, names, citations, note references.

Output of a Markdown extension that has no class here is an `InlineGroup` or `Raw`: web pages show it unchanged, and
writers for other formats can name it. `at` is the position of a part in the chapter's body, in characters.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .citing import CitedItem, Piece

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""The attributes that the author's braces or an extension give to an element on web pages: names and values, in order.
"""


def attribute(attributes: Attributes, name: str) -> str:
    """Return the value of an attribute, or an empty string."""
    return next((value for key, value in attributes if key == name), "")


class TextStyle(Enum):
    """Inline markup; the value is the HTML element."""

    EMPHASIS = "em"
    STRONG = "strong"
    DELETED = "del"
    INSERTED = "ins"
    MARKED = "mark"
    SUBSCRIPT = "sub"
    SUPERSCRIPT = "sup"
    QUOTED = "q"
    TITLE = "cite"
    ABBREVIATION = "abbr"
    KEY = "kbd"
    SMALL = "small"
    PLAIN = "span"
    """A plain span, whose attributes may have a meaning."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text as readers see it: no markup, no entities."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph."""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """Inline code."""

    text: str
    html: str = ""
    """The code as coloured by an extension; empty if none did."""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in TeX notation, without its delimiters."""

    source: str
    attributes: Attributes = ()
    mathml: str = ""
    """The formula for web pages; empty if an extension of the host lets browsers draw formulas."""

    @property
    def displayed(self) -> bool:
        """Whether it is displayed on a separate line within its paragraph."""
        return self.mathml.startswith('<math display="block"')


@dataclass(frozen=True, slots=True)
class Raw:
    """HTML that an extension made, such as an icon: only for web pages."""

    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, inline or as the only content of a block."""

    target: str
    """As the author wrote it: relative to the chapter's file."""
    alt: str
    attributes: Attributes = ()
    """Without target and alternative text."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name that the author marked, until its entry is found: `[[eaeu|the Union]]`, `[[!Union]]`."""

    written: str
    target: str
    """The id or the form as written."""
    label: str = ""
    """The words to show, if the author gave any."""
    silent: bool = False
    """Whether the words must not be linked."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class CitationMark:
    """A citation as written, until it is printed."""

    written: str
    """As written in the chapter, including line breaks."""
    ordinal: int
    """Its index among the chapter's citations in tree order, from 0."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to one of the author's footnotes, until the notes are numbered."""

    label: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that the author protects from being linked: `[[!Union]]`."""

    text: str


@dataclass(frozen=True, slots=True)
class InTextCitation:
    """A citation in the text itself, as the style prints it."""

    items: tuple[CitedItem, ...]
    pieces: tuple[Piece, ...]
    """Its words; an address `#ref-key` leads to a source in the list of references."""
    named: bool
    """Whether it is part of the sentence, as in `@key says`."""
    bracketed: bool = False
    """Whether the writer puts it in brackets."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The citation of sources in a note, as the style prints it."""

    pieces: tuple[Piece, ...]
    """An address `#ref-key` leads to a source in the list of references."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The number of a note in the text."""

    note: int
    """The number."""
    ordinal: int = 1
    """Which reference to this note it is, from 1."""
    items: tuple[CitedItem, ...] = ()
    """The citations in the note, if a citation made it."""
    authors_own: bool = False
    """Whether it refers to one of the author's footnotes."""
    follows: bool = False
    """Whether another note number comes directly before it."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Styled:
    """Words set apart in a style."""

    style: TextStyle
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the author wrote."""

    target: str
    """As a browser reads it; a path is relative to the chapter's file."""
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()
    """Without the target."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A name with a link to its entry."""

    entry: str
    """The entry's id."""
    text: str


@dataclass(frozen=True, slots=True)
class InlineGroup:
    """An inline element for which the model has no class."""

    tag: str
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()


Inline: TypeAlias = (
    Text | Break | InlineCode | Formula | Raw | Picture | NameMark | CitationMark | NoteMark | Unlinked | InTextCitation
    | SourceWords | NoteCall | Styled | Link | Name | InlineGroup
)  # fmt: skip
