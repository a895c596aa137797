"""Unions and societies of a kind of people, in Russian and Ukrainian."""

from functools import lru_cache

from .dictionary import WordForm, readings

_UNIONS = frozenset(
    "союз совет фонд комитет центр клуб форум конгресс партия ассоциация федерация лига объединение общество "
    "спілка рада партія асоціація федерація ліга товариство".split()
)


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
