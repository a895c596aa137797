"""Where the words of a split or merged paragraph went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar

from rapidfuzz.distance import LCSseq

from .fingerprint import RUN
from .likeness import likely_pairs
from .matching import Decision, Doubt, Match, Matching, Merge, Split
from .order import gaps_of
from .runs import likeness_outside
from .texts import BlockNo, LineNo, Pair, Texts
from .thresholds import COVERED, COVERED_FAR, IN_PLACE, NEIGHBOURS, SURE, TELLING_WORDS
from .tombstones import words_of_merged

_Part = TypeVar("_Part")
_Whole = TypeVar("_Whole")


def settle_passages(matching: Matching) -> Matching:
    """Find the blocks that were split from a line, the remains of a line, and the lines that went into a block."""
    pairs = _with_a_passage(matching)
    return find_merges(find_remains(find_splits(matching, pairs), pairs), pairs)


def _with_a_passage(matching: Matching) -> Sequence[Pair]:
    """Return the lines and blocks, one of them open and the other open or changed, that may share a run of words."""
    texts = matching.texts
    open_lines, open_blocks = frozenset(matching.open_lines()), frozenset(matching.open_blocks())
    if not open_lines and not open_blocks:
        return ()
    changed = [pair for pair in matching.matches() if not texts.same_words(*pair)]
    lines = {line: texts.line_shape(line) for line in sorted((*open_lines, *(line for line, _ in changed)))}
    blocks = {block: texts.block_shape(block) for block in sorted((*open_blocks, *(block for _, block in changed)))}
    tries = [pair for pair in likely_pairs(lines, blocks) if pair[0] in open_lines or pair[1] in open_blocks]
    words_of_line = {line: frozenset(lines[line]) for line in {line for line, _ in tries}}
    words_of_block = {block: frozenset(blocks[block]) for block in {block for _, block in tries}}
    return [(line, block) for line, block in tries if len(words_of_line[line] & words_of_block[block]) >= RUN]


def find_splits(matching: Matching, pairs: Iterable[Pair]) -> Matching:
    """Find the blocks that were split from a matched line; the part with most of its first words keeps its id."""
    found: dict[BlockNo, list[tuple[int, LineNo]]] = defaultdict(list)
    for line, block in pairs:
        keeper = matching.block_of[line]
        if matching.line_of[block] is None and keeper is not None and _is_part(matching, line, block, keeper):
            found[block].append((-matching.texts.overlap(line, block).size, line))
    split = matching.after(Split(block, min(origins)[1]) for block, origins in found.items())
    return split.after(_largest_parts_continue(split))


def _is_part(matching: Matching, line: LineNo, block: BlockNo, keeper: BlockNo) -> bool:
    """Tell whether a block has words of a line that the block which continues it, its keeper, does not have."""
    texts = matching.texts
    overlap = texts.overlap(line, block)
    near = texts.blocks[block].chapter == texts.blocks[keeper].chapter and abs(block - keeper) <= NEIGHBOURS
    own = overlap.of_line & ~texts.overlap(line, keeper).of_line
    shape = texts.block_shape(block)
    if _covers(overlap.of_block.bit_count(), len(shape), near) and _mostly(own, overlap.of_line):
        return True
    return near and likeness_outside(texts.line_shape(line), texts.block_shape(keeper), shape) >= IN_PLACE


def _largest_parts_continue(matching: Matching) -> Iterator[Decision]:
    """Give the id of each split line to the part with most of its first words, where another had it."""
    texts = matching.texts
    for line, parts in _gathered(matching.origins).items():
        keeper = matching.block_of[line]
        if keeper is None or keeper in matching.pinned:
            continue
        blocks = (keeper, *sorted(parts))
        others = words_of_merged(texts, line) | ((1 << len(texts.line_shape(line))) - 1 & ~texts.first_words(line))
        runs = {block: texts.overlap(line, block).of_line & ~others for block in blocks}
        words = {block: _words_of_part(texts, line, block, runs, others) for block in blocks}
        largest = max(words, key=lambda block: words[block])
        if largest != keeper:
            yield Match(line, largest, texts.likeness(line, largest))
            yield Split(keeper, line)


def _words_of_part(texts: Texts, line: LineNo, block: BlockNo, runs: Mapping[BlockNo, int], merged: int) -> int:
    """Return how many words of a line a part of it has, also those that rewording has left alone, outside its runs."""
    others = reduce(or_, (found for other, found in runs.items() if other != block), merged) & ~runs[block]
    left = "".join(word for at, word in enumerate(texts.line_shape(line)) if not others >> at & 1)
    return int(LCSseq.similarity(left, texts.block_shape(block)))


def _covers(covered: int, length: int, near: bool) -> bool:
    """Tell whether that many of the words are enough to say where a text went or came from."""
    if near:
        return covered >= COVERED * length
    return covered >= COVERED_FAR * length and covered >= TELLING_WORDS


def _mostly(own: int, whole: int) -> bool:
    """Tell whether the words that nobody else has are at least half of it: a part, and not a copy."""
    return 2 * own.bit_count() >= whole.bit_count()


def find_remains(matching: Matching, pairs: Iterable[Pair]) -> Matching:
    """Match lines and blocks that are not alike because one is much longer, yet have the same words.

    They are little alike, so a person is asked (`doubts.doubt_matches`).
    """
    texts = matching.texts
    lines, blocks = set(matching.open_lines()), set(matching.open_blocks()) - matching.origins.keys()
    found: list[Match] = []
    candidates = [pair for pair in pairs if pair[0] in lines and pair[1] in blocks]
    for line, block in sorted(candidates, key=lambda pair: (-texts.overlap(*pair).size, pair)):
        if line not in lines or block not in blocks:
            continue
        overlap = texts.overlap(line, block)
        of_line = overlap.size / len(texts.line_shape(line))
        of_block = overlap.of_block.bit_count() / len(texts.block_shape(block))
        if max(of_line, of_block) >= COVERED_FAR and overlap.size >= TELLING_WORDS:
            lines.remove(line)
            blocks.remove(block)
            found.append(Match(line, block, texts.likeness(line, block)))
    return matching.after(found)


def match_enclosed(matching: Matching) -> Matching:
    """Match lines to blocks in their place that begin or end with all their words: a few, to which more was added."""
    lines = [line for line in matching.open_lines() if len(matching.texts.line_shape(line)) > 1]
    blocks = [block for block in matching.open_blocks() if block not in matching.origins]
    if not lines or not blocks:
        return matching
    texts, gaps = matching.texts, gaps_of(matching)
    found: dict[BlockNo, LineNo] = {}
    for block in blocks:
        shape = texts.block_shape(block)
        enclosed = (
            line
            for line in lines
            if line not in found.values()
            and gaps.together(line, block)
            and (shape.startswith(texts.line_shape(line)) or shape.endswith(texts.line_shape(line)))
        )
        line = max(enclosed, key=lambda one: len(texts.line_shape(one)), default=None)
        if line is not None:
            found[block] = line
    return matching.after(Match(line, block, texts.likeness(line, block)) for block, line in found.items())


def find_merges(matching: Matching, pairs: Iterable[Pair]) -> Matching:
    """Find the lines that went into a block; the largest of them keeps its id, the others lead to it."""
    found: dict[LineNo, list[BlockNo]] = defaultdict(list)
    for line, block in pairs:
        if matching.block_of[line] is None:
            found[line].append(block)
    merged = matching.after(
        decision for line, blocks in found.items() for decision in _merger(matching, line, sorted(blocks))
    )
    return merged.after(_largest_lines_continue(merged))


def _merger(matching: Matching, line: LineNo, blocks: Sequence[BlockNo]) -> Iterator[Decision]:
    """Say into which of the blocks most of an open line went, if into any; its neighbours may have the rest."""
    into = _holder(matching, line, blocks)
    if into is not None:
        yield Merge(line, into)
        return
    alike = {block: _likeness_beside(matching, line, block) for block in blocks}
    best = max(alike, key=lambda block: alike[block])
    if alike[best] >= IN_PLACE:
        yield Merge(line, best)
        if alike[best] < SURE:
            yield Doubt(best, line)


def _holder(matching: Matching, line: LineNo, blocks: Sequence[BlockNo]) -> BlockNo | None:
    """Return the block that has most of the words of an open line, if they are enough."""
    texts = matching.texts
    size = {block: texts.overlap(line, block).size for block in blocks if _has_words_of(matching, line, block)}
    near = [block for block in size if _is_beside(matching, line, block)]
    length = len(texts.line_shape(line))
    covered = reduce(or_, (texts.overlap(line, block).of_line for block in near), 0)
    if near and _covers(covered.bit_count(), length, near=True):
        return max(near, key=lambda block: size[block])
    best = max(size, key=lambda block: size[block], default=None)
    return best if best is not None and _covers(size[best], length, near=False) else None


def _has_words_of(matching: Matching, line: LineNo, block: BlockNo) -> bool:
    """Tell whether most words that a block shares with an open line are not in its own line too."""
    own = matching.line_or_origin(block)
    words = matching.texts.overlap(line, block).of_block
    return own is not None and _mostly(words & ~matching.texts.overlap(own, block).of_block, words)


def _likeness_beside(matching: Matching, line: LineNo, block: BlockNo) -> float:
    """Return how alike an open line is to what a block has beside the words of its own line, a neighbour's."""
    texts = matching.texts
    own = matching.line_or_origin(block)
    if own is None or not _is_beside(matching, line, block):
        return 0.0
    return likeness_outside(texts.block_shape(block), texts.line_shape(own), texts.line_shape(line))


def _is_beside(matching: Matching, line: LineNo, block: BlockNo) -> bool:
    """Tell whether a line was near the one that a block comes from."""
    own, lines = matching.line_or_origin(block), matching.texts.lines
    return own is not None and lines[own].chapter == lines[line].chapter and abs(own - line) <= NEIGHBOURS


def _largest_lines_continue(matching: Matching) -> Iterator[Decision]:
    """Give each block that lines went into the id of the largest of them."""
    texts = matching.texts
    for block, parts in _gathered(matching.merged).items():
        own = matching.line_of[block]
        if own is None or block in matching.pinned:
            continue
        words = {line: texts.overlap(line, block).of_block.bit_count() for line in (own, *sorted(parts))}
        largest = max(words, key=lambda line: words[line])
        if largest != own:
            yield Match(largest, block, texts.likeness(largest, block))
            yield Merge(own, block)


def _gathered(wholes: Mapping[_Part, _Whole]) -> Mapping[_Whole, Sequence[_Part]]:
    """Return the parts of each whole, given the whole of each part."""
    parts_of: dict[_Whole, list[_Part]] = defaultdict(list)
    for part, whole in wholes.items():
        parts_of[whole].append(part)
    return parts_of
