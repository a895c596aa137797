"""What of a preview nobody has asked for yet: its pages and files are made when a browser asks for them.

After a save the reader sees one page, which is made first; the others follow as they are opened. What is made is what
the host would have made of it within the build.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from threading import RLock

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ...model.add_ons import AddOnError

log = get_plugin_logger("policybrief")

Files = Callable[[], Iterator[tuple[str, bytes]]]
"""Returns paths in the site, and what is there."""


@dataclass(slots=True)
class UnopenedSite:
    """What is left to make of one state of a site."""

    may_hold: Callable[[str], bool]
    """Whether one of the files may be at a path."""
    make_files: Files
    pages: dict[str, Callable[[], str]] = field(default_factory=dict)
    """What makes each page, by its path in the site."""
    _files_made: bool = False

    def open(self, path: str, folder: Path) -> None:
        """Make what belongs at a path in the site, if it is not made yet, and write it below `folder`."""
        if (make := self.pages.pop(path, None)) is not None:
            _write(folder / path, _page_or_failure(make, path).encode("utf-8", "xmlcharrefreplace"))
        elif not self._files_made and self.may_hold(path):
            self._files_made = True
            for name, content in self.make_files():
                _write(folder / name, content)


@dataclass(slots=True)
class Unopened:
    """What is left of the site that a preview shows, and of the one that takes its place."""

    folder: Path
    """Where the site is that is shown."""
    shown: UnopenedSite | None = None
    lock: RLock = field(default_factory=RLock)
    """Held by a build, and while something is made."""

    def show(self, site: UnopenedSite | None, folder: Path) -> None:
        """Take note that another state of the site is shown, in this folder."""
        self.shown, self.folder = site, folder

    def open(self, path: str) -> bool:
        """Make what belongs at a path, after a build that is going on; return whether it is there."""
        with self.lock:
            if self.shown is not None:
                self.shown.open(path, self.folder)
            return (self.folder / path).is_file()


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


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
