"""The theme as a brief wears it: our templates in front of its own, and no part of it that ours take the place of."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ...pages.bundles import ICON_PATH

THEME_ICON = "assets/images/favicon.png"
"""What Material shows beside the title of a page unless told otherwise: its own sign."""

_SEARCH_SHIM = "iframe-worker"


def dress(config: MkDocsConfig) -> None:
    """Put our templates after those of the author's own folder and before the theme's; settle what Material does."""
    ours = str(Path(__file__).with_name("theme"))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, ours)
    if config.theme.name == "material":
        _settle_material(config)
    elif "highlightjs" in config.theme:
        # It comes from a third party, and where it cannot be had its call is an error on every page.
        config.theme["highlightjs"] = False


def _settle_material(config: MkDocsConfig) -> None:
    features = config.theme["features"]
    if "toc.integrate" not in features:
        # Notes stand where the theme would put the contents.
        config.theme["features"] = [*features, "toc.integrate"]
    # Its fonts come from a third party, and the brief brings its own.
    config.theme["font"] = False
    if config.theme["favicon"] == THEME_ICON and not Path(config.docs_dir, THEME_ICON).is_file():
        config.theme["favicon"] = ICON_PATH
    search = config.plugins.get("material/search")
    if search is not None:
        # Its worker and its index would load beside ours.
        search.config["enabled"] = False


def without_search_shim(config: MkDocsConfig) -> None:
    """Take out the script that Material's plugin `offline` loads from elsewhere for a search that ours replaces."""
    if "polyfills" in config.extra:
        config.extra["polyfills"] = [script for script in config.extra["polyfills"] if _SEARCH_SHIM not in str(script)]
