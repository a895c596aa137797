"""A site is made beside the old one and replaces it when it is complete.

Until then the old site is untouched, and only one build at a time works on a site. The next build repairs and removes
the leftovers of a killed one.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..model.problems import printable
from .atomic_files import sync_folder
from .errors import PublishingError, reason_of, shown_path
from .locks import Lock, LockedError, acquire
from .manifest import NAME, built_files, digests_of, manifest_text
from .moving import remove
from .signals import held_back
from .swap import Room, carry_over, recover, swap

_EVERY_SITE_HAS = "data/brief.json"
"""A file that distinguishes our manifests from those of other programs."""
_LOCK = "lock"
_BESIDE = ".building"
_INSIDE = ".policybrief-building"
_LONGEST_NAME = 200
"""In bytes, of a folder whose name can be made a little longer."""
_WRITERS = 8
"""How many files are flushed to the disk at a time, which is faster than one by one."""


@dataclass(slots=True)
class Staging:
    """Where a new site is made, and where it belongs."""

    target: Path
    """The real folder of the site, with links resolved."""
    room: Room
    workshop: Path
    """The hidden working folder, beside the target or in it."""
    locks: tuple[Lock, ...]
    replaces: bool
    """Whether the site's folder can be swapped for the new one as a whole."""
    recovered: bool
    """Whether a killed build had finished its site, which was then put in place."""
    written: dict[str, str] = field(default_factory=dict)
    """The hashes of the files handed over, by path."""
    remarks: list[str] = field(default_factory=list)
    """Remarks for the author, as sentences without a full stop."""

    @property
    def folder(self) -> Path:
        """The folder in which the new site is made."""
        return self.room.new

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the new site; `path` is POSIX and relative to the site. Raises PublishingError."""
        file = self.folder / path
        try:
            try:
                file.write_bytes(content)
            except FileNotFoundError:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        except OSError as error:
            raise _failed(error, self.target) from error
        self.written[path] = sha256(content).hexdigest()

    def publish(self, before: Callable[[], object] = lambda: None) -> None:
        """Replace the old site with the finished site and its manifest; end the staging.

        All files must be unchanged since they were handed over, and flushed to the disk. `before` is called when only
        the replacement is left to do: what it writes is there before the new site is. Raises PublishingError, or
        whatever `before` raises; the old site is unchanged then.
        """
        try:
            digests = digests_of(self.folder)
            self._check_written(digests)
            self.write(NAME, manifest_text(digests).encode())
            _to_disk(self.folder)
        except OSError as error:
            raise _failed(error, self.target) from error
        with held_back():
            before()
            self._swap()

    def install(self) -> None:
        """Put a folder that is not a site, and has no manifest, in its place. Raises PublishingError."""
        try:
            _to_disk(self.folder)
        except OSError as error:
            raise _failed(error, self.target) from error
        self.show()

    def show(self) -> None:
        """Replace the site of the previous preview, without flushing it. Raises PublishingError."""
        with held_back():
            self._swap()

    def discard(self) -> None:
        """Delete what was made, and let other builds begin; does nothing if that is already done."""
        if self.locks:
            # If the old site could not be restored, the next build does it.
            if not self.room.holds_the_old:
                _clear(self.target, self.room)
            self._leave()

    def _check_written(self, digests: Mapping[str, str]) -> None:
        torn = sorted(path for path, digest in self.written.items() if digests.get(path) != digest)
        torn += sorted(path for path, digest in digests.items() if not digest)
        if torn:
            raise incomplete(torn)

    def _swap(self) -> None:
        try:
            if not swap(self.target, self.room, whole=self.replaces):
                named = printable(shown_path(self.target))
                self.remarks.append(
                    f"'{named}' cannot be renamed, so its files were replaced one by one: "
                    "for a moment readers may have seen files of both sites"
                )
        except OSError as error:
            raise _failed(error, self.target, before=not self.room.holds_the_old) from error
        with suppress(OSError):  # it may be a folder that only others may read
            sync_folder(self.target.parent)
        self.remarks += _clear(self.target, self.room)
        self._leave()

    def _leave(self) -> None:
        locks, self.locks = self.locks, ()
        _leave(self.target, locks)


def stage(target: Path, *, any_folder: bool = False, keep_folder: bool = False) -> Staging:
    """Return an empty folder in which a site for `target` is made, after repairing what killed builds left.

    The old site's folder must contain a site built by this program, or nothing; with `any_folder` it may be any folder,
    for a host that makes its own. With `keep_folder`, an existing folder stays the same one, for programs that have it
    open, and only its entries are replaced.

    Raises PublishingError if publishing would delete files that no build has made, if another build is running, or if
    there is nowhere to write.
    """
    target = Path(os.path.realpath(target))
    locks: list[Lock] = []
    try:
        workshop = _workshop(target)
        locks += _locked(target, workshop)
        recovered, remarks = _recovered(target)
        if not any_folder:
            _refuse_strangers(target)
        room = Room(workshop / f"build-{secrets.token_hex(4)}")
        room.new.mkdir(parents=True)
    except BaseException as error:
        _leave(target, locks)
        if isinstance(error, OSError):
            raise _failed(error, target) from error
        raise
    replaces = not keep_folder and workshop.parent != target
    return Staging(target, room, workshop, tuple(locks), replaces, recovered, remarks=remarks)


def _leave(target: Path, locks: Iterable[Lock]) -> None:
    """Let other builds begin, and delete what only a running build needs."""
    for lock in locks:
        lock.release()
    for workshop in _workshops(target):
        with suppress(OSError):  # another build may have begun, and files that could not be deleted remain
            workshop.rmdir()


def incomplete(paths: Iterable[str]) -> PublishingError:
    """Return the error for files that are missing or differ from what was written."""
    first, *others = paths
    missing = "missing from the new site or"
    more = f" and {len(others)} more files are {missing} differ from" if others else f" is {missing} differs from"
    return PublishingError(
        f"'{printable(first)}'{more} what was written. Another program changed files during the build; build again."
    )


def _workshops(target: Path) -> tuple[Path, Path]:
    """Return the folders in which a site for the target may be made: beside it, and in it."""
    name = target.name if len(os.fsencode(target.name)) <= _LONGEST_NAME else sha256(os.fsencode(target)).hexdigest()
    return target.parent / f".{name}{_BESIDE}", target / _INSIDE


def _workshop(target: Path) -> Path:
    """Return the folder to use, creating it if missing. Raises OSError."""
    beside, inside = _workshops(target)
    if not os.path.ismount(target):
        try:
            beside.mkdir(parents=True, exist_ok=True)
            if os.access(beside, os.W_OK):
                return beside
        except OSError:
            if not target.is_dir():
                raise
    inside.mkdir(exist_ok=True)
    return inside


def _locked(target: Path, workshop: Path) -> list[Lock]:
    """Return the locks of a site: one for each place in which it may be made."""
    locks: list[Lock] = []
    for folder in _workshops(target):
        if folder == workshop or folder.is_dir():
            try:
                locks.append(_lock_of(folder))
            except BaseException as error:
                for lock in locks:
                    lock.release()
                if isinstance(error, LockedError):
                    raise _busy(target) from error
                raise
    return locks


def _busy(target: Path) -> PublishingError:
    return PublishingError(
        f"another build is writing to '{printable(shown_path(target))}' now; "
        "wait until it finishes, or stop it, then build again"
    )


def _lock_of(workshop: Path) -> Lock:
    while True:
        workshop.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):  # a build that has just ended deleted the folder
            return acquire(workshop / _LOCK)


def _recovered(target: Path) -> tuple[bool, list[str]]:
    """Repair and remove what killed builds left.

    Return whether a new site was put in place, and what could not be done.
    """
    finished, remarks = False, []
    for workshop in _workshops(target):
        for left in sorted(workshop.iterdir()) if workshop.is_dir() else ():
            if left.name != _LOCK:
                try:
                    finished |= recover(target, Room(left))
                except OSError as error:
                    raise _unrecovered(error, left) from error
                remarks += _clear(target, Room(left))
    return finished, remarks


def _unrecovered(error: OSError, left: Path) -> PublishingError:
    named = printable(shown_path(left))
    return PublishingError(
        f"cannot repair what a killed build left in '{named}': {reason_of(error)}. "
        "Nothing in it is lost; remove the cause and build again"
    )


def _clear(target: Path, room: Room) -> list[str]:
    """Carry over the hidden files of the old site and delete it; return what could not be done."""
    named = printable(shown_path(room.folder))
    try:
        carry_over(target, room)
    except OSError as error:
        return [f"cannot carry over hidden files of the previous site ({reason_of(error)}): they are in '{named}'"]
    return [] if remove(room.folder) else [f"cannot delete '{named}', which is left from the previous site"]


def _refuse_strangers(target: Path) -> None:
    if not target.exists():
        return
    named = printable(shown_path(target))
    if not target.is_dir():
        raise PublishingError(f"site_dir names '{named}', which is a file; name a folder")
    stranger = min((entry.name for entry in target.iterdir() if not entry.name.startswith(".")), default="")
    if stranger and _EVERY_SITE_HAS not in built_files(target):
        raise PublishingError(
            f"site_dir names the folder '{named}', which holds '{printable(stranger)}' but no {NAME} of a site that "
            "policybrief built; the build would delete its contents. Name another folder, or empty it"
        )


def _to_disk(folder: Path) -> None:
    """Flush all files in a folder to the disk, with their names."""
    files: list[str] = []
    folders: list[str] = []
    for parent, _, names in os.walk(folder):
        folders.append(parent)
        files += [f"{parent}{os.sep}{name}" for name in names]
    with ThreadPoolExecutor(_WRITERS) as pool:
        for bring, places in ((_file_to_disk, files), (sync_folder, folders)):
            # A share for each thread: handing over thousands of files one by one takes as long as flushing them.
            list(pool.map(partial(_each, bring), (places[first::_WRITERS] for first in range(_WRITERS))))


def _each(bring: Callable[[str], None], places: Iterable[str]) -> None:
    for place in places:
        bring(place)


def _file_to_disk(file: str) -> None:
    # Windows requires a writable file.
    descriptor = os.open(file, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _failed(error: OSError, target: Path, *, before: bool = True) -> PublishingError:
    where = error.filename or target
    named = printable(shown_path(Path(os.fsdecode(where) if isinstance(where, bytes) else str(where))))
    old = "is unchanged" if before else "is restored by the next build"
    return PublishingError(f"cannot publish the site: '{named}': {reason_of(error)}. The old one {old}")
