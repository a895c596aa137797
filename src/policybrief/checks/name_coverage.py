"""Names in the text and the glossary: entries that nothing mentions, names that the glossary lacks."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..inflection.likeness import likely_forms_of
from ..inflection.small_words import calendar, is_office, is_people, openers, particles, titles
from ..model.check import Finding
from ..model.claims import blotted
from ..model.knowledge import Extent, Paragraph
from ..model.publication import Publication
from .inflected_forms import likely_in
from .read_brief import ReadBrief, ReadParagraph

_WORD = r"(?:[^\W\d_]+(?:['’.&-](?=[^\W\d_])[^\W\d_]+)*|\d+(?:th|st|nd|rd))"
_PARTICLES = frozenset("of the for de von al".split())
_ELIDED = re.compile(r"(?:[ldcjmnst]|qu|dell|all|dall|nell|sull|un)['’](?=\w)", re.IGNORECASE)
"""An article or preposition that French and Italian join to the next word: `L'Union`."""
_ENDING = re.compile("['’]")
_ACRONYM_WITH_ENDING = re.compile(r"(?<=[^\W\d_a-zəıöüçşğа-яё])[-'’][a-zəıöüçşğа-яё]{1,6}$")
"""A case ending after an acronym: `BMT-nin`, `NATO'nun`."""
_POSSESSIVE = re.compile(r"['’]s$")
_CONJUNCTIONS = frozenset("and и та й і və ve und et y e i".split())
"""Words that occur inside names, but never beside an acronym."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s+[\"'“‘«(\[]*$|[\n“‘]$")

_NO_NAMES = frozenset(
    # Words that English capitalises although they do not name an actor, place or event.
    """
    I January February March April May June July August September October November December
    Foreign Defence Defense Interior Secretary General Chancellor Premier Chairman Director King Queen
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mrs Ms Dr President Prime Minister Vice
    Western Eastern Northern Southern European Eurasian Asian African American British English French German Italian
    Spanish Greek Dutch Polish Czech Hungarian Romanian Bulgarian Baltic Nordic Scandinavian Russian Soviet Ukrainian
    Belarusian Georgian Armenian Azerbaijani Azerbaijanis Armenians Russians Georgians Ukrainians Americans Europeans
    Turkish Turkic Turks Kurdish Kurds Persian Iranian Arab Arabic Israeli Jewish Chinese Japanese Indian Pakistani
    Kazakh Uzbek Kyrgyz Tajik Turkmen Moldovan Chechen Dagestani Ossetian Abkhaz Caspian Caucasian Slavic Orthodox
    Muslim Muslims Christian Christians Islamic Islam Christianity Communist Marxist Sunni Shia Shi'a Latin Cyrillic
    """.split()
)

_OPENERS = frozenset(
    """
    A An The And As At After Although Because Before Both But By Despite During Even For From He His Her If In Its
    Later Like Neither No Nor Not Of On Once One Only Or Our She Since So Some That Their Then There These They This
    Those Though Through To Two Under Unlike Until Upon We When Where Whereas Whether Which While Why With Within
    """.split()
)


@dataclass(frozen=True, slots=True)
class _SmallWords:
    """Capitalised words that are not names, in the language of a brief."""

    language: str
    openers: frozenset[str]
    everyday: frozenset[str]
    particles: frozenset[str]


def _small_words(language: str) -> _SmallWords:
    code = language.partition("-")[0]
    if code == "en":
        return _SmallWords(code, _OPENERS, _NO_NAMES | _OPENERS, _PARTICLES)
    opening = openers(code)
    return _SmallWords(code, opening, opening | titles(code) | calendar(code), _PARTICLES | particles(code))


def check_unused_entries(publication: Publication) -> Iterator[Finding]:
    """Yield the entries that no chapter mentions, except background entries."""
    mentioned = {mention.entry for chapter in publication.knowledge.chapters for mention in chapter.mentions}
    for entry in publication.project.glossary.entries:
        if entry.id not in mentioned and not entry.background:
            seen = f"no chapter mentions '{entry.id}' under any of its forms"
            hint = "mention it, add the form that the text uses, mark it 'background: true', or remove it"
            yield Finding(entry, seen, hint)


def check_unknown_names(brief: ReadBrief) -> Iterator[Finding]:
    """Yield a work list of names in the text that the glossary lacks, each at its first place."""
    count: Counter[str] = Counter()
    first: dict[str, tuple[Paragraph, int, str]] = {}
    small = _small_words(brief.project.brief.language)
    inflected = likely_forms_of(brief.entries.values(), brief.project.brief.language)
    for read in brief.paragraphs():
        likely = [Extent(each.start, each.end) for each in likely_in(read, inflected)]
        for name, position, unsure in _names_in(read, likely, small):
            count[name] += 1
            first.setdefault(name, (read.paragraph, position, unsure))
    for name, (paragraph, position, unsure) in first.items():
        times = "" if count[name] == 1 else f" ({count[name]} times)"
        if unsure:
            hint = f"give it an entry of its own, or write [[!{name}]], or [[id|{unsure}]] for the one you mean"
        else:
            hint = "give it an entry or an alias if readers should find it"
        yield Finding(paragraph, f"the glossary does not have '{name}'{times}", hint, position)


def check_ambiguous_names(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each place where the meaning of an ambiguous form, or a common word, is not clear."""
    for read in brief.paragraphs():
        for aside in read.asides:
            form = read.text[aside.extent.start : aside.extent.end]
            if aside.common:
                name = brief.entries[aside.common].name
                seen = f"'{form}' may be '{name}' or a common word"
                hint = f"write [[{aside.common}|{form}]] for the entry, or [[!{form}]] for the word"
                yield Finding(read.paragraph, seen, hint, aside.extent.start)
            elif aside.several:
                hint = f"write [[id|{form}]] for the one you mean, or [[!{form}]] for none of them"
                seen = f"'{form}' may mean several entries"
                yield Finding(read.paragraph, seen, hint, aside.extent.start)


def _names_in(read: ReadParagraph, likely: list[Extent], small: _SmallWords) -> Iterator[tuple[str, int, str]]:
    """Yield each name that the glossary lacks, its place, and the part of it that may be a known name, if any.

    `likely` are the places of words that look like an inflected name, which are reported separately.
    """
    known = [mention.extent for mention in read.mentions]
    known += [aside.extent for aside in read.asides if not aside.unsure]
    unsure = [aside.extent for aside in read.asides if aside.unsure]
    text = blotted(read.text, [*known, *likely])
    for found, end in _capitalised(text, small.particles):
        start = _behind_an_opener(text, found, end, small) if _opens_a_sentence(read.text, found) else found
        start = _behind_peoples(text, start, end, small)
        name = _ACRONYM_WITH_ENDING.sub("", _POSSESSIVE.sub("", text[start:end]))
        if not name[:1].isupper():
            # Only its article had a capital: `D'autres`.
            continue
        known_part = (read.text[some.start : some.end] for some in unsure if some.start < end and some.end > start)
        doubtful = next(known_part, "")
        if doubtful or not _everyday(name, small, opens=_opens_a_sentence(read.text, start)):
            yield name, start, doubtful


def _capitalised(text: str, small: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the extents of runs of capitalised words, joined by spaces and small particles."""
    for line in re.finditer(r"[^\n,;:()\[\]“”„«»‘\"–—/]+", text):
        run: list[re.Match[str]] = []
        for word in re.finditer(_WORD, line[0]):
            gap = line[0][run[-1].end() : word.start()] if run else ""
            # A line break counts as a space.
            if run and (gap.strip() or len(gap) > 1 or _is_apart(run[-1][0], word[0])):
                yield from _trimmed(run, line.start(), small)
                run = []
            if word[0][0].isupper() or (run and word[0] in small):
                run.append(word)
            else:
                yield from _trimmed(run, line.start(), small)
                run = []
        yield from _trimmed(run, line.start(), small)


def _is_apart(word: str, following: str) -> bool:
    """Tell whether a name ends between two words: one is an acronym, and the other joins it to another name."""
    pair = {_ACRONYM_WITH_ENDING.sub("", word), _ACRONYM_WITH_ENDING.sub("", following)}
    return bool(pair & _CONJUNCTIONS) and any(len(each) > 1 and each.isupper() for each in pair)


def _trimmed(run: list[re.Match[str]], offset: int, small: frozenset[str]) -> Iterator[tuple[int, int]]:
    while run and run[-1][0] in small:
        run = run[:-1]
    if run:
        yield offset + run[0].start(), offset + run[-1].end()


def _behind_an_opener(text: str, start: int, end: int, small: _SmallWords) -> int:
    """Return the start of a name in a sentence that opens with a small word: `The Samur`, `L'Alsace`."""
    opener, _, rest = text[start:end].partition(" ")
    if rest and opener in small.openers:
        return start + len(opener) + 1
    elided = _ELIDED.match(text, start, end) if small.language in ("fr", "it") else None
    return elided.end() if elided else start


def _behind_peoples(text: str, start: int, end: int, small: _SmallWords) -> int:
    """Return the start of a name that small words join to a people: `les Russes au Soudan`."""
    words = list(re.finditer(r"\S+", text[start:end]))
    after = start
    for word, following in pairwise(words):
        if word[0] not in small.particles and not is_people(word[0], small.language):
            break
        if word[0] in small.particles and following[0] not in small.particles:
            after = start + following.start()
    return after


def _everyday(name: str, small: _SmallWords, *, opens: bool) -> bool:
    words = [word for word in name.split() if word not in small.particles]
    if opens and words and not words[0].isupper():
        # The capital may belong to the beginning of the sentence.
        words = words[1:]
    if small.language == "de":
        return _everyday_in_german(words, small)
    words = [word for word in words if len(word) > 1 and not _says_nothing(word, small)]
    return not words or all(_ROMAN.fullmatch(word) for word in words)


def _says_nothing(word: str, small: _SmallWords) -> bool:
    """Tell whether a capitalised word is not a name, even with an ending after an apostrophe: `Mart'ta`."""
    alone = word.partition("-")[0]
    if small.language in ("tr", "az"):
        alone = _ENDING.split(alone, maxsplit=1)[0]
    return alone in small.everyday or is_people(word, small.language)


def _everyday_in_german(words: list[str], small: _SmallWords) -> bool:
    """Tell whether words are only nouns, which all have capitals; two in a row, or one after an office, are a name."""
    named = [word for word in words if word not in small.everyday and not is_office(word)]
    after_office = len(named) < len(words) and bool(named)
    return not (len(named) > 1 or after_office or any(len(word) > 1 and word.isupper() for word in named))


def _opens_a_sentence(text: str, position: int) -> bool:
    return position == 0 or _SENTENCE_END.search(text, max(0, position - 8), position) is not None
