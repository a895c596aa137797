"""Azerbaijani and Turkish: chains of endings after the last word, whose vowels follow its last vowel.

A chain is plural, possessor, case and what may come after a case: `Bakıdakılar`, `ölkəmizin`, `İttifaqından`. An
ending after an apostrophe or a hyphen (`Türkiye'nin`, `BMT-nin`) is a word of its own for the matcher.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .name import InflectedName, NameForms, distinct, is_acronym_word


@dataclass(frozen=True, slots=True)
class _Language:
    """What differs between the two. In endings `A` is an open vowel, `I` a close one, `D` is d or t, `C` is c or ç."""

    open_vowels: str
    """After a back and after a front vowel."""
    softened: tuple[tuple[str, str], ...]
    """Last letters of words of several syllables, and what they become before a vowel."""
    hardens: bool
    """Whether d becomes t after a voiceless letter."""
    possessors: tuple[tuple[str, str], ...]
    """Endings after a consonant and after a vowel: his, ours."""
    together: tuple[str, str]
    """`with`, after a consonant and after a vowel."""
    after_place: tuple[str, ...]
    """After `in`: what is there, and those who are; in Turkish its vowel stays: `sınırdaki`."""
    cases_of_what_is_there: tuple[str, ...]
    """After `in` and the first of these: `Astaradakından`."""
    is_so: tuple[str, ...]
    """What says that something is, and in Azerbaijani also whether and if it is: `Norveçdirsə`."""
    until: str = ""
    """Until when or where: `Yanvaradək`; empty where that is a word of its own."""
    softened_short: frozenset[str] = frozenset()
    """Words of one syllable whose last letter softens as well: `güç`, `gücü`."""


_BACK, _FRONT, _ROUND = "aıouâû", "əeiöüî", "ouöüû"
_VOWELS = _BACK + _FRONT
_OWN_VOWEL = re.compile(r"(?:[^ckqgğ][kqgğ]|[^l]l|[cç])[ıiuü]$")
"""The end of a word that is its own although it may be a possessor: `seçki`, `tutuklu`, `elçi`, but `haqqı`."""
_VOICELESS = "fstkçşhp"
_CASES = ("In", "A", "I", "DA", "DAn")
_CASES_AFTER_A_VOWEL = ("nIn", "yA", "nI", "yI", "DA", "DAn")
_CASES_AFTER_A_POSSESSOR = ("nIn", "nA", "nI", "ndA", "ndAn")
_SOFTENED_SHORT = frozenset("borç cep dert dip dört genç gök güç harç kalp kap kurt taç uç yurt".split())
_HARDENED = {"D": ("d", "t"), "C": ("c", "ç")}
_CLOSE = {"aıâ": "ı", "əeiî": "i", "ouû": "u", "öü": "ü"}
_LANGUAGES = {
    "az": _Language("aə", (("q", "ğ"), ("k", "y")), False, (("I", "sI"), ("ImIz", "mIz")), ("lA", "ylA"),
                    ("kI", "kIlAr"), _CASES_AFTER_A_POSSESSOR, ("DIr", "DIrsA", "DIrmI"), "Adək"),
    "tr": _Language(
        "ae", (("nk", "ng"), ("k", "ğ"), ("p", "b"), ("ç", "c"), ("t", "d")), True,
        (("I", "sI"), ("ImIz", "mIz")), ("lA", "ylA"), ("ki", "kilAr", "kilArI", "kilArIn", "kilArA"),
        ("nin", "ne", "ni", "nde", "nden"), ("DIr",), softened_short=_SOFTENED_SHORT,
    ),
}  # fmt: skip


def forms(name: InflectedName, language: str) -> NameForms:
    """Return the forms of a name in Azerbaijani or Turkish: those of its last word."""
    before, space, last = name.text.rpartition(" ")
    first, hyphen, last = last.rpartition("-")
    if not last.isalpha() or is_acronym_word(last):
        return NameForms()
    thing = not (name.person or name.place or name.phrase)
    found = _word_forms(last, language, bool(before) and not name.person, name.single, by=thing and language == "tr")
    return NameForms(distinct(name.text, (f"{before}{space}{first}{hyphen}{form}" for form in found)))


@lru_cache(maxsize=20_000)
def _word_forms(word: str, language: str, in_phrase: bool, single: bool, *, by: bool) -> tuple[str, ...]:
    rules = _LANGUAGES[language]
    possessed = in_phrase and _ends_as_possessed(word)
    found = list(_chains(word, rules, possessed=possessed))
    if not single:
        found += _plurals(word, rules, possessed=possessed)
    if by:
        # By whom, or as what says: `Kurumunca`, `Danıştayca`. Of a place it is the language: `Çince`.
        found += _joined(word, "ncA" if possessed else "CA", rules)
    return tuple(dict.fromkeys(found))


def _chains(word: str, rules: _Language, *, possessed: bool) -> Iterator[str]:
    """Yield the cases of a word, and those of what it possesses or is possessed by.

    The last word of a phrase, as `Şurası`, has mostly a possessor already; in `Böyük Bakı` it has not.
    """
    if possessed:
        yield from _cases(word, rules, _CASES_AFTER_A_POSSESSOR)
        yield from _until(word, "n", rules)
    yield from _of_what_is_there(word, rules, possessed=possessed)
    yield from _cases(word, rules, _CASES_AFTER_A_VOWEL if _ends_in_vowel(word) else _CASES)
    yield from _until(word, "y" if _ends_in_vowel(word) else "", rules)
    for after_consonant, after_vowel in rules.possessors[possessed:]:
        for owned in _joined(word, after_vowel if _ends_in_vowel(word) else after_consonant, rules):
            yield owned
            cases = _CASES_AFTER_A_POSSESSOR if _ends_in_vowel(owned) else _CASES
            yield from _cases(owned, rules, cases, owned=True)


def _until(word: str, joint: str, rules: _Language) -> Iterator[str]:
    """Yield a word with the ending that says until when or where, if the language joins it: `Bakıyadək`."""
    if rules.until:
        yield from _joined(word, joint + rules.until, rules)


def _of_what_is_there(word: str, rules: _Language, *, possessed: bool) -> Iterator[str]:
    """Yield the cases of what and of who is in a place: `Astaradakından`, `şurasındakılara`."""
    for place in ("ndA", "DA") if possessed else ("DA",):
        for there in _joined(word, place + rules.after_place[0], rules):
            for case in rules.cases_of_what_is_there:
                yield from _joined(there, case, rules)
            for case in _CASES:
                yield from _joined(there, "lAr" + case, rules)


def _plurals(word: str, rules: _Language, *, possessed: bool) -> Iterator[str]:
    """Yield the plural and its forms; of a possessed word the plural is before the possessor: `Şuraları`."""
    own = (word,) if not possessed or _OWN_VOWEL.search(word) else ()
    for stem in (*own, *_without_possessor(word, rules)) if possessed else own:
        for plural in _joined(stem, "lAr", rules):
            yield plural
            yield from _cases(plural, rules, _CASES)
            for owned in _joined(plural, "I", rules):
                yield owned
                yield from _cases(owned, rules, _CASES_AFTER_A_POSSESSOR, owned=True)


def _without_possessor(word: str, rules: _Language) -> Iterator[str]:
    """Yield what a possessed word may be without its ending: `hattı` is of `hat`, `kitabı` of `kitap`."""
    stem = word[: -2 if word[-2] == "s" else -1]
    yield stem
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    yield from (stem[: -len(soft)] + hard for hard, soft in rules.softened if stem.endswith(soft))


def _cases(word: str, rules: _Language, cases: tuple[str, ...], *, owned: bool = False) -> Iterator[str]:
    """Yield the cases of a word; of what is `owned`, as `ölkəmiz`, only the commonest of what says that it is so."""
    copulas = _is_so if owned else _copulas
    for case in cases:
        for form in _joined(word, case, rules):
            yield form
            if case in ("DA", "ndA"):
                for further in rules.after_place:
                    yield from _joined(form, further, rules)
                yield from copulas(form, rules)
            elif case in ("In", "nIn"):
                # What is of somebody: `Litvanınkı`.
                yield from _joined(form, rules.after_place[0], rules)
    yield from _joined(word, rules.together[_ends_in_vowel(word)], rules)
    yield from copulas(word, rules)


def _copulas(form: str, rules: _Language) -> Iterator[str]:
    """Yield a form that says what is, was, is said to be, and is if so: `Bakıdadır`, `Bakıdaydı`, `mahkemesiyse`."""
    joint = "y" if _ends_in_vowel(form) else ""
    for copula in (*rules.is_so, f"{joint}DI", f"{joint}mIş", f"{joint}sA"):
        yield from _joined(form, copula, rules)


def _is_so(form: str, rules: _Language) -> Iterator[str]:
    yield from _joined(form, "DIr", rules)


def _joined(word: str, ending: str, rules: _Language) -> Iterator[str]:
    """Yield the word with the ending, its vowels in harmony; also with its last letter softened before a vowel."""
    stems = [word]
    if ending[0] in "AI" and _softens(word, rules):
        stems += [word[: -len(hard)] + soft for hard, soft in rules.softened if word.endswith(hard)]
    for stem in stems:
        written, last = stem, _last_vowel(stem)
        for sign in ending:
            if sign in "AI":
                last = _close(last) if sign == "I" else rules.open_vowels[last in _FRONT]
                written += last
            elif sign in _HARDENED:
                soft, hard = _HARDENED[sign]
                written += hard if rules.hardens and _small(written)[-1] in _VOICELESS else soft
            else:
                written += sign
                last = sign if sign in _VOWELS else last
        yield written


def _softens(word: str, rules: _Language) -> bool:
    """Tell whether the last letter of a word may soften before a vowel: in words of one syllable it seldom does."""
    small = _small(word)
    return small in rules.softened_short or sum(letter in _VOWELS for letter in small) > 1


def _close(vowel: str) -> str:
    return next(close for vowels, close in _CLOSE.items() if vowel in vowels)


def _last_vowel(word: str) -> str:
    return next((letter for letter in reversed(_small(word)) if letter in _VOWELS), "i")


def _ends_in_vowel(word: str) -> bool:
    return _small(word)[-1] in _VOWELS


def _ends_as_possessed(word: str) -> bool:
    return len(word) > 3 and word[-1] in "ıiuü"


def _small(word: str) -> str:
    return word.replace("I", "ı").replace("İ", "i").lower()
