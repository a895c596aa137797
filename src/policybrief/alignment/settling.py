"""A person's decisions about ids: that a paragraph is the one it was taken for, that it is not, or which one it is."""

from collections.abc import Collection
from dataclasses import replace

from ..model.ledger import Ledger, Reason, Tombstone, in_order, tombstone_of


def accept(ledger: Ledger, ids: Collection[str] | None = None) -> Ledger:
    """Return the ledger in which these paragraphs are what they were taken for; all of them without `ids`."""
    lines = (replace(line, review=()) if ids is None or line.id in ids else line for line in ledger.lines)
    return replace(ledger, lines=tuple(lines))


def drop(ledger: Ledger, ids: Collection[str]) -> Ledger:
    """Return the ledger without the lines of these paragraphs: each is not the one its id was given to.

    The ids become tombstones that no text brings back; the next alignment gives the paragraphs new ones. A tombstone
    leads to the paragraph before, where there is none to the first.
    """
    kept = tuple(line for line in ledger.lines if line.id not in ids)
    tombstones: list[Tombstone] = []
    place = kept[0].id if kept else ""
    for line in ledger.lines:
        if line.id in ids:
            tombstones.append(tombstone_of(line, Reason.DROPPED, place, ledger.edition, ledger.edition))
        else:
            place = line.id
    return replace(ledger, lines=kept, tombstones=in_order(*ledger.tombstones, *tombstones))


def pin(ledger: Ledger, paragraph_id: str, instead_of: str) -> Ledger:
    """Return the ledger in which the paragraph with the id `instead_of` has `paragraph_id`, and is not in doubt.

    The former id leads there too. Raises ValueError, with a message for the author, when that cannot be.
    """
    lines = {line.id: line for line in ledger.lines}
    tombstones = {tombstone.id: tombstone for tombstone in ledger.tombstones}
    if paragraph_id in lines:
        raise ValueError(f"{paragraph_id} is another paragraph's id; drop it there first")
    if paragraph_id not in tombstones:
        raise ValueError(f"{paragraph_id} was never given to a paragraph")
    if instead_of not in lines:
        raise ValueError(f"{instead_of} is not the id of a paragraph")
    old, back = lines[instead_of], tombstones.pop(paragraph_id)
    line = replace(old, id=paragraph_id, first=back.first, review=(), first_words=None)
    tombstones[instead_of] = tombstone_of(old, Reason.MERGED, paragraph_id, ledger.edition, ledger.edition)
    kept = tuple(line if known is old else known for known in ledger.lines)
    return replace(ledger, lines=kept, tombstones=in_order(*tombstones.values()))
