"""Whether two words beside each other agree in Russian or Ukrainian, as an adjective does with its noun."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .dictionary import WordForm, WordReading, readings
from .given_names import is_called_like_people

_PATRONYMIC = re.compile(r"\w+(?:ович|евич|[ьі]ич|овн|евн|ичн|івн)(?:а|у|ом|ем|і|и|е|ы|ой|ою|ові|ю)?$")


@lru_cache(maxsize=20_000)
def is_adjective_of(word: str, noun: str, language: str) -> bool:
    """Tell whether the first word is an adjective that may belong to the second: `Большим Яблоком`."""
    own = (reading for reading in readings(word.lower(), language) if reading.adjective and reading.known)
    return _share_a_form(own, (reading for reading in readings(noun.lower(), language) if reading.form.case))


@lru_cache(maxsize=20_000)
def is_given_name_of(word: str, name: str, language: str) -> bool:
    """Tell whether a word is a given name, or one after the father, in the case of the name: `Сергея Кирова`."""
    own = (reading for reading in readings(name.lower(), language) if reading.surname or not reading.known)
    return _share_a_form(_as_given_name(word.lower(), language), own)


@lru_cache(maxsize=20_000)
def is_family_name_of(word: str, given: str, language: str) -> bool:
    """Tell whether a word may be the family name after a given one, in its case: `Владимиру Путину`."""
    own = (reading for reading in readings(word.lower(), language) if reading.surname or not reading.known)
    return _share_a_form(own, _as_given_name(given.lower(), language))


def _as_given_name(word: str, language: str) -> Iterable[WordReading]:
    """Yield the readings of a word as a given name, or one after the father."""
    return (each for each in readings(word, language) if (each.given_name and each.known) or _PATRONYMIC.match(word))


def _share_a_form(some: Iterable[WordReading], others: Iterable[WordReading]) -> bool:
    own = tuple(reading.form for reading in some)
    return any(_agree(one, reading.form) for reading in others for one in own)


def _agree(one: WordForm, other: WordForm) -> bool:
    if (one.case, one.plural, one.gender) != (other.case, other.plural, other.gender):
        return False
    # In the accusative what lives has other forms than what does not: `видел Сергея`, `видел Киев`.
    return one.case != "accs" or not (one.animate and other.animate) or one.animate == other.animate


@lru_cache(maxsize=20_000)
def is_in_the_genitive(name: str, language: str) -> bool:
    """Tell whether a name is in the genitive, and could not be the subject of a sentence: `Яшина` of `Яшин`."""
    read = readings(name.lower(), language)
    genitives = {reading.form.gender for reading in read if reading.form.case == "gent" and not reading.form.plural}
    subjects = {reading.form.gender for reading in read if reading.form.case == "nomn" and not reading.form.plural}
    return bool(genitives - subjects)


@lru_cache(maxsize=20_000)
def are_in_one_case(word: str, name: str, language: str) -> bool:
    """Tell whether a noun and a name after it may be in the same case, as a name beside what it names is."""
    cases = {reading.form.case for reading in readings(word.lower(), language) if reading.noun}
    names = [reading.form for reading in readings(name.lower(), language) if reading.noun]
    men = any(form.gender == "masc" for form in names)
    return any(form.case in cases for form in names if form.gender == "masc" or not men)


@lru_cache(maxsize=20_000)
def is_of_a_foreigner(given: str, family: str, place: str, language: str) -> bool:
    """Tell whether two words may be the name of a person abroad of whom one is called like a `place`, in one case.

    The other is a given name, or a word that no dictionary has: `Дензел Вашингтон`, `Измаил Кадаре`.
    """
    other = given if place == family else family
    others = [each for each in readings(other.lower(), language) if each.form.case and _may_name_a_person(each)]
    own = [
        each for each in readings(place.lower(), language) if is_called_like_people(each.lemma, family=place == family)
    ]
    # What could only be called out is a name abroad that never changes.
    unchanging = bool(others) and all(each.form.case == "voct" for each in others)
    return any(
        unchanging or (one.form.case, one.form.plural) == (each.form.case, each.form.plural)
        for one in own
        for each in others
    )


def _may_name_a_person(reading: WordReading) -> bool:
    return reading.given_name or reading.surname or not reading.known
