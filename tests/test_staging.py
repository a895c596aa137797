"""A site takes the place of the old one whole; what others keep in its folder stays, and no other folder is emptied."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from policybrief.publishing.errors import PublishingError
from policybrief.publishing.manifest import NAME, compare
from policybrief.publishing.signals import held_back
from policybrief.publishing.staging import Staging, stage

FILES = ("index.html", "a/b/index.html", "assets/style.css", "data/brief.json")


def write(staging: Staging, text: str, *more: str) -> Staging:
    for path in (*FILES, *more):
        staging.write(path, f"{text} {path}".encode())
    return staging


def publish(site: Path, text: str, *more: str) -> list[str]:
    """Publish a site, and return what is remarked about it."""
    staging = write(stage(site), text, *more)
    staging.publish()
    return staging.remarks


def is_whole(site: Path, text: str, *more: str) -> bool:
    """Return whether the files are those of the site that says this text, and no others."""
    right = all((site / path).read_text("utf-8") == f"{text} {path}" for path in (*FILES, *more))
    return right and compare(site, lambda _done, _of: None).same


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def elsewhere(code: str, *, as_user: bool = False) -> str:
    """Run code that uses this file in another process; return its last line of complaint.

    With `as_user` it is somebody whom permissions hold back, also where the tests run as root.
    """
    becoming = "os.setgroups([]); os.setgid(65534); os.setuid(65534)" if as_user and os.getuid() == 0 else ""
    lines = f"import os, sys; sys.path[:0] = {sys.path!r}\nfrom test_staging import *\n{becoming}\n{code}"
    outcome = subprocess.run([sys.executable, "-c", lines], cwd="/", capture_output=True, text=True, check=False)
    return (outcome.stderr.strip().splitlines() or [""])[-1]


def give_away(folder: Path) -> None:
    """Let the user of `elsewhere` own the folder and all in it."""
    if os.getuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534, follow_symlinks=False)


@pytest.fixture
def open_site() -> Iterator[Path]:
    """Yield a site in a folder that everybody reaches, which those that pytest makes are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "home").mkdir()
        publish(Path(folder) / "home" / "site", "old")
        yield Path(folder) / "home" / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert publish(tmp_path / "site", "old") == []
    return tmp_path / "site"


def test_a_new_site_replaces_the_old_one_and_nothing_is_left_beside_it(site: Path) -> None:
    assert publish(site, "new", "more.html") == []
    assert is_whole(site, "new", "more.html")
    assert publish(site, "newer") == []
    assert is_whole(site, "newer")
    assert names_in(site.parent) == ["site"]


def test_until_it_is_published_the_old_site_is_untouched(site: Path) -> None:
    staging = write(stage(site), "new")
    assert is_whole(site, "old")
    staging.discard()
    assert is_whole(site, "old")
    assert names_in(site.parent) == ["site"]
    staging.discard()


def test_what_is_hidden_in_the_folder_is_carried_over(site: Path) -> None:
    for path in (".git/refs/heads/main", ".well-known/acme/token", ".htaccess"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("theirs", "utf-8")
    publish(site, "new", ".well-known/security.txt", ".nojekyll")
    assert is_whole(site, "new", ".well-known/security.txt", ".nojekyll")
    for path in (".git/refs/heads/main", ".well-known/acme/token", ".htaccess"):
        assert (site / path).read_text("utf-8") == "theirs"
    # What a build made itself goes with its site.
    publish(site, "newer")
    assert is_whole(site, "newer")
    assert not (site / ".nojekyll").exists()
    assert not (site / ".well-known" / "security.txt").exists()
    assert (site / ".well-known" / "acme" / "token").read_text("utf-8") == "theirs"


def test_a_hidden_file_of_the_new_site_takes_the_place_of_a_foreign_one(site: Path) -> None:
    (site / ".htaccess").write_text("theirs", "utf-8")
    publish(site, "new", ".htaccess")
    assert is_whole(site, "new", ".htaccess")


def test_permissions_of_the_folder_stay(site: Path) -> None:
    site.chmod(0o750)
    publish(site, "new")
    assert stat.S_IMODE(site.stat().st_mode) == 0o750


def test_a_link_to_the_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to("site")
    publish(tmp_path / "public", "new")
    assert (tmp_path / "public").is_symlink()
    assert is_whole(site, "new")


def test_a_folder_deep_in_others_is_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / ("x" * 240), "first")
    assert is_whole(tmp_path / "a" / "b" / ("x" * 240), "first")
    publish(tmp_path / "a" / "b" / ("x" * 240), "second")
    assert is_whole(tmp_path / "a" / "b" / ("x" * 240), "second")


def test_a_folder_that_forbids_its_deletion_is_deleted_all_the_same(open_site: Path) -> None:
    site = open_site
    (site / "assets").chmod(0o500)
    give_away(site.parent)
    assert elsewhere(f"publish(Path({str(site)!r}), 'new')", as_user=True) == ""
    assert is_whole(site, "new")
    assert names_in(site.parent) == ["site"]


def test_a_site_that_cannot_be_written_to_is_left_as_it_is(open_site: Path) -> None:
    site = open_site
    site.chmod(0o500)
    give_away(site.parent)
    said = elsewhere(f"publish(Path({str(site)!r}), 'new')", as_user=True)
    assert "cannot publish the site" in said
    assert "Permission denied. The old one is unchanged" in said
    assert is_whole(site, "old")
    site.chmod(0o700)
    assert elsewhere(f"publish(Path({str(site)!r}), 'new')", as_user=True) == ""
    assert is_whole(site, "new")
    assert names_in(site.parent) == ["site"]


def test_where_nothing_can_be_made_beside_the_site_it_is_made_in_it(open_site: Path) -> None:
    site = open_site
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("theirs", "utf-8")
    inode = site.stat().st_ino
    give_away(site)
    site.parent.chmod(0o555)
    said = elsewhere(f"print(publish(Path({str(site)!r}), 'new')[0], file=sys.stderr)", as_user=True)
    site.parent.chmod(0o755)
    assert "cannot be renamed, so its files were replaced one by one" in said
    assert is_whole(site, "new")
    assert site.stat().st_ino == inode
    assert [name for name in names_in(site) if name.startswith(".")] == [".git"]


@pytest.mark.parametrize("stranger", ["thesis.docx", "index.html", "sitemap.xml"])
def test_a_folder_without_our_manifest_is_not_emptied(stranger: str, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / stranger).write_text("years of work", "utf-8")
    with pytest.raises(PublishingError, match=f"holds '{stranger}' but no {NAME} of a site that policybrief built"):
        stage(tmp_path / "papers")
    assert (tmp_path / "papers" / stranger).read_text("utf-8") == "years of work"
    assert names_in(tmp_path) == ["papers"]
    # The manifest of something else does not make a site of it.
    (tmp_path / "papers" / NAME).write_text(f"{'0' * 64}  {stranger}\n", "utf-8")
    with pytest.raises(PublishingError):
        stage(tmp_path / "papers")
    stage(tmp_path / "papers", any_folder=True).discard()
    (tmp_path / "file").touch()
    with pytest.raises(PublishingError, match="which is a file"):
        stage(tmp_path / "file")


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    publish(tmp_path / "site", "first")
    assert is_whole(tmp_path / "site", "first")
    assert (tmp_path / "site" / ".git").is_dir()


@pytest.mark.parametrize("damage", ["torn", "gone"])
def test_a_file_that_did_not_arrive_whole_stops_the_publication(damage: str, site: Path) -> None:
    staging = write(stage(site), "new")
    file = staging.folder / "assets" / "style.css"
    file.write_bytes(b"") if damage == "torn" else file.unlink()
    with pytest.raises(PublishingError, match=r"'assets/style.css' is missing from the new site or differs"):
        staging.publish()
    staging.discard()
    assert is_whole(site, "old")


def test_what_must_be_written_before_the_site_stops_it(site: Path) -> None:
    def refuse() -> None:
        raise PublishingError("the ledger cannot be written")

    staging = write(stage(site), "new")
    with pytest.raises(PublishingError, match="the ledger cannot be written"):
        staging.publish(refuse)
    staging.discard()
    assert is_whole(site, "old")


def test_only_one_build_works_on_a_site(site: Path, tmp_path: Path) -> None:
    first = write(stage(site), "first")
    for name in ("site", "link"):
        if name == "link":
            (tmp_path / name).symlink_to("site")
        with pytest.raises(PublishingError, match=r"another build is writing to '.*site' now; wait"):
            stage(tmp_path / name)
    other = write(stage(tmp_path / "other"), "other")
    first.publish()
    other.publish()
    assert is_whole(site, "first")
    assert is_whole(tmp_path / "other", "other")
    publish(site, "second")
    assert is_whole(site, "second")


def test_a_killed_build_locks_nothing_and_leaves_nothing(site: Path) -> None:
    code = f"import os; write(stage(Path({str(site)!r})), 'new'); os.kill(os.getpid(), 9)"
    elsewhere(code)
    assert names_in(site.parent) == [".site.building", "site"]
    assert is_whole(site, "old")
    publish(site, "newer")
    assert is_whole(site, "newer")
    assert names_in(site.parent) == ["site"]


def test_what_an_older_version_left_is_taken_away(site: Path) -> None:
    (site.parent / ".site.building" / "chapters").mkdir(parents=True)
    (site.parent / ".site.building" / "index.html").touch()
    publish(site, "new")
    assert is_whole(site, "new")
    assert names_in(site.parent) == ["site"]


def test_a_folder_that_is_to_stay_the_same_one_stays(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    inode = (tmp_path / "here").stat().st_ino
    staging = stage(tmp_path / "here", any_folder=True, keep_folder=True)
    staging.write("a.txt", b"a")
    staging.install()
    assert (tmp_path / "here").stat().st_ino == inode
    assert names_in(tmp_path / "here") == ["a.txt"]


def test_a_preview_is_shown_without_a_manifest(tmp_path: Path) -> None:
    for text in ("one", "two"):
        write(stage(tmp_path / "site", any_folder=True), text).show()
        assert (tmp_path / "site" / "index.html").read_text("utf-8") == f"{text} index.html"
    assert not (tmp_path / "site" / NAME).exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_wait_until_a_step_is_done(number: signal.Signals) -> None:
    done: list[str] = []
    former = signal.signal(number, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), held_back():  # noqa: PT012 - the rest of the block must run
            signal.raise_signal(number)
            done.append("the step")
        assert done == ["the step"]
        assert signal.getsignal(number) is signal.default_int_handler
        signal.signal(number, signal.SIG_IGN)
        with held_back():
            assert signal.getsignal(number) is signal.SIG_IGN
    finally:
        signal.signal(number, former)


def test_outside_the_main_thread_nothing_is_held_back() -> None:
    done: list[str] = []

    def step() -> None:
        with held_back():
            done.append("the step")

    thread = threading.Thread(target=step)
    thread.start()
    thread.join()
    assert done == ["the step"]
