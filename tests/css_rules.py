"""Our stylesheets as data, read by a parser of CSS."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from policybrief.assets.packing import source


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a rule says of one property."""

    name: str
    value: str
    """Without `!important`, its white space as single spaces."""
    important: bool
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations, what they apply to, and where that is written."""

    sheet: str
    line: int
    around: tuple[str, ...]
    """The conditions and rules around it, from the outermost: `@media print`."""
    selectors: tuple[str, ...]
    """For a rule without selectors its keyword: `@page`."""
    declarations: tuple[Declaration, ...]

    @property
    def place(self) -> str:
        """The file and line, for messages."""
        return f"{self.sheet}:{self.line}"


def read_rules(sheet: str) -> tuple[Rule, ...]:
    """Return the rules of one of our stylesheets, given its path below `assets/`.

    Raises ValueError where it is not valid CSS.
    """
    nodes = tinycss2.parse_stylesheet(source(sheet), skip_comments=True, skip_whitespace=True)
    return tuple(_rules(sheet, nodes, ()))


def _rules(sheet: str, nodes: Iterable[Any], around: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "error":
            raise ValueError(f"{sheet}:{node.source_line}: {node.message}")
        selectors = tuple(_selectors(node.prelude))
        if node.type == "at-rule":
            selectors = (f"@{node.at_keyword} {_text(node.prelude)}".strip(),)
        if node.content is None:
            raise ValueError(f"{sheet}:{node.source_line}: {selectors[0]} has no content")
        inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        said = tuple(_declaration(one) for one in inside if one.type == "declaration")
        nested = [one for one in inside if one.type != "declaration"]
        if said or not nested:
            yield Rule(sheet, node.source_line, around, selectors, said)
        yield from _rules(sheet, nested, (*around, ", ".join(selectors)))


def _selectors(prelude: Iterable[Any]) -> Iterator[str]:
    """Yield the selectors of a list; commas inside brackets belong to one of them."""
    tokens: list[Any] = []
    for token in prelude:
        if token == ",":
            yield _text(tokens)
            tokens = []
        else:
            tokens.append(token)
    yield _text(tokens)


def _declaration(node: Any) -> Declaration:
    return Declaration(node.name, _text(node.value), node.important, node.source_line)


def _text(tokens: Iterable[Any]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()
