"""How a directive of MyST is written: its name in braces, words after it, options, and lines below them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .level import Level, is_blank

HEAD = re.compile(r"\{(?P<name>[a-zA-Z][\w:-]*)\} *(?P<words>.*?) *$")
_OPTION = re.compile(r" *:(?P<key>[a-zA-Z][\w-]*):(?: +(?P<value>.*?))? *$")
_PAIR = re.compile(r" *(?P<key>[a-zA-Z][\w-]*): *(?P<value>.*?) *$")
_RULE = re.compile(r"-{3,} *$")
_LOOKS = frozenset(
    "align class class-body class-card class-container class-content class-footer class-header class-img-bottom "
    "class-img-top class-item class-label class-row class-title classes collapsible color column columns container "
    "chevron child-align child-direction column-width delim dedent emphasize-lines figclass figwidth force gutter "
    "header-rows height icon indent label language lineno-start linenos margin name new-group nowrap animate "
    "numbered enumerated open outline padding placeholder quote reverse scale selected shadow sorted stub-columns "
    "subtype sync target text-align tooltip type width widths align-body expand click-parent".split()
)
"""Options that say no words to readers, whether they have an effect here or not."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive as it is written."""

    name: str
    words: str
    """What is after its name: the title of a box, the address of a picture."""
    options: Mapping[str, str]
    lines: list[str]
    first: int
    """The number, in its container, of the first line of its contents."""
    between_colons: bool = False
    """Whether it is between colons, not between backticks."""

    @property
    def own_id(self) -> str:
        """The id that links lead to, or nothing."""
        return "-".join((self.options.get("name") or self.options.get("label") or "").split())


def read_directive(
    level: Level, head: re.Match[str], lines: list[str], known: frozenset[str], *, between_colons: bool = False
) -> Directive:
    """Return the directive whose lines are given; `known` are the options that it reads itself."""
    options, count = _options(lines)
    for key in sorted(options.keys() - _LOOKS - known):
        level.remark(level.at, f"the option '{key}' of this directive is not supported", "remove it")
    while count < len(lines) and is_blank(lines[count]):
        count += 1
    name = head["name"].lower()
    return Directive(name, head["words"], options, lines[count:], level.at + 1 + count, between_colons)


def _options(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the options that the lines of a directive begin with, and how many lines they are."""
    if lines and _RULE.match(lines[0]):
        end = next((number for number, each in enumerate(lines[1:], 1) if _RULE.match(each)), 0)
        pairs = [_PAIR.match(each) for each in lines[1:end] if not is_blank(each)]
        if end and all(pairs):
            return {pair["key"].lower(): _unquoted(pair["value"]) for pair in pairs if pair}, end + 1
        return {}, 0
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        option = _OPTION.match(line)
        if option is None:
            return found, number
        found[option["key"].lower()] = _unquoted(option["value"] or "")
    return found, len(lines)


def _unquoted(value: str) -> str:
    """Return a value without the quotation marks around the whole of it."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted and value[0] not in value[1:-1] else value


_READ_ELSEWHERE = "remove it: the site has a menu of its chapters, and each page has a table of contents"
_TAKEN_IN = "copy what is in the file into the chapter"
_SHOWS_NOTHING = "remove it: readers see nothing of it"
_SHOWN_ELSEWHERE = "write a link to it: [words](address)"
_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("toctree", "tableofcontents", "contents"), _READ_ELSEWHERE),
    **dict.fromkeys(("bibliography", "printbibliography"), "remove it: the references have a page of their own"),
    "include": f"remove its options, or {_TAKEN_IN}",
    **dict.fromkeys(("literalinclude", "embed"), _TAKEN_IN),
    **dict.fromkeys(("iframe", "video", "youtube", "audio", "gallery-grid"), _SHOWN_ELSEWHERE),
    **dict.fromkeys(("index", "highlight", "currentmodule", "meta", "role", "default-role"), _SHOWS_NOTHING),
    "raw": "write it in Markdown, or remove it",
}


def instead_of(name: str) -> str:
    """Return what to do about a directive that is not read; nothing where that is not known."""
    return _INSTEAD.get(name.lower(), "")
