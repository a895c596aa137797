"""Which sources a brief names, told from its text: an import can leave out all others."""

import re
from pathlib import Path

from ..reading.project import read_project

_KEY = re.compile(r"(?<![\w.])@(?:\{(?P<braced>[^{}\s]+)\}|(?P<bare>\w(?:[\w:.#$%&+?<>~/-]*\w)?))")


def cited_keys(root: Path) -> frozenset[str]:
    """Return the keys of all citations in the chapters of the brief in a folder, and of the sources of its entries."""
    project = read_project(root)
    found = {match["braced"] or match["bare"] for chapter in project.chapters for match in _KEY.finditer(chapter.body)}
    return frozenset(found) | {source.id for entry in project.glossary.entries for source in entry.sources}
