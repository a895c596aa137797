"""The brief as a publication: its content, and the address of its site."""

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
"""Characters that percent-encoding leaves unchanged; checking first saves the slow encoding of nearly all addresses."""


READING_GROUP = message("To read and print")
BRIEF_GROUP = message("Cite this brief")
SOURCES_GROUP = message("Bibliography")
DATA_GROUP = message("Data (JSON)")
LINKED_DATA_GROUP = message("Glossary (SKOS)")


@dataclass(frozen=True, slots=True)
class FileDeclaration:
    """A file of the site, or a folder of files, before it is made."""

    path: str
    """POSIX, relative to the root of the site; a path that ends with a slash means any file below that folder."""
    media_type: str = ""
    """As registered with IANA (https://www.iana.org/assignments/media-types/), or empty if it is not announced."""
    group: str = ""
    """The heading under which the front page offers it, one of those above or another; empty for a folder, and for a
    file that is not offered.
    """
    label: str = ""
    """Its label under that heading."""
    whole_brief: bool = False
    """Whether it contains the whole brief, as a PDF does; the head of the front page then points to it."""
    beside_pages: bool = False
    """Whether there is such a file beside each page of a chapter: `path` is then the ending that replaces `.html`."""

    def covers(self, path: str) -> bool:
        """Return whether the file at `path` is the declared one, or is in the declared folder."""
        if self.beside_pages:
            return path.endswith(self.path)
        return path.startswith(self.path) if self.path.endswith("/") else path == self.path


OPEN_SIZE = "\ue0f5"
"""A placeholder in pages for the size of a file made from the finished pages; a character that no text contains."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the site offers to readers, once it has been made."""

    file: FileDeclaration
    size: int
    """In bytes; 0 if it is made from the finished site."""


def size_in_words(number: int, words: Words) -> str:
    """Return a size for readers: `12 KB`, `1.5 MB`; `OPEN_SIZE` for 0."""
    if not number:
        return OPEN_SIZE
    if number >= 1_000_000:
        return words.say("{n} MB", n=words.number(number / 1_000_000, 1))
    return words.say("{n} KB", n=words.number(max(1, round(number / 1000))))


@dataclass(frozen=True, slots=True)
class SitePlace:
    """A page of the site, or a part of one, that search finds by its names."""

    path: str
    title: str
    description: str = ""
    words: str = ""
    """Words for which search finds it, besides its title."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything from which pages, files and checks are made."""

    project: Project
    knowledge: Knowledge
    addresses: Addresses = field(default_factory=Addresses)
    site_url: str = ""
    """The address of the site; empty if unknown."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every paragraph id ever published, updated to match the chapters."""
    passages: tuple[Printed, ...] = ()
    """Passages of the brief, cited in each style that readers are offered."""
    pages: frozenset[str] = frozenset()
    """The paths of the site's pages except those that its author wrote."""
    places: tuple[SitePlace, ...] = ()
    """Places that search leads to besides chapters, entries and sources."""
    publishes: bool = False
    """Whether the site is made for readers: previews and checks skip what takes long."""
    downloads: Sequence[Download] = ()
    """What the site offers, in the order of the declarations; known to pages, not to outputs and checks."""
    made: Mapping[str, int] = field(default_factory=dict)
    """The size in bytes of every file that outputs have made, by path; known to pages, not to outputs and checks."""
    own_file: Callable[[str], bytes | None] = no_file
    """Returns the content of one of the author's files that are not chapters, by its path in the site."""
    kept: KeptFiles = field(default_factory=NothingKept)
    """The cache of outputs that take long."""
    fonts: Callable[[], tuple[FontFile, ...]] = no_fonts
    """Returns the fonts of the site, reduced to the letters of its languages."""
    _results: dict[Callable[["Publication"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def brief(self) -> Brief:
        """The bibliographic record."""
        return self.project.brief

    @property
    def words(self) -> Words:
        """The messages of the site, in the brief's language."""
        return self.project.words

    @property
    def root(self) -> str:
        """The address of the site, ending with a slash; empty if unknown."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""

    def once(self, work: Callable[["Publication"], Result]) -> Result:
        """Return the result of `work` for this publication, computed only once.

        Use it for what several pages or checks need, such as an index of all mentions. `work` is identified by
        identity: pass a function of a module, not a lambda.
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
        """Return the address of the page at path `to`: absolute if possible, else relative to the page at `start`."""
        holder = self.addresses.holder(to, anchor)
        return self._address(self.addresses.of(holder), start) + (f"#{anchor}" if anchor else "")

    def file(self, to: str, start: str) -> str:
        """Return the address of the file at `to`: absolute if possible, else relative to the page at `start`."""
        return self._address(to, start)

    def url(self, path: str, anchor: str = "") -> str:
        """Return the address of the page at `path` for a data file: absolute if possible, otherwise relative to the
        site's root.

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
