"""Files other than chapters and pages that are left out, and the messages about them.

Temporary files of programs are left out without a message. Files that an author may have meant are named.
"""

from ..model.problems import Code, Place, Problem, Severity
from .text import shown

_ENDINGS = ("~", ".bak", ".orig", ".swp", ".tmp")
_LEAVINGS = (*(f"*{ending}" for ending in _ENDINGS), "~$*", "#*#", "Thumbs.db", "ehthumbs.db", "desktop.ini")
"""Temporary files of editors, office programs, Windows and macOS, as `.gitignore` patterns."""
_NAMES = frozenset(name.casefold() for name in _LEAVINGS if "*" not in name)
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".rmd", ".qmd")
"""Extensions that other programs use for Markdown."""
EXCLUDED = (*(pattern.replace("#", "\\#", 1) for pattern in _LEAVINGS), "_*.md")
"""The author's pages and files that are left out, as `.gitignore` patterns."""


def is_left_behind(name: str) -> bool:
    """Return whether a file with that name is a temporary file of a program."""
    return (
        name.endswith(_ENDINGS)
        or name.startswith("~$")
        or (name.startswith("#") and name.endswith("#"))
        or name.casefold() in _NAMES
    )


def is_draft(name: str) -> bool:
    """Return whether the name marks a page as a draft: `_draft.md`."""
    return name.startswith("_") and name.endswith(".md")


def draft(path: str) -> Problem:
    """Return the note about a page that is left out because of its name."""
    seen = f"{shown(path)} is left out because its name begins with '_'"
    return Problem(Code.UNREAD_FILE, Place(path), seen, "remove the '_' to publish it", Severity.NOTE)


def unread(path: str, what: str, becomes: str) -> Problem | None:
    """Return the warning about a file that looks like Markdown but is not read as such, or None.

    `what` it would be under the right name, such as `a chapter`; `becomes` says what is done with it instead.
    """
    stem, dot, ending = path.rpartition(".")
    if path.endswith(".md") or f"{dot}{ending.lower()}" not in _MARKDOWN:
        return None
    name = stem.rpartition("/")[2]
    seen = f"{shown(path)} {becomes}: the name of {what} must end in '.md', in lowercase"
    return Problem(Code.UNREAD_FILE, Place(path), seen, f"rename it to '{name}.md', or move it elsewhere")
