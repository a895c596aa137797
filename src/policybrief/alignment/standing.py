"""Finding the words of a paragraph that is gone in paragraphs that nobody changed.

An author has pasted them there, or a merge of the text has kept both sides of a conflict: the paragraph alone, and the
larger one with it inside, or its halves. Both were published and cited; one of them is deleted later.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from .fingerprint import shared
from .matching import Decision, Doubt, Matching, Merge
from .texts import BlockNo, LineNo, Texts
from .thresholds import BACK_WITHIN, COVERED_FAR, LITTLE, NEARLY_ALL, SHORT_BUT_WHOLE, TELLING_WORDS

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


def find_short(matching: Matching) -> Matching:
    """Lead open lines of a few words to the only block that has all of them, in their order, and ask about it.

    A few words may be said twice, so nobody knows whether they were meant there.
    """
    texts = matching.texts
    shapes = {line: texts.line_shape(line) for line in matching.open_lines()}
    few = {line: shape for line, shape in shapes.items() if SHORT_BUT_WHOLE <= len(shape) < BACK_WITHIN}
    found: defaultdict[LineNo, list[BlockNo]] = defaultdict(list)
    for line, block in _with_a_run(texts, few):
        if few[line] in texts.block_shape(block):
            found[line].append(block)
    alone = ((line, blocks[0]) for line, blocks in found.items() if len(blocks) == 1)
    return matching.after(decision for line, block in alone for decision in (Merge(line, block), Doubt(block, line)))


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
    joined = texts.ledger.joined
    share, least = (COVERED_FAR, TELLING_WORDS) if joined else (NEARLY_ALL, BACK_WITHIN)
    best: dict[One, Standing] = {}
    for one, block in _with_a_run(texts, wanted):
        shape, whole = wanted[one], texts.block_shape(block)
        words = shared(shape, whole).bit_count()
        most = words >= max(least, share * len(shape))
        if (most or is_a_part(shape, words, whole)) and (one not in best or words > best[one].words):
            best[one] = Standing(block, words, most and (joined or shape in whole))
    return best


def _with_a_run(texts: Texts, wanted: Mapping[One, str]) -> Iterator[tuple[One, BlockNo]]:
    """Yield the blocks in their order, each with the wanted shapes that share a run of words with it."""
    index: defaultdict[str, set[One]] = defaultdict(set)
    for one, shape in wanted.items():
        for run in _runs_of(shape):
            index[run].add(one)
    for block in texts.block_numbers if index else ():
        runs = index.keys() & _runs_of(texts.block_shape(block))
        yield from ((one, block) for one in {one for run in runs for one in index[run]})


def _runs_of(shape: str) -> set[str]:
    """Return the runs of three words in a shape; what shares words with another (`shared`) has at least one of them."""
    return {a + b + c for a, b, c in zip(shape, shape[1:], shape[2:], strict=False)}


def is_a_part(shape: str, words: int, block: str) -> bool:
    """Tell whether a block is a large part of a text, of which it has so many words, and hardly anything else."""
    if len(block) < BACK_WITHIN or words < LITTLE * len(shape):
        return False
    return shared(block, shape).bit_count() >= NEARLY_ALL * len(block)
