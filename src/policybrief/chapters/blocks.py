"""Which elements of a chapter can be cited, and which belong together."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl"))
PARTS = frozenset(("li", "dt", "dd", "th", "td"))
"""What lists and tables consist of."""
_STAND_IN = re.compile(HTML_PLACEHOLDER % r"\d+")
_CITABLE = frozenset(("p", "blockquote", "table", "figure", "div", "details", "section", *_LISTS))


def groups_of(root: Element) -> Iterator[tuple[Element, ...]]:
    """Yield the children of the root in order, with those that are cited together as one group.

    A list belongs to the paragraph that introduces it; a list at the beginning of a section is a separate group.
    """
    group: list[Element] = []
    for child in root:
        if child.tag in _LISTS and group and group[0].tag in {"p", *_LISTS} and not _is_code(group[0]):
            group.append(child)
            continue
        if group:
            yield tuple(group)
        group = [child]
    if group:
        yield tuple(group)


def _is_code(element: Element) -> bool:
    """Tell whether a paragraph is only a placeholder for code."""
    return not len(element) and _STAND_IN.fullmatch((element.text or "").strip()) is not None


def is_citable(group: tuple[Element, ...]) -> bool:
    """Return whether a group can be cited: headings, rules, code, a table of contents and notes cannot."""
    first = group[0]
    classes = (first.get("class") or "").split()
    return first.tag in _CITABLE and "toc" not in classes and "footnote" not in classes


def text_as_written(group: tuple[Element, ...]) -> str:
    """Return the text of a group; the texts of its cells and items are separated by line breaks."""
    return "\n".join("\n".join(element.itertext()) for element in group)


def text_of_part(part: Element) -> str:
    """Return the text of an item or a cell up to the list in it, if there is one."""
    return "\n".join(_up_to_list(part))


def heading_text(heading: Element) -> str:
    """Return the words of a heading without the mark of its permalink."""
    return " ".join("".join(_words(heading)).split())


def _words(element: Element) -> Iterator[str]:
    if "headerlink" not in (element.get("class") or "").split():
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""


def _up_to_list(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _LISTS:
            return
        yield from _up_to_list(child)
        yield child.tail or ""
