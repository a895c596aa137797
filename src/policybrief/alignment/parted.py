"""Paragraphs that were taken apart: if it is not clear which part was cited, a person decides.

The ledger knows the words that a paragraph had in the previous edition, and which of them were first published. If
others were added since, a part that leaves may have the cited words, even if the rest is longer. The words of
paragraphs known to be merged into it do not count.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from operator import or_

from .heirs import arrivals_of
from .likeness import likely_pairs
from .matching import Decision, Doubt, Matching
from .texts import BlockNo, LineNo, Texts
from .thresholds import LARGE_PART, LARGE_PART_OF_MERGED, LITTLE, TELLING_WORDS
from .tombstones import merged_parts


def doubt_parts(matching: Matching) -> Matching:
    """Doubt the paragraphs of which a large part is in another one now."""
    return matching.after(_doubts(matching))


def _doubts(matching: Matching) -> Iterator[Decision]:
    texts = matching.texts
    for line, others in _parts(matching).items():
        kept = _holder(matching, line)
        if kept is None:
            continue
        held, merged = texts.overlap(line, kept).of_line, merged_parts(texts, line)
        every = reduce(or_, (texts.overlap(line, other).of_line for other in others), held)
        for other in others:
            there = texts.overlap(line, other).of_line
            if matching.origins.get(other) == line:
                there = _with_reworded(texts, line, there, every, len(texts.block_shape(other)))
            torn = any(_is_torn(part, there, held) for part in merged.values())
            if torn or _is_doubtful(matching, line, there, held):
                yield Doubt(kept, line)
                yield Doubt(other, line)


def _with_reworded(texts: Texts, line: LineNo, there: int, every: int, most: int) -> int:
    """Return which words of a line a part of it may have that was reworded when it was split off, and has few runs.

    `every` are the words of the line that are in runs anywhere. A part cannot have more words than it is long.
    """
    whole = len(texts.line_shape(line))
    found = there
    for at in sorted(range(whole), key=lambda at: abs(at - _middle(there, whole))):
        if found.bit_count() < most and not every >> at & 1:
            found |= 1 << at
    return found


def _middle(bits: int, whole: int) -> float:
    places = [at for at in range(whole) if bits >> at & 1]
    return sum(places) / len(places) if places else whole / 2


def _is_doubtful(matching: Matching, line: LineNo, there: int, held: int) -> bool:
    """Tell whether the words of a line that are in another block may be those that were cited.

    Those may be the ones that the line had in the edition before, or the ones that it was first published with.
    """
    texts = matching.texts
    first = texts.lines[line].first
    # A merged paragraph that went along, or stayed, has an address of its own, and is not what was cited here. One that
    # is younger than the line may have been split from it before.
    apart = (
        part
        for tombstone, part in merged_parts(texts, line).items()
        if tombstone.first <= first and 2 * max((part & side).bit_count() for side in (there, held)) >= part.bit_count()
    )
    own = (1 << len(texts.line_shape(line))) - 1 & ~reduce(or_, apart, 0)
    cited = texts.first_words(line)
    return _has_left(matching, line, there & own, held & own, own.bit_count()) or (
        cited != own and _has_left(matching, line, there & cited, held & cited, cited.bit_count())
    )


def _has_left(matching: Matching, line: LineNo, there: int, held: int, whole: int) -> bool:
    """Tell whether of so many words of a line too many are in another block, and not in the one that holds the line."""
    away, stayed = (there & ~held).bit_count(), held.bit_count()
    merged, cited = line in matching.merged, matching.texts.lines[line]
    if cited.first == cited.last:
        return away >= max(TELLING_WORDS, LARGE_PART * whole) and (merged or stayed < LITTLE * whole)
    return away >= max(min(TELLING_WORDS, whole), (LARGE_PART_OF_MERGED if merged else LARGE_PART) * whole)


def _is_torn(part: int, there: int, held: int) -> bool:
    """Tell whether a large part of a merged paragraph went to another block, and a large part stayed."""
    least = max(TELLING_WORDS, LARGE_PART * part.bit_count())
    return (part & there & ~held).bit_count() >= least and (part & held).bit_count() >= least


def _holder(matching: Matching, line: LineNo) -> BlockNo | None:
    """Return the block that a citation of a line leads to."""
    block = matching.block_of[line]
    return matching.merged.get(line) if block is None else block


def _parts(matching: Matching) -> dict[LineNo, set[BlockNo]]:
    """Return the blocks that may have a part of each line which was changed, or merged into another."""
    texts = matching.texts
    changed = {
        line: texts.line_shape(line)
        for line in texts.line_numbers
        if (block := _holder(matching, line)) is not None
        and not texts.same_words(line, block)
        and block not in matching.pinned
    }
    found: defaultdict[LineNo, set[BlockNo]] = defaultdict(set)
    if changed:
        for part, origin in matching.origins.items():
            if origin in changed:
                found[origin].add(part)
        gains = {block: "".join(stretches) for block, stretches in arrivals_of(matching).items()}
        for line, block in likely_pairs(changed, gains):
            if _holder(matching, line) != block:
                found[line].add(block)
    return found
