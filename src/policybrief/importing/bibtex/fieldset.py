"""The fields of one entry, taken out one by one, so that none is forgotten."""

import re
from collections.abc import Iterable

from ...model.problems import Place, Problem
from ..records import Notes, Person, Record, Value, left_out, read_as
from .names import read_names
from .syntax import REFERRING, BibEntry
from .tex import plain

_URL_COMMAND = re.compile(r"\\(?:url|nolinkurl|path)\s*\{(?P<inside>(?:[^{}]|\{[^{}]*\})*)\}")


class FieldSet:
    """What is left of an entry's fields, and what has been made of those that were taken."""

    def __init__(self, entry: BibEntry, path: str) -> None:
        self.entry = entry
        self.path = path
        self.name = f"source '{entry.key}'" if entry.key else f"this '@{entry.kind}'"
        self.left = {field.name: field for field in reversed(entry.fields) if field.name not in REFERRING}
        self.made: dict[str, Value] = {}
        self.notes = Notes()
        self.problems: list[Problem] = []
        for field in entry.fields:
            if field.name not in REFERRING and self.left[field.name].value != field.value:
                self.notes.add(self.text_of(field.name, field.value), field.name)
                seen = f"{self.name} has a second '{field.name}'; it is kept in 'note'"
                self.problems.append(read_as(Place(path, field.line), seen))

    def place(self, name: str = "") -> Place:
        """Return the place of a field, else of the entry."""
        field = self.left.get(name) or next((one for one in self.entry.fields if one.name == name), None)
        return Place(self.path, field.line if field else self.entry.line)

    def has(self, name: str) -> bool:
        """Tell whether a field is left that holds something."""
        return name in self.left and bool(self.left[name].value.strip())

    def raw(self, name: str) -> str:
        """Take a field as written; nothing when the entry has none of the name."""
        field = self.left.pop(name, None)
        return field.value.strip() if field else ""

    def text(self, name: str) -> str:
        """Take a field as text."""
        return self.text_of(name, self.raw(name))

    def date(self, name: str) -> str:
        """Take a field as the text of a date: in `1994~` the tilde says that it is approximate."""
        return self.text_of(name, self.raw(name).replace("~", r"\textasciitilde{}"))

    def first_text(self, names: Iterable[str]) -> str:
        """Take the first of the fields that holds something, as text; the others stay."""
        return next((text for name in names if self.has(name) and (text := self.text(name))), "")

    def text_of(self, name: str, tex: str) -> str:
        """Return what TeX in the field prints, and note what is not known of it."""
        text, unknown = plain(tex)
        self.tell_unknown(name, unknown)
        return text

    def people(self, name: str) -> tuple[Person, ...]:
        """Take a field as names."""
        place = self.place(name)
        people, unknown = read_names(self.raw(name))
        self.tell_unknown(name, unknown, place)
        for person in people:
            if person.get("literal", "").count(",") > 2:
                seen = (
                    f"{self.name}: {name} '{person['literal']}' has too many commas for a name; read as an organisation"
                )
                self.problems.append(read_as(place, seen, "separate people with 'and'"))
        return people

    def address(self, name: str) -> str:
        """Take a field that is not TeX: an address or an identifier."""
        return verbatim(self.raw(name))

    def tell_unknown(self, name: str, commands: Iterable[str], place: Place | None = None) -> None:
        for command in commands:
            seen = f"{self.name}: '\\{command}' in '{name}' is not a known TeX command; its argument is kept"
            self.problems.append(read_as(place or self.place(name), seen))

    def put(self, names: str | Iterable[str], value: Value, label: str = "") -> None:
        """Give a value to the first of the fields of CSL that has none.

        Where all have one, people join those who are there, and text goes into the note.
        """
        if not value:
            return
        wanted = (names,) if isinstance(names, str) else tuple(names)
        if any(self.made.get(name) == value for name in wanted):
            return
        free = next((name for name in wanted if name not in self.made), None)
        if free:
            self.made[free] = value
        elif isinstance(value, str):
            self.notes.add(value, label or wanted[0])
        elif isinstance(there := self.made[wanted[0]], tuple):
            self.made[wanted[0]] = (*there, *(person for person in value if person not in there))

    def lose(self, name: str, seen: str, hint: str = "") -> None:
        """Tell that something is not in the outcome."""
        self.problems.append(left_out(self.place(name), f"{self.name}: {seen}", hint))

    def tell(self, name: str, seen: str, hint: str = "") -> None:
        """Tell that something was read as something else."""
        self.problems.append(read_as(self.place(name), f"{self.name}: {seen}", hint))

    def record(self, type_: str) -> Record:
        """Return the source that came of it."""
        note = {"note": str(self.notes)} if str(self.notes) else {}
        return Record(self.entry.key, Place(self.path, self.entry.line), type_, {**self.made, **note})


def verbatim(tex: str) -> str:
    """Return an address or identifier without the TeX that programs put around and into it."""
    if found := _URL_COMMAND.search(tex):
        tex = found["inside"]
    tex = re.sub(r"\$?\\(?:sim|textasciitilde)(?:\{\}|\b)\s*\$?|\\~\{\}", "~", tex)
    tex = re.sub(r"\{?\\textunderscore(?:\{\}|\b)\s*\}?", "_", tex)
    tex = re.sub(r"\$([<>])\$", r"\1", tex)
    tex = re.sub(r"\\textless(?:\{\}|\b)\s*", "<", re.sub(r"\\textgreater(?:\{\}|\b)\s*", ">", tex))
    tex = re.sub(r"\\([%#&_{}~^$])", r"\1", tex)
    return re.sub(r"[{}\s]+", lambda match: " " if match[0].isspace() else "", tex).strip()
