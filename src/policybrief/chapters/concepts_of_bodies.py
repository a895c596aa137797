"""A concept within the name of a body that deals with it: `la Cour nationale du droit d'asile`."""

import re
from collections.abc import Mapping
from functools import cache

from ..model.glossary import Kind
from .name_in_context import NameInContext

_BODY_BEFORE: Mapping[str, str] = {
    "fr": r"(?:Cour|Conseil|Haut|Haute|Office|Agence|Ministère|Comité|Commission|Fonds|Institut|Observatoire|"
          r"Tribunal|Direction|"
          r"Fédération|Association|Centre|Ligue|Secrétariat|Fondation|Forum|Réseau|Maison|Collectif|Coalition|Délégation|"
          r"Mission|Chambre|Bureau|Service|Haut-Commissariat|Commissariat|Caisse|Alliance)s?(?: [a-zà-ÿ'-]+){0,3}? "
          r"(?:du |de la |de l'|des |de |d'|pour le |pour la |pour l'|pour les |sur le |sur la )",
    "es": r"(?:Corte|Consejo|Oficina|Agencia|Ministerio|Comité|Comisión|Fondo|Instituto|Observatorio|Tribunal|"
          r"Dirección|"
          r"Federación|Asociación|Centro|Liga|Secretaría|Fundación|Foro|Red|Coalición|Defensoría|Misión|Cámara|Servicio|"
          r"Unidad|Alianza)(?: [A-Za-zÀ-ÿ]+){0,3}? (?:del |de la |de los |de las |de |para el |para la |para los )",
    "it": r"(?:Corte|Consiglio|Ufficio|Agenzia|Ministero|Comitato|Commissione|Fondo|Istituto|Osservatorio|"
          r"Tribunale|Direzione|"
          r"Federazione|Associazione|Centro|Lega|Segretariato|Fondazione|Forum|Rete|Coalizione|Garante|Missione|Camera|"
          r"Servizio|Alleanza|Autorità)(?: [a-zà-ÿ]+){0,3}? (?:del |dello |della |dell'|dei |degli |delle |di |"
          r"per il |per la |per i |per gli )",
    "de": r"(?:\w*[Aa]mt|\w*[Mm]inisterium|\w*[Ii]nstitut|\w*[Ss]tiftung|\w*[Zz]entrum|\w*[Bb]ehörde|\w*[Ff]onds|"
          r"\w*[Rr]at|Agentur|"
          r"\w*[Kk]ommission|\w*[Vv]erband|\w*[Vv]erein|Netzwerk|Forum|\w*[Bb]und|Allianz|Bündnis|Zentralstelle|Fachstelle|"
          r"Beauftragter|Beauftragte|Beauftragten|Gesellschaft|Akademie|Observatorium|Kompetenzzentrum)s? für "
          r"(?:die |den |das )?",
    "pl": r"(?:Fundacj\w+|Instytu\w+|Centrum|Rad\w+|Komitet\w*|Komisj\w+|Ministerstw\w+|Agencj\w+|Urz[ąę]d\w*|"
          r"Fundusz\w*|"
          r"Stowarzyszeni\w+|Forum|Biur\w+|Obserwatorium|Sie[ćc]\w*|Izb\w+|Trybunał\w*)(?: [a-ząćęłńóśźż]+){0,2} "
          r"(?:na rzecz |ds\. |do spraw )?",
    "ru": r"(?:Фонд|Институт|Центр|Совет|Комитет|Комисси|Министерств|Агентств|Палат|Форум|Департамент|Управлени|"
          r"Ассоциаци|Лиг|Альянс|"
          r"Обсерватори|Академи|Служб|Коалици|Сеть|Сети)[а-яё]*(?: [а-яё]+){0,3} ",
    "uk": r"(?:Фонд|Інститут|Центр|Рад|Комітет|Комісі|Міністерств|Агентств|Агенці|Палат|Форум|Департамент|"
          r"Управлінн|Асоціаці|Ліг|"
          r"Альянс|Академі|Служб|Коаліці|Мереж)[а-яіїєґ']*(?: [а-яіїєґ']+){0,3} ",
}  # fmt: skip
_ABOUT = re.compile(r"(?:^|[^\w])(?:о|об|про|за|на|в|у|і|и|та|z|w|o|i|na|po|для|że|что|що|как|як)\s", re.IGNORECASE)
"""What opens another part of the sentence in Slavic languages: `Совет обсудил вопрос о мягкой силе`."""
_OPENED = re.compile(r"(?:^|[.!?…:]\s+)$")
_CLOSE = 2
"""The words of a body's name before the concept, at the most."""
_KINDS = (Kind.CONCEPT, Kind.GROUP, Kind.EVENT)


def is_of_a_body(spot: NameInContext) -> bool:
    """Tell whether a name in small letters is within that of a body: `Фонд гражданского общества`."""
    if spot.kind not in _KINDS or not spot.name[0].islower():
        return False
    pattern = _pattern(spot.language)
    body = pattern.search(spot.before) if pattern is not None else None
    if body is None:
        return False
    if spot.language not in ("ru", "uk", "pl"):
        return True
    # Of these no article and no preposition says that the words belong together: only the genitives in a row do.
    near = spot.before[body.start() :].count(" ") <= _CLOSE
    return near and _ABOUT.search(body[0]) is None and not _opens(spot, body)


def _opens(spot: NameInContext, body: re.Match[str]) -> bool:
    start = spot.start - len(spot.before) + body.start()
    return _OPENED.search(spot.plain[max(0, start - 4) : start]) is not None and " " in body[0].strip()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    pattern = _BODY_BEFORE.get(language)
    return None if pattern is None else re.compile(rf"(?<![\w-])(?:{pattern})$")
