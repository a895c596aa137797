"""ZIP files of members that are packed already: the bytes are those of Python's own module."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from policybrief.publishing.zip_writing import ZipWriting, deflated, fits, stored

FILES = {
    "brief/index.html": b"<p>" + b"a word and another " * 500,
    "brief/empty.txt": b"",
    "brief/Bak\u0131/\u0431\u0430\u043a\u0443.html": "Bakı".encode() * 9,
    "brief/picture.png": bytes(range(256)) * 3,
}


@pytest.mark.parametrize("level", [1, 6, 9])
def test_the_bytes_are_those_of_the_module(level: int) -> None:
    out, ours = io.BytesIO(), ZipWriting()
    with ZipFile(out, "w") as file:
        for name, content in FILES.items():
            packs = not name.endswith(".png")
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED if packs else ZIP_STORED
            info.create_system, info.external_attr = 3, 0o644 << 16
            file.writestr(info, content, compresslevel=level)
            ours.put(name, deflated(content, level) if packs else stored(content))
            assert len(ours) == out.tell()
    assert ours.finished() == out.getvalue()
    with ZipFile(io.BytesIO(ours.finished())) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == FILES


def test_what_needs_an_extension_does_not_fit() -> None:
    assert fits(27_000, 300_000_000)
    assert not fits(65_536, 1)
    assert not fits(1, 2**31)
