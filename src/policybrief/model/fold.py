"""How names are compared in search: the same letters, whatever the script, the case, the marks or the dash."""

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
    """Return one table for all scripts, a letter to its plain ones."""
    found: dict[str, str] = {}
    for part in FOLD_TABLE.values():
        found |= {} if isinstance(part, str) else part
    return str.maketrans(found)


def fold(text: str) -> str:
    """Return the words of `text` in lower-case plain letters and figures, with single spaces in between.

    `Dağlıq Qarabağ` and `DAGLIQ-QARABAG` fold alike, `Алиев` to `aliev`, `Azerbaijan’s` to `azerbaijan`.
    """
    letters = _letters()
    # The normal form makes a space and a mark of some apostrophes; only after it is a decomposed й one character.
    plain = unicodedata.normalize("NFKC", text.translate(_apostrophes())).lower().translate(letters)
    parted = unicodedata.normalize("NFKD", plain).translate(letters)
    kept = "".join(map(_kept, parted))
    return " ".join(_POSSESSIVE.sub("", " ".join(kept.split())).replace("'", "").split())


def in_plain_latin(text: str) -> str:
    """Return `text` with its Latin letters as ids have them, the case kept: `Mammadova` for Məmmədova.

    Marks over letters go, of other scripts too; the letters of those stay.
    """
    parted = unicodedata.normalize("NFKD", text.translate(_latin_letters()))
    return "".join(character for character in parted if not unicodedata.combining(character))


def plain_latin() -> Mapping[str, str]:
    """Return the small Latin letters that no mark over a plain one makes, and their plain ones: `ə`, `ß`, `ø`."""
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
    """Return the character if it is part of a word, nothing for a mark over a letter, and else a space."""
    kind = unicodedata.category(character)[0]
    if kind in "LN" or character == "'":
        return character
    return "" if kind == "M" else " "
