"""An index of the paragraphs of a brief by their words, for finding passages.

The twin of assets/quotes/texts.js.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model.fold import fold
from ..model.knowledge import Paragraph
from .quote_words import QuotedPassage, Word, words_of

_CANDIDATES = 6
"""How many paragraphs are compared with a passage word by word."""
_WEIGHT = 1000
"""The weight of a word that only one paragraph has; it decreases with the number of paragraphs."""

_WITH_NOTE = re.compile(r"([^\W\d_]{3,})\d{1,3}|((?:1[5-9]|20)\d\d)(?:\.\d{1,3})+")
"""A word or a year, and the number of a note."""
_SUM_WITH_NOTE = re.compile(r"(\d+)\.\d+")

Place = tuple[int, int]
"""The indexes of a paragraph and of a word in it."""


@dataclass(frozen=True, slots=True)
class QuotedTexts:
    """Paragraphs, and the positions of each word and each pair of words in them."""

    paragraphs: tuple[Paragraph, ...]
    words: tuple[tuple[Word, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    places: Mapping[str, Sequence[Place]]
    pairs: Mapping[tuple[str, str], Sequence[Place]]
    having: Mapping[str, Sequence[int]]
    """The paragraphs that have each folded word."""

    def beginning(self, keys: Sequence[str]) -> Iterator[Place]:
        """Yield the positions of the first two of these words in the texts, or of the only one."""
        yield from self.pairs.get((keys[0], keys[1]), ()) if len(keys) > 1 else self.places.get(keys[0], ())

    def run(self, keys: Sequence[str], place: Place) -> int:
        """Return how many of the words follow one another at a position."""
        paragraph, start = place
        there = self.keys[paragraph]
        length = 0
        while length < len(keys) and start + length < len(there) and keys[length] == there[start + length]:
            length += 1
        return length

    def near(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Return the paragraphs that have most of these words, however spelled; rare words count more."""
        scores: defaultdict[int, int] = defaultdict(int)
        for word in dict.fromkeys(map(folded, keys)):
            having = self.having.get(word, ())
            for paragraph in having:
                scores[paragraph] += _WEIGHT // len(having)
        return tuple(sorted(scores, key=lambda paragraph: (-scores[paragraph], paragraph))[:_CANDIDATES])

    def joined(self, quotation: QuotedPassage) -> QuotedPassage:
        """Return the passage with broken words joined and note numbers removed, if that matches the texts.

        Text copied from a printed page has words broken at the end of a line, and `consent.20` or `consent20` for a
        raised number.
        """
        words: list[Word] = []
        moved: list[int] = []
        goes_on = False
        for at, word in enumerate(quotation.words):
            whole = f"{words[-1].key}{word.key}" if goes_on else ""
            if whole in self.places:
                words[-1] = Word(whole, words[-1].start, word.end)
            elif at not in quotation.notes or self._has((words[-1], *quotation.words[at : at + 2])):
                key = self._without_note(word.key, _SUM_WITH_NOTE if at in quotation.sums else _WITH_NOTE)
                words.append(Word(key, word.start, word.end))
            moved.append(len(words) - 1)
            goes_on = at in quotation.broken
        pieces = tuple((moved[start], moved[end - 1] + 1) for start, end in quotation.pieces)
        return QuotedPassage(quotation.text, tuple(words), pieces, frozenset())

    def _has(self, words: Sequence[Word]) -> bool:
        keys = tuple(word.key for word in words)
        return any(self.run(keys, place) == len(keys) for place in self.beginning(keys))

    def _without_note(self, key: str, with_note: re.Pattern[str]) -> str:
        noted = None if key in self.places else with_note.fullmatch(key)
        bare = noted[noted.lastindex or 0] if noted else key
        return bare if bare in self.places else key


def quoted_texts(paragraphs: Iterable[Paragraph]) -> QuotedTexts:
    """Return the index of the paragraphs."""
    found = tuple(paragraphs)
    words = tuple(words_of(paragraph.text) for paragraph in found)
    keys = tuple(tuple(word.key for word in some) for some in words)
    places: defaultdict[str, list[Place]] = defaultdict(list)
    pairs: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, some in enumerate(keys):
        for at, key in enumerate(some):
            places[key].append((number, at))
            if at:
                pairs[some[at - 1], key].append((number, at - 1))
        for word in dict.fromkeys(map(folded, some)):
            having[word].append(number)
    return QuotedTexts(found, words, keys, dict(places), dict(pairs), dict(having))


@lru_cache(maxsize=100_000)
def folded(key: str) -> str:
    """Return a word without its accents; a character that is not a word stays unchanged."""
    return fold(key) or key
