"""Joining the ledgers of two branches on the disk: as git's merge driver, or after git has merged the lines."""

from pathlib import Path

from ..alignment.joining import join
from ..model.ledger import Ledger
from ..reading.ledger import (
    LARGEST_LEDGER,
    has_conflict,
    is_joined_by_lines,
    is_whole,
    ledger_text,
    read_ledger,
    sides_of,
)
from .atomic_files import replace_file
from .errors import PublishingError, reason_of
from .history import unmerged

_BACK = "take it from version control, or data/anchors.lock of the site that was published last"


def merge_files(base: Path, ours: Path, theirs: Path) -> None:
    """Join two versions of a ledger into the file of ours, as git expects from a merge driver.

    The files have any names that git gives them; the base is empty if both branches have added the ledger. Raises
    PublishingError if one of them cannot be read or written; ours is unchanged then.
    """
    sides = [_read(path, name) for path, name in ((base, "base"), (ours, "our side"), (theirs, "their side"))]
    _write(ours, "our side", join(*sides))


def join_conflict(root: Path, name: str) -> bool:
    """Join both sides of a ledger that git could not merge, or merged line by line; return whether that was the case.

    Prefers the sides in git's index, which are complete. Otherwise uses the lines, between git's markers or one block
    below the other. Raises PublishingError if a side cannot be read or the ledger cannot be written.
    """
    path = root / name
    text = _text(path, name)
    if text is None:
        return False
    stages = unmerged(root, name)
    marked = has_conflict(text)
    if stages is not None and (marked or is_joined_by_lines(text) or text.encode() in stages[1:]):
        sides = [_decoded(stage, name) for stage in stages]
        _write(path, name, join(*(_ledger(side, name) for side in sides)))
    elif marked:
        base, ours, theirs = sides_of(text)
        if not is_whole(ours) or not is_whole(theirs):
            raise PublishingError(f"'{name}' is cut off: its last line is missing; {_BACK}")
        past = _ledger(base, name, joined=True) if "\n|||||||" in f"\n{text}" else Ledger()
        _write(path, name, join(past, _ledger(ours, name, joined=True), _ledger(theirs, name, joined=True)))
    elif is_joined_by_lines(text):
        join_lines(root, name)
    else:
        return False
    return True


def join_lines(root: Path, name: str) -> None:
    """Accept the lines of a ledger as a person or git has joined them; the text decides between several lines for an
    id.

    Raises PublishingError if a line is faulty, or if the file cannot be read or written.
    """
    text = _text(root / name, name)
    if text is not None:
        _write(root / name, name, _ledger(text, name, joined=True))


def _read(path: Path, name: str) -> Ledger:
    text = _text(path, name)
    if text and has_conflict(text):
        raise PublishingError(
            f"{name} of the merge has git's conflict markers in it: run 'policybrief anchors update' there, "
            "commit the ledger, and merge again"
        )
    return _ledger(text or "", f"{name} of the merge")


def _text(path: Path, name: str) -> str | None:
    """Return the text of a file, or None if it does not exist."""
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > LARGEST_LEDGER:
            raise PublishingError(f"'{name}' has more than {LARGEST_LEDGER:,} bytes; {_BACK}")
        return _decoded(path.read_bytes(), name)
    except OSError as error:
        raise PublishingError(f"'{name}' cannot be read: {reason_of(error)}") from error


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PublishingError(f"'{name}' is not UTF-8 text; {_BACK}") from error


def _ledger(text: str, name: str, *, joined: bool = False) -> Ledger:
    """Return the ledger in a text, an empty one for no text; raises PublishingError for a fault in it."""
    if not text:
        return Ledger()
    ledger, problems = read_ledger(text, name, joined=joined)
    if problems:
        raise PublishingError("\n".join(map(str, problems[:10])))
    return ledger


def _write(path: Path, name: str, ledger: Ledger) -> None:
    try:
        replace_file(path, ledger_text(ledger).encode())
    except OSError as error:
        raise PublishingError(f"'{name}' cannot be written: {reason_of(error)}") from error
