"""A new brief that builds at once, for its author to write over."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ..model.problems import Place
from ..reading.text import refused_in, shown
from ..reading.values import html_problem


class NotStartedError(Exception):
    """The folder cannot hold a new brief: why, and what to do."""


def start_brief(directory: Path, title: str, date: str) -> tuple[str, ...]:
    """Write the files of a new brief into a new or empty folder; return their paths, relative to it.

    `date` is an ISO date. Raises NotStartedError.
    """
    if not str(directory).isprintable():
        raise NotStartedError(f"'{directory}' holds characters that show nothing; name the folder without them")
    if refused := refused_in(title):
        raise NotStartedError(f"the title holds a {refused}; leave it out")
    if html := html_problem(title, Place("")):
        raise NotStartedError(f"the title: {html.message}; {html.hint}")
    written = []
    try:
        if directory.exists() and any(directory.iterdir()):
            raise NotStartedError(f"'{directory}' is not empty; name a new folder")
        for path, content in _files(resources.files(__package__) / "starter", ""):
            target = directory / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content.replace("__TITLE__", _quoted(title)).replace("__DATE__", date), encoding="utf-8")
            written.append(path)
    except OSError as error:
        raise NotStartedError(f"cannot write into '{shown(str(directory))[1:-1]}': {error.strerror}") from error
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
