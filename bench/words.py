"""Invented words and names, so that a corpus of any size has enough of them and none is real."""

import random
from collections.abc import Callable
from string import ascii_uppercase


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SMALL_WORDS = _split(
    "the of and to in a for that with as by on at from which its was were has had not but or this these "
    "than into after before while more most other between under against since until about over through"
)
_SYLLABLES = _split("ba ce di fo gu la me ni po ru sa te vi lo mu ren tal cor min dis per ven sto gar ka le so")
# No syllable of a name is one of the prose: a name is never by chance a word of a sentence.
_OF_NAMES = _split("kha zhe qar yul aze tof bek shi gra dze oğl ımə wyn hov xal jev pfa kür")
_OF_CYRILLIC_NAMES = _split("жа би ру гай ше ло мы дзе ка ня юр хов")
_BODIES = ("Union", "Council", "Agency", "Fund", "Forum", "Bank", "Committee", "Institute")
_HAPPENINGS = ("Summit", "Accord", "Crisis", "Election", "Treaty", "Incident")


def vocabulary(rng: random.Random, size: int) -> tuple[str, ...]:
    """Return `size` different invented words in lower case."""
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(rng.choices(_SYLLABLES, k=rng.choice((2, 2, 3))))] = None
    return tuple(words)


def prose_word(rng: random.Random, words: tuple[str, ...]) -> str:
    """Return a word as a sentence might have it: nearly every second one is a small one."""
    return rng.choice(_SMALL_WORDS if rng.random() < 0.45 else words)


class Namer:
    """Makes names, no form twice."""

    def __init__(self, rng: random.Random, words: tuple[str, ...]) -> None:
        self._rng = rng
        self._words = words
        self._taken: set[str] = set()

    def name(self, kind: str) -> str:
        """Return a new name for an entry of that kind."""
        makers: dict[str, Callable[[], str]] = {
            "person": lambda: f"{self._proper()} {self._proper()}",
            "organisation": lambda: f"{self._proper()} {self._proper()} {self._rng.choice(_BODIES)}",
            "event": lambda: f"{self._proper()} {self._rng.choice(_HAPPENINGS)}",
            "place": self._proper,
            "concept": lambda: " ".join(self._rng.choices(self._words, k=2)),
        }
        return self._fresh(makers[kind])

    def acronym(self) -> str:
        """Return a new acronym."""
        return self._fresh(lambda: "".join(self._rng.choices(ascii_uppercase, k=self._rng.randint(4, 6))))

    def cyrillic(self) -> str:
        """Return a new name in Cyrillic letters."""
        return self._fresh(lambda: f"{self._joined(_OF_CYRILLIC_NAMES).capitalize()}ский")

    def _proper(self) -> str:
        return self._joined(_OF_NAMES).capitalize()

    def _joined(self, syllables: tuple[str, ...]) -> str:
        return "".join(self._rng.choices(syllables, k=self._rng.randint(2, 4)))

    def _fresh(self, make: Callable[[], str]) -> str:
        while (form := make()) in self._taken:
            pass
        self._taken.add(form)
        return form
