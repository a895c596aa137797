"""The plain text of a block of the tree, and the way back from a place in the text to a place in the tree."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

NAME_TAG = "pb-name"
"""A name that the author marked, until it becomes a link: attribute `entry`, empty for one to be left alone."""

NAMED_CLASS = "pb-cited-name"
"""A citation whose words are part of the sentence: `@key says`."""

_BLOCKS = frozenset(
    "p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr th td figure figcaption div section details "
    "summary header pre hr".split()
)
_UNREAD = frozenset("svg script style template hr pre".split())
_LITERAL = frozenset("code kbd samp var math".split())
_OUTSIDE = frozenset(("pb-number", "headerlink", "pb-note-call", "pb-cited"))
_STASHED = re.compile("\x02(?:wzxhzdk:(?P<number>\\d+)\x03|amp\x03(?P<entity>#?\\w+;))")
"""What Python-Markdown has put aside, and a sign of a mail address, which it writes as an entity."""
_ADDRESS = re.compile(r"\w+:\S|\S+@\S+$")
_ENTITIES = re.compile(r"(?:&#?\w+;)+")


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
    """Characters of a block's text that stand together in one place of the tree."""

    parent: Element
    after: Element | None
    """The child they follow as its tail; None when they open the parent."""
    offset: int
    """Where they begin in that string of the tree."""
    start: int
    """Where they begin in the block's text."""
    end: int
    use: Use


@dataclass(frozen=True, slots=True)
class Marked:
    """A name that the author marked by hand."""

    element: Element
    start: int
    end: int
    linkable: bool
    """Whether it stands outside any other link."""

    @property
    def entry(self) -> str:
        return self.element.get("entry", "")


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block's text with its runs, in order."""

    text: str
    runs: tuple[Run, ...]
    marked: tuple[Marked, ...]
    outside: tuple[tuple[Element, int], ...] = ()
    """What stands in the block and is no part of its text, such as the calls of notes, each with where it stands."""

    def searchable(self) -> str:
        """Return the text, of the same length, with what is not to be looked at blotted out."""
        pieces: list[str] = []
        end = 0
        for run in self.runs:
            if run.use is Use.LITERAL:
                pieces += (self.text[end : run.start], "\ufffc" * (run.end - run.start))
                end = run.end
        return "".join((*pieces, self.text[end:]))


Stash = Callable[[int], str]
"""Gives what Python-Markdown has put aside under a number: an entity or a piece of raw HTML."""


def text_of(blocks: Iterable[Element], stash: Stash) -> BlockText:
    """Return the text of the blocks, as one citable unit; items, cells and blocks are parted by line breaks."""
    reader = _Reader(stash)
    for block in blocks:
        reader.part()
        reader.read(block, Use.LINK)
    return reader.finish()


class _Reader:
    """Walks the tree once; the lists grow as it goes."""

    def __init__(self, stash: Stash) -> None:
        self.stash = stash
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.marked: list[Marked] = []
        self.outside: list[tuple[Element, int]] = []
        self.at_line_start = True

    def read(self, element: Element, use: Use) -> None:
        block = element.tag in _BLOCKS
        if block:
            self.part()
        if element.tag == NAME_TAG:
            start = self.length
            self.add(element, None, Use.LITERAL)
            self.marked.append(Marked(element, start, self.length, use is Use.LINK))
        elif element.tag == "img":
            # What a picture says in words is part of the text, and a block that is only a picture can be cited.
            start = self.length
            self.put(element.get("alt", ""))
            self.runs.append(Run(element, None, 0, start, self.length, Use.LITERAL))
        elif _left_out(element):
            self.outside.append((element, self.length))
        else:
            inner = _use_inside(element, use)
            self.add(element, None, inner, whitespace=not block)
            for child in element:
                self.read(child, inner)
                self.add(element, child, inner, whitespace=child.tag not in _BLOCKS)
        if NAMED_CLASS in (element.get("class") or ""):
            self.outside.append((element, self.length))
        if element.tag == "br":
            self.put(" ")
        if block:
            self.part()

    def add(self, parent: Element, after: Element | None, use: Use, whitespace: bool = True) -> None:
        string = parent.text if after is None else after.tail
        if not string or (not whitespace and not string.strip()):
            return
        offset = 0
        for match in _STASHED.finditer(string):
            self.add_run(parent, after, offset, string[offset : match.start()], use)
            stashed = f"&{match['entity']}" if match["entity"] else self.stash(int(match["number"]))
            start = self.length
            self.put(_signs_of(stashed))
            if use is Use.LITERAL:
                self.runs.append(Run(parent, after, match.start(), start, self.length, use))
            offset = match.end()
        self.add_run(parent, after, offset, string[offset:], use)

    def add_run(self, parent: Element, after: Element | None, offset: int, string: str, use: Use) -> None:
        if not string:
            return
        if self.at_line_start:
            bare = string.lstrip()
            offset += len(string) - len(bare)
            string = bare
        start = self.length
        self.put(string.replace("\n", " "))
        if self.length > start:
            self.runs.append(Run(parent, after, offset, start, self.length, use))

    def put(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.length += len(piece)
            self.at_line_start = False

    def part(self) -> None:
        """Begin a new line, unless nothing stands on this one."""
        if not self.at_line_start:
            self.put("\n")
            self.at_line_start = True

    def finish(self) -> BlockText:
        text = "".join(self.pieces)
        return BlockText(text.rstrip(), tuple(self.runs), tuple(self.marked), tuple(self.outside))


def _signs_of(stashed: str) -> str:
    """Return the signs that put-aside entities stand for; raw HTML and blocks of code are no part of the text."""
    return unescape(stashed) if _ENTITIES.fullmatch(stashed) else ""


def _left_out(element: Element) -> bool:
    if element.tag in _UNREAD:
        return True
    return element.tag in ("a", "sup", "span") and (not _OUTSIDE.isdisjoint((element.get("class") or "").split()))


def _use_inside(element: Element, use: Use) -> Use:
    if element.tag in _LITERAL or use is Use.LITERAL:
        return Use.LITERAL
    if element.tag != "a":
        return use
    shown = unescape((element.text or "").replace(AMP_SUBSTITUTE, "&"))
    return Use.LITERAL if _ADDRESS.match(shown) else Use.MENTION
