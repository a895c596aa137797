"""The size of a YAML text after its aliases are expanded: a few lines can stand for millions of values."""

import yaml

from .yaml import Loader

MOST_VALUES = 100_000
"""In settings that the host loads; a long navigation has some thousand."""


def values_in(text: str) -> int:
    """Return how many values the text has after all aliases are expanded.

    More than `MOST_VALUES` if an alias is within its own anchor, and 0 if the text cannot be parsed.
    """
    try:
        return _count(text)
    except (yaml.YAMLError, ValueError, OverflowError):
        return 0


def _count(text: str) -> int:
    sizes: dict[str, int] = {}
    open_: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=Loader):
        match event:
            case yaml.CollectionStartEvent():
                total += 1
                open_.append((event.anchor, total))
            case yaml.CollectionEndEvent():
                anchor, before = open_.pop()
                if anchor:
                    sizes[anchor] = total - before + 1
            case yaml.ScalarEvent():
                total += 1
                if event.anchor:
                    sizes[event.anchor] = 1
            case yaml.AliasEvent():
                total += sizes.get(event.anchor or "", MOST_VALUES + 1)
        if total > MOST_VALUES:
            break
    return total
