"""What shows in any language that a name is a part of a longer one, or is called after: quotation marks, a prefix."""

import re
from collections.abc import Mapping

from ..inflection.agreement import is_adjective_of
from ..inflection.states import is_a_state, is_another_capital, is_of_a_nation, states
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .name_surroundings import opens_a_sentence
from .patterns import by_language

_PLACES = (Kind.STATE, Kind.PLACE)
_SHIPS = frozenset(
    "USS USNS USCGC HMS HMCS HMAS HMNZS HNLMS HDMS HNoMS HSwMS HMM FGS FS ITS ESPS NRP ORP TCG RFS INS JS KRI PNS BRP ROKS "
    "TCSG MV MS MT SS RMS RV".split()
)
"""Before the name of a ship."""
_WORD_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]*) $")
_SMALL_WORD_AFTER = re.compile(r" ([a-zà-ÿ-]+)(?![\w'-])")
_AFTER_NATIONS = ("fr", "es", "it")
_BEFORE_NATIONS = ("ru", "uk", "pl", "de")
_PROVINCE_BEFORE: Mapping[str, str] = {
    "fr": r"\b(?:[Ll]a|[Cc]ette) (?:province|préfecture)(?: [a-zà-ÿ]+)? (?:de |du |d')",
    "es": r"\b[Ll]a (?:provincia|prefectura)(?: [a-zà-ÿ]+)? de(?:l| la)? ",
    "it": r"\b[Ll]a (?:provincia|prefettura)(?: [a-zà-ÿ]+)? (?:di |del |della )",
    "de": r"\b(?:Provinz|(?:US-)?Bundesstaat(?:e?s)?|Departement|Grafschaft) ",
}  # fmt: skip
_province_before = by_language(_PROVINCE_BEFORE, "(?:%s)$")
_BODY_BEFORE: Mapping[str, str] = {
    "fr": r"(?:\b[Uu]niversité|\b[Ii]nstitut|\b[Aa]cadémie|[^\W\d_][ '](?:[A-ZÉ][a-zà-ÿ]{3,})) (?:de |d')",
    "es": r"(?:\b[Uu]niversidad|\b[Ii]nstituto|\b[Aa]cademia|[^\W\d_] (?:[A-ZÉ][a-zà-ÿ]{3,})) de ",
    "it": r"(?:\b[Uu]niversità|\b[Ii]stituto|\b[Aa]ccademia|[^\W\d_][ '](?:[A-ZÉ][a-zà-ÿ]{3,})) di ",
}  # fmt: skip
_body_before = by_language(_BODY_BEFORE, "(?:%s)$")
_STREET_BEFORE: Mapping[str, str] = {
    "ru": r"(?:^|[.!?:] |\b(?:на|по|с|о|и|в) )(?:[Уу]лиц(?:а|е|у|ей)|[Пп]роспект(?:а|у|е|ом)?|[Бб]ульвар(?:а|у|е|ом)?|[Пп]ереул\w+|"
          r"[Шш]оссе) ",
    "uk": r"(?:^|[.!?:] |\b(?:на|по|з|про|і|й|у|в) )(?:[Вв]улиц(?:я|і|ю|ею)|[Пп]роспект(?:у|і|ом)?|[Бб]ульвар(?:у|і|ом)?|"
          r"[Пп]ровул\w+|[Шш]осе) ",
    "pl": r"(?:^|[.!?:] |\b(?:na|przy|z|do|i|w) )(?:[Uu]lic(?:a|y|ę|ą)|[Uu]l\.|[Aa]lej(?:a|i|ę|ą)) ",
}  # fmt: skip
_INSTITUTION_BEFORE_IN_GERMAN = re.compile(
    r"(?<![\w-])\w*(?:[Uu]niversität|[Hh]ochschule|[Ii]nstituts?|[Aa]kademie|[Mm]esse|[Bb]örse|[Kk]linikums?|[Mm]useums?|"
    r"[Oo]per|[Gg]ymnasiums?|[Bb]istums?|[Pp]hilharmoniker|[Vv]erlags?|[Gg]emeinschaft|[Ii]nitiative|[Ss]tiftung) $"
)
"""Before the town in their names, `Universität Genf`."""
_INSTITUTION_AFTER_IN_GERMAN = re.compile(r"-(?:Institut|Universität|Hochschule|Akademie|Stiftung|Initiative|Museum)")
_SECOND_OF_THREE = re.compile(r"-([A-ZÄÖÜ][\w]+)-[A-ZÄÖÜ]")
_OVERSEAS_AFTER: Mapping[str, str] = {
    "ru": r"(?:,| \(| в| у)? ?штат(?:а|е|і|у)? [А-ЯІЇЄҐ]", "uk": r"(?:,| \(| в| у)? ?штат(?:а|е|і|у)? [А-ЯІЇЄҐ]",
    "de": r",? (?:im |in )?(?:US-)?Bundesstaat\b|(?:, | \()USA\b|, (?:in )?den USA\b",
    "fr": r"(?:, | \()(?:aux |dans l'État d[u'e] ?[A-Z].*)?États-Unis\b|,? dans l'État américain\b",
    "es": r"(?:, | \()(?:en )?(?:los )?(?:Estados Unidos|EE ?\. ?UU)|,? en el estado de ",
    "it": r"(?:, | \()(?:negli )?(?:Stati Uniti|USA)\b|,? nello stato (?:del|di|americano)",
    "pl": r",? w stanie [A-Z]|(?:, | \()(?:w )?(?:USA|Stanach)\b",
    "tr": r" eyaleti\w*|, ABD\b", "az": r" ştatı\w*|, ABŞ\b",
}  # fmt: skip
"""After what is called in America as a state or a town is elsewhere."""
_overseas_after = by_language(_OVERSEAS_AFTER)
_street_before = by_language(_STREET_BEFORE, "(?:%s)$")
_CAPITALISED_AFTER = re.compile(r" ([^\W\d_]+)(?![\w-])")
_ARTICLE_BEFORE = re.compile(r"\b(?:[Dd](?:ie|er|as|en|em|es)|im|vom|zum|zur|beim) $")
_ARTICLE_AND_WORD_BEFORE = re.compile(r"\b(?:[Dd](?:ie|er|as|en|em|es)|im|vom|zum|zur|beim) [\w-]+ $")
_DECLINED = ("pl", "hy", "ka", "he", "ar")
"""Languages whose states are known in all cases at once."""
_GERMAN_HALF_BEFORE = re.compile(r"([A-ZÄÖÜ][\w]+)-$")
_GERMAN_ADJECTIVE_BEFORE = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Ee]iner?|[Ee]ines) ([A-ZÄÖÜ][a-zäöüß]+(?:e|er|es|en|em)) $"
)
_QUOTED_AFTER = re.compile(r"(?:^|[\w.!?…] )\" ?$")
"""A word or the end of a sentence before a quotation; between commas the word itself may be quoted."""


def is_within_another_name(spot: NameInContext) -> bool:
    """Tell whether a name is within another by what is right beside it: `TCG Kars`, `»Berlin«`, `Club de Paris`."""
    if spot.kind in _PLACES:
        return _is_another_place(spot)
    if _has_a_subsidiary(spot):
        return True
    return spot.language == "de" and _is_second_half(spot)


def _is_another_place(spot: NameInContext) -> bool:
    before = spot.before[-1:]
    if spot.is_before(_overseas_after(spot.language)):
        return True
    if (spot.is_quoted and spot.is_after(_QUOTED_AFTER)) or _is_joined_in_a_title(spot):
        return True
    if before != " " and before != "'":
        return spot.language == "de" and _is_first_of_a_compound(spot)
    word = _WORD_BEFORE.search(spot.before)
    if word is not None and word[1] in _SHIPS:
        return True
    if spot.kind is Kind.STATE:
        if word is not None and spot.kind_of(word[1]) is Kind.ORGANISATION and _is_bare(spot.name, spot.end, spot):
            return not (spot.language == "de" and _ARTICLE_AND_WORD_BEFORE.search(spot.before))
        if spot.language == "de" and _is_first_of_a_compound(spot):
            return True
        return _is_of_a_nation(spot, "" if word is None else word[1]) or spot.is_after(_province_before(spot.language))
    if spot.language == "de":
        return _is_first_of_a_compound(spot) or spot.is_after(_INSTITUTION_BEFORE_IN_GERMAN)
    return spot.is_after(_body_before(spot.language)) or spot.is_after(_street_before(spot.language))


def _is_first_of_a_compound(spot: NameInContext) -> bool:
    """Tell whether a German compound is the name of something: `Potsdam-Institut`, `Iran-Contra-Affäre`."""
    if spot.plain[spot.end : spot.end + 1] != "-":
        return False
    if spot.is_before(_INSTITUTION_AFTER_IN_GERMAN):
        return True
    second = _SECOND_OF_THREE.match(spot.plain, spot.end)
    return second is not None and not (spot.known(second[1]) or is_a_state(second[1], "de") or is_another_capital(second[1], "de"))


def _is_joined_in_a_title(spot: NameInContext) -> bool:
    """Tell whether a hyphen joins a place to another word between quotation marks: `«Молдова-Сталь»`."""
    if not spot.before.rstrip(" ").endswith('"'):
        return False
    close = spot.plain.find('"', spot.end, spot.end + 30)
    return spot.plain[spot.end : spot.end + 1] == "-" and close >= 0 and " " not in spot.plain[spot.end : close].rstrip()


def _is_of_a_nation(spot: NameInContext, before: str) -> bool:
    """Tell whether the adjective of a nation is beside a state, which is a part of another: `l'Azerbaïdjan iranien`."""
    if spot.language in _AFTER_NATIONS:
        after = _SMALL_WORD_AFTER.match(spot.plain, spot.end)
        return after is not None and is_of_a_nation(after[1], spot.language)
    if spot.language not in _BEFORE_NATIONS or not before or not is_of_a_nation(before, spot.language):
        return False
    return spot.language not in ("ru", "uk") or is_adjective_of(before, spot.name.partition(" ")[0], spot.language)


def _has_a_subsidiary(spot: NameInContext) -> bool:
    """Tell whether a state without a case is after a body, whose branch is there: `SOCAR Türkiye`, `Газпром Армения`."""
    following = _CAPITALISED_AFTER.match(spot.plain, spot.end) if " " not in spot.name else None
    if following is None or spot.kind_of(following[1]) is not Kind.STATE:
        return False
    article = spot.language == "de" and _ARTICLE_BEFORE.search(spot.before) is not None
    return not article and _is_bare(following[1], following.end(), spot)


def _is_bare(state: str, end: int, spot: NameInContext) -> bool:
    return state in states(spot.language) and spot.plain[end : end + 1] != "'" and spot.language not in _DECLINED


def _is_second_half(spot: NameInContext) -> bool:
    """Tell whether a German body of one word has a first half or an adjective: `Venedig-Kommission`."""
    if spot.kind is not Kind.ORGANISATION or " " in spot.name or spot.name.isupper():
        return False
    half = _GERMAN_HALF_BEFORE.search(spot.before)
    if half is not None:
        return True
    adjective = _GERMAN_ADJECTIVE_BEFORE.search(spot.before)
    return adjective is not None and not adjective[1].startswith("Deutsch") and not spot.known(adjective[1])
