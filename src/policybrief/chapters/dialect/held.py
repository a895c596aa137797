"""Blocks that the reader of lines has recognised, held back until Python-Markdown comes to their place.

A stand-in of one line is left for each. Python-Markdown takes blocks apart at empty lines, and so could not tell where
a list, a box or a quotation ends; after a stand-in there is the whole of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

_STAND_IN = re.compile("\x02pb-held:(\\d+)\x03")
_CAPTIONS = "pb-captions"
"""What prepares captions, if there is an extension that reads them."""
_NUMBERING, _SORT = "caption-auto", "__figure_type"
"""What numbers captions, and the attribute by which it knows their sort."""
BEFORE_OTHER_BLOCKS = 99
"""The priority at which nothing but empty blocks has been looked at."""

Parse = Callable[[Element, Sequence[str], str], None]
"""Reads lines into an element; the state of the parser says whether paragraphs are to be tight."""


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list; each item is its lines, read already."""

    ordered: bool
    start: int
    loose: bool
    items: tuple[tuple[str, ...], ...]

    def make(self, parent: Element, parse: Parse) -> None:
        """Add the list to its parent."""
        found = SubElement(parent, "ol" if self.ordered else "ul")
        if self.ordered and self.start != 1:
            found.set("start", str(self.start))
        for lines in self.items:
            parse(SubElement(found, "li"), lines, "looselist" if self.loose else "list")


@dataclass(frozen=True, slots=True)
class HeldCode:
    """A block of code that has been put aside."""

    put_aside: str
    """Python-Markdown's own stand-in for it."""

    def make(self, parent: Element, parse: Parse) -> None:  # noqa: ARG002
        """Add the code to its parent."""
        SubElement(parent, "p").text = self.put_aside


@dataclass(frozen=True, slots=True)
class HeldDivision:
    """Lines that belong together: a division with attributes, or a figure with its caption."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    caption: str = ""
    sort: str = "table-caption"
    """By which the extension that numbers captions counts this one."""

    def make(self, parent: Element, parse: Parse) -> None:
        """Add the division to its parent."""
        division = SubElement(parent, self.tag, dict(self.attributes))
        parse(division, self.lines, "blockquote")
        if self.caption:
            SubElement(SubElement(division, "figcaption"), "p").text = self.caption


@dataclass(frozen=True, slots=True)
class HeldBox:
    """A box beside the argument."""

    kind: str
    title: str
    lines: tuple[str, ...]
    folds: bool = False
    opened: bool = False
    element_id: str = ""

    def make(self, parent: Element, parse: Parse) -> None:
        """Add the box to its parent, as Python-Markdown's and PyMdown's extensions would."""
        if self.folds:
            box = SubElement(parent, "details", {"class": self.kind})
            if self.opened:
                box.set("open", "open")
            SubElement(box, "summary").text = self.title
        else:
            box = SubElement(parent, "div", {"class": f"admonition {self.kind}"})
            if self.title:
                SubElement(box, "p", {"class": "admonition-title"}).text = self.title
        if self.element_id:
            box.set("id", self.element_id)
        parse(box, self.lines, "blockquote")


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A table that is drawn with characters; each cell is its lines, read already."""

    head: tuple[tuple[tuple[str, ...], ...], ...]
    body: tuple[tuple[tuple[str, ...], ...], ...]
    align: tuple[str, ...]
    """For each column `left`, `right`, `center` or nothing."""

    def make(self, parent: Element, parse: Parse) -> None:
        """Add the table to its parent."""
        table = SubElement(parent, "table")
        for part, tag, rows in (("thead", "th", self.head), ("tbody", "td", self.body)):
            if not rows and part == "thead":
                continue
            within = SubElement(table, part)
            for row in rows:
                line = SubElement(within, "tr")
                for cell, side in zip(row, self.align, strict=True):
                    made = SubElement(line, tag, {"style": f"text-align: {side};"} if side else {})
                    parse(made, cell, "list")


@dataclass(frozen=True, slots=True)
class HeldFormula:
    """A formula on lines of its own."""

    source: str
    element_id: str = ""

    def make(self, parent: Element, parse: Parse) -> None:  # noqa: ARG002
        """Add the formula to its parent."""
        formula = SubElement(parent, "pb-formula-block", {"source": self.source})
        if self.element_id:
            formula.set("id", self.element_id)


HeldBlock = HeldList | HeldCode | HeldDivision | HeldBox | HeldTable | HeldFormula


@dataclass(frozen=True, slots=True)
class HeldBlocks:
    """The blocks of one page, by the number of their stand-in."""

    blocks: list[HeldBlock] = field(default_factory=list)

    def hold(self, block: HeldBlock) -> str:
        """Keep a block; return its stand-in, which must be on a line of its own between empty lines."""
        self.blocks.append(block)
        return f"\x02pb-held:{len(self.blocks) - 1}\x03"


class HeldProcessor(BlockProcessor):
    """Puts the blocks where their stand-ins are."""

    def __init__(self, md: Markdown, held: HeldBlocks) -> None:
        super().__init__(md.parser)
        self.md = md
        self.held = held

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Tell whether a block is a stand-in."""
        return block.startswith("\x02pb-held:")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the stand-in, and what follows it without an empty line as a block of its own."""
        match = _STAND_IN.match(blocks[0])
        if match is None:
            return
        rest = blocks.pop(0)[match.end() :].lstrip("\n")
        if rest:
            blocks.insert(0, rest)
        held = self.held.blocks[int(match[1])]
        held.make(parent, self._parse)
        if isinstance(held, HeldDivision) and held.caption and _NUMBERING in self.md.treeprocessors:
            parent[-1].set(_SORT, held.sort)

    def _parse(self, element: Element, lines: Sequence[str], state: str) -> None:
        if _CAPTIONS in self.md.preprocessors:
            # It has read the lines of the page, where there was but a stand-in for these.
            lines = self.md.preprocessors[_CAPTIONS].run(list(lines))
        parser: BlockParser = self.parser
        parser.state.set(state)
        parser.parseChunk(element, "\n".join(lines))
        parser.state.reset()
