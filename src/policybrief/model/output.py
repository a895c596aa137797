"""What a build hands to its host: pages to dress in the theme, and files to write as they are."""

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
    """Of the heading it leads to."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page, without the theme around it."""

    path: str
    """As if it came from a Markdown file of that path: `glossary/eaeu.md`."""
    title: str
    html: str
    description: str = ""
    contents: tuple[Contents, ...] = ()
    stands_alone: bool = False
    """Whether it shows the way on itself, and needs no other navigation."""
    head: PageHead | None = None
    """What it says to machines beyond what every page says."""


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
    """Those of the chapters, then those that are derived from them."""
    artifacts: tuple[Artifact, ...]
    heads: Mapping[str, Head]
    """What machines are told in the head of each page, by its path."""
    ledger: Ledger
    """Brought up to the chapters; to be kept when the build is published."""
    problems: tuple[Problem, ...]
    publication: Publication
    """What the pages were made from."""
