"""What is decided and what is open: the value that each rule takes and returns, and the decisions that change it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .texts import BlockNo, LineNo, Pair, Texts


@dataclass(frozen=True, slots=True)
class Match:
    """The block is the paragraph of the line; anything that either was matched to before is open again."""

    line: LineNo
    block: BlockNo
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Split:
    """The block was split from the line, which another block continues."""

    block: BlockNo
    origin: LineNo


@dataclass(frozen=True, slots=True)
class Merge:
    """The words of the line were merged into the block, which has another id; what the line was matched to is open
    again.
    """

    line: LineNo
    into: BlockNo


@dataclass(frozen=True, slots=True)
class NewId:
    """The block has an id without a line: chosen by its author, or that of a paragraph that was gone."""

    block: BlockNo
    id: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A person must decide whether the block is the paragraph of the line."""

    block: BlockNo
    line: LineNo


Decision = Match | Split | Merge | NewId | Doubt


@dataclass(frozen=True, slots=True)
class Matching:
    """Which line of the ledger and which block are the same paragraph, as far as that is settled.

    A block is matched, named, split from a line, or open; a line is matched, merged into a block, or open. A part that
    was split off may still be matched, or get the id of a paragraph that was gone.
    """

    texts: Texts
    line_of: tuple[LineNo | None, ...]
    """Of each block, the line that it is matched to."""
    block_of: tuple[BlockNo | None, ...]
    """Of each line, the block that it is matched to."""
    pinned: frozenset[BlockNo] = frozenset()
    """The blocks whose id is their author's choice: no rule may take it away, and nobody is asked."""
    names: Mapping[BlockNo, str] = field(default_factory=dict)
    """The ids of the blocks that have one without a line."""
    likeness: Mapping[BlockNo, float] = field(default_factory=dict)
    """Of each matched block that does not have all words of its line: how alike the two are."""
    origins: Mapping[BlockNo, LineNo] = field(default_factory=dict)
    """The blocks that were split from a line."""
    merged: Mapping[LineNo, BlockNo] = field(default_factory=dict)
    """The lines whose words went into a block."""
    doubts: Mapping[BlockNo, frozenset[LineNo]] = field(default_factory=dict)
    """The blocks that a person is to look at, each with the lines it may be."""
    alike: Mapping[Pair, float] = field(default_factory=dict)
    """The lines and blocks that may be the same by their likeness; nothing until the same words have been matched."""

    def open_lines(self) -> list[LineNo]:
        """Return the lines that are neither matched nor merged."""
        numbers = zip(self.texts.line_numbers, self.block_of, strict=True)
        return [line for line, block in numbers if block is None and line not in self.merged]

    def open_blocks(self) -> list[BlockNo]:
        """Return the blocks that are neither matched nor named; parts of a line are among them."""
        numbers = zip(self.texts.block_numbers, self.line_of, strict=True)
        return [block for block, line in numbers if line is None and block not in self.names]

    def matches(self) -> list[Pair]:
        """Return the matched lines and blocks, in the order of the blocks."""
        numbers = zip(self.texts.block_numbers, self.line_of, strict=True)
        return [(line, block) for block, line in numbers if line is not None]

    def line_or_origin(self, block: BlockNo) -> LineNo | None:
        """Return the line that a block is matched to or was split from."""
        line = self.line_of[block]
        return self.origins.get(block) if line is None else line

    def after(self, decisions: Iterable[Decision]) -> "Matching":
        """Return what is settled when these decisions are made, one after another."""
        made = tuple(decisions)
        if not made:
            return self
        ledger = _OpenEnds(self)
        for decision in made:
            ledger.make(decision)
        return ledger.closed()


def nothing_settled(texts: Texts) -> Matching:
    """Return the matching before the first rule."""
    return Matching(texts, (None,) * len(texts.blocks), (None,) * len(texts.lines))


class _OpenEnds:
    """A matching while decisions are entered; it leaves this module only when it is closed."""

    def __init__(self, before: Matching) -> None:
        self._before = before
        self._line_of = list(before.line_of)
        self._block_of = list(before.block_of)
        self._names = dict(before.names)
        self._likeness = dict(before.likeness)
        self._origins = dict(before.origins)
        self._merged = dict(before.merged)
        self._doubts = dict(before.doubts)

    def make(self, decision: Decision) -> None:
        """Enter a decision."""
        match decision:
            case Match(line, block, likeness):
                self._match(line, block, likeness)
            case Split(block, origin):
                self._origins[block] = origin
            case Merge(line, block):
                self._release(line)
                self._merged[line] = block
            case NewId(block, name):
                self._names[block] = name
            case Doubt(block, line):
                self._doubts[block] = self._doubts.get(block, frozenset()) | {line}

    def _release(self, line: LineNo) -> None:
        """Open the block that a line is matched to."""
        block = self._block_of[line]
        if block is not None:
            self._line_of[block] = self._block_of[line] = None
            self._likeness.pop(block, None)

    def _match(self, line: LineNo, block: BlockNo, likeness: float) -> None:
        former_line = self._line_of[block]
        self._release(line)
        if former_line is not None:
            self._block_of[former_line] = None
            self._likeness.pop(block, None)
        self._line_of[block], self._block_of[line] = line, block
        self._origins.pop(block, None)
        self._merged.pop(line, None)
        if likeness < 1:
            self._likeness[block] = likeness

    def closed(self) -> Matching:
        """Return the matching with all that was entered."""
        return replace(
            self._before,
            line_of=tuple(self._line_of),
            block_of=tuple(self._block_of),
            names=self._names,
            likeness=self._likeness,
            origins=self._origins,
            merged=self._merged,
            doubts=self._doubts,
        )
