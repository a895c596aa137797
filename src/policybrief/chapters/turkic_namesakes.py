"""Azerbaijani and Turkish names that are those of somebody or something else here: `Aslı Karadağ`, `Oğuz türkləri`."""

import re

from ..inflection.small_words import is_people
from ..inflection.turkic_first_names import is_given_and_a_word, is_given_in_turkic
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .name_surroundings import opens_a_sentence

_PLACES = (Kind.STATE, Kind.PLACE)
_INITIALS_BEFORE = re.compile(r"(?:^|[^\w.])([^\W\d_])\.(?: ?[^\W\d_]\.)* ?$")
_FATHER_BEFORE = re.compile(r"(?:^|[^\w-])([^\W\d_]+) [^\W\d_]+ (?:oğlu|qızı|kızı) $")
_CHILD_OF = ("oğlu ", "qızı ", "kızı ")
_WORK_AFTER = re.compile(
    r" [A-ZƏĞİIÖÜÇŞ]\w+ (?:romanı|filmi|dizisi|kitabı|oyunu|şarkısı|türküsü|destanı|hikâyesi|serialı|pyesi|mahnısı|"
    r"dastanı|hekayəsi|poeması|operası)\w*"
)
"""A work of which the name is the first word: `İnce Memed romanı`."""
_LAND_AFTER = re.compile(
    r" (?:[lL]imanı|[kK]enti|[şŞ]ehri|[kK]asabası|[aA]dası|[dD]ağı|[gG]ölü|[nN]ehri|[çÇ]ayı|[oO]vası|[vV]adisi|"
    r"[yY]aylası|[kK]örfezi|[bB]oğazı|[pP]lajı|[bB]arajı|[şŞ]əhəri|[kK]örfəzi|[dD]üzü|[sS]ahili|[yY]atağı|[sS]ahası)(?:n\w*)?\b"
)
"""What a town or a mountain has, and not the person who is called so: `Kavala limanı`."""
_TO_OR_IN = re.compile(r"(?:['-])?(?:[dt][aeə]n?|[yn]?[aeə])$")
_TO_OR_IN_AFTER = re.compile(r"['-](?:[dt][aeə]n?|[yn]?[aeə])\b")
"""The cases of where one is and goes, in which a place or a paper stands more often than a person."""
_PEOPLE_AFTER = re.compile(
    r" (?:(?:türk|türkmən|türkmen|boy|tayfa|oymaq|oba)(?:ları|ləri|leri)|türkcəsi|türkçesi|dili|dilləri|dilleri|"
    r"ləhcəsi|lehçesi|dialekti|xalqı|halkı|xalqları|halkları|ədəbiyyatı|edebiyatı|mətbəxi|mutfağı|əlifbası|alfabesi|nüfusu|"
    r"azınlığı|topluluğu|toplumu|sürgünü|göçü|kültürü|kökenli|asıllı|mənşəli|əsilli)\w*",
    re.IGNORECASE,
)
_IDEA_AFTER = re.compile(
    r" (?:ideyası|ideologiyası|idealı|şüarı|fikri|düşüncəsi|ideali|ülküsü|sloganı|düşüncesi|mücadelesi|mübarizəsi)\w*| "
    r"(?:uğrunda|naminə|uğruna|adına)\b"
)
"""After a word that is no newspaper and no party here: `Azadlıq uğrunda`."""
_TRIBE_AFTER = re.compile(
    r" (?:(?:türk|türkmən|türkmen|boy|tayfa|oymaq)(?:ları|ləri|leri)|türkcəsi|türkçesi|xanlığı|hanlığı|xaqanlığı|"
    r"kağanlığı|bəyliyi|bəylərbəyliyi|beyliği|beylerbeyliği|sultanlığı|atabəyliyi|quberniyası|qəzası|sancağı)\w*",
    re.IGNORECASE,
)
"""After the name of a place: those who were called so, and lands of the past that were called after it."""
_STREET_AFTER = re.compile(
    r" (?:küçəsi|prospekti|caddesi|sokağı|küçəsində|prospektində|caddesinde|sokağında|mill[iî] parkı|qoruğu)\w*",
    re.IGNORECASE,
)
"""What is called after a town in another one: `Lənkəran küçəsi`."""
_CLUB_OF_AFTER = re.compile(
    r" (?:Ağdam|Bakı|Gəncə|İmişli|Kəpəz|Lənkəran|Mingəçevir|Naxçıvan|Qazax|Qəbələ|Sabirabad|Sumqayıt|Şamaxı|Şəki|"
    r"Şəmkir|"
    r"Tovuz|Yevlax|Zaqatala|Zirə)(?![\w'-])"
)
"""The town after the name of its club: `Turan Tovuz`."""
_CROP_AFTER = re.compile(
    r" (?:fiyat|üretici|üretim|ithala|ihraca|hasa[dt]|rekolte|ekimi|ekili|tarla|tarım|stok|ürünü|unu|yağı|nişasta|"
    r"şurub|ekmeği|koçanı|tohum|silaj|çiftçi|alımı|satışı|talebi|arzı|piyasası|anlaşması)\w*"
)
"""What maize has: `Mısır fiyatları`. The state has its own in the genitive: `Mısır'ın ihracatı`."""
_GIVEN_AFTER = re.compile(
    r" (?:[^\W\d_]+ )?ver(?:ən|il|mə|di|mi|i[rb])\w*|"
    r"(?! (?:şəhər|rayon|sakin|məhkəmə|bələdiyyə|polis|dövlət|zavod|fabrik|stansiya))"
    r" (?:[^\W\d_]+ ){1,4}?(?:verən|tapan|yaradan|öyrədən|göstərən|ödəyən|edən|ayıran) [a-zəğışçöü]"
)
"""What is given to somebody: `Gəncə ilk iş yerini tapan proqram`."""
_TO_SOMEBODY = frozenset(("Gəncə", "Astara"))
"""Places that are a dative, *to the young*; at the opening what is given to somebody may follow."""


def is_a_namesake_in_turkic(spot: NameInContext) -> bool:
    """Tell whether an Azerbaijani or Turkish name is that of another person, body or people in its place."""
    if spot.plain[spot.end : spot.end + 1] == " " and _goes_on_as_another(spot):
        return True
    if spot.kind is Kind.PERSON:
        return _has_other_initials(spot) or _has_another_father(spot)
    return _is_a_family_name(spot)


def _goes_on_as_another(spot: NameInContext) -> bool:
    """Tell whether the words after a name say that it is no person, place or paper, or another: `Oğuz türkləri`."""
    if spot.kind is Kind.PERSON:
        if spot.language == "az" and spot.plain.startswith(" adına ", spot.end):
            # What is called after somebody: `Heydər Əliyev adına stadion`.
            return True
        people = is_people(spot.name, spot.language) and spot.is_before(_PEOPLE_AFTER)
        return people or spot.is_before(_WORK_AFTER) or spot.is_before(_LAND_AFTER)
    if spot.kind in _PLACES:
        return spot.is_before(_TRIBE_AFTER) or spot.is_before(_STREET_AFTER) or _is_a_common_word(spot)
    return spot.kind in (Kind.MEDIA, Kind.GROUP) and (spot.is_before(_IDEA_AFTER) or spot.is_before(_CLUB_OF_AFTER))


def _is_a_common_word(spot: NameInContext) -> bool:
    """Tell whether a place is a crop or a dative here: `Mısır fiyatları`, `Gəncə iş verən şirkət`."""
    if spot.name == "Mısır":
        return spot.is_before(_CROP_AFTER)
    return spot.name in _TO_SOMEBODY and spot.is_before(_GIVEN_AFTER) and opens_a_sentence(spot.plain, spot.start)


def _has_other_initials(spot: NameInContext) -> bool:
    """Tell whether a family name has initials before it that are not its bearer's: `R.Hüseynov` of Emin Hüseynov."""
    if " " in spot.name or "." not in spot.before[-2:]:
        return False
    found = _INITIALS_BEFORE.search(spot.before)
    return found is not None and spot.initials != "" and found[1].isupper() and found[1] not in spot.initials


def _has_another_father(spot: NameInContext) -> bool:
    """Tell whether a family name has a patronymic and another given name before it: `Elçin Eldar oğlu Abbaslı`."""
    father = _FATHER_BEFORE.search(spot.before) if spot.before.endswith(_CHILD_OF) else None
    return father is not None and not spot.known(f"{father[1]} {spot.name}")


def _is_a_family_name(spot: NameInContext) -> bool:
    """Tell whether the name of a thing of one word comes after somebody's given name: `Aslı Karadağ`.

    Not so what somebody goes or speaks to, or is in: `Leyla Türkiyəyə qayıtdı`.
    """
    if spot.kind is Kind.CONCEPT or " " in spot.name or not spot.name[0].isupper() or spot.name.isupper():
        return False
    given = _words_before(spot)[0]
    if not given[:1].isupper() or not is_given_in_turkic(given, spot.language):
        return False
    if spot.known(given) or _says_where(spot):
        return False
    opens = opens_a_sentence(spot.plain, spot.start - len(given) - 1)
    return not (opens and is_given_and_a_word(given, spot.language))


def _words_before(spot: NameInContext) -> tuple[str, str]:
    """Return the word right before a name and the one before that, each empty where there is none."""
    if spot.before[-1:] != " ":
        return "", ""
    *_, further, near = ("", "", *spot.before[:-1].split(" "))
    return near, further


def _says_where(spot: NameInContext) -> bool:
    stem = _TO_OR_IN.sub("", spot.name)
    return spot.is_before(_TO_OR_IN_AFTER) or (stem != spot.name and spot.known(stem))
