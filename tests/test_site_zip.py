"""The whole site in one file: every link of the unpacked pages names a file that is there."""

import io
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from policybrief.model.publication import OPEN_SIZE, size_in_words
from policybrief.publishing.site_zip import add_site_zip
from policybrief.wording.words import ENGLISH

NOT_FOUND = """<link rel="stylesheet" href="{base}assets/a.css"><a href="{base}.">Home</a>
<a href="{base}chapters/1/">1</a>
<script id="__config" type="application/json">{{"base": "{base}", "features": []}}</script>"""
HOME = f"""<link rel="canonical" href="https://example.org/brief/"><link rel="stylesheet" href="assets/a.css">
<a href="chapters/1/">1</a> <a href="chapters/1/#p-1">2</a> <a href="brief.zip">Zip</a> {OPEN_SIZE}
<a href="./">Home</a>
<a href="">Here</a> <a href="#there">There</a> <a href="elsewhere/">Nowhere</a>
<a href="mailto:a@b.example/">Mail</a>"""
CHAPTER = '<link rel="stylesheet" href="../../assets/a.css"><a href="../..">Home</a> <a href="../1/">Here</a>'


def packed(folder: Path, site_url: str) -> dict[str, str]:
    """Write a small site, pack it, and return the files in its zip."""
    base = "/brief/" if site_url.endswith("/brief/") else "/"
    pages = {"404.html": NOT_FOUND.format(base=base), "index.html": HOME, "chapters/1/index.html": CHAPTER}
    others = {"assets/a.css": "a{}", "_headers": "x", "sitemap.xml": "x", "manifest.sha256": "x", ".git/config": "x"}

    def write(path: str, content: bytes) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)

    for path, text in {**pages, **others, "brief.zip": ""}.items():
        write(path, text.encode())
    add_site_zip(folder, "brief.zip", site_url, ENGLISH, write)
    with ZipFile(io.BytesIO((folder / "brief.zip").read_bytes())) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


@pytest.mark.parametrize("site_url", ["https://example.org/brief/", "https://example.org/", ""])
def test_every_link_of_the_unpacked_site_names_a_file(site_url: str, tmp_path: Path) -> None:
    files = packed(tmp_path, site_url)
    assert sorted(files) == [
        f"brief/{name}" for name in ("404.html", "assets/a.css", "chapters/1/index.html", "index.html")
    ]
    for name, text in files.items():
        for link in re.findall(r'(?:href|src)="([^":#]+)', text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(link)))
            assert target in files or link in ("elsewhere/", "https", "mailto", "brief.zip"), (name, link)
    assert '"base": "."' in files["brief/404.html"]
    assert '<a href="chapters/1/index.html#p-1">' in files["brief/index.html"]
    assert '<a href="">Here</a> <a href="#there">There</a>' in files["brief/index.html"]


def test_the_page_that_offers_it_says_how_large_it_is(tmp_path: Path) -> None:
    files = packed(tmp_path, "https://example.org/brief/")
    page = (tmp_path / "index.html").read_text("utf-8")
    assert OPEN_SIZE not in page + files["brief/index.html"]
    size = (tmp_path / "brief.zip").stat().st_size
    assert f"Zip</a> {size_in_words(size, ENGLISH)}\n" in page
    assert 'href="brief.zip"' in page
    assert 'href="https://example.org/brief/brief.zip"' in files["brief/index.html"]


def test_the_same_site_gives_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        packed(tmp_path / name, "https://example.org/brief/")
        # A site that is too large for the plain format is written in another way.
        monkeypatch.setattr("policybrief.publishing.site_zip.fits", lambda *_: False)
    assert (tmp_path / "a" / "brief.zip").read_bytes() == (tmp_path / "b" / "brief.zip").read_bytes()


def test_sizes_are_said_in_units_that_readers_know() -> None:
    assert [size_in_words(number, ENGLISH) for number in (1, 1_499, 999_400, 1_000_000, 9_652_378)] == [
        *("1 KB", "1 KB", "999 KB", "1.0 MB", "9.7 MB"),
    ]
    assert size_in_words(0, ENGLISH) == OPEN_SIZE
