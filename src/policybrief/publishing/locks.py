"""Locks that belong to a process: the system releases them when the process ends for any reason."""

import errno
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_WITHOUT_LOCKS = frozenset(
    getattr(errno, name) for name in ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL") if hasattr(errno, name)
)
"""The errors of file systems without locks."""


class LockedError(Exception):
    """Another process holds the lock."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A file that no other process can lock until it is released."""

    path: Path
    descriptor: int
    """Open for reading and writing."""

    def release(self, *, delete: bool = True) -> None:
        """Release it, and delete the file unless it has been moved to where it belongs."""
        try:
            if delete and os.name != "nt":
                # While it is still locked: a process that waits for it sees that the file is no longer the one it
                # opened.
                self.path.unlink(missing_ok=True)
        finally:
            with suppress(OSError):
                os.close(self.descriptor)
        if delete and os.name == "nt":
            with suppress(OSError):  # another process may have opened it by now
                self.path.unlink(missing_ok=True)


def acquire(path: Path) -> Lock:
    """Return the lock on the file at `path`, which is created if missing.

    On a file system without locks, everyone gets it. Raises LockedError if another process has it, and OSError if the
    file cannot be created.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            free = _lock(descriptor)
            same = free and _is_at(path, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        if same:
            return Lock(path, descriptor)
        os.close(descriptor)
        if not free:
            raise LockedError(str(path))


def _is_at(path: Path, descriptor: int) -> bool:
    """Return whether the open file is the one at `path`: the previous holder may have deleted or moved it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only where it exists

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - only where it exists

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        if error.errno not in _WITHOUT_LOCKS:
            raise
    return True
