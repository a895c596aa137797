"""Reading the known keys of a mapping, and reporting unknown, missing and wrongly typed ones.

A `Reader` takes one node and returns its value, or None if the node is faulty, and adds the problem to a list. Readers
of files are composed of these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ..model.problems import Code, Place, Problem, did_you_mean
from .text import shown
from .yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence, compose, kind_of

Value = TypeVar("Value")
Reader = Callable[[YamlNode, list[Problem]], Value | None]

_LEAST_BEGUN = 4
"""The fewest letters that identify a word by its beginning."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with verified keys."""

    mapping: YamlMapping
    problems: list[Problem]
    """Where the problems of its values go."""

    def take(self, key: str, reader: Reader[Value]) -> Value | None:
        """Return the value of the key as the reader reads it, or None if the key is missing or its value faulty."""
        node = self.mapping.get(key)
        return None if node is None else reader(node, self.problems)

    def has(self, key: str) -> bool:
        """Tell whether the key is there, even with a faulty value."""
        return self.mapping.get(key) is not None


def fields_of(
    node: YamlNode,
    name: str,
    known: tuple[str, ...],
    problems: list[Problem],
    *,
    required: tuple[str, ...] = (),
    place: Place | None = None,
    passed: tuple[str, ...] = (),
    of_others: str = "",
) -> Fields | None:
    """Return the fields of a mapping, or None if the node is not one.

    `name` is what messages call it (`entry 'eaeu'`); `place`, by default its beginning, is where a missing key is
    reported. `passed` are further keys that nobody reads. `of_others` is added to the list of known keys in hints.
    """
    if not isinstance(node, YamlMapping):
        hint = f"write its keys below it, such as '{(required or known)[0]}: ...'"
        problems.append(
            Problem(Code.WRONG_TYPE, node.place, f"expected a mapping (key: value), got {kind_of(node)}", hint)
        )
        return None
    for key, _ in node.pairs:
        if key.text not in known and key.text not in passed:
            all_known = f"known keys: {', '.join(known)}" if len(known) < 20 else ""
            hint = nearest(key.text, known, "; ".join(filter(None, (all_known, of_others))))
            problems.append(Problem(Code.UNKNOWN_KEY, key.place, f"unknown key {shown(key.text)} in {name}", hint))
    for missing in required:
        if node.get(missing) is None:
            seen = f"{name} has no '{missing}'"
            problems.append(Problem(Code.MISSING_KEY, place or node.place, seen, f"add the line '{missing}: ...'"))
    return Fields(node, problems)


def nearest(seen: str, known: tuple[str, ...], otherwise: str) -> str:
    """Return the hint with the known word that matches the beginning or a misspelling, or else the other hint."""
    begun = [word for word in known if len(seen) >= _LEAST_BEGUN and word.startswith(seen)]
    return did_you_mean(begun[0] if len(begun) == 1 else seen, known, otherwise)


def list_of(reader: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """Return a reader of lists that leaves out faulty items."""

    def read(node: YamlNode, problems: list[Problem]) -> tuple[Value, ...] | None:
        if not isinstance(node, YamlSequence):
            seen, hint = f"expected a list, got {kind_of(node)}", "write one item per line, each starting with '- '"
            problems.append(Problem(Code.WRONG_TYPE, node.place, seen, hint))
            return None
        values = (reader(item, problems) for item in node.items)
        return tuple(value for value in values if value is not None)

    return read


def scalar(node: YamlNode, problems: list[Problem]) -> YamlScalar | None:
    """Read non-empty text, with its place."""
    if isinstance(node, YamlScalar) and node.text.strip():
        return node
    hint = "write it, or remove the key" if isinstance(node, YamlScalar) else ""
    problems.append(Problem(Code.WRONG_TYPE, node.place, f"expected text, got {kind_of(node)}", hint))
    return None


def parsed(parse: Callable[[str], Value], code: Code, hint: str) -> Reader[Value]:
    """Return a reader of text that `parse` converts; `parse` raises ValueError, with a message, for invalid text."""

    def read(node: YamlNode, problems: list[Problem]) -> Value | None:
        found = scalar(node, problems)
        if found is None:
            return None
        try:
            return parse(found.text.strip())
        except ValueError as error:
            problems.append(Problem(code, found.place, str(error), hint))
            return None

    return read


def choice(values: dict[str, Value], code: Code, noun: str) -> Reader[Value]:
    """Return a reader of one of several words; `noun` is their kind in messages (`kind of entry`)."""

    def read(node: YamlNode, problems: list[Problem]) -> Value | None:
        found = scalar(node, problems)
        if found is None:
            return None
        if found.text not in values:
            hint = nearest(found.text, tuple(values), f"one of: {', '.join(values)}")
            problems.append(Problem(code, found.place, f"unknown {noun} {shown(found.text)}", hint))
            return None
        return values[found.text]

    return read


def root_of(text: str, path: str, problems: list[Problem]) -> YamlNode | None:
    """Return the root of the YAML in `text`, or None if it is empty or refused as a whole."""
    document = compose(text, path)
    problems.extend(document.problems)
    return None if document.refused else document.root
