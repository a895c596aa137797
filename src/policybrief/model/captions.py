"""The text of captions and their labels: the `Table 2.28.` at the beginning."""

import re
from html import unescape

from .blocks import Caption, TextBlock, walk
from .inlines import Name, Raw, Styled, Text, Unlinked, attribute

_PREFIX = "caption-prefix"
"""The class of the prefix in PyMdown's captions."""
_END = re.compile(r"\.? Sources?:|; |(?<=[a-z0-9%)])\. (?=[^a-z])")
"""Where the first sentence of a caption ends."""


def caption_prefix(caption: Caption | None) -> Styled | None:
    """Return the beginning of a caption if its table or figure has a number, otherwise None."""
    first = caption.blocks[0] if caption and caption.blocks else None
    prefix = first.inlines[0] if isinstance(first, TextBlock) and first.inlines else None
    if not isinstance(prefix, Styled) or _PREFIX not in attribute(prefix.attributes, "class").split():
        return None
    return prefix


def prefix_words(prefix: Styled) -> str:
    """Return the words of a prefix, which the extension stashes like HTML."""
    parts = (node for inline in prefix.inlines for node in walk(inline))
    return "".join(
        unescape(part.html) if isinstance(part, Raw) else part.text for part in parts if isinstance(part, Raw | Text)
    )


def caption_label(caption: Caption | None) -> str:
    """Return the label of the table or figure in a caption, `Table 2.28`; empty for one without a number."""
    prefix = caption_prefix(caption)
    return prefix_words(prefix).strip().rstrip(" .:") if prefix else ""


def caption_words(caption: Caption) -> str:
    """Return the text of a caption after its label, without note numbers, on one line."""
    shown = (node.text for node in walk(caption) if isinstance(node, Text | Name | Unlinked))
    return " ".join("".join(shown).split()).removeprefix(caption_label(caption)).lstrip(" .:")


def statement_of(caption: Caption) -> str:
    """Return the first sentence of a caption, which says what its table or figure shows."""
    return _END.split(caption_words(caption), maxsplit=1)[0]
