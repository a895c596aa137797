"""A new brief that builds at once, for its author to write over."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


class NotEmptyError(Exception):
    """The folder holds files already, which are not written over."""


def start_brief(directory: Path, title: str, date: str) -> tuple[str, ...]:
    """Write the files of a new brief into a new or empty folder; return their paths, relative to it.

    `date` is an ISO date. Raises NotEmptyError.
    """
    if directory.exists() and any(directory.iterdir()):
        raise NotEmptyError(f"'{directory}' is not empty")
    written = []
    for path, content in _files(resources.files(__package__) / "starter", ""):
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content.replace("__TITLE__", _quoted(title)).replace("__DATE__", date), encoding="utf-8")
        written.append(path)
    (directory / "docs").mkdir()
    return tuple(sorted(written))


def _files(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found = []
    for item in folder.iterdir():
        path = f"{prefix}{item.name}"
        if item.is_dir():
            found += _files(item, f"{path}/")
        else:
            found.append((path, item.read_text(encoding="utf-8")))
    return found


def _quoted(title: str) -> str:
    """Return the title as a YAML scalar on one line."""
    words = " ".join(title.split())
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
