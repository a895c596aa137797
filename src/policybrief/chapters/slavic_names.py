"""What around a Russian or Ukrainian name says that something else is called so: a street, a film, a namesake."""

import re

from ..inflection.agreement import (
    are_in_one_case,
    is_adjective_of,
    is_in_the_genitive,
    is_of_a_foreigner,
)
from ..inflection.generic_nouns import is_a_noun_of_another_kind, is_a_rank_of_old
from ..inflection.unions import is_first_of_all_a_noun
from ..model.glossary import Kind
from .name_in_context import NameInContext

_PLACES = (Kind.STATE, Kind.PLACE)
_INITIALS_BEFORE = re.compile(r"(?:^|[^\w.])([А-ЯЁІЇЄҐ])\.(?:[ -]?[А-ЯЁІЇЄҐ]\.)? ?$")

_CALLED_AFTER = re.compile(
    r"(?<!\b[Оо]т )(?<!\b[Вв]ід )(?<!\b[Вв]округ )(?<!\b[Нн]авколо )(?<!\b[Бб]ез )(?<!\b[Дд]о )(?<!\b[Уу] )"
    r"(?<![ае]ния )(?<![ае]нии )(?<![ае]нием )(?<!ння )"
    r"\b(?:имени|імені|им\.|ім\.) (?:[а-яёіїєґ-]+ ){0,2}(?:[А-ЯЁІЇЄҐ]\. ?)*$"
)
"""`стадион имени Яшина`, but `от имени Яшина`, `без упоминания имени Яшина`."""
_STREET_BEFORE = re.compile(
    r"\b(?:фонд|центр|институт|университет|академи|музе|библиотек|театр|стадион|двор[ец]|сквер|школ|лице|інститут|"
    r"університет|бібліотек|музе|ліце|палац|шкіл|улиц|проспект|переул|бульвар|площад|набережн|шоссе|проезд|алле|станци|аэропорт|преми|медал|орден|стипенди|"
    r"приз|куб[ок]|вулиц|провул|площ|набережн|шосе|проїзд|але|аеропорт|станці|узв[іо]|стипенді|премі|ви?нагород|"
    r"ледокол|теплоход|крейсер|фрегат|авианос|корабл|яхт|криголам|теплохід)[а-яёіїєґ]* (?:метро )?$",
    re.IGNORECASE,
)
"""What is called after people: `на улице Яшина`."""
_NAMESAKE_BEFORE = re.compile(r"\b((?:однофам[иі]л|т[ёе]зк)[а-яёіїєґ]*) (?:[а-яёіїєґ-]+ ){0,2}$", re.IGNORECASE)
_COUPLE_BEFORE = re.compile(
    r"\b(?:супруг(?:и|ов|ам|ами|ах)|брать\w+|сёстры|сестры|сест[её]р|сёстрам\w*|сестрами?|сестрах|чет(?:а|ы|е|у|ой)|"
    r"подружж\w+|брат(?:и|ів|ами?|ах)|сестер) $",
    re.IGNORECASE,
)
_THE_YOUNGER_AFTER = re.compile(r"[- ](?:младш|старш|молодш)[а-яіїє]+")
_FIRM_AFTER = re.compile(
    r" (?:и|і|та|&) (?:Ко|К°|партн[её]ры|сыновья|братья|компаньоны|партнери|сини|брати|товарищи)\b"
)
_A_WOMAN_AFTER = re.compile(r" [а-яёіїєґ]+(?:лась|лася|ла, (?:что|що))\b")
_A_WOMAN_BEFORE = re.compile(
    r"\b(?:госпожа|г-жа|гражданка|мадам|мисс|миссис|леди|пани|актриса|певица|балерина|поэтесса|писательница|"
    r"журналистка|теннисистка|фигуристка|спортсменка|художница|учительница|студентка|школьница|пенсионерка|"
    r"пані|громадянка|акторка|співачка|письменниця|журналістка|тенісистка|спортсменка|художниця|вчителька|студентка) $",
    re.IGNORECASE,
)
_OF_MEN = ("ова", "ева", "ёва", "єва", "їва", "ина", "ына", "іна", "їна")

_NUMBER_AFTER = re.compile(r"-\d")
_ORDINAL_BEFORE = re.compile(
    r"\b((?:втор|трет|четв[её]рт|пят|шест|седьм|четверт|п'ят|шост|сьом)[а-яёіїєґ]{1,4})\s$", re.IGNORECASE
)
"""`Москва — третий Рим`."""
_CAPITAL_BEFORE = re.compile(r"[^\W\d_] ([А-ЯЁІЇЄҐ][а-яёіїєґ]+) $")
_CAPITAL_AFTER = re.compile(r" ([А-ЯЁІЇЄҐ][а-яёіїєґ]+)(?![\w-])")
_WORD_BEFORE = re.compile(r"(?<![\w-])([а-яёіїєґ]+) $")
_PROVINCE_BEFORE = re.compile(
    r"\b(?:штат|провинци|департамент|префектур|кантон|губерни|уезд|графств|провінці|департамент|губерні|повіт)\w* $",
    re.IGNORECASE,
)
_ALSO_PROVINCES = ("вашингтон", "нью-йорк", "мехико", "мехіко")
"""Towns with whose name a state of the union is called that has another capital."""
_QUOTE_AFTER = re.compile(r" ([^\"\n.,;:!?–—-]+)\"")
_LONGEST_TITLE = 3


def has_other_initials(spot: NameInContext) -> bool:
    """Tell whether initials before a family name are not those of the person: `Р. Медведев` for Дмитрий Медведев."""
    if spot.language not in ("ru", "uk") or "." not in spot.before[-2:]:
        return False
    initials = _INITIALS_BEFORE.search(spot.before)
    return initials is not None and initials[1] != spot.initials[:1]


def is_another_in_slavic(spot: NameInContext) -> bool:
    """Tell whether the words around a Russian or Ukrainian name say that it is that of something else."""
    if spot.plain[spot.end : spot.end + 1] == "+" or _is_called_so(spot):
        return True
    if spot.kind is Kind.PERSON:
        return _is_another_person(spot)
    return spot.kind in _PLACES and _is_another_place(spot)


def _is_called_so(spot: NameInContext) -> bool:
    """Tell whether something of another kind is called so: `роман Сорокина «Холод»`, `завод имени Яшина`."""
    if spot.kind in (Kind.PERSON, Kind.PLACE) and spot.is_after(_CALLED_AFTER):
        return True
    if spot.kind is None or spot.before[-1:] != '"' or spot.plain[spot.end : spot.end + 1] != '"':
        return False
    for word in reversed(spot.before[:-1].split()[-3:]):
        # Between the noun and the name may be whose it is.
        if not word[:1].isupper():
            return is_a_noun_of_another_kind(word, spot.kind, spot.language)
        if is_a_noun_of_another_kind(word, spot.kind, spot.language):
            return True
    return False


def _is_another_person(spot: NameInContext) -> bool:
    family = spot.name.rpartition(" ")[2]
    namesake = _NAMESAKE_BEFORE.search(spot.before)
    if namesake is not None and are_in_one_case(namesake[1], family, spot.language):
        return True
    if spot.is_before(_THE_YOUNGER_AFTER) or spot.is_before(_FIRM_AFTER) or _is_a_woman(spot):
        return True
    rank = _WORD_BEFORE.search(spot.before) if " " not in spot.name else None
    if rank is not None and is_a_rank_of_old(rank[1], spot.language):
        return True
    genitive = is_in_the_genitive(family, spot.language)
    return (genitive and spot.is_after(_STREET_BEFORE)) or (not genitive and spot.is_after(_COUPLE_BEFORE))


def _is_a_woman(spot: NameInContext) -> bool:
    """Tell whether a form of a man's family name is a woman's name: `Медведева заявила, что`."""
    if not spot.name.endswith(_OF_MEN) or not spot.known(spot.name[:-1]):
        return False
    return spot.is_before(_A_WOMAN_AFTER) or spot.is_after(_A_WOMAN_BEFORE)


def _is_another_place(spot: NameInContext) -> bool:
    if spot.is_before(_NUMBER_AFTER):
        return True
    if _agrees(_ORDINAL_BEFORE.search(spot.before), spot) or _is_of_a_province(spot):
        return True
    return _is_a_foreigner(spot) or _opens_a_title(spot)


def _is_of_a_province(spot: NameInContext) -> bool:
    """Tell whether a province is called as the state or the town is: `провинция Люксембург`."""
    also = spot.kind is Kind.STATE or spot.name.lower().startswith(_ALSO_PROVINCES)
    return also and spot.is_after(_PROVINCE_BEFORE) and not is_in_the_genitive(spot.name, spot.language)


def _agrees(adjective: re.Match[str] | None, spot: NameInContext) -> bool:
    return adjective is not None and is_adjective_of(adjective[1], spot.name.partition(" ")[0], spot.language)


def _is_a_foreigner(spot: NameInContext) -> bool:
    """Tell whether the name of a place is a half of a person's: `Дензел Вашингтон`."""
    if " " in spot.name:
        return False
    before = _CAPITAL_BEFORE.search(spot.before)
    after = _CAPITAL_AFTER.match(spot.plain, spot.end)
    couples = []
    if before is not None and not spot.known(before[1]):
        couples.append((before[1], spot.name))
    if after is not None and not spot.known(after[1]):
        couples.append((spot.name, after[1]))
    return any(is_of_a_foreigner(given, family, spot.name, spot.language) for given, family in couples)


def _opens_a_title(spot: NameInContext) -> bool:
    """Tell whether a place is the first word of a quoted title, which is none of its sentences: `«Вашингтон пост»`."""
    after = _QUOTE_AFTER.match(spot.plain, spot.end) if spot.before[-1:] == '"' else None
    words = after[1].split() if after is not None else []
    return 0 < len(words) < _LONGEST_TITLE and all(is_first_of_all_a_noun(word, spot.language) for word in words)
