"""Signals, in any language, that a name is part of a longer one: quotation marks, a prefix, a nation's adjective."""

import re
from collections.abc import Mapping

from ..inflection.agreement import is_adjective_of
from ..inflection.states import is_of_a_nation, states
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import by_language

_PLACES = (Kind.STATE, Kind.PLACE)
_SHIPS = frozenset(
    "USS USNS USCGC HMS HMCS HMAS HMNZS HNLMS HDMS HNoMS HSwMS HMM FGS FS ITS ESPS NRP ORP TCG RFS INS JS KRI PNS BRP "
    "ROKS TCSG MV MS MT SS RMS RV".split()
)
"""Prefixes of ships' names."""
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
    "ru": r"(?:^|[.!?:] |\b(?:на|по|с|о|и|в) )(?:[Уу]лиц(?:а|е|у|ей)|[Пп]роспект(?:а|у|е|ом)?|[Бб]ульвар(?:а|у|е|ом)?|"
          r"[Пп]ереул\w+|[Шш]оссе) ",
    "uk": r"(?:^|[.!?:] |\b(?:на|по|з|про|і|й|у|в) )(?:[Вв]улиц(?:я|і|ю|ею)|[Пп]роспект(?:у|і|ом)?|"
          r"[Бб]ульвар(?:у|і|ом)?|[Пп]ровул\w+|[Шш]осе) ",
    "pl": r"(?:^|[.!?:] |\b(?:na|przy|z|do|i|w) )(?:[Uu]lic(?:a|y|ę|ą)|[Uu]l\.|[Aa]lej(?:a|i|ę|ą)) ",
}  # fmt: skip
_street_before = by_language(_STREET_BEFORE, "(?:%s)$")
_OVERSEAS_AFTER: Mapping[str, str] = {
    "ru": r"(?:,| \(| в| у)? ?штат(?:а|е|і|у)? [А-ЯІЇЄҐ]", "uk": r"(?:,| \(| в| у)? ?штат(?:а|е|і|у)? [А-ЯІЇЄҐ]",
    "de": r",? (?:im |in )?(?:US-)?Bundesstaat\b|(?:, | \()USA\b|, (?:in )?den USA\b",
    "fr": r"(?:, | \()(?:aux |dans l'État d[u'e] ?[A-Z].*)?États-Unis\b|,? dans l'État américain\b",
    "es": r"(?:, | \()(?:en )?(?:los )?(?:Estados Unidos|EE ?\. ?UU)|,? en el estado de ",
    "it": r"(?:, | \()(?:negli )?(?:Stati Uniti|USA)\b|,? nello stato (?:del|di|americano)",
    "pl": r",? w stanie [A-Z]|(?:, | \()(?:w )?(?:USA|Stanach)\b",
    "tr": r" eyaleti\w*|, ABD\b", "az": r" ştatı\w*|, ABŞ\b",
}  # fmt: skip
"""After an American place named like a state or a town elsewhere."""
_overseas_after = by_language(_OVERSEAS_AFTER)
_CAPITALISED_AFTER = re.compile(r" ([^\W\d_]+)(?![\w-])")
_ARTICLE_BEFORE = re.compile(r"\b(?:[Dd](?:ie|er|as|en|em|es)|im|vom|zum|zur|beim) $")
_ARTICLE_AND_WORD_BEFORE = re.compile(r"\b(?:[Dd](?:ie|er|as|en|em|es)|im|vom|zum|zur|beim) [\w-]+ $")
_DECLINED = ("pl", "hy", "ka", "he", "ar")
"""Languages for which the list of states has all cases."""
_QUOTED_AFTER = re.compile(r"(?:^|[\w.!?…] )\" ?$")
"""A word or the end of a sentence before a quotation mark; between commas, the word itself may be quoted."""


def is_within_another_name(spot: NameInContext) -> bool:
    """Tell from the adjacent text whether a name is within another: `TCG Kars`, `»Berlin«`, `Club de Paris`."""
    if spot.kind not in _PLACES:
        return _has_a_branch(spot)
    if spot.is_before(_overseas_after(spot.language)) or _is_in_a_title(spot):
        return True
    if spot.before[-1:] not in (" ", "'"):
        return False
    if spot.near in _SHIPS:
        return True
    return _is_another_state(spot) if spot.kind is Kind.STATE else _is_another_town(spot)


def _is_in_a_title(spot: NameInContext) -> bool:
    """Tell whether a place is in quotation marks, alone or in a compound: `крейсер «Москва»`."""
    return (spot.is_quoted and spot.is_after(_QUOTED_AFTER)) or _is_joined_in_a_title(spot)


def _is_another_town(spot: NameInContext) -> bool:
    of = spot.near in ("de", "di") or spot.before[-1:] == "'"
    return (of and spot.is_after(_body_before(spot.language))) or spot.is_after(_street_before(spot.language))


def _is_another_state(spot: NameInContext) -> bool:
    word = _WORD_BEFORE.search(spot.before)
    before = "" if word is None else word[1]
    if before and spot.kind_of(before) is Kind.ORGANISATION and _is_bare(spot.name, spot.end, spot):
        return spot.language != "de" or _ARTICLE_AND_WORD_BEFORE.search(spot.before) is None
    return _is_of_a_nation(spot, before) or spot.is_after(_province_before(spot.language))


def _is_joined_in_a_title(spot: NameInContext) -> bool:
    """Tell whether a hyphen joins a place to another word in quotation marks: `«Молдова-Сталь»`."""
    if not spot.before.rstrip(" ").endswith('"'):
        return False
    close = spot.plain.find('"', spot.end, spot.end + 30)
    return (
        spot.plain[spot.end : spot.end + 1] == "-" and close >= 0 and " " not in spot.plain[spot.end : close].rstrip()
    )


def _is_of_a_nation(spot: NameInContext, before: str) -> bool:
    """Tell whether a state with a nation's adjective is part of another state: `l'Azerbaïdjan iranien`."""
    if spot.language in _AFTER_NATIONS:
        after = _SMALL_WORD_AFTER.match(spot.plain, spot.end)
        return after is not None and is_of_a_nation(after[1], spot.language)
    if spot.language not in _BEFORE_NATIONS or not before or not is_of_a_nation(before, spot.language):
        return False
    return spot.language not in ("ru", "uk") or is_adjective_of(before, spot.name.partition(" ")[0], spot.language)


def _has_a_branch(spot: NameInContext) -> bool:
    """Tell whether an uninflected state after a body names its branch: `SOCAR Türkiye`."""
    following = _CAPITALISED_AFTER.match(spot.plain, spot.end) if " " not in spot.name else None
    if following is None or spot.kind_of(following[1]) is not Kind.STATE:
        return False
    article = spot.language == "de" and _ARTICLE_BEFORE.search(spot.before) is not None
    return not article and _is_bare(following[1], following.end(), spot)


def _is_bare(state: str, end: int, spot: NameInContext) -> bool:
    return state in states(spot.language) and spot.plain[end : end + 1] != "'" and spot.language not in _DECLINED
