"""Where the words of a paragraph went that was split or merged."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from rapidfuzz.distance import Indel, Opcode

from ..model.fingerprint import RUN, shared, similarity
from .rules import IN_PLACE, SURE, Draft, likely_pairs

COVERED = 0.55
"""The share of a text that must stand in its neighbour to have been split from it or merged into it."""
COVERED_FAR = 0.75
"""The same for a text that is not its neighbour."""
_NEIGHBOURS = 3
"""Within how many places a text counts as a neighbour."""
_TELLING_WORDS = 8
"""How many shared words prove something where nothing else does."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The runs of words that a line and a block share: a bit for each word."""

    of_old: int
    of_new: int

    @property
    def size(self) -> int:
        return self.of_old.bit_count()


class Overlaps:
    """The overlaps of lines and blocks, each computed once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known: dict[tuple[int, int], Overlap] = {}

    def __call__(self, old: int, new: int) -> Overlap:
        """Return what a line and a block share."""
        if (old, new) not in self._known:
            one, other = self._draft.old_shape(old), self._draft.new_shape(new)
            self._known[old, new] = Overlap(shared(one, other), shared(other, one))
        return self._known[old, new]


def settle_parts(draft: Draft) -> None:
    """Find the blocks that were split from a line, the lines that went into a block, and the remains of a line."""
    overlaps = Overlaps(draft)
    changed = {old: new for new, old in enumerate(draft.old_of) if old >= 0 and draft.lines[old].sha != draft.shas[new]}
    lost, fresh = frozenset(draft.lost()), frozenset(draft.fresh())
    olds = {old: draft.old_shape(old) for old in sorted((*lost, *changed))}
    news = {new: draft.new_shape(new) for new in sorted((*fresh, *changed.values()))}
    tries = ((old, new) for old, new in likely_pairs(olds, news) if old in lost or new in fresh)
    pairs = [(old, new) for old, new in tries if _may(draft, old, new)]
    find_splits(draft, pairs, overlaps)
    find_remains(draft, pairs, overlaps)
    find_merges(draft, pairs, overlaps)


def _may(draft: Draft, old: int, new: int) -> bool:
    """Tell whether a line and a block have any words in common that could be a passage."""
    return len(set(draft.old_shape(old)) & set(draft.new_shape(new))) >= RUN


def find_splits(draft: Draft, pairs: Iterable[tuple[int, int]], overlaps: Overlaps) -> None:
    """Find the blocks that were split from a matched line; the part with most of its own words keeps its id."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for old, new in pairs:
        keeper = draft.new_of[old]
        if draft.old_of[new] < 0 and keeper >= 0 and _is_part(draft, old, new, overlaps):
            found[new].append((-overlaps(old, new).size, old))
    for new, origins in found.items():
        draft.part_of[new] = min(origins)[1]
    for old in sorted(set(draft.part_of.values())):
        keeper = draft.new_of[old]
        if keeper < 0 or keeper in draft.pinned:
            continue
        parts = [new for new, origin in draft.part_of.items() if origin == old]
        own = ~draft.foreign.get(old, 0)
        largest = max((keeper, *sorted(parts)), key=lambda new: (overlaps(old, new).of_old & own).bit_count())
        if largest != keeper:
            draft.part(old, keeper)
            draft.match(old, largest, draft.alike(old, largest))
            draft.part_of[keeper] = draft.part_of.pop(largest)


def _is_part(draft: Draft, old: int, new: int, overlaps: Overlaps) -> bool:
    overlap, keeper = overlaps(old, new), draft.new_of[old]
    near = draft.blocks[new].chapter == draft.blocks[keeper].chapter and abs(new - keeper) <= _NEIGHBOURS
    own = overlap.of_old & ~overlaps(old, keeper).of_old
    if _covers(overlap.of_new.bit_count(), len(draft.new_shape(new)), near) and _mostly(own, overlap.of_old):
        return True
    return near and _likeness_outside(draft.old_shape(old), draft.new_shape(keeper), draft.new_shape(new)) >= IN_PLACE


def _covers(covered: int, length: int, near: bool) -> bool:
    """Tell whether that many of the words are enough to say where a text went or came from."""
    if near:
        return covered >= COVERED * length
    return covered >= COVERED_FAR * length and covered >= _TELLING_WORDS


def _likeness_outside(whole: str, own: str, other: str) -> float:
    """Return how alike a text is to what a whole has before or behind the words that are another's.

    Runs that are broken by edits, or that stand in both, are no hindrance here.
    """
    return max(_likeness_behind(whole, own, other), _likeness_behind(whole[::-1], own[::-1], other[::-1]))


def _likeness_behind(whole: str, own: str, other: str) -> float:
    """Return how alike a text is to what a whole has behind the last run of words that is another's.

    rapidfuzz aligns as far to the left as can be: of words that stand twice, the second is left to the other.
    """
    ends = [block.dest_end for block in Indel.opcodes(own, whole) if block.tag == "equal" and size_of(block) >= RUN]
    return similarity(whole[ends[-1] :], other) if ends else 0.0


def _mostly(own: int, whole: int) -> bool:
    """Tell whether what nobody else has is at least half of it: a part, and no copy."""
    return 2 * own.bit_count() >= whole.bit_count()


def find_remains(draft: Draft, pairs: Iterable[tuple[int, int]], overlaps: Overlaps) -> None:
    """Match lines and blocks that are not alike because one is much longer, and hold the same words; ask about them."""
    for old, new in sorted(pairs, key=lambda pair: (-overlaps(*pair).size, pair)):
        if draft.new_of[old] >= 0 or draft.old_of[new] >= 0 or new in draft.part_of:
            continue
        overlap = overlaps(old, new)
        shares = overlap.size / len(draft.old_shape(old)), overlap.of_new.bit_count() / len(draft.new_shape(new))
        if max(shares) >= COVERED_FAR and overlap.size >= _TELLING_WORDS:
            draft.match(old, new, draft.alike(old, new))


def find_merges(draft: Draft, pairs: Iterable[tuple[int, int]], overlaps: Overlaps) -> None:
    """Find the lines that went into a block; the largest part keeps its id, the others lead to it."""
    found: dict[int, list[int]] = defaultdict(list)
    for old, new in pairs:
        if draft.new_of[old] < 0:
            found[old].append(new)
    for old, news in found.items():
        into = _swallower(draft, old, sorted(news), overlaps)
        if into >= 0:
            draft.swallowed_by[old] = into
    for new in sorted(set(draft.swallowed_by.values())):
        _largest_keeps(draft, new, overlaps)


def _swallower(draft: Draft, old: int, news: Iterable[int], overlaps: Overlaps) -> int:
    """Return the block that most of a lost line went into, or -1; neighbours of it may have the rest."""
    holders = [new for new in news if _has_swallowed(draft, old, new, overlaps)]
    near = [new for new in holders if _is_beside(draft, old, new)]
    length = len(draft.old_shape(old))
    covered = reduce(or_, (overlaps(old, new).of_old for new in near), 0)
    if near and _covers(covered.bit_count(), length, near=True):
        return max(near, key=lambda new: overlaps(old, new).size)
    best = max(holders, key=lambda new: overlaps(old, new).size, default=-1)
    if best >= 0 and _covers(overlaps(old, best).size, length, near=False):
        return best
    alike = {new: _likeness_beside(draft, old, new) for new in news}
    best = max(alike, key=lambda new: alike[new])
    if alike[best] < IN_PLACE:
        return -1
    if alike[best] < SURE:
        draft.doubt(best, old)
    return best


def _has_swallowed(draft: Draft, old: int, new: int, overlaps: Overlaps) -> bool:
    """Tell whether the block has an id and holds words of the line that it does not have from its own line."""
    own = _line_of(draft, new)
    words = overlaps(old, new).of_new
    return own >= 0 and words > 0 and _mostly(words & ~overlaps(own, new).of_new, words)


def _likeness_beside(draft: Draft, old: int, new: int) -> float:
    """Return how alike a lost line is to what a block has beside the words of its own line, a neighbour's."""
    if not _is_beside(draft, old, new):
        return 0.0
    own = _line_of(draft, new)
    return _likeness_outside(draft.new_shape(new), draft.old_shape(own), draft.old_shape(old))


def _is_beside(draft: Draft, old: int, new: int) -> bool:
    """Tell whether a line stood near the one that a block comes from."""
    own = _line_of(draft, new)
    return own >= 0 and draft.lines[own].chapter == draft.lines[old].chapter and abs(own - old) <= _NEIGHBOURS


def _line_of(draft: Draft, new: int) -> int:
    """Return the line that a block is or was split from, or -1."""
    return draft.old_of[new] if draft.old_of[new] >= 0 else draft.part_of.get(new, -1)


def _largest_keeps(draft: Draft, new: int, overlaps: Overlaps) -> None:
    own = draft.old_of[new]
    if own < 0 or new in draft.pinned:
        return
    parts = [old for old, into in draft.swallowed_by.items() if into == new]
    largest = max((own, *sorted(parts)), key=lambda old: overlaps(old, new).of_new.bit_count())
    if largest != own:
        draft.part(own, new)
        del draft.swallowed_by[largest]
        draft.swallowed_by[own] = new
        draft.match(largest, new, draft.alike(largest, new))


def size_of(block: Opcode) -> int:
    """Return how many words of the source an edit operation spans."""
    return block.src_end - block.src_start
