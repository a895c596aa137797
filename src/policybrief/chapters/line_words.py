"""The words of a line, put together from the strings of Python-Markdown's element tree."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from ..model.blocks import Block, TextBlock
from ..model.inlines import Inline, Text

_UNREADABLE = re.compile("\x02[^\x03]*\x03")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9a-zA-Z]+);")
_TEX = re.compile(r"\A\s*(?:\\\(|\\\[|\$\$?)?(?P<source>.*?)(?:\\\)|\\\]|\$\$?)?\s*\Z", re.DOTALL)
_WHITE_SPACE = " \t\n\r\f"
"""What HTML takes for white space: a space that does not break is a character."""


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the inlines with neighbouring words as one."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            append_words(found, inline.text)
        else:
            found.append(inline)
    return tuple(found)


def append_words(found: list[Inline], words: str) -> None:
    """Add words to a line; words that follow words become one with them."""
    if words and found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text + words)
    elif words:
        found.append(Text(words))


def as_tight(line: list[Inline]) -> Iterator[Block]:
    """Yield the line as a block, without the white space around it; nothing when it says nothing."""
    if line and isinstance(line[0], Text):
        line[0] = Text(line[0].text.lstrip(_WHITE_SPACE))
    if line and isinstance(line[-1], Text):
        line[-1] = Text(line[-1].text.rstrip(_WHITE_SPACE))
    kept = tuple(inline for inline in line if inline != Text(""))
    if kept:
        yield TextBlock(kept, tight=True)


def characters_of(string: str) -> str:
    """Return the characters that a string of the element tree stands for: it may hold entities.

    What an extension put aside in a way of its own cannot be read; the parser names such extensions.
    """
    string = _UNREADABLE.sub("", string.replace(AMP_SUBSTITUTE, "&"))
    return _ENTITY.sub(lambda match: unescape(match[0]), string) if "&" in string else string


def tex_of(element: Element) -> str:
    """Return the source of a formula: what a script holds, if there is one, and not the preview beside it."""
    script = element.find("script")
    match = _TEX.match(characters_of("".join((element if script is None else script).itertext())))
    return match["source"].strip() if match else ""
