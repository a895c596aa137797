"""Who must be asked: weak matches, close rivals, and copies that look like the original."""

from collections import defaultdict
from collections.abc import Mapping

from .rules import ANYWHERE, CLEARLY, MARGIN, SURE, Draft, gaps_of, likely_pairs, moved_blocks

COPY = 0.80
"""How alike a new text must be to one that kept its words to look like its copy."""


def doubt_matches(draft: Draft, pairs: Mapping[tuple[int, int], float]) -> None:
    """Put on the list what is matched by little likeness, or by hardly more than something else has."""
    for new, alike in draft.likeness.items():
        if alike < SURE and new not in draft.pinned:
            draft.doubt(new, draft.old_of[new])
    for (old, new), alike in pairs.items():
        if draft.old_of[new] != old and alike >= ANYWHERE:
            _doubt_rivals(draft, old, new, alike)


def _doubt_rivals(draft: Draft, old: int, new: int, alike: float) -> None:
    """Ask about a line and a block that are not matched and yet nearly as alike as each is to its match, if any."""
    own_line, own_block = draft.old_of[new], draft.new_of[old]
    if draft.part_of.get(new) == old or draft.swallowed_by.get(old) == new:
        return
    if max(_strength(draft, new), _strength(draft, own_block)) > alike + MARGIN:
        return
    if own_line >= 0 and new not in draft.pinned:
        draft.doubt(new, own_line, old)
    if own_block >= 0 and own_block not in draft.pinned:
        draft.doubt(own_block, old)
        if own_line < 0:
            draft.doubt(new, old)


def _strength(draft: Draft, new: int) -> float:
    """Return how alike a block is to its line; 0 for none."""
    return draft.likeness.get(new, 1.0) if new >= 0 and draft.old_of[new] >= 0 else 0.0


def prefer_place(draft: Draft) -> None:
    """Give a line whose words turned up elsewhere to the block in its place, where that is much alike.

    A copy was pasted, and then the original edited, or it only looks so: both blocks are put on the list.
    """
    gaps = gaps_of(draft)
    beside: dict[int, list[int]] = defaultdict(list)
    for new in draft.fresh():
        for neighbour in dict.fromkeys(gaps.new[new]):
            beside[neighbour].append(new)
    for new in sorted(moved_blocks(draft) - draft.pinned):
        old = draft.old_of[new]
        rivals = (other for neighbour in gaps.old[old] for other in beside[neighbour] if draft.old_of[other] < 0)
        alike = {other: draft.alike(old, other) for other in rivals if gaps.together(old, other)}
        best = max(alike, key=lambda other: alike[other], default=-1)
        if best >= 0 and alike[best] >= CLEARLY:
            draft.part(old, new)
            draft.match(old, best, alike[best])
            draft.doubt(best, old)
            draft.doubt(new, old)


def doubt_copies(draft: Draft) -> None:
    """Put on the list the new blocks that look like copies of a paragraph which kept its words.

    Where that one is not at its place any more, it may be the copy: then it is listed too.
    """
    fresh = {new: draft.new_shape(new) for new in draft.fresh() if new not in draft.part_of}
    if not fresh:
        return
    sizes = [len(shape) for shape in fresh.values()]
    least, most = min(sizes) * COPY / (2 - COPY), max(sizes) * (2 - COPY) / COPY
    olds = {
        old: draft.old_shape(old)
        for old, line in enumerate(draft.lines)
        if draft.new_of[old] >= 0 and 2 * least <= len(line.fingerprint) <= 2 * most
    }
    elsewhere = moved_blocks(draft)
    for old, new in likely_pairs(olds, fresh):
        limit = SURE if draft.new_of[old] in elsewhere else COPY
        if draft.alike(old, new) >= limit:
            draft.doubt(new, old)
            if draft.new_of[old] in elsewhere and draft.new_of[old] not in draft.pinned:
                draft.doubt(draft.new_of[old], old)
