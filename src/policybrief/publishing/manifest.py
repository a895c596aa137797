"""The hashes of all files of a site, written beside them, and the comparison of a copy with them.

`manifest.sha256` has the format of `sha256sum` (GNU coreutils), so `sha256sum --check manifest.sha256` works too. It
lists what the build meant to write. Hidden files, such as those in `.git`, are part of a site only if it lists them.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from ..reading.text import shown

NAME = "manifest.sha256"
_LARGEST = 40_000_000
"""In bytes: some four hundred thousand files."""
_LONGEST_PATH = 4_096
_READ_IN_PARTS = 4_000_000
"""In bytes: larger files are read in pieces."""
_LINE = re.compile(r"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64}) [ *](?P<path>.+)")
_ESCAPE = "\\"
_ESCAPED = re.compile(r"\\([\\nr])")
_MEANT = {"\\": "\\", "n": "\n", "r": "\r"}


class ManifestError(Exception):
    """The manifest is missing or invalid: carries the reason and the advice."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences between a copy and its manifest; paths are POSIX, relative to the site, and sorted."""

    files: int
    """The number of files in the manifest."""
    changed: tuple[str, ...] = ()
    line_ends: tuple[str, ...] = ()
    """Files that differ only in their line endings, as after a copy in text mode."""
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Name and name in the copy, which spells the same letters with different code points, as macOS does."""
    manifest_line_ends: bool = False
    """Whether the line endings of the manifest itself have changed."""

    @property
    def same(self) -> bool:
        """Whether every file is unchanged, and no other is there."""
        return not (self.changed or self.line_ends or self.missing or self.extra or self.renamed)


def manifest_text(digests: Mapping[str, str]) -> str:
    """Return the manifest of a site, given the hash of each of its files by path."""
    return "".join(_line(digests[path], path) for path in sorted(digests) if path != NAME)


def digests_of(site: Path) -> dict[str, str]:
    """Return the hashes of all files of a new site, by path, including hidden ones."""
    return {path: digest_of(f"{site}{os.sep}{path}") for path in _files(site, hidden=True)}


def built_files(site: Path) -> frozenset[str]:
    """Return the paths that the manifest of a site lists; none if the manifest is missing or invalid."""
    try:
        return frozenset(_read(site)[0])
    except (ManifestError, OSError):
        return frozenset()


def compare(site: Path, progress: Callable[[int, int], None]) -> Comparison:
    """Return how the copy of a site differs from its manifest.

    `progress` receives the number of files done and in all. Raises ManifestError.
    """
    expected, other_line_ends = _read(site)
    found = frozenset(_files(site)) | {path for path in expected if _is_hidden(path) and os.path.lexists(site / path)}
    changed: list[str] = []
    line_ends: list[str] = []
    for done, path in enumerate(sorted(expected.keys() & found)):
        progress(done, len(expected))
        if digest_of(site / path) != expected[path]:
            (line_ends if _differs_in_line_ends(site / path, expected[path]) else changed).append(path)
    missing, extra = expected.keys() - found, found - expected.keys()
    spelled = {unicodedata.normalize("NFC", path): path for path in extra}
    renamed = {path: other for path in missing if (other := spelled.get(unicodedata.normalize("NFC", path)))}
    return Comparison(
        len(expected),
        tuple(changed),
        tuple(line_ends),
        tuple(sorted(missing - renamed.keys())),
        tuple(sorted(extra - set(renamed.values()))),
        tuple(sorted(renamed.items())),
        other_line_ends,
    )


def digest_of(file: Path | str) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits.

    Empty for links, devices and unreadable files, none of which is a copy of a file.
    """
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode):
            return ""
        with open(file, "rb", buffering=0) as content:  # noqa: PTH123 - a site has thousands of files
            if status.st_size > _READ_IN_PARTS:
                return file_digest(content, "sha256").hexdigest()
            return sha256(content.readall()).hexdigest()
    except OSError:
        return ""


def _files(site: Path, *, hidden: bool = False) -> Iterator[str]:
    """Yield the paths of all files except the manifest, in order; links are not followed.

    Hidden files are skipped unless `hidden` is true.
    """
    found = []
    for folder, folders, names in os.walk(site):
        folders[:] = [name for name in folders if hidden or not name.startswith(".")]
        inside = Path(folder).relative_to(site).as_posix()
        before = "" if inside == "." else f"{inside}/"
        found += [f"{before}{name}" for name in names if hidden or not name.startswith(".")]
    yield from sorted(path for path in found if path != NAME)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _differs_in_line_ends(file: Path, expected: str) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    content = file.read_bytes()
    return b"\r\n" in content and sha256(content.replace(b"\r\n", b"\n")).hexdigest() == expected


def _line(digest: str, path: str) -> str:
    """Return a line of the manifest; backslashes and line breaks in a path are written as in sha256sum."""
    written = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if written == path else _ESCAPE}{digest}  {written}\n"


def _read(site: Path) -> tuple[Mapping[str, str], bool]:
    """Return the hashes by path, and whether the line endings of the manifest have changed."""
    manifest = site / NAME
    if not manifest.is_file():
        inside = next((folder.name for folder in sorted(site.iterdir()) if (folder / NAME).is_file()), None)
        hint = f"name the folder '{inside}' in it" if inside else "it is written by 'mkdocs build' into the site"
        raise ManifestError(f"there is no {NAME} in the folder; {hint}")
    if manifest.stat().st_size > _LARGEST:
        raise ManifestError(f"{NAME} has {manifest.stat().st_size:,} bytes; the limit is {_LARGEST:,}")
    entries: dict[str, str] = {}
    other_line_ends = False
    try:
        # One line at a time: a list of all would take many times the memory of the file.
        with manifest.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                other_line_ends |= line.endswith("\r\n")
                if written := line.rstrip("\r\n"):
                    path, digest = _entry(number, written)
                    entries[path] = digest
    except UnicodeDecodeError as error:
        raise ManifestError(f"{NAME} is not UTF-8 text") from error
    return entries, other_line_ends


def _entry(number: int, line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ManifestError(f"{NAME}:{number}: not a line with a hash and a path")
    path = found["path"]
    if found["escaped"]:
        path = _ESCAPED.sub(lambda match: _MEANT[match[1]], path)
    parts = PurePosixPath(path).parts
    if PurePosixPath(path).is_absolute() or ".." in parts or "\0" in path or path != "/".join(parts):
        raise ManifestError(f"{NAME}:{number}: {shown(path)} is not a path inside the site")
    if len(path) > _LONGEST_PATH:
        raise ManifestError(f"{NAME}:{number}: the path has {len(path):,} characters; the limit is {_LONGEST_PATH:,}")
    return path, found["digest"]
