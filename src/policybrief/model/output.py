"""What a build hands to its host: pages to put into the theme, and files to write unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass

from .head import Head, PageHead
from .knowledge import Knowledge
from .ledger import Ledger
from .problems import Problem
from .publication import Publication


@dataclass(frozen=True, slots=True)
class Contents:
    """A line of a page's table of contents."""

    title: str
    anchor: str
    level: int = 2
    """The anchor of the heading."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page, without the theme around it."""

    path: str
    """Its path, as if it came from a Markdown file there: `glossary/eaeu.md`."""
    title: str
    html: str
    description: str = ""
    contents: tuple[Contents, ...] = ()
    stands_alone: bool = False
    """Whether the page has its own navigation and needs no other."""
    head: PageHead | None = None
    """Its metadata beyond that of every page."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site."""

    path: str
    """POSIX, relative to the site's root."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Build:
    """The outcome of building a brief."""

    knowledge: Knowledge
    pages: tuple[Page, ...]
    """The pages of the chapters, then the generated pages."""
    artifacts: tuple[Artifact, ...]
    heads: Mapping[str, Head]
    """The metadata of each page, by path."""
    ledger: Ledger
    """The updated ledger, to be kept when the build is published."""
    problems: tuple[Problem, ...]
    publication: Publication
    """The publication from which the pages were made."""
