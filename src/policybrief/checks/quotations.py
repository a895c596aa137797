"""Which words of a paragraph are not the brief's own: quotations and titles."""

import re
from collections.abc import Iterator

from ..model.knowledge import Extent, Paragraph

_QUOTED = re.compile(
    r"“[^\n“”]*”|«[^\n«»]*»|„[^\n„“”]*[“”]|\"[^\n\"]*\""
    # An apostrophe may be inside, so the end is looked for, though not farther than a quotation goes.
    r"|(?<!\w)‘[^\n‘]{1,1000}?’(?!\w)|(?<!\w)'(?=\S)[^\n]{1,1000}?(?<=\S)'(?!\w)"
)


def borrowed_in(paragraph: Paragraph) -> tuple[Extent, ...]:
    """Return what of the paragraph is in quotation marks, in emphasis or in a block quotation, in order."""
    return tuple(sorted((*paragraph.set_apart, *quoted_in(paragraph.text)), key=lambda extent: extent.start))


def is_within(extent: Extent, borrowed: tuple[Extent, ...]) -> bool:
    """Tell whether the extent lies in one of those."""
    return any(outer.start <= extent.start and extent.end <= outer.end for outer in borrowed)


def quoted_in(text: str) -> Iterator[Extent]:
    """Yield what of a text is in quotation marks, with these."""
    return (Extent(*match.span()) for match in _QUOTED.finditer(text))
