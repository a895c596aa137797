"""The sources after an entry, each on one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from ..model.addresses import REFERENCES_PATH, reference_anchor
from ..model.brief import Reference
from ..model.citing import Piece
from ..model.glossary import Entry
from .site_index import SiteView


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as an entry's page shows it."""

    pieces: tuple[Piece, ...]
    """As the brief's style prints it."""
    href: str
    """Its place in the list of references, which tells where it is cited."""


def sources_of(entry: Entry, site: SiteView, start: str) -> tuple[SourceLine, ...]:
    """Return the sources an entry names, in its own order; unknown ones are left to the checks."""
    found = (site.references.get(use.id) for use in entry.sources)
    return tuple(_line(reference, site, start) for reference in found if reference is not None)


def _line(reference: Reference, site: SiteView, start: str) -> SourceLine:
    return SourceLine(
        pieces=tuple(safe_pieces(site.printed.get(reference.id, (Piece(reference.title),)))),
        href=site.addresses.link(to=REFERENCES_PATH, start=start, anchor=reference_anchor(reference.id)),
    )


def safe_pieces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a printed source, with no link but to the web."""
    for piece in pieces:
        yield piece if not piece.url or web_address(piece.url) else replace(piece, url="")


def web_address(url: str) -> str:
    """Return `url` when it leads to the web, else nothing."""
    # Escaping does not disarm a `javascript:` address.
    return url if url.startswith(("https://", "http://")) else ""


def site_name(url: str) -> str:
    """Return what to call the place an address leads to: `wikidata.org/wiki/Q4628`."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
