"""Acronyms that the text explains as something else, and treaties that it dates in another year."""

import re
from collections.abc import Mapping

from ..model.glossary import Kind
from .name_in_context import NameInContext

_MOST_WORDS = 8
"""Of an explanation before an acronym in brackets."""
_DATED = re.compile(
    r",? (?:von |vom |aus dem Jahr |de |du |del |dell'|del año |z |з |от |від )?(?:\d{1,2}\.? [^\W\d_]+ "
    r")?((?:1[5-9]|20)\d\d)(?!\d)"
)
_TREATIES = (Kind.TREATY, Kind.DOCUMENT)
_OF_A_TOWN = re.compile(
    r"(?:^|[ '])(?:Paris|Pariz|Paryż|parysk|Париж|Паризьк|Римськ|Гаазьк|Genf|Genèv|Ginebr|Ginevr|Genew|genews|"
    r"Женев|London|Londr|Londyn|"
    r"londyń|"
    r"Лондон|Wiener|Vienn|Viena|Wied|wied|Венск|Віден|Brüss|Bruxell|Brusel|Bruksel|bruksel|Брюссел|Berlin|berliń|Берлин|Берлін|"
    r"Römisch|Rome$|Roma|Rzym|rzyms|Римск|Minsk|Mińsk|mińsk|Минск|Мінськ|Mosk|Moscou|Moscú|Mosca|moskiew|Москов|Washington|"
    r"Waszyng|waszyng|Вашингтон|Vaşinqton|Haager|Haye|Haya|Aja$|hask|Гааг|Lahey|Madrid|madryc|Мадрид|Warsch|Varsov|Warsz|warsz|Варшав|"
    r"Varşova|Prag|Praga|prask|Праж|Празьк|Kair|Caire|Каир|Каїр|Doha|Доха|Versail|Wersal|wersal|Версал|Versay|Lausann|Losan|"
    r"Лозан|Lozan|Cenevre|Cenevrə|Viyana|Vyana|Brüksel|Brüssel|Moskova|Moskva|Roma )"
)
"""Where several treaties were signed that are called by the town: `Pariser Abkommen`."""
_STATUTE = re.compile(r"[Ss]tatut|[Ss]tatü|[Ee]statuto|[Ss]tatuto|[Сс]татут")
"""That of Rome is one."""
_DATED_BEFORE = re.compile(r"(?:^|[^\w])((?:1[5-9]|20)\d\d)(?: tarihli|-c[ıiuü] il(?: tarixli)?| yılı)? $")
"""A year before a Turkish or Azerbaijani name: `1973 tarihli`."""
_IN_BEFORE: Mapping[str, str] = {
    "ru": "[Вв]о?", "uk": "[УуВв]", "pl": "[Ww]e?", "fr": "[Àà]", "es": "[Ee]n", "it": "[Aa]d?", "de": "[Ii]n",
}  # fmt: skip
_IN_AFTER = re.compile(r"'[dt][ae](?:ki\w*|yd[ıi]\w*)?\b")
_IN_TURKIC = re.compile(r"\w{3}d[aə](?:k[ıi]\w*)?$")


def is_explained_as_another(spot: NameInContext) -> bool:
    """Tell whether an acronym or a treaty is another than that of the glossary by what the text says of it."""
    if spot.kind in _TREATIES:
        return _is_of_another_year(spot) or _is_the_town(spot)
    return _is_another_acronym(spot)


def _is_another_acronym(spot: NameInContext) -> bool:
    """Tell whether what is before an acronym in brackets is none of its names: `Stadtwerke Pforzheim (SWP)`.

    The words begin as the acronym does and have a word for its last letter. An entry without another name says nothing.
    """
    name = spot.name
    if not name.isupper() or len(name) < 2 or spot.before[-1:] != "(" or not spot.longer:
        return False
    words = spot.before[:-1].split()[-_MOST_WORDS:]
    for first, word in enumerate(words):
        phrase = words[first:]
        if spot.known(" ".join(phrase)):
            return False
        if word[:1].upper() == name[0] and word[:1].isupper() and any(each[:1].upper() == name[-1] for each in phrase):
            return True
    return False


def _is_the_town(spot: NameInContext) -> bool:
    """Tell whether what a treaty is called by is the town, since something is in it: `Lozan'daki duruşma`."""
    if " " in spot.name or spot.name.isupper() or not spot.name[0].isupper():
        return False
    if spot.language in ("az", "tr"):
        return spot.is_before(_IN_AFTER) or (_IN_TURKIC.search(spot.name) is not None and spot.plain[spot.end] != "'")
    preposition = _IN_BEFORE.get(spot.language)
    return preposition is not None and re.search(rf"(?<![\w-])(?:{preposition}) $", spot.before) is not None


def _is_of_another_year(spot: NameInContext) -> bool:
    """Tell whether a treaty has another year than its entry, or, where that has none, is one of several of a town."""
    turkic = spot.language in ("az", "tr")
    dated = _DATED_BEFORE.search(spot.before) if turkic else _DATED.match(spot.plain, spot.end)
    if dated is None:
        return False
    if spot.years is None:
        several = " " in spot.name and _STATUTE.search(spot.name) is None
        return several and _OF_A_TOWN.search(spot.name) is not None
    first, last = spot.years
    return not first <= int(dated[1]) <= last
