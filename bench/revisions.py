"""Whether citations survive a hundred editions of texts in six languages, edited as editors do: sentence by sentence.

Run it as `python bench/revisions.py`; `--help` lists the options. It shares nothing with `bench/anchors.py` but the
question. The truth is in the words alone: each knows the citations of the paragraphs that it was in, and leaves them
to the words that take its place. From one edition to the next the place of a citation is every paragraph that has 40 of
100 of its words there, or nearly as many as any other; so it is with the words of the whole paragraph, until a larger
one has taken it in; and where a citation has none of its words left, with all words of the place that it had. It is

- right: it leads to its place, or to a paragraph that says the very same, whose place is its own from then on;
- notice: it is called gone, and in one edition more than half of its words in a place of it were struck out;
- review: it leads to another paragraph, and the edition in which it went there had it on the list for review;
- wrong: it leads to another paragraph, and nobody was told;
- lost: it is called gone, though most of its words were never struck out at once.

Every mark for review is accepted unread after each edition, as by an author who never looks.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from policybrief.alignment.align import Block, align
from policybrief.alignment.resolution import resolved
from policybrief.alignment.settling import accept
from policybrief.model.ledger import Ledger, Status

TEXTS = Path(__file__).resolve().parent / "texts" / "revised"
KINDS = ("right", "notice", "review", "wrong", "lost")
PARAGRAPHS = 420
CHAPTERS = 10
EDITIONS = 100
EDITS = (3, 9)
STORM = 40
"""How many edits every tenth edition has."""
SHORTEST = 6
"""How many words a part of a paragraph has at least."""
EVEN, NEARLY, STRUCK = 0.4, 0.8, 0.5
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_END = re.compile(r"[.!?…][»”\"')]*$")
_WEIGHTS: Mapping[str, int] = {
    "typo": 20, "reword": 14, "inflect": 6, "rephrase": 8, "shuffle": 4, "add_sentence": 6, "cut_sentence": 6,
    "lend_sentence": 5, "split": 7, "merge": 7, "gather": 2, "dissolve": 2, "move": 6, "send": 5, "insert": 8,
    "delete": 8, "part_chapter": 1, "join_chapters": 1, "rename_chapter": 1,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Word:
    """A word of the text, and the citations whose paragraph it belongs to."""

    text: str
    roots: tuple[int, ...] = ()
    seat: str = ""
    """The id of the paragraph that it was in before."""
    later: tuple[int, ...] = ()
    """The citations that it belongs to once an edition has had it in their paragraph: it was added to that."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """Sentences of words."""

    sentences: list[list[Word]]

    @property
    def words(self) -> list[Word]:
        return [word for sentence in self.sentences for word in sentence]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Book:
    """A text and its editing."""

    def __init__(self, texts: Sequence[str], seed: str) -> None:
        self.random = random.Random(seed)
        self._sentences = [one for text in texts for one in _SENTENCE.split(text) if one.count(" ") > 2]
        self._stock = self.random.sample(list(texts), len(texts))
        self._files = 0
        paragraphs = [self._fresh() for _ in range(PARAGRAPHS)]
        self.random.shuffle(paragraphs)
        size = PARAGRAPHS // CHAPTERS
        self.chapters = [(self._file(), paragraphs[at : at + size]) for at in range(0, PARAGRAPHS, size)]

    def paragraphs(self) -> Iterator[tuple[str, Paragraph]]:
        """Yield every paragraph with its chapter's path, in document order."""
        for path, chapter in self.chapters:
            for paragraph in chapter:
                yield path, paragraph

    def revise(self, edition: int) -> None:
        """Make the next edition."""
        kinds, weights = list(_WEIGHTS), list(_WEIGHTS.values())
        for _ in range(self.random.randint(*EDITS) if edition % 10 else STORM):
            edit: Callable[[], None] = getattr(self, self.random.choices(kinds, weights)[0])
            edit()
        for _, chapter in self.chapters:
            chapter[:] = [paragraph for paragraph in chapter if paragraph.words]
        self.chapters = [(path, chapter) for path, chapter in self.chapters if chapter]

    def typo(self) -> None:
        """Swap two letters of a word or two."""
        for word in self._some(self._any(), 2):
            at = self.random.randrange(len(word.text))
            word.text = word.text[:at] + word.text[at : at + 2][::-1] + word.text[at + 2 :]

    def reword(self, paragraph: Paragraph | None = None, most: float = 0.4) -> None:
        """Put other words in the place of a tenth or more, one by one."""
        paragraph = paragraph or self._any()
        for word in self._some(paragraph, round(self.random.uniform(0.1, most) * len(paragraph.words))):
            word.text = self.random.choice(self.random.choice(self._sentences).split())

    def inflect(self) -> None:
        """Change the endings of up to half of the words."""
        paragraph = self._any()
        for word in self._some(paragraph, round(self.random.uniform(0.1, 0.5) * len(paragraph.words))):
            keep = max(3, len(word.text) - self.random.randint(1, 3))
            word.text = word.text[:keep] + self.random.choice(self.random.choice(self._sentences).split())[-2:]

    def rephrase(self) -> None:
        """Write a sentence anew, but not more than half of the paragraph."""
        paragraph = self._any()
        at = self.random.randrange(len(paragraph.sentences))
        if 2 * len(paragraph.sentences[at]) <= len(paragraph.words):
            paragraph.sentences[at] = self._sentence_like(paragraph.sentences[at])

    def shuffle(self) -> None:
        """Put a sentence elsewhere in its paragraph."""
        sentences = self._any().sentences
        sentence = sentences.pop(self.random.randrange(len(sentences)))
        sentences.insert(self.random.randint(0, len(sentences)), sentence)

    def add_sentence(self) -> None:
        """Write a sentence more."""
        paragraph = self._any()
        at = self.random.randrange(len(paragraph.sentences))
        added = self._sentence_like(paragraph.sentences[at])
        for word in added:
            word.roots, word.later = (), word.roots
        paragraph.sentences.insert(at + 1, added)

    def cut_sentence(self) -> None:
        """Strike a sentence out, but not the only one."""
        sentences = self._any().sentences
        if len(sentences) > 1:
            del sentences[self.random.randrange(len(sentences))]

    def lend_sentence(self) -> None:
        """Take a sentence to another paragraph, mostly a neighbour."""
        chapter, at = self._place()
        to = at + self.random.choice((-2, -1, 1, 2))
        other = chapter[to] if 0 <= to < len(chapter) and self.random.random() < 0.7 else self._any()
        if len(chapter[at].sentences) > 1 and other is not chapter[at]:
            sentence = chapter[at].sentences.pop(self.random.randrange(len(chapter[at].sentences)))
            other.sentences.insert(self.random.randint(0, len(other.sentences)), sentence)

    def split(self) -> None:
        """Break a paragraph in two or three, mostly between sentences."""
        chapter, at = self._place()
        parts = self._parts(chapter[at], 3 if self.random.random() < 0.2 else 2)
        chapter[at : at + 1] = parts
        self._smooth(self.random.choice(parts))

    def merge(self) -> None:
        """Join a paragraph to the next one, now and then to the next two."""
        chapter, at = self._place()
        run = chapter[at : at + (3 if self.random.random() < 0.15 else 2)]
        run[0].sentences = [sentence for paragraph in run for sentence in paragraph.sentences]
        del chapter[at + 1 : at + len(run)]
        self._smooth(run[0])

    def gather(self) -> None:
        """Put a whole paragraph into another one far away, at its end or in its middle."""
        chapter, at = self._place()
        other = self._any()
        if other is not chapter[at]:
            to = self.random.choice((len(other.sentences), self.random.randint(0, len(other.sentences))))
            other.sentences[to:to] = chapter.pop(at).sentences
            self._smooth(other)

    def dissolve(self) -> None:
        """Give the first part of a paragraph to the one before and the rest to the one after."""
        chapter, at = self._place()
        if 0 < at < len(chapter) - 1:
            first, *rest = self._parts(chapter[at], 2)
            chapter[at - 1].sentences += first.sentences
            for part in rest:
                chapter[at + 1].sentences[:0] = part.sentences
            del chapter[at]

    def move(self) -> None:
        """Take one to three paragraphs to another place in their chapter."""
        chapter, at = self._place()
        run = chapter[at : at + self.random.randint(1, 3)]
        del chapter[at : at + len(run)]
        to = self.random.randint(0, len(chapter))
        chapter[to:to] = run
        self._smooth(run[0])

    def send(self) -> None:
        """Take a paragraph to another chapter."""
        chapter, at = self._place()
        other = self.random.choice(self.chapters)[1]
        paragraph = chapter.pop(at)
        other.insert(self.random.randint(0, len(other)), paragraph)
        self._smooth(paragraph)

    def insert(self) -> None:
        """Write a new paragraph."""
        chapter, at = self._place()
        chapter.insert(at, self._fresh())

    def delete(self) -> None:
        """Strike a paragraph out."""
        chapter, at = self._place()
        del chapter[at]

    def part_chapter(self) -> None:
        """Make two chapters of one."""
        at = self.random.randrange(len(self.chapters))
        path, chapter = self.chapters[at]
        cut = len(chapter) // 2
        if len(self.chapters) < 2 * CHAPTERS and cut > 3:
            self.chapters[at : at + 1] = [(path, chapter[:cut]), (self._file(), chapter[cut:])]

    def join_chapters(self) -> None:
        """Add a chapter to the one before."""
        at = self.random.randrange(len(self.chapters))
        if len(self.chapters) > CHAPTERS // 2 and at:
            self.chapters[at - 1][1].extend(self.chapters.pop(at)[1])

    def rename_chapter(self) -> None:
        """Give the file of a chapter another name."""
        at = self.random.randrange(len(self.chapters))
        self.chapters[at] = (self._file(), self.chapters[at][1])

    def _smooth(self, paragraph: Paragraph) -> None:
        """Change a few words after a larger edit, two times in five."""
        if self.random.random() < 0.4 and paragraph.words:
            self.reword(paragraph, 0.25)

    def _parts(self, paragraph: Paragraph, count: int) -> list[Paragraph]:
        """Return a paragraph in parts, cut between sentences where it has enough of them."""
        if len(paragraph.sentences) >= count:
            units = paragraph.sentences
        elif len(paragraph.words) > 8 * count:
            units = [[word] for word in paragraph.words]
        else:
            return [paragraph]
        cuts = [0, *sorted(self.random.sample(range(1, len(units)), count - 1)), len(units)]
        parts = [Paragraph(_resentenced(units[start:end])) for start, end in pairwise(cuts)]
        return parts if min(len(part.words) for part in parts) >= SHORTEST else [paragraph]

    def _sentence_like(self, old: Sequence[Word]) -> list[Word]:
        """Return a sentence from elsewhere whose words belong where the old one's belong."""
        texts = self._sentence()
        heirs = [old[at * len(old) // len(texts)] for at in range(len(texts))]
        return [Word(text, heir.roots, heir.seat) for text, heir in zip(texts, heirs, strict=True)]

    def _fresh(self) -> Paragraph:
        """Return a paragraph that was not in the text before; when there is none left, one of fragments from all."""
        if self._stock:
            return Paragraph(_resentenced([[Word(text)] for text in self._stock.pop().split()]))
        return Paragraph([[Word(text) for text in self._sentence()] for _ in range(self.random.randint(2, 5))])

    def _sentence(self) -> list[str]:
        """Return a sentence of fragments of two to five words from everywhere."""
        size, words = self.random.randint(6, 24), list[str]()
        while len(words) < size:
            whole = self.random.choice(self._sentences).split()
            start = self.random.randrange(max(1, len(whole) - 2))
            words += whole[start : start + self.random.randint(2, 5)]
        return [*(_END.sub("", word) or word for word in words[:-1]), f"{_END.sub('', words[-1])}."]

    def _some(self, paragraph: Paragraph, count: int) -> list[Word]:
        return self.random.sample(paragraph.words, min(count, len(paragraph.words)))

    def _place(self) -> tuple[list[Paragraph], int]:
        chapters = [chapter for _, chapter in self.chapters if chapter]
        chapter = self.random.choices(chapters, [len(one) for one in chapters])[0]
        return chapter, self.random.randrange(len(chapter))

    def _any(self) -> Paragraph:
        chapter, at = self._place()
        return chapter[at]

    def _file(self) -> str:
        self._files += 1
        return f"chapters/{self._files}.md"


def _resentenced(units: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the words in sentences, each to its full stop."""
    sentences: list[list[Word]] = [[]]
    for unit in units:
        sentences[-1] += unit
        if _END.search(unit[-1].text):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


@dataclass(slots=True)
class Trial:
    """The citations of a book, and how they fare."""

    book: Book
    ids: dict[int, str] = field(default_factory=dict)
    """Of each citation."""
    kinds: dict[int, str] = field(default_factory=dict)
    sizes: dict[str, Counter[int]] = field(default_factory=dict)
    """How many words of each citation each paragraph had in the edition before."""
    places: dict[int, frozenset[str]] = field(default_factory=dict)
    """The ids of the paragraphs to which each citation may lead."""
    hosts: dict[int, str] = field(default_factory=dict)
    """Of each citation the paragraph that goes on from its own, until a larger one has taken it in."""
    struck: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)
    """The text that each citation led to when it was right last."""
    twins: dict[int, int] = field(default_factory=dict)
    """Of a citation that leads to the very same words elsewhere, the citation of these."""
    ledger: Ledger = field(default_factory=Ledger)
    questions: int = 0
    log: list[str] = field(default_factory=list)

    def publish(self, edition: int) -> None:
        """Bring the ledger up to the text, look where all citations lead, and cite what is new."""
        blocks = [Block(path, paragraph.text) for path, paragraph in self.book.paragraphs()]
        aligned = align(self.ledger, blocks, f"{edition:03}")
        standing = dict(zip(aligned.ids, (paragraph for _, paragraph in self.book.paragraphs()), strict=True))
        self._follow(standing)
        self._judge(aligned.ledger, {one: paragraph.text for one, paragraph in standing.items()}, edition)
        known = set(self.ids.values())
        for one, paragraph in standing.items():
            root = None if one in known else len(self.ids)
            if root is not None:
                self.ids[root], self.kinds[root], self.places[root] = one, "right", frozenset((one,))
                self.hosts[root] = one
            for word in paragraph.words:
                word.roots += word.later if word.seat == one else ()
                word.roots = word.roots if root is None else (*word.roots, root)
                word.seat, word.later = one, ()
            self.sizes[one] = Counter(root for word in paragraph.words for root in word.roots)
        self.questions += sum(bool(line.review) for line in aligned.ledger.lines)
        self.ledger = accept(aligned.ledger)

    def _follow(self, standing: Mapping[str, Paragraph]) -> None:
        """Find the places of all citations in a new edition."""
        flows: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        streams: dict[str, Counter[str]] = defaultdict(Counter)
        for one, paragraph in standing.items():
            for word in paragraph.words:
                streams[word.seat][one] += 1
                for root in word.roots:
                    flows[root, word.seat][one] += 1
        largest = _largest(streams.values())
        for root, places in self.places.items():
            found: set[str] = set()
            for place in places:
                flow, size = flows[root, place], self.sizes[place][root]
                found |= _main(flow)
                if flow.total() < STRUCK * size:
                    self.struck.add(root)
                if flow.total() < STRUCK * size or not size:
                    found |= _main(streams[place])
            if root in self.hosts:
                seat = self.hosts.pop(root)
                one, count = max(streams[seat].items(), key=lambda item: item[1], default=("", 0))
                if count and count >= NEARLY * largest[one]:
                    self.hosts[root] = one
                    found.add(one)
            self.places[root] = frozenset(found)
        self.sizes.clear()

    def _judge(self, ledger: Ledger, texts: Mapping[str, str], edition: int) -> None:
        entries, cited = ledger.by_id(), {one: root for root, one in self.ids.items()}
        listed = {one for line in ledger.lines if line.review for one in (line.id, *line.review)}
        for root, one in self.ids.items():
            found, before = resolved(entries, one), self.kinds[root]
            if found.line is None or found.status is Status.GONE:
                kind = "notice" if root in self.struck else "lost"
            elif found.line.id in self.places[root] or found.line.id in self.places.get(self.twins.get(root, -1), ()):
                kind = "right"
                self.said[root] = texts[found.line.id]
            elif self.said.get(root) == texts[found.line.id]:
                kind = "right"
                self.twins[root] = cited.get(found.line.id, -1)
            elif before == "review" or (before != "wrong" and found.line.id in listed):
                kind = "review"
            else:
                kind = "wrong"
            if kind in ("lost", "wrong") and before != kind:
                leads = found.line.id if found.line else "nowhere"
                self.log.append(f"edition {edition}: {one} {kind}: {leads}, not {', '.join(sorted(self.places[root]))}")
            self.kinds[root] = kind


def _main(flow: Counter[str]) -> set[str]:
    """Return where most of some words went, and where an even part of them went."""
    enough = min(EVEN * flow.total(), NEARLY * max(flow.values(), default=0))
    return {one for one, count in flow.items() if count >= enough}


def _largest(streams: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    """Return how much of any one stream has come to each paragraph at most."""
    largest: dict[str, int] = {}
    for stream in streams:
        for one, count in stream.items():
            largest[one] = max(count, largest.get(one, 0))
    return largest


def main(arguments: Sequence[str] | None = None) -> int:
    """Revise the texts, print a table; return the exit code."""
    options = _parser().parse_args(arguments)
    print("| text | seeds | citations | right or honest | " + " | ".join(KINDS) + " | questions an edition |")
    print("|" + " --- |" * 10)
    for file in sorted(options.texts.glob("*.md")):
        if options.language and file.stem not in options.language:
            continue
        texts = file.read_text("utf-8").split("\n\n")
        trials = [trial(texts, f"{file.stem} {seed}", options.editions) for seed in options.seeds.split(",")]
        _print(file.stem, trials)
        if options.log:
            print("\n".join(line for one in trials for line in one.log))
    return 0


def trial(texts: Sequence[str], seed: str, editions: int = EDITIONS) -> Trial:
    """Revise a book made of these paragraphs so many times; return its citations."""
    found = Trial(Book([" ".join(text.split()) for text in texts if text.strip()], seed))
    found.publish(0)
    for edition in range(1, editions + 1):
        found.book.revise(edition)
        found.publish(edition)
    return found


def _print(language: str, trials: Sequence[Trial]) -> None:
    counts = sum((Counter(one.kinds.values()) for one in trials), Counter[str]())
    total = counts.total()
    honest = 1 - (counts["wrong"] + counts["lost"]) / total
    cells = [language, str(len(trials)), str(total), f"{100 * honest:.2f} %"]
    cells += [f"{100 * counts[kind] / total:.2f} %" for kind in KINDS]
    cells.append(f"{sum(one.questions for one in trials) / len(trials) / EDITIONS:.2f}")
    print(f"| {' | '.join(cells)} |", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a folder of texts, xx.md for each language")
    parser.add_argument("--language", action="append", help="one of the texts (all)")
    parser.add_argument("--seeds", default="201,202,203,204,205", help="random seeds, with commas")
    parser.add_argument("--editions", type=int, default=EDITIONS, help="how many (100)")
    parser.add_argument("--log", action="store_true", help="tell of each citation that went wrong")
    return parser


if __name__ == "__main__":
    sys.exit(main())
