"""The package of the e-book: its metadata, the list of its files, and the archive.

EPUB 3.3 (https://www.w3.org/TR/epub-33/), with the metadata of EPUB Accessibility 1.1
(https://www.w3.org/TR/epub-a11y-11/).
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ...model.brief import Author
from ...model.publication import Publication
from ..notation import doi_url, iso_date, whole_title
from .elements import languages, made, reads_from_right, xml

_FOLDER = "EPUB"
_PACKAGE = "package.opf"
_CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
_LONG_AGO = "2000-01-01"
"""The date of a brief without one: the time of the build is not part of the book."""
_MEDIA_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class EbookFile:
    """A file of the e-book."""

    path: str
    """Its path in the folder of the package."""
    content: bytes
    properties: tuple[str, ...] = ()
    """Its property in the list of files: `nav`, `cover-image`."""
    read: bool = False
    """Whether it is part of the reading order."""

    @property
    def media_type(self) -> str:
        """Its properties, as EPUB names them."""
        return _MEDIA_TYPES[self.path.rpartition(".")[2].lower()]

    @property
    def all_properties(self) -> str:
        """The given properties, and those found in a content document."""
        found = ((b"<math", "mathml"), (b"<svg", "svg")) if self.media_type == _MEDIA_TYPES["xhtml"] else ()
        return " ".join((*self.properties, *(name for mark, name in found if mark in self.content)))


def archive(publication: Publication, files: Iterable[EbookFile]) -> bytes:
    """Return the e-book with the files in their order. The same files give the same bytes."""
    files = tuple(files)
    out = io.BytesIO()
    with ZipFile(out, "w") as book:
        _put(book, "mimetype", b"application/epub+zip", ZIP_STORED)
        _put(book, "META-INF/container.xml", _container(), ZIP_DEFLATED)
        _put(book, f"{_FOLDER}/{_PACKAGE}", _package(publication, files), ZIP_DEFLATED)
        for file in files:
            packed = file.path.endswith((".woff2", ".png", ".jpg", ".jpeg", ".webp"))
            _put(book, f"{_FOLDER}/{file.path}", file.content, ZIP_STORED if packed else ZIP_DEFLATED)
    return out.getvalue()


def _put(book: ZipFile, path: str, content: bytes, how: int) -> None:
    info = ZipInfo(path)
    info.compress_type, info.create_system, info.external_attr = how, 3, 0o644 << 16
    book.writestr(info, content, compresslevel=9)


def _container() -> bytes:
    media_type = ("media-type", "application/oebps-package+xml")
    root = made("rootfile", (("full-path", f"{_FOLDER}/{_PACKAGE}"), media_type))
    names = (("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"))
    return xml(made("container", names, made("rootfiles", (), root)))


def _package(publication: Publication, files: tuple[EbookFile, ...]) -> bytes:
    language = publication.brief.language
    dc = (("xmlns:dc", "http://purl.org/dc/elements/1.1/"),)
    ids = {file.path: f"file-{at}" for at, file in enumerate(files, 1)}
    items = (
        made(
            "item",
            (
                ("id", ids[file.path]),
                ("href", file.path),
                ("media-type", file.media_type),
                ("properties", file.all_properties),
            ),
        )
        for file in files
    )
    order = (made("itemref", (("idref", ids[file.path]),)) for file in files if file.read)
    direction = (("page-progression-direction", "rtl" if reads_from_right(language) else ""),)
    names = (("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"), ("unique-identifier", "identifier"))
    about = made("metadata", dc, *_record(publication), *_accessibility(publication, files))
    spine = made("spine", direction, *order)
    return xml(made("package", (*names, *languages(language)[1:]), about, made("manifest", (), *items), spine))


def _record(publication: Publication) -> Iterator[Element]:
    brief = publication.brief
    date = iso_date(brief.date) if brief.date else ""
    dates = [each for each in (brief.date, *(chapter.date for chapter in publication.project.chapters)) if each]
    modified = dates[0].first.isoformat() if dates else _LONG_AGO
    yield made("dc:identifier", (("id", "identifier"),), _identifier(publication))
    yield made("dc:title", (), whole_title(brief))
    yield made("dc:language", (), brief.language)
    for at, author in enumerate(brief.authors, 1):
        yield made("dc:creator", (("id", f"author-{at}"),), author.name)
        yield _meta("role", "aut", f"#author-{at}", ("scheme", "marc:relators"))
        yield _meta("file-as", _sorted_name(author), f"#author-{at}")
    texts = (
        ("publisher", brief.publisher),
        ("date", date),
        ("description", brief.description),
        ("rights", brief.licence),
    )
    yield from (made(f"dc:{name}", (), text) for name, text in texts if text)
    yield _meta("dcterms:modified", f"{modified}T00:00:00Z")
    if brief.series:
        yield made("meta", (("property", "belongs-to-collection"), ("id", "series")), brief.series)
        yield _meta("collection-type", "series", "#series")
        if brief.number.isdigit():
            yield _meta("group-position", brief.number, "#series")


def _identifier(publication: Publication) -> str:
    """Return an identifier that stays the same over all editions."""
    brief = publication.brief
    if brief.doi:
        return doi_url(brief.doi)
    names = "; ".join(author.name for author in brief.authors)
    return publication.root or f"urn:uuid:{uuid5(NAMESPACE_URL, f'{names}: {whole_title(brief)}')}"


def _sorted_name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.name


def _accessibility(publication: Publication, files: Iterable[EbookFile]) -> Iterator[Element]:
    brief = publication.brief
    files = tuple(files)
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["alternativeText", "pageBreakMarkers", "pageNavigation"]
    features += ["index"] if any(file.path == "index.xhtml" for file in files) else []
    features += ["MathML"] if any("mathml" in file.all_properties for file in files) else []
    seen = any(file.media_type.startswith("image/") or "svg" in file.all_properties for file in files)
    yield from (_meta("schema:accessMode", mode) for mode in ("textual", *(("visual",) if seen else ())))
    yield _meta("schema:accessModeSufficient", "textual")
    yield from (_meta("schema:accessibilityFeature", feature) for feature in features)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta(
        "schema:accessibilitySummary",
        publication.words.say(
            "All text can be enlarged and reflows. Pictures and charts have text alternatives, and every chart its "
            "numbers in a table. Headings, notes, index and glossary are marked up and linked. What reading systems "
            "offer as pages are the numbered paragraphs, with the numbers of the website and of the PDF."
        ),
    )
    yield _meta("dcterms:conformsTo", _CONFORMS)
    certifier = brief.publisher or next((author.name for author in brief.authors), "")
    if certifier:
        yield _meta("a11y:certifiedBy", certifier)
    yield _meta("pageBreakSource", "none")


def _meta(name: str, value: str, refines: str = "", more: tuple[str, str] = ("", "")) -> Element:
    others = (more,) if more[0] else ()
    return made("meta", (("property", name), ("refines", refines), *others), value)
