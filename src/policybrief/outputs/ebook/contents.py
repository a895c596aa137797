"""The navigation of the e-book: table of contents, paragraphs as a list of pages, landmarks."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...model.document import Section
from ...model.knowledge import AnnotatedChapter
from ...wording.words import Words, message
from .addresses import CONTENTS, COVER, GLOSSARY, INDEX, REFERENCES, TITLE_PAGE, EbookAddresses
from .blocks import page_break_id
from .elements import made

_LANDMARKS = {
    COVER: ("cover", message("Cover")),
    TITLE_PAGE: ("titlepage", message("Title page")),
    GLOSSARY: ("glossary", message("Glossary")),
    INDEX: ("index", message("Index of names")),
    REFERENCES: ("bibliography", message("References")),
}


@dataclass(frozen=True, slots=True)
class EbookPart:
    """A file of the e-book in reading order."""

    file: str
    title: str
    content: bytes
    chapter: AnnotatedChapter | None = None
    """None for parts other than chapters."""


def contents_body(parts: Iterable[EbookPart], addresses: EbookAddresses, words: Words) -> Element:
    """Return the navigation of the parts, in their order."""
    parts = tuple(parts)
    chapters = [part.chapter for part in parts if part.chapter]
    lines = [_part(part) for part in parts if part.file not in (COVER, TITLE_PAGE)]
    paragraphs = [
        _line(f"{addresses.chapters[chapter.chapter.path]}#{page_break_id(paragraph.id)}", paragraph.number)
        for chapter in chapters
        for paragraph in chapter.document.citables()
    ]
    first = next((part.file for part in parts if part.chapter), CONTENTS)
    named = {part.file for part in parts}
    landmarks = [
        _landmark(CONTENTS, "toc", words.say("Contents")),
        _landmark(first, "bodymatter", words.say("Text")),
        *(_landmark(file, kind, words.say(title)) for file, (kind, title) in _LANDMARKS.items() if file in named),
    ]
    toc = (("epub:type", "toc"), ("role", "doc-toc"), ("aria-labelledby", "title"))
    pages = (
        ("epub:type", "page-list"),
        ("role", "doc-pagelist"),
        ("hidden", "hidden"),
        ("aria-label", words.say("Paragraphs")),
    )
    marks = (("epub:type", "landmarks"), ("hidden", "hidden"), ("aria-label", words.say("Landmarks")))
    heading = made("h1", (("id", "title"),), words.say("Contents"))
    navigations = [made("nav", toc, heading, made("ol", (), *lines))]
    if paragraphs:
        navigations.append(made("nav", pages, made("ol", (), *paragraphs)))
    return made("body", (), *navigations, made("nav", marks, made("ol", (), *landmarks)))


def _part(part: EbookPart) -> Element:
    line = _line(part.file, part.title)
    sections = [section for section in part.chapter.sections if section.heading] if part.chapter else []
    inside = [
        _line(f"{part.file}#{section.anchor}", section.title)
        for section in sections
        if section.anchor and section.listed and section.level <= _top(sections)
    ]
    if inside:
        line.append(made("ol", (), *inside))
    return line


def _top(sections: Iterable[Section]) -> int:
    """Return the level of the largest headings of a chapter."""
    return min((section.level for section in sections if section.level > 1), default=2)


def _line(href: str, words: str) -> Element:
    return made("li", (), made("a", (("href", href),), words))


def _landmark(file: str, kind: str, words: str) -> Element:
    return made("li", (), made("a", (("epub:type", kind), ("href", file)), words))
