"""Faults of the world that happen at a chosen change to the disk: the power goes, the disk is full, Ctrl-C comes.

Every call that changes the disk below a folder is counted: files that are opened for writing, renamed, linked and
deleted, folders that are made and deleted, and what is written and brought to the disk. At the chosen one the fault
happens, before the call does anything.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from threading import Lock
from typing import Any

from policybrief.publishing import moving, swap

_CHANGES = frozenset({
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate",
})  # fmt: skip
_MAKES = frozenset({"open", "os.mkdir", "os.link", "os.symlink", "write", "fsync", "os.truncate"})
"""Calls that need room on the disk."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Fault(Enum):
    """What happens."""

    KILL = "kill -9"
    TORN = "kill -9 in the middle of a write"
    FULL = "disk full from here on"
    DEAD = "disk read-only from here on"
    DENIED = "no permission, this once"
    CTRL_C = "Ctrl-C"
    TERM = "request to end"


class World(Enum):
    """What the file system of a site is like."""

    USUAL = "folders are exchanged"
    OLD = "no exchange"
    FIXED = "the site's folder cannot be renamed"
    MOUNTED = "the site's folder is a file system of its own"
    INSIDE = "nothing can be made beside the site"


@dataclass(slots=True)
class Injector:
    """Counts the changes below a folder, and makes one of them fail."""

    root: Path
    fault: Fault
    at: int
    """The number of the change, from 1; 0 for none, to count them."""
    passed_over: str = "\0"
    """A part of the paths of changes that are not counted."""
    world: World = World.USUAL
    site: Path = Path("/nowhere")
    log: Path | None = None
    """Where each change is written down, one a line."""
    count: int = 0
    _written: int = -1
    _note: Callable[[int, bytes], int] = os.write
    _one_at_a_time: Lock = field(default_factory=Lock)

    def install(self) -> None:
        """Begin to watch; it cannot be undone in this process."""
        if self.log is not None:
            self._written = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._note = os.write
        sys.addaudithook(self._audit)
        os.write = self._around(os.write, "write")
        os.fsync = self._around(os.fsync, "fsync")
        setattr(swap, "exchange", self._exchange(moving.exchange))  # noqa: B010 - it is only imported there

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = bool(flags & _WRITING) if mode is None else bool({*"wax+"} & {*mode})
            if writes and isinstance(path, str | bytes | os.PathLike):
                self._meet(event, path)
        elif event in _CHANGES:
            self._refuse(event, arguments)
            self._meet(event, arguments[0])

    def _refuse(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse what cannot be in this world."""
        paths = [Path(os.fsdecode(one)) for one in arguments if isinstance(one, str | bytes | os.PathLike)]
        if event == "os.mkdir" and self.world is World.INSIDE and paths[0].parent == self.site.parent:
            raise OSError(errno.EACCES, "Permission denied", str(paths[0]))
        if event == "os.rename" and self.world in (World.FIXED, World.MOUNTED):
            if self.site in paths:
                raise OSError(errno.EBUSY, "Device or resource busy", str(self.site))
            if self.world is World.MOUNTED and len({one.is_relative_to(self.site) for one in paths}) > 1:
                raise OSError(errno.EXDEV, "Invalid cross-device link", str(paths[0]))

    def _around(self, call: Callable[..., Any], event: str) -> Callable[..., Any]:
        def called(descriptor: int, *rest: Any) -> Any:
            path = Path(f"/proc/self/fd/{descriptor}")
            if self.fault is Fault.TORN and event == "write" and self.count + 1 == self.at:
                call(descriptor, bytes(rest[0])[: len(rest[0]) // 2])
            self._meet(event, path.readlink() if path.is_symlink() else "")
            return call(descriptor, *rest)

        return called

    def _exchange(self, call: Callable[[Path, Path], bool]) -> Callable[[Path, Path], bool]:
        def called(one: Path, other: Path) -> bool:
            if self.world is not World.USUAL:
                return False
            try:
                self._meet("exchange", one)
            except OSError:
                return False
            return call(one, other)

        return called

    def _meet(self, event: str, path: object) -> None:
        where = os.path.abspath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else ""  # noqa: PTH100
        if not Path(where).is_relative_to(self.root) or self.passed_over in where:
            return
        with self._one_at_a_time:
            self.count += 1
            if self._written >= 0:
                self._note(self._written, f"{event} {where}\n".encode())
            count = self.count
        if self.at == 0 or count < self.at:
            return
        if count == self.at:
            self._strike(event)
        elif self.fault is Fault.DEAD or (self.fault is Fault.FULL and event in _MAKES):
            raise OSError(*_SAID[self.fault], where)

    def _strike(self, event: str) -> None:
        if self.fault in (Fault.KILL, Fault.TORN):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fault in (Fault.CTRL_C, Fault.TERM):
            os.kill(os.getpid(), signal.SIGINT if self.fault is Fault.CTRL_C else signal.SIGTERM)
        elif self.fault is not Fault.FULL or event in _MAKES:
            raise OSError(*_SAID[self.fault], event)


_SAID = {
    Fault.FULL: (errno.ENOSPC, "No space left on device"),
    Fault.DEAD: (errno.EROFS, "Read-only file system"),
    Fault.DENIED: (errno.EACCES, "Permission denied"),
}
