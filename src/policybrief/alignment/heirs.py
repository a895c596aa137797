"""Finding the words of a paragraph in the whole text, if its place and its neighbours do not help.

A paragraph that an editor merges into a distant one, polishes and perhaps takes apart is in no place that the other
rules search. Here every block is searched for words that it has gained: words that its own paragraph had before do not
count, so an old copy is never mistaken for the paragraph itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from .fingerprint import similarity
from .likeness import likely_pairs
from .matching import Decision, Doubt, Matching, Merge, Split
from .runs import gaps_between
from .texts import BlockNo, LineNo
from .thresholds import ANYWHERE, FAR_MORE, GAINED, SHORT_BUT_WHOLE, SURE, TELLING_WORDS
from .tombstones import own_shape

Gains = Mapping[BlockNo, tuple[str, ...]]
"""The stretches of words that each block has gained."""
_ROOM = 6
"""A window is longer than what is looked for by one word in so many."""
_STEPS = 8
"""Into how many steps the length of a window is cut."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Words that a block has gained."""

    block: BlockNo
    likeness: float
    """How alike they are to what is looked for, from 0 to 1."""
    words: str
    """Their shape."""


def find_heirs(matching: Matching) -> Matching:
    """Lead the lines that are still open to the blocks that have gained their words, wherever these are.

    This includes lines of which a distant block has gained clearly more than their own block has kept.
    """
    texts, gains = matching.texts, gains_of(matching)
    shrunk = [line for line, block in matching.matches() if block in matching.likeness and block not in matching.pinned]
    lines = {line: texts.line_shape(line) for line in matching.open_lines()}
    lines |= {line: own_shape(texts, line) for line in shrunk}
    return matching.after(_mergers(matching, lines, holders(lines, gains)))


def _mergers(matching: Matching, lines: Mapping[LineNo, str], found: Mapping[LineNo, Gain]) -> Iterator[Decision]:
    texts = matching.texts
    for line, gain in found.items():
        kept = matching.block_of[line]
        if kept is None:
            yield Merge(line, gain.block)
            if gain.likeness < SURE:
                yield Doubt(gain.block, line)
        elif kept != gain.block:
            shape = lines[line]
            if FAR_MORE * LCSseq.similarity(shape, gain.words) > LCSseq.similarity(shape, texts.block_shape(kept)):
                yield Merge(line, gain.block)
                yield Split(kept, line)


def gains_of(matching: Matching) -> Gains:
    """Return the stretches of words that each block has and its own paragraph did not have.

    What came with a paragraph that is known to be merged into the block does not count either.
    """
    texts = matching.texts
    merged: dict[BlockNo, list[LineNo]] = defaultdict(list)
    for line, into in matching.merged.items():
        merged[into].append(line)
    gains: dict[BlockNo, tuple[str, ...]] = {}
    for block in texts.block_numbers:
        own = matching.line_or_origin(block)
        if own is None or texts.same_words(own, block):
            continue
        stretches = [texts.block_shape(block)]
        for line in (own, *sorted(merged[block])):
            shape = texts.line_shape(line)
            stretches = [part[slice(*gap)] for part in stretches for gap in gaps_between(part, shape)]
        found = tuple(stretch for stretch in stretches if len(stretch) >= SHORT_BUT_WHOLE)
        if found:
            gains[block] = found
    return gains


def arrivals_of(matching: Matching) -> Gains:
    """Return the stretches of words that are new in the text: what blocks have gained, and the blocks that are new."""
    texts = matching.texts
    new = (block for block in matching.open_blocks() if block not in matching.origins)
    return {**gains_of(matching), **{block: (texts.block_shape(block),) for block in new}}


def holders(wanted: Mapping[LineNo, str], gains: Gains) -> dict[LineNo, Gain]:
    """Return for each wanted shape the block that has gained its words, where there is one."""
    best: dict[LineNo, Gain] = {}
    joined = {block: "".join(stretches) for block, stretches in gains.items()}
    for one, block in likely_pairs(wanted, joined):
        for stretch in gains[block]:
            found = Gain(block, *_best_window(wanted[one], stretch))
            if _is_enough(wanted[one], found) and (one not in best or found.likeness > best[one].likeness):
                best[one] = found
    return best


def holder(wanted: str, gains: Gains) -> Gain | None:
    """Return the block that has gained the words of a shape, if one has."""
    return holders({LineNo(0): wanted}, gains).get(LineNo(0))


def _is_enough(shape: str, found: Gain) -> bool:
    words = LCSseq.similarity(shape, found.words)
    if SHORT_BUT_WHOLE <= len(shape) < TELLING_WORDS:
        return shape in found.words
    return found.likeness >= ANYWHERE and words >= max(TELLING_WORDS, GAINED * len(shape))


def _best_window(shape: str, stretch: str) -> tuple[float, str]:
    """Return how alike a shape is to the part of a stretch that is most like it, and that part."""
    size = min(len(stretch), len(shape) + len(shape) // _ROOM + 1)
    if SHORT_BUT_WHOLE <= len(shape) < TELLING_WORDS:
        return (1.0, shape) if shape in stretch else (0.0, "")
    if LCSseq.similarity(shape, stretch) < TELLING_WORDS:
        return 0.0, ""
    starts = (*range(0, len(stretch) - size, max(1, size // _STEPS)), len(stretch) - size)
    return max((similarity(shape, part), part) for part in _windows(stretch, starts, size))


def _windows(stretch: str, starts: Iterable[int], size: int) -> Iterator[str]:
    return (stretch[start : start + size] for start in starts)
