"""The stylesheet of the site, as one file, and its scripts."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rjsmin import jsmin

from ..model.output import Artifact

STYLESHEET_PATH = "assets/policybrief.css"
SCRIPT_PATH = "assets/policybrief.js"
ICON_PATH = "assets/policybrief.svg"


@cache
def stylesheet() -> Artifact:
    """Return all stylesheets of this package, in the order of their names, as one file of the site.

    It goes behind the theme's own.
    """
    sheets = (sheet for sheet in (files("policybrief") / "assets").iterdir() if sheet.name.endswith(".css"))
    ordered = sorted(sheets, key=lambda sheet: sheet.name)
    return Artifact(STYLESHEET_PATH, "\n".join(map(_packed, ordered)).encode())


_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^\s+", re.MULTILINE)


def _packed(file: Traversable) -> str:
    """Return one of our sheets without what only its authors need: comments, indentation, empty lines.

    A comment stands on lines of its own.
    """
    return _INDENTATION.sub("", _COMMENT.sub("", file.read_text(encoding="utf-8")))


_SCRIPTS = (
    "base.js",
    "keys.js",
    "copy.js",
    "find.js",
    "cite.js",
    "cite-controls.js",
    "card-words.js",
    "cards.js",
    "reading-strip.js",
    "folder.js",
    "search-start.js",
)
"""In the order in which they must run."""


@cache
def scripts() -> tuple[Artifact, ...]:
    """Return the scripts of this package as one file of the site: it packs smaller than its parts."""
    folder = files("policybrief") / "assets"
    code = "\n".join((folder / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return (Artifact(SCRIPT_PATH, jsmin(code).encode()),)


@cache
def not_found_script() -> Artifact:
    """Return the script of the page for addresses that lead nowhere."""
    code = (files("policybrief") / "assets" / "not-found.js").read_text(encoding="utf-8")
    return Artifact("assets/policybrief-not-found.js", jsmin(code).encode())


@cache
def icon() -> Artifact:
    """Return the sign that a browser shows beside the title of a page."""
    return Artifact(ICON_PATH, (files("policybrief") / "assets" / "icon.svg").read_bytes())


@cache
def plain_stylesheet() -> Artifact:
    """Return the stylesheet of the pages that stand without the theme."""
    return Artifact(
        "assets/policybrief-plain.css", (files("policybrief") / "assets" / "plain" / "plain.css").read_bytes()
    )
