"""Events in the order of time: which entries are events, and by which dates they are ordered."""

from collections.abc import Iterable

from .dates import Date
from .glossary import Entry, Kind
from .sorting import SortKey, sort_key

EVENT_KINDS = (Kind.EVENT, Kind.TREATY, Kind.DOCUMENT)
"""What is in a timeline when it has a date."""


def events_in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that have a place in a timeline, by their dates; those of one day by name."""
    return tuple(sorted(filter(is_event, entries), key=_order))


def is_event(entry: Entry) -> bool:
    """Tell whether the entry has a place in a timeline."""
    return entry.dates is not None and entry.kind in EVENT_KINDS


def first_date(entry: Entry) -> Date:
    """Return the date by which an event is ordered: its beginning, or its end when only that is known."""
    if entry.dates and (date := entry.dates.start or entry.dates.end):
        return date
    raise ValueError(f"{entry.id} has no date")


def last_date(entry: Entry) -> Date:
    """Return the date up to which an event is drawn: its end, or its beginning when the end is open."""
    end = entry.dates.end if entry.dates else None
    return end or first_date(entry)


def _order(entry: Entry) -> tuple[int, int, SortKey]:
    return (first_date(entry).first.toordinal(), last_date(entry).last.toordinal(), sort_key(entry.name))
