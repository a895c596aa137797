"""The permanent ids of paragraphs: `p-k3f9`, three signs and a check sign.

The 29 signs are the digits and letters that no eye or ear takes for one another (no 0, 1, i, l, o, u, z). 29 is prime,
so the signs are the numbers of a field, and the check sign is the one that makes a weighted sum zero: the code of
ISBN-10 with another prime. As every weight has an inverse, and so has the difference of any two, no id comes of another
by one wrong sign or by two signs that changed places. When the ids of four signs run short, those of five follow.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from itertools import chain, islice

from rapidfuzz.distance import OSA

SIGNS = "23456789abcdefghjkmnpqrstvwxy"
PREFIX = "p-"
_VALUE = {sign: value for value, sign in enumerate(SIGNS)}
_WEIGHTS = (3, 2, 4, 5)
"""Of the signs before the check sign, from the last; the check sign has 1. All differ, so all swaps are seen."""
_SHORT, _LONG = 3, 4
"""How many signs stand before the check sign."""
_CROWDED = 0.6
"""The share of short ids that may be taken before long ones are given."""
_TRIES = 50
"""How many ids are looked at on the way of the text alone."""
_DASHES = re.compile("[\u2010-\u2015\u2212_]")


class IdFault(Enum):
    """What is wrong with an id, in the words of a message."""

    SHAPE = "not of the form p-k3f9"
    SIGN = "a sign that no id has"
    CHECK = "a wrong check sign"


def check(paragraph_id: str) -> IdFault | None:
    """Return what is wrong with an id, or None when it is well-formed: `p-`, three or four signs, their check sign."""
    signs = paragraph_id.removeprefix(PREFIX)
    if not paragraph_id.startswith(PREFIX) or len(signs) not in (_SHORT + 1, _LONG + 1):
        return IdFault.SHAPE
    if not signs.isascii() or not signs.isalnum():
        return IdFault.SHAPE
    if any(sign not in _VALUE for sign in signs):
        return IdFault.SIGN
    return None if check_sign(signs[:-1]) == signs[-1] else IdFault.CHECK


def check_sign(signs: str) -> str:
    """Return the sign that makes an id of the given ones."""
    total = sum(weight * _VALUE[sign] for weight, sign in zip(_WEIGHTS, reversed(signs), strict=False))
    return SIGNS[-total % len(SIGNS)]


def new_id(text: str, taken: Collection[str]) -> str:
    """Return a free id for a paragraph that is published for the first time.

    It follows from the text, so that it is the same on every machine; where that id is taken, the next free one on a
    way through all ids that follows from the text too. Where many paragraphs say the same, the way of the later ones
    follows from the number of ids as well. `taken` are all ids ever given. Letters alone are passed over: some would
    spell a word that nobody wants beside a paragraph.
    """
    digest = hashlib.sha256(text.encode()).digest()
    places = _SHORT if len(taken) < _CROWDED * len(SIGNS) ** _SHORT else _LONG
    # The nth copy would go past the n - 1 others, each time.
    other = hashlib.sha256(digest + str(len(taken)).encode()).digest()
    ways = chain(islice(_way(digest, places), _TRIES), _way(other, places))
    return next(found for found in ways if found not in taken and not found[2:].isalpha())


def near(paragraph_id: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known ids that may have been meant: one sign wrong, missing or too many, or two neighbours swapped."""
    return tuple(sorted(one for one in known if OSA.distance(paragraph_id, one, score_cutoff=1) == 1))


def tidied(typed: str) -> str:
    """Return an id that a person typed or pasted as it would be written: `P‑K3F9`, `#p-k3f9`, `k3f9` are `p-k3f9`."""
    signs = _DASHES.sub("-", "".join(typed.split()).lower()).removeprefix("#")
    return signs if signs.startswith(PREFIX) else PREFIX + signs


def _way(digest: bytes, places: int) -> Iterator[str]:
    """Yield every id with that many signs before the check sign, once, in an order that follows from the digest."""
    count = len(SIGNS) ** places
    at = int.from_bytes(digest[:8], "big") % count
    step = int.from_bytes(digest[8:16], "big") % count
    if step % len(SIGNS) == 0:  # only a step without a factor of the count comes past every id
        step += 1
    for _ in range(count):
        signs = _signs(at, places)
        yield PREFIX + signs + check_sign(signs)
        at = (at + step) % count


def _signs(number: int, places: int) -> str:
    signs = ""
    for _ in range(places):
        number, value = divmod(number, len(SIGNS))
        signs += SIGNS[value]
    return signs
