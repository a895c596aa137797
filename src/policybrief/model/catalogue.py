"""Every page and every file of a site, declared once: where it is, what makes it, who is told of it.

Our own pages and files are declared with these types, and so are those of add-ons.
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
"""Where the chapters are in the navigation: a page with a lower rank comes before them, any other after them."""


class Menu(Enum):
    """Where readers find the link to a page."""

    SIDE = "side"
    """Beside the text, with the chapters."""
    HEADER = "header"
    """In the header of every page."""
    FOOTER = "footer"
    """At the foot of every page."""


class Subject(Enum):
    """What a page is about, in the vocabularies that machines read."""

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
    """What the text claims, and what that rests on."""
    EVENTS = "events"
    """What happened when."""
    SAME_BRIEF = "same brief"
    """The brief once more: all of it on one page, or how to cite it."""
    OTHER = "other"
    """Whatever the page's own head says, and a web page that is part of the brief if it says nothing."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """A page as its maker returns it: without its title and without the theme around it."""

    html: str
    """What is in the page, its `h1` included. Text in it must be escaped; it is printed as written."""
    contents: tuple[Contents, ...] = ()
    """Its table of contents."""
    stands_alone: bool = False
    """Whether it shows the way on itself, and needs no other navigation."""
    head: PageHead | None = None
    """What it says to machines beyond what every page says, for a page about something other (`Subject.OTHER`)."""


@dataclass(frozen=True, slots=True)
class PageDeclaration:
    """A page of the site, before it is made."""

    path: str
    """As if it came from a Markdown file of that path: `timeline/index.md` becomes `timeline/`."""
    title: str
    make: Callable[[Publication], PageBody]
    """Returns the page."""
    description: str = ""
    """What it is about, in a sentence for search engines and link previews."""
    rank: int | None = None
    """Its place in its menu, lower first (see `CHAPTERS_RANK`); None for a page that is in none."""
    menu: Menu = Menu.SIDE
    """The menu that it is in, if it has a rank."""
    label: str = ""
    """What the header or the footer calls it; empty for its title."""
    subject: Subject = Subject.OTHER
    listed: bool = True
    """Whether search engines and the site's own search list it; False for a page that repeats others."""
    sought: str = ""
    """Words by which readers may look for it, besides its title."""
    parts: tuple[SitePlace, ...] = ()
    """Parts of it that readers may look for by themselves."""
    previous: str = ""
    """Of a page in several parts, the path of the part before this one; empty for the first."""
    next: str = ""
    """The path of the part after this one; empty for the last."""
    from_text: bool = False
    """Whether it is made of nothing but what was read of the brief and the paths of its files, whatever is in these:
    then it is made again only when that has changed."""
    package: str = ""
    """The add-on that it comes from, filled in when that is loaded; empty for our own."""

    def places(self) -> tuple[SitePlace, ...]:
        """Return the page and its parts as search finds them; chapters and entries are found by what they say."""
        if self.subject in (Subject.CHAPTER, Subject.ENTRY, Subject.ENTRY_REST):
            return ()
        return (SitePlace(self.path, self.title, self.description, self.sought), *self.parts)

    def page(self, publication: Publication) -> Page:
        """Return the page as the host takes it."""
        body = self.make(publication)
        return Page(self.path, self.title, body.html, self.description, body.contents, body.stands_alone, body.head)


@dataclass(frozen=True, slots=True)
class InParts:
    """A page that is too large to be one, and so comes in several parts."""

    path: str
    """Of the page, which is the first part."""
    parts: tuple[PageDeclaration, ...]
    """The others, in their order."""
    anchors: Mapping[str, str]
    """The ids that are in those, with the path of the part."""


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages that are declared together: one, or one for each of something, or none in a brief that has no use for it.

    The entry point group for more of them is `policybrief.pages`.
    """

    declare: Callable[[Project], Iterable[PageDeclaration]]
    """Says which pages a brief has. It is called before any of them is made."""
    parts: Callable[[Publication], Iterable[InParts]] | None = None
    """Says which of them come in parts, once the chapters are read."""
    package: str = ""
    """The add-on that it comes from, filled in when that is loaded; empty for our own."""


@dataclass(frozen=True, slots=True)
class Output:
    """Files of the site that are made together.

    The entry point group for more of them is `policybrief.outputs`.
    """

    name: str
    """In kebab-case; settings and messages call it so."""
    files: tuple[FileDeclaration, ...]
    """Every file that it may make; it need not make all of them."""
    make: Callable[[Publication], Iterable[Artifact | Problem]]
    """Returns the files, each of them declared above, and what is wrong with them."""
    published_only: bool = False
    """Whether it is left out of a preview and of a check, for an output that takes long to make."""
    always_whole: bool = False
    """Whether it always makes all files that it declares and finds nothing wrong: a check need not make them."""
    from_text: bool = False
    """Whether it is made of nothing but what was read of the brief, without pictures, fonts and what is kept of earlier
    builds: then it is made again only when that has changed."""
    on_request: bool = False
    """Whether it is made only for a brief that names it under `outputs:` in its settings."""
    package: str = ""
    """The add-on that it comes from, filled in when that is loaded; empty for our own."""

    def declaration(self, path: str) -> FileDeclaration | None:
        """Return the declaration of the file at `path`; None when this output does not declare it."""
        return next((file for file in self.files if file.covers(path)), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a site has beside the pages that its author wrote and what its host and theme bring."""

    pages: tuple[PageDeclaration, ...] = ()
    """The chapters, then all other pages."""
    outputs: tuple[Output, ...] = ()
    """Those that are wanted in the site."""

    def made_pages(self) -> tuple[PageDeclaration, ...]:
        """Return the pages that are not chapters."""
        return tuple(page for page in self.pages if page.subject is not Subject.CHAPTER)

    def files(self) -> tuple[FileDeclaration, ...]:
        """Return every file that the outputs declare, in their order."""
        return tuple(file for output in self.outputs for file in output.files)

    def declares(self, path: str) -> bool:
        """Return whether an output declares the file at `path`."""
        return any(output.declaration(path) for output in self.outputs)
