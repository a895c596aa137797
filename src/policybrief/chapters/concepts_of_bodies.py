"""A concept within the name of a body that deals with it: `la Cour nationale du droit d'asile`."""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.dictionary import readings
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import by_language

_BODIES: Mapping[str, str] = {
    "fr": """
        Cour Conseil Haut Haute Office Agence Ministère Comité Commission Fonds Institut Observatoire Tribunal Direction
        Fédération Association Centre Ligue Secrétariat Fondation Forum Réseau Maison Collectif Coalition Délégation
        Mission Chambre Bureau Service Haut-Commissariat Commissariat Caisse Alliance
    """,
    "es": """
        Corte Consejo Oficina Agencia Ministerio Comité Comisión Fondo Instituto Observatorio Tribunal Dirección
        Federación Asociación Centro Liga Secretaría Fundación Foro Red Coalición Defensoría Misión Cámara Servicio
        Unidad Alianza
    """,
    "it": """
        Corte Consiglio Ufficio Agenzia Ministero Comitato Commissione Fondo Istituto Osservatorio Tribunale Direzione
        Federazione Associazione Centro Lega Segretariato Fondazione Forum Rete Coalizione Garante Missione Camera
        Servizio Alleanza Autorità
    """,
    "de": r"""
        \w*[Aa]mt \w*[Mm]inisterium \w*[Ii]nstitut \w*[Ss]tiftung \w*[Zz]entrum \w*[Bb]ehörde \w*[Ff]onds \w*[Rr]at
        Agentur \w*[Kk]ommission \w*[Vv]erband \w*[Vv]erein Netzwerk Forum \w*[Bb]und Allianz Bündnis Zentralstelle
        Fachstelle Beauftragter Beauftragte Beauftragten Gesellschaft Akademie Observatorium
    """,
    "pl": r"""
        Fundacj\w+ Instytu\w+ Centrum Rad\w+ Komitet\w* Komisj\w+ Ministerstw\w+ Agencj\w+ Urz[ąę]d\w* Fundusz\w*
        Stowarzyszeni\w+ Forum Biur\w+ Obserwatorium Sie[ćc]\w* Izb\w+ Trybunał\w*
    """,
    "ru": r"""
        Фонд\w* Институт\w* Центр\w* Совет\w* Комитет\w* Комисси\w+ Министерств\w+ Агентств\w+ Палат\w+ Форум\w*
        Департамент\w* Управлени\w+ Ассоциаци\w+ Лиг\w+ Альянс\w* Обсерватори\w+ Академи\w+ Служб\w+ Коалици\w+ Сет\w+
    """,
    "uk": r"""
        Фонд\w* Інститут\w* Центр\w* Рад\w+ Комітет\w* Комісі\w+ Міністерств\w+ Агентств\w+ Агенці\w+ Палат\w+ Форум\w*
        Департамент\w* Управлінн\w+ Асоціаці\w+ Ліг\w+ Альянс\w* Академі\w+ Служб\w+ Коаліці\w+ Мереж\w+
    """,
    "he": "מרכז המרכז מכון המכון קרן משרד המשרד רשות ועדת מועצת פורום עמותת אגודת",
    "ar": "مركز معهد مؤسسة وزارة هيئة لجنة مجلس صندوق منتدى أكاديمية إدارة محكمة ديوان",
}
_BETWEEN: Mapping[str, str] = {
    "fr": r"(?: (?:d[e'] ?)?[a-zà-ÿ]+(?:al|ale|ales|aux|el|elle|en|enne|eur|eure|ain|aine|aire|ique|if|ive|ent|"
          r"ente|ise|is|se|ion|"
          r"ment|ude|udes|che|tien|ui))",
    "es": r"(?: (?:de )?[a-zà-ÿ]+(?:al|ano|ana|eo|ea|or|ora|ario|aria|ico|ica|ivo|iva|ción|sión|cia|sa|dio|dios|yo))",
    "it": r"(?: (?:di )?[a-zà-ÿ]+(?:ale|ano|ana|eo|ea|ore|ario|aria|ico|ica|ivo|iva|zione|sione|nza|sa|gno|io))",
    "pl": r"(?: (?:rozwoju|wspierania|wsparcia|badań|ochrony|promocji|obrony|rozwijania|studiów|do|spraw|na|rzecz|"
          r"ds\.))",
    "ru": r"(?: [а-яё]+)", "uk": r"(?: [а-яіїєґ']+)",
}  # fmt: skip
"""One word between a body and what it is for: an adjective, or a noun such as *defence*."""
_JOINED: Mapping[str, str] = {
    "fr": r"(?:du |de la |de l'|des |de |d'|pour le |pour la |pour l'|pour les |sur le |sur la )",
    "es": r"(?:del |de la |de los |de las |de |para el |para la |para los )",
    "it": r"(?:del |dello |della |dell'|dei |degli |delle |di |per il |per la |per i |per gli )",
    "de": r"für (?:die |den |das )?",
}  # fmt: skip
_AFTER: Mapping[str, str] = {
    "hy": r" (?:ինստիտուտ|կենտրոն|հիմնադրամ|խորհուրդ|խորհրդ|կոմիտե|ֆորում)(?!ներ)\w*",
    "ka": r" (?:ინსტიტუტ|ცენტრ|ფონდ|საბჭო|კომიტეტ|ფორუმ)(?!ებ)\w*",
}
"""What a concept in the genitive is before in the name of a body."""
_after = by_language(_AFTER)
_KINDS = (Kind.CONCEPT, Kind.GROUP, Kind.EVENT)
_WITHOUT_SMALL = ("de", "he", "ar")
"""Languages in which a concept has no small letter of its own."""
_OF_THE_DICTIONARY = ("ru", "uk")


def is_of_a_body(spot: NameInContext) -> bool:
    """Tell whether a concept is within the name of a body: `Фонд развития гражданского общества`."""
    if spot.kind not in _KINDS or not (spot.name[0].islower() or spot.language in _WITHOUT_SMALL):
        return False
    if spot.language in _AFTER:
        return spot.is_before(_after(spot.language))
    pattern = _pattern(spot.language)
    body = pattern.search(spot.before) if pattern is not None else None
    if body is None or spot.language not in _OF_THE_DICTIONARY:
        return body is not None
    # Only genitives in a row belong together: not `Совет поддержал гражданское общество`.
    own = (*body[0].split()[1:], *spot.name.split()[-1:])
    return all(_is_in_the_genitive(word, spot.language) for word in own)


def _is_in_the_genitive(word: str, language: str) -> bool:
    return any(each.form.case == "gent" for each in readings(word.lower(), language))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _BODIES:
        return None
    bodies = "|".join(_BODIES[language].split())
    between = rf"{_BETWEEN[language]}{{0,2}}" if language in _BETWEEN else ""
    return re.compile(rf"(?<![\w-])(?:{bodies})s?{between} {_JOINED.get(language, '')}$")
