"""The other active plugins and hooks: the events that they handle, and those that cannot work with a brief."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ...model.problems import Code, Place, Problem
from ...reading.plugins import listed_plugins
from .loading import CONFIG

OURS = "policybrief"
_INSTANCE = re.compile(r" #\d+$")
"""The host's suffix for a plugin that is listed several times."""
_ALL_PAGES = ".*"


@dataclass(frozen=True, slots=True)
class PluginRefusal:
    """Why a plugin cannot work with a brief."""

    reason: str
    """What it does, as the end of a sentence that begins with its name."""
    way_out: str
    """What to do instead, as a sentence without a full stop."""


REFUSED: Mapping[str, PluginRefusal] = {
    "i18n": PluginRefusal(
        "builds the site once for each language from the pages in docs/ only, so no version would have the chapters",
        "make each language a separate brief with its own mkdocs.yml, and link them under 'extra: alternate:'",
    ),
    "encryptcontent": PluginRefusal(
        "encrypts pages one by one, while the text of the chapters is also in the search and in the data of the site",
        "remove it, and protect the site with a password on the server",
    ),
    "mermaid2": PluginRefusal(
        "makes browsers draw diagrams with a program from another server and styles that the security policy forbids: "
        "readers would see the source instead",
        "remove it, draw the diagram as an SVG file in docs/, and show it as a picture",
    ),
    "autorefs": PluginRefusal(
        "fills in its links after the pages were checked, so the links cannot be checked",
        "remove it, and link to a heading by its page: [words](page.md#heading)",
    ),
    "roamlinks": PluginRefusal(
        "treats every name marked as [[name]] as a link to a page, and every link to a chapter as a link into docs/",
        "remove it: [[id]] leads to an entry of the glossary, and [words](page.md) to a page",
    ),
}
"""Plugins that are refused before they do anything, by the name under which `mkdocs.yml` lists them."""


@dataclass(frozen=True, slots=True)
class Handler:
    """What a plugin or a hook does at an event of the host."""

    plugin: str
    """The name of the plugin in the host's list, or the path of the hook."""
    call: Callable[..., Any]


def handlers(config: MkDocsConfig, event: str) -> Iterator[Handler]:
    """Yield what other plugins and hooks do at an event, such as `page_markdown`."""
    for name, plugin in config.plugins.items():
        method = getattr(plugin, f"on_{event}", None)
        if name != OURS and method is not None:
            yield from (Handler(name, call) for call in getattr(method, "methods", (method,)))


def named(plugin: str) -> str:
    """Return the name of a plugin or a hook in messages."""
    return f"the hook '{plugin}'" if plugin.endswith(".py") else f"the plugin '{plugin}'"


def place_of_plugin(plugin: str, config: MkDocsConfig) -> Place:
    """Return where in the settings a plugin or a hook is listed, or their beginning if it is only inherited."""
    path = Path(config.config_file_path or CONFIG)
    listed = listed_plugins(path.parent, path.name)
    name = _INSTANCE.sub("", plugin)
    # The host prefixes plugins that come with the theme, whether the settings do or not.
    return listed.get(name) or listed.get(name.rpartition("/")[2]) or Place(path.name)


def suspected(config: MkDocsConfig, event: str, known: str = "") -> tuple[str, Place]:
    """Return who may have done something at an event, as named in messages, and where the first is listed.

    `known` is the name of the plugin, if it is known.
    """
    names = (
        (known,)
        if known in config.plugins
        else tuple(dict.fromkeys(handler.plugin for handler in handlers(config, event)))
    )
    place = place_of_plugin(names[0], config) if names else Place(Path(config.config_file_path or CONFIG).name)
    return " or ".join(map(named, names)) or "a plugin", place


def refused_plugins(config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return the listed plugins that cannot work with a brief, except those that are switched off."""
    return tuple(
        Problem(
            Code.REFUSED_PLUGIN,
            place_of_plugin(name, config),
            f"{named(name)} {refusal.reason}",
            refusal.way_out,
        )
        for name, plugin in config.plugins.items()
        if (refusal := REFUSED.get(_INSTANCE.sub("", name))) and _is_on(plugin)
    )


def _is_on(plugin: object) -> bool:
    options = getattr(plugin, "config", {})
    return bool(options.get("enabled", True))


def keep_out_of_feeds(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Leave these pages out of the feeds of the plugin `rss`, unless the author says which pages belong there.

    Otherwise each entry of the glossary would be news.
    """
    feeds = [plugin for name, plugin in config.plugins.items() if _INSTANCE.sub("", name) == "rss"]
    if feeds:
        starts = sorted({re.escape(folder or f"{path}") for path in paths for folder in [_folder(path)]})
        for plugin in feeds:
            if plugin.config.get("match_path") == _ALL_PAGES:
                plugin.config["match_path"] = f"(?!{'|'.join(starts)})"


def _folder(path: str) -> str:
    folder, slash, _ = path.partition("/")
    return folder + slash if slash else ""
