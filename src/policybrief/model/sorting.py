"""The order of names in an index: diacritics folded, scripts one after another."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Generic, TypeVar

from .fold import plain_latin
from .forms import with_capital

_T = TypeVar("_T")
_U = TypeVar("_U")

_SCRIPT_ORDER = ("DIGIT", "LATIN", "CYRILLIC", "ARMENIAN", "GEORGIAN", "GREEK", "ARABIC", "HEBREW")
_NUMBER = re.compile(r"[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+")
_DIGITS_SORTED = 9
"""Numbers are padded with zeros to this many digits; longer ones sort as text."""

DIGITS = "0–9"
"""The heading of names that begin with a number."""


@cache
def _folded(char: str) -> str:
    """Return the letters by which one character sorts; a space for anything but letters and digits."""
    lower = char.casefold()
    if lower == "ё":
        # It has a decomposition, which Russian indexes ignore too.
        return "е"
    if lower in plain_latin():
        return plain_latin()[lower]
    if not char.isalnum():
        # A combining mark belongs to the letter before it and must not split a word.
        return "" if unicodedata.combining(char) or char in "'’ʼ" else " "
    base = unicodedata.normalize("NFD", lower)
    # Й is a separate letter, while É is an E with an accent.
    return "".join(filter(str.isalnum, base)) if _script(base[0]) in ("LATIN", "GREEK") else lower


@cache
def _script(char: str) -> str:
    return "DIGIT" if char.isdigit() else unicodedata.name(char, "UNKNOWN").split()[0]


@cache
def _rank(char: str) -> int:
    script = _script(char)
    return _SCRIPT_ORDER.index(script) if script in _SCRIPT_ORDER else len(_SCRIPT_ORDER)


SortKey = tuple[int, str, str]

_ALPHABETS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}
"""Languages whose accented or additional letters do not sort with the plain ones. Latin letters that a language lacks
but names have are where its dictionaries put them.
"""
_FIRST_PLACE = 0xF0000
"""Positions in an alphabet are written as characters that no name has."""


def sort_key(name: str, language: str = "") -> SortKey:
    """Return the key that puts names in the order of an index in a language.

    `Əliyev` is next to `Eliot`, but comes after E in Azerbaijani; Cyrillic comes after Latin, and numbers sort by
    value: 102 before 1,960.
    """
    counted = _NUMBER.sub(lambda number: re.sub("[^0-9]", "", number[0]).zfill(_DIGITS_SORTED), name)
    alphabet = _ALPHABETS.get(language.partition("-")[0], "")
    letters = " ".join(counted.translate(_sorted_letters(alphabet)).split())
    return (_rank(_letter(letters[0], alphabet)) if letters else len(_SCRIPT_ORDER), letters, name)


class _SortedLetters(dict[int, str]):
    """The letters by which each character sorts in one alphabet, by code point; filled on demand."""

    def __init__(self, alphabet: str) -> None:
        self._alphabet = alphabet

    def __missing__(self, number: int) -> str:
        """Return the letters by which a character sorts that is not yet in the table."""
        placed = self[number] = _placed(chr(number), self._alphabet)
        return placed


@cache
def _sorted_letters(alphabet: str) -> _SortedLetters:
    return _SortedLetters(alphabet)


def _placed(char: str, alphabet: str) -> str:
    """Return the letters by which a character sorts, with the alphabet's own letters as positions."""
    # In Turkic languages, the two letters I are not capital and small forms of each other.
    own = {"I": "ı", "İ": "i"}.get(char, char) if "ı" in alphabet else char
    sorted_by = own.lower() if own.lower() in alphabet else _folded(char)
    return "".join(chr(_FIRST_PLACE + alphabet.index(one)) if one in alphabet else one for one in sorted_by)


def _letter(first: str, alphabet: str) -> str:
    """Return the letter at a position."""
    return alphabet[ord(first) - _FIRST_PLACE] if ord(first) >= _FIRST_PLACE else first


@dataclass(frozen=True, slots=True)
class Letter(Generic[_T]):
    """The items of an index under one heading."""

    heading: str
    """`A`, `Б` or `0–9`."""
    anchor: str
    opens_script: bool
    """Whether it is the first group of its script after groups of another."""
    items: tuple[_T, ...]


def letter_of(letter: Letter[_T], shown: Callable[[_T], _U]) -> Letter[_U]:
    """Return a letter and its items, as a page shows them."""
    return Letter(letter.heading, letter.anchor, letter.opens_script, tuple(map(shown, letter.items)))


def by_letter(items: Iterable[_T], name: Callable[[_T], str], language: str = "") -> tuple[Letter[_T], ...]:
    """Return the items sorted by name in the order of the language, and grouped by letter."""
    keyed = sorted(((sort_key(name(item), language), item) for item in items), key=lambda pair: pair[0])
    letters: list[Letter[_T]] = []
    script: int | None = None
    for heading, group in groupby(keyed, key=lambda pair: _heading(pair[0], language)):
        members = tuple(group)
        (rank, *_), _ = members[0]
        # Digits go with Latin: a gap after a single heading would separate nothing.
        opens = script is not None and rank != script and rank > _SCRIPT_ORDER.index("LATIN")
        letters.append(Letter(heading, _anchor(heading), opens, tuple(item for _, item in members)))
        script = rank
    return tuple(letters)


def _heading(key: SortKey, language: str) -> str:
    rank, letters, _ = key
    if not letters:
        return "#"
    if rank == 0:
        return DIGITS
    first = _letter(letters[0], _ALPHABETS.get(language.partition("-")[0], ""))
    # Georgian capitals are only for words in all capitals, and few fonts have them.
    return first if _script(first) == "GEORGIAN" else with_capital(first, language)[:1]


def _anchor(heading: str) -> str:
    """Return an id that needs no escaping in an address, whatever the script."""
    if heading == DIGITS:
        return "letter-digits"
    plain = heading.isascii() and heading.isalpha()
    return f"letter-{heading.lower()}" if plain else f"letter-{ord(heading):04x}"
