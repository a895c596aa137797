"""German: cases and plurals of nouns, endings of the adjectives before them, articles that belong to a name.

Which plural a noun has, its ending tells in part; where it does not, each that is possible is looked for: a wrong one
is no word, and so does no harm.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from .name import InflectedName, NameForms, distinct

_VOWELS = "aeiouäöüy"
_SIBILANTS = ("s", "ß", "x", "z", "tz", "sch")
_WEAK_PLURALS = ("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ur", "enz", "anz", "ei")
_WEAK_MEN = ("ist", "ent", "ant", "at", "et", "e")
_SAME_PLURALS = ("er", "el", "en", "chen", "lein")
_ARTICLES = {
    "die": ("die", "der", "den"),
    "der": ("der", "des", "dem", "den"),
    "das": ("das", "des", "dem"),
}
_ADJECTIVE = ("e", "en", "em", "er", "es")
_SMALL_WORDS = frozenset(
    "der die das des dem den und oder für von vom zu zum zur im in am an auf aus bei mit über unter gegen".split()
)
_UMLAUTS = (("au", "äu"), ("a", "ä"), ("o", "ö"), ("u", "ü"))
_NO_ARTICLE: tuple[tuple[str, ...], ...] = ((),)
_LONGEST_ROOT = 5
"""Of a word whose weak plural may be another word: `Rat`, `Raten`."""


def forms(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in German.

    The words up to the first small one change: adjectives, and the noun they belong to. A person or a place has no
    plural, and of a person only the last word changes.
    """
    words = name.words
    if name.person:
        return NameForms(distinct(name.text, _of_a_person(words)))
    article = _ARTICLES.get(words[0].lower(), ()) if len(words) > 1 else ()
    own = words[bool(article) :]
    count = next((at for at, word in enumerate(own) if word.lower() in _SMALL_WORDS), len(own))
    changing, rest = own[:count], own[count:]
    if not changing or not all(word.replace("-", "").isalpha() for word in changing):
        return NameForms()
    found = (
        " ".join((*first, phrase, *rest))
        for first in (tuple((guise,) for guise in article) or _NO_ARTICLE)
        for phrase in _phrases(changing, name.place, bool(article))
    )
    return NameForms(distinct(name.text, found))


def _of_a_person(words: tuple[str, ...]) -> Iterator[str]:
    last = words[-1]
    if last.isalpha() and not last.endswith(_SIBILANTS):
        yield " ".join((*words[:-1], last + "s"))


@lru_cache(maxsize=20_000)
def _phrases(words: tuple[str, ...], one: bool, article: bool) -> tuple[str, ...]:
    *before, noun = words
    if before and not all(_is_adjective(word) for word in before):
        # A name before a noun, as in `Minsker Gruppe` or `Rat Europas`: adjectives in -er do not change.
        kept = [word for word in before if not _is_adjective(word)]
        if not all(word.endswith("er") for word in kept):
            return tuple(" ".join((form, *words[1:])) for form in _nouns(words[0], one=True))
    adjectives = [_adjectives(word) if _is_adjective(word) else (word,) for word in before]
    # An article makes a noun of an adjective: `die Grünen`.
    nouns = _adjectives(noun) if article and not before and _is_adjective(noun) else _nouns(noun, one=one)
    agreeing = (choice for choice in product(*adjectives, nouns) if len({_ending(word) for word in choice[:-1]}) < 2)
    return tuple(" ".join(choice) for choice in agreeing)


def _ending(adjective: str) -> str:
    return next((ending for ending in ("en", "em", "er", "es", "e") if adjective.endswith(ending)), "")


def _is_adjective(word: str) -> bool:
    """Tell whether a word before a noun, written as in a heading, is declined: `Europäische`, `Auswärtiges`."""
    return len(word) > 4 and word.endswith(("e", "en", "er", "es", "em")) and not word.endswith(("ner", "ker", "ger"))


def _adjectives(word: str) -> tuple[str, ...]:
    stem = word[:-1] if word.endswith("e") else word[:-2]
    return tuple(stem + ending for ending in _ADJECTIVE)


@lru_cache(maxsize=20_000)
def _nouns(word: str, *, one: bool) -> tuple[str, ...]:
    """Return a noun in all its cases; in the plural too unless there is but `one`."""
    return tuple(dict.fromkeys((word, *_singular(word), *(() if one else _plural(word)))))


def _singular(word: str) -> Iterator[str]:
    if word.isupper():
        yield word + "s"
        return
    if word.endswith(_WEAK_PLURALS):
        return
    if not word.endswith(_SIBILANTS):
        yield word + "s"
    if word[-1] not in _VOWELS:
        yield word + "es"
        yield word + "e"
    if word.endswith("nis"):
        yield word + "ses"
    if word.endswith(_WEAK_MEN) and len(word) > _LONGEST_ROOT:
        yield word + ("n" if word.endswith("e") else "en")


def _plural(word: str) -> Iterator[str]:
    if word.isupper():
        return
    if word.endswith(_WEAK_PLURALS):
        yield word + "en"
    elif word.endswith("in"):
        yield word + "nen"
    elif word.endswith("nis"):
        yield from (word + "se", word + "sen")
    elif word.endswith("um"):
        yield word[:-2] + "en"
    elif word.endswith("e"):
        yield word + "n"
    elif word.endswith(_SAME_PLURALS):
        yield from (word + "n", *_umlauted(word), *(form + "n" for form in _umlauted(word)))
    elif word[-1] in _VOWELS:
        yield word + "s"
    else:
        yield from _strong_plurals(word)


def _strong_plurals(word: str) -> Iterator[str]:
    for stem in (word, *_umlauted(word)):
        yield from (stem + "e", stem + "en") if stem != word else (stem + "e",)
        yield from (stem + "er", stem + "ern")
    if len(word) > _LONGEST_ROOT:
        yield word + "en"


def _umlauted(word: str) -> Iterator[str]:
    """Yield the word with its last vowel changed: `Rat`, `Rät`."""
    at = max(word.rfind(plain) for plain, _ in _UMLAUTS)
    if at > 0 and word[at - 1 : at + 1] == "au":
        at -= 1
    for plain, changed in _UMLAUTS:
        if at >= 0 and word.startswith(plain, at):
            yield word[:at] + changed + word[at + len(plain) :]
            return
