"""The paragraphs that the author exempts from a rule on the brief's text."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

EXCUSE = "allow-"
"""The prefix of a class that exempts a paragraph from a rule: `{: .allow-uncited-claim }`."""
_SHORT = {"own": "uncited-claim"}
"""A class with a separate name: the paragraph is a statement of the brief itself."""


def take_excuses(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the names of the rules from which the elements' classes exempt them, and remove those classes.

    A span that is the authors' own judgement, `[words]{.own}`, exempts only its words, and stays unchanged.
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
