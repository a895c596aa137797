"""Names that are common words as well: `Вера`, `Лев`, `Roman`; at the head of a sentence either may be meant."""

import re
from functools import cache

from ..model.glossary import Kind
from . import everyday_without_capitals as without_capitals
from .dictionary import has_dictionary, is_everyday, is_verb_or_pronoun, readings
from .everyday_tables import NAMES_OF_PEOPLE, NAMES_OF_THINGS, ONLY_AS_WRITTEN, PHRASES
from .unions import is_a_body

PEOPLES = frozenset(
    "polen schweden ungarn hessen sachsen niedersachsen bayern oberbayern niederbayern franken oberfranken "
    "mittelfranken unterfranken schwaben pommern preußen ostpreußen westpreußen böhmen mähren westfalen flamen "
    "ostfriesen".split()
)
"""German names of states and regions that are also what their people is called: `in Polen`, `die Polen`."""
DIRECTIONS = frozenset("westen osten norden süden".split())
"""German names of parts of the world that are compass points: `der Westen`, `der Westen der Stadt`."""

_ASKED_OF_THE_DICTIONARY = frozenset((Kind.PERSON, Kind.MEDIA, Kind.ORGANISATION, Kind.GROUP, Kind.PROJECT))
_GIVEN_NAMES_UNTOLD = frozenset(("володимир", "богдан"))
"""Ukrainian ones that the dictionary has as common nouns."""
_A_PHRASE = 2
"""How many words are one at the least."""
_OF_A_PLACE = re.compile(r"(?:ск|цк|ськ|цьк|зьк)(?:[иі]й|ая|ое|ие|а|е|і)$")
_OF_PEOPLE = re.compile(
    r"(?!греческ)\w*еск|(?:граждан|город|дет|жен|люд|муж|мор|сель|брат|крестьян|христиан|мусульман|рыцар|цар|королев|"
    r"импер|солдат|офицер|рабовладель|учитель|родитель|потребитель|издатель|исполнитель|завод|мир)ск|"
    r"(?:громад|козац|люд|мі|мор|сіль|брат|селян|християн|мусульман|лицар|цар|королів|імпер|солдат|офіцер|учитель|"
    r"вчитель|батьків|споживац|завод|світ)ськ"
)
"""Adjectives of people and things that end as those of places do: `гражданский`."""
_ADJECTIVE = re.compile(r"\w+(?:l[ıiuü]|s[ıiuü]z)$")
"""An Azerbaijani or Turkish word that has no cases unless it stands for a noun: `saatlı`."""


@cache
def may_be_common(form: str, language: str, kind: Kind) -> bool:
    """Tell whether a form of one word may also be a common word that bears the capital of its sentence.

    The dictionary says so where there is one, of places and states only that they are verbs: it knows *damask*, but
    not how seldom that opens a sentence. Elsewhere a table of the likely does.
    """
    small = _small(form, language)
    if small in _table(language, person=kind is Kind.PERSON) or (language == "de" and small in PEOPLES):
        return True
    if not has_dictionary(language):
        return False
    return is_verb_or_pronoun(small, language) or (kind in _ASKED_OF_THE_DICTIONARY and is_everyday(small, language))


@cache
def is_only_as_written(name: str, language: str) -> bool:
    """Tell whether a name is a common word in none of its other forms: `Benin` is *of the mole* in Turkish."""
    if language not in ("az", "tr"):
        return False
    small = _small(name, language)
    return small in ONLY_AS_WRITTEN.get(language, "").split() or _ADJECTIVE.match(small) is not None


@cache
def is_common_phrase(name: str, language: str, kind: Kind) -> bool:
    """Tell whether a name of several words is a common phrase where it opens a sentence: `Freie Wähler`.

    In Russian and Ukrainian a newspaper or a party is named in quotation marks, and a phrase is not.
    """
    if name.lower() in PHRASES.get(language, ()) or name.lower() in without_capitals.PHRASES.get(language, ()):
        return True
    words = name.split(" ")
    if language not in ("ru", "uk") or kind not in (Kind.MEDIA, Kind.GROUP, Kind.PROJECT) or len(words) < _A_PHRASE:
        return False
    return all(word.isalpha() and word.islower() for word in words[1:]) and not any(
        is_a_body(word, language) or _may_be_of_a_place(word, language) for word in words
    )


def _may_be_of_a_place(word: str, language: str) -> bool:
    """Tell whether a word is made of what may be the name of a place, or is in no dictionary: `Вышеградская`."""
    small = word.lower()
    read = readings(small, language)
    if not read or not read[0].known:
        return True
    return read[0].adjective and _OF_A_PLACE.search(small) is not None and _OF_PEOPLE.match(small) is None


def is_common_noun(word: str, language: str) -> bool:
    """Tell whether a dictionary knows a word, and none of its readings as a given name."""
    read = readings(word.lower(), language) if language in ("ru", "uk") else ()
    named = word.lower() in _GIVEN_NAMES_UNTOLD or any(reading.given_name or reading.surname for reading in read)
    return bool(read) and read[0].known and not named


def is_only_a_place(word: str, language: str) -> bool:
    """Tell whether a dictionary knows a word as a place, and not as anybody's name: `Аргентине`."""
    read = readings(word.lower(), language) if language == "ru" else ()
    if not any(reading.place and reading.noun for reading in read):
        return False
    return not any(reading.given_name or reading.surname for reading in read)


@cache
def _table(language: str, *, person: bool) -> frozenset[str]:
    tables = (NAMES_OF_PEOPLE, without_capitals.PEOPLE) if person else (NAMES_OF_THINGS, without_capitals.THINGS)
    words = (table.get(language, "") for table in (*tables, ONLY_AS_WRITTEN))
    return frozenset(" ".join(words).split())


def _small(form: str, language: str) -> str:
    if language in ("az", "tr"):
        form = form.replace("I", "ı").replace("İ", "i")
    return form.lower()
