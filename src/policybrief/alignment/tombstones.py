"""Paragraphs that are gone: which of them are back, and where the words of merged ones are now."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import NewType

from rapidfuzz.distance import LCSseq

from ..model.ledger import LiveLine, Reason, Tombstone
from .fingerprint import packed, shared, similarity, unpacked
from .likeness import likely_pairs
from .matching import Matching, NewId
from .runs import stretch
from .texts import BlockNo, LineNo, Texts
from .thresholds import BACK, BACK_WITHIN, LITTLE, NEARLY_ALL

TombstoneNo = NewType("TombstoneNo", int)
"""The place of a tombstone in the ledger, from 0."""


def merged_parts(texts: Texts, line: LineNo) -> Mapping[Tombstone, int]:
    """Return which words of a line belong to each paragraph that was merged into it: a bit for each word."""
    shape, found = texts.line_shape(line), dict[Tombstone, int]()
    for tombstone in texts.ledger.tombstones:
        if tombstone.reason is Reason.MERGED and tombstone.to == texts.lines[line].id:
            part = unpacked(tombstone.fingerprint)
            start = shape.find(part)
            if start >= 0 and len(part) < len(shape):
                found[tombstone] = ((1 << len(part)) - 1) << start
    return found


def words_of_merged(texts: Texts, line: LineNo) -> int:
    """Return which words of a line belong to paragraphs that were merged into it: a bit for each word."""
    return reduce(or_, merged_parts(texts, line).values(), 0)


def own_shape(texts: Texts, line: LineNo) -> str:
    """Return the shape of a line without the words of the paragraphs that were merged into it."""
    shape, merged = texts.line_shape(line), words_of_merged(texts, line)
    return "".join(word for at, word in enumerate(shape) if not merged >> at & 1) if merged else shape


def name_restored(matching: Matching) -> Matching:
    """Give open blocks that have nearly the words of a paragraph that is gone, or a large part of them, its id back."""
    if not matching.open_blocks():
        return matching
    pinned = frozenset(matching.names.values())
    gone = {
        TombstoneNo(number): tombstone
        for number, tombstone in enumerate(matching.texts.ledger.tombstones)
        if tombstone.reason is not Reason.DROPPED and tombstone.id not in pinned
    }
    return matching.after(NewId(block, gone[number].id) for block, number in _restored(matching, gone))


def _restored(matching: Matching, gone: Mapping[TombstoneNo, Tombstone]) -> Iterator[tuple[BlockNo, TombstoneNo]]:
    """Yield the open blocks that are back, each with its tombstone, the most alike first."""
    texts = matching.texts
    lines_by_id = {line.id: number for number, line in zip(texts.line_numbers, texts.lines, strict=True)}
    known = {line.sha for line in texts.lines}
    shapes = {block: texts.block_shape(block) for block in matching.open_blocks()}
    former = {number: unpacked(tombstone.fingerprint) for number, tombstone in gone.items()}
    found: list[tuple[float, TombstoneNo, BlockNo]] = []
    for number, block in likely_pairs(former, shapes):
        alike = similarity(former[number], shapes[block])
        is_back = alike >= BACK or _is_part(gone[number], former[number], shapes[block])
        holder = lines_by_id.get(gone[number].to)
        kept = texts.shas[block] in known  # of the same words as a paragraph that was never gone
        if is_back and not kept and _is_free(matching, gone[number], holder, block):
            found.append((-alike, number, block))
    used: set[TombstoneNo] = set()
    named: set[BlockNo] = set()
    for _, number, block in sorted(found):
        if number not in used and block not in named:
            used.add(number)
            named.add(block)
            yield block, number


def _is_part(tombstone: Tombstone, former: str, shape: str) -> bool:
    """Tell whether a text is a large part of a paragraph that was deleted, and hardly anything else."""
    if tombstone.reason is not Reason.DELETED or len(shape) < BACK_WITHIN:
        return False
    same = shared(shape, former).bit_count()
    return same >= NEARLY_ALL * len(shape) and same >= LITTLE * len(former)


def _is_free(matching: Matching, tombstone: Tombstone, holder: LineNo | None, block: BlockNo) -> bool:
    """Tell whether a block may have the id back: that of a merged paragraph only when it is taken out again.

    `holder` is the line that the tombstone leads to.
    """
    if tombstone.reason is not Reason.MERGED or holder is None or matching.origins.get(block) == holder:
        return True
    holding = matching.block_of[holder]
    return holding is None or not shared(unpacked(tombstone.fingerprint), matching.texts.block_shape(holding))


def followed(tombstone: Tombstone, line: LiveLine, heirs: Mapping[str, str], before: str, edition: str) -> Tombstone:
    """Return the tombstone of a merged paragraph, led to the heir of its line that has most of its words now.

    `heirs` are the shapes of the paragraphs that the line became, by id; `before` and `edition` the former edition and
    the present one. A paragraph most of whose words were taken out is gone with the present edition.
    """
    whole, part = unpacked(line.fingerprint), unpacked(tombstone.fingerprint)
    start = whole.find(part)
    if start < 0 or not part or not heirs:
        return tombstone
    best = max(heirs, key=lambda heir: (shared(part, heirs[heir]).bit_count(), heir == line.id))
    begin, end = stretch(whole, start, start + len(part), heirs[best])
    if begin == end and still_holds(tombstone, heirs[best]):  # the words are in another order there
        return replace(tombstone, to=best)
    few = LITTLE * len(part)
    if begin == end or (end - begin < few and LCSseq.similarity(part, heirs[best]) < few):
        return replace(tombstone, reason=Reason.DELETED, to=best, last=before, edition=edition)
    return replace(tombstone, to=best, fingerprint=packed(heirs[best][begin:end]))


def still_holds(tombstone: Tombstone, shape: str) -> bool:
    """Tell whether a paragraph, by its shape, has half of what is left of one that was merged."""
    part = unpacked(tombstone.fingerprint)
    return 2 * shared(part, shape).bit_count() >= len(part)
