"""The words of a page and their positions, for finding a block in its text by its first words."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import islice

_WORD = re.compile(r"(?<!\S)\d+[.)](?=\s)|([^\W_]+)")
"""A word, in its group; the number of an item is not one, because it is not part of the item's text."""
_MOST_TRIES = 1000
"""The most positions of a word at which a block is tried."""
_NEAR = 300
"""How many words ahead a block is usually found, without making an index of all words."""


class BlockWords:
    """The words of a page and their positions."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [match for match in _WORD.finditer(text) if match[1]]
        self.words = [match[1] for match in found]
        self.starts = [match.start() for match in found]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word is, counted in words."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return places

    def find(self, text: str, start: int, *, titled: bool = False) -> int | None:
        """Return the position of a text at or after `start`, given by its first words, or None if it is not found.

        `titled` says that its first word may be generated: the title `Note` of a box.
        """
        words = self.of(text[:200])
        if not words:
            return None
        begin = bisect_left(self.starts, start)
        after_title = words[1:7] if titled and len(words) > 3 else []
        for first_words in (words[:6], words[:3], after_title):
            if first_words and (near := self._near(first_words, begin)) is not None:
                return self.starts[near]
        places = self.places.get(words[0], [])
        for count in (6, 3):
            first = bisect_left(places, begin)
            for index in islice(places, first, first + _MOST_TRIES):
                if self.words[index : index + len(words[:count])] == words[:count]:
                    return self.starts[index]
        # A single word may be anywhere, and later blocks would be searched only after it.
        near = self._near(words[:1], begin)
        return None if near is None else self.starts[near]

    def _near(self, words: list[str], begin: int) -> int | None:
        """Return which word of the page is the first of those, soon after the word `begin`."""
        index, end = begin - 1, begin + _NEAR
        try:
            while True:
                index = self.words.index(words[0], index + 1, end)
                if self.words[index : index + len(words)] == words:
                    return index
        except ValueError:
            return None

    @staticmethod
    def of(text: str) -> list[str]:
        """Return the words of a text."""
        return [word for word in _WORD.findall(text) if word]

    def end(self, start: int, count: int) -> int:
        """Return where so many words end, the first of which begins at `start`."""
        last = min(bisect_left(self.starts, start) + count, len(self.words)) - 1
        return self.starts[last] + len(self.words[last])
