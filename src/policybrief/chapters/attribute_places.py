"""Where an attribute in the element tree was written: in braces, under `attrs:`, in the first line of a code block."""

import re
from itertools import islice
from xml.etree.ElementTree import Element

from ..model.places import Source
from ..model.problems import Place
from .block_words import BlockWords

_MOST_OCCURRENCES = 2_000
"""The most occurrences of one name that are searched: a page may consist of them."""
_LONGEST_COMPARED = 20
_LETTERS = re.compile(r"[^\W_]+")
_BEFORE_A_VALUE = re.compile(r"""["']?\s*[=:]\s*["']?""")


class AttributePlaces:
    """Finds the attributes of one page in its text, each place only once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.occurrences: dict[str, list[int]] = {}
        """Where each name is written and no attribute has been placed yet."""

    def of(self, name: str, value: str | None, block: Element | None) -> Place:
        """Return the place of an attribute, or that of its block if it is not written as in the tree."""
        if name == "id" and value:
            left = self._ids(value)
            return self._first(left.pop(0) if left else None, block)
        left = self._left(name, rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        best = min(left, key=lambda at: self._distance(at, name, value), default=None)
        if best is not None:
            left.remove(best)
        return self._first(best, block)

    def of_element(self, tag: str, block: Element | None) -> Place:
        """Return the place of an element that is named in the head of a block, or written as a tag."""
        left = self._left(f"<{tag}>", rf"(?:\|\s*|<){re.escape(tag)}(?![\w-])")
        return self._first(left.pop(0) if left else None, block)

    def last_of_id(self, own: str) -> Place:
        """Return the last place of an id, or the beginning of the page if no author wrote it."""
        return self.source.place(next(reversed(self._ids(own)), 0))

    def _ids(self, own: str) -> list[int]:
        word = re.escape(own)
        in_braces, named = rf"(?<=[\s{{:])#{word}(?=[\s}}])", rf"(?<![\w-])id[\"']?\s*[=:]\s*[\"']?{word}(?![\w-])"
        return self._left(f"#{own}", f"{in_braces}|{named}")

    def _left(self, key: str, pattern: str) -> list[int]:
        if key not in self.occurrences:
            found = re.finditer(pattern, self.source.text)
            self.occurrences[key] = [match.start() for match in islice(found, _MOST_OCCURRENCES)]
        return self.occurrences[key]

    def _distance(self, at: int, name: str, value: str | None) -> tuple[int, int]:
        """Return how little the words at a place look like the attribute: less is better, then what comes first."""
        after = at + len(name)
        if value is None:
            return int(self.source.text[after : after + 1] not in (" ", "}")), at
        separator = _BEFORE_A_VALUE.match(self.source.text, after)
        if separator is None:
            return 2, at
        return int(not self.source.text.startswith(value[:_LONGEST_COMPARED], separator.end())), at

    def _first(self, found: int | None, block: Element | None) -> Place:
        if found is None and block is not None:
            words = "".join(block.itertext())
            found = BlockWords(self.source.text).find(words, 0)
            if found is None:
                # A backslash may split its words in the source.
                found = self.source.text.find(max(_LETTERS.findall(words), key=len, default=""))
        return self.source.place(max(found or 0, 0))
