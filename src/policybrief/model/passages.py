"""Passages: the words of sources that citations rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from .dates import Date
from .problems import Place


class PassageKind(Enum):
    """What a passage does for the sentence that cites it."""

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
    """What citations call it: `[@key#name]`."""
    quote: str
    """The very words."""
    language: str
    """Of those words."""
    translation: str
    """In the brief's language; empty where it needs none."""
    kind: PassageKind
    locator: str
    """Where it is in the source: `p. 4`."""
    seen: Date | None
    """When the author read it."""
    place: Place
    allowed: tuple[str, ...] = ()
    """The rules from which the author excuses it."""


def passages_by_name(passages: Iterable[Passage]) -> Mapping[tuple[str, str], Passage]:
    """Return the passages by the ids of their sources and their names."""
    return {(passage.source, passage.name): passage for passage in passages}
