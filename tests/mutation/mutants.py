"""The mutants of a source file: small changes of one place each, by the operators of Cosmic Ray.

https://cosmic-ray.readthedocs.io/en/latest/reference/operators/
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cosmic_ray.plugins
import yaml
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from parso.tree import NodeOrLeaf

Place = tuple[int, int]
"""Line, counted from 1, and column, counted from 0."""

LEFT_OUT = ("NoOp", "VariableReplacer", "VariableInserter")
"""Operators that change nothing, or that write a number drawn at random into the code."""


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change to one file."""

    file: str
    """Relative to the root of the repository."""
    line: int
    column: int
    operator: str
    """Its name in Cosmic Ray; for a mutant chosen by hand, what would go wrong unseen."""
    occurrence: int = 0
    """Counted from 0 over all places of the file at which the operator applies."""
    code_line: str = ""
    """The line that is changed, without the space before it."""
    before: str = ""
    """What is changed by hand."""
    after: str = ""

    def code(self, root: Path) -> str:
        """Return the text of the file with this change. Raises ValueError when the file has no such place."""
        text = (root / self.file).read_text("utf-8")
        if self.before:
            return text.replace(self.before, self.after)
        operator = cosmic_ray.plugins.get_operator(self.operator)()
        code = mutate_code(text, operator, self.occurrence)
        if code is None:
            raise ValueError(f"{self.file}: nothing to change at {self.line}:{self.column}")
        return str(code)


def mutants_of(root: Path, file: str, seed: int) -> list[Mutant]:
    """Return the mutants of a file in the order of their places.

    Types are left alone, for no test can see them, and so is `strict=True` where two sequences are gone through
    together: it says that their lengths are equal, and changes nothing while they are. An arithmetic operator becomes
    one other, drawn by the seed: all eleven that Cosmic Ray knows would be caught or missed together.
    """
    text = (root / file).read_text("utf-8")
    lines, nodes = text.split("\n"), list(ast_nodes(get_ast(text)))
    types = {id(part) for node in nodes for part in _types_in(node)}
    found: dict[tuple[Place, str], list[Mutant]] = defaultdict(list)
    for name in sorted(cosmic_ray.plugins.operator_names()):
        if name.endswith(LEFT_OUT):
            continue
        for occurrence, (node, place) in enumerate(_places(name, nodes)):
            if id(node) not in types and not _is_strict(node):
                family = "arithmetic" if "BinaryOperator" in name else f"{name} {occurrence}"
                line = lines[place[0] - 1].strip()
                found[place, family].append(Mutant(file, place[0], place[1] + 1, name, occurrence, line))
    draw = random.Random(f"{seed} {file}")
    return sorted(draw.choice(options) for options in found.values())


def mutants_by_hand(root: Path, listed: Path) -> list[Mutant]:
    """Return the mutants of a list. Raises ValueError when what one changes is not in its file, or there twice."""
    found = []
    for each in yaml.safe_load(listed.read_text("utf-8")):
        file = f"src/policybrief/{each['file']}"
        text = (root / file).read_text("utf-8")
        if text.count(each["before"]) != 1:
            raise ValueError(f"{file}: not there, or not once: {each['before']}")
        begin = text.index(each["before"])
        line, column = text.count("\n", 0, begin) + 1, begin - text.rfind("\n", 0, begin)
        found.append(Mutant(file, line, column, each["unseen"], before=each["before"], after=each["after"]))
    return found


def _places(operator: str, nodes: list[NodeOrLeaf]) -> Iterator[tuple[NodeOrLeaf, Place]]:
    instance = cosmic_ray.plugins.get_operator(operator)()
    for node in nodes:
        for begin, _ in instance.mutation_positions(node):
            yield node, begin


def _is_strict(node: NodeOrLeaf) -> bool:
    return (
        node.parent is not None and node.parent.type == "argument" and node.parent.get_code().strip() == "strict=True"
    )


def _types_in(node: NodeOrLeaf) -> Iterator[NodeOrLeaf]:
    """Yield what is part of a type written for a name, a parameter or a result."""
    written = getattr(node, "annotation", None)
    if node.type == "annassign":
        written = node.children[1]
    if node.type in ("annassign", "param", "funcdef") and written is not None:
        yield from ast_nodes(written)
