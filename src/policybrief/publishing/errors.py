"""Why something was not written to the disk."""

from pathlib import Path


class PublishingError(Exception):
    """A site or a file could not be written: carries the reason and the advice. The previous content is unchanged."""


def reason_of(error: OSError) -> str:
    """Return the system's reason: `No space left on device`."""
    return error.strerror or type(error).__name__


def shown_path(path: Path) -> str:
    """Return a path as a person would type it: relative if it is below the working folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)
