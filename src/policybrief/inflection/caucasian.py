"""Armenian and Georgian: endings after the last word, of which the tables hold those of names and common phrases."""

from collections.abc import Iterator
from functools import lru_cache

from .name import InflectedName, NameForms, distinct, is_acronym_word

_ARMENIAN = "ի ին ը ն ից ով ում իս ս".split()
_ARMENIAN_AFTER_A_VOWEL = "ն յի յին յից յով յում ս".split()
_ARMENIAN_OF_U = "ուն ուի ուին ուից ուով ուում վի վին վից վով վում".split()
_ARMENIAN_ABSTRACT = "ությունը ությունն ության ությանը ությանն ությունից ությամբ ությունում".split()
_ARMENIAN_VOWELS = "աեէըիոօ"
_ARMENIAN_LOST = ("ի", "ու")
"""Vowels of the last syllable that are lost when an ending comes after: `երկիր`, `երկրի`; `օրենսգիրք`, `օրենսգրքի`."""

_GEORGIAN_AFTER_A_CONSONANT = (
    "მა ს სა ის ისა ით ითა ად ადა ო ში ზე თან ისთვის ისგან იდან ამდე ადმე ისკენ ისადმი ისებრ ითურთ ივით მაც საც ისაც"
    " შიც ზეც თანაც"
).split()
_GEORGIAN_AFTER_A_VOWEL = "მ ს სა თი დ ვ ში ზე სთან სთვის სგან დან მდე სკენ სადმი სებრ სავით მაც საც შიც ზეც ც".split()
_GEORGIAN_SHORTENED = "ის ისა ით ითა ად ადა ისთვის ისგან იდან ამდე ადმე ისკენ ისადმი ისებრ ითურთ".split()
"""Endings before which a word loses its last vowel: `საზღვარი`, `საზღვრის`."""
_GEORGIAN_ADJECTIVES = {
    "მა": "მა", "ს": "", "ის": "ი", "ით": "ი", "ად": "", "ო": "ო", "ში": "", "ზე": "", "თან": "", "ისთვის": "ი",
    "ისგან": "ი", "იდან": "ი", "ამდე": "", "ადმე": "", "ისკენ": "ი", "ისებრ": "ი",
    # After a vowel.
    "მ": "მა", "თი": "ი", "დ": "", "ვ": "ო", "სთან": "", "სთვის": "ი", "სგან": "ი", "დან": "ი", "მდე": "", "სკენ": "ი",
    "სებრ": "ი",
}  # fmt: skip
"""The ending of an adjective before a noun with each ending."""


def armenian(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in Armenian: those of its last word."""
    before, space, last = name.text.rpartition(" ")
    if not last.isalpha() or is_acronym_word(last):
        return NameForms()
    return NameForms(distinct(name.text, (before + space + form for form in _armenian(last, name.single))))


@lru_cache(maxsize=20_000)
def _armenian(word: str, one: bool) -> tuple[str, ...]:
    found = list(_armenian_cases(word))
    if word.endswith("ություն"):
        found += (word[: -len("ություն")] + ending for ending in _ARMENIAN_ABSTRACT)
    if not one:
        vowels = sum(letter in _ARMENIAN_VOWELS for letter in word.lower())
        plural = word + ("եր" if vowels < 2 else "ներ")
        found += (plural, *(plural + ending for ending in _ARMENIAN))
    return tuple(found)


def _armenian_cases(word: str) -> Iterator[str]:
    if word.endswith("ու"):
        yield from (word[:-2] + ending for ending in _ARMENIAN_OF_U)
    elif word[-1] in _ARMENIAN_VOWELS:
        yield from (word + ending for ending in _ARMENIAN_AFTER_A_VOWEL)
        if word.endswith("ի"):
            yield from (word[:-1] + ending for ending in ("ու", "ուն", "ուց", "ով", "ում"))
            # A place keeps its last vowel: `Գյումրիում`, `Թբիլիսիից`.
            yield from (word + ending for ending in ("ի", "ին", "ից", "ով", "ում"))
    else:
        yield from (word + ending for ending in _ARMENIAN)
        for stem in _armenian_without_vowel(word):
            yield from (stem + ending for ending in ("ի", "ին", "ից", "ով", "ում"))
            # The last part of a compound has the plural of a short word: `պայմանագրեր`.
            yield from (stem + "եր" + ending for ending in ("", *_ARMENIAN))


def _armenian_without_vowel(word: str) -> Iterator[str]:
    """Yield what is left of a word that loses its last vowel, before one consonant or two."""
    for lost in _ARMENIAN_LOST:
        if len(word) < len(lost) + 3:
            continue
        if word[:-1].endswith(lost):
            yield word[: -len(lost) - 1] + word[-1]
        elif word[:-2].endswith(lost) and word[-2] not in _ARMENIAN_VOWELS + "ւ":
            yield word[: -len(lost) - 2] + word[-2:]


def georgian(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in Georgian: its last word in all cases, adjectives before it as they agree."""
    *before, last = name.words
    if not last.isalpha() or any(not word.replace("-", "").isalpha() for word in before):
        return NameForms()
    found = []
    for ending, form in _georgian(last):
        adjectives = [_agreeing(word, ending) for word in before]
        found += [" ".join((*words, form)) for words in ((*adjectives,), (*before,))]
    if not name.single:
        found += (" ".join((*before, form)) for form in _georgian_plurals(last))
    return NameForms(distinct(name.text, found))


@lru_cache(maxsize=20_000)
def _georgian(word: str) -> tuple[tuple[str, str], ...]:
    """Return the cases of a word, each with its ending."""
    stem = _georgian_stem(word)
    if stem == word:
        found = [(ending, word + ending) for ending in _GEORGIAN_AFTER_A_VOWEL]
        if word[-1] in "აე":
            found += [(ending, word[:-1] + ending) for ending in _GEORGIAN_SHORTENED]
        return tuple(found)
    found = [(ending, stem + ending) for ending in _GEORGIAN_AFTER_A_CONSONANT]
    if shorter := _without_last_vowel(stem):
        found += [(ending, shorter + ending) for ending in _GEORGIAN_SHORTENED]
    return tuple(found)


def _georgian_plurals(word: str) -> Iterator[str]:
    stem = _georgian_stem(word)
    if stem == word:
        stem = word[:-1] if word[-1] in "აე" else word
    for plural in (stem + "ებ", *([f"{shorter}ებ"] if (shorter := _without_last_vowel(stem)) else [])):
        yield plural + "ი"
        yield from (plural + ending for ending in _GEORGIAN_AFTER_A_CONSONANT)


def _without_last_vowel(stem: str) -> str:
    if len(stem) > 4 and stem[-1] in "რლნმ" and stem[-2] in "აეო":
        return stem[:-2] + stem[-1]
    return ""


def _georgian_stem(word: str) -> str:
    """Return a word without the ending of the nominative, which names in vowels do not have."""
    return word[:-1] if word.endswith("ი") and len(word) > 2 else word


def _agreeing(adjective: str, ending: str) -> str:
    own = _GEORGIAN_ADJECTIVES.get(ending)
    return adjective if own is None or not adjective.endswith("ი") else adjective[:-1] + own
