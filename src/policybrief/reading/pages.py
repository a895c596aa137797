"""The author's own pages and pictures, which the host reads and copies: finds everything that must not reach it.

The host follows links wherever they lead, reads any YAML in front of a page, converts everything after it, and copies
every other file unchanged.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ..model.problems import Code, Place, Problem, sorted_problems
from .chapters import divided
from .folder import Folder
from .left_out import draft, is_draft, unread
from .limits import too_complex
from .pictures import SUFFIXES, svg_problems
from .text import screened, shown
from .yaml import compose_screened

_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The extensions of files that the host treats as pages."""
_REFUSED = frozenset((Code.YAML_FEATURE, Code.YAML_SYNTAX, Code.CONTROL_CHARACTER))
"""Problems at which the host would fail or that it would print; duplicate keys and mixed alphabets concern only the
host.
"""


def check_pages(root: Path, docs: str) -> tuple[Problem, ...]:
    """Return the problems of the files below the folder `docs`, a POSIX path relative to `root`.

    Checked are links that lead out of the project or in a circle and names that cannot be printed; for pages, their
    encoding, characters, front matter and limits; for SVG pictures, anything besides a drawing.
    """
    folder = Folder(root, [])
    if docs.split("/", maxsplit=1)[0] == "..":
        seen = f"the folder of pages, {shown(docs)}, lies outside the project"
        return (Problem(Code.SETTINGS, Place("mkdocs.yml"), seen, "give docs_dir a folder beside mkdocs.yml"),)
    if not os.path.lexists(root / docs):
        return ()
    files = tuple(_files(folder, docs))
    paths = [path for path in files if path.endswith(_PAGES)]
    for path in () if folder.refuse_too_many(docs, len(paths)) else paths:
        text = folder.read(path)
        if text is not None:
            folder.problems.extend(_problems_of(text, path))
    for path in files:
        if path.lower().endswith(SUFFIXES):
            _check_picture(folder, path)
        elif problem := _misnamed(path, f"{docs}/"):
            folder.problems.append(problem)
    return sorted_problems(folder.problems)


def _misnamed(path: str, docs: str) -> Problem | None:
    """Return the problem of the name of one of the author's files, if any."""
    if is_draft(path.rpartition("/")[2]):
        return draft(path)
    if path == f"{docs}README.md":
        hint = "rename it if it is not about the brief"
        return Problem(Code.READ_AS, Place(path), f"{shown(path)} is the front page of the site", hint)
    return None if path.endswith(_PAGES) else unread(path, "a page", "is copied unchanged")


def _check_picture(folder: Folder, path: str) -> None:
    try:
        data = folder.data(path, folder.root / path)
    except OSError as error:
        folder.refuse_unreadable(path, error)
    else:
        folder.problems.extend(svg_problems(data, path) if data is not None else ())


def _problems_of(text: str, path: str) -> Iterator[Problem]:
    safe = screened(text, path)
    found = list(safe.problems)
    parts = divided(safe.text, path, found)
    found += compose_screened(parts.front, path, first_line=2).problems
    yield from (problem for problem in found if problem.code in _REFUSED or problem.code is Code.FILE_TOO_LARGE)
    if problem := too_complex(parts.body, path, parts.body_line):
        yield problem


def _files(folder: Folder, top: str) -> Iterator[str]:
    """Yield the files below a folder; report refused links."""
    for path, entry in folder.entries(top):
        if entry.is_symlink() and not _leads_to_a_file(folder, path):
            continue
        if entry.is_dir():
            yield from _files(folder, path)
        else:
            yield path


def _leads_to_a_file(folder: Folder, path: str) -> bool:
    """Tell whether a link leads to a file of the project; report it if not."""
    if not folder.holds(path):
        return False
    if (folder.root / path).is_dir():
        hint = "replace it with the folder itself"
        folder.refuse(Code.UNREADABLE_FILE, path, f"{shown(path)} is a link to a folder", hint)
        return False
    return True
