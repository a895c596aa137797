"""Setting a book by Typst (https://typst.app/docs/), until every note is on the page of its call.

Typst reads the template and the book from memory. Beside them it reads the fonts in the folders of installed packages,
and nothing else: no system font, no network.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from .book import Book, PressError
from .lines import Value

TEMPLATE = "brief.typ"
PACKAGES = ("typst", "pikepdf")
"""What the extra `pdf` installs."""
_FONT_PACKAGES = ("fontpkg_source_serif_4", "fontpkg_source_sans_3")
_STANDARDS = ["ua-1", "a-2a"]
_MOST_PASSES = 12
"""How often a book is set before notes that stay on another page are reported; one or two are usual."""
_LINE = 15.0
"""Points by which a page is shortened at a time: a line of text."""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where something came to be in print."""

    id: str
    page: int
    """From 1, as PDF programs count."""
    y: float
    """From the upper edge of the page, in points."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A book, set."""

    pdf: bytes
    pages: int
    paragraphs: tuple[PrintedPlace, ...]
    """Where each numbered paragraph begins."""
    astray: tuple[str, ...]
    """The ids of notes that are not on the page of their call; none, unless the text leaves no other choice."""
    nudges: Mapping[str, float] = field(default_factory=dict)
    """By how many points the pages on which these paragraphs are were shortened to keep notes on them."""


def can_typeset() -> bool:
    """Return whether the packages of the extra `pdf` are installed."""
    return all(find_spec(name) for name in (*PACKAGES, *_FONT_PACKAGES))


def typeset(book: Book, nudges: Mapping[str, float] | None = None) -> Typeset:
    """Set a book. Raises PressError with Typst's message when it cannot be set.

    `nudges` are those that were found when the same chapters were set before, if they were: they are tried first.
    """
    files = {**template_files(), **book.files}
    if nudges is not None:
        made = _set(files, book, nudges)
        if not made.astray:
            return made
    return _set(files, book, _nudges(files, book))


def _set(files: Mapping[str, bytes], book: Book, nudges: Mapping[str, float]) -> Typeset:
    pdf = _pdf(files, book, nudges)
    report = _Report(_look(files, book, nudges, draft=False))
    return Typeset(pdf, report.pages, report.paragraphs, tuple(report.astray()), nudges)


def _nudges(files: Mapping[str, bytes], book: Book) -> dict[str, float]:
    """Return by how much which pages must be shortened, found by trial.

    What follows the chapters does not change where their lines break, and takes most of the time: it is left out. Each
    chapter begins a page, so that after the first trial only those are set again whose notes stray.
    """
    nudges: dict[str, float] = {}
    tried = book
    for _ in range(_MOST_PASSES):
        report = _Report(_look(files, tried, nudges, draft=True))
        astray = report.astray()
        if not astray:
            break
        for paragraph in report.to_nudge():
            nudges[paragraph] = nudges.get(paragraph, 0.0) + _LINE
        tried = _with_chapters_of(tried, frozenset(astray))
    return nudges


def _with_chapters_of(book: Book, notes: frozenset[str]) -> Book:
    """Return a book with those of its chapters that call one of the notes.

    Where left and right pages differ all are kept, for a chapter may come to begin on the other side.
    """
    paper, chapters = book.value["paper"], book.value["chapters"]
    if not isinstance(chapters, list) or (isinstance(paper, dict) and paper["two_sided"]):
        return book
    return replace(book, value={**book.value, "chapters": [one for one in chapters if _calls(one, notes)]})


def _calls(value: Value, notes: frozenset[str]) -> bool:
    """Return whether one of the notes is called in a part of a book."""
    if isinstance(value, dict):
        called = value.get("t") == "note" and value.get("id") in notes
        return called or any(_calls(part, notes) for part in value.values())
    return isinstance(value, list) and any(_calls(part, notes) for part in value)


class _Report:
    """What the template tells of a book that was set."""

    def __init__(self, text: str) -> None:
        said = json.loads(text)
        self.pages: int = said["pages"]
        self.paragraphs = tuple(PrintedPlace(each["id"], each["page"], each["y"]) for each in said["paragraphs"])
        self.calls: dict[str, PrintedPlace] = {}
        self.notes: dict[str, PrintedPlace] = {}
        for each in said["notes"]:
            places = self.calls if each["what"] == "call" else self.notes
            places.setdefault(each["id"], PrintedPlace(each["id"], each["page"], each["y"]))

    def astray(self) -> list[str]:
        """Return the ids of the notes that do not begin on the page of their call."""
        return [id_ for id_, note in self.notes.items() if note.page != self.calls[id_].page]

    def to_nudge(self) -> Iterable[str]:
        """Return the paragraphs whose pages are to be shortened: the first of each page from which a note strayed."""
        first: dict[int, str] = {}
        for paragraph in self.paragraphs:
            first.setdefault(paragraph.page, paragraph.id)
        by_page: defaultdict[int, list[str]] = defaultdict(list)
        for id_ in self.astray():
            by_page[min(self.calls[id_].page, self.notes[id_].page)].append(id_)
        for page in by_page:
            earlier = next((first[before] for before in range(page, 0, -1) if before in first), None)
            if earlier is not None:
                yield earlier


def template_files() -> dict[str, bytes]:
    """Return the files of our own template, by name."""
    folder = resources.files(__package__).joinpath("templates")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".typ")}


def _font_folders() -> list[str]:
    specs = (find_spec(name) for name in _FONT_PACKAGES)
    return [str(Path(spec.origin).parent / "files") for spec in specs if spec and spec.origin]


def _input(files: Mapping[str, bytes], book: Book, nudges: Mapping[str, float], *, draft: bool) -> dict[str, bytes]:
    value = {**book.value, "nudges": nudges, "draft": draft}
    given = {**files, "book.json": json.dumps(value, ensure_ascii=False).encode()}
    return {"main": given.pop(TEMPLATE), **given}


def _look(files: Mapping[str, bytes], book: Book, nudges: Mapping[str, float], *, draft: bool) -> str:
    import typst  # noqa: PLC0415  (it is large, and seldom needed)

    query: Callable[..., str] = typst.query  # its annotations do not know files in memory
    given = _input(files, book, nudges, draft=draft)
    try:
        return query(given, "<report>", field="value", one=True, font_paths=_font_folders(), ignore_system_fonts=True)
    except RuntimeError as error:
        raise PressError(str(error)) from error


def picture_of(given: Mapping[str, bytes], dots: float) -> bytes:
    """Return the only page of what is given, of which `main` is the template, as PNG with `dots` in an inch.

    Raises PressError with Typst's message when it cannot be set.
    """
    import typst  # noqa: PLC0415

    compiled: Callable[..., bytes] = typst.compile
    try:
        return compiled(dict(given), format="png", ppi=dots, font_paths=_font_folders(), ignore_system_fonts=True)
    except RuntimeError as error:
        raise PressError(str(error)) from error


def _pdf(files: Mapping[str, bytes], book: Book, nudges: Mapping[str, float]) -> bytes:
    import typst  # noqa: PLC0415

    compiled: Callable[..., bytes] = typst.compile
    given = _input(files, book, nudges, draft=False)
    try:
        return compiled(
            given,
            format="pdf",
            font_paths=_font_folders(),
            ignore_system_fonts=True,
            pdf_standards=_STANDARDS,
            timestamp=0,
        )
    except RuntimeError as error:
        raise PressError(str(error)) from error
