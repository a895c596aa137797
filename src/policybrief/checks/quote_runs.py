"""A passage as runs of words, each of which is unchanged in a paragraph.

The twin of assets/quotes/runs.js.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .quote_texts import Place, QuotedTexts
from .quote_words import QuotedPassage

_FEWEST_WORDS = 4
"""The fewest words in a run, unless it is all the text between two omissions."""
_MOST = 1 << 20
"""More runs than any passage has."""


@dataclass(frozen=True, slots=True)
class FoundStretch:
    """A run of a passage, and the paragraph that has it."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The runs of a passage that the brief has."""

    runs: tuple[FoundStretch, ...] = ()
    missing: int = 0
    """The number of words in none of them, except those alone between omissions."""

    def paragraphs(self) -> tuple[int, ...]:
        """Return the paragraphs that they are from, in the order of the passage."""
        return tuple(dict.fromkeys(run.paragraph for run in self.runs))


def cover(quotation: QuotedPassage, texts: QuotedTexts, wanted: int | None) -> Cover:
    """Return the runs that cover most of a passage, from one paragraph if it covers as much as all together."""
    keys = tuple(word.key for word in quotation.words)
    found = _places(quotation, keys, texts)
    parts = _parts(quotation, found)
    alone = sum(end - start == 1 for start, end in quotation.pieces)
    homes = [_having(found[start], length) for start, length in parts]
    total = sum(length for _, length in parts)
    missing = len(keys) - alone - total
    for paragraph in dict.fromkeys(each for some in homes for each in some):
        if len(texts.keys[paragraph]) < total:
            continue
        within = [[(length, one) for length, one in places if one == paragraph] for places in found]
        held = _parts(quotation, within)
        if sum(length for _, length in held) == total:
            return Cover(tuple(FoundStretch(start, start + length, paragraph) for start, length in held), missing)
    runs: list[FoundStretch] = []
    for (start, length), some in zip(parts, homes, strict=True):
        last = runs[-1].paragraph if runs else None
        home = next((each for each in (wanted, last) if each in some), some[0])
        runs.append(FoundStretch(start, start + length, home))
    return Cover(tuple(runs), missing)


def _places(quotation: QuotedPassage, keys: Sequence[str], texts: QuotedTexts) -> list[list[tuple[int, int]]]:
    """Return for each word the longest run beginning there in each paragraph."""
    found: list[list[tuple[int, int]]] = [[] for _ in keys]
    for start, end in quotation.pieces:
        before: dict[Place, int] = {}
        for at in range(start, end - 1):
            rest = keys[at:end]
            here: dict[Place, int] = {}
            longest: dict[int, int] = {}
            for place in texts.beginning(rest):
                known = before.get((place[0], place[1] - 1), 0)
                length = known - 1 if known > 1 else texts.run(rest, place)
                here[place] = length
                longest[place[0]] = max(longest.get(place[0], 0), length)
            found[at] = [(length, paragraph) for paragraph, length in longest.items()]
            before = here
    return found


def _parts(quotation: QuotedPassage, found: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the runs, start and length, that cover most words, and of those ways the one with fewest runs."""
    parts: list[tuple[int, int]] = []
    for start, end in quotation.pieces:
        least = max(2, min(_FEWEST_WORDS, end - start))
        best = [0] * (end + 1)
        chosen = [0] * (end + 1)
        for at in range(end - 1, start - 1, -1):
            best[at] = best[at + 1]
            for length in range(max((length for length, _ in found[at]), default=0), least - 1, -1):
                value = best[at + length] + length * _MOST - 1
                if value > best[at]:
                    best[at], chosen[at] = value, length
        at = start
        while at < end:
            if chosen[at]:
                parts.append((at, chosen[at]))
            at += chosen[at] or 1
    return parts


def _having(places: Sequence[tuple[int, int]], length: int) -> list[int]:
    return sorted(paragraph for longest, paragraph in places if longest >= length)
