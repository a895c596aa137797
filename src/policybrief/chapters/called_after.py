"""What is called after a person or a place and has the name in its own: ships, streets, clubs, treaties, firms."""

import re
from collections.abc import Mapping
from functools import cache

from ..model.glossary import Kind
from .name_in_context import NameInContext

_PLACES = (Kind.STATE, Kind.PLACE)
_AFTER_ANYTHING: Mapping[str, str] = {
    "fr": r"porte-avions|frégate|corvette|sous-marin|paquebot|croiseur|destroyer|cuirassé|patrouilleur|cargo|pétrolier|"
          r"ferry|navire|voilier|chalutier|aéroport|avenue|boulevard|rue|quai|square|impasse|allée|passage|station|lycée|"
          r"collège|école|stade|hôpital|clinique|fondation|hôtel|café|restaurant|cinéma|ouragan|cyclone|typhon|tempête|"
          r"fusée|sonde|satellite",
    "de": r"(?:Flugzeugträger|Fregatte|Korvette|Kreuzer|Zerstörer|U-Boot|Unterseeboot|Schlachtschiff|Panzerschiff|"
          r"Linienschiff|Schulschiff|Schiff|Segelschulschiff|Kreuzfahrtschiff|Containerschiff|Forschungsschiff|"
          r"Frachtschiff|Rettungsschiff|Frachter|Tanker|Öltanker|Dampfer|Fähre|Jacht|Yacht|Schnellboot|Hotel|Café|Restaurant|Gasthof|Gasthaus|"
          r"Kino|Orkan|Orkantief|Sturmtief|Hurrikan|Taifun|Zyklon|Wirbelsturm|Tropensturm|"
          r"Satellit|Sonde|Raumsonde)(?:e?s)?",
    "es": r"portaaviones|fragata|submarino|crucero|aeropuerto|avenida|calle|estadio|premio|fundación|hotel|huracán",
    "it": r"portaerei|fregata|incrociatore|aeroporto|viale|via|stadio|premio|fondazione|hotel|uragano|caffè",
}  # fmt: skip
_AFTER_PEOPLE: Mapping[str, str] = {
    "fr": r"place|gare|métro|pont|tour|groupe scolaire|université|institut|centre|prix|amphithéâtre|salle|parc|"
          r"bibliothèque|médiathèque|théâtre|caserne|camp|promotion|cité|résidence|tunnel|viaduc|barrage|musée|gymnase|"
          r"piscine|complexe|campus|maison d'arrêt|liste|éditions|galerie|laboratoires?|banque|groupe",
    "de": r"(?:Bündnis|Bündnisse|Liste|Stiftung|Verlag|Galerie|Kanzlei|Konzern|Firma|Bankhaus|Brauerei|Institut|Schule|"
          r"Gymnasium|Kaserne|Hochschule|Universität|Klinik|Klinikum|Museum|Haus|Platz|Akademie|Zeche|Grube|Schacht|Stadion|"
          r"Flughafen|Modehaus|Kaufhaus|Autohaus|Spedition|Werft|Reederei|Zirkus|Bank|Bäckerei|Druckerei)(?:e?s)?",
    "es": r"plaza|estación|colegio|universidad|instituto|hospital|museo|teatro|puente|editorial",
    "it": r"piazza|stazione|scuola|università|istituto|ospedale|museo|teatro|ponte|liceo|editore",
}  # fmt: skip
"""Before somebody's name: `station Jaurès`; before that of a place the thing may be there."""
_STREETS: Mapping[str, str] = {
    "fr": r"(?:\b[Ll]a |\b[Ll]e |\b[Dd]u |\b[Aa]u |\b[Ll]')(?:rue|avenue|boulevard|quai|faubourg|impasse|chaussée) "
          r"(?:de (?:la |l')?|d'|du )",
    "es": r"\b(?:[Ll]a|[Dd]el|[Aa]l|[Ee]l) (?:calle|avenida|paseo) de ", "it": r"\b(?:via|viale|corso) ",
}  # fmt: skip
"""A street is called after a place, but `une rue de Lyon` is in it."""
_TREATIES: Mapping[str, str] = {
    "de": r"\b(?:Vertr[aä]ge?n?(?:e?s)?|Abkommens?|Übereinkommens?|Friedens?|Protokolls?|Konvention|Konventionen|"
          r"Charta|Konzils?|Edikts?|Pakte?s?|Vereinbarungen) von ",
    "fr": r"\b(?:[Tt]raités?|[Pp]rotocoles?|[Cc]onventions?|[Aa]ccords|[Cc]harte|[Pp]aix|[Cc]oncile|[Pp]acte|[Éé]dit|"
          r"[Cc]ompromis|[Pp]rocessus) (?:de |d')",
    "es": r"\b(?:[Tt]ratados?|[Pp]rotocolos?|[Cc]onvenios?|[Aa]cuerdos|[Pp]az|[Cc]oncilio|[Pp]acto) de ",
    "it": r"\b(?:[Tt]rattat[oi]|[Pp]rotocoll[oi]|[Cc]onvenzion[ei]|[Aa]ccordi|[Pp]ace|[Cc]oncilio|[Pp]atto) di ",
}  # fmt: skip
_CLUB_BEFORE = re.compile(
    r"(?<![\w-])(?:Eintracht|Borussia|Fortuna|Hertha|SV|FC|FSV|VfB|VfL|VfR|TSV|TSG|BFC|KSC|MSV|SpVgg|SSV|TuS|TSC|SG|"
    r"Dynamo|Rot-Weiss|Rot-Weiß|Alemannia|Arminia|Kickers|Viktoria|Wormatia|Lok|Lokomotive|Carl Zeiss|Hansa|Wacker|"
    r"Rapid|Real|Atlético|Athletic|Deportivo|Espanyol|Inter|AC|AS|SSC|Hellas|Olympique|Stade|Racing|Girondins|AJ|RC|OGC|LOSC|"
    r"Spartak|ZSKA|CSKA|Zenit|Torpedo|Schachtar|Chakhtar|Shakhtar|Roter Stern|Étoile rouge|Partizan|Slavia|Sparta|"
    r"Legia|Lech|Wisła|Górnik|Steaua|Levski|Maccabi|Hapoel|Beitar|BATE|Ajax|FK|NK|HNK|EHC|ERC) (?:de |d')?$"
)
"""What clubs have before the name of their town: `Eintracht Frankfurt`."""
_CLUB_AFTER = re.compile(r" (?:United|Hotspur|Rovers|Rangers|Albion|Wanderers|FC|SC)\b")
_FIRM_AFTER = re.compile(
    r" (?:& (?:Friends|Partners?|Söhne|Sons|Cie|Co|Company|Associates|Brothers|Töchter|Fils|Figli|Hijos)\b|"
    r"(?:et|und|y|e) (?:Cie|Söhne|Fils|Hijos|Figli|Associés|Partner)\b|"
    r"(?:Industries|Holding|Group|GmbH|AG|KG|SE|KGaA|OHG|SA|SAS|SARL|SpA|Inc|Ltd|LLC|Corp|Corporation|Pharma|Automotive|"
    r"Logistics|Consulting|Capital|Motors|Airlines|Enterprises|Records|Foundation|Institute|Bank|Stiftung|Verlag)\b)"
)
"""`Scholz & Friends`, `Koch Industries`."""


_WORKS: Mapping[str, str] = {
    "fr": r"festival|film|roman|série|opéra|album|chanson|exposition|pièce|documentaire|comédie|spectacle|tableau",
    "de": r"\w*(?:[Ff]estival|[Ff]ilm|[Rr]oman|[Oo]per|[Ss]erie|[Aa]lbum|[Ss]ong|[Aa]usstellung|"
          r"[Tt]heaterstück|[Ss]chauspiel|[Kk]omödie|[Dd]rama|[Gg]emälde|[Oo]rchester)(?:e?s)?",
    "es": r"festival|película|novela|serie|ópera|álbum|canción|exposición|documental",
    "it": r"festival|film|romanzo|serie|opera|album|canzone|mostra|documentario",
}  # fmt: skip
"""Before the title of a work, in quotation marks or not: `Musikfestival Prager Frühling`."""


def is_called_after_it(spot: NameInContext) -> bool:
    """Tell whether a name is in that of something called after it: `station Jaurès`, `Festival Prager Frühling`."""
    if spot.kind is not Kind.MEDIA and spot.is_after(_before_a_title(spot.language)):
        return True
    if spot.kind is Kind.PERSON:
        return spot.is_before(_FIRM_AFTER) or spot.is_after(_ends(spot.language, person=True))
    if spot.kind not in _PLACES:
        return False
    if spot.is_after(_ends(spot.language, person=False)):
        return True
    return spot.kind is Kind.PLACE and (spot.is_after(_CLUB_BEFORE) or spot.is_before(_CLUB_AFTER))


@cache
def _ends(language: str, *, person: bool) -> re.Pattern[str] | None:
    """Return what is before the name of a person or else of a place in the name of something else."""
    if language not in _AFTER_ANYTHING:
        return None
    if person:
        return re.compile(rf"(?<![\w-])(?:{_AFTER_ANYTHING[language]}|{_AFTER_PEOPLE[language]}) $")
    others = "".join(f"|{table[language]}" for table in (_STREETS, _TREATIES) if language in table)
    return re.compile(rf"(?:(?<![\w-])(?:{_AFTER_ANYTHING[language]}) {others})$")


@cache
def _before_a_title(language: str) -> re.Pattern[str] | None:
    """Return what is before a title at the end of a text."""
    return re.compile(rf"(?<![\w-])(?:{_WORKS[language]}) \"?$") if language in _WORKS else None
