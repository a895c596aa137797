"""Proverbs and idioms that name a place and mean none: `ce n'est pas le Pérou`, `Halep oradaysa arşın burada`."""

import re
from collections.abc import Mapping
from functools import cache

_SAYINGS: Mapping[str, tuple[str, ...]] = {
    "de": (
        r"alle Wege führen nach Rom",
        r"Rom (?:ist|wurde) (?:auch )?nicht an einem Tage? (?:ge|er)baut",
        r"auf Kiel (?:gelegt|zu legen|legen|legten?|liegt|lag)",
        r"Eulen nach Athen",
        r"wie Gott in Frankreich",
        r"Zustände wie im alten Rom",
        r"Holland in Not",
        r"(?:ist|war|sei|wäre) Polen offen",
        r"Paris (?:ist|sei) eine Messe wert",
        r"noch ist Polen nicht verloren",
        r"Neapel sehen und sterben",
    ),
    "fr": (
        r"(?:pas|plus|point) (?:encore |vraiment )?le Pérou",
        r"tous les chemins mènent à Rome",
        r"Paris vaut (?:bien )?une messe",
        r"(?:Rome|Paris) ne s'est pas (?:faite?|construite?|bâtie?) en un jour",
        r"mett(?:re|rait) Paris (?:en|dans une) bouteille",
        r"châteaux? en Espagne",
        r"tonnerre de Brest",
        r"voir Naples et mourir",
        r"coup de Trafalgar",
    ),
    "es": (
        r"val(?:e|er|ía|en|drá) (?:todo )?un (?:Perú|Potosí)",
        r"todos los caminos (?:llevan|conducen) a Roma",
        r"Roma no se (?:hizo|construyó) en un día",
        r"quien tiene (?:boca|lengua) (?:va|llega) a Roma",
        r"remover Roma con Santiago",
        r"revolver Roma con Santiago",
        r"una pica en Flandes",
        r"París bien vale una misa",
        r"quien (?:se )?fue a Sevilla",
        r"Zamora no se (?:ganó|tomó) en una hora",
        r"entre Pinto y Valdemoro",
        r"ancha es Castilla",
    ),
    "it": (
        r"tutte le strade portano a Roma",
        r"Roma non (?:fu|è stata) (?:fatta|costruita) in un giorno",
        r"Parigi val(?:e)? bene una messa",
        r"vedi Napoli e poi muori",
        r"promett\w+ Roma e toma",
    ),
    "pl": (
        r"nie (?:od razu|w jeden dzień|w ciągu jednego dnia) (?:Kraków|Rzym) zbudowano",
        r"wszystkie drogi prowadzą do Rzymu",
        r"Paryż wart(?: jest)? mszy",
        r"zobaczyć Neapol i umrzeć",
        r"w Rzymie i papieża nie widzieć",
    ),
    "ru": (
        r"язык до Киева дов[её]д[её]т",
        r"Москва не (?:сразу|вдруг) строилась",
        r"не сразу Москва строилась",
        r"Рим не сразу строился",
        r"Москва слезам не верит",
        r"в Тулу со своим самоваром",
        r"Париж стоит (?:мессы|обедни)",
        r"все дороги ведут в Рим",
        r"увидеть (?:Париж|Неаполь) и умереть",
        r"откры(?:ть|ли|л|вать|вают|вает) Америку",
        r"в огороде бузина, а в Киеве дядька",
    ),
    "uk": (
        r"язик до Києва (?:доведе|заведе)",
        r"не (?:відразу|одразу|зразу) (?:Київ|Краків|Рим|Москва) (?:збуд\w+|будув\w+)",
        r"[ув]сі дороги ведуть до Рим[уа]",
        r"Париж вартий меси",
        r"на городі бузина, а в Києві дядько",
        r"Москва сльозам не вірить",
        r"побачити (?:Париж|Неаполь) і померти",
        r"відкри(?:ти|ли|вати|вають|ває) Америку",
    ),
    "tr": (
        r"Halep ora(?:da ise|daysa),? arşın burada",
        r"yanlış hesap Bağdat'?tan döner",
        r"ana gibi yar,? Bağdat gibi diyar",
        r"(?:bütün|tüm) yollar Roma'?ya (?:çıkar|gider)",
        r"Roma bir günde (?:kurulmadı|inşa edilmedi)",
        r"sora sora Bağdat bulunur",
        r"Mısır'?daki sağır sultan",
        r"Hanya'?yı Konya'?yı",
        r"atı alan Üsküdar'?ı geçti",
        r"Basra harap ol\w+",
        r"Basra'?nın harap",
    ),
    "az": (
        r"yanlış hesab Bağdad(?:dan|a)? qayıd\w+",
        r"sora-sora Bağdad\w*",
        r"bütün yollar Romaya aparır",
        r"Roma bir gündə tikilməyib",
        r"Çin (?:çıx|ol(?:du|ub|an|acaq|maq|sun|ar))\w*",
    ),
    "he": (
        r"כל הדרכים מובילות לרומא",
        r"רומא לא נבנתה ביום אחד",
    ),
    "ar": (
        r"كل الطرق تؤدي إلى روما",
        r"روما لم تبن في يوم",
        r"بعد خراب البصرة",
    ),
    "hy": (
        r"բոլոր ճանապարհները տանում են Հռոմ",
        r"Հռոմը մեկ օրում չի կառուցվել",
    ),
    "ka": (
        r"ყველა გზა რომში მიდის",
        r"რომი ერთ დღეში არ აშენებულა",
    ),
}
"""Patterns, whatever the case of their letters; `Çin çıxmaq` is to come true."""
_WIDEST = 60
"""How far before a name a saying with it may begin, in characters."""


_KEY = 3
_WITHOUT_CAPITALS = ("he", "ar", "ka")


def is_in_a_saying(plain: str, start: int, end: int, language: str) -> bool:
    """Tell whether a name is within a proverb or an idiom of its language."""
    pattern = _pattern(language)
    if pattern is None or plain[start : start + _KEY].lower() not in _beginnings(language):
        return False
    found = pattern.finditer(plain, max(0, start - _WIDEST), end + _WIDEST)
    return any(saying.start() <= start and end <= saying.end() for saying in found)


@cache
def _beginnings(language: str) -> frozenset[str]:
    """Return how the names in the sayings begin, so that few others are looked for around a name."""
    words = re.findall(r"[^\W\d_]{2,}", " ".join(_SAYINGS[language]))
    return frozenset(word[:_KEY].lower() for word in words if language in _WITHOUT_CAPITALS or word[0].isupper())


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    sayings = _SAYINGS.get(language)
    return None if sayings is None else re.compile(rf"(?<!\w)(?:{'|'.join(sayings)})", re.IGNORECASE)
