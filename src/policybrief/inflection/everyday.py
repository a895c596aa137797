"""Names that are common words as well: `Вера`, `Лев`, `Roman`; at the head of a sentence either may be meant."""

from functools import cache

from ..model.glossary import Kind
from .dictionary import has_dictionary, is_everyday, readings
from .everyday_tables import NAMES_OF_PEOPLE, NAMES_OF_THINGS

PEOPLES = frozenset("polen schweden ungarn hessen sachsen bayern franken schwaben pommern preußen böhmen".split())
"""German names of states and regions that are also what their people is called: `in Polen`, `die Polen`."""

_ASKED_OF_THE_DICTIONARY = frozenset((Kind.PERSON, Kind.MEDIA))


@cache
def may_be_common(form: str, language: str, kind: Kind) -> bool:
    """Tell whether a form of one word may also be a common word that bears the capital of its sentence.

    For people and newspapers the dictionary says so where there is one; for others, and elsewhere, a table of the
    likely.
    """
    small = _small(form, language)
    if small in _table(language, kind is Kind.PERSON) or (language == "de" and small in PEOPLES):
        return True
    return kind in _ASKED_OF_THE_DICTIONARY and has_dictionary(language) and is_everyday(small, language)


def is_common_noun(word: str, language: str) -> bool:
    """Tell whether a dictionary knows a word, and none of its readings as a given name."""
    read = readings(word.lower(), language) if language in ("ru", "uk") else ()
    return bool(read) and read[0].known and not any(reading.given_name or reading.surname for reading in read)


@cache
def _table(language: str, person: bool) -> frozenset[str]:
    table = NAMES_OF_PEOPLE if person else NAMES_OF_THINGS
    return frozenset(table.get(language, "").split())


def _small(form: str, language: str) -> str:
    if language in ("az", "tr"):
        form = form.replace("I", "ı").replace("İ", "i")
    return form.lower()
