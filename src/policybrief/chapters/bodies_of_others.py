"""Bodies, parties and laws that many states have, where the text says that another state's is meant."""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.agreement import is_in_the_genitive
from ..inflection.states import is_another_capital, is_another_state, of_another_nation
from ..model.glossary import Kind
from .name_in_context import NameInContext

_KINDS = (Kind.ORGANISATION, Kind.GROUP, Kind.DOCUMENT)
_OF_MANY_STATES: Mapping[str, str] = {
    "ru": r"\b(?:суд|палат|парламент|сенат|министерств|правительств|прокуратур|комисси|комитет|банк\b|конституци|"
          r"кодекс|"
          r"закон|служб|полици|собрани|парти|конгресс|дум[аыуе]|совет министров|администраци|кабинет)",
    "uk": r"\b(?:суд|палат|парламент|сенат|міністерств|уряд|прокуратур|комісі|комітет|банк\b|конституці|кодекс|закон|"
          r"служб|поліці|збор|парті|конгрес|дум[аиуі]|рад[аиуі]\b|кабінет)",
    "pl": r"\b(?:sąd|trybunał|izb[ay]|parlament|senat|sejm|ministerstw|rząd|prokuratur|komisj|bank\b|konstytucj|kodeks|"
          r"ustaw|służb|straż|policj|zgromadzeni|parti|lewic|prawic|kongres|rad[ay]\b|konfederacj|platform)",
    "fr": r"\b(?:cour|conseil|sénat|parlement|assemblée|ministère|gouvernement|parquet|commission|banque|constitution|"
          r"code|loi|police|parti|congrès|haute autorité|défenseur|médiateur|trésor)",
    "es": r"\b(?:tribunal|corte|consejo|senado|parlamento|congreso|asamblea|ministerio|gobierno|fiscalía|comisión|"
          r"banco|"
          r"constitución|código|ley|policía|partido|defensor|contraloría|cámara)",
    "it": r"\b(?:corte|consiglio|senato|parlamento|camera|assemblea|ministero|governo|procura|commissione|banca|"
          r"costituzione|codice|legge|polizia|partito|tribunale|consulta)",
    "de": r"\b(?:\w*(?:gericht|gerichtshof|rat|tag|versammlung|ministerium|regierung|bank|gesetz|gesetzbuch|verfassung|"
          r"ordnung|partei|senat|parlament|hof|amt|polizei|kommission)(?:e?s)?)\b",
    "hy": r"(?:դատարան|ժողով|խորհրդարան|նախարարությ|կառավարությ|դատախազությ|հանձնաժողով|կոմիտե|բանկ|սահմանադրությ|"
          r"օրենսգ|օրենք|ծառայությ|ոստիկանությ|կուսակցությ|պալատ|սենատ)",
    "ka": r"(?:სასამართლო|პარლამენტ|სენატ|სამინისტრო|მთავრობ|პროკურატურ|კომისი|კომიტეტ|ბანკ|კონსტიტუცი|კოდექს|კანონ|"
          r"სამსახურ|პოლიცი|პარტი|კრებ|პალატ)",
    "he": r"(?:בית (?:ה?משפט|ה?דין)|כנסת|פרלמנט|סנאט|משרד|ממשלה|פרקליטות|ועדה|ועדת|בנק ה?מרכזי|חוקה|חוק|שירות|"
          r"משטרת|מפלגת|"
          r"מבקר|רשות|עבודה)",
    "ar": r"(?:محكمة|مجلس|برلمان|وزارة|حكومة|نيابة|لجنة|هيئة|بنك|مصرف|دستور|قانون|شرطة|حزب|حركة|ديوان|جبهة|اتحاد|"
          r"جماعة|وفد|نهضة)",
}  # fmt: skip
"""What is in the name of a body or a law that many states have, in small letters."""
_INTERNATIONAL: Mapping[str, str] = {
    "ru": r"международн|европейск|евразийск|всемирн|объединённых|африканск|азиатск|арабск|ислам|оон\b|российск",
    "uk": r"міжнародн|європейськ|євразійськ|всесвітн|об.єднаних|африканськ|азійськ|арабськ|оон\b|україн",
    "pl": r"międzynarodow|europejsk|światow|narodów|afrykańsk|arabsk|polsk",
    "fr": r"international|européen|mondial|nations unies|africain|français|pénal",
    "es": r"internacional|europe|mundial|naciones unidas|african|español|penal|andin|americana",
    "it": r"internazional|europe|mondial|nazioni unite|african|italian|penale",
    "de": r"international|europäisch|vereint|afrikanisch|deutsch|welt",
    "hy": r"միջազգային|եվրոպական|միավորված|համաշխարհային|հայաստան", "ka": r"საერთაშორისო|ევროპ|გაერთიანებულ|"
    r"მსოფლიო|საქართველო",
    "he": r"בינלאומי|אירופ|מאוחד|עולמי", "ar": r"دولي|أوروبي|عالمي|المتحدة|عربي",
}  # fmt: skip
"""What says that no state has it for itself, or whose it is."""
_OF_BEFORE_A_STATE: Mapping[str, str] = {
    "fr": r" (?:du |de la |de l'|des |de |d'|en |au |aux )", "es": r" (?:de la |de los |del |de |en )",
    "it": r" (?:della |dello |dell'|degli |del |dei |di |d'|in )", "de": r" (?:der |des |von |in der |in |im )?",
    "he": r" (?:של |ב)", "ar": r" (?:في |ب)",
}  # fmt: skip
_FEDERAL = ("Wien", "Bern")
"""Where bodies are called *Bundes-* as they are in Germany."""
_WORD = r"([^\W\d_][\w'-]*(?: [A-ZÀ-ÝА-ЯЁІЇЄҐŁŚŻ][\w'-]+)?)"
_OPENS_IN: Mapping[str, str] = {
    "fr": r"(?:À|A|En) ", "es": "En ", "it": r"(?:A|Ad|In) ", "pl": r"(?:W|We) ", "ru": r"(?:В|Во) ",
    "uk": r"(?:У|В) ", "de": "In ",
}  # fmt: skip
_GONE = re.compile(r" (?:СССР|РСФСР|УССР|БССР|ГДР|КНР|СРСР|УРСР|РРФСР|НДР|ZSRR|NRD|URSS|RDA|DDR|SSRİ|SSCB)\b")
"""States of the past that are written as acronyms, after an acronym."""
_GENITIVE_BEFORE: Mapping[str, str] = {
    "hy": r"(?:^|[^\w-])([\w-]+(?:ի|ու|ան|ության)) (?:[\w-]+ )?$", "ka": r"(?:^|[^\w-])([\w-]+ის) (?:[\w-]+ )?$",
    "de": r"(?:^|[^\w-])([A-ZÄÖÜ][\w-]+(?:s|'|’)) $",
}  # fmt: skip
_OF_A_TOWN_AFTER = re.compile(rf" (?:de |d'|di ){_WORD}")
_NO_GENITIVES_IN_POLISH = ("ie", "ę", "ą", "om", "em", "owi", "ami", "ach")
_ADJECTIVE_BEFORE = re.compile(r"(?:^|[^\w-])([^\W\d_]+) $")
_LONGEST = 30
"""Of a name of a state in two words with its preposition."""


def is_of_another_state(spot: NameInContext) -> bool:
    """Tell whether a body or a law is said to be another state's: `Mołdawski Trybunał Konstytucyjny`."""
    if spot.kind not in _KINDS or spot.language not in _OF_MANY_STATES:
        return False
    if spot.name.isupper():
        return spot.is_before(_GONE) or _is_of_another_town(spot)
    if not _is_of_many_states(spot.name, spot.language):
        return False
    return _has_a_state_after(spot) or _has_a_state_before(spot) or _is_in_another_capital(spot)


def _is_of_another_town(spot: NameInContext) -> bool:
    """Tell whether an acronym is that of a body in a town of another state: `les CDC d'Atlanta`."""
    town = _OF_A_TOWN_AFTER.match(spot.plain, spot.end) if spot.language in ("fr", "es", "it") else None
    names = (town[1], town[1].partition(" ")[0]) if town is not None else ()
    return any(is_another_capital(name, spot.language) for name in names)


@cache
def _is_of_many_states(name: str, language: str) -> bool:
    small = name.lower()
    return (
        re.search(_OF_MANY_STATES[language], small) is not None and re.search(_INTERNATIONAL[language], small) is None
    )


def _has_a_state_after(spot: NameInContext) -> bool:
    """Tell whether a state is after a name, in the genitive or with a preposition, or the adjective of a nation."""
    if spot.plain[spot.end : spot.end + 1] != " ":
        return False
    after = _after(spot.language).match(spot.plain, spot.end, spot.end + _LONGEST)
    if after is not None and _is_a_state_here(after[1], spot):
        return True
    nation = of_another_nation(spot.language) if spot.language in ("he", "ar") else None
    word = _nation_after().match(spot.plain, spot.end) if nation is not None else None
    return nation is not None and word is not None and nation.fullmatch(word[1]) is not None


def _is_a_state_here(words: str, spot: NameInContext) -> bool:
    """Tell whether a word, or two, after a name is a state; where there is no preposition, one in the genitive."""
    first = words.partition(" ")[0]
    if spot.language in ("ru", "uk"):
        genitive = words.isupper() or is_in_the_genitive(first, spot.language)
    elif spot.language == "pl":
        genitive = words.isupper() or not first.endswith(_NO_GENITIVES_IN_POLISH)
    else:
        genitive = True
    if spot.language == "de" and spot.plain[spot.end + 1].isupper():
        # `Polens`, but not in `hat der Bundestag Polen gelobt`.
        genitive, first = first.endswith("s"), first.removesuffix("s")
        words = first
    return genitive and (is_another_state(words, spot.language) or is_another_state(first, spot.language))


def _has_a_state_before(spot: NameInContext) -> bool:
    """Tell whether the adjective of a nation, or the genitive of a state, is before a name."""
    genitive = _genitive_before(spot.language)
    before = genitive.search(spot.before) if genitive is not None else None
    if before is not None:
        word = before[1].rstrip("'’")
        bare = word.removesuffix("s") if spot.language == "de" else word
        if is_another_state(bare, spot.language) or is_another_state(word, spot.language):
            return True
    nation = of_another_nation(spot.language) if spot.language in ("ru", "uk", "pl", "ka", "hy") else None
    adjective = _ADJECTIVE_BEFORE.search(spot.before) if nation is not None else None
    return nation is not None and adjective is not None and nation.fullmatch(adjective[1]) is not None


def _is_in_another_capital(spot: NameInContext) -> bool:
    """Tell whether the sentence opens in the capital of another state: `À Lisbonne, le Parti socialiste`."""
    opening = _opening(spot.language)
    if opening is None:
        return False
    begin = max(spot.plain.rfind(stop, 0, spot.start) for stop in (". ", "! ", "? ", "\n", "… "))
    opens = opening.match(spot.plain, 0 if begin < 0 else begin + 1, spot.start)
    if opens is None:
        return False
    first = opens[1].partition(" ")[0]
    if spot.language == "de" and spot.name.startswith("Bundes") and first not in _FEDERAL:
        return False
    return is_another_capital(opens[1], spot.language) or is_another_capital(first, spot.language)


@cache
def _opening(language: str) -> re.Pattern[str] | None:
    pattern = _OPENS_IN.get(language)
    return None if pattern is None else re.compile(rf"\s*[\"(]?{pattern}{_WORD}")


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile((_OF_BEFORE_A_STATE.get(language) or " ") + _WORD)


@cache
def _nation_after() -> re.Pattern[str]:
    return re.compile(" (?:ה|ال)([^\\W\\d_']+(?:'[^\\W\\d_]+)?)")


@cache
def _genitive_before(language: str) -> re.Pattern[str] | None:
    pattern = _GENITIVE_BEFORE.get(language)
    return None if pattern is None else re.compile(pattern)
