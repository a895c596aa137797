"""The brief as something published: addresses, dates, licence and names as machines want them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ..model.addresses import Addresses, relative
from ..model.brief import Author, Brief, Project
from ..model.dates import Date
from ..model.knowledge import Inline, Knowledge

HOME_PATH = "index.md"
GLOSSARY_PATH = "glossary/index.md"
NAMES_PATH = "names/index.md"
TIMELINE_PATH = "timeline/index.md"
SKOS_PATH = "data/glossary.ttl"

_CREATIVE_COMMONS = "https://creativecommons.org"
_LICENCES = {
    **{
        f"CC-{name}-{version}": f"{_CREATIVE_COMMONS}/licenses/{name.lower()}/{version}/"
        for name in ("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND")
        for version in ("3.0", "4.0")
    },
    "CC0-1.0": f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    "CC0": f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    "MIT": "https://opensource.org/license/mit",
}
"""By SPDX identifier in capitals (https://spdx.org/licenses/)."""

_PLAIN = re.compile(r"[a-zA-Z0-9./_-]*")
"""The addresses that percent-encoding does not change: nearly all, and it is slow to find that out."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A project, what its chapters say, and where the site stands."""

    project: Project
    knowledge: Knowledge
    addresses: Addresses
    root: str
    """The address of the site with a slash at its end; empty when it is not known."""

    @property
    def brief(self) -> Brief:
        """The bibliographic record."""
        return self.project.brief

    def page(self, to: str, start: str, anchor: str = "") -> str:
        """Return the address of the page at path `to`: absolute if possible, else as seen from the page at `start`."""
        return self._address(self.addresses.of(to), start) + (f"#{anchor}" if anchor else "")

    def file(self, to: str, start: str) -> str:
        """Return the address of the file at `to`: absolute if possible, else as seen from the page at path `start`."""
        return self._address(to, start)

    def _address(self, address: str, start: str) -> str:
        if not _PLAIN.fullmatch(address):
            address = quote(address)
        if self.root:
            return self.root + address.removeprefix("./")
        return relative(address, self.addresses.of(start))


def publication(project: Project, knowledge: Knowledge, addresses: Addresses, site_url: str) -> Publication:
    """Return the publication of a project at `site_url`, which may be empty and may lack its last slash."""
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    return Publication(project, knowledge, addresses, root)


def whole_title(brief: Brief) -> str:
    """Return title and subtitle as one: `Title: Subtitle`."""
    return f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title


def iso_date(date: Date) -> str:
    """Return a date in ISO 8601 (https://www.iso.org/iso-8601-date-and-time-format.html): `1994`, `1994-05-12`.

    That a date is approximate or uncertain cannot be said in it.
    """
    return date.edtf.rstrip("~?%")


def licence_url(licence: str) -> str:
    """Return the address of a licence given by its name or its address, or nothing when it is in no table."""
    if re.match("https?://", licence):
        return licence
    return _LICENCES.get("-".join(re.split(r"[\s_-]+", licence.strip().upper())), "")


def doi_url(doi: str) -> str:
    """Return a DOI as an address (https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html)."""
    return "https://doi.org/" + quote(doi)


def orcid_url(author: Author) -> str:
    """Return the address of an author's ORCID record, or nothing."""
    return f"https://orcid.org/{author.orcid}" if author.orcid else ""


def plain(pieces: Iterable[Inline]) -> str:
    """Return inline text without its emphasis and links."""
    return "".join(piece.text for piece in pieces)
