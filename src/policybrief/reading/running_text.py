"""Strange characters in the running text of a chapter, where they do less harm than in names and addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.problems import Code, Problem

_IN_TEXT = {Code.LOOK_ALIKE: Code.MIXED_ALPHABET, Code.CONTROL_CHARACTER: Code.STRAY_CHARACTER}
"""Errors that are only warnings in running text, where search and links miss a word but nothing else is lost."""
_NAMING = re.compile(
    r"\[\[!?[^\[\]|]*"  # a name in a mark
    r"|@[^\s;,\[\]()]+"  # the key of a source
    r"|\]\([^()]*\)?|<[^<>\s]+>|\b\w+://\S+"  # an address
    r"|\]\[[^\[\]]*\]|^ {0,3}\[[^\[\]^][^\[\]]*\]:\s*\S*"  # the label of an address
    r"|\[\^[^\[\]]*\]"  # the label of a note
    r"|\{[^{}]*\}"  # attributes, an id among them
)
"""The parts of a Markdown line that are names, so that one strange letter makes a different name."""


def in_running_text(problems: Iterable[Problem], text: str, body_line: int) -> Iterator[Problem]:
    """Yield the problems of a chapter's characters: in its running text they are warnings.

    They stay errors in the front matter, before the line `body_line`, and in names: ids, keys of sources, labels of
    notes, addresses.
    """
    lines = text.split("\n")
    for problem in problems:
        code = _IN_TEXT.get(problem.code) if isinstance(problem.code, Code) else None
        place = problem.place
        if code is None or place.line < body_line or _names_something(lines[place.line - 1], place.column - 1):
            yield problem
        else:
            yield replace(problem, code=code)


def _names_something(line: str, at: int) -> bool:
    return any(match.start() <= at < match.end() for match in _NAMING.finditer(line))
