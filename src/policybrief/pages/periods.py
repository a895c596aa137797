"""Events divided into readable periods: decades, and parts of busy decades."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..wording.words import Words

MOST = 40
"""The most events under one heading."""
_LENGTHS = (10, 5, 1)


@dataclass(frozen=True, slots=True)
class Years:
    """A period of whole years, first and last."""

    first: int
    last: int

    def said(self, words: Words) -> str:
        """Return it as a heading: `1990s`, `2010–2014`, `2016`."""
        if self.first == self.last:
            return str(self.first)
        whole = self.last - self.first == _LENGTHS[0] - 1
        return words.say("{decade}s", decade=str(self.first)) if whole else f"{self.first}–{self.last}"


def periods_of(years: Iterable[int], most: int = MOST) -> tuple[Years, ...]:
    """Return the periods that contain events of these years, in order."""
    count = Counter(years)
    return tuple(
        period
        for first, in_decade in groupby(sorted(count), key=lambda year: _begin(year, _LENGTHS[0]))
        for period in _parted(first, _LENGTHS, {year: count[year] for year in in_decade}, most)
    )


def _parted(first: int, lengths: tuple[int, ...], count: dict[int, int], most: int) -> tuple[Years, ...]:
    length, *shorter = lengths
    if not shorter or sum(count.values()) <= most:
        return (Years(first, first + length - 1),)
    parts = groupby(count, key=lambda year: _begin(year, shorter[0]))
    return tuple(
        period
        for begin, years in parts
        for period in _parted(begin, tuple(shorter), {year: count[year] for year in years}, most)
    )


def _begin(year: int, length: int) -> int:
    return year - year % length
