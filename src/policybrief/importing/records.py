"""A source as the file of another program has it, before it is made to fit `references.yml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.problems import Code, Place, Problem

Person = Mapping[str, str]
"""The parts of a name by their names in CSL: `family`, `given`, `literal` and others."""
Value = str | tuple[Person, ...]
"""Text, people, or a date in EDTF."""

UNDATED = "n.d."
"""What `issued` says of a source that has no date."""


@dataclass(frozen=True, slots=True)
class Record:
    """A source, its fields under their names in CSL."""

    key: str
    """As the file has it; empty when the record has none."""
    place: Place
    """Where the record begins."""
    type: str
    """A type of CSL; empty when the record's own has no counterpart."""
    fields: Mapping[str, Value]

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"source '{self.key}'" if self.key else "this source"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    """What was not understood or was read as something else, each at its place in the file."""


def left_out(place: Place, seen: str, hint: str = "") -> Problem:
    """Return the problem of something that is in the file and not in the sources made of it."""
    return Problem(Code.LEFT_OUT, place, seen, hint)


def read_as(place: Place, seen: str, hint: str = "") -> Problem:
    """Return the note on something that was read as something else."""
    return Problem(Code.READ_AS, place, seen, hint)


class Notes:
    """Collects what has no field of its own and is kept in the `note` of a source: `mrnumber: 123; isrn: 45`."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, text: str, label: str = "") -> None:
        """Add a piece of text, after its label if it has one; what is there already is not repeated."""
        part = f"{label}: {text}" if label else text
        if text and part not in self._parts:
            self._parts.append(part)

    def clear(self) -> None:
        """Forget all of it."""
        self._parts.clear()

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __str__(self) -> str:
        return "; ".join(self._parts)
