"""Which entries a passage names, in any of their forms and with the endings that Russian and Azerbaijani add."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.fold import fold
from ..model.glossary import Entry

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEGINNING = 3
"""By how many letters the first word of a form is looked up."""
_ENDING = 4
"""How many letters an ending has at most; a word may lose two of its own before it."""
_SHORTEST = 5
"""Shorter words take no endings: they would be others."""


@dataclass(frozen=True, slots=True, eq=False)
class NamesSaid:
    """The forms of all entries, by the beginning of their first word."""

    forms: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def entries_in(text: str, names: NamesSaid) -> frozenset[str]:
    """Return the ids of the entries that a text names; of forms in one another the longest counts."""
    words = [fold(match[0]) for match in _WORD.finditer(text)]
    found: set[str] = set()
    index = 0
    while index < len(words):
        fitting = [
            (len(form), entry)
            for form, entry in names.forms.get(words[index][:_BEGINNING], ())
            if _fits(form, words[index : index + len(form)])
        ]
        longest = max(fitting, default=(1, ""))[0]
        found |= {entry for length, entry in fitting if length == longest}
        index += longest
    return frozenset(found)


def names_said(entries: Iterable[Entry]) -> NamesSaid:
    """Return the forms of the entries."""
    forms: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for entry in entries:
        for alias in entry.names:
            words = tuple(fold(match[0]) for match in _WORD.finditer(alias.form))
            if words and not alias.ambiguous:
                forms[words[0][:_BEGINNING]].append((words, entry.id))
    return NamesSaid({beginning: tuple(found) for beginning, found in forms.items()})


def _fits(form: tuple[str, ...], words: list[str]) -> bool:
    return len(form) == len(words) and all(map(_same_but_for_ending, form, words))


def _same_but_for_ending(form: str, word: str) -> bool:
    if form == word:
        return True
    if min(len(form), len(word)) < _SHORTEST:
        return False
    stem = form[: len(form) - 1] if form[-1] in "aeiouəyаеёиоуыэюяьй" else form
    return word.startswith(stem) and len(word) - len(stem) <= _ENDING
