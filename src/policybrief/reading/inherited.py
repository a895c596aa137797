"""Settings files included by INHERIT: the host reads all of them, however nested, before it calls a plugin."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from ..model.problems import Code, Place, Problem
from .aliases import MOST_VALUES, values_in
from .folder import Folder
from .text import excerpt
from .yaml import YamlDocument, YamlMapping, YamlNode, YamlScalar, compose

MOST_FILES = 10
"""The limit for files that inherit from one another."""
_AT_FAULT = frozenset((Code.YAML_SYNTAX, Code.FILE_TOO_LARGE))


def too_many_values(text: str, path: str) -> Problem | None:
    """Return the problem of settings whose aliases expand to too many values, or None."""
    if values_in(text) <= MOST_VALUES:
        return None
    seen = f"its aliases expand to more than {MOST_VALUES:,} values"
    return Problem(Code.TOO_COMPLEX, Place(path), seen, "write the values out where they are used")


def check_inherited(root: Path, config: str) -> tuple[Problem, ...]:
    """Return why the host must not read the settings `config` in the folder `root`, or the files they inherit from.

    Other problems in them, and missing files, are left to the host.
    """
    return tuple(_Chain(Folder(root, [])).followed(root / config))


@dataclass(slots=True)
class _Chain:
    """Settings files, each inherited by the previous one."""

    folder: Folder
    paths: list[str] = field(default_factory=list)
    """Their paths in messages."""
    real: list[str] = field(default_factory=list)

    def followed(self, file: Path) -> list[Problem]:
        """Follow the chain from the first file, and return the problems that end it."""
        asked: Place | None = None
        while os.path.lexists(file):
            self.paths.append(Path(os.path.relpath(file, self.folder.root)).as_posix())
            if fault := self._leads_nowhere(file, asked):
                return [fault]
            root = self._root(file)
            node = root.get("INHERIT") if isinstance(root, YamlMapping) else None
            if node is None or self.folder.problems:
                break
            if not isinstance(node, YamlScalar) or not node.text:
                hint = "write the path of one file, relative to this one"
                return [Problem(Code.WRONG_TYPE, node.place, "INHERIT does not name a file", hint)]
            asked = node.place
            file = file.parent / node.text
        return self.folder.problems

    def _leads_nowhere(self, file: Path, asked: Place | None) -> Problem | None:
        real = os.path.realpath(file)
        place = asked or Place(self.paths[0])
        if real in self.real:
            way = " -> ".join(map(_bare, self.paths[self.real.index(real) :]))
            return Problem(Code.SETTINGS, place, f"INHERIT is circular: {way}", "remove the wrong one")
        if len(self.real) == MOST_FILES:
            seen = f"more than {MOST_FILES} files inherit from one another"
            return Problem(Code.SETTINGS, place, seen, "combine them into one file")
        self.real.append(real)
        return None

    def _root(self, file: Path) -> YamlNode | None:
        """Return the root of the YAML in a file; report a problem and return None if the host must not read it."""
        path = self.paths[-1]
        try:
            text = self.folder.content(path, file)
        except OSError as error:
            self.folder.refuse(Code.UNREADABLE_FILE, path, f"cannot read it: {error.strerror}", "check its permissions")
            return None
        document = YamlDocument(None, ()) if text is None else compose(text, path)
        if document.root is None:
            self.folder.problems.extend(_faults(document))
        elif text is not None and (fault := too_many_values(text, path)):
            self.folder.problems.append(fault)
        return document.root


def _faults(document: YamlDocument) -> list[Problem]:
    """Return why the text has no usable value; tags and anchors on the way are no reason."""
    found = [problem for problem in document.problems if problem.code in _AT_FAULT]
    return found or list(document.problems[-1:])


def _bare(path: str) -> str:
    return excerpt(path)
