"""Copies of sources that the author keeps beside the brief, with their text."""

import re
from dataclasses import dataclass

RECORD_ENDING = ".yml"
TEXT_ENDING = "-text.txt"
LARGEST_COPY = 64_000_000
"""In bytes."""
_LONGEST_BEGINNING = 60
"""In characters: how much of a source's id is in the file names of its copies."""


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """A file kept for a source, and its text."""

    source: str
    """The id of the source."""
    path: str
    """Of the file, relative to the project."""
    text_path: str
    """The path of the file with its text."""
    kept: str
    """The day when it was kept, an ISO date."""
    text: str
    """Its text; empty if a program finds none, as in a scan, and if `fault` gives a reason."""
    fault: str = ""
    """What happened to it since: `is missing`, `was changed`; empty if it is unchanged."""


def copy_beginning(source: str) -> str:
    """Return how the file names of a source's copies begin, valid on every system: `un-2020-` for `un:2020`."""
    return f"{re.sub('[^A-Za-z0-9_.-]', '-', source[:_LONGEST_BEGINNING])}-"
