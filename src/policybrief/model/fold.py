"""How search compares names: the same letters, whatever the script, case, accents or dashes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from .fold_table import FOLD_TABLE, IN_IDS

_POSSESSIVE = re.compile(r"'s(?= |$)")


@cache
def _apostrophes() -> Mapping[int, str]:
    return str.maketrans(dict.fromkeys(FOLD_TABLE["apostrophes"], "'"))


@cache
def _letters() -> Mapping[int, str]:
    """Return one table for all scripts, from a letter to its plain letters."""
    found: dict[str, str] = {}
    for part in FOLD_TABLE.values():
        found |= {} if isinstance(part, str) else part
    return str.maketrans(found)


def fold(text: str) -> str:
    """Return the words of `text` in plain lowercase letters and digits, separated by single spaces.

    `Dağlıq Qarabağ` and `DAGLIQ-QARABAG` fold alike, `Алиев` to `aliev`, `Azerbaijan’s` to `azerbaijan`.
    """
    letters = _letters()
    # Normalisation turns some apostrophes into a space and a mark; only afterwards is a decomposed й one character.
    plain = unicodedata.normalize("NFKC", text.translate(_apostrophes())).lower().translate(letters)
    parted = unicodedata.normalize("NFKD", plain).translate(letters)
    kept = "".join(map(_kept, parted))
    return " ".join(_POSSESSIVE.sub("", " ".join(kept.split())).replace("'", "").split())


def in_plain_latin(text: str) -> str:
    """Return `text` with its Latin letters as in ids, keeping the case: `Mammadova` for Məmmədova.

    Accents are removed in all scripts; letters of other scripts stay.
    """
    parted = unicodedata.normalize("NFKD", text.translate(_latin_letters()))
    return "".join(character for character in parted if not unicodedata.combining(character))


def plain_latin() -> Mapping[str, str]:
    """Return the lowercase Latin letters that do not decompose into a plain letter and a mark, with their plain
    letters: `ə`, `ß`, `ø`.
    """
    latin = FOLD_TABLE["latin"]
    return {} if isinstance(latin, str) else latin


@cache
def _latin_letters() -> Mapping[int, str]:
    small = {**plain_latin(), **IN_IDS}
    large = {letter.upper(): plain.capitalize() for letter, plain in small.items() if len(letter.upper()) == 1}
    # The capital of ı is the plain I.
    return str.maketrans({**{letter: plain for letter, plain in large.items() if not letter.isascii()}, **small})


@cache
def _kept(character: str) -> str:
    """Return the character if it is part of a word, an empty string for a combining mark, otherwise a space."""
    kind = unicodedata.category(character)[0]
    if kind in "LN" or character == "'":
        return character
    return "" if kind == "M" else " "
