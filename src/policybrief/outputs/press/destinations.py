"""Named destinations in a PDF: `brief.pdf#nameddest=p-k3f9` opens the paragraph.

Typst names none; they are added as a name tree (ISO 32000-1, 7.9.6 and 12.3.2.3).
"""

import io
from collections.abc import Iterable

from .typesetting import PrintedPlace

_LEAF = 64
"""Destinations in a node of the tree."""
_ABOVE = 12.0
"""Points that are shown above the paragraph."""


def with_destinations(pdf: bytes, places: Iterable[PrintedPlace]) -> bytes:
    """Return a PDF, packed, in which each place is a destination by its id."""
    import pikepdf  # noqa: PLC0415  (it is large, and only a PDF needs it)
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {
            place.id: Array(
                [page.obj, Name.XYZ, 0, round(float(page.mediabox[3]) - max(place.y - _ABOVE, 0.0), 2), None]
            )
            for place in places
            for page in (document.pages[place.page - 1],)
        }
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
        out = io.BytesIO()
        # The identifier is made of the content, so that the same brief gives the same bytes.
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
