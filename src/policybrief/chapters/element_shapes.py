"""What an element of Python-Markdown's tree looks like: its classes, and what it holds."""

import re
from xml.etree.ElementTree import Element

from markdown.util import BLOCK_LEVEL_ELEMENTS

_OPENING = re.compile(r"\s*</?(?P<name>[^\s>]+)")


def classes_of(element: Element) -> list[str]:
    """Return the classes of an element."""
    return element.get("class", "").split()


def holds_only(element: Element, *tags: str) -> bool:
    """Tell whether an element holds nothing but elements with those tags, and white space between them."""
    between = (element.text, *(child.tail for child in element))
    return all(child.tag in tags for child in element) and not any(words and words.strip() for words in between)


def is_plain_table(element: Element) -> bool:
    """Tell whether a table is made as Markdown makes them; HTML may put anything into one."""
    parts = [part for part in element if part.tag != "caption"]
    rows = [row for part in parts for row in part]
    return (
        holds_only(element, "caption", "thead", "tbody")
        and not any(part.attrib for part in element)
        and all(holds_only(part, "tr") for part in parts)
        and all(holds_only(row, "th", "td") for row in rows)
    )


def is_block(html: str) -> bool:
    """Tell whether HTML is an element of its own beside paragraphs, as Python-Markdown has it, or part of a line."""
    match = _OPENING.match(html)
    return match is not None and (match["name"][0] in "!?@%" or match["name"].lower() in BLOCK_LEVEL_ELEMENTS)
