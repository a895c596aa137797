"""The titles of untitled boxes and the labels of captions, in the language of the brief."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.admonition import Admonition
from pymdownx.blocks.details import Details

from ..wording.words import Words, message_as

Titles = Mapping[str, str]
"""The title of each kind of box in the language of the brief."""

_TITLES = {
    "abstract": message_as("box", "Abstract"),
    "algorithm": message_as("box", "Algorithm"),
    "assumption": message_as("box", "Assumption"),
    "attention": message_as("box", "Attention"),
    "axiom": message_as("box", "Axiom"),
    "bug": message_as("box", "Bug"),
    "caution": message_as("box", "Caution"),
    "check": message_as("box", "Check"),
    "cite": message_as("box", "Quote"),
    "conjecture": message_as("box", "Conjecture"),
    "corollary": message_as("box", "Corollary"),
    "criterion": message_as("box", "Criterion"),
    "danger": message_as("box", "Danger"),
    "definition": message_as("box", "Definition"),
    "done": message_as("box", "Done"),
    "error": message_as("box", "Error"),
    "example": message_as("box", "Example"),
    "exercise": message_as("box", "Exercise"),
    "fail": message_as("box", "Failure"),
    "failure": message_as("box", "Failure"),
    "faq": message_as("box", "FAQ"),
    "help": message_as("box", "Help"),
    "hint": message_as("box", "Hint"),
    "important": message_as("box", "Important"),
    "info": message_as("box", "Info"),
    "lemma": message_as("box", "Lemma"),
    "missing": message_as("box", "Missing"),
    "note": message_as("box", "Note"),
    "observation": message_as("box", "Observation"),
    "proof": message_as("box", "Proof"),
    "property": message_as("box", "Property"),
    "proposition": message_as("box", "Proposition"),
    "question": message_as("box", "Question"),
    "quote": message_as("box", "Quote"),
    "remark": message_as("box", "Remark"),
    "seealso": message_as("box", "See also"),
    "solution": message_as("box", "Solution"),
    "success": message_as("box", "Success"),
    "summary": message_as("box", "Summary"),
    "theorem": message_as("box", "Theorem"),
    "tip": message_as("box", "Tip"),
    "tldr": message_as("box", "In short"),
    "todo": message_as("box", "To do"),
    "warning": message_as("box", "Warning"),
}
PROOFS = frozenset(
    "algorithm assumption axiom conjecture corollary criterion definition example exercise lemma observation proof "
    "property proposition remark solution theorem".split()
)
"""Kinds of theorems and related boxes: a title of their own follows the kind, in brackets."""
_CAPTIONS = "pymdownx.blocks.caption"
_OPENINGS = {
    "admonition": re.compile(r"(?:^|\n)!!! ?(?P<kind>[\w-]+)(?: +[\w-]+)* *(?:\n|$)"),
    "details": re.compile(r"(?:^|\n)\?\?\?\+? ?(?P<kind>[\w-]+)(?: +[\w-]+)* *(?:\n|$)"),
}
"""How an untitled box begins, by the name of its block processor."""
_PRIORITY = 105
"""That of the block processors in both extensions."""
_SEPARATORS = re.compile("[_-]+")
_ISOLATES = re.compile("[\u2066\u2069]")


def titles_in(words: Words) -> Titles:
    """Return the titles of all kinds of boxes in the language of these words."""
    return {kind: _bare(words.say_as("box", english)) for kind, english in _TITLES.items()}


def title_of(kind: str, titles: Titles) -> str:
    """Return the title of an untitled box; an unknown kind is its own title."""
    return titles.get(kind.lower()) or kind.replace("-", " ").capitalize()


def title_of_proof(kind: str, words: str, titles: Titles) -> str:
    """Return the title of a theorem or a related box: `Theorem`, or `Theorem (of Pythagoras)`."""
    return f"{title_of(kind, titles)} ({words})" if words else title_of(kind, titles)


def with_labels_in(words: Words, configs: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the options of Markdown extensions with `Figure {}.` and `Table {}.` in the language of these words.

    Labels that the author has set are kept.
    """
    given = configs.get(_CAPTIONS) or {}
    figure = words.say_as("caption", "Figure {number}.", number="{}")
    table = words.say_as("caption", "Table {number}.", number="{}")
    types = [
        "caption",
        {"name": "figure-caption", "prefix": _bare(figure)},
        {"name": "table-caption", "prefix": _bare(table)},
    ]
    copied = {name: dict(options or {}) for name, options in configs.items()}
    return {**copied, _CAPTIONS: {"types": types, **given}}


def register_titles(md: Markdown, titles: Titles) -> None:
    """Make the host's extensions for boxes use these titles."""
    processors = md.parser.blockprocessors
    for name, opening in _OPENINGS.items():
        if name in processors:
            processors.register(_Titled(md, processors[name], opening, titles), name, _PRIORITY)
    for each in processors:
        if isinstance(each, BlocksProcessor):
            boxes = {name: sort for name, sort in each.blocks.items() if issubclass(sort, Admonition | Details)}
            each.blocks.update({name: _titled(sort, titles) for name, sort in boxes.items()})


class _Titled(BlockProcessor):
    """Reads a box as the host's extension does, and replaces the English title of an untitled one."""

    def __init__(self, md: Markdown, reader: BlockProcessor, opening: re.Pattern[str], titles: Titles) -> None:
        super().__init__(md.parser)
        self.reader = reader
        self.opening = opening
        self.titles = titles

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block begins or continues a box."""
        return self.reader.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Take the block."""
        match = self.opening.search(blocks[0])
        made = self.reader.run(parent, blocks)
        if match:
            title = _title_element(parent[-1])
            if title is not None:
                title.text = title_of(match["kind"], self.titles)
        return made


def _titled(sort: Any, titles: Titles) -> Any:
    """Return a class of block that uses these titles, unless `mkdocs.yml` sets a name."""

    def on_create(self: Any, parent: Element) -> Element:
        made: Element = sort.on_create(self, parent)
        kind = self.options["type"]
        kind = kind["name"] if isinstance(kind, dict) else kind
        title = _title_element(made)
        if self.argument is None and title is not None and title.text == _SEPARATORS.sub(" ", kind).title():
            title.text = title_of(kind, titles)
        return made

    return type(sort.__name__, (sort,), {"on_create": on_create})


def _title_element(box: Element) -> Element | None:
    return next((each for each in box if each.tag == "summary" or each.get("class") == "admonition-title"), None)


def _bare(text: str) -> str:
    """Return a message without the isolating characters around English: it becomes text of the brief."""
    return _ISOLATES.sub("", text)
