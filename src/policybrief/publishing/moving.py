"""Folders and files moved and deleted as a whole, also where the file system makes that hard."""

import ctypes
import errno
import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

_LINUX_EXCHANGE = 2
_MAC_SWAP = 2
_HERE = -100
"""What Linux calls the working folder, from which paths are taken (AT_FDCWD)."""


_UNFINISHED = ".policybrief-moving"
"""The name of a copy in its folder until it is whole."""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return False, with nothing changed, where the system has none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            done: int = library.renameat2(_HERE, names[0], _HERE, names[1], _LINUX_EXCHANGE)
        elif sys.platform == "darwin":
            done = library.renamex_np(*names, _MAC_SWAP)
        else:
            return False
    except (OSError, AttributeError, TypeError):  # no such library, or no such function in it
        return False
    return done == 0


def move(source: Path, target: Path) -> None:
    """Move a file or folder; by a copy where a rename cannot, as between a folder and what is mounted in it.

    A copy has a hidden name until it is whole, and `source` is deleted when the copy is whole. Raises OSError.
    """
    try:
        source.rename(target)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EBUSY):
            raise
    else:
        return
    part = target.with_name(_UNFINISHED)
    remove(part)
    try:
        if source.is_dir() and not source.is_symlink():
            shutil.copytree(source, part, symlinks=True)
        else:
            shutil.copy2(source, part, follow_symlinks=False)
        part.rename(target)
    except BaseException:
        remove(part)
        raise
    if not remove(source):
        raise OSError(errno.ENOTEMPTY, "cannot be deleted after it was copied", str(source))


def remove_unfinished(folder: Path) -> None:
    """Delete the copies below a folder that `move` had not finished when the process was killed."""
    for copy in tuple(folder.rglob(_UNFINISHED)):
        remove(copy)


def remove(path: Path) -> bool:
    """Delete a file, or a folder with all in it; return whether nothing is left of it.

    Folders of our own that forbid it are opened first.
    """
    if not os.path.lexists(path):
        return True
    if not path.is_dir() or path.is_symlink():
        with suppress(OSError):
            path.unlink()
        return not os.path.lexists(path)
    shutil.rmtree(path, ignore_errors=True)
    if path.exists():
        for folder, _, _ in os.walk(path):
            with suppress(OSError):
                Path(folder).chmod(stat.S_IRWXU)
        shutil.rmtree(path, ignore_errors=True)
    return not path.exists()
