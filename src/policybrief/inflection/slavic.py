"""Russian and Ukrainian: the words up to the head of a phrase agree, what follows it stays; of a person all change.

The dictionary says what a common word is and how it changes; tables decline the names it does not have.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice, product

from . import slavic_tables
from .dictionary import WordForm, WordReading, has_dictionary, is_rather_another, readings
from .name import InflectedName, NameForms, distinct, is_acronym_word, with_capitals_of
from .slavic_tables import Cases

_MOST_FORMS = 200
_ACRONYM_ENDINGS = ("а", "у", "ом", "е")
"""Of an acronym that is read as a word: `МИДа`."""
_ACRONYM_VOWELS = "АЕИОУЫЭЮЯІЇЄ"
_PATRONYMICS = ("вич", "ич", "вна", "ична", "инична", "івна", "ївна")
_SHORT_GENITIVES = {"балканы": "балкан"}
"""The more usual genitive of names for which the dictionary has another: `Западных Балкан`."""
_VOWELS = "аеёиоуыэюяіїє"
_UNCHANGED = frozenset("оглы кызы де ди да фон ван бен бин ибн аль эль ла ле дер огли кизи".split())
_STRESSED_A = ("ша", "жа", "ча", "ща", "ца")
_ENDS_OF_WOMENS_NAMES = ("кызы", "кизи", "ова", "ева", "ёва", "ина", "ская", "цкая", "ська", "цька")
_ENDS_OF_MENS_NAMES = ("оглы", "огли", "ов", "ев", "ёв", "ин", "ский", "цкий", "ський", "цький")
_OF_WOMEN = ("вна", "ична", *_ENDS_OF_WOMENS_NAMES)
_OF_MEN = ("вич", *_ENDS_OF_MENS_NAMES)
_AND = frozenset("и та і й".split())
_ADVERB_ENDINGS = ("о", "е", "и")
_NUMBERED = re.compile(r"(.*[^\W\d_])(-\d+)")
_ADJECTIVE_ENDINGS = ("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "а", "е", "і", "ій", "ня", "нє", "-й", "-я")


def forms(name: InflectedName, language: str) -> NameForms:
    """Return the forms of a name in Russian or Ukrainian; without a dictionary those of names alone."""
    # The dictionary writes `Куп'янськ`.
    name = replace(name, text=name.text.replace("ʼ", "'").replace("’", "'"))
    if name.person:
        found: Iterable[str] = _of_a_person(name, language)
        unknown = False
    elif has_dictionary(language):
        found, unknown = _of_a_phrase(name, language), False
    else:
        found, unknown = _of_an_unknown(name, language), not name.place or " " in name.text
    written = [name.text, *islice(found, _MOST_FORMS)]
    # Many write е for ё.
    plain = [form.replace("ё", "е").replace("Ё", "Е") for form in written]
    return NameForms(distinct(name.text, (*written, *plain)), unknown)


def _of_an_unknown(name: InflectedName, language: str) -> Iterator[str]:
    """Yield the forms of a name of one word that begins with a capital, by its ending."""
    if " " in name.text or not name.text[:1].isupper():
        return
    if is_acronym_word(name.text):
        yield from _acronym(name.text)
    elif name.place:
        yield from chain.from_iterable(slavic_tables.declined(name.text, language))


def _acronym(word: str) -> Iterator[str]:
    if word[-1] not in _ACRONYM_VOWELS and any(letter in _ACRONYM_VOWELS for letter in word) and len(word) > 2:
        yield from (word + ending for ending in _ACRONYM_ENDINGS)


# A person


def _of_a_person(name: InflectedName, language: str) -> Iterator[str]:
    """Yield a person's name in each case; its words agree."""
    words = [_person_word(word, at, name, language) for at, word in enumerate(name.words)]
    for case in range(len(slavic_tables.CASES)):
        for choice in product(
            *(cases[case] if cases else (word,) for cases, word in zip(words, name.words, strict=True))
        ):
            yield " ".join(choice)


def _person_word(word: str, at: int, name: InflectedName, language: str) -> Cases:
    """Return the forms of one word of a person's name in each case; nothing for one that does not change.

    In a name of short words, as in Korea and China, those before the last may stay: `Ким Чен Ыну`.
    """
    cases = _person_word_in_cases(word, at, name, language)
    short = at < len(name.words) - 1 and cases and all(map(_has_one_vowel, name.words[: at + 1]))
    known = short and len(name.words) < 3 and _given_name(word.lower(), language, name.woman) is not None
    return tuple((word, *forms) for forms in cases) if short and not known else cases


def _is_a_word(word: str) -> bool:
    return word.replace("-", "").replace("'", "").isalpha()


def _has_one_vowel(word: str) -> bool:
    return sum(letter in _VOWELS for letter in word.lower()) == 1


def _person_word_in_cases(word: str, at: int, name: InflectedName, language: str) -> Cases:
    small = word.lower()
    if not _is_a_word(word) or len(word) < 2 or small in _UNCHANGED or is_acronym_word(word):
        return ()
    last = at == len(name.words) - 1
    given = _given_name(small, language, name.woman)
    if given and (not last or at == 0):
        return tuple(
            _cased(word, (form.word for form in given.forms if form.case == case and not form.plural)) or (word,)
            for case in slavic_tables.CASES
        )
    surname = at > 0 or last
    if at and small.endswith(_PATRONYMICS):
        surname = False
    if "-" in small and surname:
        return _double(word, language, name.woman)
    cases = slavic_tables.declined(small, language, surname=surname, woman=name.woman)
    nouns = _as_a_noun(small, language) if surname and cases and not name.woman else ()
    return tuple(
        _cased(word, (*forms, *_in_case(nouns, "gent" if case == "accs" else case)))
        for case, forms in zip(slavic_tables.CASES, cases, strict=False)
    )


def _in_case(nouns: Iterable[WordReading], case: str) -> Iterator[str]:
    return (form.word for noun in nouns for form in noun.forms if form.case == case)


def _as_a_noun(word: str, language: str) -> tuple[WordReading, ...]:
    """Return the readings of a man's family name as a word whose vowel may change: `Зайца`, `Шевця`."""
    if word[-1] in _VOWELS:
        return ()
    own = (read for read in readings(word, language) if read.noun and read.known and read.form.gender == "masc")
    return tuple(
        replace(read, forms=tuple(form for form in read.forms if form.gender == "masc"))
        for read in own
        if read.form.case == "nomn"
    )


def _double(word: str, language: str, woman: bool | None) -> Cases:
    """Return the forms of a double surname; its first part may stay: `Петрову-Водкину`, `Кара-Мурзе`."""
    first, _, second = word.lower().rpartition("-")
    changing = slavic_tables.declined(first, language, surname=True, woman=woman)
    cases = slavic_tables.declined(second, language, surname=True, woman=woman)
    return tuple(
        _cased(word, (f"{one}-{form}" for one in (first, *(changing[at] if changing else ())) for form in forms))
        for at, forms in enumerate(cases)
    )


def _given_name(word: str, language: str, woman: bool | None) -> WordReading | None:
    genders = {None: ("masc", "femn", "ms-f", ""), True: ("femn", "ms-f"), False: ("masc", "ms-f")}[woman]
    return next(
        (
            reading
            for reading in readings(word, language)
            if reading.given_name and reading.known and reading.form.case == "nomn" and not reading.form.plural
            and reading.form.gender in genders
        ),
        None,
    )  # fmt: skip


def is_woman(names: Iterable[str], language: str) -> bool | None:
    """Return whether the bearer of these names is a woman, or None where they do not tell."""
    for name in names:
        first, *others = name.lower().split(" ")
        if others and first in slavic_tables.MEN:
            return False
        for at, word in enumerate(others, 2 - len(others)):
            # A family name may end as a patronymic does: `Светлана Алексиевич`.
            ends = (_OF_WOMEN, _OF_MEN) if at < 1 else (_ENDS_OF_WOMENS_NAMES, _ENDS_OF_MENS_NAMES)
            if word.endswith((*ends[0], *ends[1])):
                return word.endswith(ends[0])
        for reading in readings(first, language) if others else ():
            if reading.given_name and reading.known and reading.form.case == "nomn":
                return reading.form.gender == "femn"
        if others:
            return first.endswith(("а", "я")) and not first.endswith(("ша", "та"))
    return None


# Phrases, organisations, places


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that agree, the head last, and the words after it."""

    adjectives: tuple[str, ...]
    head: str
    rest: tuple[str, ...]


def _of_a_phrase(name: InflectedName, language: str) -> Iterator[str]:
    """Yield the forms of a name that is no person's; a number at its end stays: `Хартии-97`."""
    numbered = _NUMBERED.fullmatch(name.text)
    if numbered:
        yield from (form + numbered[2] for form in _of_a_phrase(replace(name, text=numbered[1]), language))
        return
    phrase = _parted(name.words, language)
    if phrase is None:
        return
    head = phrase.head
    if is_acronym_word(head) or not _is_a_word(head):
        if is_acronym_word(head) and not phrase.adjectives:
            yield from (" ".join((form, *phrase.rest)) for form in _acronym(head))
        return
    chosen = _head_reading(phrase, language, place=name.place)
    if chosen is None or (name.place and not chosen.known and head[0].isupper()):
        if not phrase.adjectives:
            cases = chain.from_iterable(slavic_tables.declined(head.lower(), language))
            yield from (" ".join((form, *phrase.rest)) for form in _cased(head, cases))
        return
    if name.place and not phrase.adjectives and head.endswith(_STRESSED_A):
        # The stress tells `Шушей` and `Шушой` apart; both are written.
        yield " ".join((head[:-1] + "ой", *phrase.rest))
    for form in _forms_of_head(chosen, name, language):
        for words in _agreed(phrase, chosen, form, language):
            yield from (" ".join((*words, *rest)) for rest in _rests(phrase.rest, form, language))
            yield from _with_apposition(words, phrase.rest, form, language)


def _agreed(phrase: _Phrase, head: WordReading, form: WordForm, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the head of a phrase in a form, with the words before it that agree."""
    choices = [_agreeing(word, form, head, language) for word in phrase.adjectives]
    noun = with_capitals_of(phrase.head, form.word)
    yield from ((*adjectives, noun) for adjectives in product(*choices))


def _rests(rest: tuple[str, ...], form: WordForm, language: str) -> Iterator[tuple[str, ...]]:
    """Yield what follows the head: a second head after *and* has the case of the first: `Права и справедливости`."""
    other = _parted(rest[1:], language) if len(rest) > 1 and rest[0] in _AND else None
    head = _head_reading(other, language) if other is not None else None
    if other is None or head is None:
        yield rest
        return
    for own in head.forms:
        if own.case == form.case and own.plural == head.form.plural:
            yield from ((rest[0], *words, *other.rest) for words in _agreed(other, head, own, language))


def _forms_of_head(head: WordReading, name: InflectedName, language: str) -> Iterator[WordForm]:
    """Yield the forms of the head of a phrase that its name may have, but none that is rather another word."""
    both = not head.form.plural and not name.single and not head.one_number
    alone = name.phrase and len(name.words) == 1
    for form in head.forms:
        possible = (both or form.plural == head.form.plural) and not (form.case == "voct" and language == "ru")
        if possible and not (alone and is_rather_another(form.word, head.lemma, language)):
            yield form
            if form.case == "gent" and head.lemma in _SHORT_GENITIVES:
                yield replace(form, word=_SHORT_GENITIVES[head.lemma])


def _parted(words: tuple[str, ...], language: str) -> _Phrase | None:
    """Return where the head of a phrase is: the first noun, with adjectives alone before it; None without any."""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if is_acronym_word(word) or _is_head(word, following, language):
            return _Phrase(words[:at], word, words[at + 1 :])
        if not (_adjective(word, language) or (_adjective(following, language) and _is_adverb(word, language))):
            return None
    return None


def _is_adverb(word: str, language: str) -> bool:
    """Tell whether a word may say something of the adjective after it: `Временно` before `перемещённое лицо`."""
    read = readings(word.lower(), language) if word.lower().endswith(_ADVERB_ENDINGS) else ()
    return any(each.known and not (each.noun or each.adjective or each.form.case) for each in read)


def _is_head(word: str, following: str, language: str) -> bool:
    read = readings(word.lower(), language)
    noun = any(reading.noun and reading.form.case == "nomn" for reading in read)
    if not _adjective(word, language):
        return noun or (not following and bool(read))
    if not following:
        return True
    agreeing = any(
        reading.form.case == "nomn" and _agree(adjective.form, reading.form)
        for reading in readings(following.lower(), language)
        for adjective in read
        if adjective.adjective and adjective.form.case == "nomn"
    )
    return noun and not agreeing


def _adjective(word: str, language: str) -> WordReading | None:
    return next(iter(_adjectives(word, language)), None)


@lru_cache(maxsize=2_000)
def _adjectives(word: str, language: str) -> tuple[WordReading, ...]:
    """Return how a word may be read as an adjective in the nominative, the likeliest first."""
    if not word.lower().endswith(_ADJECTIVE_ENDINGS):
        return ()
    read = readings(word.lower(), language)
    return tuple(reading for reading in read if reading.adjective and reading.form.case == "nomn")


def _agree(one: WordForm, other: WordForm) -> bool:
    if one.plural or other.plural:
        return one.plural == other.plural
    return one.gender == other.gender or "ms-f" in (one.gender, other.gender)


def _head_reading(phrase: _Phrase, language: str, *, place: bool = False) -> WordReading | None:
    """Return the likeliest reading of the head that agrees with the adjectives before it.

    A head that never changes has forms for the sake of these: `Международного бюро`.
    """
    read = [reading for reading in readings(phrase.head.lower(), language) if reading.form.case == "nomn"]
    adjectives = [found for word in phrase.adjectives if (found := _adjective(word, language))]
    fitting = [r for r in read if all(_agree(adjective.form, r.form) for adjective in adjectives)]
    fixed = [r for r in fitting if r.fixed and r.noun]
    nouns = (
        (fixed if adjectives else []) or [r for r in fitting if r.noun and not r.fixed] or ([] if fixed else fitting)
    )
    if not nouns:
        return None

    def rank(reading: WordReading) -> tuple[bool, bool, float]:
        return (place and reading.place, not (reading.surname or reading.given_name), reading.score)

    return max(nouns, key=rank)


def _agreeing(word: str, form: WordForm, head: WordReading, language: str) -> tuple[str, ...]:
    """Return the forms of an adjective that go with a form of the head."""
    animate = head.form.animate
    # `большая` is a form of `большой` and of `больший`.
    found = (
        other.word
        for adjective in _adjectives(word, language)
        if _agree(adjective.form, head.form)
        for other in adjective.forms
        if other.case == form.case and _agree(other, form) and (not other.animate or other.animate == animate)
    )
    return _cased(word, found) or (word,)


def _with_apposition(agreeing: tuple[str, ...], rest: tuple[str, ...], form: WordForm, language: str) -> Iterator[str]:
    """Yield a phrase whose second noun is a name beside the first, and changes too: `реки Волги`."""
    if not rest or not rest[0][:1].isupper():
        return
    name = next((r for r in readings(rest[0].lower(), language) if r.place and r.form.case == "nomn"), None)
    if name is not None and not form.plural:
        for other in name.forms:
            if other.case == form.case and other.plural == name.form.plural:
                yield " ".join((*agreeing, with_capitals_of(rest[0], other.word), *rest[1:]))


@lru_cache(maxsize=20_000)
def _capitals(model: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(with_capitals_of(model, form) for form in forms))


def _cased(model: str, forms: Iterable[str]) -> tuple[str, ...]:
    return _capitals(model, tuple(forms))
