"""The paragraphs that are gone: which of them are back, and where the words of the merged ones are now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rapidfuzz.distance import Indel

from ..model.fingerprint import RUN, packed, shared, similarity, unpacked
from ..model.ledger import LiveLine, Reason, Tombstone
from .pieces import size_of
from .rules import Draft, likely_pairs

BACK = 0.80
"""How alike a text must be to one that is gone to have its id back."""


def note_foreign(draft: Draft, stones: Iterable[Tombstone]) -> None:
    """Note which words of the lines belong to paragraphs that were merged into them."""
    old_of = {line.id: old for old, line in enumerate(draft.lines)}
    for stone in stones:
        old = old_of.get(stone.to, -1)
        if stone.reason is Reason.MERGED and old >= 0:
            part = unpacked(stone.fingerprint)
            start = draft.old_shape(old).find(part)
            if start >= 0 and len(part) < len(draft.old_shape(old)):
                draft.foreign[old] = draft.foreign.get(old, 0) | ((1 << len(part)) - 1) << start


def restorable(draft: Draft, stones: Mapping[int, Tombstone]) -> Iterator[tuple[int, int]]:
    """Yield the new blocks that have nearly the words of a paragraph that is gone, each with that one's number."""
    fresh = {new: draft.new_shape(new) for new in draft.fresh()}
    shas = {line.sha for line in draft.lines}
    gone = {number: unpacked(stone.fingerprint) for number, stone in stones.items() if fresh}
    found = []
    for number, new in likely_pairs(gone, fresh):
        alike = similarity(gone[number], fresh[new])
        if alike >= BACK and draft.shas[new] not in shas and _is_free(draft, stones[number], new):
            found.append((-alike, number, new))
    used: set[int] = set()
    seen: set[int] = set()
    for _, number, new in sorted(found):
        if number not in seen and new not in used:
            seen.add(number)
            used.add(new)
            yield new, number


def _is_free(draft: Draft, stone: Tombstone, new: int) -> bool:
    """Tell whether a block may have the id back: what was merged only when it is taken out again."""
    holder = next((old for old, line in enumerate(draft.lines) if line.id == stone.to), -1)
    if stone.reason is not Reason.MERGED or holder < 0 or draft.part_of.get(new) == holder:
        return True
    block = draft.new_of[holder]
    return block < 0 or shared(unpacked(stone.fingerprint), draft.new_shape(block)) == 0


def stretch(shape: str, start: int, end: int, into: str) -> tuple[int, int]:
    """Return where the words `start` to `end` of a shape stand in another that was made from it; empty when nowhere.

    Only runs of words bear a place: a single word that both have may come from anywhere. Words that were replaced stand
    between the run before and the run behind them.
    """
    least = min(RUN, len(shape))
    runs = [block for block in Indel.opcodes(shape, into) if block.tag == "equal" and size_of(block) >= least]
    low = max((run.dest_end for run in runs if run.src_end <= start), default=0)
    high = min((run.dest_start for run in runs if run.src_start >= end), default=len(into))
    inside = [run for run in runs if run.src_end > start and run.src_start < end]
    if inside:
        low = max(low, inside[0].dest_start + start - inside[0].src_start)
        high = min(high, inside[-1].dest_end + end - inside[-1].src_end)
    return low, max(low, high)


def followed(stone: Tombstone, line: LiveLine, heirs: Mapping[str, str], editions: tuple[str, str]) -> Tombstone:
    """Return the tombstone of a merged paragraph, led to the heir of its line that has most of its words now.

    `heirs` are the unpacked fingerprints of the paragraphs that the line became, by id; `editions` the one before and
    the present one. A paragraph whose words were taken out is gone with the present edition.
    """
    whole, part = unpacked(line.fingerprint), unpacked(stone.fingerprint)
    start = whole.find(part)
    if start < 0 or not part or not heirs:
        return stone
    best = max(heirs, key=lambda heir: (shared(part, heirs[heir]).bit_count(), heir == line.id))
    begin, end = stretch(whole, start, start + len(part), heirs[best])
    if begin == end:
        return replace(stone, reason=Reason.DELETED, to=best, last=editions[0], edition=editions[1])
    return replace(stone, to=best, fingerprint=packed(heirs[best][begin:end]))
