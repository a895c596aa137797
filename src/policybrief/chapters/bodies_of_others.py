"""Bodies, parties and laws that many states have, where the text means that of another state.

An entry's relations to a state, or a state in one of its names, say to which state it belongs; otherwise it belongs to
the state whose language the name is in.
"""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.agreement import is_in_the_genitive
from ..inflection.states import OWN, is_a_state, is_another_capital, is_of_a_nation
from ..model.glossary import Entry, Kind, RelationType
from .name_in_context import NameInContext
from .patterns import by_language

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
          r"code|loi|police|parti|congrès|haute autorité|défenseur|médiateur|trésor|caisses?|croix-rouge|diète|chambre|"
          r"républicains|démocrates|socialistes|verts)",
    "es": r"\b(?:tribunal|corte|consejo|senado|parlamento|congreso|asamblea|ministerio|gobierno|fiscalía|comisión|"
          r"banco|"
          r"constitución|código|ley|policía|partido|defensor|contraloría|cámara)",
    "it": r"\b(?:corte|consiglio|senato|parlamento|camera|assemblea|ministero|governo|procura|commissione|banca|"
          r"costituzione|codice|legge|polizia|partito|tribunale|consulta|lega)",
    "de": r"\b(?:\w*(?:gericht|gerichtshof|rat|tag|versammlung|ministerium|regierung|bank|gesetz|gesetzbuch|verfassung|"
          r"ordnung|partei|senat|parlament|hof|amt|polizei|kommission|linken?|grünen?|kreuz|wähler)(?:e?s)?)\b",
    "hy": r"(?:դատարան|ժողով|խորհրդարան|նախարարությ|կառավարությ|դատախազությ|հանձնաժողով|կոմիտե|բանկ|սահմանադրությ|"
          r"օրենսգ|օրենք|ծառայությ|ոստիկանությ|կուսակցությ|պալատ|սենատ)",
    "ka": r"(?:სასამართლო|პარლამენტ|სენატ|სამინისტრო|მთავრობ|პროკურატურ|კომისი|კომიტეტ|ბანკ|კონსტიტუცი|კოდექს|კანონ|"
          r"სამსახურ|პოლიცი|პარტი|კრებ|პალატ)",
    "he": r"(?:בית (?:ה?משפט|ה?דין)|כנסת|פרלמנט|סנאט|משרד|ממשלה|פרקליטות|ועדה|ועדת|בנק ה?מרכזי|חוקה|חוק|שירות|"
          r"משטרת|מפלגת|"
          r"מבקר|רשות|עבודה)",
    "ar": r"(?:محكمة|مجلس|برلمان|وزارة|حكومة|نيابة|لجنة|هيئة|بنك|مصرف|دستور|قانون|شرطة|حزب|حركة|ديوان|جبهة|اتحاد|"
          r"جماعة|وفد|نهضة)",
    "az": r"(?:nazirli[ky]|nazirlər|məhkəmə|prokurorlu[qğ]|palata|komitə|agentli[ky]|xidmət|məclis|parlament|komissiya|"
          r"kabinet|administrasiya|konstitusiya|məcəllə|qanun|mərkəzi bank|milli bank|senat|konqres)",
    "tr": r"(?:bakanl|mahkeme|sayıştay|danıştay|yargıtay|kurum|kurul|meclis|başkanl|savcıl|müdürlü|komisyon|ajans|"
          r"anayasa|kanun|yasas|bank|senat|kongre)",
}  # fmt: skip
"""What the name of a body or a law that many states have contains, in lower case."""
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
    "az": r"avropa|beynəlxalq|dünya|bi?rləşmiş|asiya|afrika|islam|amerika|avrasiya|ərəb",
    "tr": r"avrupa|uluslararası|dünya|birleşmiş|asya|afrika|islam|amerika|avrasya|arap",
}  # fmt: skip
"""What shows that it does not belong to a single state, or to which state it belongs."""
_OF_BEFORE_A_STATE: Mapping[str, str] = {
    "fr": r" (?:du |de la |de l'|des |de |d'|en |au |aux )", "es": r" (?:de la |de los |del |de |en )",
    "it": r" (?:della |dello |dell'|degli |del |dei |di |d'|in )",
    "de": r" (?:der |des |den |von |in der |in den |in |im )?",
    "he": r" (?:של |ב)", "ar": r" (?:في |ب)",
}  # fmt: skip
_IN_BEFORE_A_TOWN: Mapping[str, str] = {
    "fr": r" (?:de |d'|à )", "es": " (?:de |en )", "it": r" (?:di |d'|a |ad )", "de": " in ", "pl": " we? ",
    "ru": " во? ", "uk": " [ув] ",
}  # fmt: skip
_FEDERAL = ("Wien", "Bern")
"""Capitals of states whose bodies have names with *Bundes-* as in Germany."""
_WORD = r"([^\W\d_][\w'-]*(?: [A-ZÀ-ÝА-ЯЁІЇЄҐŁŚŻ][\w'-]+)?)"
_OPENS_IN: Mapping[str, str] = {
    "fr": r"(?:À|A|En) ", "es": "En ", "it": r"(?:A|Ad|In) ", "pl": r"(?:W|We) ", "ru": r"(?:В|Во) ",
    "uk": r"(?:У|В) ", "de": "In ",
}  # fmt: skip
_opening = by_language(_OPENS_IN, rf"\s*[\"(]?%s{_WORD}")
_in_a_town = by_language(_IN_BEFORE_A_TOWN, f"%s{_WORD}")
_state_after = by_language(_OF_BEFORE_A_STATE, f"%s{_WORD}")
_ANY_STATE_AFTER = re.compile(f" {_WORD}")
_GONE = re.compile(r" (?:СССР|РСФСР|УССР|БССР|ГДР|КНР|СРСР|УРСР|РРФСР|НДР|ZSRR|NRD|URSS|RDA|DDR|SSRİ|SSCB)\b")
"""Acronyms of former states, after an acronym."""
_WITH_GENITIVES_BEFORE = ("hy", "ka", "de", "az", "tr")
_ADJECTIVES_BEFORE = ("ru", "uk", "pl", "ka", "hy", "de", "az", "tr")
_WORDS_BEFORE = re.compile(r"(?:(?:^|[^\w'-])([^\W\d_][\w'-]*) )?([^\W\d_][\w'-]*) $")
_ADJECTIVE_AFTER: Mapping[str, str] = {
    **dict.fromkeys(("fr", "es", "it"), r" ([a-zà-ÿ-]+)"),
    "he": r" ה([^\W\d_']+(?:'[^\W\d_]+)?)", "ar": r" ال([^\W\d_]+)",
}  # fmt: skip
_adjective_after = by_language(_ADJECTIVE_AFTER)
_GENITIVE_ENDINGS: Mapping[str, tuple[str, ...]] = {"hy": ("ի", "ու", "ան", "ության"), "ka": ("ის",), "de": ("s", "'")}
_NO_GENITIVES_IN_POLISH = ("ie", "ę", "ą", "om", "em", "owi", "ami", "ach")
_LONGEST = 30
"""The length of a state's name in two words with its preposition."""
_BELONGING = (RelationType.PART_OF, RelationType.LOCATED_IN, RelationType.OWNED_BY)
_SHORTEST = 3
"""The fewest letters of the beginning of a state's name."""


def homes_of(entry: Entry, language: str, by_id: Mapping[str, Entry]) -> tuple[str, ...] | None:
    """Return the beginnings, in lower case, of the words for the state to which a body or a law of many states belongs.

    Empty if nothing in the glossary says which state that is; None for other entries.
    """
    if entry.kind not in _KINDS or language not in _OF_MANY_STATES:
        return None
    names = [alias.form for alias in entry.names if alias.language.partition("-")[0] == language]
    if not any(is_of_many_states(name, language) for name in names):
        return None
    if any(_is_international(name, language) for name in names):
        return None
    words = [word for name in names for word in name.split() if word[0].isupper() and is_a_state(word, language)]
    for relation in entry.relations if not words else ():
        state = by_id.get(relation.to)
        if relation.type in _BELONGING and state is not None and state.kind is Kind.STATE:
            words += (alias.form for alias in state.names if alias.language.partition("-")[0] == language)
    return tuple(word.lower()[: max(_SHORTEST, len(word) - 2)] for word in words)


@cache
def is_of_many_states(name: str, language: str) -> bool:
    """Tell whether a name has a word for a kind of body: `Europäischer Gerichtshof`."""
    return re.search(_OF_MANY_STATES[language], name.lower()) is not None


@cache
def _is_international(name: str, language: str) -> bool:
    return re.search(_INTERNATIONAL[language], name.lower()) is not None


def is_of_another_state(spot: NameInContext) -> bool:
    """Tell whether the text gives a body or a law to another state: `Mołdawski Trybunał Konstytucyjny`."""
    if spot.homes is None:
        return spot.name.isupper() and (spot.is_before(_GONE) or _is_in_a_town_after(spot))
    return (
        _has_a_state_after(spot)
        or _has_a_state_before(spot)
        or _is_in_another_capital(spot)
        or (spot.name.isupper() and spot.is_before(_GONE))
    )


def _is_foreign(word: str, spot: NameInContext) -> bool:
    """Tell whether a word for a state or a nation is not the one to which the body belongs."""
    small = word.lower()
    return not small.startswith(spot.homes or OWN.get(spot.language, ("-",)))


def _has_a_state_after(spot: NameInContext) -> bool:
    """Tell whether a name is followed by a state, in the genitive or with a preposition, or by a nation's adjective."""
    if spot.plain[spot.end : spot.end + 1] != " ":
        return False
    pattern = _state_after(spot.language) or _ANY_STATE_AFTER
    after = pattern.match(spot.plain, spot.end, spot.end + _LONGEST)
    if after is not None and _is_a_state_here(after[1], spot):
        return True
    if _is_in_a_town_after(spot):
        return True
    adjective = _adjective_after(spot.language)
    word = adjective.match(spot.plain, spot.end) if adjective is not None else None
    return word is not None and _is_an_adjective_of_others(word[1], spot)


def _is_an_adjective_of_others(word: str, spot: NameInContext) -> bool:
    """Tell whether a word is the adjective of another nation or of several: `arménienne`, `européenne`."""
    several = re.match(_INTERNATIONAL[spot.language], word.lower()) is not None
    return (several or is_of_a_nation(word, spot.language)) and _is_foreign(word, spot)


def _is_in_a_town_after(spot: NameInContext) -> bool:
    """Tell whether the text puts a body in the capital of another state: `Das Verteidigungsministerium in Ankara`."""
    town = _in_a_town(spot.language)
    there = town.match(spot.plain, spot.end, spot.end + _LONGEST) if town is not None else None
    return there is not None and _is_capital_of_others(there[1], spot)


def _is_a_state_here(words: str, spot: NameInContext) -> bool:
    """Tell whether one or two words after a name are a state, in the genitive if there is no preposition."""
    first = words.partition(" ")[0]
    if spot.language in ("az", "tr"):
        return False
    if spot.language in ("ru", "uk"):
        genitive = words.isupper() or is_in_the_genitive(first, spot.language)
    elif spot.language == "pl":
        genitive = words.isupper() or not first.endswith(_NO_GENITIVES_IN_POLISH)
    else:
        # `Polens`, but not in `hat der Bundestag Polen gelobt`.
        genitive = spot.language != "de" or not spot.plain[spot.end + 1].isupper() or first.endswith("s")
    return genitive and any(is_a_state(each, spot.language) and _is_foreign(each, spot) for each in (words, first))


def _has_a_state_before(spot: NameInContext) -> bool:
    """Tell whether a nation's adjective, or a state in the genitive, is before a name."""
    words = _WORDS_BEFORE.search(spot.before) if spot.before[-1:] == " " else None
    if words is None:
        return False
    language = spot.language
    near = words[2]
    if language in _ADJECTIVES_BEFORE and _is_an_adjective_of_others(near, spot):
        return True
    if language not in _WITH_GENITIVES_BEFORE:
        return False
    endings = _GENITIVE_ENDINGS.get(language)
    # One word may be between them: `Almanya Federal Anayasa Mahkemesi`.
    between = language != "de" and (near[0].isupper() or endings is not None)
    for word in (near, words[1]) if between and words[1] else (near,):
        capital = word[0].isupper() or language in ("hy", "ka")
        if capital and (endings is None or word.endswith(endings)) and is_a_state(word, language):
            return _is_foreign(word, spot)
    return False


def _is_in_another_capital(spot: NameInContext) -> bool:
    """Tell whether the sentence opens in the capital of another state: `À Lisbonne, le Parti socialiste`."""
    opening = _opening(spot.language)
    if opening is None:
        return False
    begin = max(spot.plain.rfind(stop, 0, spot.start) for stop in (". ", "! ", "? ", "\n", "… "))
    opens = opening.match(spot.plain, 0 if begin < 0 else begin + 1, spot.start)
    return opens is not None and _is_capital_of_others(opens[1], spot)


def _is_capital_of_others(words: str, spot: NameInContext) -> bool:
    first = words.partition(" ")[0]
    if spot.language == "de" and spot.name.startswith("Bundes") and first not in _FEDERAL:
        return False
    return is_another_capital(words, spot.language) or is_another_capital(first, spot.language)
