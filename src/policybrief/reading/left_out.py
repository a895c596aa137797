"""Files that are not chapters and pages that are left out, and how that is told.

What programs leave behind is left out without a word. What an author may have meant is named.
"""

from ..model.problems import Code, Place, Problem, Severity
from .text import shown

_ENDINGS = ("~", ".bak", ".orig", ".swp", ".tmp")
_LEAVINGS = (*(f"*{ending}" for ending in _ENDINGS), "~$*", "#*#", "Thumbs.db", "ehthumbs.db", "desktop.ini")
"""What editors, office programs, Windows and macOS leave behind, as patterns of `.gitignore`."""
_NAMES = frozenset(name.casefold() for name in _LEAVINGS if "*" not in name)
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".rmd", ".qmd")
"""The endings of files that other programs take for Markdown."""
EXCLUDED = (*(pattern.replace("#", "\\#", 1) for pattern in _LEAVINGS), "_*.md")
"""What is left out of the author's own pages and files, as patterns of `.gitignore`."""


def is_left_behind(name: str) -> bool:
    """Return whether a file of that name was left behind by a program, and means nothing to the author."""
    return (
        name.endswith(_ENDINGS)
        or name.startswith("~$")
        or (name.startswith("#") and name.endswith("#"))
        or name.casefold() in _NAMES
    )


def is_draft(name: str) -> bool:
    """Return whether the name says that a page is not to be published yet: `_draft.md`."""
    return name.startswith("_") and name.endswith(".md")


def draft(path: str) -> Problem:
    """Return the note about a page that is left out for its name."""
    seen = f"{shown(path)} is left out because its name begins with '_'"
    return Problem(Code.UNREAD_FILE, Place(path), seen, "remove the '_' to publish it", Severity.NOTE)


def unread(path: str, what: str, becomes: str) -> Problem | None:
    """Return the warning about a file that looks like Markdown and is not read as such; None about any other.

    `what` it would be under its right name, such as `a chapter`; `becomes` what is done with it instead.
    """
    stem, dot, ending = path.rpartition(".")
    if path.endswith(".md") or f"{dot}{ending.lower()}" not in _MARKDOWN:
        return None
    name = stem.rpartition("/")[2]
    seen = f"{shown(path)} {becomes}: the name of {what} must end in '.md', in lowercase"
    return Problem(Code.UNREAD_FILE, Place(path), seen, f"rename it to '{name}.md', or move it elsewhere")
