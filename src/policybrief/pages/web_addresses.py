"""Web addresses in the author's files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ..model.citing import Piece


def safe_pieces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a printed source, with links only to the web."""
    for piece in pieces:
        yield piece if not piece.url or web_address(piece.url) else replace(piece, url="")


def web_address(url: str) -> str:
    """Return `url` if it leads to the web, otherwise an empty string."""
    # Escaping does not make a `javascript:` address harmless.
    return url if url.startswith(("https://", "http://")) else ""


def site_name(url: str) -> str:
    """Return a label for an address: `wikidata.org/wiki/Q4628`."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
