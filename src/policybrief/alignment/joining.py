"""Joining the ledgers of two branches: a three-way merge, id by id.

A change to an id by only one branch wins. If both changed it, or gave one id to two paragraphs, both versions are kept:
git merges the chapters after the ledger, so only the next alignment can see which of them fits the text
(`joined.chosen`). No id that any of the three ledgers has is lost.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order
from .order import rising

Entry = LiveLine | Tombstone


def join(base: Ledger, ours: Ledger, theirs: Ledger) -> Ledger:
    """Return the joined ledger of two branches, given that of their common ancestor.

    With an empty base, the text must decide every difference. If both sides are the same, so is the result.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    entries = [ledger.by_id() for ledger in (base, ours, theirs)]
    ids = dict.fromkeys(one for known in (entries[1], entries[2], entries[0]) for one in known)
    found = {one: _versions(*(known.get(one) for known in entries)) for one in ids}
    first = {one: versions[0] for one, versions in found.items()}
    carried = (other for ledger in (ours, theirs) for other in ledger.others)
    others = (*(other for versions in found.values() for other in versions[1:]), *_still_open(carried, first))
    lines = tuple(entry for one in _order(base, ours, theirs) if isinstance(entry := first[one], LiveLine))
    tombstones = (entry for entry in first.values() if isinstance(entry, Tombstone))
    edition = theirs.edition if ours.edition == base.edition else ours.edition
    return Ledger(edition, lines, in_order(*tombstones), joined=True, others=tuple(dict.fromkeys(others)))


def _still_open(carried: Iterable[Entry], first: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield what earlier joins have left to the text, but for ids that a person has taken away since."""
    for other in carried:
        entry = first[other.id]
        if entry != other and not (isinstance(entry, Tombstone) and entry.reason is Reason.DROPPED):
            yield other


def _versions(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> tuple[Entry, ...]:
    """Return what holds of an id, and after it what the other branch says if that may hold as well."""
    here, there = ours or theirs or base, theirs or ours or base
    assert here is not None  # the id is from one of the three
    assert there is not None
    if there in (here, base):
        return _and_what_was(here, there)
    if here == base:
        return _and_what_was(there, here)
    if isinstance(here, LiveLine) and isinstance(there, LiveLine):
        return _joined_lines(base if isinstance(base, LiveLine) else None, here, there)
    if isinstance(here, LiveLine) and isinstance(there, Tombstone):
        return _line_or_tombstone(base, here, there)
    if isinstance(here, Tombstone) and isinstance(there, LiveLine):
        return _line_or_tombstone(base, there, here)
    assert isinstance(here, Tombstone)
    assert isinstance(there, Tombstone)
    return _joined_tombstones(here, there)


def _and_what_was(holds: Entry, before: Entry) -> tuple[Entry, ...]:
    """Return what one branch alone has made of an id, and what was before where the text may still have that.

    Git may have kept the other side of a conflict, or both: a paragraph that was merged stands by itself all the same,
    or one that was taken out of another again is still in it.
    """
    if isinstance(holds, LiveLine) or holds.reason is Reason.DROPPED or holds == before:
        return (holds,)
    merged = holds if isinstance(before, LiveLine) else before
    return (holds, before) if merged.reason is Reason.MERGED else (holds,)


def _joined_lines(base: LiveLine | None, ours: LiveLine, theirs: LiveLine) -> tuple[Entry, ...]:
    """Join field by field what both branches changed of a paragraph; its words are kept in both versions."""
    line = ours
    if base is not None:
        chapter = theirs.chapter if ours.chapter == base.chapter else ours.chapter
        review = theirs.review if ours.review == base.review else ours.review
        words = theirs if ours.sha == base.sha else ours
        line = replace(words, chapter=chapter, review=review, first=base.first)
        if base.sha in (ours.sha, theirs.sha):
            # A paragraph that one branch has taken elsewhere and the other has edited may be in the text twice.
            doubled = (ours if ours.sha == base.sha else theirs).chapter != base.chapter
            return (line, replace(base, chapter=chapter, review=review)) if doubled else (line,)
    if ours.sha == theirs.sha:
        return (line,)
    return (line, replace(theirs, chapter=line.chapter, review=line.review))


def _line_or_tombstone(base: Entry | None, line: LiveLine, tombstone: Tombstone) -> tuple[Entry, ...]:
    """Weigh a paragraph that one branch has kept and the other has taken out or merged."""
    untouched = isinstance(base, LiveLine) and (base.sha, base.chapter) == (line.sha, line.chapter)
    if tombstone.reason is Reason.DROPPED or untouched:
        return _and_what_was(tombstone, line)
    return (line, tombstone)


def _joined_tombstones(ours: Tombstone, theirs: Tombstone) -> tuple[Entry, ...]:
    """Weigh two ends of a paragraph: what a person decided first, then where its words are."""
    ranks = (Reason.DROPPED, Reason.MERGED, Reason.DELETED)
    one, other = sorted((ours, theirs), key=lambda tombstone: ranks.index(tombstone.reason))
    return (one, other) if other.reason is Reason.MERGED and one.reason is Reason.MERGED else (one,)


@dataclass(frozen=True, slots=True)
class _KeptOrder:
    """The ids of the lines of a ledger, and which of them have kept the order of the base."""

    ids: Sequence[str]
    still: frozenset[str]

    @classmethod
    def of(cls, ledger: Ledger, base: Ledger) -> "_KeptOrder":
        ids = [line.id for line in ledger.lines]
        places = {line.id: place for place, line in enumerate(base.lines)}
        common = [one for one in ids if one in places]
        return cls(ids, frozenset(rising(common, [places[one] for one in common])))


def _order(base: Ledger, ours: Ledger, theirs: Ledger) -> list[str]:
    """Return all ids of lines in an order that has what each branch has moved where that branch has it."""
    mine, other = _KeptOrder.of(ours, base), _KeptOrder.of(theirs, base)
    moved = {one for one in other.ids if one in mine.still and one not in other.still}
    moved &= {line.id for line in base.lines}
    order = [one for one in mine.ids if one not in moved]
    order = _with(order, other.ids)
    return _with(order, [line.id for line in base.lines])


def _with(order: list[str], more: Sequence[str]) -> list[str]:
    """Return an order with the ids of another that it lacks, each after the one that it comes after there."""
    known = set(order)
    behind: dict[str, list[str]] = {"": []}
    before = ""
    for one in more:
        if one in known:
            before = one
        else:
            behind.setdefault(before, []).append(one)
    return [*behind[""], *(found for one in order for found in (one, *behind.get(one, ())))]
