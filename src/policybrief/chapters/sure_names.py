"""What beside a word that may be a common one says that it is a name after all: another name, or a verb of people."""

import re

from ..inflection.dictionary import has_dictionary, readings
from ..model.glossary import Kind
from .name_in_context import NameInContext

_AND_AFTER = re.compile(r" (?:и|й|та|і|und|et|y|e|i|oraz|ve|və|ilə|ile|և|ու|და) ([^\W\d_]+(?: [^\W\d_]+)?)")
_AND_JOINED_AFTER = re.compile(r" ([וو][^\s,.:;!?]+(?: [^\s,.:;!?]+)?)")
_WORD_BEFORE = re.compile(r"([^\s,.:;!?]+) $")
_AND_BEFORE = re.compile(r"([^\W\d_]+) (?:и|й|та|і|und|et|y|e|i|oraz|ve|və|ilə|ile|և|ու|და) $")
_WITH = re.compile(r"\w+(?:y?l[aə]|y?le)$")
_WITH_AFTER = re.compile(r"(?:'(?:y?l[ae]))? ([^\W\d_]+)")
_JOINED_IN_ONE = ("he", "ar")
"""The languages that write *and* in one with the word after it."""
_ADDRESSED = (Kind.PERSON, Kind.ORGANISATION, Kind.MEDIA)
_HAD_TO = re.compile(
    r" (?:[а-яёіїєґ]+ ){0,2}?(?:не )?(?:пришл[ао]сь|приход(?:ит|ил[ао])сь|прид[её]тся|удал[ао]сь|уда[её]тся|"
    r"уда(?:ст|ва[лс])\w*|"
    r"предсто(?:ит|ял[ао]|ят)|довелось|хотелось|хочется|надо|нужно|следует|следовало|стоит|стоило|грозит|грозил[ао]|"
    r"исполнилось|важно|выгодно|необходимо|"
    r"довелося|доводиться|доведеться|вдалося|вдається|треба|потрібно|слід|варто|хотілося|загрожує|виповнилося|належить|"
    r"випало|важливо|вигідно)(?![\w-])"
)
"""After somebody in the dative: `Дуде дважды пришлось`."""


_OFFERED = re.compile(
    r" (?:пере|вы|от|за|по|про|раз|на|до|ви|від|роз)*(?:предло|дозво|дове|пропону|руч|дал|надал|каз|мов|преща|ріш|реш)"
    r"[а-яіїє]*л[иі](?![\w-])"
)
"""After a body in the dative, where nobody is named who did it: `Нафтогазу запропонували`."""


def is_surely_a_name(spot: NameInContext) -> bool:
    """Tell whether a word that may be a common one is a name: beside another of its kind, or as one who has to."""
    return _is_beside_another(spot) or (spot.kind in _ADDRESSED and _is_somebody_who_has_to(spot))


def _is_beside_another(spot: NameInContext) -> bool:
    """Tell whether a name of the same kind is joined to a name: `Fidanla Paşinyanın`, `Садовому й Порошенкові`."""
    joined = spot.language in _JOINED_IN_ONE
    after = (_AND_JOINED_AFTER if joined else _AND_AFTER).match(spot.plain, spot.end)
    before = _AND_BEFORE.search(spot.before)
    if joined:
        before = _WORD_BEFORE.search(spot.before) if spot.name[0] in "וو" else None
    together = spot.language in ("az", "tr") and (
        _WITH.fullmatch(spot.name) or spot.plain[spot.end : spot.end + 1] == "'"
    )
    with_another = _WITH_AFTER.match(spot.plain, spot.end) if together else None
    return any(match is not None and _is_of_the_kind(match[1], spot) for match in (after, before, with_another))


def _is_of_the_kind(words: str, spot: NameInContext) -> bool:
    if spot.language not in (*_JOINED_IN_ONE, "ka") and not words[0].isupper():
        return False
    return any(spot.kind_of(form) is spot.kind for form in (words, words.partition(" ")[0]))


def _is_somebody_who_has_to(spot: NameInContext) -> bool:
    """Tell whether a name in the dative is before a verb that only people have, and the word means no animal."""
    if spot.language not in ("ru", "uk") or " " in spot.name or not has_dictionary(spot.language):
        return False
    if not spot.is_before(_HAD_TO if spot.kind is Kind.PERSON else _OFFERED):
        return False
    common = [each for each in readings(spot.name.lower(), spot.language) if each.noun and not each.proper]
    return all(each.form.animate != "anim" for each in common)
