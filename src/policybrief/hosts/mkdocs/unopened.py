"""The pages and files of a preview that nobody has opened yet, made when a browser requests them.

After a save the reader sees one page, which is made first; the others follow as they are opened. The result is what the
host would have made within the build.
"""

import logging
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from threading import RLock

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ...model.add_ons import AddOnError

log = get_plugin_logger("policybrief")

Files = Callable[[], Iterator[tuple[str, bytes]]]
"""Returns paths in the site, and what is there."""


class UnopenedSite:
    """What is left to make of one state of a site."""

    def __init__(self, may_hold: Callable[[str], bool], make_files: Files) -> None:
        """`may_hold` says whether one of the files may be at a path."""
        self._may_hold = may_hold
        self._make_files = make_files
        self._files_made = False
        self._pages: dict[str, Callable[[], str]] = {}

    def leave(self, path: str, make: Callable[[], str]) -> None:
        """Leave the page at a path in the site to `make` it later."""
        self._pages[path] = make

    def open(self, path: str, folder: Path) -> None:
        """Make what belongs at a path in the site, if it is not made yet, and write it below `folder`."""
        if (make := self._pages.pop(path, None)) is not None:
            _write(folder / path, _page_or_failure(make, path).encode("utf-8", "xmlcharrefreplace"))
        elif not self._files_made and self._may_hold(path):
            self._files_made = True
            for name, content in self._make_files():
                _write(folder / name, content)


class Unopened:
    """What is left to make of the site that a preview shows."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the site is that is shown, all of which is made."""
        self.folder = folder
        self.shown: UnopenedSite | None = None
        self.lock = RLock()
        """Held by a build, and while something is made."""

    def show(self, site: UnopenedSite | None, folder: Path) -> None:
        """Record that another state of the site is shown, in this folder."""
        self.shown, self.folder = site, folder

    def open(self, path: str) -> bool:
        """Make what belongs at a path, after a build that is going on; return whether it is there."""
        with self.lock:
            if self.shown is not None:
                self.shown.open(path, self.folder)
            return _is_there(self.folder / path)


def say_nothing_of_skipped_pages() -> None:
    """Keep the host from telling of each page that there is nothing to write for it."""
    host = logging.getLogger(f"{log.logger.name.partition('.')[0]}.commands.build")
    host.addFilter(_tells_of_no_page)


def _tells_of_no_page(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith("Page skipped:")


def _page_or_failure(make: Callable[[], str], path: str) -> str:
    try:
        return make()
    except (PluginError, AddOnError) as error:
        log.error("%s: %s", path, error)  # noqa: TRY400 - no traceback
        return f"<!doctype html><title>{escape(path)}</title><pre>{escape(str(error))}</pre>"


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        # Anything may be asked for, also names that are longer than the system allows.
        return False


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
