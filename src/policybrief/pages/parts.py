"""Pages that would be too large, in parts: where they are divided, what each part is called, how to get to the others.

The first part has the address of the page. What was linked to in it and is now in another part has its id in the first
one still, in the list of all parts, so that the link leads to the link to its part; a script goes on from there.
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
"""Of the text of a page, in bytes of HTML. The theme adds some 35 kB, and more in a brief of many chapters."""
MOST_IDS = 60_000
"""In bytes: how much the list of parts may spend on the ids of what is in other parts, those of headings apart."""
_ID = 20
"""In bytes: an id in that list, without its name."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PagePart(Generic[_T]):
    """A part of a page."""

    items: tuple[_T, ...]
    label: str
    """What is in it: `A–Bek`, `1990–1999`."""
    headings: tuple[str, ...] = ()
    """The ids of its headings; one that goes on from the part before has the same."""
    ids: tuple[str, ...] = ()
    """Other ids in it that links may lead to."""


def html_size(text: str) -> int:
    """Return how many bytes a text takes in a page."""
    return len(str(escape(text)).encode())


def divided(
    items: Sequence[_T], size: Callable[[_T], int], group: Callable[[_T], object]
) -> tuple[tuple[_T, ...], ...]:
    """Return the items in parts of about the same size, none larger than `LARGEST` bytes unless one item is.

    A part ends with a group where that leaves it at least half full. What fits into one part is one, also nothing.
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
    """Return where the part that begins at `start` ends: near its fair share of what is left, at a border if it can.

    `before` is the size of all that comes before each place.
    """
    left = before[-1] - before[start]
    fair = before[start] + left / ceil(left / LARGEST)
    half, full = bisect_left(before, (before[start] + fair) / 2), bisect_right(before, before[start] + LARGEST) - 1
    near = borders[bisect_left(borders, max(half, start + 1)) : bisect_right(borders, full)]
    if near:
        return min(near, key=lambda at: abs(before[at] - fair))
    return max(start + 1, bisect_right(before, fair) - 1)


def beginnings(before: str, after: str) -> tuple[str, str]:
    """Return how two neighbours in an alphabetical list begin, as far as it takes to tell them apart."""
    shorter = min(len(before), len(after))
    same = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    return before[: same + 1], after[: same + 1]


def part_titles(title: str, parts: Sequence[PagePart[_T]]) -> tuple[str, ...]:
    """Return what the parts of a page are called: the first as the page, the others after what is in them."""
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
    """Whether it is the part that the list is in."""
    ids: tuple[str, ...]
    """What is in it, and would be here if the page were one."""


@dataclass(frozen=True, slots=True)
class PartBar:
    """The way from one part of a page to the others."""

    title: str
    """Of the page."""
    links: tuple[PartLink, ...]
    """All parts in their order."""
    previous: PartLink | None
    next: PartLink | None


def part_bar(path: str, title: str, number: int, parts: Sequence[PagePart[_T]], addresses: Addresses) -> PartBar | None:
    """Return the way from part `number`, from 1, to the others; None for a page that is one."""
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
    """Return for each part the ids that the list in the first part holds: of headings, others if there is room."""
    moved = list(_moved(parts))
    headings = {heading for part in parts for heading in part.headings}
    has_room = sum(_ID + len(own) for ids in moved for own in ids if own not in headings) <= MOST_IDS
    return [tuple(own for own in ids if has_room or own in headings) for ids in moved]


def _moved(parts: Sequence[PagePart[_T]]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of each part that are in no part before it; those of the first part stay where they are."""
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
    """Return the declaration of a page that is not one but several; nothing for one that is.

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
