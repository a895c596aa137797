"""What tells one installation of the engine from another, whose work on the same content may come out differently."""

import os
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def engine_stamp() -> bytes:
    """Return a hash of the files of this package, the packages that are installed, and the versions of Python and zlib.

    The system brings zlib, and what it packs differs from version to version.
    """
    stamp = blake2b(digest_size=32)
    for part in (sys.version, zlib.ZLIB_RUNTIME_VERSION, *sorted(set(_packages()))):
        stamp.update(f"{part}\n".encode("utf-8", "surrogatepass"))
    for name, content in _files(_PACKAGE):
        stamp.update(f"{name} {len(content)}\n".encode("utf-8", "surrogatepass") + content)
    return stamp.digest()


def _files(package: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files of a package in order.

    Their times say too little: an image of a system, or a copy, may give an edited file the time of the one before.
    """
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            file = Path(folder, name)
            yield file.relative_to(package).as_posix(), file.read_bytes()


def _packages() -> Iterator[str]:
    """Yield the names and versions of the packages that are installed, as their folders say them."""
    for path in sys.path:
        folder = Path(path)
        if path and folder.is_dir():
            yield from (each.name for each in folder.iterdir() if each.name.endswith((".dist-info", ".egg-info")))
