"""Taking the known keys out of a mapping: what is unknown, missing or of the wrong type is reported on the way.

A `Reader` takes one node and returns its value, or None when the node is faulty, and adds the fault to the list it
is handed. Readers of files are put together from these.
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
"""How many letters say which word was begun."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping whose keys were checked."""

    mapping: YamlMapping
    problems: list[Problem]
    """Where the faults of its values go."""

    def take(self, key: str, reader: Reader[Value]) -> Value | None:
        """Return the value of the key as the reader reads it; None when the key is not there or its value is faulty."""
        node = self.mapping.get(key)
        return None if node is None else reader(node, self.problems)

    def has(self, key: str) -> bool:
        """Tell whether the key is there, with a faulty value or not."""
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
    """Return the fields of a mapping, or None when the node is none.

    `name` is what messages call it (`entry 'eaeu'`), `place` where a missing key is reported: where it begins,
    unless said otherwise. `passed` are further keys that nobody reads. `of_others` is added to the list of known keys:
    what else may be there.
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
    """Return the hint that names the known word which is begun or misspelt in the one seen, else the other hint."""
    begun = [word for word in known if len(seen) >= _LEAST_BEGUN and word.startswith(seen)]
    return did_you_mean(begun[0] if len(begun) == 1 else seen, known, otherwise)


def list_of(reader: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """Return a reader of lists, which leaves faulty items out."""

    def read(node: YamlNode, problems: list[Problem]) -> tuple[Value, ...] | None:
        if not isinstance(node, YamlSequence):
            seen, hint = f"expected a list, got {kind_of(node)}", "write one item per line, each starting with '- '"
            problems.append(Problem(Code.WRONG_TYPE, node.place, seen, hint))
            return None
        values = (reader(item, problems) for item in node.items)
        return tuple(value for value in values if value is not None)

    return read


def scalar(node: YamlNode, problems: list[Problem]) -> YamlScalar | None:
    """Read text that is not empty, with its place."""
    if isinstance(node, YamlScalar) and node.text.strip():
        return node
    hint = "write it, or remove the key" if isinstance(node, YamlScalar) else ""
    problems.append(Problem(Code.WRONG_TYPE, node.place, f"expected text, got {kind_of(node)}", hint))
    return None


def parsed(parse: Callable[[str], Value], code: Code, hint: str) -> Reader[Value]:
    """Return a reader of text that `parse` understands; it raises ValueError, with a message, at what it does not."""

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
    """Return a reader of one of several words; `noun` says what they are (`kind of entry`)."""

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
    """Return the root of the YAML in `text`; None when it is empty, or refused as a whole."""
    document = compose(text, path)
    problems.extend(document.problems)
    return None if document.refused else document.root
