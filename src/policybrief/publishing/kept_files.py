"""Files that outputs cache between builds, in a folder of the project's cache."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from .atomic_files import replace_file

_MOST_FILES = 60
"""In one folder of names."""
_DIGEST = 32
"""The bytes before the content: its hash."""


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """Caches files in a folder, each complete or not at all. The folder may be deleted at any time; nothing depends on
    it.
    """

    folder: Path

    def read(self, name: str) -> bytes | None:
        """Return the content cached under a name, or None if there is none or it is damaged or unreadable."""
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            return None
        content = kept[_DIGEST:]
        return content if kept[:_DIGEST] == _digest(content) else None

    def write(self, name: str, content: bytes) -> None:
        """Cache content; if there is too much under the same folder of names, the oldest is deleted.

        Content that cannot be written is not cached.
        """
        path = self.folder / name
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, _digest(content) + content)
            newest_first = sorted(path.parent.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in newest_first[_MOST_FILES:]:
                file.unlink(missing_ok=True)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
