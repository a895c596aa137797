"""A name as it is to be inflected, and how its forms keep its capitals."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

_MOST_FORMS = 250
"""Of a name whose words may each be read in several ways."""


@dataclass(frozen=True, slots=True)
class InflectedName:
    """One form of an entry's name, and what of its entry decides how it is inflected."""

    text: str
    person: bool = False
    place: bool = False
    """Whether it names a state or a place."""
    single: bool = False
    """Whether there is but one such thing, so that the name has no plural."""
    phrase: bool = False
    """Whether it is written without a capital: a phrase, not a name."""
    woman: bool | None = None
    """Whether a person is a woman; None where nothing tells."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split(" "))


@dataclass(frozen=True, slots=True)
class NameForms:
    """The forms of a name, without the name itself."""

    forms: tuple[str, ...] = ()
    unknown: bool = False
    """Whether there may be others, which only a dictionary knows that is not installed."""


def is_acronym_word(word: str) -> bool:
    """Tell whether a word is written in capitals alone: such a word keeps its letters."""
    return len(word) > 1 and word.isupper()


def with_capitals_of(model: str, word: str) -> str:
    """Return `word` with a capital wherever a part of `model` has one: `Нью-Йорк`, `нью-йорка` gives `Нью-Йорка`."""
    parts = model.split("-")
    given = word.split("-")
    if len(parts) != len(given):
        return word[:1].upper() + word[1:] if model[:1].isupper() else word
    return "-".join(
        new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in zip(parts, given, strict=True)
    )


def distinct(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms in their order, each once, without the name; of very many only the first."""
    found = dict.fromkeys(islice(forms, _MOST_FORMS))
    found.pop(name, None)
    return tuple(found)
