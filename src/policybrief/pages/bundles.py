"""The stylesheets, the scripts and the icon of the site, as files."""

from functools import cache
from importlib.resources import files

from ..assets.packing import (
    NOT_FOUND_SCRIPTS,
    PLAIN_STYLES,
    PREVIEW_SCRIPTS,
    PREVIEW_STYLES,
    SCRIPTLESS_STYLES,
    SITE_SCRIPTS,
    SITE_STYLES,
    packed_scripts,
    packed_styles,
)
from ..model.output import Artifact
from ..wording.words import Words

ICON_PATH = "assets/policybrief.svg"
SCRIPTLESS_PATH = "assets/policybrief-scriptless.css"


def stylesheet() -> Artifact:
    """Return the stylesheet of every page with the theme, to be loaded after the theme's own."""
    return Artifact("assets/policybrief.css", packed_styles(SITE_STYLES))


def plain_stylesheet() -> Artifact:
    """Return the stylesheet of the pages without the theme."""
    return Artifact("assets/policybrief-plain.css", packed_styles(PLAIN_STYLES))


def scriptless_stylesheet() -> Artifact:
    """Return the stylesheet that filters the list of sources without a script."""
    return Artifact(SCRIPTLESS_PATH, packed_styles(SCRIPTLESS_STYLES))


def scripts(words: Words) -> tuple[Artifact, ...]:
    """Return the scripts of every page with the theme, in loading order."""
    return (Artifact("assets/policybrief.js", packed_scripts(SITE_SCRIPTS, words)),)


def not_found_script(words: Words) -> Artifact:
    """Return the script of the "not found" page."""
    return Artifact("assets/policybrief-not-found.js", packed_scripts(NOT_FOUND_SCRIPTS, words))


def preview_stylesheet() -> Artifact:
    """Return the stylesheet of the elements that a preview adds to pages."""
    return Artifact("assets/policybrief-preview.css", packed_styles(PREVIEW_STYLES))


def preview_script() -> Artifact:
    """Return the script that a preview adds to an edited chapter."""
    return Artifact("assets/policybrief-preview.js", packed_scripts(PREVIEW_SCRIPTS))


@cache
def icon() -> Artifact:
    """Return the icon that browsers show beside the title of a page."""
    return Artifact(ICON_PATH, (files("policybrief") / "assets" / "icon.svg").read_bytes())
