"""Entries that were verified too long ago."""

from collections.abc import Iterator

from ..model.check import Finding
from ..model.dates import Date
from ..model.publication import Publication


def check_stale_entries(publication: Publication) -> Iterator[Finding]:
    """Yield each entry whose `as_of` is more than `stale_after` months before the date of the brief."""
    project, today = publication.project, publication.brief.date
    if today is None:
        return
    for entry in project.glossary.entries:
        if entry.as_of is None:
            continue
        months = _months(today) - _months(entry.as_of)
        if months > project.checks.stale_after:
            seen = f"'{entry.id}' is as of {entry.as_of.words}, {months} months before the date of the brief"
            hint = "check that it is still true, and set 'as_of' to the day you checked"
            yield Finding(entry, seen, hint)


def _months(date: Date) -> int:
    return date.last.year * 12 + date.last.month
