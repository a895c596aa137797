"""The order of names in an index: diacritics folded, scripts one after another."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Generic, TypeVar

_T = TypeVar("_T")

_SCRIPT_ORDER = ("DIGIT", "LATIN", "CYRILLIC", "ARMENIAN", "GEORGIAN", "GREEK", "ARABIC", "HEBREW")
_UNDECOMPOSED = {
    "ə": "e",
    "ı": "i",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ø": "o",
    "ħ": "h",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ё": "е",
}
"""Letters that sort with others but have no decomposition; `ё` has one, which Russian indexes ignore too."""

DIGITS = "0–9"
"""The heading over names that begin with a number."""


@cache
def _folded(char: str) -> str:
    """Return the letters by which one character sorts; a space for a sign that is no letter or number."""
    lower = char.casefold()
    if lower in _UNDECOMPOSED:
        return _UNDECOMPOSED[lower]
    if not char.isalnum():
        # A combining mark belongs to the letter before it; it must not part a word.
        return "" if unicodedata.combining(char) or char in "'’ʼ" else " "
    base = unicodedata.normalize("NFD", lower)
    # Й is a letter of its own where É is an E with an accent.
    return "".join(filter(str.isalnum, base)) if _script(base[0]) in ("LATIN", "GREEK") else lower


@cache
def _script(char: str) -> str:
    return "DIGIT" if char.isdigit() else unicodedata.name(char, "UNKNOWN").split()[0]


@cache
def _rank(char: str) -> int:
    script = _script(char)
    return _SCRIPT_ORDER.index(script) if script in _SCRIPT_ORDER else len(_SCRIPT_ORDER)


SortKey = tuple[int, str, str]


def sort_key(name: str) -> SortKey:
    """Return the key that puts names in the order of an index: `Əliyev` beside `Eliot`, Cyrillic after Latin."""
    letters = " ".join("".join(map(_folded, name)).split())
    return (_rank(letters[0]) if letters else len(_SCRIPT_ORDER), letters, name)


@dataclass(frozen=True, slots=True)
class Letter(Generic[_T]):
    """The items of an index that stand under one heading."""

    heading: str
    """`A`, `Б` or `0–9`."""
    anchor: str
    items: tuple[_T, ...]


def by_letter(items: Iterable[_T], name: Callable[[_T], str]) -> tuple[Letter[_T], ...]:
    """Return the items sorted by name and grouped under letters."""
    keyed = sorted(((sort_key(name(item)), item) for item in items), key=lambda pair: pair[0])
    groups = groupby(keyed, key=lambda pair: _heading(pair[0]))
    return tuple(Letter(heading, _anchor(heading), tuple(item for _, item in group)) for heading, group in groups)


def _heading(key: SortKey) -> str:
    rank, letters, _ = key
    if not letters:
        return "#"
    if rank == 0:
        return DIGITS
    # Georgian capitals are for whole words only, and few fonts have them.
    return letters[0] if _script(letters[0]) == "GEORGIAN" else letters[0].upper()[:1]


def _anchor(heading: str) -> str:
    """Return an id that needs no escaping in an address, whatever the script."""
    if heading == DIGITS:
        return "letter-digits"
    plain = heading.isascii() and heading.isalpha()
    return f"letter-{heading.lower()}" if plain else f"letter-{ord(heading):04x}"
