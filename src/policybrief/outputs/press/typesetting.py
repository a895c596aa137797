"""Setting a book with Typst (https://typst.app/docs/), until every note is on the page that calls it.

Typst reads the template and the book from memory. Otherwise it reads only the fonts in the folders of installed
packages: no system font, no network.

Typst caches what it has set, and reuses it if words, styles and everything that they query are the same. So nothing in
a chapter queries the place of something else: page numbers and the places of links are added to a book, or to its PDF,
from the report of an earlier pass. Further passes, and the PDFs of chapters, then cost little.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from .book import Book, PressError
from .lines import Value

TEMPLATE = "brief.typ"
PACKAGES = ("typst", "pikepdf")
"""The packages of the extra `pdf`."""
_FONT_PACKAGES = ("fontpkg_source_serif_4", "fontpkg_source_sans_3")
_STANDARDS = ["ua-1", "a-2a"]
_MOST_PASSES = 40
"""How often a book is set before remaining notes on other pages are reported; a few times are usual."""
_LINE = 15.0
"""In points: a line of text."""
_LINES = (1, 2, 3, 4, 6, 9, 13, 19, 28, 40)
"""By how many lines a page is shortened, one after another, until its notes fit; the last leaves little of it."""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A place in print."""

    id: str
    page: int
    """From 1, as PDF programs count."""
    y: float
    """From the upper edge of the page, in points."""
    x: float = 0.0
    """From the left edge."""


Mentions: TypeAlias = "dict[str, list[Value]]"
"""By entry: the pages that mention it, each with the number of the paragraph if it has one."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A typeset book."""

    pdf: bytes
    pages: int
    paragraphs: tuple[PrintedPlace, ...]
    """The place where each numbered paragraph begins."""
    astray: tuple[str, ...]
    """The ids of notes that are not on the page that calls them; none, unless they do not fit."""
    nudges: Mapping[str, float] = field(default_factory=dict)
    """By how many points the pages with these paragraphs were shortened to make room for notes."""
    places: tuple[PrintedPlace, ...] = ()
    """The places of all link targets, by label."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The results of earlier passes."""

    nudges: Mapping[str, float] = field(default_factory=dict)
    mentions: Mentions = field(default_factory=dict)
    trial: bool = False
    """Whether this pass is a trial, which leaves out the parts after the chapters."""

    def file(self) -> bytes:
        """Return it in the form for the template."""
        value = {"nudges": self.nudges, "mentions": self.mentions, "trial": self.trial}
        return json.dumps(value, ensure_ascii=False).encode()


def can_typeset() -> bool:
    """Return whether the packages of the extra `pdf` are installed."""
    return all(find_spec(name) for name in (*PACKAGES, *_FONT_PACKAGES))


def typeset(book: Book, nudges: Mapping[str, float] | None = None) -> Typeset:
    """Set a book. Raises PressError with Typst's message if that fails.

    `nudges` were found when the same chapters were set before: they are tried first.
    """
    files = {**template_files(), **book.files, "book.json": json.dumps(book.value, ensure_ascii=False).encode()}
    found = _by_trial(files) if nudges is None else _Earlier(nudges)
    report = _look(files, found)
    if nudges is not None and report.astray():
        found = _by_trial(files)
        report = _look(files, found)
    if book.value["glossary"] or book.value["index"]:
        for _ in range(_MOST_PASSES):
            mentions = report.mentions()
            if mentions == found.mentions:
                break
            found = replace(found, mentions=mentions)
            report = _look(files, found)
    pdf = _pdf(files, found)
    return Typeset(pdf, report.pages, report.paragraphs, tuple(report.astray()), found.nudges, report.places)


def _by_trial(files: Mapping[str, bytes]) -> _Earlier:
    """Return by how much to shorten which pages, and the pages of names in that case.

    Some notes do not fit on the page that calls them: of all attempts, return the one with the fewest of these.
    """
    found = _Earlier(trial=True)
    best, fewest = found, -1
    tried: Counter[str] = Counter()
    for _ in range(_MOST_PASSES):
        report = _look(files, found)
        astray = len(report.astray())
        if fewest < 0 or astray < fewest:
            best, fewest = replace(found, mentions=report.mentions(), trial=False), astray
        wanted = [paragraph for paragraph in report.to_nudge() if tried[paragraph] <= len(_LINES)]
        if not wanted:
            break
        tried.update(wanted)
        # A page that no number of lines has helped stays as it was.
        found = replace(found, nudges={id_: _LINE * _LINES[n - 1] for id_, n in tried.items() if n <= len(_LINES)})
    return best


class _Report:
    """The template's report on a typeset book."""

    def __init__(self, text: str) -> None:
        said = json.loads(text)
        self.pages: int = said["pages"]
        self.paragraphs = tuple(PrintedPlace(each["id"], each["page"], each["y"]) for each in said["paragraphs"])
        self.places = tuple(PrintedPlace(each["id"], each["page"], each["y"], each["x"]) for each in said["places"])
        self._numbers: dict[str, str] = {each["id"]: each["n"] for each in said["paragraphs"]}
        self._mentions: list[dict[str, Value]] = said["mentions"]
        self.calls: dict[str, PrintedPlace] = {}
        self.notes: dict[str, PrintedPlace] = {}
        for each in said["notes"]:
            places = self.calls if each["what"] == "call" else self.notes
            places.setdefault(each["id"], PrintedPlace(each["id"], each["page"], each["y"]))

    def mentions(self) -> Mentions:
        """Return the pages that mention each entry, in the order of the text.

        The header of a table is repeated on each further page; the names in it count only on the first.
        """
        found: defaultdict[str, list[Value]] = defaultdict(list)
        known: set[tuple[str, str, str]] = set()
        for each in self._mentions:
            entry, paragraph = str(each["entry"]), str(each["paragraph"])
            if (entry, paragraph, str(each["at"])) not in known:
                known.add((entry, paragraph, str(each["at"])))
                found[entry].append({"page": each["page"], "n": self._numbers.get(paragraph, "")})
        return dict(found)

    def astray(self) -> list[str]:
        """Return the ids of the notes that do not begin on the page that calls them."""
        return [id_ for id_, note in self.notes.items() if note.page != self.calls[id_].page]

    def to_nudge(self) -> Iterable[str]:
        """Return the paragraphs whose pages must be shortened: the first on each page that a note has left."""
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
    """Return the files of the built-in template, by name."""
    folder = resources.files(__package__).joinpath("templates")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".typ")}


def _font_folders() -> list[str]:
    specs = (find_spec(name) for name in _FONT_PACKAGES)
    return [str(Path(spec.origin).parent / "files") for spec in specs if spec and spec.origin]


def _given(files: Mapping[str, bytes], found: _Earlier) -> dict[str, bytes]:
    given = {**files, "found.json": found.file()}
    return {"main": given.pop(TEMPLATE), **given}


def _look(files: Mapping[str, bytes], found: _Earlier) -> _Report:
    import typst  # noqa: PLC0415  (it is large, and seldom needed)

    query: Callable[..., str] = typst.query  # its annotations do not include files in memory
    fonts = _font_folders()
    try:
        said = query(
            _given(files, found), "<report>", field="value", one=True, font_paths=fonts, ignore_system_fonts=True
        )
    except RuntimeError as error:
        raise PressError(str(error)) from error
    return _Report(said)


def picture_of(given: Mapping[str, bytes], dots: float) -> bytes:
    """Return the only page of the input, whose template is `main`, as PNG with `dots` per inch.

    Raises PressError with Typst's message if that fails.
    """
    import typst  # noqa: PLC0415

    compiled: Callable[..., bytes] = typst.compile
    try:
        return compiled(dict(given), format="png", ppi=dots, font_paths=_font_folders(), ignore_system_fonts=True)
    except RuntimeError as error:
        raise PressError(str(error)) from error


def _pdf(files: Mapping[str, bytes], found: _Earlier) -> bytes:
    return page_as_pdf(_given(files, found))


def page_as_pdf(given: Mapping[str, bytes]) -> bytes:
    """Return the input, whose template is `main`, as an archival, accessible PDF.

    Raises PressError with Typst's message if that fails, or if the standards forbid something in it.
    """
    import typst  # noqa: PLC0415

    compiled: Callable[..., bytes] = typst.compile
    try:
        return compiled(
            dict(given),
            format="pdf",
            font_paths=_font_folders(),
            ignore_system_fonts=True,
            pdf_standards=_STANDARDS,
            timestamp=0,
        )
    except RuntimeError as error:
        raise PressError(str(error)) from error
