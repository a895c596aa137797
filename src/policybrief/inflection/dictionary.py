"""Russian and Ukrainian words as the dictionaries of pymorphy3 know them; nothing where it is not installed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

EXTRA = "inflection"
"""The extra of our package that brings the dictionaries."""
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Trad"))
_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word in one case and number."""

    word: str
    case: str
    plural: bool
    gender: str
    """Empty in the plural, and for what has none."""
    animate: str
    """`anim` or `inan` where a form is only for one of them, else empty."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to read a word: an entry of the dictionary in one of its forms."""

    form: WordForm
    lemma: str
    """The word of which it is a form."""
    noun: bool
    adjective: bool
    given_name: bool
    surname: bool
    place: bool
    proper: bool
    fixed: bool
    """Whether it never changes."""
    known: bool
    """Whether the dictionary has the word; it guesses otherwise."""
    one_number: bool
    score: float
    forms: tuple[WordForm, ...]
    """All forms of the same entry."""


def has_dictionary(language: str) -> bool:
    """Tell whether the dictionary of a language is installed."""
    return _analyser(language) is not None


@lru_cache(maxsize=20_000)
def readings(word: str, language: str) -> tuple[WordReading, ...]:
    """Return how a word may be read, the likeliest first; nothing without the dictionary."""
    analyser = _analyser(language)
    if analyser is None:
        return ()
    ordinal = _ORDINAL.fullmatch(word) if language == "ru" else None
    if ordinal:
        return tuple(_in_figures(reading, ordinal[1]) for reading in readings(_FIRST[ordinal[2]], language))
    return tuple(map(_reading, analyser.parse(word)))


_ORDINAL = re.compile(r"(\d+-)([йяе])")
_FIRST = {"й": "первый", "я": "первая", "е": "первое"}
"""An ordinal number in words with the ending of one in figures."""
_ENDING_IN_FIGURES = re.compile(r"(?:го|му|ми|.)$")


def _in_figures(reading: WordReading, figures: str) -> WordReading:
    """Return the reading of an ordinal number with its forms written in figures: `907-ю` for `первую`."""

    def written(form: WordForm) -> WordForm:
        ending = _ENDING_IN_FIGURES.search(form.word)
        return replace(form, word=figures + ending[0] if ending else form.word)

    return replace(reading, form=written(reading.form), forms=tuple(map(written, reading.forms)))


@lru_cache(maxsize=20_000)
def is_everyday(word: str, language: str) -> bool:
    """Tell whether a word with a capital may as well be a common word that opens a sentence: `Вера`, `Лев`."""
    read = readings(word, language)
    total = sum(reading.score for reading in read)
    everyday = sum(reading.score for reading in read if not reading.proper and reading.known and reading.noun)
    # Where no text was counted, as in Ukrainian, either may be meant.
    counted = len({reading.score for reading in read}) > 1
    return bool(total) and (everyday / total > _EVERYDAY if counted else everyday > 0)


@lru_cache(maxsize=20_000)
def is_verb_or_pronoun(word: str, language: str) -> bool:
    """Tell whether a word is most often neither noun nor adjective: `Гори`, which is *burn*, and `Того`, *of that*.

    The cases of a name are not added up: where it never changes, each is a reading of the same word.
    """
    read = readings(word, language)
    named = sum(reading.score for reading in read if reading.proper)
    if 0 < named < _SELDOM * sum(reading.score for reading in read) and not read[0].noun:
        return True
    others = [reading.score for reading in read if reading.known and not (reading.noun or reading.adjective)]
    if others and language == "ru" and len({reading.score for reading in read}) == 1:
        # No text was counted, so that either may be meant: `Ровно`.
        return True
    return max(others, default=0.0) > max((each.score for each in read if each.noun or each.adjective), default=0.0)


def is_rather_another(form: str, word: str, language: str) -> bool:
    """Tell whether a form of a word is most often another word: `после` is a case of `посол`, and means *after*."""
    read = readings(form, language)
    total = sum(reading.score for reading in read)
    return bool(total) and sum(reading.score for reading in read if reading.lemma == word) / total < _EVERYDAY


_SELDOM = 0.05
"""The share up to which a word is hardly ever a name."""
_EVERYDAY = 0.25
"""The share of uses of a word from which on it may be meant as a common one."""


@cache
def _analyser(language: str) -> "MorphAnalyzer | None":
    if find_spec("pymorphy3") is None or find_spec(f"pymorphy3_dicts_{language}") is None:
        return None
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  (it takes a while, and few briefs need it)

    return MorphAnalyzer(lang=language)


def _reading(parse: "Parse") -> WordReading:
    marks = frozenset(parse.tag.grammemes)
    return WordReading(
        form=_form(parse),
        lemma=str(parse.normal_form),
        noun="NOUN" in marks,
        adjective=bool(marks & _ADJECTIVES),
        given_name="Name" in marks,
        surname="Surn" in marks,
        place="Geox" in marks,
        proper=bool(marks & _PROPER),
        fixed="Fixd" in marks,
        known=bool(parse.is_known),
        one_number=bool(marks & {"Sgtm", "Pltm"}),
        score=float(parse.score),
        forms=tuple(_forms(parse)),
    )


def _forms(parse: "Parse") -> Iterator[WordForm]:
    tag = parse.tag
    for form in parse.lexeme:
        alike = (form.tag.POS, form.tag.voice, form.tag.tense) == (tag.POS, tag.voice, tag.tense)
        # `Краснейший Крест` is no form of `Красный Крест`.
        if form.tag.case and alike and ("Supr" in form.tag) == ("Supr" in tag):
            yield _form(form)


def _form(parse: "Parse") -> WordForm:
    tag = parse.tag
    plural = tag.number == "plur" or "plur" in tag.grammemes
    case = str(tag.case or "")
    if not case and tag.POS == "NOUN" and parse.word == parse.normal_form:
        # The Ukrainian dictionary leaves it out here and there: `особа`.
        case = "nomn"
    return WordForm(
        str(parse.word),
        _CASES.get(case, case),
        plural,
        "" if plural else str(tag.gender or ""),
        str(tag.animacy or ""),
    )
