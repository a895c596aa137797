"""How names are compared in search: the same letters, whatever the script, the case, the marks or the dash."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from .fold_table import FOLD_TABLE

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


@cache
def _kept(character: str) -> str:
    """Return the character if it is part of a word, nothing for a mark over a letter, and else a space."""
    kind = unicodedata.category(character)[0]
    if kind in "LN" or character == "'":
        return character
    return "" if kind == "M" else " "
