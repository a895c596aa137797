"""From words back to the line and column where an author wrote them.

Python-Markdown's tree knows no lines, so the source is searched for the words: exact for markup, which is quoted
as it is, and for names, whose words may be parted by line breaks and emphasis.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from .brief import Chapter, Origin
from .problems import Place

_BETWEEN_WORDS = r"[\s*_\[\]|>]+"


@dataclass(frozen=True, slots=True)
class Source:
    """The Markdown of a page, without its front matter."""

    path: str
    text: str
    first_line: int
    """The line of the file on which the text begins, from 1."""
    file: str = ""
    """The file, relative to the project, when it is not `path`."""
    dropped: tuple[int, ...] = ()
    """Before which characters the file has one that was left out, in rising order; the same twice for two."""
    title: str = ""
    """What its front matter calls it, where that is known and says so."""
    description: str = ""
    """What its front matter says it is about, likewise."""
    origins: tuple[Origin, ...] = ()
    """Where its parts are written, in order, if it was put together."""

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset) - 1
        number = bisect_right(self.origins, offset, key=_start_of) - 1
        if number >= 0:
            return self._place_in(self.origins[number], offset, starts[line])
        left_out = bisect_right(self.dropped, offset) - bisect_left(self.dropped, starts[line])
        return Place(self.file or self.path, self.first_line + line, offset - starts[line] + left_out + 1)

    def _place_in(self, origin: Origin, offset: int, line_start: int) -> Place:
        if origin.whole:
            return origin.place
        lines = self.text.count("\n", origin.start, offset)
        start = line_start if lines else origin.start
        left_out = bisect_right(self.dropped, offset) - bisect_left(self.dropped, start)
        column = offset - start + left_out + (1 if lines else origin.place.column)
        return Place(origin.place.path, origin.place.line + lines, column)

    def find_all(self, words: str, start: int = 0) -> Iterator[int]:
        """Yield the offset of each occurrence of the words at or after `start`."""
        pattern = _BETWEEN_WORDS.join(re.escape(word) for word in words.split())
        return (match.start() for match in re.compile(pattern).finditer(self.text, start))

    def find(self, words: str, start: int = 0, occurrence: int = 0) -> int | None:
        """Return the offset of the given occurrence (from 0) of the words at or after `start`, or None."""
        return next(islice(self.find_all(words, start), occurrence, None), None)

    def place_of(self, words: str, start: int = 0, occurrence: int = 0) -> Place:
        """Return the place of those words; the beginning of the text when they cannot be found."""
        found = self.find(words, start, occurrence)
        return self.place(found if found is not None else start)


def _start_of(origin: Origin) -> int:
    return origin.start


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where each line begins: thousands of problems of one page are placed one after the other."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


def source_of(chapter: Chapter) -> Source:
    """Return the source of a chapter."""
    return Source(chapter.path, chapter.body, chapter.body_line, dropped=chapter.dropped, origins=chapter.origins)
