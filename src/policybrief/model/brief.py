"""The brief's record, its chapters and its sources: the content of a project's files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..wording.words import ENGLISH, Words
from .dates import Date, Span
from .glossary import Glossary
from .ledger import Ledger
from .maps import MapShape
from .passages import Passage
from .problems import Place, Problem
from .rules import Checks
from .source_copies import SourceCopy


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an organisation that is responsible for the brief."""

    name: str
    """The organisation's name, or the person's in reading order."""
    family: str = ""
    """Empty for an organisation."""
    given: str = ""
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How the brief is printed."""

    enabled: bool = True
    """Whether PDFs are made when the site is published."""
    paper: str = "a4"
    """`a4` or `us-letter`."""
    two_sided: bool = False
    """Whether the margins of left and right pages mirror each other."""
    template: str = ""
    """A folder of the project with files that replace those of the built-in template; empty for none."""


@dataclass(frozen=True, slots=True)
class FormOptions:
    """Whether to make a form of the brief that has no other options."""

    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Brief:
    """The bibliographic record of the brief."""

    title: str
    subtitle: str = ""
    description: str = ""
    note: str = ""
    """What readers must know about its origin, such as how it relates to another work."""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    series: str = ""
    number: str = ""
    date: Date | None = None
    horizon: Date | None = None
    """The date up to which its argument reaches: the timeline sets later events apart."""
    edition: str = ""
    language: str = "en"
    licence: str = ""
    doi: str = ""
    pdf: PrintOptions = field(default_factory=PrintOptions)
    epub: FormOptions = field(default_factory=FormOptions)
    zip: FormOptions = field(default_factory=FormOptions)
    """The whole site in one file."""

    @property
    def edition_words(self) -> str:
        """The edition as a title page says it: `Edition 2026-11`, `second edition`."""
        return f"Edition {self.edition}" if self.edition[:1].isdigit() else self.edition


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of a text is written, if that is elsewhere than its neighbours: in another file, in other words."""

    start: int
    """Where the part begins in the text, in characters; it goes on to the next one."""
    place: Place
    """Where its beginning is written."""
    whole: bool = False
    """Whether all of it stands for what is at this one place."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One Markdown file of the brief."""

    path: str
    """POSIX path relative to the project, `chapters/2-balance.md`; also its source address in the site."""
    number: str
    """The prefix of its paragraph numbers: `2`."""
    title: str
    summary: str
    date: Date | None
    body: str
    """Markdown without the front matter."""
    body_line: int
    """The line of the file on which the body begins, from 1."""
    place: Place
    dropped: tuple[int, ...] = ()
    """The offsets in the body before which the file has a character that is left out, in rising order."""
    origins: tuple[Origin, ...] = ()
    """Where its parts are written, in order, if it includes other files or values."""

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders between the chapters' own folder and the file."""
        return tuple(self.path.split("/")[1:-1])


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the brief: a CSL item (https://docs.citationstyles.org/en/stable/specification.html)."""

    id: str
    type: str
    title: str
    language: str
    issued: Span | None
    fields: Mapping[str, object]
    """The item as CSL-JSON, without the fields below."""
    place: Place
    allowed: tuple[str, ...] = ()
    """The rules from which the author exempts it."""

    @property
    def url(self) -> str:
        return str(self.fields.get("URL", ""))


@dataclass(frozen=True, slots=True)
class OutputRequest:
    """An output that the settings request."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that was read, and every problem found in it."""

    brief: Brief
    glossary: Glossary
    chapters: tuple[Chapter, ...]
    """In reading order."""
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    style: str = "chicago-notes"
    """How sources are cited: a name in `model.citing.STYLES`."""
    ledger: Ledger = field(default_factory=Ledger)
    """The paragraph ids of earlier editions."""
    ledger_path: str = "anchors.lock"
    """Where the ledger is kept, relative to the project."""
    checks: Checks = field(default_factory=Checks)
    """The rules that apply to it."""
    outputs: tuple[OutputRequest, ...] = ()
    """The outputs requested besides those of every brief."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Words that search treats as synonyms."""
    print_template: Mapping[str, bytes] = field(default_factory=dict)
    """The author's own files of the print template, by name."""
    passages: tuple[Passage, ...] = ()
    """The passages of sources that citations rest on."""
    copies_folder: str = "sources"
    """Where copies of sources are kept, relative to the project; it is never published."""
    copies: tuple[SourceCopy, ...] = ()
    """The kept copies of the sources of passages."""
    shapes: tuple[MapShape, ...] = ()
    """The routes and areas on its maps."""
    words: Words = ENGLISH
    """The messages of the site, in the brief's language."""
    files: tuple[str, ...] = ()
    """The files and folders that were read or looked for, for a preview to watch; POSIX, relative to the project."""
