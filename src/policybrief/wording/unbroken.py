"""What does not part at the end of a line: a day and its month, the years of a range, French marks and their words."""

import re
from functools import cache

from .catalogue import locale_of

_RANGE = r"\d+(?:[.,]\d+)?[–—]\d+(?:[.,]\d+)?"
_FRENCH = r"«\s\S+(?:\s»)?|\S+\s[;:!?»]+"
"""With a space of any kind: French has one inside its quotation marks and before `;`, `:`, `!` and `?`."""


@cache
def unbroken(language: str) -> re.Pattern[str]:
    """Return the pattern of what stays in one line in a text of that language, a BCP 47 tag."""
    locale = locale_of(language)
    names = {name for context in ("format", "stand-alone") for name in locale.months[context]["wide"].values()}
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    date = rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:{months})\b|\b(?:{months})\s\d{{1,2}}\b"
    # In some languages the names of the months are numbers.
    parts = (_RANGE, *(() if names & set("123456789") else (date,)), *((_FRENCH,) if locale.language == "fr" else ()))
    return re.compile("|".join(parts))
