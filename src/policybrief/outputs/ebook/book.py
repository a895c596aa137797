"""The e-book as a file of the site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from xml.etree.ElementTree import Element, ParseError

from ...model.blocks import TextBlock, walk
from ...model.document import Citable, Document
from ...model.inlines import Link, Picture
from ...model.output import Artifact
from ...model.problems import Code, Problem
from ...model.publication import Publication
from ...model.recall import recalled
from ...wording.words import Words
from ..files import BRIEF_EPUB
from ..press.book import places_of
from ..press.maps import PHONE, DrawnMap, drawn_map
from ..press.pictures import PICTURES, is_picture
from ..press.title_pictures import cover_picture
from ..press.typesetting import can_typeset
from ..shown_files import picture_path
from .addresses import (
    COLOPHON,
    CONTENTS,
    COVER,
    GLOSSARY,
    INDEX,
    REFERENCES,
    TIMELINE,
    TITLE_PAGE,
    EbookAddresses,
)
from .back_matter import glossary_body, index_body, references_body, timeline_body
from .blocks import ChapterSetting, chapter_body
from .contents import EbookPart, contents_body
from .elements import parsed, xhtml
from .front_matter import colophon_body, cover_body, title_body
from .package import EbookFile, archive

_COVER_PICTURE = "cover.png"
_SHEET = "style.css"


def epub_artifacts(publication: Publication) -> Iterator[Artifact | Problem]:
    """Yield the e-book, and what cannot be in it; nothing if the brief has no title or its settings switch it off."""
    brief = publication.brief
    if not (brief.title and brief.epub.enabled):
        return
    pictures = _Pictures(publication)
    addresses = _addresses(publication)
    cover = cover_picture(publication)
    parts = tuple(_parts(publication, addresses, pictures, cover=cover is not None))
    contents = xhtml(
        publication.words.say("Contents"), brief.language, contents_body(parts, addresses, publication.words)
    )
    files = [EbookFile(part.file, part.content, read=True) for part in parts]
    files.insert(sum(part.file in (COVER, TITLE_PAGE) for part in parts), EbookFile(CONTENTS, contents, ("nav",), True))
    if cover is not None:
        files.append(EbookFile(_COVER_PICTURE, cover, ("cover-image",)))
    letters = frozenset("".join(part.content.decode() for part in parts))
    fonts = [font for font in publication.fonts() if font.has_one_of(letters)]
    sheet = "".join(font.rule("fonts") for font in fonts).encode() + _own_sheet()
    files.append(EbookFile(_SHEET, sheet))
    files += (EbookFile(f"fonts/{font.name}.woff2", font.content) for font in fonts)
    files += (EbookFile(file, content) for file, content in pictures.files.items())
    yield Artifact(BRIEF_EPUB.path, archive(publication, files))
    yield from pictures.problems


def _own_sheet() -> bytes:
    return resources.files(__package__).joinpath("templates", "style.css").read_bytes()


def _addresses(publication: Publication) -> EbookAddresses:
    chapters = publication.knowledge.chapters
    anchors = {
        (annotated.chapter.path, id_)
        for annotated in chapters
        for section in annotated.sections
        for id_ in (
            section.anchor,
            *(each for part in section.parts if isinstance(part, Citable) for each in _ids(part)),
        )
    }
    files = {annotated.chapter.path: f"chapter-{at}.xhtml" for at, annotated in enumerate(chapters, 1)}
    return EbookAddresses(publication, files, frozenset(anchors))


def _ids(part: Citable) -> tuple[str, ...]:
    return part.id, *part.merged, *(tombstone.id for tombstone in part.gone)


def _parts(
    publication: Publication, addresses: EbookAddresses, pictures: "_Pictures", *, cover: bool
) -> Iterator[EbookPart]:
    """Yield all parts that are read, except the table of contents, in order."""
    language, words = publication.brief.language, publication.words

    def part(file: str, title: str, body: Element | None) -> Iterator[EbookPart]:
        if body is not None:
            yield EbookPart(file, title, xhtml(title, language, body))

    def map_of(ids: tuple[str, ...]) -> DrawnMap | None:
        return drawn_map(ids, publication.once(places_of), words, PHONE)

    if cover:
        yield from part(COVER, words.say("Cover"), cover_body(publication, _COVER_PICTURE))
    yield from part(TITLE_PAGE, publication.brief.title, title_body(publication))
    for annotated in publication.knowledge.chapters:
        chapter = annotated.chapter
        title = f"{chapter.number} {chapter.title}" if chapter.number.isdigit() else chapter.title
        setting = _setting(annotated.document, addresses, pictures, words, map_of)
        content = recalled(_chapter_file, title, language, annotated.document, setting)
        yield EbookPart(addresses.chapters[chapter.path], title, content, annotated)
    yield from part(TIMELINE, words.say("Timeline"), timeline_body(publication, addresses))
    yield from part(GLOSSARY, words.say("Glossary"), glossary_body(publication))
    yield from part(INDEX, words.say("Index of names"), index_body(publication, addresses))
    yield from part(REFERENCES, words.say("References"), references_body(publication, addresses))
    yield from part(COLOPHON, words.say("About this edition"), colophon_body(publication))


def _setting(
    document: Document,
    addresses: EbookAddresses,
    pictures: "_Pictures",
    words: Words,
    map_of: Callable[[tuple[str, ...]], DrawnMap | None],
) -> ChapterSetting:
    """Return what the file of a chapter depends on besides its tree."""
    roots = (*document.roots(), *(block for note in document.notes for block in note.blocks))
    links: dict[str, str] = {}
    files: dict[str, str] = {}
    maps: dict[tuple[str, ...], DrawnMap | None] = {}
    for node in (node for root in roots for node in walk(root)):
        match node:
            case Link() if node.target not in links:
                links[node.target] = addresses.target(node.target, document.chapter.path)
            case Picture():
                files[node.target] = pictures.file_of(node, document)
            case TextBlock() if node.on_map and node.on_map not in maps:
                maps[node.on_map] = map_of(node.on_map)
    return ChapterSetting(links, files, maps, words)


def _chapter_file(title: str, language: str, document: Document, setting: ChapterSetting) -> bytes:
    return xhtml(title, language, chapter_body(document, setting))


class _Pictures:
    """Collects the pictures of the chapters, and reports those that cannot be shown."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._told_by_the_pdf = publication.brief.pdf.enabled and can_typeset()
        """Whether its output has already reported files that are not pictures."""
        self._names: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.problems: list[Problem] = []

    def file_of(self, inline: Picture, document: Document) -> str:
        """Return the file of a picture in the e-book; empty if it has none."""
        path = picture_path(inline, document)
        if path in self._names:
            return self._names[path]
        content = self._publication.own_file(path)
        if content is None:  # not a file of the brief, which the check of links reports
            return ""
        ending = path[path.rfind(".") :].lower()
        fault = _fault(content, ending)
        if fault:
            if fault is _REACHES_OUT or not self._told_by_the_pdf:
                seen = f"the picture '{inline.target}' {fault.seen}"
                self.problems.append(Problem(Code.NOT_PRINTED, document.place(inline.at), seen, fault.hint))
            return ""
        name = f"pictures/{len(self._names) + 1}{ending}"
        self._names[path], self.files[name] = name, content
        return name


@dataclass(frozen=True, slots=True)
class _PictureFault:
    """Why a picture cannot be in the e-book."""

    seen: str
    hint: str


_NO_KIND = _PictureFault("cannot be shown in the e-book", f"save it as one of {', '.join(PICTURES)}")
_DAMAGED = _PictureFault("is damaged, so it is not in the e-book", "export it again from the program that made it")
_REACHES_OUT = _PictureFault(
    "loads something from elsewhere or runs a script, so it is not in the e-book",
    "embed everything that it shows",
)


def _fault(content: bytes, ending: str) -> _PictureFault | None:
    if ending not in PICTURES:
        return _NO_KIND
    if not is_picture(content, ending):
        return _DAMAGED
    return _REACHES_OUT if ending == ".svg" and _reaches_out(content) else None


def _reaches_out(svg: bytes) -> bool:
    """Return whether a drawing has scripts, or parts outside its file."""
    try:
        root = parsed(svg)
    except ParseError:
        return True
    for element in root.iter():
        if element.tag == "script" or any(name.startswith("on") for name in element.attrib):
            return True
        links = (value for name, value in element.attrib.items() if name.endswith("href"))
        if element.tag != "a" and any(not link.startswith(("#", "data:")) for link in links):
            return True
    return b"url(http" in svg or b"@import" in svg
