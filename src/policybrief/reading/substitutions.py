"""Values that a text may name: those of its front matter, of `mkdocs.yml` and of Quarto's variables."""

from collections.abc import Container, Iterator

from ..model.problems import Place
from .yaml import YamlMapping, YamlNode, YamlScalar

VARIABLES = "_variables.yml"
"""Where Quarto has the values of a whole project."""
_OF_MYST = ("myst", "substitutions")


def values_of_front_matter(node: YamlNode | None) -> dict[str, str]:
    """Return the values of a front matter by their names; MyST substitutions need no prefix."""
    myst = node.get(_OF_MYST[0]) if isinstance(node, YamlMapping) else None
    found = dict(named_values(node))
    for place in (node, myst):
        if isinstance(place, YamlMapping):
            found |= dict(named_values(place.get(_OF_MYST[1])))
    return found


def values_of_settings(root: YamlMapping, brief: YamlNode | None, faulty: Container[Place]) -> dict[str, str]:
    """Return the values of `extra` in mkdocs.yml by their names, and those of the record of the brief.

    The host reads values at the places in `faulty` differently, such as `!ENV`.
    """
    return {**dict(named_values(brief, faulty)), **dict(named_values(root.get("extra"), faulty))}


def named_values(node: YamlNode | None, faulty: Container[Place] = (), before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts in a mapping with their names; a nested one has both names, joined by a dot."""
    for key, value in node.pairs if isinstance(node, YamlMapping) else ():
        if not isinstance(value, YamlScalar):
            yield from named_values(value, faulty, f"{before}{key.text}.")
        elif value.place not in faulty:
            yield f"{before}{key.text}", value.text


def only_substitutions(value: YamlNode | None) -> bool:
    """Tell whether the MyST options of a front matter are only substitutions."""
    return isinstance(value, YamlMapping) and all(key.text == _OF_MYST[1] for key, _ in value.pairs)
