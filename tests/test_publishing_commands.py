"""The commands as people run them: two at once, stopped on the way, on a full disk, in continuous integration."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from fault_commands import COMMANDS, CommandPoint, state_of
from faults import Fault
from policybrief.publishing.manifest import compare
from policybrief.reading.ledger import read_ledger
from previews import files_in, front_page, previewing, wait_until
from test_hosts import FILES
from test_ledger_upkeep import git
from test_preview import START, free_port

pytestmark = pytest.mark.slow

BUSY = "another build is writing to 'site' now"
BIBTEX = "@book{karimova, author = {Karimova, Dilnoza}, title = {Water}, year = 2018, langid = {english}}\n"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the fonts are made once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def brief(tmp_path: Path, cache: Path) -> Path:
    """Return a brief with its site and its ledger."""
    root = write_brief(tmp_path / "brief", cache)
    assert run(root, "build", "--strict").returncode == 0
    assert is_whole(root)
    return root


def write_brief(root: Path, cache: Path) -> Path:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / ".cache").symlink_to(cache)
    (root / ".gitignore").write_text("site/\n.cache\n", "utf-8")
    (root / "x.bib").write_text(BIBTEX, "utf-8")
    return root


def program(*words: str) -> list[str]:
    module = "mkdocs" if words[0] == "mkdocs" else "policybrief_command"
    return [sys.executable, "-m", module, *(words[1:] if module == "mkdocs" else words)]


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        program(*words), cwd=root, env=environment(), capture_output=True, text=True, check=False, timeout=240
    )


def begin(root: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        program(*words), cwd=root, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def is_whole(root: Path) -> bool:
    """Return whether the site is as it was built, and the ledger can be read and is the one it was published with."""
    ledger = (root / "anchors.lock").read_text("utf-8")
    published = (root / "site" / "data" / "anchors.lock").read_text("utf-8")
    same = compare(root / "site", lambda _done, _of: None).same
    return same and not read_ledger(ledger, "")[1] and not read_ledger(published, "")[1]


def edit(root: Path, words: str) -> None:
    with (root / "chapters" / "1-one.md").open("a", encoding="utf-8") as chapter:
        chapter.write(f"\n{words}\n")


@pytest.mark.parametrize("rounds", [1, pytest.param(30, marks=pytest.mark.soak)])
@pytest.mark.parametrize("builds", [2, 3])
def test_builds_at_once_publish_one_whole_site(builds: int, rounds: int, brief: Path) -> None:
    before, random = files_in(brief / "site"), Random(builds)
    for number in range(rounds):
        started = []
        for _ in range(builds):
            started.append(begin(brief, *random.choice([("build", "--strict"), ("mkdocs", "build")])))
            time.sleep(random.random() * 2 if rounds > 1 else 0.1)
        ended = [(process.communicate(timeout=240)[1], process.returncode) for process in started]
        assert all(code == 0 or (code == 1 and BUSY in " ".join(said.split())) for said, code in ended), (number, ended)
        assert any(code == 0 for _, code in ended)
        assert files_in(brief / "site") == before
        assert not (brief / ".site.building").exists()


def files_shown(site: Path) -> dict[str, bytes]:
    """Return the files of a preview; none while it is replacing them."""
    try:
        return files_in(site)
    except FileNotFoundError:
        return {}


def test_a_preview_and_a_build_beside_it_both_work(tmp_path: Path, cache: Path) -> None:
    root = write_brief(tmp_path / "brief", cache)
    for path, text in START.items():
        (root / path).write_text(text, "utf-8")
    with previewing(root, tmp_path / "server", free_port()) as preview:
        wait_until(lambda: bool(files_shown(preview.site())), preview)
        shown = files_shown(preview.site())
        assert run(root, "build", "--strict").returncode == 0
        assert is_whole(root)
        edit(root, "The EAEU once more.")
        wait_until(lambda: files_shown(preview.site()) not in ({}, shown), preview)
        assert run(root, "build", "--strict", "--update-ledger").returncode == 0
        assert is_whole(root)
        assert front_page(preview) == 200
        assert "Traceback" not in preview.said()


def wait_for_its_first_line(process: subprocess.Popen[str]) -> None:
    """Wait until the program has begun: before that it is the interpreter, which answers in its own way."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        time.sleep(0.5)
        return
    while process.poll() is None:
        caught = next(line for line in status.read_text("ascii").splitlines() if line.startswith("SigCgt:"))
        if int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.002)


@pytest.mark.parametrize("tries", [4, pytest.param(60, marks=pytest.mark.soak)])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_asked_to_end_does_so_in_silence(
    number: signal.Signals, code: int, tries: int, brief: Path
) -> None:
    random = Random(number)
    begun = time.monotonic()
    assert run(brief, "build").returncode == 0
    whole = time.monotonic() - begun
    stopped = 0
    for at in [0.0, *(random.random() * whole for _ in range(tries - 1))]:
        process = begin(brief, "build")
        wait_for_its_first_line(process)
        time.sleep(at)
        process.send_signal(number)
        _, said = process.communicate(timeout=240)
        assert "Traceback" not in said, (at, said)
        assert process.returncode in (0, code), (at, said)
        stopped += process.returncode == code
        assert is_whole(brief)
    assert stopped
    assert run(brief, "build").returncode == 0
    assert not (brief / ".site.building").exists()


@pytest.mark.parametrize("hasty", [False, True], ids=["", "repeated at once"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_request_to_end_that_comes_while_an_object_is_deleted_is_answered(
    name: str, hasty: bool, tmp_path: Path
) -> None:
    code = dedent(f"""
        import signal, threading, time
        import policybrief.cli, policybrief_command

        class Hasty(threading.Timer):
            # The first one is over before its start returns, as on a busy machine.
            late = not {hasty}

            def start(self):
                late, Hasty.late = Hasty.late, True
                super().start() if late else self.function()

        threading.Timer = Hasty

        class Deleted:
            def __del__(self):
                signal.raise_signal(signal.{name})

        def main(prog_name):
            Deleted()
            time.sleep(20)

        policybrief.cli.main = main
        policybrief_command.run()
    """)
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False,
        timeout=15,
    )  # fmt: skip
    assert outcome.returncode == 128 + getattr(signal, name)
    assert outcome.stderr == "\nAborted!\n"


@pytest.mark.parametrize("tries", [3, pytest.param(60, marks=pytest.mark.soak)])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up(tries: int, brief: Path) -> None:
    random = Random(tries)
    begun = time.monotonic()
    assert run(brief, "build").returncode == 0
    whole = time.monotonic() - begun
    for _ in range(tries):
        process = begin(brief, "build")
        # Publishing comes last.
        time.sleep(random.choice([random.random(), 0.7 + 0.3 * random.random()]) * whole)
        process.kill()
        process.communicate()
        assert is_whole(brief)
    assert run(brief, "build").returncode == 0
    assert not (brief / ".site.building").exists()


def test_a_strict_build_wants_the_ledger_that_it_publishes(brief: Path, tmp_path: Path) -> None:
    git(brief, "init", "-q")
    git(brief, "add", "-A")
    git(brief, "commit", "-qm", "Begin")
    before = (brief / "site" / "manifest.sha256").read_bytes()
    edit(brief, "Moscow said a word that nobody had heard.")
    for words in (("build", "--strict"), ("mkdocs", "build", "--strict")):
        outcome = run(brief, *words)
        assert outcome.returncode == 1
        assert "anchors.lock:1:1: warning[stale-ledger]: it lacks 1 paragraph of the chapters: p-" in outcome.stderr
        assert (brief / "site" / "manifest.sha256").read_bytes() == before
    assert run(brief, "check").returncode == 1
    git(brief, "commit", "-qam", "Only the text")
    # Continuous integration, from a clone of one commit.
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{brief}", "clone")
    outcome = run(tmp_path / "clone", "build", "--strict")
    assert outcome.returncode == 1
    assert "run 'policybrief anchors update' and commit anchors.lock" in outcome.stderr
    assert not (tmp_path / "clone" / "site").exists()
    outcome = run(brief, "build", "--strict", "--update-ledger")
    assert outcome.returncode == 0
    assert "Wrote anchors.lock: commit it with the chapters" in outcome.stderr
    git(brief, "commit", "-qam", "The ledger")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{brief}", "second")
    assert run(tmp_path / "second", "check").returncode == 0
    assert run(tmp_path / "second", "build", "--strict").returncode == 0
    assert files_in(tmp_path / "second" / "site") == files_in(brief / "site")


def test_a_clone_in_which_the_ledger_was_never_committed_is_not_published(brief: Path, tmp_path: Path) -> None:
    git(brief, "init", "-q")
    git(brief, "add", "-A", ":!anchors.lock")
    git(brief, "commit", "-qm", "Begin")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{brief}", "clone")
    outcome = run(tmp_path / "clone", "build", "--strict")
    assert outcome.returncode == 1
    assert "the file is missing: nothing would keep the ids of" in outcome.stderr
    assert not (tmp_path / "clone" / "anchors.lock").exists()
    # A build without --strict is the author's: it writes the ledger.
    assert run(tmp_path / "clone", "build").returncode == 0
    assert is_whole(tmp_path / "clone")


def test_a_ledger_that_cannot_be_written_stops_the_publication(brief: Path) -> None:
    before = files_in(brief / "site")
    edit(brief, "Moscow said a word that nobody had heard.")
    # A folder in the place of the hidden file would do the same on a disk that is full.
    script = "import os; os.access = lambda path, mode: not str(path).endswith('anchors.lock')"
    code = f"{script}; import policybrief_command; policybrief_command.run()"
    outcome = subprocess.run(
        [sys.executable, "-c", code, "build"], cwd=brief, env=environment(), capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 1
    assert "the ledger 'anchors.lock' cannot be written: Permission denied" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert files_in(brief / "site") == before
    assert not (brief / ".site.building").exists()


HOOK = """\
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(2_000)
def on_post_build(config):
    {}
"""


@pytest.mark.parametrize(
    ("path", "damage"),
    [
        ("chapters/1-one/index.html", "write_bytes(b'<html>')"),
        ("assets/policybrief.css", "unlink()"),
        ("404.html", "write_bytes(b'')"),
        ("sitemap.xml.gz", "write_bytes(b'')"),
    ],
)
def test_what_the_host_wrote_must_have_arrived_whole(path: str, damage: str, brief: Path) -> None:
    before = files_in(brief / "site")
    (brief / "hook.py").write_text(HOOK.format(f"Path(config.site_dir, {path!r}).{damage}"), "utf-8")
    settings = (brief / "mkdocs.yml").read_text("utf-8")
    (brief / "mkdocs.yml").write_text(f"{settings}hooks: [hook.py]\n", "utf-8")
    for words in (("build",), ("mkdocs", "build")):
        outcome = run(brief, *words)
        assert outcome.returncode == 1
        assert f"'{path}' is missing from the new site or differs" in " ".join(outcome.stderr.split())
        assert files_in(brief / "site") == before


def test_a_strict_build_with_a_warning_of_the_host_leaves_the_old_site(brief: Path) -> None:
    before = files_in(brief / "site")
    (brief / "docs" / "guide" / "start.md").write_text("# Start again\n", "utf-8")
    settings = (brief / "mkdocs.yml").read_text("utf-8")
    (brief / "mkdocs.yml").write_text(f"{settings}nav: [nowhere.md]\n", "utf-8")
    for words in (("build", "--strict"), ("mkdocs", "build", "--strict")):
        outcome = run(brief, *words)
        assert outcome.returncode == 1
        assert "nowhere.md" in outcome.stderr
        assert files_in(brief / "site") == before
    assert run(brief, "build").returncode == 0
    assert files_in(brief / "site") != before


@pytest.fixture
def edited(brief: Path) -> Path:
    edit(brief, "Moscow said a word that nobody had heard.\n\nAnd the EAEU another one, which was longer still.")
    return brief


def tried(root: Path, step: int, *names: str) -> list[CommandPoint]:
    """Return what came of faults at one in `step` of the changes that commands make to the disk."""
    script = str(Path(__file__).with_name("fault_commands.py"))
    outcome = subprocess.run(
        [sys.executable, script, str(root), str(step), *names],
        env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr[-2_000:]
    return [CommandPoint(**json.loads(line)) for line in outcome.stdout.splitlines()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each command runs in a process that is forked")
@pytest.mark.parametrize(
    ("step", "faults"), [(8, (Fault.KILL, Fault.FULL)), pytest.param(1, tuple(Fault), marks=pytest.mark.soak)]
)
def test_a_command_may_be_stopped_at_any_change_to_the_disk(step: int, faults: tuple[Fault, ...], edited: Path) -> None:
    settings = (edited / "mkdocs.yml").read_text("utf-8")
    (edited / "mkdocs.yml").write_text(settings.replace("brief: {", "brief: {pdf: {enabled: false}, "), "utf-8")
    found = tried(edited, step, *COMMANDS, *(fault.name for fault in faults))
    counts = Counter((point.name, point.fault) for point in found)
    assert counts.keys() == {(name, fault.value) for name in COMMANDS for fault in faults}
    assert [point for point in found if not is_right(point)] == []
    print(*(f"{name}, {fault}: {count} points" for (name, fault), count in counts.items()), sep="\n")


def is_right(point: CommandPoint) -> bool:
    """Return whether the old or the new state was whole, the command said so in its own words, and a retry worked."""
    if "Traceback" in point.said or point.then not in ("old", "new"):
        return False
    if point.code == 1 and point.fault != Fault.DEAD.value and point.then == "new" and point.name != "build":
        return False
    done = point.next_code == 0 or "there already" in point.next_said or "not empty" in point.next_said
    return done and point.later == "new" and not point.left


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Yield a real file system with a little room, where the tests may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={request.param}k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a file system")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.soak
@pytest.mark.parametrize("small_disk", [6_000], indirect=True)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk(name: str, edited: Path, small_disk: Path) -> None:
    root = small_disk / "brief"
    shutil.copytree(edited, root, symlinks=True)
    free = os.statvfs(small_disk)
    filler = small_disk / "filler"
    told = 0
    # From nothing left to what the command needs.
    for room in (0, 1, 2, 3, 5, 8, 13, 30, 60, 120, 250, 500, 800):
        filler.unlink(missing_ok=True)
        left = os.statvfs(small_disk)
        blocks = max(0, left.f_bavail - room)
        with filler.open("wb") as content:
            content.write(b"\0" * blocks * free.f_bsize)
        outcome = run(root, *COMMANDS[name])
        assert "Traceback" not in outcome.stderr, (room, outcome.stderr)
        assert state_of(root, name) == ("new" if outcome.returncode == 0 else "old"), (room, outcome.stderr)
        if outcome.returncode == 0:
            break
        assert "No space left on device" in " ".join(outcome.stderr.split()), (room, outcome.stderr)
        told += 1
    assert told
    filler.unlink()
    if outcome.returncode:
        assert run(root, *COMMANDS[name]).returncode == 0
    assert state_of(root, name) == "new"
    print(f"{name}: {told} times without room, old each time")


@pytest.mark.soak
@pytest.mark.parametrize("small_disk", [8_000], indirect=True)
def test_a_site_folder_that_is_a_mount_point(edited: Path, small_disk: Path) -> None:
    for number in range(2):
        edit(edited, f"Moscow said a word, the {number}th time.")
        outcome = run(edited, "build", "--site-dir", str(small_disk))
        assert outcome.returncode == 0, outcome.stderr
        assert "cannot be renamed, so its files were replaced" in " ".join(outcome.stderr.split()) or number == 0
        assert compare(small_disk, lambda _done, _of: None).same
        assert not (small_disk / ".policybrief-building").exists()
