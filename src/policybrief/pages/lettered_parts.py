"""An index from A to Z in parts: divided between letters if possible, and labelled by the beginnings of its names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from ..model.addresses import Addresses, part_path
from ..model.sorting import DIGITS, Letter, sort_key
from .parts import PagePart, beginnings, divided, from_to

_LONGEST_BEGINNING = 12

_T = TypeVar("_T")


def lettered_parts(
    letters: Sequence[Letter[_T]], name: Callable[[_T], str], size: Callable[[_T], int]
) -> tuple[PagePart[Letter[_T]], ...]:
    """Return an index in parts; a letter in two of them is in both, each with its items.

    `size` gives the size of an item in a page, in bytes.
    """
    items = [(letter, item) for letter in letters for item in letter.items]
    divisions = divided(items, lambda pair: size(pair[1]), lambda pair: pair[0].anchor)
    edges = [_edges(before[-1], after[0], name) for before, after in pairwise(divisions)]
    first, last = (letters[0].heading, letters[-1].heading) if letters else ("", "")
    begins, ends = [first, *(after for _, after in edges)], [*(before for before, _ in edges), last]
    return tuple(
        PagePart(
            own := _letters(division),
            from_to(*(_plain(edge) for edge in (begin, end))),
            tuple(letter.anchor for letter in own),
        )
        for division, begin, end in zip(divisions, begins, ends, strict=True)
    )


def _letters(pairs: Sequence[tuple[Letter[_T], _T]]) -> tuple[Letter[_T], ...]:
    groups = groupby(pairs, key=lambda pair: pair[0].anchor)
    members = (tuple(group) for _, group in groups)
    return tuple(
        Letter(found[0][0].heading, found[0][0].anchor, found[0][0].opens_script, tuple(item for _, item in found))
        for found in members
    )


def _edges(before: tuple[Letter[_T], _T], after: tuple[Letter[_T], _T], name: Callable[[_T], str]) -> tuple[str, str]:
    """Return how the last name of a part and the first of the next begin: a letter, or more if they share it."""
    if before[0].anchor != after[0].anchor or before[0].heading == DIGITS:
        return before[0].heading, after[0].heading
    end, begin = beginnings(sort_key(name(before[1]))[1], sort_key(name(after[1]))[1])
    return _capital(end), _capital(begin)


def _plain(edge: str) -> str:
    """Return a beginning for a label, in which a range of digits would look like a range in a range."""
    return DIGITS[0] if edge == DIGITS else edge


def _capital(beginning: str) -> str:
    return f"{beginning[:1].upper()}{beginning[1:_LONGEST_BEGINNING]}".strip()


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter in the bar of all letters."""

    heading: str
    anchor: str
    href: str
    opens_script: bool


def letter_links(
    path: str, number: int, parts: Sequence[PagePart[Letter[_T]]], addresses: Addresses
) -> tuple[LetterLink, ...]:
    """Return the letters of an index in all its parts, each with a link to its beginning, seen from part `number`."""
    start = part_path(path, number)
    found: dict[str, LetterLink] = {}
    for letter in (letter for part in parts for letter in part.items):
        if letter.anchor not in found:
            href = addresses.link(path, start, letter.anchor)
            found[letter.anchor] = LetterLink(letter.heading, letter.anchor, href, letter.opens_script)
    return tuple(found.values())
