"""Where `mkdocs.yml` lists the plugins and hooks of the host."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.problems import Place
from .folder import Folder
from .yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence, compose


def listed_plugins(root: Path, config: str) -> Mapping[str, Place]:
    """Return where the settings `config` in the folder `root` list each plugin and hook, by name.

    Plugins in files that the settings inherit from are not included.
    """
    text = Folder(root, []).read(config)
    settings = compose(text, config).root if text is not None else None
    if not isinstance(settings, YamlMapping):
        return {}
    listed = (name for key in ("plugins", "hooks") for name in _names(settings.get(key)))
    return {name.text: name.place for name in listed}


def _names(node: YamlNode | None) -> Iterator[YamlScalar]:
    if isinstance(node, YamlMapping):
        yield from (name for name, _ in node.pairs)
    elif isinstance(node, YamlSequence):
        for item in node.items:
            if isinstance(item, YamlMapping):
                yield from (name for name, _ in item.pairs)
            elif isinstance(item, YamlScalar):
                yield item
