"""The words of a paragraph that are not the brief's own: quotations and titles."""

from ..model.claims import quoted_in
from ..model.knowledge import Extent, Paragraph


def borrowed_in(paragraph: Paragraph) -> tuple[Extent, ...]:
    """Return the parts of the paragraph in quotation marks, in emphasis or in a block quotation, in order."""
    return tuple(sorted((*paragraph.set_apart, *quoted_in(paragraph.text)), key=lambda extent: extent.start))


def is_within(extent: Extent, borrowed: tuple[Extent, ...]) -> bool:
    """Tell whether the extent is inside one of them."""
    return any(outer.start <= extent.start and extent.end <= outer.end for outer in borrowed)
