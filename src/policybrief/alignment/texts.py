"""The input of an alignment: the lines of a ledger with the blocks of all chapters, and the likeness of any two of
them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NewType

from ..model.ledger import Ledger, LiveLine
from .fingerprint import fingerprint_of, sha_of, shared, similarity, unpacked, words_of

LineNo = NewType("LineNo", int)
"""The place of a paragraph in the ledger, from 0."""
BlockNo = NewType("BlockNo", int)
"""The place of a block among those of all chapters, from 0."""
Pair = tuple[LineNo, BlockNo]
"""A line and a block that may be the same paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A citable block of a chapter."""

    chapter: str
    """The chapter's path."""
    text: str
    """Markdown or plain."""
    pin: str = ""
    """The id that its author gave it in the text, or empty."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The words of a line and a block that are in runs which both have: a bit for each word, from the lowest."""

    of_line: int
    of_block: int

    @property
    def size(self) -> int:
        """How many words of the line are shared."""
        return self.of_line.bit_count()


@dataclass(frozen=True, slots=True)
class Texts:
    """The lines of a ledger and the blocks that it is brought up to.

    Shapes (unpacked fingerprints) and overlaps cost time: each is made when it is first asked for, and kept.
    """

    ledger: Ledger
    lines: tuple[LiveLine, ...]
    """The ledger's."""
    line_numbers: tuple[LineNo, ...]
    blocks: tuple[Block, ...]
    block_numbers: tuple[BlockNo, ...]
    words: tuple[str, ...]
    """Of each block, in one spelling."""
    shas: tuple[str, ...]
    """Of each block's words."""
    _line_shapes: dict[LineNo, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _block_shapes: dict[BlockNo, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _overlaps: dict[Pair, Overlap] = field(default_factory=dict, init=False, repr=False, compare=False)

    def line_shape(self, line: LineNo) -> str:
        """Return the unpacked fingerprint of a line: one character a word."""
        if line not in self._line_shapes:
            self._line_shapes[line] = unpacked(self.lines[line].fingerprint)
        return self._line_shapes[line]

    def block_shape(self, block: BlockNo) -> str:
        """Return the unpacked fingerprint of a block: one character a word."""
        if block not in self._block_shapes:
            self._block_shapes[block] = unpacked(fingerprint_of(self.words[block]))
        return self._block_shapes[block]

    def first_words(self, line: LineNo) -> int:
        """Return which words of a line come from those that it was first published with: a bit for each word."""
        found = self.lines[line].first_words
        return (1 << len(self.line_shape(line))) - 1 if found is None else found

    def of(self, ledger: Ledger) -> "Texts":
        """Return the same blocks with another ledger."""
        numbers = tuple(map(LineNo, range(len(ledger.lines))))
        return replace(self, ledger=ledger, lines=ledger.lines, line_numbers=numbers)

    def same_words(self, line: LineNo, block: BlockNo) -> bool:
        """Tell whether a block has exactly the words of a line."""
        return self.lines[line].sha == self.shas[block]

    def likeness(self, line: LineNo, block: BlockNo) -> float:
        """Return how alike a line and a block are, from 0 to 1."""
        if self.same_words(line, block):
            return 1.0
        return similarity(self.line_shape(line), self.block_shape(block))

    def overlap(self, line: LineNo, block: BlockNo) -> Overlap:
        """Return which runs of words a line and a block share."""
        if (line, block) not in self._overlaps:
            one, other = self.line_shape(line), self.block_shape(block)
            self._overlaps[line, block] = Overlap(shared(one, other), shared(other, one))
        return self._overlaps[line, block]


def texts_of(ledger: Ledger, blocks: Iterable[Block]) -> Texts:
    """Return a ledger and the blocks of all chapters, in document order, ready to be compared."""
    found = tuple(blocks)
    words = tuple(words_of(block.text) for block in found)
    return Texts(
        ledger,
        ledger.lines,
        tuple(map(LineNo, range(len(ledger.lines)))),
        found,
        tuple(map(BlockNo, range(len(found)))),
        words,
        tuple(map(sha_of, words)),
    )
