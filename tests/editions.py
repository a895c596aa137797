"""Paragraphs made up from a seed, their edits, and the ledgers of two editions of them."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from random import Random

from policybrief.alignment.align import Alignment, Block, Happening, align
from policybrief.alignment.fingerprint import fingerprint_of
from policybrief.model.ledger import Ledger

SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprst" for vowel in "aeiou"]


def text(seed: int, count: int = 40) -> str:
    """Return a paragraph of words of its own."""
    random = Random(seed)
    return " ".join("".join(random.choices(SYLLABLES, k=3)) for _ in range(count))


def words(start: int, end: int) -> str:
    """Return words by their numbers, of which no two have the same fingerprint: likeness can be counted."""
    found = _vocabulary()[start:end]
    assert len(found) == end - start, "there are not so many words"
    return " ".join(found)


@cache
def _vocabulary() -> list[str]:
    by_fingerprint = {fingerprint_of(word): word for word in map("".join, product(SYLLABLES, repeat=2))}
    return list(by_fingerprint.values())


def edited(paragraph: str, share: float, seed: int = 0) -> str:
    """Return the paragraph with that share of its words replaced, in one stretch."""
    words = paragraph.split()
    count = round(share * len(words))
    start = (len(words) - count) // 2
    return " ".join([*words[:start], *text(seed + 1000, count).split(), *words[start + count :]])


def blocks(*chapters: Sequence[str]) -> list[Block]:
    return [Block(f"chapters/{number}.md", one) for number, chapter in enumerate(chapters, 1) for one in chapter]


A, B, C, D, E = (text(seed) for seed in range(5))


def published(*chapters: Sequence[str]) -> Ledger:
    return align(Ledger(), blocks(*(chapters or ([A, B, C, D, E],))), "1").ledger


def revised(ledger: Ledger, *chapters: Sequence[str]) -> Alignment:
    return align(ledger, blocks(*chapters), "2")


def ids(ledger: Ledger) -> list[str]:
    return [line.id for line in ledger.lines]


def happenings(alignment: Alignment) -> list[Happening]:
    return [fate.happening for fate in alignment.fates]
