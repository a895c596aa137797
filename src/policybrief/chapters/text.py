"""The plain text of a block of the tree, and the way back from a place in the text to the words of the tree."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ..model.blocks import Box, CodeBlock, FormulaBlock, Group, Node, Quotation, RawBlock, Rule, child_fields
from ..model.inlines import (
    Break,
    CitationMark,
    Formula,
    Inline,
    InlineCode,
    InlineGroup,
    InTextCitation,
    Link,
    Name,
    NameMark,
    NoteCall,
    NoteMark,
    Picture,
    Raw,
    SourceWords,
    Styled,
    Text,
    TextStyle,
    Unlinked,
    attribute,
)

_UNREAD = (CodeBlock, FormulaBlock, Rule, Raw, RawBlock, NoteMark)
_LITERAL_TAGS = frozenset("samp var math".split())
_UNREAD_TAGS = frozenset("svg script style template".split())
_APART_STYLES = frozenset((TextStyle.EMPHASIS, TextStyle.TITLE, TextStyle.QUOTED))
OWN_CLASS = "own"
"""The class of words that are the authors' own judgement."""
_ADDRESS = re.compile(r"\w+:\S|\S+@\S+$")
_IN_BRIEF = re.compile(r"(?:(?!\w+:|/)[^#?]+\.md)?#")
"""The beginning of a link to a part of the brief."""
_NUMBERED = re.compile(r"(?:[^\W\d_]+\.?\s|[§¶№]\s?)?\d+(?:\.\w+)*")
"""A part of the brief by its number, with or without its kind: `Theorem 2.14`, `§ 12`."""


Cited: TypeAlias = tuple[NoteCall | InTextCitation, int]
"""A call of a note or a citation, with its place in the text."""


_PRESSED_TAGS = frozenset(("label", "summary", "button"))
"""Elements that do something when they are pressed: a link in one would be followed instead."""
_IN_TEXT = re.compile(
    r"(?<![\w.+-])(?:(?:[a-z][a-z0-9+.-]{0,30}://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[\w-]{1,63}\.){1,9}[a-z]{2,24}/\S+)",
    re.IGNORECASE,
)
"""A web or mail address in running text: the names in it are parts of it."""


class Use(Enum):
    """What may be done with the names in a run."""

    LINK = "link"
    """Found and linked."""
    MENTION = "mention"
    """Found, but not linked: the words are a link already."""
    LITERAL = "literal"
    """Not looked at: code, and what the author set aside."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block's text that come from one node of the tree."""

    node: Inline
    offset: int
    """Where they begin in the words of that node."""
    start: int
    """Where they begin in the block's text."""
    end: int
    use: Use
    apart: bool = False
    """Whether they are set in emphasis, as a title or in a block quotation."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A name that the author marked by hand."""

    node: NameMark | Unlinked
    start: int
    end: int
    linkable: bool
    """Whether it is outside any other link."""


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block's text with its runs, in order."""

    text: str
    runs: tuple[Run, ...]
    marked: tuple[Marked, ...]
    cited: tuple[Cited, ...] = ()
    own: tuple[tuple[int, int], ...] = ()
    """What the authors mark as their own judgement."""
    references: tuple[tuple[int, int], ...] = ()
    """The extents of links that name a part of the brief by its number: `Theorem 2.14`."""

    def searchable(self) -> str:
        """Return the text, of the same length, with what is not to be looked at blotted out."""
        pieces: list[str] = []
        end = 0
        for run in self.runs:
            if run.use is Use.LITERAL:
                pieces += (self.text[end : run.start], "\ufffc" * (run.end - run.start))
                end = run.end
        return _IN_TEXT.sub(lambda address: "\ufffc" * len(address[0]), "".join((*pieces, self.text[end:])))

    def set_aside(self) -> Iterator[tuple[int, int]]:
        """Yield the extents in which no name is looked for: code, addresses, and what a citation prints."""
        for run in self.runs:
            if run.use is Use.LITERAL or isinstance(run.node, (InTextCitation, SourceWords)):
                yield run.start, run.end
        yield from (address.span() for address in _IN_TEXT.finditer(self.text))


def text_of(nodes: Iterable[Node]) -> BlockText:
    """Return the text of the blocks, as one citable unit; items, cells and blocks are separated by line breaks."""
    reader = _TextReader()
    for node in nodes:
        reader.separate()
        reader.read(node, Use.LINK)
    return reader.finish()


def plain_text(nodes: Iterable[Node]) -> str:
    """Return the words of the nodes."""
    return text_of(nodes).text


class _TextReader:
    """Walks the tree once; the lists grow as it goes."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.marked: list[Marked] = []
        self.cited: list[Cited] = []
        self.own: list[tuple[int, int]] = []
        self.references: list[tuple[int, int]] = []
        self.at_line_start = True
        self.apart = False

    def read(self, node: Node, use: Use) -> None:
        """Add what a node says."""
        if isinstance(node, Text):
            self.words(node, node.text, use)
        elif isinstance(node, _UNREAD):
            return
        elif isinstance(node, NoteCall):
            self.cited.append((node, self.length))
        elif isinstance(node, (InTextCitation, CitationMark)):
            self.citation(node)
        elif isinstance(node, (NameMark, Unlinked)):
            start = self.length
            self.words(node, shown_by(node), Use.LITERAL)
            self.marked.append(Marked(node, start, self.length, use is Use.LINK))
        elif isinstance(node, (InlineCode, Formula, Picture)):
            self.literal(node)
        elif isinstance(node, SourceWords):
            self.words(node, "".join(piece.text for piece in node.pieces), Use.MENTION)
        elif isinstance(node, Name):
            self.words(node, node.text, Use.MENTION)
        elif isinstance(node, Break):
            self.put(" ")
        else:
            self.read_inside(node, use)

    def literal(self, node: InlineCode | Formula | Picture) -> None:
        """Add what is said as it is written; a formula on a line of its own has no word beside it."""
        on_a_line = isinstance(node, Formula) and node.displayed
        if on_a_line:
            self.put(" ")
        self.words(node, node.alt if isinstance(node, Picture) else _literal(node), Use.LITERAL)
        if on_a_line:
            self.put(" ")

    def read_inside(self, node: Node, use: Use) -> None:
        """Add what a node holds; a block has lines of its own."""
        if isinstance(node, (Group, InlineGroup)) and node.tag in _UNREAD_TAGS:
            return
        line = isinstance(node, (Styled, Link, InlineGroup)) and getattr(node, "tag", "") not in _PRESSED_TAGS
        before = self.apart
        self.apart = before or _sets_apart(node)
        if not line:
            self.separate()
        inner = _use_inside(node, use)
        start = self.length
        for name in child_fields(node):
            # A link there would be followed where the reader means to open the box.
            opens = isinstance(node, Box) and node.folds and name == "title" and inner is Use.LINK
            for child in getattr(node, name):
                self.read(child, Use.MENTION if opens else inner)
        if isinstance(node, Styled) and OWN_CLASS in attribute(node.attributes, "class").split():
            self.own.append((start, self.length))
        if isinstance(node, Link) and _IN_BRIEF.match(node.target):
            self.references.append((start, self.length))
        if not line:
            self.separate()
        self.apart = before

    def citation(self, node: InTextCitation | CitationMark) -> None:
        """Add a citation that is part of the sentence, and note where it is."""
        if isinstance(node, InTextCitation):
            if node.named:
                self.words(node, "".join(piece.text for piece in node.pieces), Use.MENTION)
            self.cited.append((node, self.length))

    def words(self, node: Inline, string: str, use: Use) -> None:
        """Add the words of a node, without white space at the beginning of a line."""
        bare = string.lstrip() if self.at_line_start else string
        start = self.length
        self.put(bare.replace("\n", " "))
        if self.length > start or isinstance(node, Picture):
            self.runs.append(Run(node, len(string) - len(bare), start, self.length, use, self.apart))

    def put(self, piece: str) -> None:
        """Add characters."""
        if piece:
            self.pieces.append(piece)
            self.length += len(piece)
            self.at_line_start = False

    def separate(self) -> None:
        """Begin a new line, unless this one is empty."""
        if not self.at_line_start:
            self.put("\n")
            self.at_line_start = True

    def finish(self) -> BlockText:
        """Return what was read."""
        text = "".join(self.pieces)
        references = tuple(extent for extent in self.references if _NUMBERED.fullmatch(text, *extent))
        return BlockText(
            text.rstrip(), tuple(self.runs), tuple(self.marked), tuple(self.cited), tuple(self.own), references
        )


def shown_by(mark: NameMark | Unlinked) -> str:
    """Return the words that a mark shows as long as its entry is not known."""
    return mark.text if isinstance(mark, Unlinked) else mark.label or mark.target


def _literal(node: InlineCode | Formula) -> str:
    return node.text if isinstance(node, InlineCode) else node.source


def _sets_apart(node: Node) -> bool:
    if isinstance(node, InlineGroup):
        return node.tag == "i"
    return isinstance(node, Quotation) or (isinstance(node, Styled) and node.style in _APART_STYLES)


def _use_inside(node: Node, use: Use) -> Use:
    if use is Use.LITERAL:
        return use
    if isinstance(node, Styled):
        return Use.LITERAL if node.style is TextStyle.KEY else use
    if isinstance(node, (Group, InlineGroup)) and node.tag in _PRESSED_TAGS:
        return Use.MENTION
    if isinstance(node, InlineGroup):
        return Use.LITERAL if node.tag in _LITERAL_TAGS else use
    if isinstance(node, Link):
        shown = node.inlines[0].text if node.inlines and isinstance(node.inlines[0], Text) else ""
        return Use.LITERAL if _ADDRESS.match(shown) else Use.MENTION
    return use
