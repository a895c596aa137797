"""Pictures in the form for the typesetter, whose in-memory files are text: SVG, or SVG around other formats."""

import struct
import zlib
from base64 import b64encode
from xml.etree.ElementTree import ParseError, fromstring

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}
PICTURES = (".svg", *_TYPES)
"""The formats that can be printed, by file extension."""

Size = tuple[int, int]
"""Width and height in pixels."""
MOST_PIXELS = 100_000_000
"""The most pixels of a printable picture: each takes four bytes of memory, and a page shows a tenth of them."""


def is_picture(content: bytes, ending: str) -> bool:
    """Return whether the format of a picture matches its file extension."""
    return typeset_picture(content, ending) is not None


def typeset_picture(content: bytes, ending: str) -> bytes | None:
    """Return a picture as SVG, or None if its format does not match its file extension."""
    if ending == ".svg":
        try:
            fromstring(content)
        except ParseError:
            return None
        return content
    size = _SIZES[ending](content)
    if size is None or 0 in size or not _is_whole(content, ending):
        return None
    width, height = size
    data = b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:{_TYPES[ending]};base64,{data}"/></svg>'
    ).encode()


def pixels_of(content: bytes, ending: str) -> int:
    """Return the number of pixels that a picture declares; 0 for drawings and other files."""
    size = _SIZES[ending](content) if ending in _SIZES else None
    return size[0] * size[1] if size else 0


def _is_whole(content: bytes, ending: str) -> bool:
    """Return whether a picture is complete: the typesetter leaves a gap for a damaged one without a message."""
    if ending == ".png":
        return _png_is_whole(content)
    if ending == ".webp":
        return len(content) >= 8 + int.from_bytes(content[4:8], "little")
    if ending == ".gif":
        return b";" in content[-1024:]
    # The end of the image, after the last beginning of a scan: a thumbnail before it has an end of its own.
    return content.rfind(b"\xff\xd9") > content.rfind(b"\xff\xda")


def _png_is_whole(content: bytes) -> bool:
    """Return whether all chunks are intact (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    at = 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        kind_and_data, check = content[at + 4 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if zlib.crc32(kind_and_data).to_bytes(4) != check:
            return False
        if kind_and_data[:4] == b"IEND":
            return True
        at += 12 + length
    return False


def _png(content: bytes) -> Size | None:
    """Read the size of a PNG (https://www.w3.org/TR/png-3/#11IHDR)."""
    if content[:8] != b"\x89PNG\r\n\x1a\n" or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _gif(content: bytes) -> Size | None:
    """Read the size of a GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""
    if content[:6] not in (b"GIF87a", b"GIF89a") or len(content) < 10:
        return None
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def _jpeg(content: bytes) -> Size | None:
    """Read the size from the frame header of a JPEG (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2)."""
    if content[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if content[at] != 0xFF or length < 2:
            return None
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def _webp(content: bytes) -> Size | None:
    """Read the size of a WebP file (https://developers.google.com/speed/webp/docs/riff_container)."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    kind = content[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


_SIZES = {".png": _png, ".jpg": _jpeg, ".jpeg": _jpeg, ".gif": _gif, ".webp": _webp}
