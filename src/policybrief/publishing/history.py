"""The ledgers that a repository of git and a published site still hold: what was published once stays known by them.

A file can be reverted, reset or checked out from long ago, and its ids with it. What git holds of its past, and the
copy of the ledger in the site that was published last, are not touched by that.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..model.ledger import Ledger
from ..reading.ledger import LARGEST_LEDGER, read_ledger

PUBLISHED_LEDGER = "data/anchors.lock"
"""Where a site keeps a copy of the ledger that it was published with."""
_PATIENCE = 60
"""Seconds that git may take for one question."""
_AT_A_TIME = 32_000_000
"""Bytes of past ledgers that are held at once."""
_ID = re.compile(rb"^(?:(?:merged|deleted|dropped)\t)?(p-[0-9a-z]+)\t", re.MULTILINE)
_QUIET: Mapping[str, str] = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a partial clone would go to the network
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the ledgers before the one at hand."""

    ledgers: tuple[Ledger, ...] = ()
    """The newest first."""
    committed: bool = False
    """Whether the brief is under version control, and its newest commit holds its settings."""

    def __bool__(self) -> bool:
        return bool(self.ledgers)


def past_of(root: Path, ledger_path: str, config: str, site: Path | None, known: frozenset[str]) -> Past:
    """Return the ledgers of the past that hold an id that is not among the known ones.

    `root` is the folder of the project; the paths of the ledger and of the settings are relative to it. `site` is the
    folder in which a site was published, if there is one. What cannot be read is passed over: git may not be
    installed, and a clone may hold a part of the past only.
    """
    git = _Git.at(root)
    texts = [*(git.past_texts(ledger_path) if git else ()), *_site_texts(site)]
    ledgers = tuple(ledger for text in texts if _holds_more(text, known) for ledger in _ledger_in(text))
    return Past(ledgers, committed=git is not None and git.has_in_head(config))


def _site_texts(site: Path | None) -> Iterator[bytes]:
    if site is not None:
        file = site / PUBLISHED_LEDGER
        try:
            if file.stat().st_size <= LARGEST_LEDGER:
                yield file.read_bytes()
        except OSError:
            return


def _holds_more(text: bytes, known: frozenset[str]) -> bool:
    return any(match[1].decode() not in known for match in _ID.finditer(text))


def _ledger_in(text: bytes) -> Iterator[Ledger]:
    """Yield the ledger, unless the text is none: a conflict may have been committed, or a torn file."""
    try:
        ledger, _ = read_ledger(text.decode("utf-8"), "")
    except UnicodeDecodeError:
        return
    yield ledger


@dataclass(frozen=True, slots=True)
class _Git:
    """A repository, asked with commands that run nothing that its settings name."""

    program: str
    root: Path
    prefix: str
    """The folder of the project in the repository, with a `/` at the end; empty when it is the repository's own."""

    @classmethod
    def at(cls, root: Path) -> "_Git | None":
        """Return the repository that a folder is in; None when there is none that can be asked."""
        program = shutil.which("git")
        if program is None or not any(
            (folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)
        ):
            return None
        git = cls(program, root, "")
        prefix = git.ask("rev-parse", "--show-prefix")
        return None if prefix is None else replace(git, prefix=prefix.decode("utf-8", "replace").rstrip("\n"))

    def ask(self, *words: str, given: bytes = b"") -> bytes | None:
        """Return what git says; None when it fails."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            outcome = subprocess.run(
                [self.program, "-C", str(self.root), "--no-replace-objects", "--literal-pathspecs", *words],
                input=given, capture_output=True, check=False, timeout=_PATIENCE, env={**environment, **_QUIET},
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return None
        return outcome.stdout if outcome.returncode == 0 else None

    def has_in_head(self, path: str) -> bool:
        """Return whether the newest commit holds the file; `path` is relative to the project."""
        return self.ask("cat-file", "-e", f"HEAD:{self.prefix}{path}") is not None

    def past_texts(self, path: str) -> Iterator[bytes]:
        """Yield what the file was in the commits that the newest one rests on, and in what was pushed; newest first."""
        tips = ["HEAD", *self._pushed()]
        listed = self.ask(
            "rev-list", "--full-history", "--objects", "--ignore-missing", "--stdin", "--", path,
            given="".join(f"{tip}\n" for tip in tips).encode(),
        )  # fmt: skip
        whole = f"{self.prefix}{path}".encode()
        names = (line.partition(b" ") for line in (listed or b"").splitlines())
        yield from self._contents(name for name, _, found in names if found == whole)

    def _pushed(self) -> tuple[str, ...]:
        """Return the commits that the branch has had where it is pushed to: a reset does not take them back."""
        branch = (self.ask("symbolic-ref", "--quiet", "HEAD") or b"").decode("utf-8", "replace").strip()
        if not branch:
            return ()
        remote = (self.ask("for-each-ref", "--format=%(upstream)", branch) or b"").decode("utf-8", "replace").strip()
        if not remote:
            return ()
        reached = (self.ask("rev-list", "--walk-reflogs", remote) or b"").decode("ascii", "replace").split()
        return (remote, *dict.fromkeys(reached)) if self.ask("cat-file", "-e", remote) is not None else ()

    def _contents(self, names: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the contents of these objects, read some at a time."""
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


def _lines(names: Iterable[bytes]) -> bytes:
    return b"".join(name + b"\n" for name in names)


def _parts(said: bytes) -> Iterator[bytes]:
    """Yield the contents in what git says of a batch of objects."""
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        size = int(said[at:end].split()[2])
        yield said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
