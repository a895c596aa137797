"""Offices and memberships that contradict the dates in the glossary."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ..model.check import Finding
from ..model.dates import Span
from ..model.glossary import Entry, Kind, Relation, RelationType
from ..model.knowledge import Extent, Mention
from .read_brief import ReadBrief, ReadParagraph
from .written_dates import WrittenDate, dates_in, may_meet

_STATE_OFFICES = "President|Vice-President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Emperor"
_OTHER_OFFICES = (
    "Foreign Minister|Defence Minister|Defense Minister|Interior Minister|Minister|Secretary[- ]General|Director|"
    "Chairman|Patriarch|Commissioner"
)
_OFFICE = re.compile(
    rf"(?P<not>\b(?:former|ex|then|future|later|late|acting|would-be|elect)[- ]+)?"
    rf"\b(?:(?P<state>{_STATE_OFFICES})|(?P<other>{_OTHER_OFFICES}))\s+$"
)
_LONGEST_OFFICE = 40
_AT_A_TIME = re.compile(r"\b(?:in|on)\s+(?:early\s+|late\s+|mid-)?$", re.IGNORECASE)

_THE_BODYS_MEMBER = re.compile(r"(?:['’]s)?\s+members?(?:\s+states?)?,?\s+(?:such\s+as\s+|like\s+)?")
_MEMBER_OF_IT = re.compile(
    r",?\s+(?:(?:was|is|as|being)\s+)?(?:already\s+|still\s+|then\s+)?(?:an?\s+)?(?:full\s+|founding\s+)?"
    r"member(?:\s+state)?\s+of\s+(?:the\s+)?"
)
_JOINED_IT = re.compile(r"\s+(?:had\s+)?(?:joined|acceded\s+to|became\s+a\s+member\s+of|entered)\s+(?:the\s+)?")
_LEFT_IT = re.compile(r"\s+(?:had\s+)?(?:left|quit|withdrew\s+from)\s+(?:the\s+)?")


def check_offices(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each person named with an office (`President Putin`) in a sentence about a time outside their time of
    office.

    The glossary's relations `leads` and `led-by` give that time; people without dates there are not judged, nor are
    sentences with several dates, or `former` or `future` holders.
    """
    tenures = _tenures(brief.entries)
    for read in brief.paragraphs():
        for sentence, mentions in read.sentences():
            holders = [found for mention in mentions if (found := _office(read.text, sentence, mention, tenures))]
            date = _the_date(read, sentence, mentions) if holders else None
            for person, start, spans in holders if date else ():
                if date is None or any(may_meet(date.date, span) for span in spans):
                    continue
                entry = brief.entries[person]
                said = " and ".join(span.words for span in spans)
                seen = f"'{entry.name}' is named with an office in {date.date.words}; the glossary says {said}"
                hint = f"write 'then' or 'former' before the office, or correct the glossary (line {entry.place.line})"
                yield Finding(read.paragraph, seen, hint, start)


def check_memberships(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each sentence that contradicts the glossary on a membership, or on joining or leaving."""
    members = _memberships(brief.entries)
    for read in brief.paragraphs():
        for sentence, mentions in read.sentences():
            for first, second in pairwise(mentions):
                said = _membership(read.text, first, second, members)
                date = _the_date(read, sentence, mentions) if said else None
                if said and date and not any(may_meet(date.date, span) for span in said):
                    times = " and ".join(span.words for span in said)
                    seen = f"'{first.form}' and '{second.form}' in {date.date.words}: the glossary says {times}"
                    hint = "correct the sentence, or the dates of the relation 'member-of' in the glossary"
                    yield Finding(read.paragraph, seen, hint, first.extent.start)


def _the_date(read: ReadParagraph, sentence: Extent, mentions: Iterable[Mention]) -> WrittenDate | None:
    """Return the one date at which a sentence says that something was true; None if there are several or none."""
    named = [mention.extent for mention in mentions]
    dates = [
        date
        for date in dates_in(read.text, sentence.start, sentence.end)
        if not any(extent.start <= date.start < extent.end for extent in named)
    ]
    if len(dates) != 1 or not dates[0].plain:
        return None
    at = dates[0].start
    return dates[0] if _AT_A_TIME.search(read.text, max(sentence.start, at - 12), at) else None


_Tenures = Mapping[tuple[str, bool], tuple[Span, ...]]
"""The times when a person led states (True) and other organisations (False)."""


def _tenures(entries: Mapping[str, Entry]) -> _Tenures:
    found: defaultdict[tuple[str, bool], list[Span]] = defaultdict(list)
    for entry in entries.values():
        for relation in entry.relations:
            if relation.type is RelationType.LEADS and relation.to in entries:
                found[entry.id, entries[relation.to].kind is Kind.STATE].append(_time_of(relation))
            elif relation.type is RelationType.LED_BY and relation.to in entries:
                found[relation.to, entry.kind is Kind.STATE].append(_time_of(relation))
    # One tenure without a date may be at any time.
    return {key: tuple(spans) for key, spans in found.items() if all(span.start or span.end for span in spans)}


def _time_of(relation: Relation) -> Span:
    start = relation.since.start if relation.since else None
    return Span(start, relation.until.end if relation.until else None)


def _office(
    text: str, sentence: Extent, mention: Mention, tenures: _Tenures
) -> tuple[str, int, tuple[Span, ...]] | None:
    """Return the person, the place of the office, and when it was held; None if no office is named or known."""
    if (mention.entry, True) not in tenures and (mention.entry, False) not in tenures:
        return None
    start = max(sentence.start, mention.extent.start - _LONGEST_OFFICE)
    office = _OFFICE.search(text, start, mention.extent.start)
    if office is None or office["not"]:
        return None
    spans = tenures.get((mention.entry, office["state"] is not None))
    return (mention.entry, office.start(), spans) if spans else None


def _memberships(entries: Mapping[str, Entry]) -> Mapping[tuple[str, str], tuple[Span, ...]]:
    found: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for entry in entries.values():
        for relation in entry.relations:
            if relation.type is RelationType.MEMBER_OF:
                found[entry.id, relation.to].append(_time_of(relation))
    return {key: tuple(spans) for key, spans in found.items() if all(span.start or span.end for span in spans)}


def _membership(
    text: str, first: Mention, second: Mention, members: Mapping[tuple[str, str], tuple[Span, ...]]
) -> tuple[Span, ...]:
    """Return when, according to the glossary, a relation between two neighbouring names was true; empty for no
    relation.
    """
    gap = text[first.extent.end : second.extent.start]
    if _THE_BODYS_MEMBER.fullmatch(gap):
        return members.get((second.entry, first.entry), ())
    spans = members.get((first.entry, second.entry), ())
    if _MEMBER_OF_IT.fullmatch(gap):
        return spans
    if _JOINED_IT.fullmatch(gap):
        return tuple(Span(span.start, span.start) for span in spans if span.start)
    if _LEFT_IT.fullmatch(gap):
        return tuple(Span(span.end, span.end) for span in spans if span.end)
    return ()
