"""Passages: the words of sources that citations rest on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from .dates import Date
from .problems import Place

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*%?")
"""A word as compared in quotations."""


class PassageKind(Enum):
    """How a passage relates to the sentence that cites it."""

    STATES = "states"
    SUPPORTS = "supports"
    DISPUTES = "disputes"
    BACKGROUND = "background"


PASSAGE_KINDS = {kind.value: kind for kind in PassageKind}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that a citation rests on."""

    source: str
    """The id of the source."""
    name: str
    """Its name in citations: `[@key#name]`."""
    quote: str
    """The exact words."""
    language: str
    """Of those words."""
    translation: str
    """The translation into the brief's language; empty if not needed."""
    kind: PassageKind
    locator: str
    """The locator in the source: `p. 4`."""
    seen: Date | None
    """When the author read it."""
    place: Place
    allowed: tuple[str, ...] = ()
    """The rules from which the author exempts it."""
    quote_place: Place | None = None
    """The place where the value of `quote` begins in the file."""
    written: str = ""
    """That value as written in the file, possibly over several lines."""


def passages_by_name(passages: Iterable[Passage]) -> Mapping[tuple[str, str], Passage]:
    """Return the passages by the ids of their sources and their names."""
    return {(passage.source, passage.name): passage for passage in passages}


def place_of_word(passage: Passage, number: int) -> Place:
    """Return where in the file a word of the quotation is, counted from 0; of the passage where that is not known."""
    quoted, written = WORD.findall(passage.quote), list(WORD.finditer(passage.written))
    start = passage.quote_place
    if start is None or number >= min(len(quoted), len(written)) or quoted[number] != written[number][0]:
        return passage.place
    before = passage.written[: written[number].start()]
    lines, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    return Place(start.path, start.line + lines, column + (1 if lines else start.column))
