"""Unions and societies of a kind of people, in Russian and Ukrainian."""

from functools import lru_cache

from .dictionary import WordForm, readings

_UNIONS = frozenset(
    "союз совет фонд комитет центр клуб форум конгресс партия ассоциация федерация лига объединение общество "
    "спілка рада партія асоціація федерація ліга товариство".split()
)


_OTHER_BODIES = frozenset(
    """
    агентство академия альянс аппарат армия банк батальон биржа блок братство бригада бюро вестник войско газета
    гвардия государство группа группировка движение двадцатка двойка департамент десятка дивизия дума епархия епископат
    журнал завод издание инспекция институт институция кабинет казначейство канал канцелярия клан коалиция коллегия
    комиссия компания концерн корпорация корпус министерство миссия музей общественность община объединение организация
    орден отряд палата парламент патриархат полиция правительство прокуратура профсоюз пятёрка радио радиостанция
    редакция республика сеть секретариат семёрка сила синод служба собрание содружество сообщество студия суд сходка
    телевидение телеканал театр тройка трибунал университет управление учреждение фирма флот фракция фронт халифат
    церковь четвёрка штаб эмират
    агенція академія альянс армія батальйон біржа бригада військо вісник відомство гвардія група держава двадцятка
    департамент дивізія дума єпархія загін збори інспекція інститут канцелярія коаліція колегія комісія компанія
    корпорація міністерство місія мережа обʼєднання об'єднання община організація палата патріархат поліція
    прокуратура профспілка пʼятірка радіо редакція республіка рух секретаріат сімка синод служба співдружність спільнота
    студія телебачення товариство трійка університет управління уряд установа флот фракція халіфат центр церква четвірка
    """.split()
)


@lru_cache(maxsize=10_000)
def is_a_body(word: str, language: str) -> bool:
    """Tell whether a noun is what a body of people is: `группа`, `партия`."""
    lemmas = {read.lemma for read in readings(word.lower(), language) if read.noun}
    return not lemmas.isdisjoint(_UNIONS | _OTHER_BODIES)


@lru_cache(maxsize=10_000)
def is_of_people(union: str, members: str, language: str) -> bool:
    """Tell whether a word is a union and the next says whose it is: `союз студентов`."""
    if members[0].isupper() or not any(read.lemma in _UNIONS for read in readings(union.lower(), language)):
        return False
    first = next(iter(readings(members, language)), None)
    return first is not None and first.known and first.noun and _of_several_people(first.form)


def _of_several_people(form: WordForm) -> bool:
    return (form.case, form.plural, form.animate) == ("gent", True, "anim")


@lru_cache(maxsize=10_000)
def is_first_of_all_a_noun(word: str, language: str) -> bool:
    """Tell whether a word is a noun or an adjective in the first place; also when no dictionary can tell."""
    first = next(iter(readings(word.lower(), language)), None)
    return first is None or first.noun or first.adjective
