"""What a chapter consists of between its headings: paragraphs, lists, tables, figures, boxes, code.

What a Markdown extension makes that has no word here is a `Group` or a `RawBlock`: the web shows it as it is, and a
writer for another format can name it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .charts import Chart
from .inlines import Attributes, Inline, InlineGroup, Link, Styled


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph."""

    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    tight: bool = False
    """Whether it is a line of an item, a cell or a box without an element of its own."""
    on_map: tuple[str, ...] = ()
    """The entries that a map above it shows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the author's."""

    level: int
    """1 to 6."""
    anchor: str
    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    """Without the id."""
    permalink: "Permalink | None" = None


@dataclass(frozen=True, slots=True)
class Permalink:
    """The link of a heading to itself, which an extension adds."""

    text: str
    """The character that is shown, such as a pilcrow."""
    attributes: Attributes = ()
    leads: bool = False
    """Whether it comes before the words of the heading."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()
    at: int = 0
    """Where its text begins in the body of the chapter, in characters."""


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
    at: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """What such a list says of the terms before it."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()
    at: int = 0
    """Where its text begins in the body of the chapter, in characters."""


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
class TableCell:
    """A cell of a table."""

    blocks: "tuple[Block, ...]"
    header: bool
    attributes: Attributes = ()
    """`align`, `colspan` and `rowspan` among them."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table."""

    cells: tuple[TableCell, ...]
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and the chart that is drawn of it."""

    head: tuple[TableRow, ...]
    body: tuple[TableRow, ...]
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
    mathml: str = ""
    """The same for the web; empty when an extension of the host has browsers draw formulas."""


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
Node: TypeAlias = Inline | Block | Item | Term | Explanation | TableRow | TableCell


_CHILDREN: Mapping[type, tuple[str, ...]] = {
    **dict.fromkeys((Styled, Link, InlineGroup, TextBlock, Heading, Term), ("inlines",)),
    **dict.fromkeys((Item, Explanation, Quotation, TableCell, Caption, Figure, Group), ("blocks",)),
    Listing: ("items",),
    DefinitionList: ("parts",),
    TableRow: ("cells",),
    Table: ("caption", "head", "body"),
    Box: ("title", "blocks"),
}
"""Under which names a node holds others; one that is not listed holds none."""


def child_fields(node: Node) -> tuple[str, ...]:
    """Return the names of the fields in which a node holds others, in reading order."""
    return _CHILDREN.get(type(node), ())


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all that it holds, in reading order."""
    # The trees of a brief are walked many times: a stack costs half of what generators within generators do.
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        for name in reversed(_CHILDREN.get(type(node), ())):
            waiting += reversed(getattr(node, name))
