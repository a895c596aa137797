"""Files that outputs read and cache; the host decides how."""

from typing import Protocol


class KeptFiles(Protocol):
    """Keeps results that take long to make, from one build to the next."""

    def read(self, name: str) -> bytes | None:
        """Return the complete content kept under a name, or None."""

    def write(self, name: str, content: bytes) -> None:
        """Keep content under a name, which must identify everything that the content depends on."""


class NothingKept:
    """Keeps nothing."""

    def read(self, name: str) -> bytes | None:  # noqa: ARG002
        """Return None."""
        return None

    def write(self, name: str, content: bytes) -> None:
        """Keep nothing."""


def no_file(path: str) -> bytes | None:  # noqa: ARG001
    """Return None: the author has no files."""
    return None
