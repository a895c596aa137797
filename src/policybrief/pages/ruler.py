"""The chapters side by side, in proportion to their paragraphs: the basis of every strip."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from ..model.brief import Chapter
from ..model.knowledge import Knowledge
from ..wording.words import Words

LENGTH = 1000
"""The length of a strip in its own units; on a page it fills the available width."""
_GAP = 6
_FEWEST_UNITS = 14
_MOST_CHAPTERS = 24
"""More chapters than this do not fit on a phone."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A chapter as a stretch of every strip."""

    chapter: Chapter
    start: int
    length: int
    positions: Mapping[str, int]
    """The position of each paragraph of the chapter, by id."""

    @property
    def middle(self) -> str:
        """The position of its number: `12.5%`."""
        return f"{(self.start + self.length / 2) * 100 / LENGTH:g}%"

    def name(self, words: Words) -> str:
        """Return a label for when there is no room for its title."""
        number = self.chapter.number
        return words.say("Chapter {number}", number=number) if number.isdigit() else self.chapter.title


@dataclass(frozen=True, slots=True)
class Ruler:
    """The chapters side by side, in proportion to their paragraphs."""

    segments: tuple[Segment, ...]


def ruler_of(knowledge: Knowledge) -> Ruler | None:
    """Return the chapters side by side, or None if there are too many, or fewer than two."""
    written = [annotated for annotated in knowledge.chapters if annotated.paragraphs]
    if not 1 < len(written) <= _MOST_CHAPTERS:
        return None
    room = LENGTH - _GAP * (len(written) - 1) - _FEWEST_UNITS * len(written)
    paragraphs = [len(annotated.paragraphs) for annotated in written]
    ends = [n * room // sum(paragraphs) for n in accumulate(paragraphs)]
    segments = []
    for place, (annotated, begin, end) in enumerate(zip(written, [0, *ends], ends, strict=False)):
        start = begin + place * (_GAP + _FEWEST_UNITS)
        length = end - begin + _FEWEST_UNITS
        step = length / len(annotated.paragraphs)
        positions = {p.id: round(start + (n + 0.5) * step) for n, p in enumerate(annotated.paragraphs)}
        segments.append(Segment(annotated.chapter, start, length, positions))
    return Ruler(tuple(segments))
