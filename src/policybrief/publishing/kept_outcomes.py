"""Results of work, cached in one file of the project from one process to the next.

The file begins with the stamp of the engine that wrote it; any other engine starts with an empty one. An index at its
end says where each result is, so only requested results are read. It may be deleted at any time.
"""

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

_MAGIC = b"policybrief outcomes 1\n"
_LINE = struct.Struct("<32s16sQQ")
"""In the index: the key, the hash of the content, its position and its length."""
_END = struct.Struct("<QQ")
"""The position of the index, and its number of lines."""


@dataclass(frozen=True, slots=True)
class _At:
    digest: bytes
    start: int
    length: int


class KeptOutcomes:
    """The content of the file, and how to write it again."""

    def __init__(self, path: Path, stamp: bytes) -> None:
        """Open the file at `path`, if an engine with this stamp wrote it."""
        self._path, self._stamp = path, stamp
        self._file: BinaryIO | None = None
        self._index: dict[bytes, _At] = {}
        with suppress(OSError, struct.error):
            self._open()

    def _open(self) -> None:
        file = self._path.open("rb")
        try:
            beginning = _MAGIC + self._stamp
            if file.read(len(beginning)) == beginning:
                size = file.seek(-_END.size, os.SEEK_END) + _END.size
                start, count = _END.unpack(file.read(_END.size))
                if start + count * _LINE.size + _END.size == size:
                    file.seek(start)
                    lines = _LINE.iter_unpack(file.read(count * _LINE.size))
                    # Everything in a damaged line may be wrong, and reading a length of exabytes would need as much
                    # memory.
                    self._index = {key: at for key, *place in lines if (at := _At(*place)).start + at.length <= start}
                    self._file = file
        finally:
            if self._file is None:
                file.close()

    def get(self, key: bytes) -> bytes | None:
        """Return the content under a key, or None if there is none or it is damaged."""
        at = self._index.get(key)
        if at is None or self._file is None:
            return None
        try:
            self._file.seek(at.start)
            content = self._file.read(at.length)
        except OSError:
            return None
        if _digest(content) != at.digest:
            del self._index[key]
            return None
        return content

    def knows(self, keys: Iterable[bytes]) -> bool:
        """Return for each of the keys whether it has content."""
        return all(key in self._index for key in keys)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the keys."""
        return iter(self._index)

    def close(self) -> None:
        """End reading: from now on this object has no content."""
        if self._file is not None:
            self._file.close()
        self._file, self._index = None, {}

    def replace(self, keys: Iterable[bytes], made: Callable[[bytes], bytes | None]) -> None:
        """Write the file again with the old content or `made` under these keys, and end reading.

        Content that cannot be made is left out. If the file cannot be written, it stays unchanged: nothing depends on
        it.
        """
        partial = self._path.with_name(f"{self._path.name}.{os.getpid()}.partial")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("wb") as out:
                self._write(out, keys, made)
            self.close()
            partial.replace(self._path)
        except OSError:
            self.close()
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _write(self, out: BinaryIO, keys: Iterable[bytes], made: Callable[[bytes], bytes | None]) -> None:
        out.write(_MAGIC + self._stamp)
        place = len(_MAGIC) + len(self._stamp)
        lines: list[bytes] = []
        for key in keys:
            content = self.get(key) or made(key)
            if content is None:
                continue
            out.write(content)
            lines.append(_LINE.pack(key, _digest(content), place, len(content)))
            place += len(content)
        out.write(b"".join(lines))
        out.write(_END.pack(place, len(lines)))


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
