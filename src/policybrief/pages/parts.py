"""Dividing pages that would be too large: where, the labels of the parts, and the links between them.

The first part has the address of the page. Link targets that are now in another part keep their id in the first one, in
the list of all parts, so that an old link leads to the link to its part; a script continues from there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import Generic, TypeVar

from markupsafe import escape

from ..model.addresses import Addresses, part_path
from ..model.catalogue import InParts, PageBody, PageDeclaration, Subject
from ..model.head import HeadLink, PageHead
from ..model.publication import Publication

LARGEST = 300_000
"""The size of a page's text, in bytes of HTML. The theme adds some 35 kB, and more in a brief of many chapters."""
MOST_IDS = 60_000
"""In bytes: how much of the list of parts may be ids of content in other parts, except headings."""
_ID = 20
"""In bytes: an id in that list, without its name."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PagePart(Generic[_T]):
    """A part of a page."""

    items: tuple[_T, ...]
    label: str
    """Its content: `A–Bek`, `1990–1999`."""
    headings: tuple[str, ...] = ()
    """The ids of its headings; one that continues from the previous part has the same."""
    ids: tuple[str, ...] = ()
    """Other link targets in it."""


def html_size(text: str) -> int:
    """Return the size of a text in a page, in bytes."""
    return len(str(escape(text)).encode())


def divided(
    items: Sequence[_T], size: Callable[[_T], int], group: Callable[[_T], object]
) -> tuple[tuple[_T, ...], ...]:
    """Return the items in parts of similar size, none larger than `LARGEST` bytes unless one item is.

    A part ends with a group if that leaves it at least half full. Items that fit into one part, even none, are one
    part.
    """
    before = list(accumulate(map(size, items), initial=0))
    if before[-1] <= LARGEST:
        return (tuple(items),)
    borders = [at for at, (one, other) in enumerate(pairwise(items), 1) if group(one) != group(other)]
    ends = [0]
    while before[-1] - before[ends[-1]] > LARGEST:
        ends.append(_end(ends[-1], before, borders))
    return tuple(tuple(items[start:end]) for start, end in pairwise(dict.fromkeys((*ends, len(items)))))


def _end(start: int, before: Sequence[int], borders: Sequence[int]) -> int:
    """Return where the part that begins at `start` ends: near its share of the rest, at a group's border if possible.

    `before` is the size of everything before each place.
    """
    left = before[-1] - before[start]
    fair = before[start] + left / ceil(left / LARGEST)
    half, full = bisect_left(before, (before[start] + fair) / 2), bisect_right(before, before[start] + LARGEST) - 1
    near = borders[bisect_left(borders, max(half, start + 1)) : bisect_right(borders, full)]
    if near:
        return min(near, key=lambda at: abs(before[at] - fair))
    return max(start + 1, bisect_right(before, fair) - 1)


def beginnings(before: str, after: str) -> tuple[str, str]:
    """Return the beginnings of two neighbours in an alphabetical list, long enough to distinguish them."""
    shorter = min(len(before), len(after))
    same = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    return before[: same + 1], after[: same + 1]


def part_titles(title: str, parts: Sequence[PagePart[_T]]) -> tuple[str, ...]:
    """Return the labels of a page's parts: the first is the title, the others describe their content."""
    return (title, *(f"{title}, {part.label}" for part in parts[1:]))


def from_to(first: str, last: str) -> str:
    """Return the label of a part, given where it begins and ends."""
    return first if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part in the list of all parts."""

    label: str
    href: str
    here: bool
    """Whether it is the current part."""
    ids: tuple[str, ...]
    """The ids that would be in this page if it were undivided."""


@dataclass(frozen=True, slots=True)
class PartBar:
    """The links from one part of a page to the others."""

    title: str
    """Of the page."""
    links: tuple[PartLink, ...]
    """All parts in their order."""
    previous: PartLink | None
    next: PartLink | None


def part_bar(path: str, title: str, number: int, parts: Sequence[PagePart[_T]], addresses: Addresses) -> PartBar | None:
    """Return the links from part `number`, from 1, to the others, or None for an undivided page."""
    if len(parts) == 1:
        return None
    start = part_path(path, number)
    kept = _kept_ids(parts) if number == 1 else [()] * len(parts)
    links = tuple(
        PartLink(part.label, addresses.link(part_path(path, at), start), at == number, ids)
        for at, (part, ids) in enumerate(zip(parts, kept, strict=True), 1)
    )
    before, after = (links[at] if 0 <= at < len(links) else None for at in (number - 2, number))
    return PartBar(title, links, before, after)


def _kept_ids(parts: Sequence[PagePart[_T]]) -> list[tuple[str, ...]]:
    """Return for each part the ids that the list in the first part contains: headings, and others if there is room."""
    moved = list(_moved(parts))
    headings = {heading for part in parts for heading in part.headings}
    has_room = sum(_ID + len(own) for ids in moved for own in ids if own not in headings) <= MOST_IDS
    return [tuple(own for own in ids if has_room or own in headings) for ids in moved]


def _moved(parts: Sequence[PagePart[_T]]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of each part that are in no earlier part; those of the first part stay where they are."""
    seen = {*parts[0].headings, *parts[0].ids}
    yield ()
    for part in parts[1:]:
        new = tuple(own for own in (*part.headings, *part.ids) if own not in seen)
        seen.update(new)
        yield new


def in_parts(
    path: str,
    title: str,
    description: str,
    parts: Sequence[PagePart[_T]],
    make: Callable[[int, Publication], PageBody],
    *,
    subject: Subject = Subject.OTHER,
) -> tuple[InParts, ...]:
    """Return the declaration of a divided page; nothing for an undivided one.

    `make` returns a part, given its number.
    """
    if len(parts) == 1:
        return ()
    titles = part_titles(title, parts)
    declared = tuple(
        PageDeclaration(
            part_path(path, number),
            titles[number - 1],
            _maker(path, number, make),
            f"{description}: {part.label}",
            subject=subject,
            previous=part_path(path, number - 1),
            next=part_path(path, number + 1) if number < len(parts) else "",
            from_text=True,
        )
        for number, part in enumerate(parts[1:], 2)
    )
    _, *moved = _moved(parts)
    anchors = {own: page.path for page, ids in zip(declared, moved, strict=True) for own in ids}
    return (InParts(path, declared, anchors),)


def _maker(path: str, number: int, make: Callable[[int, Publication], PageBody]) -> Callable[[Publication], PageBody]:
    def made(publication: Publication) -> PageBody:
        whole = HeadLink("collection", publication.page(path, part_path(path, number)), "text/html")
        return replace(make(number, publication), head=PageHead(types=("CollectionPage",), links=(whole,)))

    return made
