"""Whether citations survive branches: random histories in real repositories of git, the truth kept apart.

Run it as `python bench/branches.py`; `--help` lists the options. Two authors work on branches, which are brought back
by a merge, a squash, a rebase or a cherry-pick. Now and then an integration is reverted, or the ledger checked out from
long ago; in half of the histories the second author never runs the tool. After each integration the ledger is brought
up to the text and the text published; each paragraph is cited when it is published first.

Every word in the files has a number behind it, which the tool does not see. Git merges words and numbers alike, so the
numbers tell where each word came from. A citation leads to its place when it leads to a paragraph that has most of its
words, or 40 of 100, whichever of two copies that is. After the last publication it is right, has its notice (it is
called gone, and most of its words are), was for review when it went astray, on a branch or in the publication, is
silently wrong, is lost (called gone, though its words stand), or unknown. Every mark for review is accepted unread.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.histories import source
from policybrief.alignment.align import Alignment, Block, align
from policybrief.alignment.resolution import resolved
from policybrief.alignment.settling import accept
from policybrief.model.ledger import Ledger, Status
from policybrief.publishing.errors import PublishingError
from policybrief.publishing.history import Places, past_of
from policybrief.publishing.known_ids import with_known_ids
from policybrief.publishing.ledger_merging import join_conflict, merge_files
from policybrief.reading.ledger import ledger_text, read_ledger

KINDS = ("right", "notice", "review", "wrong", "lost", "unknown")
MODES = ("none", "driver", "repair")
"""No branches at all; git's merge driver; no driver, and the conflict joined by `anchors update`."""
METHODS = ("merge", "squash", "rebase", "cherry-pick")
LEDGER = "anchors.lock"
PARAGRAPHS, CHAPTERS = 48, 4
LINE_WORDS = 9
REVERTS, OLD_LEDGERS = 0.15, 0.08
EVEN, NEARLY, GONE, BACK = 0.4, 0.8, 0.5, 0.8
_ASKED = "asked"
_DRIVER = 'cd {0} && echo "$OLDPWD/%O $OLDPWD/%A $OLDPWD/%B" > asked && read answer < answered'
"""What git runs: it asks this process, because to start another one for every merge takes longer than all the rest."""
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_EDITOR": "true", "LC_ALL": "C",
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
       for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-01-01T00:00:00Z"))},
}  # fmt: skip

Paragraph = list[int]
"""The numbers of its words."""


@dataclass(slots=True)
class Words:
    """All words that were ever written, by their numbers."""

    texts: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    """The word that each has taken the place of; -1 for none."""
    roots: list[tuple[int, ...]] = field(default_factory=list)
    """The citations whose paragraph each was in."""
    seats: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The paragraphs that each was in when it was published last: a merge may have doubled it."""

    def new(self, text: str, parent: int = -1) -> int:
        """Write a word, perhaps in the place of another."""
        self.texts.append(text)
        self.parents.append(parent)
        self.roots.append(self.roots[parent] if parent >= 0 else ())
        return len(self.texts) - 1

    def seats_of(self, word: int) -> tuple[str, ...]:
        """Return the paragraphs that a word, or the one that it stands for, was published in last."""
        while word >= 0 and word not in self.seats:
            word = self.parents[word]
        return self.seats.get(word, ("",))


class Repository:
    """A brief under version control."""

    def __init__(self, root: Path, words: Words, *, wrapped: bool) -> None:
        self.root = root
        self.words = words
        self.wrapped = wrapped
        self.listed: set[str] = set()
        """The paragraphs that were for review since the last publication, and those that they may be."""

    def git(self, *arguments: str, fails: bool = False) -> str:
        """Run git; it may fail only where that is said."""
        outcome = subprocess.run(
            ["git", "-C", str(self.root), *arguments], capture_output=True, text=True, check=False, env=_ENVIRONMENT
        )
        if outcome.returncode and not fails:
            raise RuntimeError(f"git {' '.join(arguments)}: {outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    def chapters(self) -> dict[str, list[Paragraph]]:
        """Return the paragraphs of every chapter in the work tree."""
        files = sorted((self.root / "chapters").glob("*.md"))
        return {file.name: _paragraphs(file.read_text("utf-8")) for file in files}

    def write(self, chapters: Mapping[str, Sequence[Paragraph]]) -> None:
        """Write the chapters, and take away those that are no more."""
        folder = self.root / "chapters"
        folder.mkdir(exist_ok=True)
        for file in folder.glob("*.md"):
            if file.name not in chapters:
                file.unlink()
        for name, paragraphs in chapters.items():
            (folder / name).write_text("\n\n".join(map(self._written, paragraphs)) + "\n", "utf-8")

    def _written(self, paragraph: Paragraph) -> str:
        words = [f"{self.words.texts[word]}~{word}" for word in paragraph]
        size = LINE_WORDS if self.wrapped else len(words)
        return "\n".join(" ".join(words[at : at + size]) for at in range(0, len(words), size))

    def commit(self, message: str) -> None:
        """Commit the work tree, if it differs."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def update(self, edition: str) -> tuple[Alignment, list[Paragraph]]:
        """Bring the ledger up to the text as `policybrief anchors update` does; return the outcome."""
        join_conflict(self.root, LEDGER)
        file = self.root / LEDGER
        ledger, problems = read_ledger(file.read_text("utf-8"), LEDGER) if file.is_file() else (Ledger(), ())
        if problems:
            raise RuntimeError("\n".join(map(str, problems)))
        places = Places(self.root, LEDGER, "mkdocs.yml", None, self.root / ".git/cache")
        ledger = with_known_ids(ledger, past_of(places, ledger.ids()).ledgers)
        found = [(name, paragraph) for name, paragraphs in self.chapters().items() for paragraph in paragraphs]
        blocks = [Block(f"chapters/{name}", " ".join(self.words.texts[word] for word in one)) for name, one in found]
        aligned = align(ledger, blocks, edition)
        self.listed.update(one for line in aligned.ledger.lines if line.review for one in (line.id, *line.review))
        file.write_text(ledger_text(accept(aligned.ledger)), "utf-8")
        return aligned, [paragraph for _, paragraph in found]


def _paragraphs(text: str) -> list[Paragraph]:
    blocks = (block.split() for block in text.split("\n\n"))
    return [[int(word.rpartition("~")[2]) for word in block] for block in blocks if block]


class Author:
    """Edits a brief; what is new in it comes from the stock."""

    def __init__(self, repository: Repository, random: random.Random, stock: list[str]) -> None:
        self.repository = repository
        self.words = repository.words
        self.random = random
        self.stock = stock
        self.files = 0

    def start(self) -> None:
        """Write the first chapters."""
        self.repository.write(
            {self._file(): [self._fresh() for _ in range(PARAGRAPHS // CHAPTERS)] for _ in range(CHAPTERS)}
        )

    def work(self) -> None:
        """Make one to four edits."""
        chapters = self.repository.chapters()
        for _ in range(self.random.randint(1, 4)):
            kinds: Sequence[Callable[[dict[str, list[Paragraph]]], None]] = (
                self._typo, self._rewrite, self._split, self._merge, self._move, self._send, self._insert, self._delete,
                self._rename, self._swap, self._add_chapter,
            )  # fmt: skip
            self.random.choices(kinds, (20, 20, 8, 8, 8, 6, 10, 8, 3, 2, 2))[0](chapters)
        self.repository.write({name: paragraphs for name, paragraphs in chapters.items() if paragraphs})

    def _place(self, chapters: dict[str, list[Paragraph]]) -> tuple[list[Paragraph], int]:
        chapter = self.random.choice([one for one in chapters.values() if one])
        return chapter, self.random.randrange(len(chapter))

    def _typo(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        word = self.random.randrange(len(chapter[at]))
        old = chapter[at][word]
        chapter[at] = [*chapter[at][:word], self.words.new(self.words.texts[old][::-1], old), *chapter[at][word + 1 :]]

    def _rewrite(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        paragraph, source = list(chapter[at]), self.random.choice(self.stock).split()
        left = round(self.random.uniform(0.1, 0.5) * len(paragraph))
        while left > 0:
            start = self.random.randrange(len(paragraph))
            for place in range(start, min(len(paragraph), start + min(left, self.random.randint(1, 6)))):
                paragraph[place] = self.words.new(self.random.choice(source), paragraph[place])
                left -= 1
        chapter[at] = paragraph

    def _split(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        if len(chapter[at]) >= 16:
            cut = self.random.randint(6, len(chapter[at]) - 6)
            chapter[at : at + 1] = [chapter[at][:cut], chapter[at][cut:]]

    def _merge(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        if at:
            chapter[at - 1 : at + 1] = [chapter[at - 1] + chapter[at]]

    def _move(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        run = chapter[at : at + self.random.randint(1, 3)]
        del chapter[at : at + len(run)]
        to = self.random.randint(0, len(chapter))
        chapter[to:to] = run

    def _send(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        paragraph = chapter.pop(at)
        other = self.random.choice(list(chapters.values()))
        other.insert(self.random.randint(0, len(other)), paragraph)

    def _insert(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        chapter.insert(at, self._fresh())

    def _delete(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapter, at = self._place(chapters)
        if sum(map(len, chapters.values())) > PARAGRAPHS // 2:
            del chapter[at]

    def _rename(self, chapters: dict[str, list[Paragraph]]) -> None:
        name = self.random.choice(list(chapters))
        chapters[self._file()] = chapters.pop(name)

    def _swap(self, chapters: dict[str, list[Paragraph]]) -> None:
        if len(chapters) > 1:
            one, other = self.random.sample(list(chapters), 2)
            chapters[one], chapters[other] = chapters[other], chapters[one]

    def _add_chapter(self, chapters: dict[str, list[Paragraph]]) -> None:
        chapters[self._file()] = [self._fresh() for _ in range(3)]

    def _fresh(self) -> Paragraph:
        text = self.stock.pop(self.random.randrange(len(self.stock))) if len(self.stock) > 20 else self._mixture()
        return [self.words.new(word.replace("~", "")) for word in text.split()]

    def _mixture(self) -> str:
        return " ".join(" ".join(self.random.choice(self.stock).split()[:20]) for _ in range(3))

    def _file(self) -> str:
        self.files += 1
        return f"{self.random.randint(1, 9)}-{self.files}-{self.random.randrange(10**6)}.md"


@dataclass(slots=True)
class Reader:
    """The citations, where they should lead and how they fare."""

    words: Words
    ids: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    places: list[frozenset[str]] = field(default_factory=list)
    hosts: dict[int, str] = field(default_factory=dict)
    """Of each citation the paragraph that goes on from its own, until a larger one has taken it in."""
    cited: list[frozenset[int]] = field(default_factory=list)
    """The words that each had when it was cited."""
    latest: list[frozenset[int]] = field(default_factory=list)
    """The words that each had in its places when these were published last."""
    counts: Counter[int] = field(default_factory=Counter)
    """How many words of each there were, all copies together."""
    before: dict[str, Counter[int]] = field(default_factory=dict)
    """How many words of each citation each paragraph had."""
    said: dict[int, str] = field(default_factory=dict)
    """The text that each led to when it was right last."""
    struck: set[int] = field(default_factory=set)
    log: list[str] = field(default_factory=list)

    def read(self, aligned: Alignment, paragraphs: Sequence[Paragraph], listed: Collection[str], edition: str) -> None:
        """Look where every citation leads in a publication, and cite what is new.

        `listed` are the paragraphs that a person was asked about on the way to it.
        """
        standing = dict(zip(aligned.ids, paragraphs, strict=True))
        self._follow(standing)
        self._judge(aligned.ledger, standing, listed, edition)
        known = set(self.ids)
        for one, paragraph in standing.items():
            if one not in known:
                root = len(self.ids)
                self.ids.append(one)
                self.kinds.append("right")
                self.places.append(frozenset((one,)))
                self.cited.append(frozenset(paragraph))
                self.latest.append(frozenset(paragraph))
                self.hosts[root] = one
                for word in set(paragraph):
                    self.words.roots[word] = (*self.words.roots[word], root)
        self.words.seats.clear()
        for one, paragraph in standing.items():
            for word in set(paragraph):
                self.words.seats[word] = (*self.words.seats.get(word, ()), one)
            self.before[one] = Counter(root for word in paragraph for root in self.words.roots[word])
        self.counts = sum(self.before.values(), Counter[int]())

    def _follow(self, standing: Mapping[str, Paragraph]) -> None:
        flows, streams, whole = self._flows(standing)
        written = frozenset(word for paragraph in standing.values() for word in paragraph)
        for root, places in enumerate(self.places):
            found: set[str] = set()
            for place in places:
                found |= _main(flows[root, place])
                if flows[root, place].total() < GONE * self.before[place][root]:
                    self.struck.add(root)
                    found |= _main(streams[place])
            if whole[root].total() <= GONE * self.counts[root]:
                self.struck.add(root)
            known = self.cited[root], self.latest[root]
            if not found and any(words and len(words & written) >= BACK * len(words) for words in known):
                self.struck.discard(root)
                found |= _main(whole[root])
            if found:
                self.latest[root] = frozenset(
                    word for one in found for word in standing[one] if root in self.words.roots[word]
                )
            self._host(root, streams, found)
            self.places[root] = frozenset(found)
        self.before.clear()

    def _flows(
        self, standing: Mapping[str, Paragraph]
    ) -> tuple[dict[tuple[int, str], Counter[str]], dict[str, Counter[str]], dict[int, Counter[str]]]:
        """Return where words went: of each citation in each paragraph, of each paragraph, of each citation."""
        flows: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        streams: dict[str, Counter[str]] = defaultdict(Counter)
        whole: dict[int, Counter[str]] = defaultdict(Counter)
        for one, paragraph in standing.items():
            for word in paragraph:
                seats = self.words.seats_of(word)
                for seat in (one,) if one in seats else seats:  # each of two copies goes on from itself
                    streams[seat][one] += 1
                    for root in self.words.roots[word]:
                        flows[root, seat][one] += 1
                for root in self.words.roots[word]:
                    whole[root][one] += 1
        return flows, streams, whole

    def _host(self, root: int, streams: Mapping[str, Counter[str]], found: set[str]) -> None:
        if root in self.hosts:
            stream = streams.get(self.hosts.pop(root), Counter())
            one, count = max(stream.items(), key=lambda item: item[1], default=("", 0))
            if count and count >= NEARLY * max(other[one] for other in streams.values()):
                self.hosts[root] = one
                found.add(one)

    def _judge(self, ledger: Ledger, standing: Mapping[str, Paragraph], listed: Collection[str], edition: str) -> None:
        entries = ledger.by_id()
        for root, one in enumerate(self.ids):
            found, before = resolved(entries, one), self.kinds[root]
            if found.status is Status.UNKNOWN:
                kind = "unknown"
            elif found.line is None or found.status is Status.GONE:
                kind = "notice" if root in self.struck else "lost"
            elif found.line.id in self.places[root]:
                kind = "right"
                self.said[root] = self._text(standing[found.line.id])
            elif self._says_the_same(root, standing[found.line.id]):
                kind = "right"
                self.places[root] |= {found.line.id}
            elif before == "review" or (before != "wrong" and found.line.id in listed):
                kind = "review"
            else:
                kind = "wrong"
            if kind != before and kind in ("wrong", "lost", "unknown"):
                leads = found.line.id if found.line else "nowhere"
                self.log.append(f"{edition}: {one} {kind}: {leads}, not {', '.join(sorted(self.places[root]))}")
            self.kinds[root] = kind

    def _says_the_same(self, root: int, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is a copy: the same text, or with 40 of 100 of the very words that were cited.

        An author or a merge wrote the words once more, or kept them in another paragraph than the one they went on in.
        """
        cited = self.cited[root]
        return self.said.get(root) == self._text(paragraph) or len(cited.intersection(paragraph)) >= EVEN * len(cited)

    def _text(self, paragraph: Paragraph) -> str:
        return " ".join(self.words.texts[word] for word in paragraph)


def _main(flow: Counter[str]) -> set[str]:
    """Return where most of some words are, and where an even part of them is."""
    enough = min(EVEN * flow.total(), NEARLY * max(flow.values(), default=0))
    return {one for one, count in flow.items() if count >= enough}


def _driver(folder: Path) -> str:
    """Return the command of a merge driver that is answered in this process, through pipes in a folder."""
    asked, answered = folder / _ASKED, folder / "answered"
    for pipe in (asked, answered):
        os.mkfifo(pipe)

    def answer() -> None:
        while words := asked.read_text("utf-8").split():
            try:
                merge_files(*map(Path, words))
                said = "merged\n"
            except PublishingError:
                said = ""  # nothing to read, which the shell takes for a failure
            answered.write_text(said, "utf-8")

    Thread(target=answer, daemon=True).start()
    return _DRIVER.format(folder)


class Life:
    """A random history of a brief in a repository."""

    def __init__(self, root: Path, seed: int, mode: str) -> None:
        self.random = random.Random(f"branches {seed}")
        self.mode = mode
        self.repository = Repository(root, Words(), wrapped=self.random.random() < 0.5)
        texts = [text for language in ("az", "ru") for text in source(language).paragraphs]
        stock = self.random.sample(texts, len(texts))
        self.author = Author(self.repository, self.random, stock)
        self.reader = Reader(self.repository.words)
        self.method = self.random.choice((*METHODS, "mix"))
        self.both_run = self.random.random() < 0.5
        self.editions = 0

    def live(self) -> None:
        """Play the history."""
        git = self.repository.git
        git("init", "-q", "-b", "main")
        if self.mode == "driver":
            (self.repository.root / ".gitattributes").write_text(f"{LEDGER} merge=policybrief\n", "utf-8")
            git("config", "merge.policybrief.driver", _driver(self.repository.root / ".git"))
        self.author.start()
        self._publish()
        for _ in range(self.random.randint(3, 5)):
            for branch in ("one", "other"):
                self._work_on(branch)
            if self.mode != "none":
                for branch in ("one", "other"):
                    self._integrate(branch)
            if self.random.random() < REVERTS:
                self._revert()
            if self.random.random() < OLD_LEDGERS:
                git("checkout", "-q", f"HEAD~{self.random.randint(1, 3)}", "--", LEDGER, fails=True)
                self._publish()

    def _work_on(self, branch: str) -> None:
        if self.mode != "none":
            self.repository.git("checkout", "-q", "-B", branch, "main")
        for _ in range(self.random.randint(1, 3)):
            self.author.work()
            if branch == "one" or self.both_run:
                self.repository.update(f"{self.editions:03}")
            self.repository.commit(f"Work on {branch}")
        if self.mode == "none":
            self._publish()

    def _publish(self) -> None:
        self.editions += 1
        aligned, paragraphs = self.repository.update(f"{self.editions:03}")
        self.repository.commit(f"Publish {self.editions}")
        self.reader.read(aligned, paragraphs, self.repository.listed, f"{self.editions} ({self.method})")
        self.repository.listed.clear()

    def _integrate(self, branch: str) -> None:
        git = self.repository.git
        method = self.random.choice(METHODS) if self.method == "mix" else self.method
        git("checkout", "-q", "main")
        if method == "merge":
            git("merge", "-q", "--no-ff", "-m", f"Merge {branch}", branch, fails=True)
            self._conclude("merge")
        elif method == "squash":
            git("merge", "-q", "--squash", branch, fails=True)
            self._resolve()
        elif method == "rebase":
            git("checkout", "-q", branch)
            git("rebase", "-q", "--empty=keep", "main", fails=True)
            self._conclude("rebase")
            git("checkout", "-q", "main")
            git("merge", "-q", "--ff-only", branch)
        else:
            git("cherry-pick", "--allow-empty", "--keep-redundant-commits", f"main..{branch}", fails=True)
            self._conclude("cherry-pick")
        self._publish()

    def _revert(self) -> None:
        """Revert what was published last, or before."""
        commit = f"HEAD~{self.random.randint(0, 2)}"
        parents = self.repository.git("rev-list", "--parents", "-n", "1", commit).split()
        main = ("-m", "1") if len(parents) > 2 else ()
        if len(parents) > 1:
            self.repository.git("revert", "--no-edit", *main, commit, fails=True)
            self._conclude("revert")
            self._publish()

    def _conclude(self, command: str) -> None:
        """Settle all conflicts that a command of git stops at, as an author does."""
        heads = {
            "merge": "MERGE_HEAD",
            "rebase": "rebase-merge",
            "cherry-pick": "CHERRY_PICK_HEAD",
            "revert": "REVERT_HEAD",
        }
        folder = self.repository.root / ".git"
        for _ in range(20):
            if not (folder / heads[command]).exists():
                return
            self._resolve()
            self.repository.git("commit", "-q", "--allow-empty", "--no-edit", fails=True)
            self.repository.git(command, "--continue", fails=True)
        raise RuntimeError(f"{command} does not come to its end")

    def _resolve(self) -> None:
        """Take one side of each conflict in a chapter, or both; have the ledger joined."""
        names = self.repository.git("diff", "--name-only", "--diff-filter=U", "-z").split("\0")
        for name in filter(None, names):
            file = self.repository.root / name
            if name != LEDGER and file.is_file():
                file.write_text(self._settled(file.read_text("utf-8")), "utf-8")
        if LEDGER in names:
            self.repository.update(f"{self.editions:03}")
        self.repository.git("add", "-A")

    def _settled(self, text: str) -> str:
        """Settle the conflicts of a text: git marks those within others, and of renamed files, with more characters."""
        for size in sorted({len(found) for found in re.findall("^<{7,}(?= )", text, re.MULTILINE)}, reverse=True):
            text = self._settled_of_size(text, size)
        return text

    def _settled_of_size(self, text: str, size: int) -> str:
        lines: list[str] = []
        ours: list[str] | None = None
        theirs: list[str] | None = None
        for line in text.split("\n"):
            if line.startswith(f"{'<' * size} "):
                ours, theirs = [], None
            elif line == "=" * size:
                theirs = []
            elif line.startswith(f"{'>' * size} "):
                between = [] if self.repository.wrapped else [""]
                choices = (ours or [], theirs or [], [*(ours or []), *between, *(theirs or [])])
                lines += self.random.choices(choices, (4, 4, 2))[0]
                ours = theirs = None
            elif theirs is not None:
                theirs.append(line)
            else:
                (lines if ours is None else ours).append(line)
        return "\n".join(lines)


def play(seed: int, mode: str) -> Reader:
    """Play a history in a folder of its own; return its citations."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        life = Life(Path(folder), seed, mode)
        life.live()
        if mode == "driver":
            Path(folder, ".git", _ASKED).write_text("", "utf-8")  # nobody asks any more
        return life.reader


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the histories, print a table; return the exit code."""
    options = _parser().parse_args(arguments)
    print(f"| branches | histories | citations | {' | '.join(KINDS)} |\n|{' --- |' * (3 + len(KINDS))}")
    for mode in options.mode or MODES:
        counts: Counter[str] = Counter()
        for seed in range(options.first, options.first + options.histories):
            reader = play(seed, mode)
            counts.update(reader.kinds)
            if options.log:
                print(f"seed {seed}: {dict(Counter(reader.kinds))}", *reader.log, sep="\n    ", flush=True)
        total = counts.total()
        shares = (f"{100 * counts[kind] / total:.2f} % ({counts[kind]})" for kind in KINDS)
        print(f"| {mode} | {options.histories} | {total} | {' | '.join(shares)} |", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", action="append", choices=MODES, help="how the ledger is merged (all)")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--histories", type=int, default=20, help="how many (20)")
    parser.add_argument("--log", action="store_true", help="tell of each citation that went wrong")
    return parser


if __name__ == "__main__":
    sys.exit(main())
