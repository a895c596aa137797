"""The commands as people run them, a fault at every change to the disk that they make.

Run as a program, with a folder that holds a brief and its cache, a step, the names of commands and those of faults: it
prints a line of JSON for each point that was tried. The program and all that it loads are loaded once; each command
runs in a process that is forked off, as if it had just been started.
"""

import io
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from time import monotonic

from faults import Fault, Injector
from policybrief.publishing import new_brief
from policybrief.publishing.manifest import compare
from policybrief.reading.ledger import read_ledger

COMMANDS = {
    "build": ("build",),
    "anchors": ("anchors", "update"),
    "import": ("references", "import", "x.bib", "-o", "x.yml"),
    "new": ("new", "other"),
}
STARTER = Path(new_brief.__file__).with_name("starter")
"""What `policybrief new` writes."""
NEW_WORDS = "nobody had heard"
"""What stands in the edited text, and not in the site before."""
DELETIONS = 12
"""At one of how many deletions in a row a fault is tried."""
PATIENCE = 240
"""Seconds after which a command hangs."""


def state_of(root: Path, name: str) -> str:
    """Return `old`, `new`, or something else when what a command makes is neither."""
    if name == "import":
        file = root / "x.yml"
        return ("new" if file.read_text("utf-8").endswith("language: en\n") else "torn") if file.exists() else "old"
    if name == "new":
        found = _files_in(root / "other")
        return {0: "old", _files_in(STARTER): "new"}.get(found, f"{found} files")
    ledger, problems = read_ledger((root / "anchors.lock").read_text("utf-8"), "")
    if problems:
        return f"a ledger with {problems[0]}"
    kept = "new" if len(ledger.ids()) > 4 else "old"
    if name == "anchors":
        return kept
    if not compare(root / "site", lambda _done, _of: None).same:
        return "a site that is not whole"
    shown = "new" if NEW_WORDS.encode() in (root / "site/chapters/1-one/index.html").read_bytes() else "old"
    return shown if kept == "new" or shown == "old" else "a site ahead of its ledger"


def _files_in(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


@dataclass(frozen=True, slots=True)
class CommandPoint:
    """What came of a fault at one change of a command."""

    name: str
    fault: str
    at: int
    change: str
    """The change at which it happened."""
    code: int
    said: str
    then: str
    """What there was right after it."""
    next_code: int
    """How the command ended that was run next, without a fault."""
    next_said: str
    later: str
    """What there was after that."""
    left: tuple[str, ...]
    """Files that should not be there then."""


def points(source: Path, name: str, fault: Fault, step: int, folder: Path) -> Iterator[CommandPoint]:
    """Yield what comes of the fault at one in `step` of the changes that a command makes, but for those in a new site.

    What is written into it is passed over: there are hundreds of files, and nobody sees them yet.
    """
    root, log = folder / "brief", folder / "log"

    def attempt(at: int) -> tuple[int, str, list[str]]:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(source, root, symlinks=True)
        log.unlink(missing_ok=True)
        code, said = _in_child(root, COMMANDS[name], Injector(root, fault, at, "/new/", log=log))
        return code, said, log.read_text("utf-8").splitlines()

    for at in worth_trying(attempt(0)[2])[::step]:
        code, said, changes = attempt(at)
        if len(changes) < at:
            continue  # what takes less time than it took before asks less often
        then = state_of(root, name)
        again, said_again = _in_child(root, COMMANDS[name], None)
        left = tuple(path.name for path in root.rglob("*") if path.name.endswith(("building", ".part")))
        later = state_of(root, name)
        yield CommandPoint(name, fault.value, at, changes[at - 1], code, said, then, again, said_again, later, left)


def worth_trying(changes: Sequence[str]) -> list[int]:
    """Return the numbers of the changes at which a fault is tried: of many deletions in a row not all.

    They are those of an old site that was renamed aside, file by file.
    """
    found: list[int] = []
    at = 1
    for deletes, group in groupby(changes, lambda change: change.startswith(("os.remove ", "os.rmdir "))):
        numbers = range(at, at + len(list(group)))
        at = numbers.stop
        few = {*numbers[:3], *numbers[::DELETIONS], *numbers[-3:]} if deletes else numbers
        found += sorted(few)
    return found


def _in_child(root: Path, words: Sequence[str], injector: Injector | None) -> tuple[int, str]:
    """Run `policybrief` in a process of its own; return how it ended, and the end of what it said."""
    out = root.parent / "said"
    child = os.fork()
    if child == 0:
        written = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(written, stream)
        sys.stdout, sys.stderr = (io.TextIOWrapper(os.fdopen(stream, "wb", closefd=False)) for stream in (1, 2))
        signal.alarm(PATIENCE)
        os.chdir(root)
        if injector is not None:
            injector.install()
        sys.argv = ["policybrief", *words]
        _run_and_exit()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), out.read_text("utf-8", "replace")[-800:]


def _run_and_exit() -> None:
    from policybrief_command import run  # noqa: PLC0415 - it answers signals from its first moment on

    code = 70
    try:
        run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - whatever it is, it must not go on in the parent's place
        sys.excepthook(*sys.exc_info())
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _warm(source: Path, folder: Path) -> None:
    """Run every command once in this process, so that all that they need is loaded before the first fork."""
    from policybrief.cli import main as commands  # noqa: PLC0415 - nothing is loaded by those who only want the names

    root = folder / "warm"
    shutil.copytree(source, root, symlinks=True)
    os.chdir(root)
    for words in COMMANDS.values():
        commands(words, prog_name="policybrief", standalone_mode=False)
    os.chdir(folder)


def main(source: str, step: str, *names: str) -> None:
    """Print the points."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        folder = Path(made)
        said = sys.stdout
        sys.stdout = sys.stderr
        _warm(Path(source), folder)
        sys.stdout = said
        for name in COMMANDS:
            for fault in Fault:
                if name not in names or fault.name not in names:
                    continue
                begun = monotonic()
                for point in points(Path(source), name, fault, int(step), folder):
                    print(json.dumps({one: getattr(point, one) for one in CommandPoint.__slots__}), flush=True)
                print(f"{name}, {fault.value}: {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
