"""What around a Polish name says that something else is called so: a street, a novel, a hotel."""

import re

from ..model.glossary import Kind
from .name_in_context import NameInContext

_CALLED_AFTER = re.compile(
    r"\b(?:ulic(?:a|y|ę|ą)|ul\.|alej(?:a|i|ę|ą|e|ach)|al\.|plac(?:u|em|owi)?|pl\.|rond(?:o|a|u|em)|skwer(?:u|ze|em)?|"
    r"fundacj(?:a|i|ę|ą)|centrum|instytut(?:u|owi|em)?|instytucie|uniwersyte\w+|szko\w+|muzeum|lotnisk\w+|nagrod\w+|"
    r"order\w*|stadion\w*|bulwar(?:u|ze|em)?|most(?:u|em)?|moście|osiedl(?:e|a|u|em)|im\.|imienia) (?:[A-ZŁŚŻ]\. ?)*$",
    re.IGNORECASE,
)
"""What is called after people: `przy ulicy Nawrockiego`."""
_GENITIVES = ("ego", "ej")
_SHORT = (
    "bar baru barze barem gra gry grę grą grze jacht jachtu jachcie jachtem kino kina kinie kinem kuter kutra kutrze "
    "kutrem łódź łodzi łodzią okręt okrętu okręcie okrętem opera opery operę operą operze piwo piwa piwem prom promu "
    "promie promem pub pubu pubie pubem statek statku statkiem wino wina winem"
).split()
_LONG = (
    "album bajk ballad cukierek cukierk czekolad film fregat hostel hotel kawiarni komedi komiks krążownik książc "
    "książk likier lotniskow melodramat motel musical napoj napój niszczyciel nowel obraz opowiadani papieros "
    "pensjonat perfum piosenc piosenk pizzeri poemat powieś powieśc płyt restauracj sanatori schronisk serial "
    "spektakl sztuc sztuk tankow thriller tomik tragedi wiersz wódc wódk zbior zbiorz zbiór"
).split()
_BEFORE_A_QUOTATION = re.compile(
    rf"\b(?i:{'|'.join(_SHORT)}|(?:{'|'.join(_LONG)})[a-ząćęłńóśźż]{{0,3}}) (?:[A-ZŁŚŻ]\w+ ){{0,2}}$"
)
"""`powieść „Lewica”`."""
_THE_YOUNGER_AFTER = re.compile(r"[- ](?:junior|senior|młodsz|starsz)\w*")
_SO_CALLED = (Kind.CONCEPT, Kind.PROJECT, Kind.DOCUMENT, Kind.TREATY)
"""The kinds of which one may itself be a book or a ship."""


def is_another_in_polish(spot: NameInContext) -> bool:
    """Tell whether the words around a Polish name say that it is that of something else."""
    if spot.plain[spot.end : spot.end + 1] == "+":
        return True
    if spot.kind is Kind.PERSON:
        genitive = spot.name.endswith(_GENITIVES) or (spot.name[-1] == "a" and spot.known(spot.name[:-1]))
        return spot.is_before(_THE_YOUNGER_AFTER) or (genitive and spot.is_after(_CALLED_AFTER))
    quoted = spot.before[-1:] == '"' and spot.plain[spot.end : spot.end + 1] == '"'
    return quoted and spot.kind not in _SO_CALLED and _BEFORE_A_QUOTATION.search(spot.before[:-1]) is not None
