"""German and French names that go on before or after what looks like the whole of them: `la Croix-Rouge`."""

import re

from ..inflection.first_names import is_a_common_given_name
from ..inflection.small_words import openers
from ..model.glossary import Kind
from .bodies_of_others import is_of_many_states
from .german_names_going_on import FOREIGN_BEFORE_A_PLACE
from .name_in_context import NameInContext
from .name_surroundings import opens_a_sentence

_PLACES = (Kind.STATE, Kind.PLACE)
_ARTICLE_BEFORE = re.compile(r"(?:[a-zà-ÿ] |-)(?:La |Le |Les |L')$")
"""With a capital within a sentence: `de La France insoumise`."""
_INTERNATIONAL_BEFORE = re.compile(
    r"\b(?:Comité|Fédération|Ligue|Confédération|Mouvement|Association) international(?:e)? (?:de la |des |du |de l')$"
)
"""`Comité international de la Croix-Rouge`."""
_BODY_BEFORE = re.compile(r"(?:Haut-Commissariat|Organisation|Programme|Fonds|Conférence) des $")
_NUMBERED_BEFORE = re.compile(r"\b[A-ZÀ-Ü]+\d+ $")
"""`G5 Sahel`."""
_OF_RADIO_AFTER = re.compile(r" (?:de radio|des paiements\b|de football\b|de cyclisme\b|de gymnastique\b)")
_FOR_AFTER = re.compile(r" pour (?:la |les? |l')")
_ORGANISATION_FOR = re.compile(r" pour l'(?:alimentation|éducation|interdiction)\b")
"""`Organisation des Nations unies pour l'alimentation`."""
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w-])([A-ZÀ-Ü][\w-]+) $")
_COMPANIES = frozenset("Air Radio Gaz Campus Business Team Télé".split())
_ARTICLE_FIRST = re.compile(r"(?:der|die|das|des|dem|den|vom|beim|im) ", re.IGNORECASE)
_CALLED_FRANCE = re.compile(r" (?:24|Inter|Info|Culture|Bleu|Télévisions|Travail|Stratégie|Médias|insoumise)\b")
_IN_A_LAND_BEFORE = re.compile(r"\b(?:la|en|l') ?$", re.IGNORECASE)
"""`France 24`, but `en France 24 personnes`."""
_IS_NO_PAPER_AFTER = re.compile(
    r" (?:(?:du |de la |des |de l'|de |d')[A-ZÀ-Ü]|(?:moyen|lambda|ordinaire|type|typique|aisé|modeste)(?:ne)?\b)"
)
"""`Le Figaro de Beaumarchais`, `Le Parisien moyen`."""
_JOINED_BEFORE = re.compile(r"([A-ZÀ-Ü][a-zà-ÿ]+)-$")
"""`Champs-Élysées`."""
_NEW_BEFORE = re.compile(
    r"[^\W\d_][ '](?:Nouve(?:au|l|lle)s?|Nouveaux|Grande?s?|Petite?s?|Haute?s?|Basse?s?|Anciens?|Anciennes?|Premiers?|"
    r"Premières?|Seconde?s?|Deuxième|Troisième|Quatrième|Cinquième|Vieux|Vieil|Vieilles?|Jeunes?|Vraie?s?|Faux|Mini) $"
)
"""Adjectives that are before their noun, with the capital of a name: `le Nouveau Front populaire`."""
_FIELD_AFTER = re.compile(
    r" (?:des droits (?:de l'|des |humains|fondamentaux)|d'investissement\b|pour (?:la |le |les |l')[a-zà-ÿ])"
)
"""What a body is for, in its name: `Cour européenne des droits de l'homme`."""
_ACRONYM_AND_NUMBER = re.compile(r" \d{1,3}(?=[.,;:)!?]|$)")
"""Of a road: `la RN 7`."""


def is_first_half_in_french(plain: str, start: int, end: int, kind: Kind | None) -> bool:
    """Tell whether a hyphen makes another name of a French one: `la Croix-Rouge`, but not `l'UE-Turquie`."""
    joined = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isalpha()
    return joined and kind not in (*_PLACES, Kind.PERSON) and not plain[start:end].isupper()


def is_before_a_compound(plain: str, start: int, end: int) -> bool:
    """Tell whether the article of a German name is that of a compound: `der Grünen-Politiker`."""
    compound = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isupper()
    return compound and _ARTICLE_FIRST.match(plain, start) is not None


def _is_of_a_company(before: re.Match[str], spot: NameInContext) -> bool:
    """Tell whether a French state has a capitalised word before it in place of an article: `Air France`."""
    word = before[1]
    if word in _COMPANIES or is_a_common_given_name(word):
        return True
    opens = opens_a_sentence(spot.plain, spot.start - len(spot.before) + before.start(1))
    return not (opens or word in openers("fr") or spot.known(word))


def goes_on_in_french(spot: NameInContext) -> bool:
    """Tell whether a French name is a part of a longer one: `France 24`, `l'Assemblée nationale du Québec`."""
    if spot.kind not in (Kind.PERSON, Kind.CONCEPT):
        another = _is_another_place if spot.kind in _PLACES else _is_another_body
        if another(spot):
            return True
    # Most names have a word in small letters before them.
    capital = _is_capital(spot.near) or spot.before[-1:] in ("'", "-")
    if (capital and (spot.is_after(_ARTICLE_BEFORE) or spot.is_after(_NUMBERED_BEFORE))) or spot.is_before(
        _OF_RADIO_AFTER
    ):
        return True
    if spot.name == "France" and spot.is_before(_CALLED_FRANCE) and not spot.is_after(_IN_A_LAND_BEFORE):
        return True
    if capital and spot.kind is Kind.STATE and (before := _CAPITAL_BEFORE.search(spot.before)):
        return _is_of_a_company(before, spot)
    if "Nations" in spot.name and spot.is_before(_FOR_AFTER):
        of_it = spot.name.startswith("Organisation") and spot.is_before(_ORGANISATION_FOR)
        return of_it or spot.is_after(_BODY_BEFORE)
    return False


def _is_capital(word: str) -> bool:
    """Tell whether a word, or what is after its apostrophe, has a capital: `d'Air`."""
    return word.rpartition("'")[2][:1].isupper()


def _is_another_place(spot: NameInContext) -> bool:
    """Tell whether the words before a place make another of it: `le Vieux Lyon`, `New Bern`, `Port Valence`."""
    return _is_capital(spot.near) and (spot.is_after(_NEW_BEFORE) or spot.is_after(FOREIGN_BEFORE_A_PLACE))


def _is_another_body(spot: NameInContext) -> bool:
    """Tell whether adjectives or what it is for make another body of one, or a number a road of an acronym."""
    if (_is_capital(spot.near) and spot.is_after(_NEW_BEFORE)) or (
        spot.kind is Kind.MEDIA and spot.is_before(_IS_NO_PAPER_AFTER)
    ):
        return True
    acronym = spot.name.isupper()
    joined = None if acronym or spot.before[-1:] != "-" else _JOINED_BEFORE.search(spot.before)
    if joined and not spot.known(joined[1]):
        return True
    if spot.kind not in (Kind.ORGANISATION, Kind.DOCUMENT):
        return False
    return spot.is_after(_INTERNATIONAL_BEFORE) or (
        spot.is_before(_ACRONYM_AND_NUMBER if acronym else _FIELD_AFTER)
        and (acronym or is_of_many_states(spot.name, "fr"))
    )
