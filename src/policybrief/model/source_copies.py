"""Copies of sources that the author keeps beside the brief, with the words that are in them."""

import re
from dataclasses import dataclass

RECORD_ENDING = ".yml"
TEXT_ENDING = "-text.txt"
LARGEST_COPY = 64_000_000
"""In bytes."""
_LONGEST_BEGINNING = 60
"""In characters: how much of the id of a source is in the names of its copies."""


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """A file that was kept of a source, and its words."""

    source: str
    """The id of the source."""
    path: str
    """Of the file, relative to the project."""
    text_path: str
    """Of the file with its words."""
    kept: str
    """When it was kept, an ISO date."""
    text: str
    """Its words; empty where a program finds none, as in a scan, and where `fault` says why."""
    fault: str = ""
    """What happened to it since: `is missing`, `was changed`; empty when it is as it was kept."""


def copy_beginning(source: str) -> str:
    """Return how the names of the copies of a source begin, on every system: `un-2020-` for `un:2020`."""
    return f"{re.sub('[^A-Za-z0-9_.-]', '-', source[:_LONGEST_BEGINNING])}-"
