"""Lands as Azerbaijani and Turkish call them, to tell the ministry of one land from that of another."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

_ALSO: Mapping[str, str] = {
    "az": """
        ABŞ Ştatları Amerika Avropa Britaniya Krallıq İngiltərə Hollandiya Koreya Fələstin Afrika Zelandiya Makedoniya
        Ərəbistanı Əmirlikləri Herseqovina Respublikası Xorvatiya Tunis Şotlandiya Uels Kataloniya Bavariya Tatarıstan
        Çeçenistan Abxaziya SSRİ Yuqoslaviya Çexoslovakiya
    """,
    "tr": """
        ABD Devletleri Amerika Avrupa Britanya Krallık İngiltere Kore Filistin Afrika Zelanda Makedonya Arabistan
        Emirlikleri Bosna Cumhuriyeti Gine Myanmar İskoçya Galler Katalonya Bavyera Tataristan Çeçenistan Abhazya SSCB
        Yugoslavya Çekoslovakya KKTC
    """,
}
"""Shorter names, the last words of longer ones, parts of lands that have ministries, lands of the past, and Europe."""
_OWN: Mapping[str, str] = {"az": "Azərbaycan", "tr": "Türkiye"}
"""The land whose bodies are called without its name in its language."""
_GENITIVES = (re.compile(r"['-]?[ıiuü]n$"), re.compile(r"['-]?n[ıiuü]n$"))


@cache
def is_another_land(word: str, language: str) -> bool:
    """Tell whether a word, or its genitive, is a land that has bodies of its own: `Gürcüstan`, `Almanya'nın`."""
    lands = _lands(language)
    return word in lands or any(genitive.sub("", word) in lands for genitive in _GENITIVES)


@cache
def _lands(language: str) -> frozenset[str]:
    territories: Mapping[str, str] = Locale.parse(language).territories
    names = {name for code, name in territories.items() if code.isalpha() and " " not in name}
    return frozenset(names | set(_ALSO[language].split())) - {_OWN[language], ""}
