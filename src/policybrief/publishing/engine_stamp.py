"""A stamp that identifies an installation of the engine, because another may give different results."""

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
    """Return a hash of the files of this package, the installed packages, and the versions of Python and zlib.

    The system provides zlib, whose compressed output differs between versions.
    """
    stamp = blake2b(digest_size=32)
    for part in (sys.version, zlib.ZLIB_RUNTIME_VERSION, *sorted(set(_packages()))):
        stamp.update(f"{part}\n".encode("utf-8", "surrogatepass"))
    for name, content in _files(_PACKAGE):
        stamp.update(f"{name} {len(content)}\n".encode("utf-8", "surrogatepass") + content)
    return stamp.digest()


def _files(package: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files of a package in order.

    Their times are not enough: a system image, or a copy, may give an edited file the time of the previous one.
    """
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            file = Path(folder, name)
            yield file.relative_to(package).as_posix(), file.read_bytes()


def _packages() -> Iterator[str]:
    """Yield the names and versions of the installed packages, according to their folders."""
    for path in sys.path:
        folder = Path(path)
        if path and folder.is_dir():
            yield from (each.name for each in folder.iterdir() if each.name.endswith((".dist-info", ".egg-info")))
