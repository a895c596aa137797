"""Words that look like a form of a name although no rule makes them of it, for a person to decide."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..model.glossary import Alias, Entry
from .forms import INFLECTED, language_of

_TURKIC = (
    "(?:l[aəe]r|s?[ıiuü]|n?[ıiuü]n|[yn]?[aəe]|n?[dt][aəe]n?|[ıiuü]?m[ıiuü]z|[dt][ıiuü]r|k[ıiü]|y?l[aəe]|[ıiuü]?[mn])*"
)
_ENDINGS: Mapping[str, str] = {
    "ru": "[аеёиоуыэюяьймхвгт]{0,4}", "uk": "[аеиіоуюяьймхвгтєї]{0,5}", "pl": "[aeiouyąęówmchjz]{0,4}",
    "az": _TURKIC, "tr": _TURKIC,
    "de": "(?:e?[nsmr]|e|er[ns]|ens)?", "fr": "(?:e?s|x|aux|al|e)?", "es": "(?:e?s|o|a)?", "it": "(?:h?[ieoa]|io)?",
    "hy": "[ա-և]{0,4}", "ka": "[ა-ჰ]{0,5}",
}  # fmt: skip
"""What may be where two forms of a word differ."""
_PREFIXES: Mapping[str, str] = {"he": "[ושהבלכמ]{1,4}", "ar": "[وفبكل]{0,2}(?:ال|لل|ا)?"}
"""What may be before a word, in one with it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEY = 3
"""Letters that two forms of a word have in common at the least."""
_CHANGING = 2
"""Letters at the end of a name that may be others in a form of it, or be lost."""
_ADDING = frozenset(("az", "tr", "hy", "ka"))
"""The languages that put endings after a name and change its last letter at most."""


@dataclass(frozen=True, slots=True)
class LikelyForm:
    """Words in a text that look like a form of a name."""

    start: int
    end: int
    entry: str
    name: str


@dataclass(frozen=True, slots=True)
class LikelyForms:
    """The names of a glossary, by the letters with which their forms begin, or end where a language has prefixes."""

    by_beginning: Mapping[str, tuple[tuple[Entry, Alias], ...]]
    by_word: Mapping[str, tuple[tuple[Entry, Alias], ...]]

    def find(self, text: str) -> Iterator[LikelyForm]:
        """Yield the words of a text that look like a form of a name and are not the name itself; none overlaps."""
        if not self.by_beginning and not self.by_word:
            return
        words = list(_WORD.finditer(text))
        done = 0
        for at, word in enumerate(words):
            if word.start() < done:
                continue
            for entry, alias in self._beginning_with(word[0]):
                count = alias.form.count(" ") + 1
                some = words[at : at + count]
                if len(some) == count and _alike([one[0] for one in some], alias):
                    done = some[-1].end()
                    yield LikelyForm(word.start(), done, entry.id, alias.form)
                    break

    def _beginning_with(self, word: str) -> Iterable[tuple[Entry, Alias]]:
        yield from self.by_beginning.get(word[:_KEY].lower(), ())
        for cut in range(1, 5):
            yield from self.by_word.get(word[cut:], ())


def likely_forms_of(entries: Iterable[Entry], home: str) -> LikelyForms:
    """Return what looks like a form of the names of these entries in `home`, the language of the text.

    Names in other languages seldom are in it in their forms, and words of its own look like these.
    """
    by_beginning: defaultdict[str, list[tuple[Entry, Alias]]] = defaultdict(list)
    by_word: defaultdict[str, list[tuple[Entry, Alias]]] = defaultdict(list)
    for entry in entries:
        for alias in entry.names:
            language = language_of(alias)
            if not alias.link or not alias.inflect or language not in INFLECTED or language != home.partition("-")[0]:
                continue
            first = alias.form.partition(" ")[0]
            if language in _PREFIXES:
                by_word[first].append((entry, alias))
            elif len(first) > _KEY and not first.isupper():
                by_beginning[first[:_KEY].lower()].append((entry, alias))
    return LikelyForms(
        {key: tuple(some) for key, some in by_beginning.items()}, {key: tuple(some) for key, some in by_word.items()}
    )


def _alike(words: list[str], alias: Alias) -> bool:
    own = alias.form.split(" ")
    language = language_of(alias)
    if words == own:
        return False
    if not alias.any_case and any(
        one[0].isupper() != other[0].isupper() for one, other in zip(words, own, strict=True)
    ):
        return False
    return all(_same_word(word, other, language) for word, other in zip(words, own, strict=True))


def _same_word(word: str, own: str, language: str) -> bool:
    """Tell whether two words differ only in what may be an ending, or a prefix."""
    word, own = word.lower(), own.lower()
    if word == own:
        return True
    if language in _PREFIXES:
        return word.endswith(own) and _pattern(_PREFIXES[language]).fullmatch(word[: -len(own)]) is not None
    common = next((at for at, (one, other) in enumerate(zip(word, own, strict=False)) if one != other), None)
    common = min(len(word), len(own)) if common is None else common
    if common < max(_KEY, len(own) - (1 if language in _ADDING else _CHANGING)):
        return False
    pattern = _pattern(_ENDINGS[language])
    return pattern.fullmatch(word[common:]) is not None and pattern.fullmatch(own[common:]) is not None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
