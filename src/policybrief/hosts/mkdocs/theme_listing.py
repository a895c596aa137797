"""The files of a theme, found without a look at its hidden folders.

MkDocs lists all of a theme and drops what is hidden. Material has 14,000 icons in a hidden folder, and to list and drop
them takes longer than to write a small brief.
"""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig


class VisibleFilesLoader(FileSystemLoader):
    """Loads whatever is asked for, and lists what is not hidden."""

    def list_templates(self) -> list[str]:
        """Return the paths of all files that are in no hidden folder, from the folder of the theme, in order."""
        return sorted({name for folder in self.searchpath for name in _visible_files(Path(folder))})


def list_visible_files(config: MkDocsConfig) -> None:
    """Let the host list the visible files of its theme alone."""
    make = config.theme.get_env

    def get_env() -> Environment:
        env = make()
        if type(env.loader) is FileSystemLoader:
            env.loader = VisibleFilesLoader(env.loader.searchpath, env.loader.encoding, env.loader.followlinks)
        return env

    object.__setattr__(config.theme, "get_env", get_env)


def _visible_files(folder: Path) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = PurePath(path).relative_to(folder)
        yield from ((here / name).as_posix() for name in files)
