"""How names are compared in search: the same letters, whatever the script, the case, the marks or the dash.

The table is data (`fold.json`), which the browser is handed as well: text is folded here, a query there.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FoldTable = Mapping[str, str | Mapping[str, str]]

_POSSESSIVE = re.compile(r"'s(?= |$)")


@cache
def fold_table() -> FoldTable:
    """Return the table: which signs are apostrophes, and the letters of each script in plain Latin ones."""
    table: FoldTable = json.loads((files(__package__) / "fold.json").read_text(encoding="utf-8"))
    return table


@cache
def _apostrophes() -> Mapping[int, str]:
    return str.maketrans(dict.fromkeys(fold_table()["apostrophes"], "'"))


@cache
def _letters() -> Mapping[int, str]:
    """Return one table for all scripts, a letter to its plain ones."""
    found: dict[str, str] = {}
    for part in fold_table().values():
        found |= {} if isinstance(part, str) else part
    return str.maketrans(found)


def fold(text: str) -> str:
    """Return the words of `text` in lower-case plain letters and figures, parted by single spaces.

    `Dağlıq Qarabağ` and `DAGLIQ-QARABAG` fold alike, `Алиев` to `aliev`, `Azerbaijan’s` to `azerbaijan`.
    """
    letters = _letters()
    # The normal form makes a space and a mark of some apostrophes; a decomposed short i is one sign only behind it.
    plain = unicodedata.normalize("NFKC", text.translate(_apostrophes())).lower().translate(letters)
    parted = unicodedata.normalize("NFKD", plain).translate(letters)
    kept = "".join(map(_kept, parted))
    return " ".join(_POSSESSIVE.sub("", " ".join(kept.split())).replace("'", "").split())


@cache
def _kept(sign: str) -> str:
    """Return the sign if it is of a word, nothing for a mark over a letter, and else a space."""
    kind = unicodedata.category(sign)[0]
    if kind in "LN" or sign == "'":
        return sign
    return "" if kind == "M" else " "
