"""A ledger that has lost ids gets them back: the ids that were ever published only grow in number."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..alignment.copies import copies_in
from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order, tombstone_of

_RELATED = 0.2
"""The share of ids that a ledger has in common with an earlier one of the same brief, at the least.

Two briefs of hundreds of paragraphs share some ids by chance, for ids are short: about one in a hundred.
"""


def with_known_ids(ledger: Ledger, past: Iterable[Ledger]) -> Ledger:
    """Return the ledger with every id that the ledgers of the past hold, given the newest first.

    An id that it lacks becomes a tombstone: merged, when its words are those of a paragraph that it holds, or most of
    them those of its copy; else deleted. The next alignment brings it back to life if its paragraph is in the text
    again; the line that it had is kept for that, for the text may have both the paragraph and its copy. A ledger of the
    past that has hardly an id in common with this one is that of another brief, and is passed over; a ledger without
    any id takes up after the newest.
    """
    waiting = list(past)
    if not ledger.ids() and waiting:
        ledger = waiting.pop(0)
    known = ledger.ids()
    related = tuple(_related(known, waiting))
    ledger = _with_words_of_their_own(ledger, related)
    copy_of = copies_in(ledger)
    found: dict[str, Tombstone] = {}
    lines: dict[str, LiveLine] = {}
    for one in related:
        lost = {line.id: line for line in one.lines if line.id not in known and line.id not in found}
        lines |= lost
        for tombstone in _tombstones(one, ledger, copy_of):
            if tombstone.id not in known:
                found.setdefault(tombstone.id, tombstone)
    if not found:
        return ledger
    everything = known | found.keys()
    tombstones = (
        tombstone if tombstone.to in everything else replace(tombstone, to="") for tombstone in found.values()
    )
    others = (*ledger.others, *lines.values())
    return replace(ledger, tombstones=in_order(*ledger.tombstones, *tombstones), others=others)


def _with_words_of_their_own(ledger: Ledger, past: Iterable[Ledger]) -> Ledger:
    """Return the ledger without the words of lines that it was checked out with, if an id that it lacks has them since.

    A paragraph was divided, or the two versions of it from a merge were told apart, after the ledger was written: the
    newest ledger of the past then says which words each of the two has.
    """
    known = ledger.ids()
    changed: dict[str, LiveLine] = {}
    for one in past:
        theirs = {line.sha for line in one.lines if line.id not in known}
        lines = {line.id: line for line in one.lines}
        for line in ledger.lines:
            if line.sha in theirs and line.id in lines and lines[line.id].sha != line.sha:
                changed.setdefault(line.id, lines[line.id])
    return replace(ledger, lines=tuple(changed.get(line.id, line) for line in ledger.lines)) if changed else ledger


def _related(known: frozenset[str], past: Iterable[Ledger]) -> Iterator[Ledger]:
    """Yield the ledgers of the same brief; one may be known for such only by another."""
    waiting, pool, grows = list(past), set(known), True
    while grows:
        grows, left = False, []
        for ledger in waiting:
            ids = ledger.ids()
            if len(ids & pool) >= _RELATED * min(len(ids), len(pool)) and ids & pool:
                pool |= ids
                grows = True
                yield ledger
            else:
                left.append(ledger)
        waiting = left


def _tombstones(past: Ledger, ledger: Ledger, copy_of: Callable[[LiveLine], str]) -> Iterator[Tombstone]:
    """Yield every id of a ledger of the past as a tombstone."""
    live = {line.id for line in ledger.lines}
    nearest = next((line.id for line in past.lines if line.id in live), "")
    for line in past.lines:
        if line.id in live:
            nearest = line.id
        copy = "" if line.id in live else copy_of(line)
        reason, to = (Reason.MERGED, copy) if copy else (Reason.DELETED, nearest)
        yield tombstone_of(line, reason, to, past.edition, ledger.edition)
    yield from past.tombstones
