"""Russian and Ukrainian places that open a sentence as a verb or a common noun: `Дели обещанное`, `Панама и шорты`."""

import re

from ..inflection.dictionary import WordReading, readings
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .name_surroundings import opens_a_sentence

_PLACES = (Kind.STATE, Kind.PLACE)
_OBJECT_AFTER = re.compile(r" ([а-яёіїєґ]+)(?![\w-])")
_AND_AFTER = re.compile(r" (?:и|или|да|та|й|або|чи) ([а-яёіїєґ]+)(?: ([а-яёіїєґ]+))?(?![\w-])")
_INFINITIVES = ("ть", "ти", "чь", "ться", "тись", "тися")
_OBJECTS = ("accs", "nomn")


def opens_as_another_word(spot: NameInContext) -> bool:
    """Tell whether a place of one word that opens a sentence may be an imperative or a common noun there."""
    if spot.language not in ("ru", "uk") or spot.kind not in _PLACES or " " in spot.name or not spot.name[0].isupper():
        return False
    if not opens_a_sentence(spot.plain, spot.start):
        return False
    own = readings(spot.name.lower(), spot.language)
    return _is_an_imperative(own, spot) or _is_beside_a_common_noun(own, spot)


def _is_an_imperative(own: tuple[WordReading, ...], spot: NameInContext) -> bool:
    following = _OBJECT_AFTER.match(spot.plain, spot.end)
    if following is None or not any(each.known and each.lemma.endswith(_INFINITIVES) for each in own if not each.noun):
        return False
    read = readings(following[1], spot.language)
    return bool(read) and read[0].known and (read[0].noun or read[0].adjective) and read[0].form.case in _OBJECTS


def _is_beside_a_common_noun(own: tuple[WordReading, ...], spot: NameInContext) -> bool:
    """Tell whether a common noun is joined to a place that is one as well: `Панама и шорты`."""
    following = _AND_AFTER.match(spot.plain, spot.end)
    common = {each.form.case for each in own if each.noun and each.known and not each.proper}
    if following is None or not common:
        return False
    words = [readings(word, spot.language) for word in following.groups("")]
    read = words[1] if words[0] and words[0][0].adjective else words[0]
    return any(each.noun and each.known and not each.proper and each.form.case in common for each in read)
