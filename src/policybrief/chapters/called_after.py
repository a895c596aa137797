"""What is called after a person or a place and has the name in its own: ships, streets, clubs, treaties, firms."""

import re
from collections.abc import Mapping
from functools import cache

from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import BEFORE_A_NAME, by_language

_LONGEST = 90
"""How far before a name in quotation marks what is quoted may be told, in characters."""
_PLACES = (Kind.STATE, Kind.PLACE)
_AFTER_ANYTHING: Mapping[str, str] = {
    "fr": """
        porte-avions frégate corvette sous-marin paquebot croiseur destroyer cuirassé patrouilleur cargo
        pétrolier ferry navire voilier chalutier aéroport avenue boulevard quai square impasse
        station lycée collège école stade hôpital clinique fondation hôtel café restaurant cinéma
        ouragan cyclone typhon tempête fusée satellite
    """,
    "de": """
        flugzeugträger fregatte korvette kreuzer zerstörer u-boot unterseeboot schlachtschiff panzerschiff
        linienschiff schulschiff schiff segelschulschiff kreuzfahrtschiff containerschiff forschungsschiff
        frachtschiff rettungsschiff frachter tanker öltanker dampfer fähre jacht yacht schnellboot hotel café
        restaurant gasthof gasthaus kino orkan orkantief sturmtief hurrikan taifun zyklon wirbelsturm
        tropensturm satellit sonde raumsonde
    """,
    "es": """
        portaaviones fragata submarino crucero aeropuerto avenida calle estadio premio fundación hotel huracán
    """,
    "it": """
        portaerei fregata incrociatore aeroporto viale via stadio premio fondazione hotel uragano caffè
    """,
}
"""Before the name of whatever it is, the last word of several, in small letters: `porte-avions Charles de Gaulle`."""
_AFTER_PEOPLE: Mapping[str, str] = {
    "fr": """
        gare métro pont scolaire université institut centre prix amphithéâtre salle parc
        bibliothèque médiathèque théâtre caserne promotion résidence tunnel viaduc barrage musée
        gymnase piscine complexe campus arrêt éditions institut académie galerie laboratoire laboratoires banque groupe
    """,
    "de": """
        bündnis stiftung verlag galerie kanzlei konzern firma bankhaus brauerei institut
        schule gymnasium kaserne hochschule universität klinik klinikum museum haus platz akademie zeche grube
        schacht stadion flughafen modehaus kaufhaus autohaus spedition werft reederei zirkus bank bäckerei
        druckerei
    """,
    "es": """
        plaza estación colegio universidad instituto hospital museo teatro puente editorial
    """,
    "it": """
        piazza stazione scuola università istituto ospedale museo teatro ponte liceo editore
    """,
}
"""Before somebody's name: `station Jaurès`; before that of a place the thing may be there."""
_STREETS: Mapping[str, str] = {
    "fr": r"(?:\b[Jj]ardins?|\b[Pp]alais) du |\b[Pp]orte (?:de |d'|du )|"
          r"(?:\b[Ll]a |\b[Ll]e |\b[Dd]u |\b[Aa]u |\b[Ll]')(?:rue|avenue|boulevard|quai|faubourg|impasse|chaussée) "
          r"(?:de (?:la |l')?|d'|du )",
    "es": r"\b(?:[Ll]a|[Dd]el|[Aa]l|[Ee]l) (?:calle|avenida|paseo) de ", "it": r"\b(?:via|viale|corso) ",
}  # fmt: skip
"""A street is called after a place, but `une rue de Lyon` is in it."""
_ORDERS: Mapping[str, str] = {
    "fr": r"\b(?:[Oo]rdre|[Cc]hevaliers?|[Hh]ospices)(?: (?:souverain|militaire|hospitalier|teutonique))* de ",
    "es": r"\b(?:[Oo]rden|[Cc]aballeros?)(?: (?:soberana|militar|hospitalaria))* de ",
    "it": r"\b(?:[Oo]rdine|[Cc]avalier[ei])(?: (?:sovrano|militare|ospedaliero))* di ",
}  # fmt: skip
"""`l'ordre souverain de Malte`."""
_LAWS_BEFORE: Mapping[str, str] = {
    "fr": r"(?i:lois?|décrets?|réformes?|doctrine|ordonnances?|circulaire|théorème|effet|syndrome) ",
    "es": r"(?i:leyes|ley|decretos?|reforma|doctrina|teorema|efecto|síndrome) ",
    "it": r"(?i:leggi|legge|decret[oi]|riforma|dottrina|lodo|ddl|teorema|effetto|sindrome|comma) ",
    "de": r"[Ll]ex ", "pl": r"[Ll]ex ",
    "ru": r"(?i:закон|пакет|доктрин|теорем|эффект|синдром)[а-яё]* ",
    "uk": r"(?i:закон|доктрин|теорем|ефект|синдром)[а-яіїєґ]* ",
    "he": r"(?:ה|ב|ל)?(?:חוק|דוקטרינת|אפקט|תסמונת) ", "ar": r"[وفبلك]?(?:قانون|عقيدة|مبدأ|متلازمة) ",
}  # fmt: skip
_laws_before = by_language(_LAWS_BEFORE, BEFORE_A_NAME)
_LAWS_AFTER: Mapping[str, str] = {
    "tr": r" (?:yasası|kanunu|doktrini|listesi|teoremi|sendromu|etkisi)(?:n\w*)?\b",
    "az": r" (?:qanunu|doktrinası|siyahısı|teoremi|sindromu|effekti)(?:n\w*)?\b",
    "hy": r" (?:օրենք|դոկտրին|ցուցակ|համախտանիշ)\w*", "ka": r" (?:კანონ|დოქტრინ|სია|სინდრომ)\w*",
}  # fmt: skip
"""Beside somebody's name in that of a law: `la legge Severino`, `закон Яровой`."""
_laws_after = by_language(_LAWS_AFTER)
_TREATIES: Mapping[str, str] = {
    "de": r"\b(?:Vertr[aä]ge?n?(?:e?s)?|Abkommens?|Übereinkommens?|Friedens?|Protokolls?|Konvention|Konventionen|"
          r"Charta|Kongress(?:es)?|Konzils?|Edikts?|Pakte?s?|Vereinbarungen) von ",
    "fr": r"\b(?:[Tt]raités?|[Pp]rotocoles?|[Cc]onventions?|[Aa]ccords|[Cc]harte|[Pp]aix|[Cc]oncile|[Pp]acte|[Éé]dit|"
          r"[Cc]ompromis|[Pp]rocessus) (?:de |d')",
    "es": r"\b(?:[Tt]ratados?|[Pp]rotocolos?|[Cc]onvenios?|[Aa]cuerdos|[Pp]az|[Cc]oncilio|[Pp]acto) de ",
    "it": r"\b(?:[Tt]rattat[oi]|[Pp]rotocoll[oi]|[Cc]onvenzion[ei]|[Aa]ccordi|[Pp]ace|[Cc]oncilio|[Pp]atto) di ",
}  # fmt: skip
_CLUBS = """
    Eintracht Borussia Fortuna Hertha Werder Bayer Holstein Waldhof Jahn Greuther Preußen Turbine
    Viktoria Victoria Wormatia Alemannia Arminia Tasmania Germania Concordia Kickers Sportfreunde
    Türkgücü Admira Blau-Weiß Schwarz-Weiß Rot-Weiß Rot-Weiss Grün-Weiß SV FC FSV VfB VfL VfR TSV
    TSG BFC KSC MSV SpVgg SSV TuS TSC SG HSV Dynamo Lok Lokomotive Chemie Zeiss Hansa Wacker
    Rapid Austria Boys Grasshoppers Real Atlético Athletic Deportivo Espanyol Inter AC AS SSC
    Hellas Olympique Stade Racing Girondins AJ RC OGC LOSC SCO Spartak ZSKA CSKA Zenit Torpedo
    Schachtar Chakhtar Shakhtar Partizan Slavia Sparta Bohemians Slovan
    Legia Lech Wisła Górnik Widzew Steaua Levski Maccabi Hapoel Beitar BATE Ajax Feyenoord FK NK HNK
    HŠK EHC ERC PFK Panathinaikos Olympiakos Aris Galatasaray Ferencváros Honvéd Újpest
"""
"""What clubs have before the name of their town: `Eintracht Frankfurt`."""
_JOINED = tuple("von |du |de |d'|la |l'|via |viale |corso |di ".split("|"))
"""How what is before the name of a place ends in that of a street or a treaty."""
_SQUARE = tuple("la place |de place |une place |La place |de la rue |, rue ".split("|"))
"""Before somebody's name, but `un sondage place Bardella en tête`, `dans la rue Macron a été hué`."""
_CLUB_AFTER = re.compile(r" (?:United|Hotspur|Rovers|Rangers|Albion|Wanderers|FC|SC)\b")
_FIRM_AFTER = re.compile(
    r" (?:& (?:Friends|Partners?|Söhne|Sons|Cie|Co|Company|Associates|Brothers|Töchter|Fils|Figli|Hijos)\b|"
    r"(?:et|und|y|e) (?:Cie|Söhne|Fils|Hijos|Figli|Associés|Partner)\b|"
    r"v[eə] (?:Tərəfdaşları|Ortaqları|Oğulları|Ortakları|Kardeşleri|Qardaşları|Ko)\b|"
    r"(?:Industries|Holding|Group|GmbH|AG|KG|SE|KGaA|OHG|SA|SAS|SARL|SpA|Inc|Ltd|LLC|Corp|Corporation|Pharma|Automotive|"
    r"Logistics|Consulting|Capital|Motors|Airlines|Enterprises|Records|Foundation|Institute|Bank|Stiftung|Verlag)\b)"
)
"""`Scholz & Friends`, `Merts və Tərəfdaşları`, `Koch Industries`."""


_WORKS: Mapping[str, str] = {
    "fr": """
        festival film roman série opéra album chanson exposition pièce documentaire comédie spectacle tableau
    """,
    "de": """
        festival film roman oper serie album song ausstellung theaterstück schauspiel komödie drama gemälde
        orchester
    """,
    "es": """
        festival película novela serie ópera álbum canción exposición documental
    """,
    "it": """
        festival film romanzo serie opera album canzone mostra documentario
    """,
}
"""Before the title of a work, in quotation marks or not: `Musikfestival Prager Frühling`."""


def is_called_after_it(spot: NameInContext) -> bool:
    """Tell whether a name is in that of something called after it: `station Jaurès`, `Festival Prager Frühling`."""
    word = _word_before(spot)
    if spot.kind is not Kind.MEDIA and word and _is_one_of(word, spot.language, _WORKS):
        return True
    if '"' in spot.before and _is_in_a_title(spot):
        return True
    tables = (_AFTER_ANYTHING, _AFTER_PEOPLE) if spot.kind is Kind.PERSON else (_AFTER_ANYTHING,)
    if spot.kind is not Kind.PERSON and spot.kind not in _PLACES:
        return False
    if word and any(_is_one_of(word, spot.language, table) for table in tables):
        return True
    if spot.kind is Kind.PERSON:
        law = spot.is_after(_laws_before(spot.language)) or spot.is_before(_laws_after(spot.language))
        return law or spot.is_before(_FIRM_AFTER) or (spot.language == "fr" and spot.before.endswith(_SQUARE))
    joined = spot.before.endswith(_JOINED) and spot.is_after(_of_streets_and_treaties(spot.language))
    return joined or (spot.kind is Kind.PLACE and _is_a_club(spot, word))


def _word_before(spot: NameInContext) -> str:
    """Return the word before a name and perhaps before the quotation mark that opens it, in small letters.

    In German it is a noun or nothing.
    """
    word = spot.near
    if spot.before[-1:] == '"':
        word = spot.before[:-2].rpartition(" ")[2] if spot.before[-2:-1] == " " else ""
    # `l'aéroport`.
    word = word.rpartition("'")[2]
    return "" if spot.language == "de" and not word[:1].isupper() else word.lower()


def _is_one_of(word: str, language: str, table: Mapping[str, str]) -> bool:
    """Tell whether a word is in a table; in German also a compound with it, and its genitive."""
    words = _words(table.get(language, ""))
    if word in words or language != "de":
        return word in words
    bare = word.removesuffix("s")
    return bare in words or bare.removesuffix("e") in words or (table is _WORKS and bare.endswith(tuple(words)))


def _is_a_club(spot: NameInContext, word: str) -> bool:
    """Tell whether the name of a town is in that of a club, in French after `de`: `Olympique de Marseille`."""
    before = spot.before.removesuffix("de ") if word == "de" else spot.before.removesuffix("d'")
    last = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return (last != "" and last in _words(_CLUBS)) or spot.is_before(_CLUB_AFTER)


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


@cache
def _of_streets_and_treaties(language: str) -> re.Pattern[str] | None:
    """Return what is before the name of a place in the name of a street or a treaty."""
    patterns = [table[language] for table in (_STREETS, _TREATIES, _ORDERS) if language in table]
    return re.compile(f"(?:{'|'.join(patterns)})$") if patterns else None


def _is_in_a_title(spot: NameInContext) -> bool:
    pattern = _in_a_title(spot.language)
    return pattern is not None and pattern.search(spot.plain, max(0, spot.start - _LONGEST), spot.start) is not None


@cache
def _in_a_title(language: str) -> re.Pattern[str] | None:
    """Return what is before a name within a title in quotation marks: `pétrolier maltais "Reine d'`."""
    if language not in _WORKS:
        return None
    words = "|".join((_WORKS[language] + _AFTER_ANYTHING[language]).split())
    own = rf"\w*(?:{words})(?:e?s)?" if language == "de" else f"(?:{words})"
    return re.compile(rf"(?<![\w-])(?i:{own}) (?:[a-zà-ÿß]+ ){{0,3}}\"[^\".!?]*$")
