"""The whole site in one file, to read without a network: unpacked, it opens with a double click on `index.html`.

In a folder, no server turns a link to `glossary/` into one to its page, or knows the root of the site, so the links of
the packed pages name files.
"""

import io
import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ..model.publication import OPEN_SIZE, size_in_words
from ..model.recall import recalled, recalled_content
from ..wording.words import Words
from .history import PUBLISHED_LEDGER
from .manifest import NAME as MANIFEST
from .zip_writing import Member, ZipWriting, deflated, fits, stored

_FOLDER = "brief"
"""The top folder of the archive, so that unpacking does not scatter a thousand files."""
_FOR_SERVERS = frozenset(
    ("_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "CNAME", MANIFEST, PUBLISHED_LEDGER)
)
_PACKED = (".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".epub", ".zip", ".gz", ".pdf")
_LINK = re.compile(r'(?P<name>\s(?:href|src)=")(?P<path>(?:[^":#?]*/)?(?:\.\.?)?(?<!"))(?P<rest>[#?][^"]*)?"')
"""A link to a folder: its path ends with a slash, or with the name of this folder or the one above."""
_NOT_FOUND = "404.html"
_LEVEL = 6


def add_site_zip(folder: Path, path: str, site_url: str, words: Words, write: Callable[[str, bytes], None]) -> None:
    """Pack the finished site in `folder` into its file at `path`.

    The pages that offer it get its size, in the language of `words`. `site_url` is the public address of the site, or
    empty; `write` writes a file of the site.
    """
    files = {name: file for name, file in _files(folder) if _is_for_readers(name) and name != path}
    links = _Links(frozenset(files), _root(site_url), _hash_of(files))
    packing = _packing_for(files.values(), links)
    marked: dict[str, bytes] = {}
    for name, file in files.items():
        with open(file, "rb") as opened:  # noqa: PTH123 - a site has thousands of files
            content = opened.read()
        if name.endswith(".html") and OPEN_SIZE.encode() in content:
            marked[name] = content
        else:
            packing.put(name, content)
    size = size_in_words(packing.size() + sum(len(content) // 4 for content in marked.values()), words)
    for name, content in marked.items():
        page = content.replace(OPEN_SIZE.encode(), size.encode())
        write(name, page)
        if site_url:  # the file is not in itself
            page = page.replace(f'href="{path}"'.encode(), f'href="{escape(_address(site_url, path))}"'.encode())
        packing.put(name, page)
    write(path, packing.finished())


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the names and paths of all files in a folder, in the order of their paths."""
    found = [os.path.join(inside, name) for inside, _, names in os.walk(folder) for name in names]  # noqa: PTH118
    named = ((file[len(str(folder)) + 1 :].replace(os.sep, "/"), file) for file in found if os.path.isfile(file))  # noqa: PTH113
    yield from sorted(named, key=lambda one: one[0].split("/"))


def _is_for_readers(name: str) -> bool:
    return name not in _FOR_SERVERS and not any(part.startswith(".") for part in name.split("/"))


def _address(site_url: str, path: str) -> str:
    return f"{site_url.rstrip('/')}/{path}"


def _root(site_url: str) -> str:
    """Return the prefix of addresses that start at the server's root: the "not found" page has such links."""
    match = re.match(r"https?://[^/]+(/.*)?$", site_url)
    return f"{(match[1] or '').rstrip('/')}/" if match else "/"


@dataclass(frozen=True, slots=True)
class _Links:
    """What the links of the packed pages depend on."""

    names: frozenset[str]
    """The files that are packed."""
    root: str
    hash: bytes
    """A fingerprint of the names."""

    def read(self, name: str, content: bytes) -> bytes:
        """Return a file of the site in packed form."""
        return _unrooted(content, name, names=self.names, root=self.root) if name.endswith(".html") else content


def _hash_of(names: Iterable[str]) -> bytes:
    return blake2b("\0".join(names).encode("utf-8", "surrogateescape")).digest()


class _Packing(Protocol):
    """Packs the files of a site, one after the other."""

    def put(self, name: str, content: bytes) -> None:
        """Add a file of the site; in a page, links are changed to work in a folder."""

    def size(self) -> int:
        """Return the size of the files so far, in bytes."""

    def finished(self) -> bytes:
        """Return the ZIP file."""


def _packing_for(files: Collection[str], links: _Links) -> _Packing:
    return (_KeptPacking if fits(len(files), sum(map(os.path.getsize, files))) else _LargePacking)(links)


class _KeptPacking:
    """Packs each file only once for the same content."""

    def __init__(self, links: _Links) -> None:
        self._links = links
        self._writing = ZipWriting()

    def put(self, name: str, content: bytes) -> None:
        if name.endswith(_PACKED):
            member = stored(content)
        elif name.endswith(".html"):
            # The targets of its links depend on the page, its path, and the other files.
            links = self._links
            make = partial(_packed_page, name, content, links)
            member = recalled_content(make, Member, "page", name, links.root, links.hash, content, _LEVEL)
        else:
            member = recalled(deflated, content, _LEVEL)
        self._writing.put(f"{_FOLDER}/{name}", member)

    def size(self) -> int:
        return len(self._writing)

    def finished(self) -> bytes:
        return self._writing.finished()


class _LargePacking:
    """Packs sites that need the extensions of the format."""

    def __init__(self, links: _Links) -> None:
        self._links = links
        self._out = io.BytesIO()
        self._file = ZipFile(self._out, "w")

    def put(self, name: str, content: bytes) -> None:
        info = ZipInfo(f"{_FOLDER}/{name}")
        info.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
        info.create_system, info.external_attr = 3, 0o644 << 16
        self._file.writestr(info, self._links.read(name, content), compresslevel=_LEVEL)

    def size(self) -> int:
        return self._out.tell()

    def finished(self) -> bytes:
        self._file.close()
        return self._out.getvalue()


def _packed_page(name: str, content: bytes, links: _Links) -> Member:
    return deflated(links.read(name, content), _LEVEL)


def _unrooted(content: bytes, name: str, *, names: frozenset[str], root: str) -> bytes:
    """Return a page whose links name files: relative to the page, and with `index.html` for folders."""
    here = posixpath.dirname(name)
    html = content.decode("utf-8", "surrogateescape")
    if name == _NOT_FOUND:
        bare = re.escape(root.rstrip("/"))
        html = re.sub(rf'(\s(?:href|src|data-[a-z-]+)="){bare}/(?!/)', r"\1", html)
        html = re.sub(rf'"base":\s*"{bare}/?"', '"base": "."', html)
    return _LINK.sub(partial(_named, here=here, names=names), html).encode("utf-8", "surrogateescape")


def _named(match: re.Match[str], *, here: str, names: frozenset[str]) -> str:
    path = match["path"]
    if path.startswith("/") or _leads_to(path, here) not in names:
        return match[0]
    to = posixpath.join(path, "index.html").removeprefix("./")
    return f'{match["name"]}{to}{match["rest"] or ""}"'


def _leads_to(path: str, here: str) -> str:
    """Return the file for a link to a folder, relative to the folder `here`."""
    up = "../" * (here.count("/") + 1 if here else 0)
    # Most links go to the root of the site first, and are the same on all pages.
    return _file_in(path.removeprefix(up), "") if path.startswith(up) else _file_in(path, here)


@lru_cache(maxsize=50_000)
def _file_in(path: str, here: str) -> str:
    return posixpath.normpath(posixpath.join(here, path, "index.html"))
