"""Theme settings that have no effect on a brief: their places, the reasons, and the alternatives."""

from collections.abc import Iterator, Mapping

from ..model.problems import Code, Place, Problem
from .yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence

_COLOURS = "a brief has its own colours; set --pb-accent and --pb-bar in a stylesheet under 'extra_css'"
_FONTS = "a brief has its own fonts; set --pb-serif and --pb-sans in a stylesheet under 'extra_css'"
_NO_SCRIPTS = "the security policy keeps third-party scripts out of the pages"
_SOURCE = "remove it, and link to the repository from a page of your own; an address under 'edit_uri' works without it"
_UNUSED: Mapping[tuple[str, ...], str] = {
    ("theme", "palette", "primary"): _COLOURS,
    ("theme", "palette", "accent"): _COLOURS,
    ("theme", "font"): _FONTS,
    ("extra", "analytics"): f"{_NO_SCRIPTS}; count visits in the server's log",
    ("extra", "consent"): f"a brief sets no cookies, and {_NO_SCRIPTS}; remove it",
}
_FEATURES: Mapping[str, str] = {
    "search.suggest": "the search of a brief has its own suggestions",
    "search.highlight": "the search of a brief highlights its hits",
    "search.share": "the search of a brief has its own results page",
}
_OFF = ("false", "null", "~", "")


def options_without_effect(root: YamlMapping) -> Iterator[Problem]:
    """Yield the settings in mkdocs.yml that have no effect on a brief, each at its place."""
    theme = root.get("theme")
    name = theme if isinstance(theme, YamlScalar) else theme.get("name") if isinstance(theme, YamlMapping) else None
    if not isinstance(name, YamlScalar) or name.text != "material":
        return
    for path, why in _UNUSED.items():
        for place in _found(root, path):
            yield _problem(place, ".".join(path), why)
    for place in _found(root, ("repo_url",)):
        seen = "for 'repo_url' the theme asks the repository's host for statistics, which the security policy blocks"
        yield Problem(Code.NO_EFFECT, place, seen, _SOURCE)
    features = theme.get("features") if isinstance(theme, YamlMapping) else None
    for item in features.items if isinstance(features, YamlSequence) else ():
        if isinstance(item, YamlScalar) and item.text in _FEATURES:
            yield _problem(item.place, f"the feature {item.text}", _FEATURES[item.text])


def _found(node: YamlNode | None, path: tuple[str, ...]) -> Iterator[Place]:
    """Yield where a path of keys leads to a value that is not switched off; for a list, each of its items."""
    if isinstance(node, YamlSequence):
        for item in node.items:
            yield from _found(item, path)
    elif isinstance(node, YamlMapping):
        for key, value in node.pairs:
            if key.text != path[0]:
                continue
            if len(path) > 1:
                yield from _found(value, path[1:])
            elif not (isinstance(value, YamlScalar) and value.text.lower() in _OFF):
                yield key.place


def _problem(place: Place, option: str, why: str) -> Problem:
    named = option if option.startswith("the ") else f"'{option}'"
    return Problem(Code.NO_EFFECT, place, f"{named} has no effect on a brief", why)
