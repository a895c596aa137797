"""Paragraphs that were in the text twice: if one of the two is deleted, its address leads to the other.

An author pastes a paragraph somewhere else, or a merge keeps both sides of a conflict. Both copies are published and
cited. The ledger knows that they are related: they once had the same words, or one was recorded as the other's source.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.ledger import Ledger, LiveLine
from .fingerprint import shared, unpacked
from .matching import Decision, Doubt, Matching, Merge
from .resolution import resolved
from .standing import is_a_part
from .texts import BlockNo, LineNo, Texts
from .thresholds import COVERED, COVERED_FAR, TELLING_WORDS


def find_copies(matching: Matching) -> Matching:
    """Lead open lines to their copy if that is still there and has most of their words."""
    open_lines = matching.open_lines()
    if not open_lines:
        return matching
    marks = _marks_of(matching.texts)
    kin: defaultdict[str, set[LineNo]] = defaultdict(set)
    for line, found in marks.items():
        for mark in found:
            kin[mark].add(line)
    copies = {line: sorted({one for mark in marks[line] for one in kin[mark]}) for line in open_lines}
    return matching.after(decision for line in open_lines for decision in _merger(matching, line, copies[line]))


def copied_from(matching: Matching, block: BlockNo) -> LineNo | None:
    """Return the line that a new block looks like a copy of: the most similar of those to be decided."""
    if matching.line_of[block] is not None:
        return None
    lines = sorted(matching.doubts.get(block, ()))
    return max(lines, key=lambda line: matching.texts.likeness(line, block), default=None)


def _merger(matching: Matching, line: LineNo, copies: Iterable[LineNo]) -> Iterator[Decision]:
    """Lead an open line to the copy that has most of its words; ask about it if that is not clear."""
    texts, shape = matching.texts, matching.texts.line_shape(line)
    blocks = (matching.block_of[one] for one in copies)
    words = {block: shared(shape, texts.block_shape(block)).bit_count() for block in blocks if block is not None}
    best = max(words, key=lambda block: words[block], default=None)
    if best is not None and _are_enough(words[best], len(shape), COVERED):
        yield Merge(line, best)
        if not _are_enough(words[best], len(shape), COVERED_FAR):
            yield Doubt(best, line)


def copies_in(ledger: Ledger) -> Callable[[LiveLine], str]:
    """Return what tells the id of the line of a ledger that has most of the words of a line which it lacks.

    It is empty where no line does that has the same words, is in the same chapter, or is the source of the lost one or
    made from it. Half of the words are enough where the line has hardly any others.
    """
    entries = ledger.by_id()
    kin: defaultdict[str, list[LiveLine]] = defaultdict(list)
    for line in ledger.lines:
        for mark in filter(None, (line.sha, line.source, line.chapter)):
            kin[mark].append(line)

    def copy_of(lost: LiveLine) -> str:
        source = resolved(entries, lost.source).line
        shape = unpacked(lost.fingerprint)
        family = (*kin[lost.sha], *((source,) if source else ()), *kin[lost.id], *kin[lost.chapter])
        lines = {line.id: line for line in family}
        words = {one: shared(shape, unpacked(line.fingerprint)).bit_count() for one, line in lines.items()}
        best = max(words, key=lambda one: words[one], default="")
        if best and _are_enough(words[best], len(shape), COVERED_FAR):
            return best
        return best if best and is_a_part(shape, words[best], unpacked(lines[best].fingerprint)) else ""

    return copy_of


def _are_enough(words: int, whole: int, share: float) -> bool:
    return words >= max(min(TELLING_WORDS, whole), share * whole)


def _marks_of(texts: Texts) -> Mapping[LineNo, frozenset[str]]:
    """Return what each line has in common with its copies: its words, and the source of either."""
    entries = texts.ledger.by_id()
    found: dict[LineNo, frozenset[str]] = {}
    for number, line in zip(texts.line_numbers, texts.lines, strict=True):
        source = resolved(entries, line.source).line if line.source else None
        telling = len(line.fingerprint) >= 2 * TELLING_WORDS  # a few words may be said in many places
        marks = (line.sha if telling else "", line.id, line.source, source.id if source else "")
        found[number] = frozenset(filter(None, marks))
    return found
