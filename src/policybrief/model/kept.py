"""Files that outputs take and keep: who reads and writes them is for the host to say."""

from typing import Protocol


class KeptFiles(Protocol):
    """Keeps what takes long to make, between one build and the next."""

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name, whole; None when nothing was."""

    def write(self, name: str, content: bytes) -> None:
        """Keep something under a name, which must tell all that it was made from."""


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
