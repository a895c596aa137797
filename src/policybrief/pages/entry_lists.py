"""The lists on the page of an entry: other names, participants, relations, events, sources, sentences; and their parts.

Most entries have one page with all of them. An entry that is named thousands of times has more: its first page has the
beginning of each list, and further pages the rest.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from .events import Moment
from .mentions import ChapterMentions, QuotedSentence
from .parts import LARGEST, PagePart, divided, html_size
from .relations import Related, RelationGroup
from .site_index import EntryLink
from .sources import SourceLine

_LINE = 50
"""In bytes: the markup of an item of a word or two."""
_LINK = 130
"""In bytes: the markup of a link to an entry, and of the item around it."""
_FACTS = 200
"""In bytes: the remarks on a source."""
_QUOTATION = 220
"""In bytes: the markup of a sentence with its link, without the address, which differs in each part."""
_PIECE = 15
"""In bytes: the markup of a piece of a sentence."""
_GROUP = 200
"""In bytes: the heading of a group."""

_Group = TypeVar("_Group")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class NamesInLanguage:
    """The other names of an entry in one language."""

    language: str
    """In words."""
    code: str
    """BCP 47, or empty when it is the brief's own language."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event in which the entry is involved."""

    link: EntryLink
    when: tuple[Moment, ...]
    remark: str
    """How the entry relates to it: `signed`; empty if it is only about the entry."""


@dataclass(frozen=True, slots=True)
class EntryLists:
    """Everything listed for an entry, or a part of it."""

    names: tuple[NamesInLanguage, ...]
    participants: tuple[RelationGroup, ...]
    relations: tuple[RelationGroup, ...]
    events: tuple[OwnEvent, ...]
    sources: tuple[SourceLine, ...]
    chapters: tuple[ChapterMentions, ...]

    def sizes(self) -> dict[str, list[int]]:
        """Return the approximate size in bytes of each item of each list."""
        return {
            "names": _sizes(self.names, _forms, lambda form: _LINE + html_size(form)),
            "participants": _sizes(self.participants, _related, _size_of_related),
            "relations": _sizes(self.relations, _related, _size_of_related),
            "events": [_LINK + 100 + _size_of_link(event.link) + html_size(event.remark) for event in self.events],
            "sources": [
                _LINK + _FACTS + sum(_LINE + html_size(p.text + p.url) for p in s.pieces) for s in self.sources
            ],
            "sentences": _sizes(self.chapters, _quotations, _size_of_quotation),
        }

    def part(self, spans: "Spans") -> "EntryLists":
        """Return the items of each list within its span; lists without a span are empty."""
        return EntryLists(
            _cut(self.names, _forms, lambda group, forms: replace(group, forms=forms), spans.get("names")),
            _cut(self.participants, _related, _with_related, spans.get("participants")),
            _cut(self.relations, _related, _with_related, spans.get("relations")),
            self.events[slice(*spans.get("events", (0, 0)))],
            self.sources[slice(*spans.get("sources", (0, 0)))],
            _cut(
                self.chapters,
                _quotations,
                lambda chapter, quotations: replace(chapter, quotations=quotations),
                spans.get("sentences"),
            ),
        )


Spans = dict[str, tuple[int, int]]
"""By list, the range of items, counted from 0; the end is exclusive."""


def entry_list_parts(sizes: dict[str, list[int]]) -> tuple[PagePart[tuple[str, tuple[int, int]]], ...]:
    """Return the lists of an entry in parts, given the items of each list and their spans.

    The first part has the beginning of every list: short ones whole, and as much of each long one as there is room for.
    The others have the rest in order.
    """
    room = _share({name: sum(own) for name, own in sizes.items()})
    kept = {name: _fitting(own, room) for name, own in sizes.items()}
    rest = [(name, at) for name, own in sizes.items() for at in range(kept[name], len(own))]
    first = PagePart(tuple((name, (0, kept[name])) for name in sizes), "overview")
    if not rest:
        return (first,)
    further = (
        tuple((name, (min(places), max(places) + 1)) for name, places in _places(part).items())
        for part in divided(rest, lambda item: sizes[item[0]][item[1]], lambda item: item[0])
    )
    return (first, *(PagePart(spans, _label(spans)) for spans in further))


def _share(totals: dict[str, int]) -> int:
    """Return how many bytes each list may take, so that together they fit on a page."""
    left, share = LARGEST, 0
    for many, total in zip(range(len(totals), 0, -1), sorted(totals.values()), strict=True):
        share = left // many
        if total > share:
            return share
        left -= total
    return max(totals.values(), default=0)


def _fitting(sizes: Sequence[int], room: int) -> int:
    """Return how many items, from the first, fit."""
    taken = 0
    for at, size in enumerate(sizes):
        taken += size
        if taken > room:
            return max(at, 1)
    return len(sizes)


def _places(part: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, at in part:
        found.setdefault(name, []).append(at)
    return found


def _label(spans: Iterable[tuple[str, tuple[int, int]]]) -> str:
    """Return the label of a part: `relations 301–340, sentences 801–1,600`."""
    return ", ".join(f"{name} {start + 1:,}–{end:,}" for name, (start, end) in spans)


def _sizes(
    groups: Iterable[_Group], items: Callable[[_Group], Sequence[_Item]], size: Callable[[_Item], int]
) -> list[int]:
    return [size(item) + _GROUP * (not at) for group in groups for at, item in enumerate(items(group))]


def _cut(
    groups: Iterable[_Group],
    items: Callable[[_Group], tuple[_Item, ...]],
    holding: Callable[[_Group, tuple[_Item, ...]], _Group],
    span: tuple[int, int] | None,
) -> tuple[_Group, ...]:
    """Return the groups with their items within the span, counted over all groups."""
    start, end = span or (0, 0)
    found: list[_Group] = []
    at = 0
    for group in groups:
        own = items(group)
        kept = own[max(start - at, 0) : max(end - at, 0)]
        if kept:
            found.append(group if len(kept) == len(own) else holding(group, kept))
        at += len(own)
    return tuple(found)


def _forms(group: NamesInLanguage) -> tuple[str, ...]:
    return group.forms


def _related(group: RelationGroup) -> tuple[Related, ...]:
    return group.related


def _with_related(group: RelationGroup, related: tuple[Related, ...]) -> RelationGroup:
    return replace(group, related=related)


def _quotations(chapter: ChapterMentions) -> tuple[QuotedSentence, ...]:
    return chapter.quotations


def _size_of_link(link: EntryLink) -> int:
    return 2 * len(link.id) + len(link.kind) + html_size(link.name)


def _size_of_related(related: Related) -> int:
    return _LINK + _size_of_link(related.link) + html_size(related.period + related.note)


def _size_of_quotation(quotation: QuotedSentence) -> int:
    return _QUOTATION + sum(_PIECE + html_size(piece.text) for piece in quotation.pieces)
