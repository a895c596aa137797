"""Endings of Russian and Ukrainian names that no dictionary knows: foreign towns, surnames, given names."""

from collections.abc import Mapping

CASES = ("gent", "datv", "accs", "ablt", "loct")
Cases = tuple[tuple[str, ...], ...]
"""The forms of a word in each of `CASES`, which may be several."""

_VOWELS = "аеёиоуыэюяєії"
_HUSHING = "жшчщц"
_BEFORE_I = "гкхжшчщ"

# Endings by case, as in CASES; those of one case parted by a slash.
_RU = {
    "consonant": "а|у|а|ом|е", "hushing": "а|у|а|ем|е", "й": "я|ю|я|ем|е", "ий": "ия|ию|ия|ием|ии/ие",
    "а": "ы|е|у|ой/ою|е", "га": "и|е|у|ой/ою|е", "ша": "и|е|у|ей/ой|е", "я": "и|е|ю|ей/ею|е",
    "ия": "ии|ии|ию|ией|ии", "ья": "ьи|ье|ью|ьей|ье", "ь": "я|ю|я|ем|е", "ь, woman": "и|и|ь|ью|и",
    "ов": "а|у|а|ым/ом|е", "ова": "ой|ой|у|ой/ою|ой", "ский": "ого|ому|ого|им|ом", "ский, ая": "ой|ой|ую|ой/ою|ой",
    "ый": "ого|ому|ого|ым|ом", "ая": "ой|ой|ую|ой/ою|ой", "ово": "а|у|о|ом|е",
    "жий": "его|ему|его|им|ем",
    "ец": "ца/еца|цу/ецу|ца/еца|цом/цем/ецом/ецем|це/еце", "еец": "йца|йцу|йца|йцем|йце",
}  # fmt: skip
_UK = {
    "consonant": "а/у|у/ові|а|ом|і/ові/у", "hushing": "а|у/еві|а|ем|і/еві", "й": "я/ю|ю/єві|я|єм|ї/єві",
    "ий": "ія|ію|ія|ієм|ії", "а": "и|і|у|ою|і", "ша": "і|і|у|ею|і", "я": "і|і|ю|ею|і",
    "ия": "ії|ії|ію|ією|ії", "ья": "і|і|ю|ею|і", "ь": "я|ю/еві|я|ем|і/еві", "ь, woman": "і|і|ь|ю|і",
    "ов": "а|у/ові|а|им|і/ові", "ова": "ої|ій|у|ою|ій", "ский": "ого|ому|ого|им|ому", "ский, ая": "ої|ій|у|ою|ій",
    "ый": "ого|ому|ого|им|ому", "ая": "ої|ій|у|ою|ій", "ово": "а|у|о|ом|і", "ко": "ка|ку/кові|ка|ком|ку/кові",
    "ка": "ки|ці|ку|кою|ці", "га": "ги|зі|гу|гою|зі", "ха": "хи|сі|ху|хою|сі", "на": "ної/ни|ній/ні|ну|ною|ній/ні",
    "ец": "ця|цю/цеві|ця|цем|ці/цеві", "еец": "йця|йцю/йцеві|йця|йцем|йці/йцеві",
}  # fmt: skip
_TABLES = {"ru": _RU, "uk": _UK}
MEN = frozenset(
    """
    абдалла абдулла абу ага акира анура аса асадулла аттила бата бека бидзина бора воя вуча гига гия госта готабая
    гоча дата джошуа драгиша дража жика закария захария зия ивица иса исса иссака каха коба коста кришна лаза лула
    мамука махатма махинда мика мирза мойша муса муртаза мустафа муфтаха насрулла нарендра небойша нематулла неманья
    перица раджа раджендра рахматулла реза рёта сава синиша синъя тэцуя файзулла хабибулла хамза шива шота эзра юкия
    яхья захарія іса мірза тецуя яхʼя яхя
    """.split()
)
"""Given names of men in а and я that the dictionaries do not have, in small letters."""
_UNCHANGED = ("о", "е", "и", "у", "ю", "э", "ы", "і", "є", "їх", "их", "ых")


def declined(word: str, language: str, *, surname: bool = False, woman: bool | None = None) -> Cases:
    """Return the forms of a name in the singular; nothing when it does not change.

    A surname has endings of its own (`Алиевым`, `Алиевой`). A woman's name in a consonant does not change.
    """
    table = _TABLES[language]
    key, stem = _surname(word, language, woman) if surname else ("", word)
    if not key:
        key, stem = _other(word, surname=surname, woman=woman)
    if key == "га" and language == "uk" and stem[-1] in "гкх":
        # `Качці`, `Сибізі`.
        key, stem = f"{stem[-1]}а", stem[:-1]
    if not key or key not in table:
        return ()
    return tuple(tuple(stem + ending for ending in case.split("/")) for case in table[key].split("|"))


def _other(word: str, *, surname: bool, woman: bool | None) -> tuple[str, str]:
    """Return the key of the table and the stem of a name that is no surname of its own declension."""
    last = word[-1:]
    if word.endswith(("ово", "ево", "ёво", "ино", "ыно")) and not surname:
        return "ово", word[:-1]
    if last in ("а", "я") and len(word) > 1:
        return _in_a(word)
    # A woman's name in a consonant does not change, nor does her surname in a soft one.
    if len(word) < 2 or word.endswith(_UNCHANGED) or (woman and (surname or last != "ь")):
        return "", word
    if surname and word.endswith(("ец", "ець")):
        at = word.rindex("е")
        return ("еец", word[:at]) if word[at - 1] in _VOWELS else ("ец", word[:at])
    if surname and word.endswith("єць"):
        return "еец", word[:-3]
    return _in_consonant(word, woman=woman)


def _in_consonant(word: str, *, woman: bool | None) -> tuple[str, str]:
    if word[-1] == "ь":
        return ("ь, woman" if woman else "ь"), word[:-1]
    if word.endswith(("ий", "ій")):
        return "ий", word[:-2]
    if word[-1] == "й":
        return "й", word[:-1]
    return ("hushing" if word[-1] in _HUSHING else "consonant"), word


def _in_a(word: str) -> tuple[str, str]:
    if word.endswith(("ия", "ія")):
        return "ия", word[:-2]
    if word.endswith("ья"):
        return "ья", word[:-2]
    stem = word[:-1]
    if stem[-1] in _VOWELS and word[-1] == "а":
        return "", word
    return ("я" if word[-1] == "я" else "ша" if stem[-1] in _HUSHING else "га" if stem[-1] in _BEFORE_I else "а"), stem


_Endings = Mapping[str, tuple[str, ...]]
_OF_MEN: Mapping[str, _Endings] = {
    "ru": {
        "ов": ("ов", "ев", "ёв", "ин", "ын"),
        "ский": ("кий", "хий", "гий", "ской", "цкой"),
        "ый": ("ой", "ый"),
        "жий": ("жий", "ший", "чий", "щий", "ний"),
    },
    "uk": {"ов": ("ов", "ев", "єв", "їв", "ин", "ін", "їн"), "ый": ("ий",), "ко": ("ко",)},
}
_OF_WOMEN: Mapping[str, _Endings] = {
    "ru": {
        "ова": ("ова", "ева", "ёва", "ина", "ына"),
        "ский, ая": ("ская", "цкая"),
        "ая": ("ная", "лая", "рая", "тая"),
    },
    "uk": {
        "ова": ("ова", "ева", "єва", "їва", "ина", "іна", "їна"),
        "ский, ая": ("ська", "цька", "зька"),
        "на": ("на",),
    },
}
_CUT = {"ова": 1, "ский": 2, "ый": 2, "жий": 2, "ая": 2, "ский, ая": 1, "ко": 2, "на": 2}
"""How many letters of a surname its endings stand for."""


def _surname(word: str, language: str, woman: bool | None) -> tuple[str, str]:
    """Return the key of the table and the stem of a surname of its own declension, or an empty key."""
    for endings, other in ((_OF_WOMEN[language], False), (_OF_MEN[language], True)):
        key = next((key for key, some in endings.items() if word.endswith(some)), "")
        if key == "на" and not woman:
            continue
        if key and woman is other:
            # A man's name in -ина is declined as any other in -а; a woman's in -ов not at all.
            return ("", word) if not other else ("unchanged", word)
        if key:
            return key, word[: len(word) - (2 if word.endswith("ая") else _CUT.get(key, 0))]
    return "", word
