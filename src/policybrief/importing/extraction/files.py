"""Which kind of file it is that an author keeps of a source, and what words it has."""

import re
from dataclasses import dataclass

from .errors import ExtractionFailedError
from .pdf import words_of_pdf
from .saved_page import is_saved_page, page_in
from .web_archive import page_of_archive
from .web_page import words_of_page

LONGEST_TEXT = 7_000_000
"""In bytes: what is kept of the words of a file."""
_RICH_TEXT = "{\\rtf"
_GZIP = b"\x1f\x8b"
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_BEGINNING = 4096
_READ = "a web page (.html, .mhtml), a web archive (.warc, .warc.gz), a PDF or a text in UTF-8"
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a file is, and the words in it."""

    ending: str
    """Of the name under which it is kept: `.pdf`."""
    text: str
    """Its words, line by line; empty where a program finds none."""
    address: str = ""
    """Of the page in an archive."""


def read_source_file(content: bytes, name: str, addresses: frozenset[str] = frozenset()) -> SourceFile:
    """Return what a file is that was kept of a source, and its words.

    What is in it counts more than its `name`. `addresses` are those of the source on the web: they say which page of an
    archive is meant. Raises ExtractionFailedError when the file is empty, broken, locked or of another kind, or a
    package is lacking.
    """
    if not content.strip():
        raise ExtractionFailedError("it is empty")
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return SourceFile(".pdf", _bounded(words_of_pdf(content)))
    if content.startswith((b"WARC/", _GZIP)):
        page = page_of_archive(content, addresses)
        text = words_of_pdf(page.content) if page.is_pdf else words_of_page(page.content)
        return SourceFile(".warc.gz" if content.startswith(_GZIP) else ".warc", _bounded(text), page.address)
    if is_saved_page(content):
        return SourceFile(".mhtml", _bounded(words_of_page(page_in(content))))
    if _HTML.match(content[:_BEGINNING]) or name.lower().endswith(_HTML_ENDINGS):
        return SourceFile(".html", _bounded(words_of_page(content)))
    return SourceFile(".txt", _bounded(_plain(content)))


def _plain(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExtractionFailedError(f"it is not {_READ}") from error
    if _UNREADABLE.search(text) or text.startswith(_RICH_TEXT):
        raise ExtractionFailedError(f"it is not {_READ}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bounded(text: str) -> str:
    # A lone half of a surrogate pair, which a broken PDF may hold, is in no file.
    tidy = text.encode("utf-8", "replace").decode("utf-8").strip()
    if len(tidy.encode()) > LONGEST_TEXT:
        raise ExtractionFailedError(f"it has more than {LONGEST_TEXT:,} bytes of text: keep the part that is cited")
    return f"{tidy}\n" if tidy else ""
