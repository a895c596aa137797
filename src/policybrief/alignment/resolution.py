"""What an id leads to, through any number of merges and losses."""

from collections.abc import Mapping

from ..model.ledger import Ledger, LiveLine, Reason, Resolution, Status, Tombstone


def resolve(ledger: Ledger, paragraph_id: str) -> Resolution:
    """Return where an id leads."""
    return resolved(ledger.by_id(), paragraph_id)


def resolved(entries: Mapping[str, LiveLine | Tombstone], paragraph_id: str) -> Resolution:
    """Return what an id leads to, given `Ledger.by_id`, for many calls."""
    entry = entries.get(paragraph_id)
    if entry is None:
        return Resolution(Status.UNKNOWN)
    if isinstance(entry, LiveLine):
        return Resolution(Status.REVIEW if entry.review else Status.LIVE, entry)
    gone = False
    seen: set[str] = set()  # a ledger merged by hand may lead in a circle
    found: LiveLine | Tombstone | None = entry
    while isinstance(found, Tombstone) and found.id not in seen:
        seen.add(found.id)
        gone = gone or found.reason is not Reason.MERGED
        found = entries.get(found.to)
    line = found if isinstance(found, LiveLine) else None
    status = Status.GONE if gone or line is None else Status.REVIEW if line.review else Status.MERGED
    return Resolution(status, line, entry)
