"""Every page and file of a site, declared once: its path, what makes it, and where it is announced.

Built-in pages and files and those of add-ons are declared with the same types.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from .brief import Project
from .head import PageHead
from .output import Artifact, Contents, Page
from .problems import Problem
from .publication import FileDeclaration, Publication, SitePlace

CHAPTERS_RANK = 100
"""The place of the chapters in the navigation: a page with a lower rank comes before them, any other after them."""


class Menu(Enum):
    """Where readers find the link to a page."""

    SIDE = "side"
    """Beside the text, with the chapters."""
    HEADER = "header"
    """In the header of every page."""
    FOOTER = "footer"
    """At the foot of every page."""


class Subject(Enum):
    """What a page is about, in terms of metadata vocabularies."""

    BRIEF = "brief"
    """The brief as a whole, as a report."""
    CHAPTER = "chapter"
    GLOSSARY = "glossary"
    """All entries, as a set of terms."""
    NAMES = "names"
    """All names of all entries."""
    ENTRY = "entry"
    """One entry, as a term, and as an event if it is one."""
    ENTRY_REST = "entry rest"
    """A later part of the page of one entry."""
    REFERENCES = "references"
    """The list of sources."""
    EVIDENCE = "evidence"
    """The claims of the text, and what they rest on."""
    EVENTS = "events"
    """Events and their dates."""
    SAME_BRIEF = "same brief"
    """The whole brief again: all of it on one page, or how to cite it."""
    OTHER = "other"
    """What the page's own metadata says, or else a web page that is part of the brief."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """A page as its maker returns it, without title and theme."""

    html: str
    """The content of the page, including its `h1`. Escape text in it: it is inserted unchanged."""
    contents: tuple[Contents, ...] = ()
    """Its table of contents."""
    stands_alone: bool = False
    """Whether the page has its own navigation and needs no other."""
    head: PageHead | None = None
    """Its metadata beyond that of every page, for a page with the subject `Subject.OTHER`."""


@dataclass(frozen=True, slots=True)
class PageDeclaration:
    """A declared page of the site, before it is made."""

    path: str
    """Its path, as if it came from a Markdown file there: `timeline/index.md` becomes `timeline/`."""
    title: str
    make: Callable[[Publication], PageBody]
    """Returns the page."""
    description: str = ""
    """What it is about, in a sentence for search engines and link previews."""
    rank: int | None = None
    """Its place in its menu, lowest first (see `CHAPTERS_RANK`); None for a page in no menu."""
    menu: Menu = Menu.SIDE
    """The menu that contains it, if it has a rank."""
    label: str = ""
    """Its name in the header or the footer; empty to use its title."""
    subject: Subject = Subject.OTHER
    listed: bool = True
    """Whether search engines and the site's search list it; False for a page that repeats others."""
    sought: str = ""
    """Words for which search finds it, besides its title."""
    parts: tuple[SitePlace, ...] = ()
    """Parts of it that search finds separately."""
    previous: str = ""
    """For a page that is divided into parts, the path of the previous part; empty for the first."""
    next: str = ""
    """The path of the next part; empty for the last."""
    from_text: bool = False
    """Whether it depends only on the text of the brief and the paths, not the content, of its other files: then it is
    made again only if these have changed.
    """
    package: str = ""
    """The add-on that declares it, filled in on loading; empty for built-in pages."""

    def places(self) -> tuple[SitePlace, ...]:
        """Return the page and its parts as places for search; chapters and entries are found by their content."""
        if self.subject in (Subject.CHAPTER, Subject.ENTRY, Subject.ENTRY_REST):
            return ()
        return (SitePlace(self.path, self.title, self.description, self.sought), *self.parts)

    def page(self, publication: Publication) -> Page:
        """Return the page in the form for the host."""
        body = self.make(publication)
        return Page(self.path, self.title, body.html, self.description, body.contents, body.stands_alone, body.head)


@dataclass(frozen=True, slots=True)
class InParts:
    """A page that is divided into parts because it would be too large."""

    path: str
    """The path of the page, which is the first part."""
    parts: tuple[PageDeclaration, ...]
    """The other parts, in order."""
    anchors: Mapping[str, str]
    """The ids in those parts, with the path of the part."""


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages that are declared together: one, several, or none in a brief that does not need them.

    The entry point group for add-ons is `policybrief.pages`.
    """

    declare: Callable[[Project], Iterable[PageDeclaration]]
    """Yields the pages of a brief. It is called before any page is made."""
    parts: Callable[[Publication], Iterable[InParts]] | None = None
    """Yields the pages that are divided into parts, once the chapters are read."""
    package: str = ""
    """The add-on that declares them, filled in on loading; empty for built-in pages."""


@dataclass(frozen=True, slots=True)
class Output:
    """Files of the site that are made together.

    The entry point group for add-ons is `policybrief.outputs`.
    """

    name: str
    """In kebab-case, as in settings and messages."""
    files: tuple[FileDeclaration, ...]
    """Every file that it may make; it need not make all of them."""
    make: Callable[[Publication], Iterable[Artifact | Problem]]
    """Yields the files, each of them declared above, and any problems."""
    published_only: bool = False
    """Whether previews and checks skip it because it takes long."""
    always_whole: bool = False
    """Whether it always makes all declared files without problems, so that a check need not make them."""
    from_text: bool = False
    """Whether it depends only on the text of the brief, not on pictures, fonts or cached results: then it is made again
    only if the text has changed.
    """
    beside: Callable[[Publication], bytes] | None = None
    """For an output that depends on the text and a few other files: returns a fingerprint of these."""
    on_request: bool = False
    """Whether it is made only for a brief that names it under `outputs:` in its settings."""
    package: str = ""
    """The add-on that declares it, filled in on loading; empty for built-in outputs."""

    def declaration(self, path: str) -> FileDeclaration | None:
        """Return the declaration of the file at `path`, or None if this output does not declare it."""
        return next((file for file in self.files if file.covers(path)), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in a site except the author's own pages and the files of host and theme."""

    pages: tuple[PageDeclaration, ...] = ()
    """The chapters, then all other pages."""
    outputs: tuple[Output, ...] = ()
    """The outputs to make for the site."""

    def made_pages(self) -> tuple[PageDeclaration, ...]:
        """Return the pages that are not chapters."""
        return tuple(page for page in self.pages if page.subject is not Subject.CHAPTER)

    def files(self) -> tuple[FileDeclaration, ...]:
        """Return every file that the outputs declare, in their order."""
        return tuple(file for output in self.outputs for file in output.files)

    def declares(self, path: str) -> bool:
        """Return whether an output declares the file at `path`."""
        return any(output.declaration(path) for output in self.outputs)
