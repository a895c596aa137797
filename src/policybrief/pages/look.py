"""The stylesheet of the site, as one file, and its scripts."""

from functools import cache
from importlib.resources import files

from ..model.output import Artifact

STYLESHEET_PATH = "assets/policybrief.css"
SCRIPT_PATH = "assets/policybrief.js"


@cache
def stylesheet() -> Artifact:
    """Return all stylesheets of this package, in the order of their names, as one file of the site.

    It goes behind the theme's own.
    """
    sheets = (sheet for sheet in (files("policybrief") / "assets").iterdir() if sheet.name.endswith(".css"))
    ordered = sorted(sheets, key=lambda sheet: sheet.name)
    return Artifact(STYLESHEET_PATH, b"\n".join(sheet.read_bytes() for sheet in ordered))


_SCRIPTS = ("find.js", "cite.js", "cite-controls.js", "card-words.js", "cards.js", "folder.js", "search-start.js")
"""In the order in which they must run."""


@cache
def scripts() -> tuple[Artifact, ...]:
    """Return the scripts of this package as one file of the site: it packs smaller than its parts."""
    folder = files("policybrief") / "assets"
    return (Artifact(SCRIPT_PATH, b"\n".join((folder / name).read_bytes() for name in _SCRIPTS)),)


@cache
def plain_stylesheet() -> Artifact:
    """Return the stylesheet of the pages that stand without the theme."""
    return Artifact(
        "assets/policybrief-plain.css", (files("policybrief") / "assets" / "plain" / "plain.css").read_bytes()
    )
