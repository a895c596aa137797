"""What tells one installation of the engine from another, whose work on the same content may come out differently."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def engine_stamp() -> bytes:
    """Return a hash of the files of this package, the packages that are installed and the version of Python."""
    known = [sys.version, *sorted(_files(str(_PACKAGE))), *sorted(set(_packages()))]
    return blake2b("\n".join(known).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _files(folder: str) -> Iterator[str]:
    """Yield each file of the package with its size and the time at which it was written."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _packages() -> Iterator[str]:
    """Yield the names and versions of the packages that are installed, as their folders say them."""
    for path in sys.path:
        folder = Path(path)
        if path and folder.is_dir():
            yield from (each.name for each in folder.iterdir() if each.name.endswith((".dist-info", ".egg-info")))
