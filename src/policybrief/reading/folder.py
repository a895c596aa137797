"""The project's folder: no file outside it is read, whatever a path or a link says."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.problems import Code, Place, Problem, did_you_mean
from .left_out import is_left_behind
from .text import LARGEST_FILE, decoded, shown, too_large

MOST_PAGES = 3_000
"""Limit for chapters, and for other pages."""
DEEPEST_FOLDER = 20
"""Limit for nested folders."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The project's folder, and the problems of reading from it."""

    root: Path
    problems: list[Problem]

    def refuse(self, code: Code, path: str, seen: str, hint: str = "") -> None:
        self.problems.append(Problem(code, Place(path), seen, hint))

    def read(self, path: str, if_missing: str = "", largest: int = LARGEST_FILE) -> str | None:
        """Return the text of the file, or report why it cannot be read and return None.

        `if_missing` is the hint for a missing file; without one, it may be missing. A file of more than `largest` bytes
        is refused.
        """
        if not os.path.lexists(self.root / path):
            if if_missing:
                self.refuse_missing(path, if_missing)
            return None
        if not self.holds(path):
            return None
        try:
            return self.content(path, self.root / path, largest)
        except OSError as error:
            self.refuse_unreadable(path, error)
            return None

    def content(self, path: str, file: Path, largest: int = LARGEST_FILE) -> str | None:
        data = self.data(path, file, largest)
        if data is None:
            return None
        text, problems = decoded(data, path, largest)
        self.problems.extend(problems)
        return text

    def data(self, path: str, file: Path, largest: int = LARGEST_FILE) -> bytes | None:
        """Return the bytes of a file; report why, and return None, if it is not a file or has more than `largest`.

        Raises OSError if it cannot be read.
        """
        if not file.is_file():  # reading a pipe or a device would never end
            self.refuse(Code.UNREADABLE_FILE, path, f"{shown(path)} is not a file", "put a file in its place")
            return None
        if (size := file.stat().st_size) > largest:
            self.problems.append(too_large(path, size, largest))
            return None
        return file.read_bytes()

    def refuse_unreadable(self, path: str, error: OSError) -> None:
        self.refuse(Code.UNREADABLE_FILE, path, f"cannot read it: {error.strerror}", "check its permissions")

    def refuse_too_many(self, path: str, pages: int) -> bool:
        """Tell whether a folder has more pages than the limit, and report it if so."""
        if pages <= MOST_PAGES:
            return False
        seen = f"there are {pages:,} pages in {shown(path)}; the limit is {MOST_PAGES:,}"
        self.refuse(Code.TOO_COMPLEX, path, seen, "divide it into several sites")
        return True

    def refuse_missing(self, path: str, hint: str) -> None:
        beside = (self.root / path).parent
        names = [entry.name for entry in beside.iterdir()] if beside.is_dir() else []
        near = did_you_mean(path.rpartition("/")[2], names, hint)
        self.refuse(Code.MISSING_FILE, path, f"there is no {shown(path)}", near)

    def holds(self, path: str) -> bool:
        """Tell whether the path stays in the project after its symbolic links are followed, and report it if not."""
        real = Path(os.path.realpath(self.root / path))
        inside = real.is_relative_to(os.path.realpath(self.root))
        if not inside:
            seen = f"{shown(path)} is a link to something outside the project"
            self.refuse(Code.UNREADABLE_FILE, path, seen, "put the file itself in the project")
        return inside

    def entries(self, top: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield path and entry of the contents of a folder, in order of names.

        Hidden and temporary files are skipped.

        Folders that lead out of the project or cannot be read, and names that cannot be printed, are reported.
        """
        if not self.holds(top):
            return
        if top.count("/") >= DEEPEST_FOLDER:
            outermost = top.partition("/")[0]
            seen = f"folders are nested more than {DEEPEST_FOLDER} levels deep"
            self.refuse(Code.TOO_COMPLEX, outermost, seen, "move their contents to a higher level")
            return
        try:
            found = sorted(os.scandir(self.root / top), key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(Code.UNREADABLE_FILE, top, f"cannot read the folder: {error.strerror}")
            return
        for entry in found:
            if entry.name.startswith(".") or is_left_behind(entry.name):
                continue
            if entry.name.isprintable():
                yield f"{top}/{entry.name}", entry
            else:
                hint = "rename it, without line breaks and invisible characters"
                self.refuse(Code.CONTROL_CHARACTER, top, f"the name {shown(entry.name)} of a file or folder", hint)
