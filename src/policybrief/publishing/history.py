"""Earlier ledgers in a git repository and in the published site, by which published ids stay known.

A file can be reverted, reset or checked out from an old commit, and its ids with it. That does not affect git's
history, nor the copy of the ledger in the last published site.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..model.ledger import Ledger
from ..reading.ledger import LARGEST_LEDGER, read_ledger
from .atomic_files import replace_file

PUBLISHED_LEDGER = "data/anchors.lock"
"""The path of the ledger's copy in a site."""
_KEPT = "history/ids"
"""The cache file with the ids in each version of the ledger."""
_PATIENCE = 60
"""The time limit for a git command, in seconds."""
_AT_A_TIME = 32_000_000
"""The most bytes of past ledgers in memory."""
_ID = re.compile(rb"^(?:(?:merged|deleted|dropped)\t)?(p-[0-9a-z]+)\t", re.MULTILINE)
_OPTIONS = ("--no-replace-objects", "--literal-pathspecs", "-c", "safe.directory=*")
"""The last because on build machines a checkout often belongs to another user, and nothing in it is run."""
_QUIET: Mapping[str, str] = {
    "GIT_OPTIONAL_LOCKS": "0",
    # A partial clone would use the network, through a program that the repository's settings may name.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look for the history of a ledger."""

    root: Path
    """The folder of the project."""
    ledger: str
    """The path of the ledger, relative to the root, as that of the settings is."""
    config: str
    site: Path | None
    """The folder in which a site was published, if there is one."""
    cache: Path
    """The cache folder, made when needed."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of earlier ledgers."""

    ledgers: tuple[Ledger, ...] = ()
    """The newest first."""
    forgotten: bool = False
    """Whether the brief is in the newest commit, and no commit ever had a ledger of it."""


def past_of(places: Places, known: frozenset[str]) -> Past:
    """Return past ledgers that together have every id that is not yet known, the newest first.

    The site in its folder counts only if the branch is not pushed anywhere: otherwise it may be a mere trial build, of
    a draft or of another branch. Unreadable history is skipped: git may not be installed, and a clone may have only a
    part of the history.
    """
    git = _Git.at(places.root)
    pushed = git.pushed() if git is not None else ()
    covered, texts = set(known), list[bytes]()
    if git is not None:
        ids_of = git.past_ids(places.ledger, ("HEAD", *pushed), places.cache)
        texts += [text for _, text in git.contents(_needed(ids_of, covered))]
    if not pushed:
        texts += [text for text in _site_texts(places.site) if not _ids_in(text) <= covered]
    ledgers = tuple(ledger for text in texts for ledger in _ledger_in(text))
    forgotten = git is not None and not known and not ledgers and git.has_in_head(places.config)
    return Past(ledgers, forgotten)


def unmerged(root: Path, path: str) -> tuple[bytes, bytes, bytes] | None:
    """Return the base, our side and their side of a file that git could not merge, or None if it is merged.

    `path` is relative to `root`. A side without the file gives an empty one.
    """
    git = _Git.at(root)
    if git is None or not git.ask("ls-files", "--unmerged", "--", path):
        return None
    base, ours, theirs = (git.ask("cat-file", "blob", f":{stage}:{git.prefix}{path}") or b"" for stage in (1, 2, 3))
    return base, ours, theirs


def _needed(ids_of: Mapping[bytes, frozenset[str]], covered: set[str]) -> Iterator[bytes]:
    """Yield the first versions of the ledger that have all ids not yet covered, and mark these as covered."""
    for name, ids in ids_of.items():
        if not ids <= covered:
            covered |= ids
            yield name


def _site_texts(site: Path | None) -> Iterator[bytes]:
    if site is not None:
        file = site / PUBLISHED_LEDGER
        try:
            if file.stat().st_size <= LARGEST_LEDGER:
                yield file.read_bytes()
        except OSError:
            return


def _ids_in(text: bytes) -> frozenset[str]:
    return frozenset(match[1].decode() for match in _ID.finditer(text))


def _ledger_in(text: bytes) -> Iterator[Ledger]:
    """Yield the ledger, unless the text is invalid: a conflict may have been committed, or a damaged file."""
    try:
        ledger, _ = read_ledger(text.decode("utf-8"), "")
    except UnicodeDecodeError:
        return
    yield ledger


@dataclass(frozen=True, slots=True)
class _Git:
    """A repository, queried with commands that run nothing that its settings name."""

    program: str
    root: Path
    prefix: str
    """The folder of the project in the repository, ending with `/`; empty for the repository's root."""

    @classmethod
    def at(cls, root: Path) -> "_Git | None":
        """Return the repository that contains a folder, or None if there is none that can be queried."""
        program = shutil.which("git")
        if program is None or not any(
            (folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)
        ):
            return None
        git = cls(program, root, "")
        prefix = git.ask("rev-parse", "--show-prefix")
        return None if prefix is None else replace(git, prefix=_text(prefix).rstrip("\n"))

    def ask(self, *words: str, given: bytes = b"") -> bytes | None:
        """Return the output of git, or None if it fails."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            outcome = subprocess.run(
                [self.program, "-C", str(self.root), *_OPTIONS, *words],
                input=given, capture_output=True, check=False, timeout=_PATIENCE, env={**environment, **_QUIET},
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return None
        return outcome.stdout if outcome.returncode == 0 else None

    def has_in_head(self, path: str) -> bool:
        """Return whether the newest commit has the file; `path` is relative to the project."""
        return self.ask("cat-file", "-e", f"HEAD:{self.prefix}{path}") is not None

    def past_ids(self, path: str, tips: Iterable[str], cache: Path) -> Mapping[bytes, frozenset[str]]:
        """Return the ids in every version of the ledger in these commits and their ancestors.

        They are given by git's name for the version, the newest first.
        """
        listed = self.ask(
            "rev-list", "--full-history", "--objects", "--ignore-missing", "--stdin", "--", path,
            given="".join(f"{tip}\n" for tip in tips).encode(),
        )  # fmt: skip
        whole = f"{self.prefix}{path}".encode()
        parts = (line.partition(b" ") for line in (listed or b"").splitlines())
        names = [name for name, _, found in parts if found == whole]
        kept = _kept_ids(cache / _KEPT)
        new = [name for name in names if name not in kept]
        if new:
            kept |= {name: _ids_in(text) for name, text in self.contents(new)}
            _keep_ids(cache / _KEPT, kept)
        return {name: kept[name] for name in names if name in kept}

    def pushed(self) -> tuple[str, ...]:
        """Return the commits that the remote branch has had: a reset does not undo them."""
        branches = _text(self.ask("for-each-ref", "--format=%(HEAD) %(upstream)", "refs/heads")).splitlines()
        remote = next((line.removeprefix("* ") for line in branches if line.startswith("* ")), "")
        if not remote:
            return ()
        return (remote, *dict.fromkeys(_text(self.ask("rev-list", "--walk-reflogs", remote)).split()))

    def contents(self, names: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield the names and contents of these objects in order, reading some at a time.

        Objects that are missing, as in a partial clone, or too large for a ledger are left out.
        """
        checked = (self.ask("cat-file", "--batch-check", given=_lines(names)) or b"").splitlines()
        batch: list[bytes] = []
        weight = 0
        for name, kind, size in (line.split() for line in checked if line.count(b" ") == 2):
            if kind == b"blob" and int(size) <= LARGEST_LEDGER:
                batch.append(name)
                weight += int(size)
            if weight > _AT_A_TIME:
                yield from _parts(self.ask("cat-file", "--batch", given=_lines(batch)) or b"")
                batch, weight = [], 0
        yield from _parts(self.ask("cat-file", "--batch", given=_lines(batch)) or b"")


def _text(said: bytes | None) -> str:
    return (said or b"").decode("utf-8", "replace")


def _lines(names: Iterable[bytes]) -> bytes:
    return b"".join(name + b"\n" for name in names)


def _parts(said: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the names and contents in git's output for a batch of objects."""
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        name, _, size = said[at:end].split()
        at = end + 1 + int(size)
        yield name, said[end + 1 : at]
        at += 1


def _kept_ids(file: Path) -> dict[bytes, frozenset[str]]:
    """Return the ids of versions that were read before; the content of a version never changes."""
    try:
        lines = file.read_bytes().splitlines()
    except OSError:
        return {}
    rows = (line.split() for line in lines)
    # A row with a wrong count is damaged.
    whole = (row for row in rows if len(row) > 1 and row[1] == b"%d" % (len(row) - 2))
    return {name: frozenset(one.decode("ascii", "replace") for one in ids) for name, _, *ids in whole}


def _keep_ids(file: Path, ids_of: Mapping[bytes, frozenset[str]]) -> None:
    lines = (b" ".join((name, b"%d" % len(ids), *map(str.encode, sorted(ids)))) for name, ids in ids_of.items())
    with suppress(OSError):  # it only saves time
        file.parent.mkdir(parents=True, exist_ok=True)
        # Not everybody tells git to ignore the cache.
        replace_file(file.with_name(".gitignore"), b"*\n")
        replace_file(file, b"".join(line + b"\n" for line in lines))
