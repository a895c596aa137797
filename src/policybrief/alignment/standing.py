"""Where the words of a paragraph stand that is no longer in the text by itself: in paragraphs that nobody changed.

An author has pasted them there, or a merge of the text has kept both sides of a conflict: the paragraph alone, and the
larger one that it was put into, or its halves. Both were published and cited; one of them is taken out later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from .fingerprint import shared
from .likeness import likely_pairs
from .matching import Decision, Doubt, Matching, Merge
from .texts import BlockNo, LineNo, Texts
from .thresholds import BACK_WITHIN, COVERED_FAR, LITTLE, NEARLY_ALL, TELLING_WORDS

One = TypeVar("One", bound=int)


@dataclass(frozen=True, slots=True)
class Standing:
    """A block that has words of a text."""

    block: BlockNo
    words: int
    """How many of them."""
    sure: bool
    """Whether nobody need be asked: two branches were joined, and most of the words are there; or all are, in order."""


def find_standing(matching: Matching) -> Matching:
    """Lead open lines to blocks of the whole text that have their words, also to those that nobody changed.

    Ask about a block where no join explains it, and about one that has a part of the words alone.
    """
    texts = matching.texts
    lines = {line: texts.line_shape(line) for line in matching.open_lines()}
    return matching.after(_decisions(standing(texts, lines))) if lines else matching


def _decisions(found: Mapping[LineNo, Standing]) -> Iterator[Decision]:
    for line, one in found.items():
        yield Merge(line, one.block)
        if not one.sure:
            yield Doubt(one.block, line)


def standing(texts: Texts, wanted: Mapping[One, str]) -> dict[One, Standing]:
    """Return for each wanted shape the block that has the most of its words, if these are enough.

    Nearly all must be there, and more than a sentence or two, which may be said twice; after a join of two ledgers most
    are enough: it is the text that two branches have merged. A block that has hardly anything else may have a part of
    them alone.
    """
    blocks = {block: texts.block_shape(block) for block in texts.block_numbers}
    joined = texts.ledger.joined
    share, least = (COVERED_FAR, TELLING_WORDS) if joined else (NEARLY_ALL, BACK_WITHIN)
    best: dict[One, Standing] = {}
    for one, block in likely_pairs(wanted, blocks):
        words = shared(wanted[one], blocks[block]).bit_count()
        most = words >= max(least, share * len(wanted[one]))
        enough = most or is_a_part(wanted[one], words, blocks[block])
        if enough and (one not in best or words > best[one].words):
            best[one] = Standing(block, words, most and (joined or wanted[one] in blocks[block]))
    return best


def is_a_part(shape: str, words: int, block: str) -> bool:
    """Tell whether a block is a large part of a text, of which it has so many words, and hardly anything else."""
    if len(block) < BACK_WITHIN or words < LITTLE * len(shape):
        return False
    return shared(block, shape).bit_count() >= NEARLY_ALL * len(block)
