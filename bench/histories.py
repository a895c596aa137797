"""A brief and its later editions, made up from a seed, with the truth about what became of every paragraph.

Every paragraph gets a number, its root, when it is written or split off, and the paragraph objects carry the roots on:
through edits and moves, into the paragraph that swallows them, out of the brief when they are struck out. Words bear
the roots too and leave them to the words that replace them, so that in a split a root goes where its words go: into the
part that has most of them, and into any other that has 40 of 100 or nearly as many (the even halves of a paragraph are
both right). A paragraph that is struck out while a copy has 40 of 100 of its words may be called gone or lead to the
copy. No id and no fingerprint is looked at.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "az", "ru")
PARAGRAPHS = 420
CHAPTERS = 10
EVEN = 0.4
"""The share of a root's words that makes a part of a paragraph a right place for it."""
NEARLY = 0.8
"""The share of the words in the largest part that does so too."""
_ENDINGS = {
    "az": "lar lər ın in un ün ı i u ü a ə da də dan dən nın nin lara lərə ları larda ir ıb ib dı di mış miş".split(),
    "ru": "а я ы и у ю е о ой ей ом ем ам ям ах ях ами ями ов ев ый ий ая ое ые ого ому ым их ую ть ла ло л".split(),
    "en": "s ed ing er ly es".split(),
}
_LETTERS = {
    "az": "abcdeəfghxıijkqlmnoöprsştuüvyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя",
    "en": "abcdefghijklmnoprstuvwy",
}
_NO_PROSE = re.compile(r"\[\^[^\]]*\]|\[[^\[\]]*@[^\[\]]*\]|[*_]")


@dataclass(slots=True, eq=False)
class Word:
    """A word of the text, and the paragraphs whose words it carries on."""

    text: str
    roots: tuple[int, ...]


@dataclass(slots=True, eq=False)
class Passage:
    """A paragraph, known by being the same object."""

    words: list[Word]
    root: int
    """Its own number, given at birth."""
    carried: set[int]
    """The roots that a citation of them should lead here."""
    family: int
    """The root of the paragraph that it is a copy of, or its own."""

    @property
    def text(self) -> str:
        """What stands in the chapter."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Source:
    """What texts of a language are made of."""

    language: str
    paragraphs: tuple[str, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is edited from one edition to the next."""

    name: str
    edits: tuple[int, int]
    """How many a revision has, at least and at most."""
    storm: int
    """How many every tenth revision has; 0 for as many as the others."""
    swap_every: int
    """Every how many revisions two chapters change places; 0 for never."""
    rewrite: tuple[float, float]
    """The share of the words that a rewrite changes."""
    weights: Mapping[str, int]
    """How often each kind of edit happens."""


HEAVY = Manner(
    "heavy",
    (3, 9),
    40,
    25,
    (0.1, 0.5),
    {"typo": 25, "rewrite": 25, "split": 8, "merge": 8, "move": 8, "send": 6, "insert": 10, "delete": 10},
)
LIGHT = Manner(
    "light",
    (1, 4),
    0,
    0,
    (0.1, 0.3),
    {"typo": 50, "rewrite": 20, "split": 5, "merge": 5, "move": 4, "send": 2, "insert": 8, "delete": 6},
)
COPYING = Manner("copying", (3, 9), 40, 25, (0.1, 0.5), {**HEAVY.weights, "copy": 10})


def source(language: str) -> Source:
    """Return the material of a language: our own chapters for English, the texts beside this file for the others."""
    if language == "en":
        files = sorted((ROOT / "chapters").glob("*.md"))
        texts = [file.read_text("utf-8").split("\n---\n", 1)[-1] for file in files]
    else:
        texts = [(ROOT / "bench" / "texts" / f"{language}.md").read_text("utf-8")]
    blocks = [" ".join(block.split()) for text in texts for block in text.split("\n\n")]
    paragraphs = tuple(_NO_PROSE.sub("", block) for block in blocks if block and block[0] not in "#|[!-:>{/")
    clauses = tuple(clause for text in paragraphs for clause in re.split(r"(?<=[,;:.!?])\s+", text) if " " in clause)
    return Source(language, paragraphs, tuple(dict.fromkeys(clauses)))


class History:
    """A text and its editing."""

    def __init__(self, material: Source, manner: Manner, seed: str) -> None:
        self.random = random.Random(f"{material.language} {manner.name} {seed}")
        self.material = material
        self.manner = manner
        self.struck: set[int] = set()
        """The roots of which a right place was struck out; the even half of a paragraph may still stand."""
        self.born = 0
        self.revision = 0
        self._deck: list[str] = []
        texts = list(material.paragraphs) + [self._mixture() for _ in range(PARAGRAPHS - len(material.paragraphs))]
        self.random.shuffle(texts)
        size = -(-len(texts) // CHAPTERS)
        self.chapters = [
            [self._bear(text.split()) for text in texts[at : at + size]] for at in range(0, len(texts), size)
        ]

    def passages(self) -> Iterator[tuple[str, Passage]]:
        """Yield every paragraph with its chapter's path, in document order."""
        for number, chapter in enumerate(self.chapters, 1):
            for passage in chapter:
                yield f"chapters/{number}.md", passage

    def revise(self) -> None:
        """Make the next edition."""
        self.revision += 1
        manner = self.manner
        storm = manner.storm and self.revision % 10 == 0
        kinds, weights = list(manner.weights), list(manner.weights.values())
        for _ in range(manner.storm if storm else self.random.randint(*manner.edits)):
            _EDITS[self.random.choices(kinds, weights)[0]](self)
        if manner.swap_every and self.revision % manner.swap_every == 0:
            one, other = self.random.sample(range(len(self.chapters)), 2)
            self.chapters[one], self.chapters[other] = self.chapters[other], self.chapters[one]

    def seats(self) -> dict[int, set[Passage]]:
        """Return where a citation of each root should lead; a root that was struck out is not there."""
        found: dict[int, set[Passage]] = defaultdict(set)
        for _, passage in self.passages():
            for root in passage.carried:
                found[root].add(passage)
        return found

    def typo(self) -> None:
        """Change a letter or two of one or two words."""
        passage = self._any()
        for word in self.random.sample(passage.words, min(len(passage.words), self.random.randint(1, 2))):
            at = self.random.randrange(len(word.text))
            word.text = word.text[:at] + self.random.choice(_LETTERS[self.material.language]) + word.text[at + 1 :]

    def rewrite(self) -> None:
        """Replace spans of words, or single words, or their endings."""
        passage = self._any()
        share = self.random.uniform(*self.manner.rewrite)
        inflected = self.material.language != "en"
        self.random.choice((self._spans, self._words, self._inflect) if inflected else (self._spans, self._words))(
            passage, round(share * len(passage.words))
        )

    def split(self) -> None:
        """Break a paragraph in two, one time in six in three; the largest part stays what it was."""
        chapter, at = self._place()
        passage = chapter[at]
        if len(passage.words) < 12:
            return
        cuts = [self.random.uniform(0.2, 0.8)] if self.random.random() < 5 / 6 else [0.33, 0.67]
        ends = [0, *(round(cut * len(passage.words)) for cut in cuts), len(passage.words)]
        parts = [passage.words[start:end] for start, end in pairwise(ends)]
        shares = [Counter(root for word in part for root in word.roots) for part in parts]
        largest = max(range(len(parts)), key=lambda part: (shares[part][passage.root], len(parts[part])))
        carried = [{root for root in passage.carried if _carries(shares, number, root)} for number in range(len(parts))]
        passage.words, passage.carried = parts[largest], carried[largest] | {passage.root}
        chapter[at : at + 1] = [
            passage if number == largest else self._born(part, carried[number]) for number, part in enumerate(parts)
        ]

    def merge(self) -> None:
        """Join a paragraph to the one before; the larger one stays what it was."""
        chapter, at = self._place()
        if at:
            one, other = chapter[at - 1], chapter[at]
            keeper = max(one, other, key=lambda passage: len(passage.words))
            keeper.words, keeper.carried = one.words + other.words, one.carried | other.carried
            chapter[at - 1 : at + 1] = [keeper]

    def move(self) -> None:
        """Take one to three paragraphs to another place in their chapter."""
        chapter, at = self._place()
        run = chapter[at : at + self.random.randint(1, 3)]
        del chapter[at : at + len(run)]
        to = self.random.randint(0, len(chapter))
        chapter[to:to] = run

    def send(self) -> None:
        """Take a paragraph to another chapter."""
        chapter, at = self._place()
        if len(chapter) > 1:
            passage = chapter.pop(at)
            other = self.random.choice([one for one in self.chapters if one is not chapter])
            other.insert(self.random.randint(0, len(other)), passage)

    def insert(self) -> None:
        """Write a new paragraph."""
        chapter, at = self._place()
        chapter.insert(at, self._bear(self._mixture().split()))

    def delete(self) -> None:
        """Strike a paragraph out."""
        chapter, at = self._place()
        if len(chapter) > 1:
            gone = chapter.pop(at)
            self.struck |= gone.carried
            texts = Counter(word.text for word in gone.words)
            for _, other in self.passages():
                if other.family == gone.family:
                    shared = texts & Counter(word.text for word in other.words)
                    other.carried |= gone.carried if shared.total() >= EVEN * texts.total() else set()

    def copy(self) -> None:
        """Paste a copy of a paragraph somewhere else; one time in two a few words of either are changed."""
        passage = self._any()
        twin = self._bear([word.text for word in passage.words])
        twin.family = passage.family
        chapter, at = self._place()
        chapter.insert(at, twin)
        if self.random.random() < 0.5:
            self._words(self.random.choice((passage, twin)), max(1, len(twin.words) // 10))

    def _spans(self, passage: Passage, count: int) -> None:
        while count > 0:
            size = min(count, self.random.randint(2, 8))
            at = self.random.randrange(max(1, len(passage.words) - size + 1))
            texts = self._clause().split()[: size + self.random.randint(-1, 1)] or ["—"]
            heirs = [
                Word(text, passage.words[min(at + n, at + size - 1, len(passage.words) - 1)].roots)
                for n, text in enumerate(texts)
            ]
            passage.words[at : at + size] = heirs
            count -= size

    def _words(self, passage: Passage, count: int) -> None:
        for word in self.random.sample(passage.words, min(count, len(passage.words))):
            word.text = self.random.choice(self._clause().split())

    def _inflect(self, passage: Passage, count: int) -> None:
        endings = _ENDINGS[self.material.language]
        for word in self.random.sample(passage.words, min(count, len(passage.words))):
            core = word.text.rstrip(".,;:!?»")
            ending = max(
                (one for one in endings if core.endswith(one) and len(core) - len(one) > 2), key=len, default=""
            )
            word.text = core[: len(core) - len(ending)] + self.random.choice(endings) + word.text[len(core) :]

    def _mixture(self) -> str:
        """Return a paragraph of clauses from everywhere: 6 to 120 words, few of them short."""
        size = min(120, max(6, round(self.random.lognormvariate(4.0, 0.6))))
        words: list[str] = []
        while len(words) < size:
            words += self._clause().split()
        return " ".join(words)

    def _clause(self) -> str:
        if not self._deck:
            self._deck = self.random.sample(self.material.clauses, len(self.material.clauses))
        return self._deck.pop()

    def _bear(self, texts: Sequence[str]) -> Passage:
        return self._born([Word(text, ()) for text in texts])

    def _born(self, words: list[Word], carried: Iterable[int] = ()) -> Passage:
        self.born += 1
        for word in words:
            word.roots = (*word.roots, self.born)
        return Passage(words, self.born, {*carried, self.born}, self.born)

    def _place(self) -> tuple[list[Passage], int]:
        chapter = self.random.choices(self.chapters, [len(one) for one in self.chapters])[0]
        return chapter, self.random.randrange(len(chapter))

    def _any(self) -> Passage:
        chapter, at = self._place()
        return chapter[at]


def _carries(shares: Sequence[Counter[int]], part: int, root: int) -> bool:
    """Tell whether a part has enough of a root's words to be where a citation of it may lead."""
    counts = [share[root] for share in shares]
    return counts[part] >= min(EVEN * sum(counts), NEARLY * max(counts))


_EDITS: Mapping[str, Callable[[History], None]] = {
    kind: getattr(History, kind)
    for kind in ("typo", "rewrite", "split", "merge", "move", "send", "insert", "delete", "copy")
}
