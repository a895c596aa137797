"""An author's file is replaced whole or not at all, and nothing is left beside it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from policybrief.publishing.atomic_files import create_file, replace_file
from policybrief.publishing.locks import LockedError, acquire


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / ("ə" * 120)
    for content in (b"one", b"", b"three" * 100_000):
        replace_file(file, content)
        assert file.read_bytes() == content
    assert names_in(tmp_path) == [file.name]


def test_permissions_stay_and_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "real").write_bytes(b"old")
    (tmp_path / "elsewhere" / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("elsewhere/real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "real").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "elsewhere" / "real").stat().st_mode) == 0o640
    assert names_in(tmp_path / "elsewhere") == ["real"]


def test_a_file_that_may_not_be_written_to_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # root may write to everything
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "file", b"new")
    assert names_in(tmp_path) == ["file"]


def test_a_full_disk_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def fill(descriptor: int, content: memoryview) -> int:
        if written:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(write(descriptor, content[:3]))
        return written[0]

    write = os.write
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(OSError, match="No space left"):
        replace_file(tmp_path / "file", b"the new content")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


def test_a_new_file_never_replaces_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_file(tmp_path / "file", b"mine")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "file", b"other")

    def no_links(_one: Path, _other: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "file", b"other")
    create_file(tmp_path / "second", b"without links")
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert (tmp_path / "second").read_bytes() == b"without links"
    assert names_in(tmp_path) == ["file", "second"]


def test_a_new_file_is_there_even_if_what_is_beside_it_cannot_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_deleting(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", no_deleting)
        create_file(tmp_path / "file", b"mine")
    assert (tmp_path / "file").read_bytes() == b"mine"
    create_file(tmp_path / "second", b"mine too")
    assert names_in(tmp_path) == ["file", "second"]


def test_what_a_killed_process_left_goes_and_what_a_living_one_writes_stays(tmp_path: Path) -> None:
    (tmp_path / ".policybrief-dead.part").touch()
    living = acquire(tmp_path / ".policybrief-living.part")
    replace_file(tmp_path / "file", b"new")
    assert names_in(tmp_path) == [".policybrief-living.part", "file"]
    living.release()
    assert names_in(tmp_path) == ["file"]


def test_a_lock_is_held_by_one_and_given_back(tmp_path: Path) -> None:
    first = acquire(tmp_path / "lock")
    with pytest.raises(LockedError):
        acquire(tmp_path / "lock")
    first.release()
    assert names_in(tmp_path) == []
    acquire(tmp_path / "lock").release()


def test_without_locks_everybody_gets_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    one, other = acquire(tmp_path / "lock"), acquire(tmp_path / "lock")
    one.release()
    other.release()
    assert names_in(tmp_path) == []
