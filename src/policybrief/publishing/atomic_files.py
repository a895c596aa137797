"""Files of the author, written so that at any moment the old content or the new is there, and whole.

The new content is written into a hidden file beside the old one, brought to the disk, and renamed. A process that is
killed in between leaves that hidden file; whoever writes into the folder next takes it away.
"""

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from .locks import Lock, LockedError, acquire

_PREFIX, _SUFFIX = ".policybrief-", ".part"


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, in the place of the one at `path` if there is one; a link is followed, permissions stay.

    Raises OSError; the old content is still there then. A file that may not be written to is not replaced either.
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
    """Write a new file. Raises FileExistsError when there is something at `path`, or another OSError."""
    part = _written(path.parent, content)
    try:
        _put_where_nothing_is(part, path)
    except BaseException:
        part.release()
        raise
    # The file is there. What is left beside it is taken away by the next one who writes into the folder.
    with suppress(OSError):
        part.release()
    _sync_name(path)


def sync_folder(folder: Path | str) -> None:
    """Bring the names in a folder to the disk, where the system lets one ask for it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_name(file: Path) -> None:
    """Bring the name of a file that is in its place to the disk, if the system can: the file is written either way."""
    with suppress(OSError):
        sync_folder(file.parent)


def _written(folder: Path, content: bytes) -> Lock:
    """Return a new hidden file with this content, on the disk."""
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
    """Take away the hidden files that killed processes have left; that of a living one is locked."""
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
        with suppress(OSError):  # only some may give files away
            os.chown(new, status.st_uid, status.st_gid)


def _close_where_open_files_stay(part: Lock) -> None:
    """Windows renames no file that is open."""
    if os.name == "nt":
        os.close(part.descriptor)
