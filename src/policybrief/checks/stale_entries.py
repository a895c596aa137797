"""Entries that were looked at too long ago."""

from collections.abc import Iterator

from ..model.brief import Project
from ..model.dates import Date
from ..model.problems import Code, Problem


def check_stale_entries(project: Project) -> Iterator[Problem]:
    """Yield each entry whose `as_of` lies more than `stale_after` months before the date of the brief."""
    today = project.brief.date
    if today is None:
        return
    for entry in project.glossary.entries:
        if entry.as_of is None or Code.STALE_ENTRY.public in entry.allowed:
            continue
        months = _months(today) - _months(entry.as_of)
        if months > project.checks.stale_after:
            seen = f"'{entry.id}' is as of {entry.as_of.words}, {months} months before the date of the brief"
            hint = "look whether it is still so, and set 'as_of' to the day you did"
            yield Problem(Code.STALE_ENTRY, entry.place, seen, hint)


def _months(date: Date) -> int:
    return date.last.year * 12 + date.last.month
