"""The permanent ids of paragraphs: `p-k3f9`, three characters and a check character.

The 29 characters are the digits and letters that no eye or ear takes for one another (no 0, 1, i, l, o, u, z). 29 is
prime, so the characters are the numbers of a field, and the check character is the one that makes a weighted sum zero:
the code of ISBN-10 with another prime. As every weight has an inverse, and so has the difference of any two, no id
becomes another by one wrong character or by two that changed places. When the ids of four characters run short, those
of five follow.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from itertools import chain, islice
from operator import mul

from rapidfuzz.distance import OSA

ALPHABET = "23456789abcdefghjkmnpqrstvwxy"
PREFIX = "p-"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = (3, 2, 4, 5)
"""Of the characters before the check character, from the last; that one has 1. All differ, so all swaps are seen."""
_SHORT, _LONG = 3, 4
"""How many characters come before the check character."""
_CROWDED = 0.6
"""The share of short ids that may be taken before long ones are given."""
_TRIES = 50
"""How many ids are looked at on the way of the text alone."""
_DASHES = re.compile("[\u2010-\u2015\u2212_]")


class IdFault(Enum):
    """What is wrong with an id, in the words of a message."""

    SHAPE = "not of the form p-k3f9"
    CHARACTER = "a character that no id contains"
    CHECK = "a wrong check character"


def check(paragraph_id: str) -> IdFault | None:
    """Return what is wrong with an id; None when it is `p-`, three or four characters, and their check character."""
    characters = paragraph_id.removeprefix(PREFIX)
    if not paragraph_id.startswith(PREFIX) or len(characters) not in (_SHORT + 1, _LONG + 1):
        return IdFault.SHAPE
    if not characters.isascii() or not characters.isalnum():
        return IdFault.SHAPE
    if any(character not in _VALUE for character in characters):
        return IdFault.CHARACTER
    return None if check_character(characters[:-1]) == characters[-1] else IdFault.CHECK


def check_character(characters: str) -> str:
    """Return the character that makes an id of the given ones, which are at most four."""
    values = (_VALUE[character] for character in reversed(characters))
    return ALPHABET[-sum(map(mul, _WEIGHTS, values)) % len(ALPHABET)]


def new_id(text: str, taken: Collection[str]) -> str:
    """Return a free id for a paragraph that is published for the first time.

    It follows from the text, so that it is the same on every machine; where that id is taken, the next free one on a
    way through all ids that follows from the text too. Where many paragraphs say the same, the way of the later ones
    follows from the number of ids as well. `taken` are all ids ever given. Ids of only letters are skipped: some would
    spell a word that nobody wants beside a paragraph.
    """
    digest = hashlib.sha256(text.encode()).digest()
    places = _SHORT if len(taken) < _CROWDED * len(ALPHABET) ** _SHORT else _LONG
    # The nth copy would go past the n - 1 others, each time.
    other = hashlib.sha256(digest + str(len(taken)).encode()).digest()
    ways = chain(islice(_way(digest, places), _TRIES), _way(other, places))
    return next(found for found in ways if found not in taken and not found[2:].isalpha())


def near(paragraph_id: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known ids that may have been meant: one wrong, missing or extra character, or two that are swapped."""
    return tuple(sorted(one for one in known if OSA.distance(paragraph_id, one) == 1))


def tidied(typed: str) -> str:
    """Return an id that a person typed or pasted as it would be written: `P‑K3F9`, `#p-k3f9`, `k3f9` are `p-k3f9`."""
    plain = _DASHES.sub("-", "".join(typed.split()).lower()).removeprefix("#")
    return plain if plain.startswith(PREFIX) else PREFIX + plain


def _way(digest: bytes, places: int) -> Iterator[str]:
    """Yield every id of that many characters and a check character once, in an order that follows from the digest."""
    count = len(ALPHABET) ** places
    at = int.from_bytes(digest[:8], "big") % count
    step = int.from_bytes(digest[8:16], "big") % count
    if step % len(ALPHABET) == 0:  # only a step without a factor of the count comes past every id
        step += 1
    for _ in range(count):
        characters = _characters(at, places)
        yield PREFIX + characters + check_character(characters)
        at = (at + step) % count


def _characters(number: int, places: int) -> str:
    """Return a number in the alphabet, the lowest place first."""
    characters = ""
    for _ in range(places):
        number, value = divmod(number, len(ALPHABET))
        characters += ALPHABET[value]
    return characters
