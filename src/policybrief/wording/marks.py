"""Quotation marks by language; Babel does not pass on those of CLDR (https://cldr.unicode.org/)."""

from collections.abc import Mapping

from babel import Locale

from .catalogue import locale_of

_ENGLISH = "“”"
_MARKS = {
    **dict.fromkeys(("ru", "uk", "be", "hy", "el", "kk", "ky", "es", "it", "pt", "no", "nb", "fa"), "«»"),
    **dict.fromkeys(("de", "cs", "sk", "bg", "ka", "is", "lt", "sl"), "„“"),
    **dict.fromkeys(("pl", "ro", "hu", "hr", "sr", "et"), "„”"),
    **dict.fromkeys(("sv", "fi"), "””"),
    "fr": "«\u202f\u202f»",
    "he": "””",
}


def quotation_marks(locale: Locale) -> tuple[str, str]:
    """Return the quotation marks of a language."""
    marks = _MARKS.get(locale.language, _ENGLISH)
    return marks[: len(marks) // 2], marks[len(marks) // 2 :]


def smart_marks(language: str) -> Mapping[str, str]:
    """Return what the Markdown extension `smarty` is to set for straight double quotes in a language, a BCP 47 tag.

    Single ones stay as they are: the closing one is the apostrophe too.
    """
    opening, closing = quotation_marks(locale_of(language))
    return {} if opening + closing == _ENGLISH else {"left-double-quote": opening, "right-double-quote": closing}
