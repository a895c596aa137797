"""Titles, dates and names in standard notations."""

from collections.abc import Iterable
from urllib.parse import quote

from ..model.brief import Author, Brief
from ..model.dates import Date
from ..model.knowledge import Inline


def whole_title(brief: Brief) -> str:
    """Return title and subtitle as one: `Title: Subtitle`."""
    return f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title


def iso_date(date: Date) -> str:
    """Return a date in ISO 8601 (https://www.iso.org/iso-8601-date-and-time-format.html): `1994`, `1994-05-12`.

    ISO 8601 cannot mark a date as approximate or uncertain.
    """
    return date.edtf.rstrip("~?%")


def doi_url(doi: str) -> str:
    """Return a DOI as an address (https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html)."""
    return "https://doi.org/" + quote(doi)


def orcid_url(author: Author) -> str:
    """Return the address of an author's ORCID record, or nothing."""
    return f"https://orcid.org/{author.orcid}" if author.orcid else ""


def plain(pieces: Iterable[Inline]) -> str:
    """Return inline text without its emphasis and links."""
    return "".join(piece.text for piece in pieces)
