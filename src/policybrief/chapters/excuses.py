"""What the rules for a brief's text do not hold for: paragraphs the author excuses, and words that are not its own."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ..model.knowledge import Extent
from .text import BlockText

EXCUSE = "allow-"
"""What begins a class that excuses a paragraph from the rule named behind it: `{: .allow-uncited-claim }`."""
_SHORT = {"own": "uncited-claim"}
"""A class with a name of its own: the paragraph is a statement of the brief itself."""
_APART = ("em", "i", "cite", "q", "blockquote")


def take_excuses(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the names of the rules from which the elements' classes excuse them, and take those classes out."""
    found: set[str] = set()
    for element in elements:
        for part in element.iter():
            if classes := part.get("class"):
                found |= _taken(part, classes.split())
    return tuple(sorted(found))


def set_apart_in(text: BlockText, elements: Iterable[Element]) -> tuple[Extent, ...]:
    """Return what of the text stands in emphasis or a block quotation."""
    apart = (part for element in elements for tag in _APART for part in element.iter(tag))
    inside = {id(part) for outer in apart for part in outer.iter()}
    if not inside:
        return ()
    return tuple(Extent(run.start, run.end) for run in text.runs if id(run.parent) in inside)


def _taken(part: Element, classes: list[str]) -> set[str]:
    excuses = {name for name in classes if name.startswith(EXCUSE) or name in _SHORT}
    if excuses:
        left = " ".join(name for name in classes if name not in excuses)
        if left:
            part.set("class", left)
        else:
            del part.attrib["class"]
    return {_SHORT.get(name, name.removeprefix(EXCUSE)) for name in excuses}
