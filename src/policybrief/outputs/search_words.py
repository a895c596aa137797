"""Texts as rows of word numbers in printable characters: half of what they take, and their words ready to be indexed.

A text is words with gaps between them. A gap of one space is not written. Every other gap, and every word, has a
number in one list; frequent ones get one character, others more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\<!#')
"""What numbers are written in: nothing that JSON or HTML escapes, and neither `!` nor `#`, which mark names."""
ONE, TWO, THREE = 35, 51, 2
"""How many first characters are alone, and how many begin a pair and a triple; the last one begins five."""
SHARED = "!#$%&()*+,"
"""Before a word in the list: how many letters it shares with the word before, none to nine."""

# A possessive ending is part of the gap, so that the name before it is the same word as everywhere.
_TOKEN = re.compile(r"[^\W_]+(?:['’](?!s(?![^\W_]))[^\W_]+)*|(?:['’]s(?![^\W_]))?[\W_]+|['’]s")


def written(number: int) -> str:
    """Return `number` in one character, two, three or five."""
    base = len(SIGNS)
    if number < ONE:
        return SIGNS[number]
    number -= ONE
    first = ONE
    for leads, digits in ((TWO, 1), (THREE, 2), (base - ONE - TWO - THREE, 4)):
        if number < leads * base**digits:
            return SIGNS[first + number // base**digits] + "".join(
                SIGNS[number // base**place % base] for place in reversed(range(digits))
            )
        number -= leads * base**digits
        first += leads
    raise ValueError("a number that no brief reaches")


def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` and the gaps between them, except those of one space."""
    return tuple(token for token in _TOKEN.findall(text) if token != " ")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and gaps, in the order of their numbers."""

    frequent: tuple[str, ...]
    gaps: tuple[str, ...]
    words: tuple[str, ...]

    def tokens(self) -> Iterator[str]:
        """Return all of them in their order."""
        yield from self.frequent
        yield from self.gaps
        yield from self.words

    def record(self) -> Mapping[str, object]:
        """Return them as the browser reads them, each word without the letters it shares with the one before."""
        listed = (_behind(earlier, word) for earlier, word in pairwise(("", *self.words)))
        return {"frequent": self.frequent, "gaps": self.gaps, "words": "".join(listed)}


def words_of(texts: Iterable[str], known: Iterable[str] = (), frequent: int = ONE) -> WordList:
    """Return the words and gaps of `texts` that are not `known`; the most frequent ones first."""
    counted = Counter(token for text in texts for token in tokens_of(text))
    for token in known:
        counted.pop(token, None)
    # By frequency, and by the word itself where two are equally frequent: the same bytes on every machine.
    ranked = sorted(counted, key=lambda token: (-counted[token], token))
    rest = sorted(ranked[frequent:])
    return WordList(
        tuple(ranked[:frequent]),
        tuple(token for token in rest if not token[0].isalnum()),
        tuple(token for token in rest if token[0].isalnum()),
    )


class Coder:
    """Writes texts as the numbers of their words."""

    def __init__(self, *lists: WordList) -> None:
        tokens = (token for words in lists for token in words.tokens())
        self._written = {token: written(number) for number, token in enumerate(tokens)}

    def coded(self, text: str) -> str:
        """Return `text` as the numbers of its words."""
        return "".join(self._written[token] for token in tokens_of(text))


def _behind(earlier: str, word: str) -> str:
    same = (a == b for a, b in zip(earlier, word, strict=False))
    shared = sum(1 for _ in takewhile(bool, islice(same, len(SHARED) - 1)))
    return SHARED[shared] + word[shared:]
