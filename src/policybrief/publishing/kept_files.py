"""Files that outputs keep between builds, in a folder of the project's cache."""

from dataclasses import dataclass
from pathlib import Path

from .atomic_files import replace_file

_MOST_FILES = 60
"""In one folder of names."""


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """Keeps files in a folder, each whole or not at all. It may be deleted at any time."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name; None when nothing was, or it cannot be read."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Keep something; of what is kept under the same folder of names, the oldest goes when it becomes too much."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
        newest_first = sorted(path.parent.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in newest_first[_MOST_FILES:]:
            file.unlink(missing_ok=True)
