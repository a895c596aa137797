"""The first sentence of a caption, which says what a chart shows, set in bold where nothing else says it."""

from ..model.inlines import Inline, Name, Styled, Text, TextStyle, Unlinked, attribute
from ..model.sentences import sentences_of

_PREFIX = "caption-prefix"


def with_lead(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a caption with its first sentence in bold; as it is where that ends within something else than text."""
    first = int(bool(inlines) and _is_prefix(inlines[0]))
    said = "".join(inline.text for inline in inlines[first:] if isinstance(inline, Text | Name | Unlinked))
    # A line of the file ends no sentence.
    said = said.replace("\n", " ")
    left = next((sentence.end for sentence in sentences_of(said)), 0)
    for at, inline in enumerate(inlines[first:], first):
        if not isinstance(inline, Text | Name | Unlinked):
            return inlines
        if left > len(inline.text):
            left -= len(inline.text)
        elif isinstance(inline, Text):
            lead = (*inlines[first:at], Text(inline.text[:left]))
            rest = (Text(inline.text[left:]),) if inline.text[left:] else ()
            return (*inlines[:first], *_space(lead), *rest, *inlines[at + 1 :])
        else:
            return inlines
    return inlines


def _space(lead: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the words in bold, the space before them outside."""
    first = lead[0]
    if not isinstance(first, Text):
        return (Styled(TextStyle.STRONG, lead),)
    bare = first.text.lstrip()
    before = (Text(first.text[: len(first.text) - len(bare)]),) if bare != first.text else ()
    return (*before, Styled(TextStyle.STRONG, (Text(bare), *lead[1:])))


def _is_prefix(inline: Inline) -> bool:
    return isinstance(inline, Styled) and _PREFIX in attribute(inline.attributes, "class").split()
