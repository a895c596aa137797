"""Amounts in the cells of a table: one number, its unit, and the words around it."""

import re
from dataclasses import dataclass
from enum import Enum

_MISSING = frozenset(("", "-", "–", "—", "−", "?", "…", "...", "..", "n/a", "n.a.", "na"))
_WITH_A_POINT = frozenset("en ga cy he ja ko zh th hi bn ta te".split())
"""The languages that write 1,232.5; the others write 1.232,5 or 1 232,5."""
_NARROW = "\u00a0\u2009\u202f"
_BEFORE = r"(?P<sign>(?<![^\W\d_])[-−–]?)(?P<money>[$€£¥₼₽₺₴₸]?)"
_POINT = re.compile(rf"{_BEFORE}(?P<whole>\d{{1,3}}(?:[,{_NARROW}]\d{{3}})+(?!\d)|\d+)(?:\.(?P<part>\d+))?")
_COMMA = re.compile(rf"{_BEFORE}(?P<whole>\d{{1,3}}(?:[. {_NARROW}]\d{{3}})+(?!\d)|\d+)(?:,(?P<part>\d+))?")
_REMARK = re.compile(r"\([^()]*\)|[*†‡]+")


class Unreadable(Enum):
    """Why words are not an amount, as in messages."""

    NO_NUMBER = "there is no number"
    SEVERAL_NUMBERS = "there are several numbers"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit."""

    number: float
    unit: str
    """`$ million`, `per cent`; empty when the cell names none."""


def read_amount(words: str, language: str) -> Amount | Unreadable | None:
    """Return the amount in a cell of a table in that language, or None if the cell says that there is none.

    Words before the number (`about`, `more than`) and remarks in brackets after it are not part of the unit.
    """
    said = _without_remarks(words)
    if is_missing(words):
        return None
    pattern = _POINT if language.partition("-")[0] in _WITH_A_POINT else _COMMA
    found = list(pattern.finditer(said))
    if not found:
        return Unreadable.NO_NUMBER
    if len(found) > 1:
        return Unreadable.SEVERAL_NUMBERS
    (match,) = found
    number = float(re.sub(r"\D", "", match["whole"]) + "." + (match["part"] or "0"))
    after = " ".join(said[match.end() :].split())
    return Amount(-number if match["sign"] else number, " ".join(filter(None, (match["money"], after))))


def is_missing(words: str) -> bool:
    """Tell whether a cell says that there is nothing: `–`, `n/a`, `…`, or no words at all."""
    return _without_remarks(words).casefold() in _MISSING


def _without_remarks(words: str) -> str:
    return _REMARK.sub("", words).strip() or words.strip()
