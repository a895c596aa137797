"""The archived copies of sources in words, for formats that people print and read aloud."""

from collections.abc import Mapping

from ..model.brief import Reference
from ..model.citing import Piece, PrintedReference
from ..model.dates import parse_date
from ..model.dates_in_words import date_in_words
from ..model.quality import archived_copy
from ..wording.words import Words


def listed_pieces(printed: PrintedReference, references: Mapping[str, Reference], words: Words) -> tuple[Piece, ...]:
    """Return a source as in the list of references, followed by the address of its archived copy."""
    reference = references.get(printed.reference)
    copy = archived_copy(reference) if reference else None
    if copy is None:
        return printed.text
    made = f" ({date_in_words(parse_date(copy.date), words)})" if copy.date else ""
    return (*printed.text, Piece(f" {words.say('Archived copy')}: "), Piece(copy.url, url=copy.url), Piece(f"{made}."))
