"""Values that a text may ask for by name: those of its front matter, of `mkdocs.yml` and of Quarto's variables."""

from collections.abc import Container, Iterator

from ..model.problems import Place
from .yaml import YamlMapping, YamlNode, YamlScalar

VARIABLES = "_variables.yml"
"""Where Quarto has the values of a whole project."""
_OF_MYST = ("myst", "substitutions")


def values_of_front_matter(node: YamlNode | None) -> dict[str, str]:
    """Return the values of a front matter by their names; substitutions of MyST have no other name before theirs."""
    myst = node.get(_OF_MYST[0]) if isinstance(node, YamlMapping) else None
    found = dict(named_values(node))
    for place in (node, myst):
        if isinstance(place, YamlMapping):
            found |= dict(named_values(place.get(_OF_MYST[1])))
    return found


def values_of_settings(root: YamlMapping, brief: YamlNode | None, faulty: Container[Place]) -> dict[str, str]:
    """Return the values of `extra` in mkdocs.yml by their names, and those of the record of the brief.

    What stands at one of the places `faulty` is read by the host in another way, such as `!ENV`.
    """
    return {**dict(named_values(brief, faulty)), **dict(named_values(root.get("extra"), faulty))}


def named_values(node: YamlNode | None, faulty: Container[Place] = (), before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts in a mapping with their names; one within another has both names, with a dot between them."""
    for key, value in node.pairs if isinstance(node, YamlMapping) else ():
        if not isinstance(value, YamlScalar):
            yield from named_values(value, faulty, f"{before}{key.text}.")
        elif value.place not in faulty:
            yield f"{before}{key.text}", value.text


def only_substitutions(value: YamlNode | None) -> bool:
    """Tell whether the options of MyST in a front matter say nothing but what to put in the place of names."""
    return isinstance(value, YamlMapping) and all(key.text == _OF_MYST[1] for key, _ in value.pairs)
