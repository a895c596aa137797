"""Restores ids that a ledger has lost: the number of published ids only grows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..alignment.copies import copies_in
from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order, tombstone_of

_RELATED = 0.2
"""The least share of ids that a ledger has in common with an earlier one of the same brief.

Two briefs of hundreds of paragraphs share some ids by chance, because ids are short: about one in a hundred.
"""


def with_known_ids(ledger: Ledger, past: Iterable[Ledger]) -> Ledger:
    """Return the ledger with every id of the past ledgers, which are given newest first.

    A missing id becomes a tombstone: merged, if its words are in a paragraph of the ledger, or most of them in its
    copy; otherwise deleted. The next alignment revives it if its paragraph is in the text again; its old line is kept
    for that, because the text may have both the paragraph and its copy. A past ledger with hardly any ids in common
    belongs to another brief and is skipped; a ledger without ids continues the newest one.
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
    """Return the ledger without words that lines had at checkout but that a missing id has had since.

    A paragraph was split, or its two versions from a merge were separated, after the ledger was written: the newest
    past ledger then says which words each of the two has.
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
    """Yield the ledgers of the same brief; one may be recognised only through another."""
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
    """Yield every id of a past ledger as a tombstone."""
    live = {line.id for line in ledger.lines}
    nearest = next((line.id for line in past.lines if line.id in live), "")
    for line in past.lines:
        if line.id in live:
            nearest = line.id
        copy = "" if line.id in live else copy_of(line)
        reason, to = (Reason.MERGED, copy) if copy else (Reason.DELETED, nearest)
        yield tombstone_of(line, reason, to, past.edition, ledger.edition)
    yield from past.tombstones
