"""Dates and periods in words, in the language of the readers.

A preposition depends on what follows it (`seit 1994`, but `seit dem 12. Mai 1994`), so each message has a separate
translation for a year, a month and a day.
"""

from collections.abc import Mapping

from ..wording.calendar import beginning_of_range, day_in_words, month_in_words, ordinal_ending
from ..wording.words import Words, message_as
from .brief import Brief
from .dates import Date, Span

_SINCE = {
    "year": message_as("year", "since {date}"),
    "month": message_as("month", "since {date}"),
    "day": message_as("day", "since {date}"),
    "any date": message_as("any date", "since {date}"),
}
_UNTIL = {
    "year": message_as("year", "until {date}"),
    "month": message_as("month", "until {date}"),
    "day": message_as("day", "until {date}"),
    "any date": message_as("any date", "until {date}"),
}
_ABOUT = {
    "year": message_as("year", "about {date}"),
    "month": message_as("month", "about {date}"),
    "day": message_as("day", "about {date}"),
}


def date_in_words(date: Date, words: Words) -> str:
    """Return a date in words: `12 May 1994`, `May 1994`, `about 1994`."""
    said = _plain(date, words)
    if date.approximate:
        said = _with(_ABOUT, date, words)
    return words.say("{date} (uncertain)", date=said) if date.uncertain else said


def edition_in_words(brief: Brief, words: Words) -> str:
    """Return the edition as on a title page: `Edition 2026-11`, `second edition`."""
    edition = brief.edition
    return words.say("Edition {edition}", edition=edition) if edition[:1].isdigit() else edition


def since(date: Date, words: Words) -> str:
    """Return `since 1994`."""
    return _doubted(_SINCE, date, words)


def until(date: Date, words: Words) -> str:
    """Return `until 1994`."""
    return _doubted(_UNTIL, date, words)


def from_to(start: str, end: str, words: Words) -> str:
    """Return a period between two dates that are already in words: `1988 to 1994`."""
    return words.say_as("dates", "{start} to {end}", start=start, end=end)


def span_in_words(span: Span, words: Words) -> str:
    """Return a date or a period in words: `12 May 1994`, `1988 to 1994`, `since 2015`, `until 2020`."""
    if span.start is None:
        return until(span.end, words) if span.end else ""
    if span.end is None:
        return since(span.start, words)
    if span.single:
        return date_in_words(span.start, words)
    return from_to(date_in_words(span.start, words), date_in_words(span.end, words), words)


def period_in_words(begin: Span | None, end: Span | None, words: Words) -> str:
    """Return from when to when something was true, each end possibly known only within bounds; empty if unknown."""
    if begin is None:
        return _bounded(_UNTIL, end, words) if end else ""
    if end is None:
        return _bounded(_SINCE, begin, words)
    if begin == end:
        return _bounded({}, begin, words)
    if begin.single and end.single:
        return from_to(span_in_words(begin, words), span_in_words(end, words), words)
    return f"{_bounded(_SINCE, begin, words)}, {_bounded(_UNTIL, end, words)}"


def shortened_beginning(start: Date, end: Date, words: Words) -> str:
    """Return the first date of a period without the month and the year that the second one repeats."""
    doubted = start.approximate or start.uncertain
    if doubted or not (start.month and end.month) or start.year != end.year:
        return date_in_words(start, words)
    same_month = start.month == end.month and end.day is not None
    return beginning_of_range(start.year, start.month, start.day, words.language, same_month=same_month)


def _plain(date: Date, words: Words, *, alone: bool = True) -> str:
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return month_in_words(date.year, date.month, words.language, alone=alone)
    return day_in_words(date.year, date.month, date.day, words.language)


def _with(messages: Mapping[str, str], date: Date, words: Words) -> str:
    """Return a message about a date, `{date}`; `{ordinal}` is its year as in `1994-cü`, `{month}` its month."""
    kind = "day" if date.day else "month" if date.month else "year"
    month = month_in_words(date.year, date.month, words.language).partition(" ")[0] if date.month else ""
    ordinal = f"{date.year}-{ordinal_ending(date.year)}"
    said = _plain(date, words, alone=False)
    return words.say_as(kind, messages[kind], date=said, year=str(date.year), ordinal=ordinal, month=month)


def _doubted(messages: Mapping[str, str], date: Date, words: Words) -> str:
    if date.approximate or date.uncertain:
        about_any = messages["any date"]
        return words.say_as("any date", about_any, date=date_in_words(date, words))
    return _with(messages, date, words)


def _bounded(messages: Mapping[str, str], span: Span, words: Words) -> str:
    """Return one end of a period, which may itself be known only within bounds."""
    if span.single and span.start:
        return _doubted(messages, span.start, words) if messages else date_in_words(span.start, words)
    start, end = (date_in_words(date, words) if date else "" for date in (span.start, span.end))
    if not start:
        said = words.say("{date} or before", date=end)
    elif not end:
        said = words.say("{date} or after", date=start)
    else:
        said = words.say("between {start} and {end}", start=start, end=end)
    if not messages:
        return said
    about_any = messages["any date"]
    return words.say_as("any date", about_any, date=said)
