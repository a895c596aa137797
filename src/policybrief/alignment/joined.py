"""A ledger that was joined from those of two branches, settled by the text that git and the author have merged."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.ledger import Ledger, LiveLine, Tombstone, in_order
from .fingerprint import shared, similarity, unpacked
from .likeness import likely_pairs
from .matching import Decision, Doubt, Matching, Merge
from .texts import BlockNo, LineNo, Texts
from .thresholds import CLEARLY, COVERED_FAR, TELLING_WORDS


def chosen(texts: Texts) -> Ledger:
    """Return the ledger with that version of each id first that fits the text best; the rest stays after it."""
    ledger = texts.ledger
    versions: dict[str, list[LiveLine]] = {}
    ends: dict[str, list[Tombstone]] = {}
    for other in ledger.others:
        if isinstance(other, LiveLine):
            versions.setdefault(other.id, []).append(other)
        else:
            ends.setdefault(other.id, []).append(other)
    lines = tuple(_best_line(texts, line, versions.get(line.id, [])) for line in ledger.lines)
    stones = (_best_stone(texts, [stone, *ends.get(stone.id, [])]) for stone in ledger.tombstones)
    rest = (other for line in ledger.lines for other in (line, *versions.get(line.id, [])) if other not in lines)
    fallen = (_best_stone(texts, ends[line.id]) for line in lines if line.id in ends)
    return replace(ledger, lines=lines, tombstones=in_order(*stones), others=(*rest, *fallen))


def _best_line(texts: Texts, line: LiveLine, others: list[LiveLine]) -> LiveLine:
    """Return the version of a paragraph whose words are in the text, else the one that is most like a part of it."""
    if not others:
        return line
    shas = set(texts.shas)
    standing = [version for version in (line, *others) if version.sha in shas]
    if standing:
        return standing[0]
    shapes = list(map(texts.block_shape, texts.block_numbers))
    return max(
        (line, *others),
        key=lambda version: max((similarity(unpacked(version.fingerprint), shape) for shape in shapes), default=0.0),
    )


def _best_stone(texts: Texts, stones: list[Tombstone]) -> Tombstone:
    """Return the end of a paragraph of whose words most are in one place."""
    if len(stones) == 1:
        return stones[0]
    shapes = list(map(texts.block_shape, texts.block_numbers))
    parts = {stone: unpacked(stone.fingerprint) for stone in stones}
    return max(stones, key=lambda stone: max((shared(parts[stone], shape).bit_count() for shape in shapes), default=0))


def fallbacks(ledger: Ledger) -> Mapping[str, Tombstone]:
    """Return what became of paragraphs on the other branch, for those that the text no longer has."""
    return {other.id: other for other in ledger.others if isinstance(other, Tombstone)}


def find_swallowed(matching: Matching) -> Matching:
    """Lead open lines to blocks of the whole text that have their words, also to those that nobody changed.

    Only after a join: otherwise such a block was a copy of the paragraph, and had an id of its own.
    """
    if not matching.texts.ledger.joined:
        return matching
    texts = matching.texts
    lines = {line: texts.line_shape(line) for line in matching.open_lines()}
    blocks = {block: texts.block_shape(block) for block in texts.block_numbers}
    best: dict[LineNo, tuple[int, BlockNo]] = {}
    for line, block in likely_pairs(lines, blocks):
        covered = shared(lines[line], blocks[block]).bit_count()
        enough = covered >= max(TELLING_WORDS, COVERED_FAR * len(lines[line]))
        if enough and (line not in best or covered > best[line][0]):
            best[line] = covered, block
    return matching.after(Merge(line, block) for line, (_, block) in best.items())


def doubt_doubled(matching: Matching) -> Matching:
    """Doubt the blocks that are two versions of one paragraph, which the merge of the text has both kept.

    And those whose paragraph one branch has taken out while the other has put it together with another.
    """
    versions: dict[str, list[LiveLine]] = {}
    for other in matching.texts.ledger.others:
        if isinstance(other, LiveLine):
            versions.setdefault(other.id, []).append(other)
    doubled = matching.after(_doubled(matching, versions)) if versions else matching
    return doubled.after(_taken_out_elsewhere(doubled))


def _taken_out_elsewhere(matching: Matching) -> Iterator[Decision]:
    """Doubt the paragraphs that one branch has edited and the other taken out, where the text has other words now."""
    texts, ends = matching.texts, fallbacks(matching.texts.ledger)
    for line, kept in matching.matches() if ends else ():
        if texts.lines[line].id in ends and not texts.same_words(line, kept) and kept not in matching.pinned:
            yield Doubt(kept, line)


def _doubled(matching: Matching, versions: Mapping[str, list[LiveLine]]) -> Iterator[Decision]:
    texts = matching.texts
    for line, kept in zip(texts.line_numbers, matching.block_of, strict=True):
        for version in versions.get(texts.lines[line].id, ()):
            shape = unpacked(version.fingerprint)
            for block in matching.open_blocks():
                same = texts.shas[block] == version.sha
                if same or similarity(shape, texts.block_shape(block)) >= CLEARLY:
                    yield Doubt(block, line)
                    if kept is not None and kept not in matching.pinned:
                        yield Doubt(kept, line)
