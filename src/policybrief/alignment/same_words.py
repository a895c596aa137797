"""Recognising paragraphs by unchanged words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from .matching import Match, Matching
from .texts import BlockNo, LineNo, Texts

Number = TypeVar("Number", LineNo, BlockNo)

Step = Literal[1, -1]
"""Through the text forwards, looking at the neighbour before, or backwards, looking at the one after."""
_PASSES: tuple[tuple[Step, ...], ...] = ((1, -1), (1,), (-1,), (1,), (-1,))
"""By both neighbours first; then by one, as often as it takes to fill a run between two that are known."""


def match_unique(matching: Matching) -> Matching:
    """Match the same words anywhere, where they are once in the ledger and once in the chapters."""
    texts = matching.texts
    line_at = _only_places((line, texts.lines[line].sha) for line in matching.open_lines())
    block_at = _only_places((block, texts.shas[block]) for block in matching.open_blocks())
    both = ((line_at.get(sha), block) for sha, block in block_at.items())
    return matching.after(Match(line, block) for line, block in both if line is not None and block is not None)


def _only_places(shas: Iterable[tuple[Number, str]]) -> dict[str, Number | None]:
    """Return where each sha is; None for one that is in several places."""
    places: dict[str, Number | None] = {}
    for number, sha in shas:
        places[sha] = None if sha in places else number
    return places


def match_beside(matching: Matching) -> Matching:
    """Match the same words where they are in several places, beside a neighbour that is matched already."""
    texts = matching.texts
    free = set(matching.open_lines())
    known = {texts.lines[line].sha for line in free}
    candidates = [block for block in matching.open_blocks() if texts.shas[block] in known]
    if not candidates:
        return matching
    neighbours = _Neighbours(texts, _edges(_line_chapters(texts)), _edges(_block_chapters(texts)))
    line_of = list(matching.line_of)
    found: list[Match] = []
    for steps in _PASSES:
        for block in candidates if steps[0] > 0 else reversed(candidates):
            if line_of[block] is not None:
                continue
            implied = {neighbours.implied(block, step, line_of) for step in steps}
            line = implied.pop()
            if line in free and not implied and texts.same_words(line, block):
                free.remove(line)
                line_of[block] = line
                found.append(Match(line, block))
    return matching.after(found)


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What is beside what, in the ledger and in the chapters."""

    texts: Texts
    line_edges: Mapping[tuple[str, Step], LineNo]
    """The first line of each chapter (1) and its last (-1)."""
    block_edges: Mapping[tuple[str, Step], BlockNo]
    """The same of the blocks."""

    def implied(self, block: BlockNo, step: Step, line_of: Sequence[LineNo | None]) -> LineNo | None:
        """Return the line that a block is if it still has the neighbour it had; None when there is none."""
        chapter = self.texts.blocks[block].chapter
        if self.block_edges[chapter, step] == block:
            return self.line_edges.get((chapter, step))
        beside = line_of[block - step]
        if beside is None:
            return None
        lines = self.texts.lines
        following = LineNo(beside + step)
        same_chapter = 0 <= following < len(lines) and lines[following].chapter == lines[beside].chapter
        return following if same_chapter else None


def _edges(chapters: Iterable[tuple[Number, str]]) -> dict[tuple[str, Step], Number]:
    edges: dict[tuple[str, Step], Number] = {}
    for number, chapter in chapters:
        edges.setdefault((chapter, 1), number)
        edges[chapter, -1] = number
    return edges


def _line_chapters(texts: Texts) -> Iterable[tuple[LineNo, str]]:
    return ((number, line.chapter) for number, line in zip(texts.line_numbers, texts.lines, strict=True))


def _block_chapters(texts: Texts) -> Iterable[tuple[BlockNo, str]]:
    return ((number, block.chapter) for number, block in zip(texts.block_numbers, texts.blocks, strict=True))
