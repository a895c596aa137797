"""What around a name makes it a part of a longer one that the glossary may not have: a party, a sea, a person."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from ..inflection.agreement import is_adjective_of, is_family_name_of, is_given_name_of
from ..inflection.everyday_tables import NAMES_OF_PEOPLE
from ..inflection.first_names import is_a_common_given_name
from ..inflection.given_names import is_a_place_called_like_a_man, may_be_a_given_name
from ..inflection.small_words import calendar, openers, titles
from ..inflection.turkic_first_names import is_given_in_turkic
from ..inflection.unions import is_first_of_all_a_noun, is_of_people
from ..model.glossary import Kind
from .bodies_of_others import is_of_another_state
from .called_after import is_called_after_it
from .concepts_of_bodies import is_of_a_body
from .explained_here import is_explained_as_another
from .german_names_going_on import goes_on_in_german
from .name_in_context import NameInContext
from .name_surroundings import follows_a_given_name, has_a_family_name, is_in_a_place, opens_a_sentence
from .names_going_on import goes_on_in_french
from .names_of_other_scripts import is_another_in_another_script
from .names_within_names import is_within_another_name
from .names_without_capitals import is_another_word
from .namesakes import is_a_namesake
from .patterns import by_language
from .polish_names import is_another_in_polish
from .slavic_names import is_another_in_slavic
from .southern_names_going_on import goes_on_in_spanish_or_italian
from .turkic_heads import DISTRICT_AFTER, HEADS, goes_on_in_turkic
from .waters import is_a_water

PLACES = (Kind.STATE, Kind.PLACE)
_NO_LONGER_ONE = (Kind.PERSON, Kind.CONCEPT)
"""The kinds before whose names an adjective with a capital says nothing."""
_SLAVIC, _TURKIC = frozenset(("ru", "uk")), frozenset(("az", "tr"))
_ROMANCE = frozenset(("fr", "es", "it"))

_DERIVED = re.compile(r"['-](?:l[ıiuü]|s[ıiuü]z|[cç][ıiuü])")
_ADJECTIVE_BEFORE = re.compile(
    r"(?:^|[^\w-])([А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:[ыоиіе]й|[ая]я|[ео]е|[еоі]го|[ео]му|[ео]ю|ую|юю|[ыиі]м|[ео]м|[ыиі]х|[ыи]е|"
    r"[ыиі]ми|ою|[аеоуі]))\s$"
)
_ENDS_OF_ADJECTIVES = frozenset("йяеоуюмхиа")
_INITIALS_BEFORE = re.compile(r"(?:^|[^\w.])[^\W\d_a-zа-яёəğışçöüіїє]\. ?$")
_GERMAN_NOUN = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|ismus|ik|nis|ungen|heiten|keiten|schaften|ionen|täten)$")
"""No family name: `daran übte Günther Kritik`."""
_PARTS_OF_LANDS = frozenset(
    "Rayon Şəhər Kənd Qəsəbə Bələdiyyə Dövlət Büyükşehir Belediye İlçe Köy Emniyet Devlet".split()
)
"""Nor are these, after a place: `Füzuli Rayon Məhkəməsi`."""
_CAPITALISED = re.compile(r" ([^\W\d_]+)(?![\w-])")

_OF_EUROPE_AFTER: Mapping[str, str] = {"fr": r" d'Europe\b", "de": r" von Europa\b", "es": r" de Europa\b"}
"""What is not yet: `États-Unis d'Europe`."""
_of_europe = by_language(_OF_EUROPE_AFTER)
_DAILY_BEFORE = re.compile(r"\b(?:Daily|Radio|Télé) $")
_OF_A_FIRM_AFTER = re.compile(r" (?:Trading|Air|Energy|Holding|Capital|Invest|Group)\b")
"""`SOCAR Trading`."""
_OF_A_PAPER_AFTER = re.compile(r" (?:TV|Online|Plus|Sport|Geschichte|diplomatique|Dimanche|Magazine|Campus)\b")
_PARTICLE_AFTER = re.compile(r" (?:d'|(?:de|van|di|da|del)(?: la)? )([A-ZÀ-Ý][\w-]*)")
_GIVEN_BEFORE = re.compile(r"([^\W\d_]+) (?:d'|(?:de|du|von|van|zu|di|da|del)(?: la| der| den)? )$")
"""`Xavier de Villepin`."""
_OF_ITS_OWN = re.compile(r"'| (?:ile|ilə|ve|və|için|üçün|hakkında|haqqında|ayı|günü|ayında|ayının)\b")
"""What makes the word before it a part of its own in a sentence: `Erdoğan Moskova'ya gitti`."""
_IN_BEFORE = re.compile(r"\b(?:в|во|на|к|о|об|у|з|із) $", re.IGNORECASE)
_DENIED_AFTER = re.compile(r" не\b")
_AZERBAIJANI_FAMILY = re.compile(r"\w+(?:ov|ev|ova|eva|l[ıiuü]|zad[əe]|oğlu|soy)$")
_QUOTE_BEFORE = re.compile(r"(?:^|[^\w\"])\"([^\"\n.,;:!?]*)$")
_QUOTE_AFTER = re.compile(r"([^\"\n.,;:!?]*)\"")
_LONGEST_TITLE = 4
"""In words: what is longer between quotation marks is what somebody said."""
_OPENS_IN = re.compile(r"(?:^|[\n.!?:] )(?:À|A|Ad|In|En|Desde|De|Da|Di) $")
_CAPITALISED_TITLES = frozenset(("de", "fr", "es", "it", "pl", "ru", "uk"))
_IN_TITLES = (Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA, Kind.PROJECT)
_HALLOWED_BEFORE: Mapping[str, str] = {
    "fr": r"\b(?:saint|sainte|archange|roi|reine|prince|princesse|empereur)\s",
    "de": r"\b(?:heilige[nr]?|König|Königin|Kaiser|Kaiserin|Prinz|Prinzessin)\s",
    "es": r"\b(?:san|santa|santo|arcángel|rey|reina)\s", "it": r"\b(?:san|santa|santo|arcangelo|re|regina)\s",
    "az": r"\b(?:mələk|peyğəmbər|həzrəti|imam|şeyx|sultan|şair|şairi|yazıçı|bəstəkar|jurnalist|vəkil|həkim|əsgər)\s",
    "tr": r"\b(?:melek|meleği|peygamber|hazreti|imam|şeyh|sultan|şair|yazar|bestekâr|gazeteci|avukat|doktor|asker)\s",
}  # fmt: skip
"""Before the given name of somebody rather than before a place: `mələk Cəbrayıl`."""

_TIMES_AFTER = re.compile(
    r"[ -](?:[Tt]imes|[Tt]ayms|[Тт]аймс|Post|Tribune|Herald|Review|Papers|Leaks|Files|Gazette|Chronicle|Globe|"
    r"Observer)\b"
)
"""`New York Times`, `Panama Papers`."""
_CORRIDOR_AFTER = re.compile(r" (?:dəhlizi|koridoru)\w*", re.IGNORECASE)
_FESTIVAL_BEFORE = re.compile(r"\b(?:фестивал|конкурс|преми|фильм|роман|ансамбл|оркестр|концерт)\w* $", re.IGNORECASE)
_DEMOCRATIC_AFTER = re.compile(r" Demokrati[kx] (?:Xalq |Halk )?(?:Respublika|Cumhuriyet|Cümhuriyyət)")
_POSSESSED = (*HEADS, "ları", "leri", "eti", "ığı", "iği", "uğu", "üğü", "sı", "si", "su", "sü")
_FOLLOWING = re.compile(r" ([^\W\d_]+)")


def is_derived(plain: str, end: int) -> bool:
    """Tell whether an ending makes another word of an Azerbaijani or Turkish name: `MHP'li`, `IMF'siz`."""
    return plain[end : end + 1] in ("'", "-") and plain[end - 1].isalpha() and _DERIVED.match(plain, end) is not None


def is_part_of_a_longer_name(spot: NameInContext) -> bool:
    """Tell whether the words around a name may make a longer one of it, or the name of a person."""
    return any(rule(spot) for rule in _rules_of(spot.language, spot.kind))


def is_the_given_name_of_another(spot: NameInContext) -> bool:
    """Tell whether a family name is somebody's given name: another family name follows, `Bertrand Badie`."""
    following = _family_name_after(spot)
    if not following:
        particle = _PARTICLE_AFTER.match(spot.plain, spot.end) if spot.language not in _SLAVIC | _TURKIC else None
        return particle is not None and not spot.known(particle[1]) and is_a_common_given_name(spot.name)
    if spot.language in _SLAVIC:
        return is_family_name_of(following, spot.name, spot.language)
    if spot.language in _TURKIC and (
        following in calendar(spot.language) or _OF_ITS_OWN.match(spot.plain, spot.end + 1 + len(following))
    ):
        return False
    if spot.language in _TURKIC and is_given_in_turkic(spot.name, spot.language):
        return True
    # Where no common noun has a capital two names in a row are one.
    return spot.language in _ROMANCE or may_be_a_given_name(spot.name, spot.language, place=False)


def has_another_given_name(spot: NameInContext) -> bool:
    """Tell whether a family name has a particle and somebody else's given name before it: `Xavier de Villepin`."""
    if spot.language in _SLAVIC | _TURKIC or spot.before[-1:] not in (" ", "'"):
        return False
    given = _GIVEN_BEFORE.search(spot.before)
    return given is not None and given[1][0].isupper() and is_a_common_given_name(given[1])


def _family_name_after(spot: NameInContext) -> str:
    """Return the word after a name where that may be a family name of which the glossary knows nothing."""
    # Most names are followed by something else, and there are many.
    following = _CAPITALISED.match(spot.plain, spot.end) if spot.plain[spot.end + 1 : spot.end + 2].isupper() else None
    if following is None or not has_a_family_name(spot.plain, spot.end):
        return ""
    word = following[1]
    if (len(word) > 1 and word.isupper()) or spot.known(word) or (spot.language == "de" and _GERMAN_NOUN.search(word)):
        return ""
    if word in openers(spot.language) or word in titles(spot.language):
        return ""
    # What belongs to somebody is no family name: `Yıldırım Hükümeti`.
    return "" if spot.language in _TURKIC and (word in _PARTS_OF_LANDS or word.endswith(_POSSESSED)) else word


def _is_of_a_person(spot: NameInContext) -> bool:
    """Tell whether the name of a place is a person's here: `Сергея Кирова`, `Maurice Genevoix`."""
    if " " in spot.name:
        return False
    if spot.language in _SLAVIC:
        return _has_a_given_name_before(spot) or is_the_given_name_of_another(spot)
    if is_a_place_called_like_a_man(spot.name, spot.language) and _has_a_given_name_before(spot):
        return True
    if spot.language in _ROMANCE and spot.kind is Kind.PLACE and _has_a_second_word(spot):
        return True
    return may_be_a_given_name(spot.name, spot.language, place=True) and (
        spot.is_after(_before(_HALLOWED_BEFORE, spot.language)) or _family_name_after(spot) != ""
    )


def _has_a_second_word(spot: NameInContext) -> bool:
    """Tell whether the name of a town goes on, `Alba Dorata`; not where somebody acts there, `A Roma Mario Draghi`."""
    following = _family_name_after(spot)
    return following != "" and not is_a_common_given_name(following) and not spot.is_after(_OPENS_IN)


def _has_a_given_name_before(spot: NameInContext) -> bool:
    if spot.before[-1:] == "." or spot.before[-2:] == ". ":
        return spot.is_after(_INITIALS_BEFORE)
    word = spot.before[:-1].rpartition(" ")[2] if spot.before[-1:] == " " else ""
    if not word[:1].isupper() or not word.isalpha() or spot.known(word):
        return False
    if spot.language in _SLAVIC:
        return is_given_name_of(word, spot.name, spot.language)
    return follows_a_given_name(spot.plain, spot.start, spot.language) and not is_in_a_place(word, spot.language)


def _is_a_family_name(spot: NameInContext) -> bool:
    """Tell whether the name of a thing is a family name here, or a given name: `Anne Spiegel`, `Ümid Quliyev`."""
    if " " in spot.name or not spot.name[0].isupper() or spot.name.isupper():
        return False
    if spot.language == "az":
        given = _small(spot.name) in _azerbaijani_names() or may_be_a_given_name(spot.name, "az", place=True)
        following = _family_name_after(spot) if given else ""
        return _AZERBAIJANI_FAMILY.fullmatch(following) is not None
    if spot.language in _SLAVIC | _TURKIC or spot.before[-1:] != " ":
        return False
    earlier, _, word = spot.before[:-1].rpartition(" ")
    word = word.lstrip("\"'([")
    saint = earlier.endswith(("Sankt", "St.", "Saint", "San", "Kaiser", "König", "Zar", "Papst"))
    if not word[:1].isupper() or saint or spot.known(word):
        return False
    first = earlier.rpartition(" ")[2]
    second = spot.language in _ROMANCE and first[:1].isupper() and is_a_common_given_name(first) and word.isalpha()
    return second or is_a_common_given_name(word)


@cache
def _azerbaijani_names() -> frozenset[str]:
    return frozenset(NAMES_OF_PEOPLE["az"].split())


def _small(name: str) -> str:
    return name.replace("I", "ı").replace("İ", "i").lower()


def _is_in_a_title(spot: NameInContext) -> bool:
    """Tell whether a name is quoted with other words as one title, which is no statement: `«Голос Америки»`."""
    place = spot.kind in PLACES and spot.language in _CAPITALISED_TITLES
    if not (place or spot.kind in _IN_TITLES) or '"' not in spot.before:
        return False
    opened, closed = _QUOTE_BEFORE.search(spot.before), _QUOTE_AFTER.match(spot.plain, spot.end)
    others = f"{opened[1]} {closed[1]}".split() if opened and closed else []
    if place and not all(word[0].isupper() and not spot.known(word) for word in others):
        return False
    return 0 < len(others) < _LONGEST_TITLE and all(_may_be_in_a_title(word, spot.language) for word in others)


def _may_be_in_a_title(word: str, language: str) -> bool:
    """Tell whether a word beside a name belongs to a title; not what a firm is by law, nor a verb."""
    if word.isupper():
        return False
    if not word[0].isalpha():
        return True
    return word[0].isupper() or (language in _SLAVIC and is_first_of_all_a_noun(word, language))


def _is_of_a_festival(spot: NameInContext) -> bool:
    """Tell whether a festival or a film is called after an event: `фестиваль «Пражская весна»`."""
    quoted = spot.kind is Kind.EVENT and spot.before[-1:] == '"' and spot.plain[spot.end : spot.end + 1] == '"'
    return quoted and _FESTIVAL_BEFORE.search(spot.before[:-1]) is not None


def _has_members(spot: NameInContext) -> bool:
    """Tell whether a union of a kind of people has the name of another union in it: `Европейский союз студентов`."""
    if spot.kind not in (Kind.ORGANISATION, Kind.GROUP) or " " not in spot.name:
        return False
    following = _FOLLOWING.match(spot.plain, spot.end)
    if following is None or spot.is_after(_IN_BEFORE) or _DENIED_AFTER.match(spot.plain, following.end()):
        return False
    return is_of_people(spot.name.rpartition(" ")[2], following[1], spot.language)


def _is_of_another_place(spot: NameInContext) -> bool:
    """Tell whether the name of a place is that of a ship, a river or a former land here: `крейсер «Москва»`."""
    if spot.is_before(_TIMES_AFTER):
        return True
    if spot.language in _TURKIC:
        after = (DISTRICT_AFTER, _DEMOCRATIC_AFTER) if spot.kind is Kind.STATE else ()
        return any(map(spot.is_before, (_CORRIDOR_AFTER, *after)))
    return spot.kind is Kind.STATE and spot.is_before(_of_europe(spot.language))


def _has_an_adjective(spot: NameInContext) -> bool:
    """Tell whether an adjective with a capital is before a name and agrees: `Кавказских Минеральных Вод`."""
    before = _ADJECTIVE_BEFORE.search(spot.before) if spot.before[-2:-1] in _ENDS_OF_ADJECTIVES else None
    if before is None or not spot.name[0].isupper():
        return False
    if opens_a_sentence(spot.plain, spot.start - len(spot.before) + before.start(1)):
        return False
    return is_adjective_of(before[1], spot.name.partition(" ")[0], spot.language)


def _before(table: Mapping[str, str], language: str) -> re.Pattern[str] | None:
    pattern = table.get(language)
    return None if pattern is None else _at_the_end(pattern)


@cache
def _at_the_end(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


def _is_another(spot: NameInContext) -> bool:
    return _is_of_a_person(spot) or _is_of_another_place(spot) or is_a_water(spot)


def _is_of_a_paper(spot: NameInContext) -> bool:
    if spot.kind is Kind.MEDIA:
        return spot.is_before(_OF_A_PAPER_AFTER) or spot.is_after(_DAILY_BEFORE)
    return spot.kind in (Kind.ORGANISATION, Kind.PROJECT) and spot.is_before(_OF_A_FIRM_AFTER)


def _goes_on_in_slavic(spot: NameInContext) -> bool:
    longer = spot.kind not in _NO_LONGER_ONE and (_has_an_adjective(spot) or _has_members(spot))
    return longer or is_another_in_slavic(spot)


_GOES_ON: Mapping[str, tuple[Callable[[NameInContext], bool], ...]] = {
    **dict.fromkeys(_SLAVIC, (_goes_on_in_slavic,)),
    **dict.fromkeys(_TURKIC, (goes_on_in_turkic,)),
    **dict.fromkeys(("hy", "ka"), (is_another_in_another_script,)),
    **dict.fromkeys(("he", "ar"), (is_another_in_another_script, is_another_word)),
    **dict.fromkeys(("es", "it"), (goes_on_in_spanish_or_italian,)),
    "de": (goes_on_in_german,),
    "fr": (goes_on_in_french,),
    "pl": (is_another_in_polish,),
}
"""Further rules, by language."""
_ALL = frozenset((*Kind, None))
_PLACE = frozenset(PLACES)
_BODY = frozenset((Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA, Kind.PROJECT, Kind.DOCUMENT))
_Rule = Callable[[NameInContext], bool]
_RULES: tuple[tuple[_Rule, frozenset[Kind | None]], ...] = (
    (is_within_another_name, _PLACE | {Kind.ORGANISATION}),
    (_is_another, _PLACE),
    (_is_a_family_name, _ALL - {Kind.PERSON, Kind.STATE}),
    (_is_in_a_title, _PLACE | frozenset(_IN_TITLES)),
    (_is_of_a_festival, frozenset((Kind.EVENT,))),
    (is_called_after_it, _ALL),
    (_is_of_a_paper, frozenset((Kind.MEDIA, Kind.ORGANISATION, Kind.PROJECT))),
    (is_of_another_state, _BODY),
    (is_a_namesake, _ALL),
    (is_explained_as_another, _ALL - _PLACE - {Kind.PERSON}),
    (is_of_a_body, frozenset((Kind.CONCEPT, Kind.GROUP, Kind.EVENT))),
)
"""Rules for all languages, each with the kinds of entries to which it applies."""


@cache
def _rules_of(language: str, kind: Kind | None) -> tuple[_Rule, ...]:
    """Return the rules that apply to a name of that kind in that language."""
    return (*(rule for rule, kinds in _RULES if kind in kinds), *_GOES_ON.get(language, ()))
