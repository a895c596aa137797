"""Writing the author's files so that at any moment either the old or the new content is there, complete.

The new content is written to a hidden file beside the old one, flushed to the disk, and renamed. A process that is
killed in between leaves that hidden file; the next process that writes into the folder deletes it.
"""

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from .locks import Lock, LockedError, acquire

_PREFIX, _SUFFIX = ".policybrief-", ".part"


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, replacing the one at `path` if there is one; links are followed, permissions stay.

    Raises OSError; in that case the old content is still there. A read-only file is not replaced either.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    part = _written(target.parent, content)
    try:
        if target.exists():
            _keep_permissions(target, part.path)
        _close_where_open_files_stay(part)
        part.path.replace(target)
    except BaseException:
        part.release()
        raise
    part.release(delete=False)
    _sync_name(target)


def create_file(path: Path, content: bytes) -> None:
    """Write a new file. Raises FileExistsError if there is something at `path`, or another OSError."""
    part = _written(path.parent, content)
    try:
        _put_where_nothing_is(part, path)
    except BaseException:
        part.release()
        raise
    # The file is there. The next process that writes into the folder deletes the leftovers beside it.
    with suppress(OSError):
        part.release()
    _sync_name(path)


def sync_folder(folder: Path | str) -> None:
    """Flush the names in a folder to the disk, if the system supports that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_name(file: Path) -> None:
    """Flush the name of a finished file to the disk, if the system can: the file is written either way."""
    with suppress(OSError):
        sync_folder(file.parent)


def _written(folder: Path, content: bytes) -> Lock:
    """Return a new hidden file with this content, flushed to the disk."""
    clear_parts(folder)
    part = acquire(folder / f"{_PREFIX}{secrets.token_hex(6)}{_SUFFIX}")
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(part.descriptor, left) :]
        os.fsync(part.descriptor)
    except BaseException:
        part.release()
        raise
    return part


def clear_parts(folder: Path) -> None:
    """Delete the hidden files that killed processes have left; those of running processes are locked."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(LockedError, OSError):
            acquire(left).release()


def _put_where_nothing_is(part: Lock, path: Path) -> None:
    try:
        os.link(part.path, path)  # unlike a rename it never replaces anything
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has links.
        if os.path.lexists(path):
            raise FileExistsError(17, "File exists", str(path)) from None
        _close_where_open_files_stay(part)
        part.path.rename(path)


def _keep_permissions(old: Path, new: Path) -> None:
    shutil.copymode(old, new)
    if hasattr(os, "chown"):
        status = old.stat()
        with suppress(OSError):  # only some users may change owners
            os.chown(new, status.st_uid, status.st_gid)


def _close_where_open_files_stay(part: Lock) -> None:
    """Windows does not rename open files."""
    if os.name == "nt":
        os.close(part.descriptor)
