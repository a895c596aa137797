"""States and capitals as a language calls them, in its cases, to tell the court of one state from that of another."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from .dictionary import WordReading, readings
from .forms import INFLECTED
from .name import InflectedName, with_capitals_of
from .national_adjectives import ADJECTIVES
from .small_words import is_people

_OWN: Mapping[str, str] = {
    "ru": "RU", "uk": "UA", "pl": "PL", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "hy": "AM", "ka": "GE",
    "he": "IL", "az": "AZ", "tr": "TR",
}  # fmt: skip
"""The state whose bodies are called without its name in its language."""
OWN: Mapping[str, tuple[str, ...]] = {
    "ru": ("росси", "рф"), "uk": ("україн",), "pl": ("polsk", "polsc"), "de": ("deutsch", "bundesdeutsch"),
    "fr": ("franc", "franç"), "es": ("españ",), "it": ("itali",), "hy": ("հայաստ", "հայկ"),
    "ka": ("საქართველ", "ქართ"), "he": ("ישראל",), "az": ("azərb",), "tr": ("türk",),
}  # fmt: skip
"""How the words begin that name it."""
_ALSO: Mapping[str, str] = {
    "de": "Weißrussland|Moldau|England|Schottland|Katalonien|Südtirol|Bosnien|Großbritannien|USA|DDR|UdSSR|Sowjetunion|"
          "Jugoslawien|Tschechoslowakei|Kongo|Korea|Vereinigten Staaten",
    "ru": "США|СССР|РСФСР|ГДР|ФРГ|Англия|Британия|Шотландия|Каталония|Бавария|Татарстан|Чечня|Дагестан|"
          "Башкортостан|Крым|"
          "Абхазия|Приднестровье|Молдавия|Белоруссия|Киргизия|Чехословакия|Югославия",
    "uk": "США|СРСР|УРСР|РРФСР|НДР|ФРН|Англія|Британія|Шотландія|Каталонія|Баварія|Татарстан|Чечня|Крим|Абхазія|Росія|"
          "Чехословаччина|Югославія",
    "pl": "USA|Stanów Zjednoczonych|ZSRR|NRD|RFN|Anglia|Szkocja|Katalonia|Bawaria|Czechosłowacja|Jugosławia|Mołdawia",
    "fr": "États-Unis|URSS|Angleterre|Écosse|Catalogne|Bavière|Québec|Yougoslavie|Tchécoslovaquie|Hollande|Birmanie|"
          "Biélorussie|Moldavie",
    "es": "Estados Unidos|EEUU|URSS|Inglaterra|Escocia|Baviera|Yugoslavia|Checoslovaquia|Holanda|Birmania|Bielorrusia",
    "it": "Stati Uniti|URSS|Inghilterra|Scozia|Catalogna|Baviera|Jugoslavia|Cecoslovacchia|Olanda|Birmania|Moldavia",
    "hy": "ԱՄՆ|ՌԴ|Ռուսաստան|Անգլիա|Արցախ|Մոլդովա|Բելառուս|ԽՍՀՄ", "ka": "აშშ|ამერიკა|ინგლისი|აფხაზეთი|რუსეთი|"
    "მოლდოვა|საბჭოთა კავშირი",
    "he": "ארה״ב|ארה\"ב|אנגליה|סקוטלנד|ברית המועצות", "ar": "أمريكا|الولايات المتحدة|إنجلترا|السعودية|الإمارات|سوريا",
    "az": "ABŞ|Ştatları|Amerika|Avropa|Britaniya|Krallıq|İngiltərə|Hollandiya|Koreya|"
          "Fələstin|Afrika|Zelandiya|Makedoniya|Ərəbistanı|Əmirlikləri|Herseqovina|"
          "Respublikası|Xorvatiya|Tunis|Şotlandiya|Uels|Kataloniya|Bavariya|Tatarıstan|"
          "Çeçenistan|Abxaziya|SSRİ|Yuqoslaviya|Çexoslovakiya",
    "tr": "ABD|Devletleri|Amerika|Avrupa|Britanya|Krallık|İngiltere|Kore|Filistin|Afrika"
          "|Zelanda|Makedonya|Arabistan|Emirlikleri|Bosna|Cumhuriyeti|Gine|Myanmar|İskoçya"
          "|Galler|Katalonya|Bavyera|Tataristan|Çeçenistan|Abhazya|SSCB|Yugoslavya|"
          "Çekoslovakya|KKTC",
}  # fmt: skip
"""Shorter names, in Azerbaijani and Turkish the last words of longer ones,
parts of states that have bodies of their own, and states of the past.
"""
_CAPITALS: Mapping[str, str] = {
    "fr": "Washington Pékin Ankara Rabat Berne Ottawa Brasilia Canberra Tel-Aviv Jérusalem New-Delhi Atlanta "
          "Boston Houston Dallas "
          "Seattle Miami Philadelphie Barcelone Milan Genève Francfort Munich Hambourg Bombay Canton Oxford "
          "Cambridge Manchester",
    "es": "Washington Pekín Ankara Rabat Berna Ottawa Brasilia Canberra Jerusalén Atlanta Boston Houston Dallas "
          "Miami Filadelfia "
          "Ginebra Milán Fráncfort Múnich Hamburgo Oxford Cambridge",
    "it": "Washington Pechino Ankara Rabat Berna Ottawa Brasilia Canberra Gerusalemme Ginevra Barcellona Atlanta "
          "Boston Houston "
          "Dallas Miami Filadelfia Francoforte Amburgo Oxford Cambridge",
    "pl": "Waszyngton Pekin Ankara Rabat Berno Ottawa Jerozolima Barcelona Genewa Haga",
    "ru": "Вашингтон Пекин Анкара Рабат Берн Оттава Иерусалим Барселона Женева Гаага",
    "uk": "Вашингтон Пекін Анкара Рабат Берн Оттава Єрусалим Барселона Женева Гаага",
    "de": "Washington Peking Ankara Rabat Bern Ottawa Jerusalem Barcelona Genf Brasília Canberra",
}  # fmt: skip
"""Capitals and large towns that no time zone is called after."""
_OF_THE_DICTIONARY = ("ru", "uk")
_UNCHANGED = ("fr", "es", "it", "de", "az", "tr", *_OF_THE_DICTIONARY)
"""Languages in which the genitive is taken off the word, or the dictionary does so."""
_PREFIXED: Mapping[str, re.Pattern[str]] = {"he": re.compile("^[ובלמכש]{1,3}"), "ar": re.compile("^(?:[وف]?[بلك]?)")}
_GENITIVES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **dict.fromkeys(("az", "tr"), (re.compile(r"['-]?[ıiuü]n$"), re.compile(r"['-]?n[ıiuü]n$"))),
    "de": (re.compile("(?:s|'|’)$"),),
}


@cache
def is_a_state(word: str, language: str) -> bool:
    """Tell whether a word is a form of the name of a state: `Հունաստանի`, `Румынии`, `Polens`.

    In Russian it may be any place that the dictionary knows.
    """
    if _is_among(word, states(language), language):
        return True
    if language == "ru":
        return any(each.place and each.noun for each in readings(word.lower(), language))
    prefix = _PREFIXED.get(language)
    return prefix is not None and prefix.sub("", word, count=1) in states(language)


@cache
def is_another_capital(word: str, language: str) -> bool:
    """Tell whether a word is a form of the name of a capital or a large town of another state: `Lisbonne`."""
    return _is_among(word, capitals(language), language)


@cache
def is_of_a_nation(word: str, language: str) -> bool:
    """Tell whether a word is the adjective of a nation in any form: `russischen`, `turques`, `грузинского`."""
    if language in ("az", "tr"):
        return is_people(word, language)
    pattern = _adjectives(language)
    return word in _LIKE_TOWNS or (pattern is not None and pattern.fullmatch(word) is not None)


_LIKE_TOWNS = frozenset("Schweizer Luxemburger Liechtensteiner Kosovarer".split())


def _is_among(word: str, names: frozenset[str], language: str) -> bool:
    """Tell whether a word is among names; in Russian and Ukrainian the dictionary says of which it is a form."""
    if word in names or any(genitive.sub("", word) in names for genitive in _GENITIVES.get(language, ())):
        return True
    return any(with_capitals_of(word, each.lemma) in names for each in _read(word, language))


def _read(word: str, language: str) -> tuple[WordReading, ...]:
    return readings(word.lower(), language) if language in _OF_THE_DICTIONARY else ()


@cache
def states(language: str) -> frozenset[str]:
    """Return the names of the states, of one word or two, in their cases."""
    return frozenset(_in_cases(_territories(language), language))


@cache
def capitals(language: str) -> frozenset[str]:
    """Return the capitals and large towns of other states, in their cases: `Lisbonne`, `Лиссабоне`."""
    locale = Locale.parse(language)
    own = _OWN.get(language, "")
    zones: Mapping[str, str] = get_global("zone_territories")
    names = [
        str((locale.time_zones.get(zone) or {}).get("city") or zone.rpartition("/")[2].replace("_", " "))
        for zone, land in zones.items()
        if land != own and zone.partition("/")[0] in ("Africa", "America", "Asia", "Europe", "Pacific", "Atlantic")
    ]
    return frozenset(_in_cases((*names, *_CAPITALS.get(language, "").split()), language))


@cache
def _adjectives(language: str) -> re.Pattern[str] | None:
    table = ADJECTIVES.get(language)
    if table is None:
        return None
    stems, endings = table
    prefix = "(?:US-)?" if language == "de" else ""
    return re.compile(
        rf"{prefix}(?:{'|'.join(sorted(stems.split(), key=len, reverse=True))})(?:{endings})", re.IGNORECASE
    )


def _territories(language: str) -> Iterator[str]:
    territories: Mapping[str, str] = Locale.parse(language).territories
    yield from (name for code, name in territories.items() if code.isalpha())
    yield from _ALSO.get(language, "").split("|")


def _in_cases(names: Iterator[str] | tuple[str, ...], language: str) -> Iterator[str]:
    for name in names:
        if not name:
            continue
        yield name
        if language not in _UNCHANGED:
            yield from INFLECTED[language](InflectedName(name, place=True, single=True), language).forms
