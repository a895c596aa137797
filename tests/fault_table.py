"""A fault at every change to the disk that a piece of work makes, each tried in a process of its own.

Run as a program, with a step and the names of faults: it prints a line of JSON for each point that was tried.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from faults import Fault, Injector, World
from policybrief.model.ledger import Ledger, LiveLine
from policybrief.model.rules import Checks
from policybrief.publishing.atomic_files import create_file, replace_file
from policybrief.publishing.ledger_upkeep import LedgerUpkeep
from policybrief.publishing.manifest import NAME
from policybrief.publishing.new_brief import NotStartedError, start_brief
from policybrief.publishing.source_copies import keep_copy
from policybrief.publishing.staging import stage
from policybrief.reading.source_copies import every_copy

State = Mapping[str, str]
"""The files below a folder: text by path."""

HIDDEN = {".git/HEAD": "ref: refs/heads/main", ".well-known/token": "of another program"}
"""What another program keeps in the folder of the site."""
LINE = LiveLine("p-2222", "chapters/1.md", "0" * 16, "", "The text", "1", "1")
KEPT, NEEDED = Ledger("1", (LINE,)), Ledger("2", (LINE,))


@dataclass(frozen=True, slots=True)
class Work:
    """Something that changes the disk, and how to tell what came of it."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    state: Callable[[Path], str]
    """`old`, `new`, or what else there is."""
    look: Callable[[Path], None]
    """The beginning of another attempt, which then gives up."""
    world: World = World.USUAL
    is_short: bool = False
    """Whether every change is tried, however few are asked for."""


def files_in(folder: Path) -> State:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def publish(root: Path, text: str) -> None:
    """Publish a site in which every file says `text`, and a ledger that says so too."""
    staging = stage(root / "site")
    try:
        for path in ("index.html", "a/index.html", "assets/style.css", ".well-known/security.txt", "data/brief.json"):
            staging.write(path, text.encode())
        staging.publish(lambda: replace_file(root / "anchors.lock", text.encode()))
    finally:
        staging.discard()


def publish_old(root: Path) -> None:
    publish(root, "old")
    for path, text in HIDDEN.items():
        (root / "site" / path).parent.mkdir(exist_ok=True)
        (root / "site" / path).write_text(text, "utf-8")


def publish_new(root: Path) -> None:
    publish(root, "new")


def begin_to_publish(root: Path) -> None:
    stage(root / "site").discard()


def site_state(root: Path) -> str:
    """Return which site there is. The ledger may be ahead of it, never behind."""
    found = {
        path: text for path, text in files_in(root / "site").items() if not path.startswith(".policybrief-building/")
    }
    manifest = found.pop(NAME, "")
    hidden = {path: found.pop(path, "") for path in HIDDEN}
    if not found and not (root / "site").exists():
        return "none"
    if (
        not found.keys() >= {"index.html"}
        or len(found) != 5
        or manifest.count("\n") != 5
        or len(set(found.values())) != 1
    ):
        return f"{len(found)} files: {sorted(found)}"
    text = next(iter(found.values()))
    ledger = (root / "anchors.lock").read_text("utf-8")
    if ledger not in (text, "new"):
        return f"{text} with a ledger that says {ledger!r}"
    return text if hidden == HIDDEN else f"{text} without what is hidden"


def first_state(root: Path) -> str:
    """Return which site there is where there was none before, and nothing hidden."""
    state = site_state(root)
    return {"none": "old", "new without what is hidden": "new"}.get(state, state)


def upkeep(root: Path, kept: Ledger | None) -> LedgerUpkeep:
    return LedgerUpkeep(root / "anchors.lock", "anchors.lock", kept, KEPT, forgotten=False, checks=Checks())


def keep_old(root: Path) -> None:
    upkeep(root, None).keep(KEPT)


def keep_new(root: Path) -> None:
    edition = (root / "anchors.lock").read_text("utf-8").split("\t")[2]
    upkeep(root, KEPT if edition == "1" else NEEDED).keep(NEEDED)


def ledger_state(root: Path) -> str:
    text = (root / "anchors.lock").read_text("utf-8")
    edition = text.split("\t")[2] if text.endswith("\nend\n") else ""
    return {"1": "old", "2": "new"}.get(edition, f"{len(text)} characters")


def import_sources(root: Path) -> None:
    with suppress(FileExistsError):  # the attempt before may have come to its end
        create_file(root / "x.yml", b"sources" * 99)


def import_state(root: Path) -> str:
    file = root / "x.yml"
    return ("new" if file.read_text("utf-8") == "sources" * 99 else "torn") if file.exists() else "old"


def keep_source(root: Path) -> None:
    keep_copy(root, "sources", "un2020", b"<p>A page.</p>" * 99, ending=".html", text="A page.\n", date="2026-03-01")


def copy_state(root: Path) -> str:
    copies, problems = every_copy(root, "sources")
    sound = [copy for copy in copies if copy.text == "A page.\n" and not copy.fault]
    return "old" if not copies and not problems else "new" if len(sound) == 1 and not problems else "torn"


def make_folder(root: Path) -> None:
    (root / "brief").mkdir()


def start(root: Path) -> None:
    try:
        start_brief(root / "brief", "Title", "2026-11-22")
    except NotStartedError as error:
        if "is not empty" not in str(error):  # the attempt before may have come to its end
            raise


def brief_state(root: Path) -> str:
    found = [path for path in files_in(root / "brief") if not path.startswith(".policybrief-building/")]
    return {0: "old", 7: "new"}.get(len(found), f"{len(found)} files")


def nothing(_root: Path) -> None:
    """Leave the folder as it is."""


WORKS = (
    *(Work(f"a site, {world.value}", publish_old, publish_new, site_state, begin_to_publish, world) for world in World),
    Work("a first site", nothing, publish_new, first_state, begin_to_publish),
    Work("a ledger", keep_old, keep_new, ledger_state, nothing, is_short=True),
    Work("imported sources", nothing, import_sources, import_state, nothing, is_short=True),
    Work("a kept copy", nothing, keep_source, copy_state, nothing, is_short=True),
    Work("a new brief", nothing, start, brief_state, nothing),
    Work("a new brief in an empty folder", make_folder, start, brief_state, start),
)


@dataclass(frozen=True, slots=True)
class Point:
    """What came of a fault at one change."""

    work: str
    fault: str
    at: int
    change: str
    """The change at which it happened."""
    ended: str
    """How the process ended."""
    then: str
    """What there was right after it."""
    later: str
    """What there was when the next attempt had begun, and given up."""
    again: str
    """What there was after an attempt without a fault."""
    left: tuple[str, ...]
    """Files that should not be there after that."""


def points(work: Work, fault: Fault, folder: Path, step: int) -> Iterator[Point]:
    """Yield what comes of the fault at each change that the work makes, or at one in `step`."""
    before = folder / "before"
    before.mkdir()
    _in_child(lambda: work.prepare(before))
    for at in count(1, 1 if work.is_short else step):
        root = folder / "root"
        shutil.copytree(before, root, symlinks=True)
        log = folder / "log"
        log.unlink(missing_ok=True)
        ended = _in_child(lambda: _act(work, fault, at, root, log))  # noqa: B023 - it is called at once
        changes = log.read_text("utf-8").splitlines()
        if len(changes) < at:
            shutil.rmtree(root)
            break
        then = work.state(root)
        if work.look is not nothing:
            _in_child(lambda: work.look(root))  # noqa: B023
        later = work.state(root)
        worked = _in_child(lambda: work.act(root))  # noqa: B023
        again = work.state(root) if worked == "0" else f"it ended with {worked}"
        left = tuple(sorted(path for path in files_in(root) if "building" in path or path.endswith(".part")))
        yield Point(work.name, fault.value, at, changes[at - 1], ended, then, later, again, left)
        shutil.rmtree(root)
    shutil.rmtree(before)


def _act(work: Work, fault: Fault, at: int, root: Path, log: Path) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    Injector(root, fault, at, world=work.world, site=root / "site", log=log).install()
    work.act(root)


def _in_child(act: Callable[[], None]) -> str:
    """Do something in a process of its own; return its exit code, or the number of the signal that ended it."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        code = 70
        try:
            act()
            code = 0
        except KeyboardInterrupt:
            code = 130
        except Exception:  # noqa: BLE001 - whatever it is, it must not go on in the parent's place
            code = 1
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return str(os.waitstatus_to_exitcode(status))


def main(step: str, *names: str) -> None:
    memory = Path("/dev/shm")
    for work in WORKS:
        for fault in Fault:
            if fault.name in names:
                with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
                    for point in points(work, fault, Path(folder), int(step)):
                        print(json.dumps({name: getattr(point, name) for name in Point.__slots__}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
