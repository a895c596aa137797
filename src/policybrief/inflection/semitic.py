"""Hebrew and Arabic: small words and the article are written in one with the word after them."""

from collections.abc import Iterator
from itertools import product

from .name import InflectedName, NameForms, distinct

_HEBREW_CONJUNCTIONS = ("", "ש", "כש", "מש", "לכש")
_HEBREW_PREFIXES = tuple(
    "".join(parts)
    for parts in product(("", "ו"), _HEBREW_CONJUNCTIONS, ("", "ב", "ל", "כ", "מ", "ה", "מה"))
    if any(parts)
)
_HEBREW_PREFIXES_OF_NAMES = tuple(prefix for prefix in _HEBREW_PREFIXES if not prefix.endswith("ה"))
_HEBREW_WITH_ARTICLE = {"": "ה", "מ": "מה", "ב": "ב", "ל": "ל", "כ": "כ"}
"""What is before a word that has the article: in, to and as swallow it."""
_HEBREW_BEFORE = tuple(map("".join, product(("", "ו"), ("", "ש"))))
_ARABIC_PREFIXES = tuple("".join(parts) for parts in product(("", "و", "ف"), ("", "ب", "ك", "ل")) if any(parts))
_SHORTEST = 3
"""A shorter word with a letter before it is often another word."""


def hebrew(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in Hebrew: with each prefix, and with the article on its adjectives too."""
    first, *rest = name.words
    if len(first) < _SHORTEST and not rest:
        return NameForms()
    # A state, a town or a person has no article: `הירדן` is the river.
    bare = name.place or name.person
    prefixes = _HEBREW_PREFIXES_OF_NAMES if bare else _HEBREW_PREFIXES
    found = [" ".join((prefix + first, *rest)) for prefix in prefixes]
    if first.startswith("ה") and not bare:
        # In, to and as swallow its article: `האיחוד`, `באיחוד`.
        swallowed = (before + prefix + first[1:] for before, prefix in product(_HEBREW_BEFORE, "בלכ"))
        found += (" ".join((form, *rest)) for form in swallowed)
    if name.phrase and rest:
        found += _definite(first, rest)
    return NameForms(distinct(name.text, found))


def _definite(first: str, rest: list[str]) -> Iterator[str]:
    """Yield a phrase of a noun and its adjectives with the article before each: `המידע הפתוח`, `במידע הפתוח`."""
    adjectives = [word if word.startswith("ה") else "ה" + word for word in rest]
    for before, prefix in product(_HEBREW_BEFORE, _HEBREW_WITH_ARTICLE.values()):
        yield " ".join((before + prefix + first, *adjectives))
    if len(rest) == 1:
        # Of two nouns only the second has the article: `זכויות האדם`.
        for prefix in ("", *_HEBREW_PREFIXES):
            yield " ".join((prefix + first, *adjectives))


def arabic(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in Arabic: with each prefix, and with the article where it has none."""
    first, *rest = name.words
    if len(first) < _SHORTEST and not rest:
        return NameForms()
    found = list(_prefixed(first))
    if name.phrase:
        found += ["ال" + first, *_prefixed("ال" + first)]
    forms = [" ".join((form, *rest)) for form in found]
    if name.phrase and rest:
        adjectives = [word if word.startswith("ال") else "ال" + word for word in rest]
        forms += [" ".join((form, *adjectives)) for form in found if "ال" in form or form.startswith("لل")]
    return NameForms(distinct(name.text, forms))


def _prefixed(word: str) -> Iterator[str]:
    """Yield the word with each prefix; `to the` loses a letter: `للأمم`."""
    for prefix in _ARABIC_PREFIXES:
        if word.startswith("ال") and prefix.endswith("ل"):
            yield prefix + "ل" + word[2:]
        else:
            yield prefix + word
