"""The files of a project on the disk, all of them read in one go. No other module of this room touches the disk."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.brief import Brief, Chapter, Project
from ..model.ledger import Ledger
from ..model.problems import Code, Place, Problem, did_you_mean, sorted_problems
from .chapters import read_chapter
from .glossary import read_glossary
from .ledger import read_ledger
from .references import read_references
from .settings import Settings, read_settings
from .text import LARGEST_FILE, decoded, shown, too_large


def read_project(root: Path, config: str = "mkdocs.yml") -> Project:
    """Return what the files of the project in the folder `root` say, and everything that is wrong with them.

    `config` is the path of the settings, relative to the root. A file that is missing or cannot be read counts as
    empty. Nothing outside the root is read.
    """
    folder = _Folder(root, [])
    settings = _settings(folder, config)
    name_it = f"write it, or name another under 'plugins: policybrief:' in {config}"
    glossary_text = folder.read(settings.glossary, if_missing=name_it) or ""
    glossary, problems = read_glossary(glossary_text, settings.glossary, settings.brief.language)
    folder.problems.extend(problems)
    optional = settings.references == Settings(settings.brief).references
    references_text = folder.read(settings.references, if_missing="" if optional else name_it) or ""
    references, problems = read_references(references_text, settings.references)
    folder.problems.extend(problems)
    ledger_text = folder.read(settings.anchors)
    ledger = Ledger()
    if ledger_text is not None:
        ledger, problems = read_ledger(ledger_text, settings.anchors)
        folder.problems.extend(problems)
    chapters = tuple(_chapters(folder, settings.chapters, name_it))
    watched = (config, settings.glossary, settings.references, settings.chapters)
    return Project(
        brief=settings.brief,
        glossary=glossary,
        chapters=chapters,
        references=references,
        problems=sorted_problems(folder.problems),
        ledger=ledger,
        ledger_path=settings.anchors,
        style=settings.style,
        checks=settings.checks,
        files=tuple(path for path in watched if (root / path).exists()),
    )


@dataclass(frozen=True, slots=True)
class _Folder:
    """The project's own folder, and the faults found in reading from it."""

    root: Path
    problems: list[Problem]

    def refuse(self, code: Code, path: str, seen: str, hint: str = "") -> None:
        self.problems.append(Problem(code, Place(path), seen, hint))

    def read(self, path: str, if_missing: str = "") -> str | None:
        """Return the text of the file; report why, and return None, when it cannot be read.

        `if_missing` is the hint for a file that is not there; without one it may be missing.
        """
        if not os.path.lexists(self.root / path):
            if if_missing:
                self.refuse_missing(path, if_missing)
            return None
        if not self.holds(path):
            return None
        try:
            return self.content(path, self.root / path)
        except OSError as error:
            self.refuse(Code.UNREADABLE_FILE, path, f"cannot read it: {error.strerror}", "check its permissions")
            return None

    def content(self, path: str, file: Path) -> str | None:
        if not file.is_file():  # a pipe or a device would be read for ever
            self.refuse(Code.UNREADABLE_FILE, path, f"{shown(path)} is not a file", "put a file in its place")
            return None
        if (size := file.stat().st_size) > LARGEST_FILE:
            self.problems.append(too_large(path, size))
            return None
        text, problems = decoded(file.read_bytes(), path)
        self.problems.extend(problems)
        return text

    def refuse_missing(self, path: str, hint: str) -> None:
        beside = (self.root / path).parent
        names = [entry.name for entry in beside.iterdir()] if beside.is_dir() else []
        near = did_you_mean(path.rpartition("/")[2], names, hint)
        self.refuse(Code.MISSING_FILE, path, f"there is no {shown(path)}", near)

    def holds(self, path: str) -> bool:
        """Tell whether the path, its symbolic links followed, stays in the project; report it when it does not."""
        real = Path(os.path.realpath(self.root / path))
        inside = real.is_relative_to(os.path.realpath(self.root))
        if not inside:
            seen = f"{shown(path)} is a link that leads out of the project"
            self.refuse(Code.UNREADABLE_FILE, path, seen, "put the file itself into the project")
        return inside


def _settings(folder: _Folder, config: str) -> Settings:
    text = folder.read(config, if_missing="write it, or start with 'policybrief new'")
    if text is None:
        return Settings(Brief(""))
    settings, problems = read_settings(text, config)
    folder.problems.extend(problems)
    return settings


def _chapters(folder: _Folder, top: str, name_it: str) -> Iterator[Chapter]:
    """Yield the chapters below the folder `top` in reading order."""
    if not os.path.lexists(folder.root / top):
        folder.refuse_missing(top, name_it)
        return
    faults = len(folder.problems)
    paths = sorted(_markdown_files(folder, top), key=_natural_order)
    if not paths and len(folder.problems) == faults:
        hint = "write one, such as '1-introduction.md'"
        folder.refuse(Code.MISSING_FILE, top, f"there is no chapter in {shown(top)}", hint)
    for path in paths:
        text = folder.read(path)
        if text is not None:
            chapter, problems = read_chapter(text, path)
            folder.problems.extend(problems)
            yield chapter


def _markdown_files(folder: _Folder, top: str) -> Iterator[str]:
    """Yield the paths of the Markdown files below a folder; what is hidden, and links to folders, are passed over."""
    if not folder.holds(top):
        return
    try:
        entries = list(os.scandir(folder.root / top))
    except OSError as error:
        folder.refuse(Code.UNREADABLE_FILE, top, f"cannot read the folder: {error.strerror}")
        return
    for entry in entries:
        path = f"{top}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if not entry.name.isprintable():
            hint = "rename it, without line breaks and invisible characters"
            folder.refuse(Code.CONTROL_CHARACTER, top, f"the name {shown(entry.name)} of a file or folder", hint)
        elif entry.is_dir(follow_symlinks=False):
            yield from _markdown_files(folder, path)
        elif entry.name.endswith(".md"):
            yield path


def _natural_order(path: str) -> tuple[tuple[tuple[str | int, ...], ...], str]:
    """Return a sort key that puts `2-x` before `10-x`, part by part."""
    parts = path.removesuffix(".md").split("/")
    return tuple(_words_and_numbers(part) for part in parts), path


def _words_and_numbers(part: str) -> tuple[str | int, ...]:
    """Return the pieces of a name, text and numbers in turn: `("", 2, "-balance")`."""
    pieces = re.split("([0-9]+)", part)
    return tuple(int(piece) if index % 2 else piece.casefold() for index, piece in enumerate(pieces))
