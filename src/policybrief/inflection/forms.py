"""The forms in which a language uses a name, by the language's family."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from ..model.forms import with_plain_signs
from ..model.glossary import Alias, Entry, Kind
from ..model.recall import recalled
from . import caucasian, german, polish, romance, semitic, slavic, turkic
from .name import InflectedName, NameForms

Inflect = Callable[[InflectedName, str], NameForms]

INFLECTED: Mapping[str, Inflect] = {
    "ru": slavic.forms, "uk": slavic.forms, "pl": polish.forms,
    "az": turkic.forms, "tr": turkic.forms,
    "de": german.forms,
    "fr": romance.forms, "es": romance.forms, "it": romance.forms,
    "hy": caucasian.armenian, "ka": caucasian.georgian,
    "he": semitic.hebrew, "ar": semitic.arabic,
}  # fmt: skip
"""The languages whose forms are known. English is not among them: its plurals and possessives the matcher knows."""
_PLACES = frozenset((Kind.STATE, Kind.PLACE))
_SINGLE = frozenset((Kind.PERSON, Kind.STATE, Kind.PLACE, Kind.MEDIA))
"""Kinds of things of which each is the only one of its name, unless that is a phrase."""
_SINGLE_WITH_A_CAPITAL = frozenset(
    (Kind.ORGANISATION, Kind.GROUP, Kind.EVENT, Kind.TREATY, Kind.DOCUMENT, Kind.PROJECT)
)
_CAPITALS_ARE_FOR_NAMES = frozenset(("ru", "uk", "pl"))
"""Languages in whose plural such a name is another thing: `Центральный банк`, `центральные банки`."""
_SURNAMES_BY_GENDER = frozenset(("ru", "uk", "pl"))


def language_of(alias: Alias) -> str:
    """Return the language of a name without script and region: `ru` for `ru-RU`."""
    return alias.language.partition("-")[0]


def is_inflected(alias: Alias) -> bool:
    """Tell whether a name is looked for in the forms that its language gives it."""
    return alias.inflect and language_of(alias) in INFLECTED


def forms_of(entry: Entry, alias: Alias) -> NameForms:
    """Return the forms of a name of an entry beside the name itself.

    Those that the author lists stand for all; a name that the author does not want inflected has none.
    """
    if alias.forms or not alias.inflect:
        return NameForms(alias.forms)
    language = language_of(alias)
    if language not in INFLECTED:
        return NameForms()
    person = entry.kind is Kind.PERSON
    name = InflectedName(
        with_plain_signs(alias.form),
        person=person,
        place=entry.kind in _PLACES,
        single=_is_single(entry.kind, language) and not alias.any_case,
        phrase=alias.any_case,
        woman=_is_woman(entry, language) if person and language in _SURNAMES_BY_GENDER else None,
    )
    return _forms(name, language)


def _is_single(kind: Kind, language: str) -> bool:
    return kind in _SINGLE or (language in _CAPITALS_ARE_FOR_NAMES and kind in _SINGLE_WITH_A_CAPITAL)


@lru_cache(maxsize=20_000)
def _forms(name: InflectedName, language: str) -> NameForms:
    return recalled(INFLECTED[language], name, language)


def _is_woman(entry: Entry, language: str) -> bool | None:
    own = (alias.form for alias in entry.names if language_of(alias) == language)
    return _woman_of(tuple(own), language)


@lru_cache(maxsize=20_000)
def _woman_of(names: tuple[str, ...], language: str) -> bool | None:
    if language == "pl":
        return next((name.partition(" ")[0].endswith("a") for name in names if " " in name), None)
    return recalled(slavic.is_woman, names, language)
