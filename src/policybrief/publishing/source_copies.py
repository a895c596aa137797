"""Writing the folder of kept copies, for `policybrief sources keep`.

Each copy is three files with a common prefix: the original file, its text, and a record of both. The record is written
last: a copy without one does not count.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..model.source_copies import RECORD_ENDING, TEXT_ENDING, copy_beginning
from .atomic_files import clear_parts, create_file, replace_file
from .errors import PublishingError, reason_of

_ATTRIBUTES = b"# KeptCopy copies are compared by their bytes.\n* -text\n"
_DATE = "kept:"
_OWN = "# Written by 'policybrief sources keep'."


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """The result of keeping a file."""

    path: str
    """Of the copy, relative to the project."""
    text_path: str
    """Of its words."""
    new: bool
    """Whether it was not kept before."""


def keep_copy(
    root: Path, folder: str, source: str, content: bytes, *, ending: str, text: str, date: str, address: str = ""
) -> KeptCopy:
    """Write a file of a source into the folder of kept copies; the same file again changes nothing.

    Changed or lost parts of an earlier copy are restored. `ending` is its file extension, `text` its text, `date` the
    ISO date on which it was read, `address` the origin of a page in an archive. Raises PublishingError; an incomplete
    copy does not count, and is completed the next time.
    """
    digest, words = sha256(content).hexdigest(), text.encode()
    # The key is part of it, because on some systems `un2020` and `UN2020` are the same name.
    stem = copy_beginning(source) + sha256(f"{source} {digest}".encode()).hexdigest()[:12]
    plain_address = address.replace("'", "''")
    lines = (
        _OWN,
        f"source: {source}",
        f"file: {stem}{ending}",
        f"{_DATE} {date}",
        f"bytes: {len(content)}",
        f"sha256: {digest}",
        f"text-sha256: {sha256(words).hexdigest()}",
        *([f"address: '{plain_address}'"] if address else []),
    )
    top = root / folder
    try:
        top.mkdir(parents=True, exist_ok=True)
        clear_parts(top)  # left by a process that was killed after everything was in place
        if not os.path.lexists(top / ".gitattributes"):
            _put(top / ".gitattributes", _ATTRIBUTES)
        _put(top / f"{stem}{ending}", content)
        _put(top / f"{stem}{TEXT_ENDING}", words)
        record = top / f"{stem}{RECORD_ENDING}"
        new = not _says_the_same(record, lines)
        if new:
            _put(record, "\n".join((*lines, "")).encode())
    except OSError as error:
        raise PublishingError(f"cannot write into '{folder}': {reason_of(error)}") from error
    return KeptCopy(f"{folder}/{stem}{ending}", f"{folder}/{stem}{TEXT_ENDING}", new)


def _says_the_same(record: Path, lines: Iterable[str]) -> bool:
    """Tell whether a record already says this, with any date."""
    if not record.is_file():
        return False
    there = record.read_text("utf-8", "replace").splitlines()
    return [line for line in there if not line.startswith(_DATE)] == [
        line for line in lines if not line.startswith(_DATE)
    ]


def _put(path: Path, content: bytes) -> None:
    """Write a file, unless it is there with this content."""
    if path.is_file():
        if path.read_bytes() != content:
            replace_file(path, content)
        return
    with suppress(FileExistsError):  # another process was faster
        create_file(path, content)
