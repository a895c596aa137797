"""Dates in the text that contradict the glossary's date of the event beside them."""

import re
from collections.abc import Iterable, Iterator

from ..model.check import Finding
from ..model.forms import form_key, lower
from ..model.glossary import Entry, Kind
from ..model.knowledge import Extent, Mention
from .read_brief import ReadBrief, ReadParagraph
from .written_dates import WrittenDate, dates_in, may_meet

_PART = r"(?:early\s+|late\s+|mid-)?"
_OF = re.compile(rf"\s*\(?(?:(?<=\()|of\s+){_PART}", re.IGNORECASE)
"""The text between an event and its date: `the truce of 1994`, `the truce (1994)`."""
_IN = re.compile(rf"\s+(?:in|on)\s+{_PART}")
_AS_A_TIME = re.compile(r"(?:^|[.;:]\s+|\b(?:at|during|in|with)\s+)(?:the\s+|that\s+|an?\s+)?$", re.IGNORECASE)
"""The text before an event whose `in 1994` is its own date, and not that of something done to it."""
_HAPPENS = (
    r"\s+(?:(?:was|were)\s+(?:signed|agreed|concluded|reached|held|launched|adopted|proclaimed|declared|opened|"
    r"inaugurated)|began|started|opened|ended|broke\s+out|took\s+place|happened|occurred|fell)\b"
)
_HAPPENS_IN = re.compile(rf"{_HAPPENS}\s+(?:in|on)\s+{_PART}")
_HAPPENED = re.compile(_HAPPENS)
_BEFORE = re.compile(r",?\s+(?:the\s+|an?\s+)?")
_DATED = re.compile(rf"\b(?:in|on)\s+{_PART}$", re.IGNORECASE)


def check_event_dates(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each date of an event in the text that is outside the event's dates.

    Only sentences with one event and one date are judged, and only if the date clearly belongs to the event: in the
    author's words for the event, right after its name (`the truce of 1995`, `At the summit in 1995`), or where the
    sentence says when the event began, took place or ended (`In 1995 the truce was signed`).
    """
    for read in brief.paragraphs():
        for sentence, mentions in read.sentences():
            events = [mention for mention in mentions if _is_dated_event(brief.entries[mention.entry])]
            if len({mention.entry for mention in events}) != 1:
                continue
            event = brief.entries[events[0].entry]
            dates = _dates_but_names(read.text, sentence, mentions, brief)
            if (
                len(dates) == 1
                and dates[0].plain
                and any(_is_said_of(mention, dates[0], read.text, sentence) for mention in events)
            ):
                yield from _judged(event, dates[0], read)


def _is_dated_event(entry: Entry) -> bool:
    return entry.kind is Kind.EVENT and entry.dates is not None


def _dates_but_names(text: str, sentence: Extent, mentions: Iterable[Mention], brief: ReadBrief) -> list[WrittenDate]:
    """Return the dates of a sentence except those that are part of a name, such as `April 2016 war`."""
    names = [mention.extent for mention in mentions if _is_a_name(mention, brief.entries[mention.entry])]
    return [
        date
        for date in dates_in(text, sentence.start, sentence.end)
        if not any(extent.start <= date.start < extent.end for extent in names)
    ]


def _is_a_name(mention: Mention, entry: Entry) -> bool:
    said = lower(form_key(mention.form))
    return any(lower(form_key(alias.form)) == said for alias in entry.names)


def _judged(event: Entry, date: WrittenDate, read: ReadParagraph) -> Iterator[Finding]:
    if event.dates is None or may_meet(date.date, event.dates):
        return
    seen = f"{date.date.words} is not the date of '{event.name}'; the glossary has {event.dates.words}"
    hint = f"correct the sentence, or the dates of '{event.id}' in the glossary (line {event.place.line})"
    yield Finding(read.paragraph, seen, hint, date.start)


def _is_said_of(mention: Mention, date: WrittenDate, text: str, sentence: Extent) -> bool:
    extent = mention.extent
    if extent.start <= date.start < extent.end:
        return True
    if date.start >= extent.end:
        if _OF.fullmatch(text, extent.end, date.start) or _HAPPENS_IN.fullmatch(text, extent.end, date.start):
            return True
        before = text[max(sentence.start, extent.start - 20) : extent.start]
        opens = extent.start - 20 > sentence.start
        return bool(_IN.fullmatch(text, extent.end, date.start) and _AS_A_TIME.search(("…" if opens else "") + before))
    return bool(
        _BEFORE.fullmatch(text, date.end, extent.start)
        and _DATED.search(text, max(0, date.start - 12), date.start)
        and _HAPPENED.match(text, extent.end)
    )
