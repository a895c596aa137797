"""Two texts compared word by word: how much a passage differs from its original, and in which words.

The twin of assets/quotes/alignment.js: where two ways cost the same, both choose the same one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .quote_texts import folded

OTHER = 4
"""The cost of a changed, added or omitted word."""
_MARKS, _ENDING = 1, 2
"""The cost of a word that differs in its accents or its ending."""
_STEM = 4
"""How many letters must be equal at the beginning of a word that differs only in its ending."""
_SAME, _CHANGED, _ADDED, _LEFT_OUT = range(4)


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """A passage aligned with a paragraph."""

    cost: int
    pairs: tuple[tuple[int, int], ...]
    """The indexes of the words that are equal in both."""
    changes: tuple[tuple[int, int, int, int], ...]
    """The stretches that differ: the range of words in the passage, and in the paragraph."""


def align(quoted: Sequence[str], text: Sequence[str], breaks: Collection[int]) -> WordAlignment:
    """Return the best alignment of a passage with a stretch of a paragraph.

    `breaks` are the words of the passage before which it marks an omission, which costs nothing there.
    """
    cost, end, steps = _table(quoted, text, breaks)
    row, column = len(quoted), end
    taken: list[tuple[int, int, int]] = []
    while row:
        step = steps[row][column]
        row -= step != _LEFT_OUT
        column -= step != _ADDED
        taken.append((step, row, column))
    taken.reverse()
    pairs = tuple((row, column) for step, row, column in taken if step == _SAME)
    return WordAlignment(cost, pairs, tuple(_changes(taken, breaks)))


def _table(
    quoted: Sequence[str], text: Sequence[str], breaks: Collection[int]
) -> tuple[int, int, Sequence[Sequence[int]]]:
    """Return the lowest cost, where in the paragraph it ends, and the last step to each pair of positions."""
    width = len(text) + 1
    costs = [0] * width
    steps: list[bytearray] = [bytearray([_LEFT_OUT]) * width]
    for row, word in enumerate(quoted, 1):
        before, costs = costs, [row * OTHER] + [0] * len(text)
        taken = bytearray([_ADDED]) + bytearray(len(text))
        skip = 0 if row in breaks else OTHER
        unlike: dict[str, int] = {word: 0}
        for column in range(1, width):
            other = text[column - 1]
            far = unlike.get(other)
            if far is None:
                far = unlike[other] = _unlike(word, other)
            best, step = before[column - 1] + far, _CHANGED if far else _SAME
            if before[column] + OTHER < best:
                best, step = before[column] + OTHER, _ADDED
            if costs[column - 1] + skip < best:
                best, step = costs[column - 1] + skip, _LEFT_OUT
            costs[column] = best
            taken[column] = step
        steps.append(taken)
    least = min(costs)
    # The last of several: prefer an omission before the end of the passage to an end added to the text.
    return least, max(column for column, cost in enumerate(costs) if cost == least), steps


def _unlike(word: str, other: str) -> int:
    if folded(word) == folded(other):
        return _MARKS
    return _ENDING if len(word) >= _STEM and word[:_STEM] == other[:_STEM] and not word.isdigit() else OTHER


def _changes(taken: Sequence[tuple[int, int, int]], breaks: Collection[int]) -> Iterator[tuple[int, int, int, int]]:
    start: tuple[int, int] | None = None
    for step, row, column in taken:
        allowed = step == _LEFT_OUT and row in breaks
        if step == _SAME or allowed:
            if start:
                yield start[0], row, start[1], column
            start = None
        elif start is None:
            start = row, column
    if start:
        _, row, column = taken[-1]
        last = taken[-1][0]
        yield start[0], row + (last != _LEFT_OUT), start[1], column + (last != _ADDED)
