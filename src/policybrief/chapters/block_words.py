"""The words of a page and where they are: how a block is found in its text, by its first words."""

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import islice

_WORD = re.compile(r"(?<!\S)\d+[.)](?=\s)|([^\W_]+)")
"""A word in its group; the number of an item is none, for it is no part of the item's text."""
_MOST_TRIES = 1000
"""Places of a word at which a block is tried."""


class BlockWords:
    """The words of a page, and where each begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [match for match in _WORD.finditer(text) if match[1]]
        self.words = [match[1] for match in found]
        self.starts = [match.start() for match in found]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            self.places[word].append(index)

    def find(self, text: str, start: int) -> int | None:
        """Return where a text begins at or after `start`, given by its first words; None when none of them is there."""
        words = self.of(text[:200])
        places = self.places.get(words[0], []) if words else []
        begin = bisect_left(places, bisect_left(self.starts, start))
        for count in (6, 3, 1):
            for index in islice(places, begin, begin + _MOST_TRIES):
                if self.words[index : index + len(words[:count])] == words[:count]:
                    return self.starts[index]
        return None

    @staticmethod
    def of(text: str) -> list[str]:
        """Return the words of a text."""
        return [word for word in _WORD.findall(text) if word]

    def end(self, start: int, count: int) -> int:
        """Return where so many words end, the first of which begins at `start`."""
        last = min(bisect_left(self.starts, start) + count, len(self.words)) - 1
        return self.starts[last] + len(self.words[last])
