"""The paragraphs that the author excuses from a rule for the brief's text."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

EXCUSE = "allow-"
"""What begins a class that excuses a paragraph from the rule named after it: `{: .allow-uncited-claim }`."""
_SHORT = {"own": "uncited-claim"}
"""A class with a name of its own: the paragraph is a statement of the brief itself."""


def take_excuses(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the names of the rules from which the elements' classes excuse them, and take those classes out.

    A span that is the authors' own judgement, `[words]{.own}`, excuses nothing but its words, and stays as it is.
    """
    found: set[str] = set()
    for element in elements:
        for part in element.iter():
            if classes := part.get("class"):
                found |= _taken(part, classes.split())
    return tuple(sorted(found))


def _taken(part: Element, classes: list[str]) -> set[str]:
    short = () if part.tag == "span" else _SHORT
    excuses = {name for name in classes if name.startswith(EXCUSE) or name in short}
    if excuses:
        left = " ".join(name for name in classes if name not in excuses)
        if left:
            part.set("class", left)
        else:
            del part.attrib["class"]
    return {_SHORT.get(name, name.removeprefix(EXCUSE)) for name in excuses}
