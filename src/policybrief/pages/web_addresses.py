"""Addresses on the web, from files that others wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ..model.citing import Piece


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
