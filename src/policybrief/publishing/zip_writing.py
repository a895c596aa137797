"""A ZIP file of members that are already compressed, byte for byte as `zipfile` writes it.

`zipfile` compresses each member itself, which takes most of its time. The format is that of PKWARE's APPNOTE.TXT
(https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), sections 4.3.7, 4.3.12 and 4.3.16, without the extensions
for more than 65,535 members or for 4 GB: `fits` tells whether they are needed.
"""

import struct
import zlib
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DATE = (0, 1 << 5 | 1)
"""Midnight of 1 January 1980, the earliest time in this format."""
_UTF8 = 0x800
_UNIX, _FILE = 3, 0o644 << 16
_MOST_MEMBERS, _MOST_BYTES = 60_000, 1_500_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the form that a ZIP file contains."""

    packed: bytes
    method: int
    size: int
    checksum: int


def stored(content: bytes) -> Member:
    """Return a file, uncompressed."""
    return Member(content, ZIP_STORED, len(content), zlib.crc32(content))


def deflated(content: bytes, level: int) -> Member:
    """Return a file, compressed with that level."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(packer.compress(content) + packer.flush(), ZIP_DEFLATED, len(content), zlib.crc32(content))


def fits(members: int, size: int) -> bool:
    """Return whether this many members of this total size need no extension of the format."""
    return members <= _MOST_MEMBERS and size <= _MOST_BYTES


class ZipWriting:
    """Appends members one after the other."""

    def __init__(self) -> None:
        self._out = bytearray()
        self._index: list[bytes] = []

    def __len__(self) -> int:
        """Return the size of the members so far, in bytes."""
        return len(self._out)

    def put(self, name: str, member: Member) -> None:
        """Add a member."""
        written, flags = (name.encode("ascii"), 0) if name.isascii() else (name.encode(), _UTF8)
        kind = (flags, member.method, *_DATE)
        sizes = (member.checksum, len(member.packed), member.size, len(written), 0)
        at = (0, 0, 0, _FILE, len(self._out))
        self._index.append(_CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, *kind, *sizes, *at) + written)
        self._out += _LOCAL.pack(b"PK\3\4", _VERSION, *kind, *sizes) + written + member.packed

    def finished(self) -> bytes:
        """Return the file."""
        index, count = b"".join(self._index), len(self._index)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), len(self._out), 0)
        return bytes(self._out) + index + end
