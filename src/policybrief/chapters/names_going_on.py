"""German and French names that go on before or after what looks like the whole of them: `la Croix-Rouge`."""

import re

from ..inflection.first_names import is_a_common_given_name
from ..inflection.small_words import openers
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .name_surroundings import opens_a_sentence

_PLACES = (Kind.STATE, Kind.PLACE)
_ARTICLE_BEFORE = re.compile(r"(?:[a-zà-ÿ] |-)(?:La |Le |Les |L')$")
"""With a capital within a sentence: `de La France insoumise`."""
_BODY_BEFORE = re.compile(r"(?:Haut-Commissariat|Organisation|Programme|Fonds|Conférence) des $")
_NUMBERED_BEFORE = re.compile(r"\b[A-ZÀ-Ü]+\d+ $")
"""`G5 Sahel`."""
_OF_RADIO_AFTER = re.compile(r" (?:de radio|des paiements\b|de football\b|de cyclisme\b|de gymnastique\b)")
_FOR_AFTER = re.compile(r" pour (?:la |les? |l')")
_ORGANISATION_FOR = re.compile(r" pour l'(?:alimentation|éducation|interdiction)\b")
"""`Organisation des Nations unies pour l'alimentation`."""
_LANDS = (
    "Québec Canada Sénégal Mali Niger Burkina Togo Bénin Gabon Congo Cameroun Tchad Liban Luxembourg Maroc Vietnam "
    "Laos Cambodge Royaume-Uni Danemark Portugal Chili Brésil Pérou Mexique Japon Koweït Qatar Kenya Ghana Rwanda"
).split()
_OF_A_LAND_AFTER = re.compile(rf" du (?:{'|'.join(_LANDS)})\b| de la (?:Côte d'Ivoire|République|Turquie|Géorgie)\b")
"""`l'Assemblée nationale du Québec`."""
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w-])([A-ZÀ-Ü][\w-]+) $")
_COMPANIES = frozenset("Air Radio Gaz Campus Business Team Télé".split())
_ADJECTIVE_BEFORE = re.compile(r"[^\W\d_] ([A-ZÄÖÜ][a-zäöüß]+(?:e|er|es|en|em)) $")
_ADJECTIVE_FIRST = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:e|en|es|er|em) [A-ZÄÖÜ]")
_WITH_ARTICLE = re.compile(r"(?:der|dem|den) [A-ZÄÖÜ][a-zäöüß]+en$")
_PREPOSITION_BEFORE = re.compile(r"\b(?:auf|in|an|zu|vor|bei|nach|mit|von|aus|während) $", re.IGNORECASE)
_ARTICLE_FIRST = re.compile(r"(?:der|die|das|des|dem|den|vom|beim|im) ", re.IGNORECASE)
_GERMAN_NOUN_AFTER = re.compile(r" [A-ZÄÖÜ][a-zäöüß]")
_CALLED_FRANCE = re.compile(r" (?:24|Inter|Info|Culture|Bleu|Télévisions|Travail|Stratégie|Médias|insoumise)\b")
_IN_A_LAND_BEFORE = re.compile(r"\b(?:la|en|l') ?$", re.IGNORECASE)
"""`France 24`, but `en France 24 personnes`."""
_OF_A_TOWN_AFTER = re.compile(r" (?:du |de la |des |de l'|d')[A-ZÀ-Ü]")


def is_first_half_in_french(plain: str, start: int, end: int, kind: Kind | None) -> bool:
    """Tell whether a hyphen makes another name of a French one: `la Croix-Rouge`, but not `l'UE-Turquie`."""
    joined = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isalpha()
    return joined and kind not in (*_PLACES, Kind.PERSON) and not plain[start:end].isupper()


def is_before_a_compound(plain: str, start: int, end: int) -> bool:
    """Tell whether the article of a German name is that of a compound: `der Grünen-Politiker`."""
    compound = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isupper()
    return compound and _ARTICLE_FIRST.match(plain, start) is not None


def goes_on_in_german(spot: NameInContext) -> bool:
    """Tell whether adjectives make another name: `Das Deutsche Rote Kreuz`, `auf der Grünen Woche`."""
    if spot.kind not in (Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA):
        return False
    if _ADJECTIVE_FIRST.match(spot.name) and spot.is_after(_ADJECTIVE_BEFORE):
        return True
    party = _WITH_ARTICLE.fullmatch(spot.name) is not None and spot.is_before(_GERMAN_NOUN_AFTER)
    return party and spot.is_after(_PREPOSITION_BEFORE)


def _is_of_a_company(before: re.Match[str], spot: NameInContext) -> bool:
    """Tell whether a French state has a capitalised word before it in place of an article: `Air France`."""
    word = before[1]
    if word in _COMPANIES or is_a_common_given_name(word):
        return True
    opens = opens_a_sentence(spot.plain, spot.start - len(spot.before) + before.start(1))
    return not (opens or word in openers("fr") or spot.known(word))


def goes_on_in_french(spot: NameInContext) -> bool:
    """Tell whether a French name is a part of a longer one: `France 24`, `l'Assemblée nationale du Québec`."""
    if spot.kind is Kind.MEDIA and spot.is_before(_OF_A_TOWN_AFTER):
        return True
    if spot.is_after(_ARTICLE_BEFORE) or spot.is_after(_NUMBERED_BEFORE) or spot.is_before(_OF_RADIO_AFTER):
        return True
    if spot.name == "France" and spot.is_before(_CALLED_FRANCE) and not spot.is_after(_IN_A_LAND_BEFORE):
        return True
    if spot.kind is Kind.STATE and (before := _CAPITAL_BEFORE.search(spot.before)):
        return _is_of_a_company(before, spot)
    if "Nations" in spot.name and spot.is_before(_FOR_AFTER):
        of_it = spot.name.startswith("Organisation") and spot.is_before(_ORGANISATION_FOR)
        if of_it or spot.is_after(_BODY_BEFORE):
            return True
    of_a_land = spot.kind in (Kind.ORGANISATION, Kind.GROUP, Kind.DOCUMENT) and " " in spot.name
    return of_a_land and spot.is_before(_OF_A_LAND_AFTER)
