"""Moving and deleting whole folders and files, even where the file system makes that hard."""

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
"""Linux's constant for paths relative to the working folder (AT_FDCWD)."""


_UNFINISHED = ".policybrief-moving"
"""The name of an incomplete copy in its folder."""


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; return False, with nothing changed, if the system has no such step."""
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
    """Move a file or folder; copy it if it cannot be renamed, as between a folder and a mount in it.

    A copy has a hidden name until it is complete; then `source` is deleted. Raises OSError.
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
    """Delete the incomplete copies below a folder that a killed process left in `move`."""
    for copy in tuple(folder.rglob(_UNFINISHED)):
        remove(copy)


def remove(path: Path) -> bool:
    """Delete a file, or a folder with all its content; return whether nothing is left.

    Read-only folders of ours are made writable first.
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
