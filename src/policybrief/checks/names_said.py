"""The entries that a passage names, in any of their forms and with Russian and Azerbaijani endings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..inflection.small_words import BEFORE_A_FAMILY_NAME, all_before_a_family_name
from ..model.fold import fold
from ..model.glossary import Entry, Kind

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEGINNING = 3
"""How many letters of a form's first word index it."""
_ENDING = 4
"""The most letters in an ending; a word may lose two letters before it."""
_SHORTEST = 5
"""Shorter words take no endings, because they would become other words."""
_OTHERS_BEFORE = frozenset(
    "ambassador assistant chairman chancellor colonel deputy director foreign leader leaders lieutenant major "
    "monsignor presidents sen yesterday premier prezident президент премьер министр başkan cumhurbaşkanı".split()
)
"""Words that may come before a family name without being a given name, in addition to the language tables; folded."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of an entry's name, word by word."""

    words: tuple[str, ...]
    """Folded."""
    capitals: tuple[bool, ...]
    """Which of them are capitalised."""
    entry: str
    family_name: bool
    """Whether it is a single word of a person's name."""


@dataclass(frozen=True, slots=True, eq=False)
class NamesSaid:
    """The forms of all entries, by the beginning of their first word."""

    forms: Mapping[str, tuple[_Form, ...]]


@dataclass(frozen=True, slots=True)
class EntriesSaid:
    """The ids of the entries that a text may name, and of those that it certainly names.

    `crimes` may be the name of Crimea with an ending, and *Hillary Clinton* is not Bill Clinton.
    """

    possible: frozenset[str]
    certain: frozenset[str]


def entries_in(text: str, names: NamesSaid) -> EntriesSaid:
    """Return the entries that a text names; of nested forms the longest counts."""
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    possible: set[str] = set()
    certain: set[str] = set()
    index = 0
    while index < len(words):
        beginning = names.forms.get(words[index][:_BEGINNING], ())
        fitting = [form for form in beginning if _fits(form.words, words[index : index + len(form.words)])]
        longest = max((len(form.words) for form in fitting), default=1)
        for form in fitting:
            if len(form.words) == longest:
                possible.add(form.entry)
                if _is_certain(form, found, index, text):
                    certain.add(form.entry)
        index += longest
    return EntriesSaid(frozenset(possible), frozenset(certain))


def names_said(entries: Iterable[Entry]) -> NamesSaid:
    """Return the forms of the entries."""
    forms: defaultdict[str, list[_Form]] = defaultdict(list)
    for entry in entries:
        for alias in entry.names:
            written = [match[0] for match in _WORD.finditer(alias.form)]
            if written and not alias.ambiguous:
                words = tuple(map(fold, written))
                capitals = tuple(word[0].isupper() and not alias.any_case for word in written)
                family_name = entry.kind is Kind.PERSON and len(words) == 1
                forms[words[0][:_BEGINNING]].append(_Form(words, capitals, entry.id, family_name))
    return NamesSaid({beginning: tuple(found) for beginning, found in forms.items()})


def _is_certain(form: _Form, found: Sequence[re.Match[str]], index: int, text: str) -> bool:
    """Tell whether a matching form is written as a name, and not as somebody else's family name."""
    named = found[index : index + len(form.words)]
    if any(capital and match[0][0].islower() for capital, match in zip(form.capitals, named, strict=True)):
        return False
    if not form.family_name or index == 0:
        return True
    before = found[index - 1]
    given_name = before[0][0].isupper() and text[before.end() : named[0].start()] == " "
    return not given_name or fold(before[0]) in _before_family_names()


@cache
def _before_family_names() -> frozenset[str]:
    english = (word for word in BEFORE_A_FAMILY_NAME)
    return _OTHERS_BEFORE | {fold(word) for word in (*english, *all_before_a_family_name())}


def _fits(form: tuple[str, ...], words: list[str]) -> bool:
    return len(form) == len(words) and all(map(_same_but_for_ending, form, words))


def _same_but_for_ending(form: str, word: str) -> bool:
    if form == word:
        return True
    if min(len(form), len(word)) < _SHORTEST:
        return False
    stem = form[: len(form) - 1] if form[-1] in "aeiouəyаеёиоуыэюяьй" else form
    return word.startswith(stem) and len(word) - len(stem) <= _ENDING
