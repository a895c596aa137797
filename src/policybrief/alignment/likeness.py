"""Recognising paragraphs by likeness: in their place and in order, or anywhere."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from .matching import Match, Matching
from .order import Gap, gaps_of
from .texts import BlockNo, LineNo, Pair
from .thresholds import FAR_BETTER, IN_PLACE

One = TypeVar("One", bound=int)
Other = TypeVar("Other", bound=int)

_ALL_PAIRS = 100_000
"""How many pairs of texts are compared before only those are that share two words in a row."""
_SHORTLIST = 10
"""How many texts each is compared with then."""
_TELLING = 50
"""A pair of words that is in more texts tells nobody apart."""


def compare_open(matching: Matching) -> Matching:
    """Note how alike the open lines and blocks are that are alike enough to be the same."""
    texts = matching.texts
    lines = {line: texts.line_shape(line) for line in matching.open_lines()}
    blocks = {block: texts.block_shape(block) for block in matching.open_blocks()}
    tries = ((pair, texts.likeness(*pair)) for pair in likely_pairs(lines, blocks))
    return replace(matching, alike={pair: likeness for pair, likeness in tries if likeness >= IN_PLACE})


def likely_pairs(ones: Mapping[One, str], others: Mapping[Other, str]) -> Iterable[tuple[One, Other]]:
    """Return the pairs of shapes that are worth comparing: all, or in a large brief those that share most."""
    if len(ones) * len(others) <= _ALL_PAIRS:
        return ((one, other) for other in others for one in ones)
    if len(ones) <= len(others):
        return _shortlisted(ones, others)
    return ((one, other) for other, one in _shortlisted(others, ones))


def _shortlisted(few: Mapping[One, str], many: Mapping[Other, str]) -> Iterator[tuple[One, Other]]:
    """Yield for each of the many those of the few with which it has the most pairs of neighbouring words in common."""
    index: dict[str, list[One]] = defaultdict(list)
    for one, shape in few.items():
        for pair in _pairs_of_words(shape):
            index[pair].append(one)
    for other, shape in many.items():
        hits: Counter[One] = Counter()
        for pair in _pairs_of_words(shape):
            found = index.get(pair, ())
            if len(found) <= _TELLING:
                hits.update(found)
        yield from ((one, other) for one in sorted(hits, key=lambda one: (-hits[one], one))[:_SHORTLIST])


def _pairs_of_words(shape: str) -> Iterable[str]:
    """Return the pairs of neighbouring words of a shape, each once, in a fixed order."""
    return dict.fromkeys(map(str.__add__, shape, shape[1:])) if len(shape) > 1 else (shape,)


def match_in_gaps(matching: Matching) -> Matching:
    """Match what is alike between the same neighbours, in order: the heaviest rising chain of each gap."""
    if not matching.alike:
        return matching
    gaps = gaps_of(matching)
    of_line, of_block = _best(matching.alike)
    candidates: dict[Gap, list[Pair]] = defaultdict(list)
    for (line, block), likeness in matching.alike.items():
        surpassed = max(of_line[line], of_block[block]) > likeness + FAR_BETTER
        if gaps.together(line, block) and not surpassed:
            candidates[gaps.of_block[block]].append((line, block))
    used: set[LineNo] = set()  # a line may be in two gaps: before and after what was put in between
    found: list[Match] = []
    for gap in sorted(candidates):
        for line, block in heaviest_chain(candidates[gap], matching.alike):
            if line not in used:
                used.add(line)
                found.append(Match(line, block, matching.alike[line, block]))
    return matching.after(found)


def _best(alike: Mapping[Pair, float]) -> tuple[Mapping[LineNo, float], Mapping[BlockNo, float]]:
    """Return for each line and for each block how alike it is to what it is most alike to."""
    of_line: dict[LineNo, float] = defaultdict(float)
    of_block: dict[BlockNo, float] = defaultdict(float)
    for (line, block), likeness in alike.items():
        of_line[line] = max(of_line[line], likeness)
        of_block[block] = max(of_block[block], likeness)
    return of_line, of_block


@dataclass(frozen=True, slots=True)
class _PairChain:
    """Pairs that rise in line and block, from the last backwards."""

    weight: float
    last: Pair
    before: "_PairChain | None"


def heaviest_chain(candidates: Iterable[Pair], alike: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs, from the last, each later in line and block than the one before, that are most alike in sum.

    The likeness counts by its square: two weak pairs must not displace a strong one. The frontier holds, by rising
    line, the ends of chains, each heavier than those before it.
    """
    lines: list[LineNo] = []
    frontier: list[_PairChain] = []
    # The pairs of one block from the last line to the first, so that none builds on another.
    for pair in sorted(candidates, key=lambda pair: (pair[1], -pair[0])):
        at = bisect_left(lines, pair[0])
        before = frontier[at - 1] if at else None
        chain = _PairChain((before.weight if before else 0.0) + alike[pair] ** 2, pair, before)
        stop = at
        while stop < len(frontier) and frontier[stop].weight <= chain.weight:
            stop += 1
        lines[at:stop] = [pair[0]]
        frontier[at:stop] = [chain]
    return list(_pairs_of(frontier[-1] if frontier else None))


def _pairs_of(chain: _PairChain | None) -> Iterator[Pair]:
    while chain is not None:
        yield chain.last
        chain = chain.before


def match_anywhere(matching: Matching, least: float) -> Matching:
    """Match the rest wherever it is most alike, and at least so much, best first."""
    lines = set(matching.open_lines())
    blocks = set(matching.open_blocks()) - matching.origins.keys()
    found: list[Match] = []
    for (line, block), likeness in sorted(matching.alike.items(), key=lambda item: (-item[1], item[0])):
        if likeness >= least and line in lines and block in blocks:
            lines.remove(line)
            blocks.remove(block)
            found.append(Match(line, block, likeness))
    return matching.after(found)
