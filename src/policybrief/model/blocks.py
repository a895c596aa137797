"""The blocks of a chapter between its headings: paragraphs, lists, tables, figures, boxes, code.

Output of a Markdown extension that has no class here is a `Group` or a `RawBlock`: web pages show it unchanged, and
writers for other formats can name it.
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
    """Whether it is the text of an item, a cell or a box that has no `<p>` element."""
    on_map: tuple[str, ...] = ()
    """The entries on the map above it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the author wrote."""

    level: int
    """1 to 6."""
    anchor: str
    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    """The heading's attributes without the id."""
    permalink: "Permalink | None" = None


@dataclass(frozen=True, slots=True)
class Permalink:
    """The link from a heading to itself, which an extension adds."""

    text: str
    """The character shown, such as a pilcrow."""
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
    """The term that a definition list explains."""

    inlines: tuple[Inline, ...]
    attributes: Attributes = ()
    at: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """The definition that follows the terms."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()
    at: int = 0
    """Where its text begins in the body of the chapter, in characters."""


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms, each followed by its definition."""

    parts: tuple[Term | Explanation, ...]
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

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
    """A table, and the chart drawn from it."""

    head: tuple[TableRow, ...]
    body: tuple[TableRow, ...]
    caption: "tuple[Block, ...]" = ()
    attributes: Attributes = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a figure: its text, the credit, the source."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, a table or anything else with a caption."""

    blocks: "tuple[Block, ...]"
    """The content with the caption, which may come first or last."""
    attributes: Attributes = ()

    @property
    def caption(self) -> Caption | None:
        """The text of the caption."""
        return next((block for block in self.blocks if isinstance(block, Caption)), None)


@dataclass(frozen=True, slots=True)
class Box:
    """A box beside the argument: an admonition, or details that readers can open."""

    title: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"
    folds: bool
    """Whether readers can open and close it."""
    attributes: Attributes = ()
    """Its classes include its kind; its attributes include `open` if it starts open."""
    title_attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code."""

    text: str
    language: str = ""
    html: str = ""
    """The code as coloured by an extension; empty if none did."""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class FormulaBlock:
    """A formula on separate lines, in TeX notation."""

    source: str
    attributes: Attributes = ()
    mathml: str = ""
    """The formula for web pages; empty if an extension of the host lets browsers draw formulas."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class RawBlock:
    """HTML that an extension or the author wrote as a block: only for web pages."""

    html: str


@dataclass(frozen=True, slots=True)
class Group:
    """A block for which the model has no class."""

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
"""The names of the fields in which a node contains other nodes; a class that is not listed has none."""


def child_fields(node: Node) -> tuple[str, ...]:
    """Return the names of the fields in which a node contains others, in reading order."""
    return _CHILDREN.get(type(node), ())


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything that it contains, in reading order."""
    # The trees of a brief are walked many times; a stack takes half the time of nested generators.
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        for name in reversed(_CHILDREN.get(type(node), ())):
            waiting += reversed(getattr(node, name))
