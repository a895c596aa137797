"""The whole brief, or one chapter of it, as one value that the typesetter's template reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...drawing.places_index import PlacesIndex, places_index
from ...model.addresses import REFERENCES_PATH, entry_path, reference_anchor
from ...model.dates_in_words import date_in_words, edition_in_words
from ...model.document import Citable, Document
from ...model.inlines import Picture
from ...model.knowledge import AnnotatedChapter
from ...model.licences import licence_url
from ...model.problems import Code, Problem
from ...model.publication import Publication
from ..notation import whole_title
from ..shown_files import picture_path
from .back_matter import glossary, index_of_names, references, timeline
from .blocks import chapter_label, heading_label, printed_chapter
from .labels import printed_words
from .lines import BookAddresses, Value, pieces
from .maps import map_value
from .pictures import MOST_PIXELS, PICTURES, pixels_of, typeset_picture


class PressError(Exception):
    """The brief cannot be printed: carries the typesetter's message."""


@dataclass(frozen=True, slots=True)
class Book:
    """The input for the typesetter: the value for the template, and its files."""

    value: dict[str, Value]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures, and the author's own files of the template, by their names in the template."""
    problems: tuple[Problem, ...] = ()
    """The problems of what cannot be printed."""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """The public addresses of link targets that may not be in this book, by label."""


def whole_book(publication: Publication) -> Book:
    """Return the whole brief, including the parts after the chapters."""
    chapters = publication.knowledge.chapters
    book = _book(publication, chapters)
    book.value.update(
        timeline=timeline(publication),
        glossary=glossary(publication),
        index=index_of_names(publication, chapters),
        references=references(publication, chapters),
    )
    return book


def chapter_book(publication: Publication, at: int, whole: Book) -> Book:
    """Return one chapter, the one at index `at`, with the sources that it cites.

    It is the same value as in the whole brief, so the typesetter need not set it again: links out of it lead to the
    site, if its address is known, and what cannot be printed was already reported.
    """
    chapter = publication.knowledge.chapters[at]
    book = _chapter_of(publication, at, whole) if publication.root else _book(publication, (chapter,), single=True)
    cited = references(publication, (chapter,))
    book.value.update(
        timeline=[],
        glossary=[],
        index=[],
        references=[line for line in cited if isinstance(line, dict) and line["uses"]],
    )
    return book


def _chapter_of(publication: Publication, at: int, whole: Book) -> Book:
    chapters = whole.value["chapters"]
    chapter = chapters[at] if isinstance(chapters, list) else None
    shown = set(_said(chapter, "path"))
    pictures = {name for name in whole.files if name not in publication.project.print_template}
    files = {name: content for name, content in whole.files.items() if name in shown or name not in pictures}
    elsewhere = {label: _address(label, publication) for label in _said(chapter, "label")}
    return Book({**whole.value, "single": True, "chapters": [chapter]}, files, elsewhere=elsewhere)


def _said(value: Value, key: str) -> Iterator[str]:
    """Yield the values under a key in all parts of a value."""
    if isinstance(value, dict):
        said = value.get(key)
        if isinstance(said, str):
            yield said
        for part in value.values():
            yield from _said(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _said(part, key)


def _address(label: str, publication: Publication) -> str:
    """Return the address on the site of something with a label in the book."""
    kind, _, name = label.partition(":")
    if kind == "entry":
        return publication.url(entry_path(name))
    if kind == "ref":
        return publication.url(REFERENCES_PATH, reference_anchor(name))
    if kind in ("chapter", "h"):
        path, _, anchor = name.partition("#")
        return publication.url(path, anchor)
    return f"{publication.root}p/{label}/"


def _book(publication: Publication, chapters: tuple[AnnotatedChapter, ...], *, single: bool = False) -> Book:
    brief = publication.brief
    files = dict(publication.project.print_template)
    problems: list[Problem] = []

    def picture(inline: Picture, document: Document) -> Value:
        path = picture_path(inline, document)
        content = publication.own_file(path)
        ending = path[path.rfind(".") :].lower()
        if content is None:  # not a file of the brief, which the check of links reports
            return {"t": "missing", "alt": inline.alt}
        if ending not in PICTURES:
            seen = f"the picture '{inline.target}' cannot be printed"
            hint = f"in a PDF, pictures are files that end in {', '.join(PICTURES)}"
            problems.append(Problem(Code.NOT_PRINTED, document.place(inline.at), seen, hint))
            return {"t": "missing", "alt": inline.alt}
        pixels = pixels_of(content, ending)
        if pixels > MOST_PIXELS:
            hint = "make it smaller; 4,000 pixels are enough for the width of a page"
            seen = f"the picture '{inline.target}' has {pixels / 1_000_000:,.0f} million pixels, too many to be printed"
            problems.append(Problem(Code.NOT_PRINTED, document.place(inline.at), seen, hint))
            return {"t": "missing", "alt": inline.alt}
        wrapped = typeset_picture(content, ending)
        if wrapped is None:
            hint = "export it again from the program that made it"
            seen = f"'{inline.target}' is not a picture that can be printed"
            problems.append(Problem(Code.NOT_PRINTED, document.place(inline.at), seen, hint))
            return {"t": "missing", "alt": inline.alt}
        name = path if ending == ".svg" else f"{path}.svg"
        files[name] = wrapped
        return {"t": "picture", "path": name, "alt": inline.alt}

    def map_of(ids: tuple[str, ...]) -> Value:
        return map_value(ids, publication.once(places_of), publication.words)

    addresses = _addresses(publication, chapters, glossary=not single)
    value: dict[str, Value] = {
        "meta": _meta(publication),
        "words": printed_words(publication.words),
        "paper": {"size": brief.pdf.paper, "two_sided": brief.pdf.two_sided},
        "single": single,
        "chapters": [
            {"at": at, **printed_chapter(chapter, addresses, picture, map_of, publication.words)}
            for at, chapter in enumerate(chapters)
        ],
    }
    return Book(value, files, tuple(problems))


def places_of(publication: Publication) -> PlacesIndex:
    """Return the positions of a publication's entries."""
    return places_index(publication.project.glossary.entries, {}, publication.project.shapes)


def _addresses(publication: Publication, chapters: tuple[AnnotatedChapter, ...], *, glossary: bool) -> BookAddresses:
    anchors: dict[tuple[str, str], str] = {}
    for annotated in chapters:
        path = annotated.chapter.path
        for section in annotated.sections:
            if section.heading and section.heading.anchor:
                anchors[path, section.heading.anchor] = heading_label(path, section.heading.anchor)
            for part in section.parts:
                if isinstance(part, Citable) and part.id:
                    anchors.update(dict.fromkeys(((path, id_) for id_ in (part.id, *part.merged)), part.id))

    def page_url(path: str, anchor: str) -> str:
        if not publication.root:
            return ""
        return publication.url(path, anchor) if path.endswith(".md") else publication.root + path

    labels = {each.chapter.path: chapter_label(each.chapter.path) for each in chapters}
    return BookAddresses(labels, anchors, glossary, page_url)


_HYPHENATED = frozenset(
    "af be bg ca cs da de el en es et fi fr hr hu is it ka lt mn nb nl nn no pl pt ru sk sl sq sr sv tk tr uk".split()
)
"""The languages that Typst can hyphenate."""


def _meta(publication: Publication) -> dict[str, Value]:
    brief = publication.brief
    own = next((citation for citation in publication.knowledge.own_citations if citation.text), None)
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "whole_title": whole_title(brief),
        "description": brief.description,
        "note": brief.note,
        "authors": [author.name for author in brief.authors],
        "publisher": brief.publisher,
        "series": " ".join(filter(None, (brief.series, brief.number))),
        "edition": edition_in_words(brief, publication.words),
        "date": date_in_words(brief.date, publication.words) if brief.date else "",
        "language": brief.language,
        # Without hyphenation, the gaps between justified words are too wide.
        "justified": brief.language.partition("-")[0] in _HYPHENATED,
        "licence": brief.licence,
        "licence_url": licence_url(brief.licence) if brief.licence else "",
        "doi": brief.doi,
        "url": publication.root,
        "citation": pieces(own.text) if own else [],
        "citation_style": own.style if own else "",
    }
