"""The stylesheet of the site, as one file."""

from functools import cache
from importlib.resources import files

from ..model.output import Artifact

STYLESHEET_PATH = "assets/policybrief.css"


@cache
def stylesheet() -> Artifact:
    """Return all stylesheets of this package, in the order of their names, as one file of the site.

    It goes behind the theme's own.
    """
    sheets = (sheet for sheet in (files("policybrief") / "assets").iterdir() if sheet.name.endswith(".css"))
    ordered = sorted(sheets, key=lambda sheet: sheet.name)
    return Artifact(STYLESHEET_PATH, b"\n".join(sheet.read_bytes() for sheet in ordered))
