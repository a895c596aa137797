"""The theme's settings for a brief: our templates before its own, and its replaced parts switched off."""

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from ...pages.bundles import ICON_PATH
from ...wording.words import Words
from .theme_listing import list_visible_files

THEME_ICON = "assets/images/favicon.png"
"""What Material shows beside the title of a page unless told otherwise: its own sign."""

EARLY_FONTS = "policybrief_fonts"
"""The setting of the theme that says which fonts a page fetches before its stylesheets name them."""
_SEARCH_SHIM = "iframe-worker"


def dress(config: MkDocsConfig, words: Words) -> None:
    """Put our templates after those of the author's own folder and before the theme's; settle what Material does."""
    ours = str(Path(__file__).with_name("theme"))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, ours)
    list_visible_files(config)
    if config.theme.name == "material":
        _settle_material(config)
        _speak(config, words)
    elif "highlightjs" in config.theme:
        # It comes from a third party, and where it cannot be had its call is an error on every page.
        config.theme["highlightjs"] = False


def _speak(config: MkDocsConfig, words: Words) -> None:
    """Let Material speak the language of the brief, if it can and its author has not chosen another for it."""
    primary = words.language.partition("-")[0]
    if config.theme["language"] == "en":
        known = (name for name in (words.language, primary) if _speaks(config, name))
        config.theme["language"] = next(known, "en")
    # Our partial of the theme says these of the page, whatever language the theme itself speaks.
    config.theme["policybrief_language"] = words.language
    config.theme["policybrief_direction"] = words.direction


def _speaks(config: MkDocsConfig, language: str) -> bool:
    return any(Path(folder, "partials", "languages", f"{language}.html").is_file() for folder in config.theme.dirs)


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


def deferred_script(path: str) -> ExtraScriptValue:
    """Return a script that runs when the page stands. No module: those do not load from a folder opened by hand."""
    value = ExtraScriptValue(path)
    value.defer = True
    return value
