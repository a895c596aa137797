"""Dates in the text that disagree with the glossary's date of the event they stand with."""

import re
from collections.abc import Iterable, Iterator

from ..model.forms import form_key, lower
from ..model.glossary import Entry, Kind
from ..model.knowledge import Extent, Mention
from ..model.problems import Code
from .passages import Finding, Passage, Whole
from .written_dates import WrittenDate, dates_in, may_meet

_JOINED_BEHIND = re.compile(r"\s*(?:,\s*)?(?:\(|(?:of|in|on)\s+)(?:the\s+)?(?:early\s+|late\s+|mid-)?", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r",?\s+(?:the\s+|an?\s+)?(?:[^\W\d_]+’s\s+)?")
_FEW_WORDS = re.compile(r"(?:\s[a-z]+){1,4}\s")
_DATED = re.compile(r"\b(?:in|on|of)\s+(?:early\s+|late\s+|mid-)?$", re.IGNORECASE)


def check_event_dates(whole: Whole) -> Iterator[Finding]:
    """Yield each date that is said of an event and lies outside the event's own dates.

    Only a sentence that names one event and one date is judged, and only where the date stands in the author's words
    for the event, right beside its name (`the truce of 1995`, `In 1995 the truce`), or, when both are known to the
    day, a few small words behind it (`the truce was signed on 12 May 1995`).
    """
    for passage in (passage for chapter in whole.chapters for passage in chapter.passages):
        for sentence, mentions in passage.sentences():
            events = [mention for mention in mentions if _is_dated_event(whole.entries[mention.entry])]
            if len({mention.entry for mention in events}) != 1:
                continue
            event = whole.entries[events[0].entry]
            dates = _dates_but_names(passage.text, sentence, mentions, whole)
            if len(dates) == 1 and dates[0].plain and _is_said_of(event, events, dates[0], passage.text):
                yield from _judged(event, dates[0], passage)


def _is_dated_event(entry: Entry) -> bool:
    return entry.kind is Kind.EVENT and entry.dates is not None


def _dates_but_names(text: str, sentence: Extent, mentions: Iterable[Mention], whole: Whole) -> list[WrittenDate]:
    """Return the dates of a sentence without those that are part of a name, such as `April 2016 war`."""
    names = [mention.extent for mention in mentions if _is_a_name(mention, whole.entries[mention.entry])]
    return [
        date
        for date in dates_in(text, sentence.start, sentence.end)
        if not any(extent.start <= date.start < extent.end for extent in names)
    ]


def _is_a_name(mention: Mention, entry: Entry) -> bool:
    said = lower(form_key(mention.form))
    return any(lower(form_key(alias.form)) == said for alias in entry.names)


def _is_said_of(event: Entry, mentions: list[Mention], date: WrittenDate, text: str) -> bool:
    by_the_day = date.full and event.dates is not None and event.dates.start is not None and event.dates.start.day
    return any(
        _joined(text, mention, date) or (by_the_day and _in_one_clause(text, mention, date)) for mention in mentions
    )


def _judged(event: Entry, date: WrittenDate, passage: Passage) -> Iterator[Finding]:
    if event.dates is None or may_meet(date.date, event.dates):
        return
    seen = f"{date.date.words} is not the date of '{event.name}', by the glossary {event.dates.words}"
    hint = f"correct the sentence, or the dates of '{event.id}' in the glossary (line {event.place.line})"
    yield Finding(Code.CONTRADICTED_DATE, passage.paragraph, date.start, seen, hint)


def _joined(text: str, mention: Mention, date: WrittenDate) -> bool:
    """Tell whether the date stands in the words for the event, or nothing but a preposition or a comma between."""
    extent = mention.extent
    if extent.start <= date.start < extent.end:
        return True
    if date.start >= extent.end:
        return _JOINED_BEHIND.fullmatch(text, extent.end, date.start) is not None
    return (
        _JOINED_BEFORE.fullmatch(text, date.end, extent.start) is not None
        and _DATED.search(text, max(0, date.start - 12), date.start) is not None
    )


def _in_one_clause(text: str, mention: Mention, date: WrittenDate) -> bool:
    """Tell whether the date stands a few words behind the name, with no comma, no second name and no number between."""
    between = text[mention.extent.end : date.start]
    return _FEW_WORDS.fullmatch(between) is not None
