"""Why something was not put on the disk."""

from pathlib import Path


class PublishingError(Exception):
    """A site or a file could not be written: why, and what to do. What was there before is as it was."""


def reason_of(error: OSError) -> str:
    """Return what the system said, in its own words: `No space left on device`."""
    return error.strerror or type(error).__name__


def shown_path(path: Path) -> str:
    """Return a path as a person would type it: relative when it is below the working folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)
