"""Open decisions for a person: weak matches, close rivals, and copies that look like the original."""

from collections import defaultdict
from collections.abc import Iterator

from .likeness import likely_pairs
from .matching import Decision, Doubt, Match, Matching
from .order import Border, gaps_of, moved_blocks
from .texts import BlockNo, LineNo
from .thresholds import ANYWHERE, CLEARLY, COPY, MARGIN, SURE


def prefer_place(matching: Matching) -> Matching:
    """Match a line whose words turned up elsewhere to the block in its place, if that is very similar.

    Either a copy was pasted and then the original edited, or it only seems so: both blocks are doubtful.
    """
    open_blocks = matching.open_blocks()
    if not open_blocks:
        return matching
    texts, gaps = matching.texts, gaps_of(matching)
    beside: dict[Border, list[BlockNo]] = defaultdict(list)
    for block in open_blocks:
        for border in dict.fromkeys(gaps.of_block[block]):
            beside[border].append(block)
    decisions: list[Decision] = []
    used: set[BlockNo] = set()
    for block in sorted(moved_blocks(matching) - matching.pinned):
        line = matching.line_of[block]
        if line is None:
            continue
        rivals = (rival for border in gaps.of_line[line] for rival in beside[border] if rival not in used)
        alike = {rival: texts.likeness(line, rival) for rival in rivals if gaps.together(line, rival)}
        best = max(alike, key=lambda rival: alike[rival], default=None)
        if best is not None and alike[best] >= CLEARLY:
            used.add(best)
            decisions += (Match(line, best, alike[best]), Doubt(best, line), Doubt(block, line))
    return matching.after(decisions)


def doubt_matches(matching: Matching) -> Matching:
    """Doubt matches with little likeness, or with hardly more than something else has."""
    return matching.after((*_weak_matches(matching), *_close_rivals(matching)))


def _weak_matches(matching: Matching) -> Iterator[Doubt]:
    for block, likeness in matching.likeness.items():
        line = matching.line_of[block]
        if line is not None and likeness < SURE and block not in matching.pinned:
            yield Doubt(block, line)


def _close_rivals(matching: Matching) -> Iterator[Doubt]:
    """Doubt lines and blocks that are not matched and yet nearly as alike as each is to its match, if it has one.

    None of them is pinned: a pin is matched before likeness is looked at.
    """
    for (line, block), likeness in matching.alike.items():
        if matching.line_of[block] == line or likeness < ANYWHERE:
            continue
        if matching.origins.get(block) == line or matching.merged.get(line) == block:
            continue
        if max(_strength(matching, block), _strength(matching, matching.block_of[line])) <= likeness + MARGIN:
            yield from _rival(matching, line, block)


def _strength(matching: Matching, block: BlockNo | None) -> float:
    """Return how alike a block is to its line; 0 for none."""
    if block is None or matching.line_of[block] is None:
        return 0.0
    return matching.likeness.get(block, 1.0)


def _rival(matching: Matching, line: LineNo, block: BlockNo) -> Iterator[Doubt]:
    own_line, own_block = matching.line_of[block], matching.block_of[line]
    if own_line is not None:
        yield Doubt(block, own_line)
        yield Doubt(block, line)
    if own_block is not None:
        yield Doubt(own_block, line)
        if own_line is None:
            yield Doubt(block, line)


def doubt_copies(matching: Matching) -> Matching:
    """Doubt the new blocks that look like copies of a paragraph that kept its words.

    If that paragraph is no longer in its place, it may be the copy itself, and is doubtful too.
    """
    texts = matching.texts
    new = [block for block in matching.open_blocks() if block not in matching.origins]
    if not new:
        return matching
    shapes = {block: texts.block_shape(block) for block in new}
    sizes = [len(shape) for shape in shapes.values()]
    least, most = min(sizes) * COPY / (2 - COPY), max(sizes) * (2 - COPY) / COPY
    originals = {
        line: texts.line_shape(line)
        for line, block in zip(texts.line_numbers, matching.block_of, strict=True)
        if block is not None and 2 * least <= len(texts.lines[line].fingerprint) <= 2 * most
    }
    moved = moved_blocks(matching)
    decisions: list[Decision] = []
    for line, copy in likely_pairs(originals, shapes):
        original = matching.block_of[line]
        if original is None:
            continue
        limit = SURE if original in moved else COPY
        if texts.likeness(line, copy) >= limit:
            decisions.append(Doubt(copy, line))
            if original in moved and original not in matching.pinned:
                decisions.append(Doubt(original, line))
    return matching.after(decisions)
