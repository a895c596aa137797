"""A new brief that builds right away, with sample content for its author to replace."""

import os
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ..model.problems import Place
from ..reading.text import refused_in, shown
from ..reading.values import html_problem
from .errors import PublishingError, reason_of
from .staging import Staging, stage

MERGE_DRIVER = 'git config merge.policybrief.driver "policybrief anchors merge %O %A %B"'
"""The command to run once in every clone of a brief: git takes merge driver commands only from there."""


class NotStartedError(Exception):
    """The folder cannot contain a new brief: carries the reason and the advice."""


def start_brief(directory: Path, title: str, date: str) -> tuple[str, ...]:
    """Write the files of a new brief into a new or empty folder; return their paths, relative to it.

    `date` is an ISO date. In a new folder, the files appear all at once. Leftovers of a killed attempt are deleted, or
    completed if its files were about to appear. Raises NotStartedError; the attempt leaves nothing behind.
    """
    if not str(directory).isprintable():
        raise NotStartedError(f"'{directory}' contains invisible characters; name the folder without them")
    if refused := refused_in(title):
        raise NotStartedError(f"the title holds a {refused}; leave it out")
    if html := html_problem(title, Place("")):
        raise NotStartedError(f"the title: {html.message}; {html.hint}")
    files = {
        path: content.replace("__TITLE__", _quoted(title)).replace("__DATE__", date)
        for path, content in _files(resources.files(__package__) / "starter", "")
    }
    named = shown(str(directory))[1:-1]
    if os.path.islink(directory) and not os.path.exists(directory):  # noqa: PTH110, PTH114 - a name may be too long
        raise NotStartedError(f"cannot write into '{named}': it is a broken link")
    try:
        staging = stage(directory, any_folder=True, keep_folder=True)
        try:
            if not staging.recovered:
                _fill(directory, staging, files)
        finally:
            staging.discard()
    except (PublishingError, OSError) as error:
        reason = error if isinstance(error, OSError) else error.__cause__
        if not isinstance(reason, OSError):
            raise NotStartedError(str(error)) from error
        raise NotStartedError(f"cannot write into '{named}': {reason_of(reason)}") from error
    return tuple(sorted(files))


def _fill(directory: Path, staging: Staging, files: Mapping[str, str]) -> None:
    if directory.exists() and any(entry != staging.workshop for entry in staging.target.iterdir()):
        raise NotStartedError(f"'{directory}' is not empty; name a new folder")
    for path, content in files.items():
        staging.write(path, content.encode())
    staging.install()


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
