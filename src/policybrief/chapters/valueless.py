"""Attributes that the author gave no value: `{ reversed }`, or a word in braces that was meant to be read.

The library keeps them in the element tree with None for a value, which other extensions do not expect. It would take
tags of templates, `{% end %}` and `{{ x }}`, for such attributes too.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import Treeprocessor

from .allowed_attributes import WITHOUT_VALUE

AFTER_ATTRIBUTES = 7
"""The priority at which braces have become attributes, and headings have no ids yet."""

_LOOKS = frozenset(
    "fig-align fig-pos fig-env fig-scap fig-link fig-format fig-dpi lightbox group out-width out-height".split()
)
"""What Quarto says of the look of a picture: no words for readers, and no effect here."""
_ATTRIBUTES = "attr_list"
"""The name under which Python-Markdown registers what reads attributes."""


class ValuelessKeeper(Treeprocessor):
    """Takes the attributes without a value out of the tree of one page, but for those that need none."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.taken: list[tuple[Element, str]] = []
        """Each with the element that it was on, in the order of the tree."""

    def run(self, root: Element) -> None:
        self.taken = []
        for element in root.iter():
            for name in _LOOKS.intersection(element.keys()) if element.tag == "img" else ():
                del element.attrib[name]
            for name in [name for name, value in element.attrib.items() if value is None]:
                if name in WITHOUT_VALUE:
                    element.set(name, "")
                else:
                    del element.attrib[name]
                    self.taken.append((element, name))


_BRACES = r"\{(?![%{])\:?[ ]*([^\}\n ][^\n]*)\}"
"""As the library has them, but for those of a template."""


def _leave_templates(attributes: AttrListTreeprocessor) -> None:
    """Have braces be read as attributes unless they are those of a template."""
    attributes.__dict__.update(
        HEADER_RE=re.compile(rf"[ ]+{_BRACES}[ ]*$"),
        BLOCK_RE=re.compile(rf"\n[ ]*{_BRACES}[ ]*$"),
        INLINE_RE=re.compile(rf"^{_BRACES}"),
    )


def register_valueless(md: Markdown) -> ValuelessKeeper:
    """Register what takes such attributes out, and return it: it knows those of the page that was read last."""
    if _ATTRIBUTES in md.treeprocessors and isinstance(found := md.treeprocessors[_ATTRIBUTES], AttrListTreeprocessor):
        _leave_templates(found)
    keeper = ValuelessKeeper(md)
    md.treeprocessors.register(keeper, "pb-valueless", AFTER_ATTRIBUTES)
    return keeper
