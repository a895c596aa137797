"""What does not part at the end of a line: a day and its month, a number and its sign, a word and a mark of French."""

import re
from collections.abc import Iterator
from functools import cache

from .catalogue import locale_of

_NUMBER = r"\d+(?:[.,]\d+)?"
_RANGE = rf"{_NUMBER}[–—]{_NUMBER}(?:-[^\W\d_]{{1,4}}\b)?"
_WITH_ENDING = r"\b\d+(?:-\d+)*-(?:\d+|[^\W\d_]{1,4})\b"
"""`2026-11-29`, `1994-cü`, `907-я`: browsers part them after a hyphen."""
_PLACE = (
    rf"(?:\b(?:[Pp]p?|[Nn]o|[Nn]r|[Vv]ol|[Aa]rt|[Ss]əh|[Ss]|[Сс]|[Сс]т|[Гг]л|вып|табл|рис)\.|[№§])\s(?:{_RANGE}|\d+)"
)
_PER_CENT = rf"{_NUMBER}\s[%‰]"
_INITIALS = r"(?:\b[^\W\d_a-zа-я]\.\s?)+[^\W\d_]{2,}"
_FRENCH = r"«\s(?:\S+(?:\s»)?)?|(?:\S+|^)\s[;:!?»]+"
"""With a space of any kind: French has one inside its quotation marks and before `;`, `:`, `!` and `?`.

The word may be a link, which is not in the text.
"""
_SLAVIC_YEAR = r"\b\d{1,4}(?:[–-]\d{1,4})?\s(?:гг?|вв?|рр?|ст)\."
_SMALL_WORDS = {
    **dict.fromkeys(("ru", "be"), "авиксоуя"),
    "uk": "авзійоуя",
    **dict.fromkeys(("cs", "sk"), "aikosuvz"),
    "pl": "aiouwz",
}
"""Words of one letter, which do not end a line in these languages."""


@cache
def unbroken(language: str) -> re.Pattern[str]:
    """Return the pattern of what stays in one line in a text of that language, a BCP 47 tag."""
    locale = locale_of(language)
    names = {name for context in ("format", "stand-alone") for name in locale.months[context]["wide"].values()}
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    date = rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:{months})\b|\b(?:{months})\s\d{{1,2}}\b"
    parts = [
        # In some languages the names of the months are numbers.
        *(() if names & set("123456789") else (date,)),
        *((_SLAVIC_YEAR,) if locale.language in {"ru", "uk", "be"} else ()),
        _WITH_ENDING,
        _RANGE,
        _PLACE,
        _PER_CENT,
        _INITIALS,
        *((_FRENCH,) if locale.language == "fr" else ()),
    ]
    small = _SMALL_WORDS.get(locale.language)
    if small:
        # The word after it may be a link; no line is parted at a space that is in an element of one line.
        parts.append(rf"(?<![\w’'-])(?:[{small}{small.upper()}]\s)+(?:{date}|{_SLAVIC_YEAR}|[\w-]*)")
    return re.compile("|".join(parts))


def parted(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it stays in one line."""
    end = 0
    for found in unbroken(language).finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False
