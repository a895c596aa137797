"""Settling a ledger that was joined from two branches, based on the text that git and the author have merged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order
from .fingerprint import shared, similarity, unpacked
from .matching import Decision, Doubt, Matching, Merge
from .texts import Texts
from .thresholds import CLEARLY, LITTLE


def chosen(texts: Texts) -> Ledger:
    """Return the ledger with the version of each id that fits the text best first; the others follow it.

    A merged or deleted paragraph becomes a line again if another version of it has words that are in the text.
    """
    ledger = texts.ledger
    versions, ends = _others_of(ledger)
    lines = tuple(_best_line(texts, line, versions.get(line.id, [])) for line in ledger.lines)
    tombstones = [_best_tombstone(texts, [tombstone, *ends.get(tombstone.id, [])]) for tombstone in ledger.tombstones]
    known = frozenset(lines)
    rest = (other for line in ledger.lines for other in (line, *versions.get(line.id, [])) if other not in known)
    fallen = (_best_tombstone(texts, ends[line.id]) for line in lines if line.id in ends)
    back = _standing_again(texts, lines, (line for tombstone in tombstones for line in versions.get(tombstone.id, ())))
    left = (tombstone for tombstone in tombstones if tombstone.id not in back)
    again = (tombstone for tombstone in tombstones if tombstone.id in back)
    return replace(ledger, lines=(*lines, *back.values()), tombstones=in_order(*left), others=(*rest, *fallen, *again))


def _others_of(ledger: Ledger) -> tuple[Mapping[str, list[LiveLine]], Mapping[str, list[Tombstone]]]:
    """Return the other versions of paragraphs, and the other ends of them, by id."""
    versions: dict[str, list[LiveLine]] = {}
    ends: dict[str, list[Tombstone]] = {}
    for other in ledger.others:
        if isinstance(other, LiveLine):
            versions.setdefault(other.id, []).append(other)
        else:
            ends.setdefault(other.id, []).append(other)
    return versions, ends


def _standing_again(texts: Texts, lines: Iterable[LiveLine], former: Iterable[LiveLine]) -> Mapping[str, LiveLine]:
    """Return those of the former lines, by id, whose words the text has once more than the lines say."""
    free = Counter(texts.shas) - Counter(line.sha for line in lines)
    back: dict[str, LiveLine] = {}
    for line in former:
        if line.id not in back and free[line.sha] > 0:
            free[line.sha] -= 1
            back[line.id] = line
    return back


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


def _best_tombstone(texts: Texts, tombstones: list[Tombstone]) -> Tombstone:
    """Return the end of a paragraph of whose words most are in one place; a deleted one has none."""
    if len(tombstones) == 1:
        return tombstones[0]
    shapes = list(map(texts.block_shape, texts.block_numbers))
    parts = {
        tombstone: unpacked(tombstone.fingerprint) for tombstone in tombstones if tombstone.reason is Reason.MERGED
    }
    words = {
        tombstone: max((shared(part, one).bit_count() for one in shapes), default=0)
        for tombstone, part in parts.items()
    }
    return max(tombstones, key=lambda tombstone: words.get(tombstone, 0))


def fallbacks(ledger: Ledger) -> Mapping[str, Tombstone]:
    """Return what became of paragraphs on the other branch, for those that the text no longer has."""
    return {other.id: other for other in ledger.others if isinstance(other, Tombstone)}


def find_undivided(matching: Matching) -> Matching:
    """Lead open lines to the paragraph that they were split from, where the merge has kept that as it was before.

    The other branch may have reworded it: then it has the words of the part, but not in their order. A person is asked.
    """
    texts = matching.texts
    divided = {other.id: len(other.fingerprint) for other in texts.ledger.others if isinstance(other, LiveLine)}
    numbers = {line.id: number for number, line in zip(texts.line_numbers, texts.lines, strict=True)}
    decisions: list[Decision] = []
    for line in matching.open_lines() if divided else ():
        whole = numbers.get(texts.lines[line].source)
        block = None if whole is None else matching.block_of[whole]
        if whole is None or block is None:
            continue
        shape, size = texts.line_shape(line), len(texts.lines[whole].fingerprint)
        is_longer = divided.get(texts.lines[whole].id, size) < size
        if is_longer and LCSseq.similarity(shape, texts.block_shape(block)) >= LITTLE * len(shape):
            decisions += (Merge(line, block), Doubt(block, line))
    return matching.after(decisions)


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
