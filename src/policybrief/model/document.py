"""A chapter as a tree: what a policy paper consists of, whatever it is written to.

Writers walk the tree; a web page is one of the things it becomes. What a Markdown extension makes that the model has no
word for is kept as a `Group`, an `InlineGroup`, a `RawBlock` or `Raw`: the web shows it as the extension made it, and
a writer for another format can name it.

`at` is where a part begins in the chapter's body, in characters; `Document.place` turns it into file, line and column.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .brief import Chapter
from .charts import Chart
from .citing import CitedItem, Piece
from .ledger import Tombstone
from .places import source_of
from .problems import Place

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""What the author's braces or an extension add to an element for the web: names and values, in their order."""


def attribute(attributes: Attributes, name: str) -> str:
    """Return the value of an attribute, or nothing."""
    return next((value for key, value in attributes if key == name), "")


class Style(Enum):
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
class Code:
    """A few words of code."""

    text: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in the notation of TeX, without its delimiters."""

    source: str
    attributes: Attributes = ()


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
class Citation:
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
class Span:
    """Words set apart in a style."""

    style: Style
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
    Text | Break | Code | Formula | Raw | Picture | NameMark | CitationMark | NoteMark | Unlinked | Citation
    | SourceWords | NoteCall | Span | Link | Name | InlineGroup
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph."""

    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    tight: bool = False
    """Whether it is a line of an item, a cell or a box without an element of its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the author's."""

    level: int
    """1 to 6."""
    anchor: str
    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    """Without the id."""
    permalink: Attributes = ()
    """Of the link to itself that an extension adds; empty without one."""
    permalink_text: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or not."""

    ordered: bool
    items: tuple[Item, ...]
    attributes: Attributes = ()
    """`start` and `type` of a numbered list among them."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a list of definitions explains."""

    inlines: tuple[Inline, ...]
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What such a list says of the terms before it."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms, each followed by what it means."""

    parts: tuple[Term | Explanation, ...]
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words, as a block."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: "tuple[Block, ...]"
    header: bool
    attributes: Attributes = ()
    """`align`, `colspan` and `rowspan` among them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and the chart that is drawn of it."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: "tuple[Block, ...]" = ()
    attributes: Attributes = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a figure: its words, the credit, the source."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, a table or anything else with a caption."""

    blocks: "tuple[Block, ...]"
    """The caption among them, before or after what it describes."""
    attributes: Attributes = ()

    @property
    def caption(self) -> Caption | None:
        """What is said of it."""
        return next((block for block in self.blocks if isinstance(block, Caption)), None)


@dataclass(frozen=True, slots=True)
class Box:
    """A box beside the argument: an admonition, or details that open."""

    title: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"
    folds: bool
    """Whether a reader opens it."""
    attributes: Attributes = ()
    """Its kind is a class; `open` among them when it begins open."""
    title_attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code."""

    text: str
    language: str = ""
    html: str = ""
    """As an extension coloured it; empty when none did."""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class FormulaBlock:
    """A formula on lines of its own, in the notation of TeX."""

    source: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class RawBlock:
    """HTML that an extension or the author wrote as a block: for the web alone."""

    html: str


@dataclass(frozen=True, slots=True)
class Group:
    """A block that the model has no word for."""

    tag: str
    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


Block: TypeAlias = (
    TextBlock | Heading | Listing | DefinitionList | Quotation | Table | Figure | Caption | Box | CodeBlock
    | FormulaBlock | Rule | RawBlock | Group
)  # fmt: skip
Node: TypeAlias = Inline | Block | Item | Term | Explanation | Row | Cell


@dataclass(frozen=True, slots=True)
class Citable:
    """One or more blocks that are cited together: a paragraph with the lists that belong to it, a table, a figure."""

    blocks: tuple[Block, ...]
    written: str
    """The text before any inline markup was read: what the ledger knows a paragraph by."""
    at: int
    allowed: tuple[str, ...] = ()
    """The rules from which the author excuses it: `{: .allow-uncited-claim }`."""
    id: str = ""
    """Its permanent id, once it is settled."""
    number: str = ""
    """`2.14`"""
    notes: tuple[int, ...] = ()
    """The numbers of the notes that are called here first."""
    merged: tuple[str, ...] = ()
    """The ids of paragraphs that became part of this one."""
    gone: tuple[Tombstone, ...] = ()
    """The paragraphs that are gone and have their nearest surviving place here."""


@dataclass(frozen=True, slots=True)
class Uncited:
    """A block without number and id: code, a rule, a table of contents."""

    block: Block
    at: int
    notes: tuple[int, ...] = ()
    """The numbers of the notes that are called here first."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    anchor: str
    """The id of the heading; empty for what comes before the first one."""
    title: str
    level: int
    """1 to 6; 1 for what comes before the first heading."""
    heading: Heading | None = None
    parts: tuple[Citable | Uncited, ...] = ()
    listed: bool = True
    """Whether it is in the page's table of contents."""
    notes: tuple[int, ...] = ()
    """The numbers of the notes that the heading calls first."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note as the author wrote it, until the notes are numbered."""

    label: str
    blocks: tuple[Block, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a chapter."""

    number: int
    id: str
    """The element's id in its page, unique in the brief."""
    blocks: tuple[Block, ...]
    calls: int
    """How often the text calls it."""
    items: tuple[CitedItem, ...] = ()
    """What it cites."""
    authors_own: bool = False
    """Whether the author wrote it as a footnote, rather than a citation."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A chapter, read once."""

    chapter: Chapter
    label: str = ""
    """What makes the ids of its notes differ from those of other chapters."""
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """In the order of their numbers."""
    footnotes: tuple[Footnote, ...] = ()
    """The author's footnotes, until the notes are numbered."""

    def place(self, at: int) -> Place:
        """Return file, line and column of a place in the body."""
        return source_of(self.chapter).place(at)

    def citables(self) -> Iterator[Citable]:
        """Yield what can be cited, in order."""
        return (part for section in self.sections for part in section.parts if isinstance(part, Citable))

    def roots(self) -> Iterator[Node]:
        """Yield the headings and top-level blocks in order, without the notes."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            for part in section.parts:
                yield from part.blocks if isinstance(part, Citable) else (part.block,)


def note_call_id(document: Document, call: NoteCall) -> str:
    """Return the id of the place that calls a note, unique in the brief."""
    again = f"-{call.ordinal}" if call.ordinal > 1 else ""
    return f"r-{document.label}-{call.note}{again}"


_CHILDREN: Mapping[type, tuple[str, ...]] = {
    **dict.fromkeys((Span, Link, InlineGroup, TextBlock, Heading, Term), ("inlines",)),
    **dict.fromkeys((Item, Explanation, Quotation, Cell, Caption, Figure, Group), ("blocks",)),
    Listing: ("items",),
    DefinitionList: ("parts",),
    Row: ("cells",),
    Table: ("caption", "head", "body"),
    Box: ("title", "blocks"),
}
"""Under which names a node holds others; one that is not listed holds none."""


def child_fields(node: Node) -> tuple[str, ...]:
    """Return the names of the fields in which a node holds others, in reading order."""
    return _CHILDREN.get(type(node), ())


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all that it holds, in reading order."""
    yield node
    for name in child_fields(node):
        for child in getattr(node, name):
            yield from walk(child)
