"""Sample text and placeholders, which nobody means to publish."""

import re
from collections.abc import Iterator

from ..model.problems import Code, Place, Problem
from .text import shown
from .values import one_line
from .yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence

STARTER_WORDS = (
    "A new brief",
    "What it is about, in one line",
    "Your institute",
    "The chapter’s finding, in a sentence or two.",
)
"""The sample values that `policybrief new` writes for the author to replace."""
STARTER_TEXT = (
    "Begin here. Names from the glossary link themselves,",
    "Every paragraph gets a number and a permanent address.",
)
"""The beginnings of the sample paragraphs in the first chapter."""

_LEFT = re.compile(r"(?:…|\.\.\.|(?:TODO|TBD|FIXME|XXX)\b.*)", re.DOTALL)
_RESERVED = re.compile(r"https?://(?:[^/]*\.)?(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)(?:[:/].*)?")
"""Reserved names (RFC 2606, RFC 6761)."""
_PARAGRAPH = re.compile(r"(?:^|\n[ \t]*\n)(?P<words>[^\n]+)")


def is_placeholder(text: str) -> bool:
    """Return whether a value is sample text or a placeholder."""
    words = one_line(text)
    return words in STARTER_WORDS or bool(_LEFT.fullmatch(words))


def placeholders_in(node: YamlNode | None) -> Iterator[Problem]:
    """Yield the values below a node, except keys, that are placeholders."""
    if isinstance(node, YamlScalar):
        if is_placeholder(node.text):
            yield _problem(node.place, node.text)
    elif isinstance(node, YamlSequence):
        for item in node.items:
            yield from placeholders_in(item)
    elif isinstance(node, YamlMapping):
        for _, value in node.pairs:
            yield from placeholders_in(value)


def placeholder_address(node: YamlNode | None) -> Iterator[Problem]:
    """Yield a problem if an address of the site has a reserved name."""
    if isinstance(node, YamlScalar) and _RESERVED.fullmatch(node.text.strip()):
        seen = f"the address of the site, {shown(node.text)}, is a placeholder"
        yield Problem(Code.PLACEHOLDER, node.place, seen, "write the address where it will be published")


def placeholders_in_text(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield the paragraphs of a chapter that are sample text, or begin with a placeholder."""
    for paragraph in _PARAGRAPH.finditer(body):
        words = paragraph["words"].strip()
        if words.startswith(STARTER_TEXT) or _LEFT.fullmatch(words):
            start = paragraph.start("words")
            yield _problem(Place(path, first_line + body.count("\n", 0, start), 1), words)


def _problem(place: Place, text: str) -> Problem:
    seen = f"{shown(text)} is a placeholder"
    return Problem(Code.PLACEHOLDER, place, seen, "write your own text before you publish, or remove it")
