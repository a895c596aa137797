"""The folder of kept copies: a record for each file, and the text found in it.

`policybrief sources keep` writes them. The folder is never published.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..model.problems import Code, Problem
from ..model.source_copies import LARGEST_COPY, RECORD_ENDING, TEXT_ENDING, SourceCopy, copy_beginning
from .fields import fields_of, parsed, root_of
from .folder import Folder
from .text import LARGEST_FILE, shown
from .values import date, plain_text

_KEYS = ("source", "file", "kept", "bytes", "sha256", "text-sha256", "address")
_HINT = "run 'policybrief sources keep' with the file again, or remove what is left of the copy"


@dataclass(frozen=True, slots=True)
class _CopyRecord:
    source: str
    file: str
    kept: str
    size: int
    file_hash: str
    text_hash: str


def read_copies(folder: Folder, top: str, sources: Collection[str]) -> tuple[SourceCopy, ...]:
    """Return the copies of these sources in the folder `top`; problems are reported in `folder`.

    The text is compared with its hash, but files, which may be large, only with their size.
    """
    beginnings = tuple(map(copy_beginning, sources))
    if not beginnings or not os.path.lexists(folder.root / top):
        return ()
    paths = [path for path, _ in folder.entries(top) if path.rpartition("/")[2].startswith(beginnings)]
    copies = (copy for path in paths for copy in _copy(folder, path, whole=False))
    return tuple(copy for copy in copies if copy.source in sources)


def every_copy(root: Path, top: str) -> tuple[tuple[SourceCopy, ...], tuple[Problem, ...]]:
    """Return all copies in the folder `top` of a project, each file compared with its hash, and their problems."""
    folder = Folder(root, [])
    if not os.path.lexists(root / top):
        return (), ()
    copies = tuple(copy for path, _ in folder.entries(top) for copy in _copy(folder, path, whole=True))
    return copies, tuple(folder.problems)


def _copy(folder: Folder, path: str, *, whole: bool) -> Iterator[SourceCopy]:
    """Yield the copy with the record at `path`, if it is valid."""
    if not path.endswith(RECORD_ENDING):
        return
    text = folder.read(path)
    record = None if text is None else _record(text, path, folder.problems)
    if record is None:
        return
    top = path.rpartition("/")[0]
    copy = SourceCopy(
        record.source, f"{top}/{record.file}", f"{path.removesuffix(RECORD_ENDING)}{TEXT_ENDING}", record.kept, ""
    )
    words = _kept_bytes(folder, copy.text_path, LARGEST_FILE)
    if words is None:
        yield _faulty(copy, copy.text_path, "is missing", folder)
    elif sha256(words).hexdigest() != record.text_hash:
        yield _faulty(copy, copy.text_path, "was changed", folder)
    elif fault := _file_fault(folder, copy.path, record, whole=whole):
        yield _faulty(copy, copy.path, fault, folder)
    else:
        yield replace(copy, text=words.decode("utf-8", "replace"))


def _file_fault(folder: Folder, path: str, record: _CopyRecord, *, whole: bool) -> str:
    file = folder.root / path
    if not file.is_file() or not folder.holds(path):
        return "is missing"
    content = _kept_bytes(folder, path, LARGEST_COPY) if whole else None
    same = file.stat().st_size == record.size and (
        not whole or (content is not None and sha256(content).hexdigest() == record.file_hash)
    )
    return "" if same else "was changed"


def _kept_bytes(folder: Folder, path: str, largest: int) -> bytes | None:
    """Return the content of a file of a copy, or None if it is missing or far too large."""
    file = folder.root / path
    if not file.is_file() or not folder.holds(path) or file.stat().st_size > largest:
        return None
    try:
        return file.read_bytes()
    except OSError as error:
        folder.refuse_unreadable(path, error)
        return None


def _faulty(copy: SourceCopy, path: str, fault: str, folder: Folder) -> SourceCopy:
    seen = f"{shown(path.rpartition('/')[2])}, kept for '{copy.source}' on {copy.kept}, {fault}"
    folder.refuse(Code.CHANGED_COPY, path, seen, _HINT)
    return replace(copy, fault=fault)


def _record(text: str, path: str, problems: list[Problem]) -> _CopyRecord | None:
    node = root_of(text, path, problems)
    fields = fields_of(node, "this record", _KEYS, problems, required=_KEYS[:-1]) if node is not None else None
    if fields is None:
        return None
    source, name = fields.take("source", plain_text), fields.take("file", _name)
    kept, size = fields.take("kept", date), fields.take("bytes", _size)
    file_hash, text_hash = fields.take("sha256", _hash), fields.take("text-sha256", _hash)
    if source and name and kept and size is not None and file_hash and text_hash:
        return _CopyRecord(source, name, kept.edtf, size, file_hash, text_hash)
    return None


def _matching(pattern: str, noun: str, text: str) -> str:
    if not re.fullmatch(pattern, text):
        raise ValueError(f"{shown(text)} is not {noun}")
    return text


def _whole_number(text: str) -> int:
    return int(_matching("[0-9]{1,12}", "a number of bytes", text))


_name = parsed(partial(_matching, r"[A-Za-z0-9_.-]+", "the name of a kept file"), Code.BAD_VALUE, _HINT)
_hash = parsed(partial(_matching, "[0-9a-f]{64}", "a SHA-256 hash"), Code.BAD_VALUE, _HINT)
_size = parsed(_whole_number, Code.BAD_VALUE, _HINT)
