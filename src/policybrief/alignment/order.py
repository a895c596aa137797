"""Which paragraphs kept their order, which moved, and the gaps in between."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NewType, TypeVar

from .matching import Matching
from .texts import BlockNo, LineNo

Item = TypeVar("Item")

Border = NewType("Border", int)
"""What is on one side of a gap: the number of a line, or a negative number for the edge of a chapter of the ledger."""
Gap = tuple[Border, Border]
"""The borders before and after."""
_STRANGE = Border(-1)
"""The edge of a chapter that has nothing of the ledger's."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Between which paragraphs in order each line and each block is; equal borders are the same paragraph."""

    of_line: Sequence[Gap]
    of_block: Sequence[Gap]

    def together(self, line: LineNo, block: BlockNo) -> bool:
        """Tell whether a line and a block have a border in common."""
        before, after = self.of_line[line]
        other = self.of_block[block]
        return before == other[0] or after == other[1]


def gaps_of(matching: Matching) -> Gaps:
    """Return the gaps between the paragraphs that are matched in order."""
    texts = matching.texts
    homes = home_chapters(matching)
    in_order = blocks_in_order(matching, homes)
    edges = {chapter: Border(-2 - at) for at, chapter in enumerate(dict.fromkeys(line.chapter for line in texts.lines))}
    kept_lines = zip(texts.line_numbers, matching.block_of, strict=True)
    kept_blocks = zip(texts.block_numbers, matching.line_of, strict=True)
    return Gaps(
        _gaps(
            [edges[line.chapter] for line in texts.lines],
            [Border(line) if block in in_order else None for line, block in kept_lines],
        ),
        _gaps(
            [edges.get(homes[block.chapter], _STRANGE) for block in texts.blocks],
            [Border(line) if line is not None and block in in_order else None for block, line in kept_blocks],
        ),
    )


def _gaps(edges: Sequence[Border], borders: Sequence[Border | None]) -> Sequence[Gap]:
    """Return the gap of each paragraph, given the edge of its chapter, and the border it is if it kept its order."""
    before = _nearest(edges, borders)
    after = _nearest(edges[::-1], borders[::-1])
    return tuple(zip(before, reversed(tuple(after)), strict=True))


def _nearest(edges: Sequence[Border], borders: Sequence[Border | None]) -> Iterator[Border]:
    """Yield the border that comes before each paragraph: the last one in its chapter, else the chapter's edge."""
    last_edge = nearest = _STRANGE
    for edge, border in zip(edges, borders, strict=True):
        if edge != last_edge:
            last_edge = nearest = edge
        yield nearest
        if border is not None:
            nearest = border


def home_chapters(matching: Matching) -> dict[str, str]:
    """Return for each chapter the one of the ledger that most of its paragraphs come from."""
    texts = matching.texts
    sources: dict[str, Counter[str]] = defaultdict(Counter)
    for line, block in matching.matches():
        sources[texts.blocks[block].chapter][texts.lines[line].chapter] += 1
    homes = {block.chapter: block.chapter for block in texts.blocks}
    for chapter, counts in sources.items():
        homes[chapter] = max(counts, key=lambda source: (counts[source], source == chapter, source))
    return homes


def blocks_in_order(matching: Matching, homes: Mapping[str, str]) -> frozenset[BlockNo]:
    """Return the matched blocks that kept their chapter and their order in it: all but those that moved."""
    texts = matching.texts
    members: dict[str, list[tuple[BlockNo, LineNo]]] = defaultdict(list)
    for line, block in matching.matches():
        chapter = texts.blocks[block].chapter
        if homes[chapter] == texts.lines[line].chapter:
            members[chapter].append((block, line))
    groups = (rising(group, [line for _, line in group]) for group in members.values())
    return frozenset(block for group in groups for block, _ in group)


def moved_blocks(matching: Matching) -> frozenset[BlockNo]:
    """Return the matched blocks that are not where they were among the others of their chapter."""
    in_order = blocks_in_order(matching, home_chapters(matching))
    return frozenset(block for _, block in matching.matches() if block not in in_order)


def rising(items: Sequence[Item], keys: Sequence[int]) -> list[Item]:
    """Return the longest selection of items whose keys rise (patience sorting)."""
    if all(one < other for one, other in pairwise(keys)):
        return list(items)
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for at, key in enumerate(keys):
        rank = bisect_left(tails, key)
        previous.append(ends[rank - 1] if rank else None)
        tails[rank : rank + 1] = [key]
        ends[rank : rank + 1] = [at]
    chosen: list[Item] = []
    last = ends[-1] if ends else None
    while last is not None:
        chosen.append(items[last])
        last = previous[last]
    return chosen[::-1]
