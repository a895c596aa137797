"""The brief as a PDF, each chapter as a PDF of its own, and the page of every paragraph in them."""

import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version

from ...model.addresses import chapter_pdf_path
from ...model.knowledge import AnnotatedChapter
from ...model.output import Artifact
from ...model.problems import Code, Place, Problem
from ...model.publication import Publication, text_fingerprint
from ...model.recall import recalled_content
from ..files import BRIEF_PDF, PAGES_DATA
from ..shown_files import shown_files
from .book import Book, PressError, chapter_book, whole_book
from .trials import STAND_IN, printable
from .typesetting import PACKAGES, PrintedPlace, Typeset, can_typeset, template_files, typeset

_FORMAT = "3"
"""Part of every fingerprint: increase it when the same book gives a different result."""
_SETTINGS = "mkdocs.yml"
_UNKNOWN_LETTERS = re.compile('the text `"(?P<text>[^`]+)"` could not be displayed')


def pdf_artifacts(publication: Publication) -> Iterator[Artifact | Problem]:
    """Yield the PDFs and the table of their pages; nothing if the packages for it are not installed.

    A brief without a title, which is an error, has none, nor does one whose settings switch them off.
    """
    if not (publication.brief.title and publication.brief.pdf.enabled):
        return
    if not can_typeset():
        hint = "install them with pip install 'policybrief[pdf]', or switch this rule off"
        yield Problem(Code.NO_PDF, Place(_SETTINGS), "no PDF is made: the packages for it are not installed", hint)
        return
    whole = yield from _printed(publication.once(_whole), publication, BRIEF_PDF.path)
    if whole is None:
        return
    # The lines of a chapter break as in the whole brief, so the adjustments for its notes are known.
    chapters: dict[str, Typeset] = {}
    for at, chapter in enumerate(publication.knowledge.chapters):
        path = chapter_pdf_path(chapter.chapter.path)
        nudges = {each.id: whole.nudges[each.id] for each in chapter.paragraphs if each.id in whole.nudges}
        printed = _print(partial(_chapter, publication, at), publication, path, nudges)
        made = yield from _printed(printed, publication, path)
        if made is not None:
            chapters[path] = made
    yield Artifact(PAGES_DATA.path, _pages(whole, chapters, publication.knowledge.chapters))


def pages_by_number(publication: Publication) -> Mapping[str, int]:
    """Return the page of the PDF on which each paragraph begins, by its number; nothing without a PDF."""
    if not (publication.brief.title and publication.brief.pdf.enabled and can_typeset()):
        return {}
    made = publication.once(_whole).made
    if isinstance(made, PressError):
        return {}
    numbers = publication.knowledge.paragraphs()
    return {numbers[place.id].number: place.page for place in made.paragraphs}


@dataclass(frozen=True, slots=True)
class _NamedBook:
    """What is known of a book without making it."""

    name: str
    """That under which it is kept as printed; it tells all that it is made from."""
    problems: tuple[Problem, ...]
    """What of it cannot be printed."""


@dataclass(frozen=True, slots=True)
class _PrintedBook:
    """The result of setting a book."""

    problems: tuple[Problem, ...]
    """What of it cannot be printed."""
    made: Typeset | PressError


def _whole(publication: Publication) -> _PrintedBook:
    return _print(partial(publication.once, _whole_book), publication, BRIEF_PDF.path)


def _whole_book(publication: Publication) -> Book:
    return _as_printable(whole_book(publication), publication)


def _chapter(publication: Publication, at: int) -> Book:
    return _as_printable(chapter_book(publication, at, publication.once(_whole_book)), publication)


def _as_printable(book: Book, publication: Publication) -> Book:
    book, unknown = printable(book)
    return replace(book, problems=(*book.problems, *(_unknown_symbol(symbol, publication) for symbol in unknown)))


def _unknown_symbol(symbol: str, publication: Publication) -> Problem:
    """Return the problem of a symbol that no font has."""
    seen = f"the PDF has no font for the symbol '{symbol}', so it prints '{STAND_IN}' instead"
    return Problem(Code.NOT_PRINTED, _place_of_words(publication, symbol), seen, "remove it, or replace it with words")


def _print(
    make: Callable[[], Book], publication: Publication, path: str, nudges: Mapping[str, float] | None = None
) -> _PrintedBook:
    """Return what comes of setting the book that is printed as the file at `path`, and made only if it has to be."""
    book = cache(make)
    read = publication.once(text_fingerprint)
    if read is None:
        named = _named(book, nudges)
    else:
        given = (path, read, publication.once(shown_files), nudges)
        named = recalled_content(partial(_named, book, nudges), _named, *given)
    try:
        return _PrintedBook(named.problems, _kept(named.name, book, publication, nudges))
    except PressError as error:
        return _PrintedBook(named.problems, error)


def _named(book: Callable[[], Book], nudges: Mapping[str, float] | None) -> _NamedBook:
    return _NamedBook(f"pdf/{_fingerprint(book(), nudges)}", book().problems)


def _printed(
    printed: _PrintedBook, publication: Publication, path: str
) -> Generator[Artifact | Problem, None, Typeset | None]:
    """Yield a book as a PDF and its problems; return the places of its paragraphs, or None if it has failed."""
    made = printed.made
    if isinstance(made, PressError):
        yield _failure(made, publication, path)
        return None
    yield Artifact(path, made.pdf)
    yield from printed.problems
    for note in made.astray:
        place = _place_of_note(publication, note)
        hint = "make the note shorter, or divide the paragraph"
        yield Problem(Code.NOTE_ASTRAY, place, f"in '{path}' the note is not on the page that calls it", hint)
    return made


def _failure(error: PressError, publication: Publication, path: str) -> Problem:
    """Return why a PDF could not be made, at the place of the words that caused it, if known."""
    unknown = _UNKNOWN_LETTERS.search(str(error))
    if unknown is None:
        hint = "correct the template that the brief names; if it names none, report this to the authors of policybrief"
        return Problem(Code.NOT_PRINTED, Place(_SETTINGS), f"'{path}' cannot be typeset: {error}", hint)
    letters = unknown["text"]
    hint = "remove these characters, or write the word in another script"
    seen = f"'{path}' cannot be made: none of its fonts has the characters '{letters}'"
    return Problem(Code.NOT_PRINTED, _place_of_words(publication, letters), seen, hint)


def _place_of_words(publication: Publication, words: str) -> Place:
    """Return the first place of words in a chapter, or else in the definition or the names of an entry."""
    for chapter in publication.knowledge.chapters:
        at = chapter.chapter.body.find(words)
        if at >= 0:
            return chapter.document.place(at)
    for entry in publication.project.glossary.entries:
        if words in entry.definition:
            return entry.definition_place
        for alias in entry.names:
            if words in alias.form:
                return alias.place
    return Place(_SETTINGS)


def _place_of_note(publication: Publication, note: str) -> Place:
    for chapter in publication.knowledge.chapters:
        for each in chapter.document.notes:
            if each.id == note:
                return chapter.document.place(each.at)
    return Place(_SETTINGS)


def _kept(name: str, book: Callable[[], Book], publication: Publication, nudges: Mapping[str, float] | None) -> Typeset:
    """Return the book, set again only if the words, template or typesetter have changed."""
    kept = publication.kept.read(name)
    if kept is not None:
        return _unpacked(kept)
    from .destinations import finished  # noqa: PLC0415  (it loads much, and only a PDF needs it)

    made = typeset(book(), nudges)
    pages = publication.words.say("{page} of {total}", page="{page}", total="{total}")
    made = replace(made, pdf=finished(made, book().elsewhere, pages))
    publication.kept.write(name, _packed(made))
    return made


def _fingerprint(book: Book, nudges: Mapping[str, float] | None) -> str:
    tools = [_FORMAT, *(version(name) for name in PACKAGES)]
    digest = sha256(
        json.dumps([tools, book.value, book.elsewhere, nudges], ensure_ascii=False, sort_keys=True).encode()
    )
    for name, content in sorted({**template_files(), **book.files}.items()):
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _packed(made: Typeset) -> bytes:
    places = [(place.id, place.page, place.y) for place in made.paragraphs]
    return json.dumps([made.pages, places, made.astray, made.nudges]).encode() + b"\n" + made.pdf


def _unpacked(kept: bytes) -> Typeset:
    head, _, pdf = kept.partition(b"\n")
    pages, places, astray, nudges = json.loads(head)
    return Typeset(pdf, pages, tuple(PrintedPlace(*place) for place in places), tuple(astray), nudges)


def _pages(whole: Typeset, chapters: Mapping[str, Typeset], knowledge: Iterable[AnnotatedChapter]) -> bytes:
    """Return the page of each PDF on which each paragraph begins, as JSON with one paragraph per line."""
    in_chapter = {place.id: (path, place.page) for path, made in chapters.items() for place in made.paragraphs}
    numbers = {p.id: p.number for chapter in knowledge for p in chapter.paragraphs}
    lines = []
    for place in whole.paragraphs:
        record = {"id": place.id, "number": numbers[place.id], "page": place.page}
        if place.id in in_chapter:
            record["chapter_file"], record["chapter_page"] = in_chapter[place.id]
        lines.append(json.dumps(record, ensure_ascii=False))
    head = f'{{"file": "{BRIEF_PDF.path}", "pages": {whole.pages}, "paragraphs": [\n'
    return (head + ",\n".join(lines) + "\n]}\n").encode()
