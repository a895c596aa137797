"""Events in order of time: which entries are events, and the dates that order them."""

from collections.abc import Iterable

from .dates import Date
from .glossary import Entry, Kind
from .sorting import SortKey, sort_key

EVENT_KINDS = (Kind.EVENT, Kind.TREATY, Kind.DOCUMENT)
"""The kinds of entries that are in a timeline if they have a date."""


def events_in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries of a timeline, ordered by date and then by name."""
    return tuple(sorted(filter(is_event, entries), key=_order))


def is_event(entry: Entry) -> bool:
    """Tell whether the entry belongs in a timeline."""
    return entry.dates is not None and entry.kind in EVENT_KINDS


def first_date(entry: Entry) -> Date:
    """Return the date that orders an event: its beginning, or its end if only that is known."""
    if entry.dates and (date := entry.dates.start or entry.dates.end):
        return date
    raise ValueError(f"{entry.id} has no date")


def last_date(entry: Entry) -> Date:
    """Return the date up to which an event is drawn: its end, or its beginning if the end is open."""
    end = entry.dates.end if entry.dates else None
    return end or first_date(entry)


def _order(entry: Entry) -> tuple[int, int, SortKey]:
    return (first_date(entry).first.toordinal(), last_date(entry).last.toordinal(), sort_key(entry.name))
