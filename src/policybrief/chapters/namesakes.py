"""What beside a name of any language says that its namesake is meant: a village, a king, a town of the same name."""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.given_names import may_be_a_given_name
from ..inflection.sayings import is_in_a_saying
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import BEFORE_A_NAME, by_language

_PLACES = (Kind.STATE, Kind.PLACE)
_BODIES = (Kind.ORGANISATION, Kind.GROUP)
_SETTLEMENT_BEFORE: Mapping[str, str] = {
    "de": r"(?:Bürgermeister|Bürgermeisterin|Oberbürgermeister|Stadtrat|Einwohner|Bischof|Schloss|Burg) von |"
          r"(?:Ortsteil|Stadtteil|Gemeinde|Dorf|Kleinstadt|Stadt|Landkreis|Kreis|Stadtbezirk|Bezirk|Marktgemeinde|"
          r"Markt|"
          r"Weiler|Vorort|Ortschaft|Ort|Bahnhof|Luftkurort|Kurort|Kreisstadt|Kantonsort|Verbandsgemeinde|"
          r"Ortsgemeinde)(?:s|es)? |"
          r"\b[Ii]m [a-zäöüß]+ischen |\b[Ii]m [A-ZÄÖÜ][a-zäöüß]+er (?:Vorort|Stadtteil|Ortsteil) ",
    "fr": r"(?:hospices|mairie|maire|ville|cathédrale|évêque|archevêque|vins?|vignobles?|préfecture|château|"
          r"habitants|village|commune|hameau|bourg|bourgade|localité|lieu-dit|canton|sous-préfecture|quartier)s? "
          r"(?:de |d'|du )",
    "es": r"(?:alcaldía|alcalde|alcaldesa|ayuntamiento|ciudad|catedral|obispo|arzobispo|vinos?|castillo|vecinos|"
          r"pueblo|municipio|aldea|localidad|villa|barrio|caserío|pedanía|parroquia|corregimiento|vereda) de ",
    "it": r"(?:sindaco|sindaca|città|duomo|vescovo|arcivescovo|vini|vino|castello|abitanti|provincia|paese|"
          r"paesino|comune|borgo|frazione|località|quartiere|cittadina|villaggio|contrada|rione) di ",
    "pl": r"(?:wieś|wsi|wioska|wiosce|wioski|gminie|gmina|gminy|miasteczk\w|miejscowoś\w+|osad\w+|dzielnic\w+|"
          r"sołectw\w+|"
          r"przysiółk\w+|powiecie|powiat|powiatu) ",
    "ru": r"(?:деревн|деревушк|сел[оаеу]|сёл|пос[её]л|хутор|станиц|аул|кишлак|слобод|урочищ)[а-яё]* ",
    "uk": r"(?:сел[оаіу]|селищ|хут[оі]р|присіл|містечк|станиц|урочищ)[а-яіїєґ]* ",
    "he": r"(?:כפר|בכפר|הכפר|מושב|במושב|קיבוץ|בקיבוץ|היישוב|ביישוב|העיירה|בעיירה|שכונת|בשכונת) ",
    "ar": r"(?:قرية|بقرية|بلدة|ببلدة|مدينة|بمدينة|حي|بحي|مخيم|بمخيم|محلة|ضاحية|بضاحية) ",
    "ka": r"(?:სოფელ|სოფლის|დაბა|დაბის|სოფელი|თემის|უბნის) ",
}  # fmt: skip
_settlement_before = by_language(_SETTLEMENT_BEFORE, BEFORE_A_NAME)
_SETTLEMENT_AFTER: Mapping[str, str] = {
    "hy": r" (?:գյուղ|գյուղական|ավան|թաղամաս|քաղաք|համայնք)\w*", "ka": r" (?:სოფელ|სოფლ|თემ|უბან|უბნ)\w*",
    "az": r" (?:kəndi|qəsəbəsi|rayonu|məhəlləsi|stansiyası|bələdiyyəsi)\w*", "tr": r" (?:köyü|beldesi|mahallesi|"
    r"ilçesi|kasabası|mevkii)\w*",
}  # fmt: skip
"""Beside a family name that is that of a village: `Ortsteil Röttgen`, `Kərimli kəndinə`."""
_settlement_after = by_language(_SETTLEMENT_AFTER)
_CROWNED_BEFORE: Mapping[str, str] = {
    "fr": r"(?:roi|reine|prince|princesse|pape|empereur|impératrice|tsar|tsarine|saint|sainte|archiduc|sultan|"
          r"infante?) ",
    "de": r"(?:König|Königs|Königin|Prinz|Prinzen|Prinzessin|Papst|Papstes|Kaiser|Kaisers|Kaiserin|Zar|Zaren|"
          r"Zarin|Sankt|Erzherzog|Kronprinz|"
          r"Kronprinzessin|Infantin|Sultan) ",
    "es": r"(?:rey|reina|príncipe|princesa|papa|emperador|emperatriz|zar|zarina|san|santa|infante|infanta|sultán) ",
    "it": r"(?:re|regina|principe|principessa|papa|imperatore|imperatrice|zar|zarina|san|santo|santa|sultano) ",
    "pl": r"(?:król|króla|królowi|królem|królowa|książę|księcia|księżna|papież|papieża|cesarz|cesarza|car|cara|"
          r"święty|świętego|święta) ",
}  # fmt: skip
"""Before a given name, which a family may have too: `le roi Philippe`."""
_crowned_before = by_language(_CROWNED_BEFORE, BEFORE_A_NAME)
_FOUND_TWICE: Mapping[str, str] = {
    "fr": "Alexandrie Athènes Birmingham Boston Brest Cambridge Cordoue Dublin Florence Frankfort Francfort "
    "Grenade Halle Londres "
    "Manchester Mérida Moscou Naples Odessa Oxford Paris Rome Saint-Pétersbourg Santiago Toulon Tripoli Valence Vienne "
    "Victoria Georgetown Kingston Newcastle Perth Hamilton Richmond Worcester Hyderabad Tarragone",
    "es": "Alejandría Atenas Barcelona Birmingham Boston Cambridge Cartagena Córdoba Cuenca Florencia Granada "
    "Guadalajara León "
    "Lima Londres Los Ángeles Mérida Moscú Nápoles Odesa París Roma Rosario Santiago Toledo Trujillo Valencia "
    "Viena Trípoli "
    "Melilla Pamplona Medellín Salamanca Zaragoza Linares Durango Laredo Albuquerque Segovia Vitoria Victoria Córdova",
    "it": "Alessandria Atene Barcellona Birmingham Boston Cambridge Cordova Firenze Londra Manchester Mosca "
    "Napoli Odessa Parigi Roma "
    "Palermo Santiago Siena Siracusa Tripoli Valenza Valencia Venezia Verona Vienna San Pietroburgo Vittoria "
    "Torino Milano Brest",
    "de": "Alexandria Athen Berlin Birmingham Boston Brest Cambridge Dresden Frankfurt Halle Hamburg Hannover "
    "Heidelberg Köthen London "
    "Manchester Moskau Münster Neapel Neustadt Odessa Paris Rom Santiago Sankt Petersburg Tripolis Valencia Wien "
    "Freiburg "
    "Potsdam Bremen Essen Mühlhausen Lichtenberg",
    "pl": "Aleksandria Ateny Berlin Birmingham Boston Cambridge Moskwa Neapol Odessa Paryż Rzym Tripolis Warszawa "
    "Wiedeń Brześć Kordoba",
}
"""Towns of which there is more than one that is written about."""
_SECOND_HOMES: Mapping[str, str] = {
    "fr": r" ?[(,]? ?(?:en (?:Espagne|Andalousie|Biélorussie|Floride|Californie|Géorgie|Pennsylvanie|Virginie|"
          r"Ukraine|Autriche|Isère|"
          r"Écosse|Irlande|Alabama|Caroline|Louisiane|Sibérie|Allemagne|Westphalie|Saxe|Argentine|Colombie|Australie)|"
          r"au (?:Texas|Liban|Tennessee|Massachusetts|Maine|Mexique|Venezuela|Chili|Kentucky|Canada|Nouveau-Mexique)|"
          r"dans (?:le|l'|la) (?:Texas|Ohio|Illinois|Idaho|Kentucky|Tennessee|Massachusetts|Maine|Minnesota|"
          r"Wisconsin|Ontario|Alabama)|"
          r"(?:Texas|Floride|Ontario|Massachusetts|Idaho|Alabama|Ohio|Géorgie|Virginie|Illinois|Kentucky|Tennessee)\b)",
    "es": r" ?[(,]? ?(?:en |del? )?(?:Texas|Florida|Ohio|Alabama|Massachusetts|Idaho|Tennessee|Kentucky|Ontario|"
          r"Venezuela|Colombia|"
          r"Argentina|México|Jalisco|Yucatán|Perú|Chile|Nicaragua|Ecuador|Filipinas|Bielorrusia|Líbano|"
          r"Extremadura|Nuevo México)\b",
    "it": r" ?[(,]? ?(?:in |nel |del |nello |nell')?(?:Texas|Florida|Ohio|Alabama|Massachusetts|Idaho|Tennessee|"
          r"Kentucky|Ontario|"
          r"Illinois|Georgia|Bielorussia|Libano|Venezuela|Messico|Cile|Argentina|Virginia|California|Sicilia)\b",
    "de": r" ?[(,]? ?(?:in |im )?(?:Texas|Florida|Ohio|Alabama|Massachusetts|Idaho|Tennessee|Kentucky|Ontario|"
          r"Illinois|Maryland|"
          r"Belarus|Weißrussland|Libanon|Venezuela|Westfalen|Pennsylvania|Kanada|Tansania|Brasilien)\b",
    "pl": r" ?[(,]? ?(?:w |we )?(?:Teksasie|stanie Teksas|Florydzie|Ohio|Alabamie|Massachusetts|Idaho|Tennessee|"
          r"Kentucky|Ontario|Libanie)\b",
}  # fmt: skip
_second_homes = by_language(_SECOND_HOMES)
_OF_AMERICA_BEFORE: Mapping[str, str] = {
    "ru": r"(?:техас|калифорний|флорид|огай|алабам|массачусет|аризон|орегон|аляскин|невад|мичиган|мэрилен|"
          r"миннесот|кентукк|"
          r"теннесси|пенсильван|вирджин|луизиан|айдах|канад|онтарий|австралий)\w*(?:ск|йск)(?:ий|ого|ому|им|ом|ая|"
          r"ой|ую|ое) ",
    "uk": r"(?:теха|каліфорній|флорид|огай|алабам|массачусет|аризон|орегон|невад|мічиган|міннесот|кентук|теннес|"
          r"пенсильван|"
          r"вірджин|луїзіан|канад|онтарій|австралій)\w*ськ(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е) ",
    "pl": r"(?:teksań|kalifornij|florydz|alabam|arizoń|michigań|pensylwań|wirginij|luizjań|kanadyj|"
          r"australij)\w*sk(?:i|iego|iemu|im|a|iej|ą|ie) ",
    "de": r"(?:texanisch|kalifornisch|kanadisch|australisch|amerikanisch|belarussisch|weißrussisch)e[nrms]? ",
}  # fmt: skip
"""Before the name of a town of Europe that one overseas has too: `техасской Одессе`."""
_of_america_before = by_language(_OF_AMERICA_BEFORE, BEFORE_A_NAME)
_BLOOD_AFTER = re.compile(
    r" (?:Rh|[Rr]ezus|[Rr]esus|[Rr]hesus)\b|[ -](?:(?:kan )?grubu|qan qrupu|Rh|негатив|(?:[Nn]egati[fv]|"
    r"[Pp]o[sz]iti[fv])\b)"
)
_FINAL_BEFORE: Mapping[str, str] = {
    "fr": r"(?:finales?|demi-finales?|phase (?:finale|de groupes)|éliminatoires) (?:de la |de l'|du |des |de )",
    "es": r"(?:final|finales|semifinal|semifinales|fase (?:final|de grupos)|eliminatorias?) (?:de la |del |de los "
          r"|de )",
    "it": r"(?:finale|finali|semifinali?|fase (?:finale|a gironi)|qualificazioni) (?:della |dell'|del |dei |di )",
    "de": r"(?:Finale|Finales|Halbfinale|Viertelfinale|Endspiel|Endrunde|Gruppenphase|Qualifikation) (?:der |des |"
          r"beim |im |von )",
    "pl": r"(?:finał\w*|półfinał\w*|ćwierćfinał\w*) ",
    "ru": r"(?:финал|полуфинал|четвертьфинал|плей-офф)\w* ", "uk": r"(?:фінал|півфінал|чвертьфінал)\w* ",
    "he": r"(?:[ובלמהש]{0,2})(?:גמר|חצי גמר|רבע גמר) ", "ar": r"[وفبل]{0,2}(?:ال)?(?:نهائي|نهائيات) ",
}  # fmt: skip
"""Before a cup: `la final de la CAN`."""
_final_before = by_language(_FINAL_BEFORE, BEFORE_A_NAME)
_FINAL_AFTER: Mapping[str, str] = {
    "tr": r" (?:finali|yarı finali|çeyrek finali|elemeleri|şampiyonu)\w*", "az": r" (?:finalı|yarımfinalı|"
    r"seçmələri|çempionu)\w*",
    "hy": r"(?:-ի)? (?:եզրափակ|կիսաեզրափակ)\w+", "ka": r"(?:-ის)? (?:ფინალ|ნახევარფინალ)\w+",
}  # fmt: skip
_final_after = by_language(_FINAL_AFTER)
_OWN_BEFORE: Mapping[str, str] = {
    "de": r"eigene[nrms]? ", "fr": r"propre ", "es": r"propi[oa] ", "it": r"propri[oa] ", "pl": r"własn\w+ ",
    "ru": r"(?:собственн|сво)\w+ ", "uk": r"(?:власн|сво)\w+ ",
}  # fmt: skip
"""Before a plan in quotation marks that somebody has called as the document is: `ihrer eigenen »Agenda 2030«`."""
_own_before = by_language(_OWN_BEFORE, BEFORE_A_NAME)
_MANY = re.compile(r"(?:^|[^\w,.])\d[\d ., ]* $")
"""A number before a unit: `525 000 Volt`."""
_YEAR = re.compile(r"(?:^|[^\w ] ?|[^\d\W] )(?:1[5-9]|20)\d\d $")


def is_a_namesake(spot: NameInContext) -> bool:
    """Tell whether something else is called so: a village, a king, a cup, a proverb."""
    if spot.kind is Kind.PERSON:
        return spot.given != () and (_is_a_village(spot) or _is_crowned(spot))
    if spot.kind in _PLACES:
        return is_in_a_saying(spot.plain, spot.start, spot.end, spot.language) or _is_elsewhere(spot)
    if spot.kind in _BODIES:
        blood = spot.name == "AB" and spot.is_before(_BLOOD_AFTER)
        final = spot.is_after(_final_before(spot.language)) or spot.is_before(_final_after(spot.language))
        return blood or final
    quoted = spot.before[-1:] == '"' and spot.plain[spot.end : spot.end + 1] == '"'
    own = _own_before(spot.language) if quoted and spot.kind in (Kind.DOCUMENT, Kind.PROJECT, Kind.TREATY) else None
    return own is not None and own.search(spot.before[:-1]) is not None


def is_counted(spot: NameInContext) -> bool:
    """Tell whether a number is before a name, which is a unit or a common word then: `525 000 Volt`."""
    return spot.before[-2:-1].isdigit() and " " not in spot.name and spot.is_after(_MANY) and not spot.is_after(_YEAR)


def _is_a_village(spot: NameInContext) -> bool:
    """Tell whether a family name is that of a village: `Ortsteil Röttgen`, `im pfälzischen Lambrecht`."""
    compound = spot.plain[spot.end : spot.end + 1] == "-"
    before = not compound and spot.is_after(_settlement_before(spot.language))
    return before or spot.is_before(_settlement_after(spot.language))


def _is_crowned(spot: NameInContext) -> bool:
    """Tell whether a family name is the given name of a king or a saint: `le roi Philippe`."""
    crowned = spot.is_after(_crowned_before(spot.language))
    return crowned and may_be_a_given_name(spot.name, spot.language, place=False)


def _is_elsewhere(spot: NameInContext) -> bool:
    """Tell whether a town is said to be where one of its namesakes is: `Brest, en Biélorussie`, `техасской Одессе`."""
    if spot.kind is Kind.PLACE and spot.is_after(_of_america_before(spot.language)):
        return True
    twice = spot.name in _words(_FOUND_TWICE.get(spot.language, ""))
    return twice and spot.is_before(_second_homes(spot.language))


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())
