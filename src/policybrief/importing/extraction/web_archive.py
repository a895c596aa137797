"""The page of a source in a web archive (WARC, https://iipc.github.io/warc-specifications/)."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...model.source_copies import LARGEST_COPY
from .errors import ExtractionFailedError, lacking

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("text/html", "application/xhtml+xml", "application/pdf")
_KINDS = ("response", "resource")
_AT_ONCE = 1_000_000
_MOST_READ = 20
"""Pages of one archive, beside the one that is meant."""
_BROKEN = "the web archive is broken: save it again"


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page in an archive."""

    address: str
    content: bytes

    @property
    def is_pdf(self) -> bool:
        return self.content.startswith(b"%PDF-")


def page_of_archive(content: bytes, addresses: frozenset[str]) -> ArchivedPage:
    """Return the page at one of these addresses, else the only page in the archive.

    Raises ExtractionFailedError when there is no page, or none of several has one of the addresses.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError as error:
        raise lacking("warcio", "a web archive") from error
    wanted = frozenset(map(_plain_address, addresses))
    try:
        pages = tuple(_pages(ArchiveIterator(BytesIO(content)), wanted))
    except (ArchiveLoadFailed, zlib.error, ValueError, LookupError, EOFError, AttributeError) as error:
        raise ExtractionFailedError(_BROKEN) from error
    meant = [page for page in pages if _plain_address(page.address) in wanted]
    if not meant and len(pages) > 1:
        named = ", ".join(page.address for page in pages[:3])
        raise ExtractionFailedError(f"it holds {len(pages)} pages, and none has the address of the source: {named}")
    if not pages:
        raise ExtractionFailedError("it holds no web page and no PDF")
    return (meant or pages)[0]


def _pages(records: Iterable["ArcWarcRecord"], wanted: frozenset[str]) -> Iterator[ArchivedPage]:
    """Yield the pages that were served well: of those that are not wanted the first few, which messages name."""
    read = 0
    for record in records:
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        headers = record.http_headers or record.rec_headers
        kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
        served = record.http_headers is None or record.http_headers.get_statuscode() == "200"
        if record.rec_type in _KINDS and kind in _PAGES and served:
            read += 1
            if read <= _MOST_READ or _plain_address(address) in wanted:
                yield ArchivedPage(address, _content(record))


def _content(record: "ArcWarcRecord") -> bytes:
    content: bytes = record.content_stream().read(LARGEST_COPY + 1)
    if len(content) > LARGEST_COPY:
        raise ExtractionFailedError(f"the page in it has more than {LARGEST_COPY:,} bytes")
    while record.raw_stream.read(_AT_ONCE):
        pass
    if record.raw_stream.limit > 0:  # fewer bytes are there than the record says
        raise ExtractionFailedError(_BROKEN)
    return content


def _plain_address(url: str) -> str:
    """Return an address as it is compared: `http` and `https`, a slash at its end and what follows `#` do not count."""
    parts = urlsplit(url.strip("<>"))
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
