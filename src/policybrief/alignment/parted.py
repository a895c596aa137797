"""Paragraphs that were taken apart: where it is not plain which part is the one that was cited, a person is asked.

The ledger knows the words that a paragraph had in the edition before. When others had come to it since it was cited
first, a part that leaves it may have the words that were cited, though the rest is longer. The words of paragraphs that
are known to be merged into it do not count.
"""

from collections import defaultdict
from collections.abc import Iterator

from .heirs import gains_of
from .likeness import likely_pairs
from .matching import Decision, Doubt, Matching
from .texts import BlockNo, LineNo
from .thresholds import LARGE_PART, LITTLE, TELLING_WORDS
from .tombstones import words_of_merged


def doubt_parts(matching: Matching) -> Matching:
    """Doubt the paragraphs of which a large part is in another one now."""
    return matching.after(_doubts(matching))


def _doubts(matching: Matching) -> Iterator[Decision]:
    texts = matching.texts
    for line, others in _parts(matching).items():
        kept = matching.block_of[line]
        if kept is None:
            continue
        own = ~words_of_merged(texts, line)
        whole = (own & ((1 << len(texts.line_shape(line))) - 1)).bit_count()
        stayed = texts.overlap(line, kept).of_line & own
        for other in others:
            away = (texts.overlap(line, other).of_line & own & ~stayed).bit_count()
            if away < max(TELLING_WORDS, LARGE_PART * whole):
                continue
            if texts.lines[line].first != texts.lines[line].last or stayed.bit_count() < LITTLE * whole:
                yield Doubt(kept, line)
                yield Doubt(other, line)


def _parts(matching: Matching) -> dict[LineNo, set[BlockNo]]:
    """Return the blocks that may have a part of each line which continues, and was changed."""
    texts = matching.texts
    changed = {
        line: texts.line_shape(line)
        for line, block in matching.matches()
        if not texts.same_words(line, block) and block not in matching.pinned
    }
    found: defaultdict[LineNo, set[BlockNo]] = defaultdict(set)
    if changed:
        for part, origin in matching.origins.items():
            if origin in changed:
                found[origin].add(part)
        gains = {block: "".join(stretches) for block, stretches in gains_of(matching).items()}
        for line, block in likely_pairs(changed, gains):
            if matching.block_of[line] != block:
                found[line].add(block)
    return found
