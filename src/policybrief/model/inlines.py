"""What a line of a chapter consists of: words, emphasis, links, names, citations, calls of notes.

What a Markdown extension makes that has no word here is an `InlineGroup` or `Raw`: the web shows it as it is, and a
writer for another format can name it. `at` is where a part begins in the chapter's body, in characters.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .citing import CitedItem, Piece

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""What the author's braces or an extension add to an element for the web: names and values, in their order."""


def attribute(attributes: Attributes, name: str) -> str:
    """Return the value of an attribute, or nothing."""
    return next((value for key, value in attributes if key == name), "")


class TextStyle(Enum):
    """How words are set apart; the value is the HTML element."""

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
    """Not set apart by itself; its attributes may say more."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as a reader sees them: no markup, no entities."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph."""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A few words of code."""

    text: str
    html: str = ""
    """The words as an extension coloured them; empty when none did."""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in the notation of TeX, without its delimiters."""

    source: str
    attributes: Attributes = ()
    mathml: str = ""
    """The same for the web; empty when an extension of the host has browsers draw formulas."""

    @property
    def displayed(self) -> bool:
        """Whether it is set on a line of its own within its paragraph."""
        return self.mathml.startswith('<math display="block"')


@dataclass(frozen=True, slots=True)
class Raw:
    """HTML that an extension made, such as an icon: for the web alone."""

    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a line or, alone in its paragraph, in a block."""

    target: str
    """As the author wrote it: relative to the chapter's file."""
    alt: str
    attributes: Attributes = ()
    """Without target and alternative text."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name that the author marked, until its entry is looked up: `[[eaeu|the Union]]`, `[[!Union]]`."""

    written: str
    target: str
    """The id or the form that was written."""
    label: str = ""
    """The words to show, when the author gave any."""
    silent: bool = False
    """Whether the words are to stay without a link."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class CitationMark:
    """A citation as written, until it is printed."""

    written: str
    """As it is in the chapter, line breaks included."""
    ordinal: int
    """Which of the chapter's citations it is in the order of the tree, from 0."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A call of one of the author's footnotes, until the notes are numbered."""

    label: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that the author keeps from being linked: `[[!Union]]`."""

    text: str


@dataclass(frozen=True, slots=True)
class InTextCitation:
    """A citation in the text itself, as the style prints it."""

    items: tuple[CitedItem, ...]
    pieces: tuple[Piece, ...]
    """Its words; an address `#ref-key` leads to a source in the list of references."""
    named: bool
    """Whether its words belong to the sentence, as in `@key says`."""
    bracketed: bool = False
    """Whether it is set off by brackets of the writer."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a style prints of sources in a note."""

    pieces: tuple[Piece, ...]
    """An address `#ref-key` leads to a source in the list of references."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The number of a note in the text."""

    note: int
    """The number."""
    ordinal: int = 1
    """Which call of this note it is, from 1."""
    items: tuple[CitedItem, ...] = ()
    """What the note cites, when a citation made it."""
    authors_own: bool = False
    """Whether it calls one of the author's footnotes."""
    follows: bool = False
    """Whether another number comes directly before it."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Styled:
    """Words set apart in a style."""

    style: TextStyle
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the author's."""

    target: str
    """As a browser reads it; a path is relative to the chapter's file."""
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()
    """Without the target."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A name that leads to its entry."""

    entry: str
    """The entry's id."""
    text: str


@dataclass(frozen=True, slots=True)
class InlineGroup:
    """An element in a line that the model has no word for."""

    tag: str
    inlines: "tuple[Inline, ...]"
    attributes: Attributes = ()


Inline: TypeAlias = (
    Text | Break | InlineCode | Formula | Raw | Picture | NameMark | CitationMark | NoteMark | Unlinked | InTextCitation
    | SourceWords | NoteCall | Styled | Link | Name | InlineGroup
)  # fmt: skip
