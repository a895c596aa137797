"""Links and named destinations in a PDF: `brief.pdf#nameddest=p-k3f9` opens the paragraph.

Typst names no paragraph; they are added as a name tree (ISO 32000-1, 7.9.6 and 12.3.2.3). And Typst would look up the
place of each link in every pass: the template writes links as addresses that begin with `to:`, which lead to their
places from here on.
"""

import io
from collections.abc import Iterable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .book import PressError
from .typesetting import PrintedPlace, Typeset

_LEAF = 64
"""Destinations in a node of the tree."""
_ABOVE = 12.0
"""The space shown above a paragraph, in points."""
_TO = "to:"


def finished(made: Typeset, elsewhere: Mapping[str, str], page_of: str) -> bytes:
    """Return a PDF, packed, whose links lead to their places and in which each paragraph is a destination by its id.

    `elsewhere` has the addresses of what may not be in this PDF, by label; `page_of` says `{page} of {total}`. Raises
    PressError when a link has no target.
    """
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        places = _WrittenPlaces(document, made.places, page_of.replace("{total}", str(made.pages)))
        for page in document.pages:
            for annotation in page.get("/Annots", Array()):
                _lead(annotation, places, elsewhere)
        _name(document, made.paragraphs)
        out = io.BytesIO()
        # The identifier depends only on the content, so the same brief gives the same bytes.
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


class _WrittenPlaces:
    """The places of a PDF that links lead to, each written once."""

    def __init__(self, document: pikepdf.Pdf, places: Iterable[PrintedPlace], page_of: str) -> None:
        self._document = document
        self._by_label = {place.id: place for place in places}
        self._page_of = page_of
        self._written: dict[str, tuple[Object, Object]] = {}

    def of(self, label: str) -> tuple[Object, Object] | None:
        """Return a place as a PDF has it, and what is said of it; None when it is not in this PDF."""
        place = self._by_label.get(label)
        if place is None:
            return None
        if label not in self._written:
            words = self._document.make_indirect(String(self._page_of.replace("{page}", str(place.page))))
            self._written[label] = (self._document.make_indirect(_destination(self._document, place)), words)
        return self._written[label]


def _lead(annotation: Object, places: _WrittenPlaces, elsewhere: Mapping[str, str]) -> None:
    """Point a link to its place, or to its address if that is in another file."""
    address = bytes(annotation.A.URI).decode() if "/A" in annotation and "/URI" in annotation.A else ""
    if not address.startswith(_TO):
        return
    label = address.removeprefix(_TO)
    place = places.of(label)
    if place is not None:
        del annotation["/A"]
        annotation.Dest, annotation.Contents = place
    elif label in elsewhere:
        annotation.A.URI = annotation.Contents = String(elsewhere[label])
    else:
        raise PressError(f"a link leads to '{label}', which the template does not print")


def _name(document: pikepdf.Pdf, places: Iterable[PrintedPlace]) -> None:
    found = {place.id: _destination(document, place) for place in places}
    names = sorted(found)
    leaves = [names[at : at + _LEAF] for at in range(0, len(names), _LEAF)]
    kids = [
        document.make_indirect(
            Dictionary(
                Limits=Array([String(leaf[0]), String(leaf[-1])]),
                Names=Array([part for name in leaf for part in (String(name), found[name])]),
            )
        )
        for leaf in leaves
    ]
    if kids:
        tree = document.Root.get("/Names") or Dictionary()
        tree.Dests = document.make_indirect(Dictionary(Kids=Array(kids)))
        document.Root.Names = tree


def _destination(document: pikepdf.Pdf, place: PrintedPlace) -> Object:
    page = document.pages[place.page - 1]
    y = round(float(page.mediabox[3]) - max(place.y - _ABOVE, 0.0), 2)
    return Array([page.obj, Name.XYZ, round(place.x, 2), y, None])
