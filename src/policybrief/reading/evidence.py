"""`evidence.yml`: passages of sources, the exact words that citations rest on.

It maps the id of a source to names of passages, and each name to the passage.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.passages import PASSAGE_KINDS, WORD, Passage, PassageKind
from ..model.problems import Code, Place, Problem
from ..model.rules import RULES
from .checks import RulesByName, rule_name
from .faults import Faults, TooManyFaultsError
from .fields import Reader, choice, fields_of, list_of, root_of
from .text import shown
from .values import date, language, plain_text
from .yaml import YamlMapping, YamlNode, YamlScalar, kind_of

MOST_PASSAGES = 20_000
_NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_KEYS = ("quote", "lang", "translation", "seen", "kind", "locator", "allow")
_HINT = "write a short name, and below it the passage: 'quote: ...'"


def read_evidence(
    text: str, path: str, brief_language: str, rules: RulesByName = RULES
) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
    """Return the passages in the text of an evidence file, and its problems.

    A passage without words is left out. A passage without a language is in `brief_language`. `rules` are those from
    which a passage can be exempted.
    """
    faults = Faults()
    try:
        reader = _PassageReader(brief_language, rule_name(rules), faults, tuple(text.split("\n")))
        found = tuple(reader.all(root_of(text, path, faults)))
    except TooManyFaultsError:
        return (), faults.cut_short()
    if len(found) > MOST_PASSAGES:
        seen = f"the file has {len(found):,} passages; the limit is {MOST_PASSAGES:,}"
        return (), (Problem(Code.TOO_COMPLEX, found[MOST_PASSAGES].place, seen, "remove what nothing cites"),)
    return found, tuple(faults)


@dataclass(frozen=True, slots=True)
class _PassageReader:
    """Reads passages; problems go into `problems`."""

    brief_language: str
    rule: Reader[str]
    problems: list[Problem]
    lines: tuple[str, ...]
    """The path of the file."""

    def all(self, root: YamlNode | None) -> Iterator[Passage]:
        if root is None:
            return
        if not isinstance(root, YamlMapping):
            seen = f"expected sources, each with its passages, got {kind_of(root)}"
            self.problems.append(
                Problem(Code.WRONG_TYPE, root.place, seen, "begin with the id of a source and a colon")
            )
            return
        for key, node in root.pairs:
            if not isinstance(node, YamlMapping):
                seen = f"expected the passages of {shown(key.text)}, got {kind_of(node)}"
                self.problems.append(Problem(Code.WRONG_TYPE, node.place, seen, _HINT))
                continue
            found = (self.one(key.text, name, passage) for name, passage in node.pairs)
            yield from (passage for passage in found if passage)

    def one(self, source: str, name: YamlScalar, node: YamlNode) -> Passage | None:
        if not _NAME.fullmatch(name.text):
            hint = "write letters a to z, digits, and - between them, such as peacekeepers-2"
            seen = f"{shown(name.text)} cannot be the name of a passage"
            self.problems.append(Problem(Code.BAD_ID, name.place, seen, hint))
            return None
        said = f"passage {shown(name.text)}"
        fields = fields_of(node, said, _KEYS, self.problems, required=("quote",), place=name.place)
        if fields is None:
            return None
        texts = {key: fields.take(key, plain_text) or "" for key in ("quote", "translation", "locator")}
        if not texts["quote"]:
            return None
        return Passage(
            source,
            name.text,
            texts["quote"],
            fields.take("lang", language) or self.brief_language,
            texts["translation"],
            fields.take("kind", _KIND) or PassageKind.STATES,
            texts["locator"],
            fields.take("seen", date),
            name.place,
            fields.take("allow", list_of(self.rule)) or (),
            *self.written(fields.mapping.get("quote"), texts["quote"]),
        )

    def written(self, node: YamlNode | None, quote: str) -> tuple[Place | None, str]:
        """Return where a quotation begins in the file, and its lines there."""
        if node is None:
            return None, ""
        left, first = len(WORD.findall(quote)), node.place.line - 1
        lines: list[str] = []
        for line in self.lines[first:]:
            lines.append(line if lines else line[node.place.column - 1 :])
            left -= len(WORD.findall(lines[-1]))
            if left <= 0:
                break
        return node.place, "\n".join(lines)


_KIND = choice(PASSAGE_KINDS, Code.BAD_VALUE, "kind of passage")
