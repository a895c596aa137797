"""The sources of an entry, one per line."""

from dataclasses import dataclass

from ..model.addresses import REFERENCES_PATH, reference_anchor
from ..model.brief import Reference
from ..model.citing import Piece
from ..model.glossary import Entry
from .site_index import SiteView
from .source_facts import SourceFacts, facts_of
from .web_addresses import safe_pieces


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source on an entry's page."""

    pieces: tuple[Piece, ...]
    """In the format of the brief's style."""
    href: str
    """The address of its place in the list of references, which shows where it is cited."""
    facts: SourceFacts


def sources_of(entry: Entry, site: SiteView, start: str) -> tuple[SourceLine, ...]:
    """Return the sources of an entry, in its order; unknown ones are left to the checks."""
    found = (site.references.get(use.id) for use in entry.sources)
    return tuple(_line(reference, site, start) for reference in found if reference is not None)


def _line(reference: Reference, site: SiteView, start: str) -> SourceLine:
    return SourceLine(
        pieces=tuple(safe_pieces(site.printed.get(reference.id, (Piece(reference.title),)))),
        href=site.addresses.link(to=REFERENCES_PATH, start=start, anchor=reference_anchor(reference.id)),
        facts=facts_of(reference, site.foreign(reference.language), site.words),
    )
