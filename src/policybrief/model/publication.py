"""The brief as something published: what it says, and where its site is."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import quote

from ..wording.words import Words, message
from .addresses import Addresses, entry_path, relative
from .brief import Brief, Project
from .citing import Printed
from .fonts import FontFile, no_fonts
from .kept import KeptFiles, NothingKept, no_file
from .knowledge import Knowledge
from .ledger import Ledger
from .recall import content_fingerprint
from .rules import Checks

Result = TypeVar("Result")

_PLAIN = re.compile(r"[a-zA-Z0-9./_-]*")
"""The addresses that percent-encoding does not change: nearly all, and it is slow to find that out."""


READING_GROUP = message("To read and print")
BRIEF_GROUP = message("Cite this brief")
SOURCES_GROUP = message("Bibliography")
DATA_GROUP = message("Data (JSON)")
LINKED_DATA_GROUP = message("Glossary (SKOS)")


@dataclass(frozen=True, slots=True)
class FileDeclaration:
    """A file of the site, or a folder of files, before it is made."""

    path: str
    """POSIX, relative to the root of the site; it ends with a slash when any file below that folder is meant."""
    media_type: str = ""
    """As registered with IANA (https://www.iana.org/assignments/media-types/), or empty where nobody is told."""
    group: str = ""
    """The heading under which the front page offers it to readers, one of those above or another; empty for a folder,
    and for a file that is not offered."""
    label: str = ""
    """What it is called under that heading."""
    whole_brief: bool = False
    """Whether all of the brief can be read in it, as in a PDF; the head of the front page then points to it."""
    beside_pages: bool = False
    """Whether it is a file beside each page of a chapter: `path` is then the ending it has in place of `.html`."""

    def covers(self, path: str) -> bool:
        """Return whether the file at `path` is the one declared, or lies in the folder declared."""
        if self.beside_pages:
            return path.endswith(self.path)
        return path.startswith(self.path) if self.path.endswith("/") else path == self.path


OPEN_SIZE = "\ue0f5"
"""Stands in pages for the size of a file that is made of the finished pages; a letter that no text has."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the site offers to readers, once it has been made."""

    file: FileDeclaration
    size: int
    """In bytes; 0 when it is made of the finished site."""


def size_in_words(number: int, words: Words) -> str:
    """Return a size in bytes as readers are told it: `12 KB`, `1.5 MB`; `OPEN_SIZE` for 0."""
    if not number:
        return OPEN_SIZE
    if number >= 1_000_000:
        return words.say("{n} MB", n=words.number(number / 1_000_000, 1))
    return words.say("{n} KB", n=words.number(max(1, round(number / 1000))))


@dataclass(frozen=True, slots=True)
class SitePlace:
    """A page of the site, or a part of one, that search finds by what readers call it."""

    path: str
    title: str
    description: str = ""
    words: str = ""
    """What it may be asked for by, besides its title."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that pages, files and checks are made from."""

    project: Project
    knowledge: Knowledge
    addresses: Addresses = field(default_factory=Addresses)
    site_url: str = ""
    """The address of the site; empty when it is not known."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every paragraph id ever published, brought up to the chapters."""
    passages: tuple[Printed, ...] = ()
    """Passages of the brief, cited in each style that readers are offered."""
    pages: frozenset[str] = frozenset()
    """The paths of the pages that the site has besides those its author wrote."""
    places: tuple[SitePlace, ...] = ()
    """Where search leads to beside chapters, entries and sources."""
    publishes: bool = False
    """Whether the site is made for readers: a preview and a check do without what takes long to make."""
    downloads: Sequence[Download] = ()
    """What the site offers, in the order of the declarations; known to pages, not to outputs and checks."""
    made: Mapping[str, int] = field(default_factory=dict)
    """The size in bytes of every file that outputs made, by path; known to pages, not to outputs and checks."""
    own_file: Callable[[str], bytes | None] = no_file
    """Returns the content of one of the author's files that are not chapters, by its path in the site."""
    kept: KeptFiles = field(default_factory=NothingKept)
    """Where outputs that take long keep what they have made."""
    fonts: Callable[[], tuple[FontFile, ...]] = no_fonts
    """Returns the fonts of the site, cut to the letters of its languages."""
    _results: dict[Callable[["Publication"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def brief(self) -> Brief:
        """The bibliographic record."""
        return self.project.brief

    @property
    def words(self) -> Words:
        """What the site says of its own, in the brief's language."""
        return self.project.words

    @property
    def root(self) -> str:
        """The address of the site with a slash at its end; empty when it is not known."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""

    def once(self, work: Callable[["Publication"], Result]) -> Result:
        """Return what `work` makes of this publication; it is called only the first time.

        What several pages or checks need, such as an index of all mentions, is so made once for all of them. `work`
        is told apart by its identity: hand in a function of a module, not a lambda.
        """
        if work not in self._results:
            self._results[work] = work(self)
        result: Result = self._results[work]
        return result

    def link(self, to: str, start: str, anchor: str = "") -> str:
        """Return the relative address of the page at path `to`, for a link on the page at path `start`."""
        return self.addresses.link(to, start, anchor)

    def entry_link(self, entry_id: str, start: str) -> str:
        """Return the relative address of an entry's page, for a link on the page at path `start`."""
        return self.addresses.link(entry_path(entry_id), start)

    def page(self, to: str, start: str, anchor: str = "") -> str:
        """Return the address of the page at path `to`: absolute if possible, else as seen from the page at `start`."""
        holder = self.addresses.holder(to, anchor)
        return self._address(self.addresses.of(holder), start) + (f"#{anchor}" if anchor else "")

    def file(self, to: str, start: str) -> str:
        """Return the address of the file at `to`: absolute if possible, else as seen from the page at path `start`."""
        return self._address(to, start)

    def url(self, path: str, anchor: str = "") -> str:
        """Return the address of the page at `path` for a data file: absolute if possible, else from the site's root.

        It is not percent-encoded.
        """
        address = self.addresses.of(self.addresses.holder(path, anchor)).removeprefix("./")
        return self.root + address + (f"#{anchor}" if anchor else "")

    def _address(self, address: str, start: str) -> str:
        if not _PLAIN.fullmatch(address):
            address = quote(address)
        if self.root:
            return self.root + address.removeprefix("./")
        return relative(address, self.addresses.of(start))


def text_fingerprint(publication: Publication) -> bytes | None:
    """Return what stands for all that was read of a brief; None where nothing is kept from one build to the next.

    The author's other files, fonts, and what outputs keep are left out.
    """
    # The rules that a brief is held to change none of its files, and they hold a set, whose order is never the same.
    project = replace(publication.project, checks=Checks())
    own = (publication.addresses, publication.site_url, publication.publishes, publication.places)
    pages = sorted(publication.pages)
    return content_fingerprint(project, publication.knowledge, publication.ledger, publication.passages, own, pages)
