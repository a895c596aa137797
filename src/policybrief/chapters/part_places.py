"""Where the items of a list and the cells of a table begin, which Python-Markdown's tree does not say either."""

import re

from .block_words import BlockWords

_DELIMITER = r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n"
_BETWEEN_ROWS = re.compile(rf"(?:[\W_]*?\n(?:[ \t>]*{_DELIMITER})?)?[ \t>]*\|?")
"""From the last words of a row to the first cell of the next: the end of the line, the line below the head, a bar."""


class PartPlaces:
    """Goes through the items and cells of one block in reading order."""

    def __init__(self, words: BlockWords, start: int) -> None:
        self._words = words
        self._at = start
        self._row_begins = False

    def row(self) -> None:
        """Go on to the next row of a table."""
        between = _BETWEEN_ROWS.match(self._words.text, self._at)
        self._at = between.end() if between else self._at
        self._row_begins = True

    def cell(self, written: str) -> int:
        """Return where a cell with that text begins; where its bar ends, when it has no text."""
        begins_row, self._row_begins = self._row_begins, False
        if not begins_row and not self._words.of(written):
            bar = self._words.text.find("|", self._at)
            self._at = bar + 1 if bar >= 0 else self._at
        return self.item(written)

    def item(self, written: str) -> int:
        """Return where an item with that text begins; where the part before it ends, when it is not found."""
        text = written.strip()
        words = self._words.of(text)
        if not words:
            start = self._words.text.find(text, self._at)
            if text and start >= 0:
                self._at = start + len(text)
                return start
            return self._at
        found = self._words.find(text, self._at)
        if found is None:
            return self._at
        self._at = self._words.end(found, len(words))
        before = text[: text.index(words[0])]
        start = found - len(before)
        return start if start >= 0 and self._words.text.startswith(before, start) else found
