"""A brief made up from a seed: chapters of prose, and the glossary whose names stand in it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from bench.words import Namer, prose_word, vocabulary

CHAPTERS_A_FOLDER = 20
SOURCES = 20
VOCABULARY = 1500
SECTIONS = 5
PARAGRAPHS_A_SECTION = 3
PARAGRAPH_WORDS = 81
KINDS = ("person", "organisation", "place", "event", "concept")
# What makes a page of 1,500 words hold 53 names, and a term have 1.75 forms: the report shows the counts.
NAME_SHARE = 0.0365
ALIAS_SHARE = 0.75
CYRILLIC_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry to be."""

    id: str
    name: str
    kind: str
    definition: str
    year: int
    source: str
    alias: str = ""
    alias_language: str = "en"
    ally: str = ""
    """The id of another term, or empty."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name, and the alias if it has one."""
        return (self.name, self.alias) if self.alias else (self.name,)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter to be."""

    path: str
    """Relative to the folder of chapters."""
    title: str
    body: str
    """Markdown without the front matter."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What both sides publish, and how much of it there is."""

    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    words: int
    mentions: int
    mentioned: frozenset[str]
    """The ids of the terms that stand in a chapter."""

    @property
    def forms(self) -> int:
        """How many forms the terms have together."""
        return sum(len(term.forms) for term in self.terms)


def make_corpus(chapters: int, terms: int, seed: int = 1) -> Corpus:
    """Return a corpus of that size; the same arguments give the same corpus."""
    words = vocabulary(random.Random(f"{seed} vocabulary"), VOCABULARY)
    glossary = tuple(_terms(terms, words, random.Random(f"{seed} terms")))
    writer = _Writer(words, glossary, random.Random(f"{seed} chapters"))
    pages = tuple(writer.chapter(number) for number in range(1, chapters + 1))
    return Corpus(pages, glossary, writer.words, writer.mentions, frozenset(writer.mentioned))


def source_id(number: int) -> str:
    """Return the id of a reference."""
    return f"source{number}"


def _terms(count: int, words: tuple[str, ...], rng: random.Random) -> Iterator[Term]:
    namer = Namer(rng, words)
    earlier = ""
    for index in range(count):
        kind = KINDS[index % len(KINDS)]
        alias, language = _alias(kind, namer, rng)
        term = Term(
            id=f"term-{index + 1}",
            name=namer.name(kind),
            kind=kind,
            definition=" ".join(prose_word(rng, words) for _ in range(30)).capitalize() + ".",
            year=rng.randint(1991, 2020),
            source=source_id(rng.randint(1, SOURCES)),
            alias=alias,
            alias_language=language,
            ally=earlier if rng.random() < 0.3 else "",
        )
        yield term
        earlier = term.id


def _alias(kind: str, namer: Namer, rng: random.Random) -> tuple[str, str]:
    if rng.random() >= ALIAS_SHARE:
        return "", "en"
    if rng.random() < CYRILLIC_SHARE:
        return namer.cyrillic(), "ru"
    return (namer.acronym() if kind == "organisation" else namer.name(kind)), "en"


class _Writer:
    """Writes chapters, and counts the words and the names in them."""

    def __init__(self, words: tuple[str, ...], terms: tuple[Term, ...], rng: random.Random) -> None:
        self._words = words
        self._terms = terms
        self._zipf = list(accumulate(1 / rank for rank in range(1, len(terms) + 1)))
        self._rng = rng
        self.words = 0
        self.mentions = 0
        self.mentioned: set[str] = set()

    def chapter(self, number: int) -> Chapter:
        sections = [self._section(number, section) for section in range(1, SECTIONS + 1)]
        note = f"[^note]: {self._sentence(18, 22)}"
        return Chapter(
            path=f"part-{(number - 1) // CHAPTERS_A_FOLDER + 1:02}/{number:04}.md",
            title=f"{self._heading()} {number}",
            body="\n\n".join([*sections, note]) + "\n",
        )

    def _section(self, chapter: int, number: int) -> str:
        blocks = [f"## {self._heading()}"]
        blocks += [self._paragraph() for _ in range(PARAGRAPHS_A_SECTION)]
        if number == 2:
            blocks.append("\n".join(f"- {self._sentence(10, 14)}" for _ in range(6)))
        if number == 3:
            blocks.append(self._table())
        if number == 4:
            blocks[-1] += f"[^note] More stands elsewhere [@{source_id(chapter % SOURCES + 1)}]."
        return "\n\n".join(blocks)

    def _table(self) -> str:
        rows = [[self._tokens(3) for _ in range(3)] for _ in range(5)]
        return "\n".join(f"| {' | '.join(row)} |" for row in [["Who", "Where", "What"], ["---"] * 3, *rows])

    def _paragraph(self) -> str:
        end = self.words + PARAGRAPH_WORDS
        sentences = []
        while self.words < end:
            sentences.append(self._sentence(12, 26))
        return " ".join(sentences)

    def _sentence(self, shortest: int, longest: int) -> str:
        text = self._tokens(self._rng.randint(shortest, longest))
        return f"{text[0].upper()}{text[1:]}."

    def _tokens(self, count: int) -> str:
        return " ".join(self._token() for _ in range(count))

    def _token(self) -> str:
        if self._rng.random() < NAME_SHARE:
            term = self._rng.choices(self._terms, cum_weights=self._zipf)[0]
            token = self._rng.choice(term.forms)
            self.mentions += 1
            self.mentioned.add(term.id)
        else:
            token = prose_word(self._rng, self._words)
        self.words += token.count(" ") + 1
        return token

    def _heading(self) -> str:
        return " ".join(self._rng.choices(self._words, k=3)).capitalize()
