"""YAML for this project: mappings, lists and text, each with its place, without guessing or sharing.

Every scalar stays text as written, such as `NO`, `010` and `12:30`. Text is in composed form (NFC); lines and columns
are those of the file. Anchors, aliases, tags, merge keys, several documents and deep nesting are refused, based on the
parser's events before any value is built, so no file can cost more than its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from ..model.problems import Code, Place, Problem
from .faults import Faults, TooManyFaultsError
from .text import cleaned, refused_in, screened, shown

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, and it rejects a tab after a word
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

__all__ = [
    "DEEPEST",
    "Loader",
    "YamlDocument",
    "YamlMapping",
    "YamlNode",
    "YamlScalar",
    "YamlSequence",
    "compose",
    "compose_screened",
    "kind_of",
]

Loader = _Loader
"""The faster of the available parsers."""
_WORD_BEHIND_HASH = re.compile(r"[ \t]#\w")
_WORDS_LEFT_OUT = re.compile(r"[ \t]+(?P<words>#\w)")
_TAG_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)
LARGEST_DOCUMENT = 4_000_000
"""In characters: some twenty thousand entries. The parser takes a second for each million."""
MOST_VALUES = 600_000
"""Keys and texts: twenty thousand full entries. Each takes some hundred bytes of memory."""
DEEPEST = 32
"""The limit for nested mappings and lists."""


@dataclass(frozen=True, slots=True)
class YamlScalar:
    """A piece of text; empty if the value is missing, with the place of its key."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class YamlSequence:
    """A list."""

    items: tuple["YamlNode", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """Keys with their values, in the order of the file, without duplicates."""

    pairs: tuple[tuple[YamlScalar, "YamlNode"], ...]
    place: Place
    end: Place
    """The place of the next thing."""

    def get(self, key: str) -> "YamlNode | None":
        """Return the value of the key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


YamlNode = YamlScalar | YamlSequence | YamlMapping


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML text as nodes, with its problems; the root is None if it is empty or cannot be parsed."""

    root: YamlNode | None
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether it has a problem after which its values should not be read."""
        return any(
            problem.code in (Code.YAML_SYNTAX, Code.YAML_FEATURE, Code.FILE_TOO_LARGE) for problem in self.problems
        )


def kind_of(node: YamlNode) -> str:
    """Return a description of a node for messages."""
    if isinstance(node, YamlScalar):
        return f"the text {shown(node.text)}" if node.text else "nothing"
    return "a list" if isinstance(node, YamlSequence) else "keys with values"


def compose(text: str, path: str) -> YamlDocument:
    """Return the document in `text`, the content of the file at `path`, including the problems of its characters."""
    if len(text) > LARGEST_DOCUMENT:
        seen = f"the file has {len(text):,} characters; the limit is {LARGEST_DOCUMENT:,} for YAML"
        hint = "divide it, or remove what does not belong in it"
        return YamlDocument(None, (Problem(Code.FILE_TOO_LARGE, Place(path), seen, hint),))
    safe = screened(text, path)
    if safe.refused:
        return YamlDocument(None, safe.problems)
    document = compose_screened(safe.text, path)
    return YamlDocument(document.root, (*safe.problems, *document.problems))


def compose_screened(text: str, path: str, first_line: int = 1) -> YamlDocument:
    """Return the document in `text`, whose characters were checked; it begins on that line of the file."""
    builder = _Builder(path, first_line)
    if found := _TAG_DIRECTIVE.search(text):
        # Tags are refused anyway, and the parsers compare each of these lines with all previous ones.
        place = Place(path, text.count("\n", 0, found.start()) + first_line)
        builder.refuse(Code.YAML_FEATURE, place, "directive '%TAG'", "remove the line")
    else:
        builder.take_all(text if text.endswith("\n") else f"{text}\n")
    return YamlDocument(builder.root, tuple(builder.problems))


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not yet complete."""

    place: Place
    mapping: bool
    nodes: list[YamlNode] = field(default_factory=list)
    """Items, or alternating keys and values."""


class _Mark(Protocol):
    """The marks of both parsers have these attributes."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _TooLargeError(Exception):
    """The nesting depth or the number of values exceeds its limit."""


class _Builder:
    """Makes nodes from the parser's events, and problems from what we refuse."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.root: YamlNode | None = None
        self.problems = Faults()
        self.documents = self.values = 0
        self.open: list[_Open] = []
        self.lines: list[str] = []
        """The lines of the text, if some value may end in a YAML comment."""

    def take_all(self, text: str) -> None:
        self.lines = text.split("\n") if _WORD_BEHIND_HASH.search(text) else []
        try:
            for event in yaml.parse(text, Loader=Loader):
                self.take(event)
        except _TooLargeError:
            self.root = None
        except TooManyFaultsError:
            self.root = None
            self.problems = Faults(self.problems.cut_short())
        except yaml.MarkedYAMLError as error:
            self.root = None
            self.problems.append(self.syntax_problem(error))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The pure parser raises ValueError for an escape or a version number beyond Python's numbers.
            self.root = None
            self.refuse(Code.YAML_SYNTAX, Place(self.path, self.first_line), f"invalid YAML: {_in_one_line(error)}")

    def refuse(self, code: Code, place: Place, seen: str, hint: str = "") -> None:
        self.problems.append(Problem(code, place, seen, hint))

    def place(self, mark: _Mark | None) -> Place:
        if mark is None:
            return Place(self.path, self.first_line)
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def count(self, place: Place) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            hint = "divide it, or remove what does not belong in it"
            self.refuse(Code.TOO_COMPLEX, place, f"the file holds more than {MOST_VALUES:,} values", hint)
            raise _TooLargeError

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                place = self.place(event.start_mark) if event.value or event.style else self.place_of_nothing(event)
                self.count(place)
                self.check_features(event, place)
                self.check_text(event, place)
                self.add(YamlScalar(cleaned(event.value), place))
            case yaml.CollectionStartEvent():
                place = self.place(event.start_mark)
                self.check_features(event, place)
                self.begin(place, mapping=isinstance(event, yaml.MappingStartEvent))
            case yaml.CollectionEndEvent():
                self.close(self.place(event.end_mark))
            case yaml.AliasEvent():
                place, hint = self.place(event.start_mark), "write the value out again"
                self.refuse(Code.YAML_FEATURE, place, f"alias {shown(f'*{event.anchor}')}", hint)
                self.add(YamlScalar("", place))
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    hint = "a file may have only one document: remove the line '---'"
                    self.refuse(Code.YAML_FEATURE, self.place(event.start_mark), "a second document", hint)

    def check_features(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor:
            hint = "remove it, and write the value out wherever it is used"
            self.refuse(Code.YAML_FEATURE, place, f"anchor {shown(f'&{event.anchor}')}", hint)
        if event.tag:
            hint = "remove it: every value is read as it is written"
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(Code.YAML_FEATURE, place, f"tag {shown(tag)}", hint)

    def check_text(self, event: yaml.ScalarEvent, place: Place) -> None:
        if event.value == "<<" and not event.style and self.awaits_key:
            self.refuse(Code.YAML_FEATURE, place, "merge key '<<'", "write the keys out again")
        if event.style == '"' and (found := refused_in(event.value)):
            self.refuse(Code.CONTROL_CHARACTER, place, f"{found}, written as an escape", "delete it")

        if self.lines and event.value and not event.style and not self.awaits_key:
            self.check_comment(event)

    def check_comment(self, event: yaml.ScalarEvent) -> None:
        """Report a comment that was most likely meant as text: `Agreement #1 of 2020`."""
        end = event.end_mark
        line = self.lines[end.line] if end else ""
        if end and (comment := _WORDS_LEFT_OUT.match(line, end.column)):
            mark = comment.start("words")
            place = Place(self.path, end.line + self.first_line, mark + 1)
            seen = f"YAML reads {shown(line[mark:].rstrip())} as a comment and ignores it"
            hint = "put the whole value in quotation marks; a comment begins with '# ' and a space"
            self.refuse(Code.LOST_WORDS, place, seen, hint)

    def begin(self, place: Place, *, mapping: bool) -> None:
        if len(self.open) == DEEPEST:
            self.refuse(Code.YAML_FEATURE, place, f"lists or mappings are nested more than {DEEPEST} deep")
            raise _TooLargeError
        self.open.append(_Open(place, mapping))

    def place_of_nothing(self, event: yaml.ScalarEvent) -> Place:
        """Return the place of the key whose value is missing: the two parsers put the value in different columns."""
        if self.open and self.open[-1].mapping and not self.awaits_key:
            return self.open[-1].nodes[-1].place
        return self.place(event.start_mark)

    @property
    def awaits_key(self) -> bool:
        return bool(self.open) and self.open[-1].mapping and len(self.open[-1].nodes) % 2 == 0

    def close(self, end: Place) -> None:
        done = self.open.pop()
        if done.mapping:
            self.add(YamlMapping(tuple(self.distinct_pairs(done.nodes)), done.place, end))
        else:
            self.add(YamlSequence(tuple(done.nodes), done.place))

    def add(self, node: YamlNode) -> None:
        if self.open:
            self.open[-1].nodes.append(node)
        elif self.root is None:
            self.root = node

    def distinct_pairs(self, nodes: list[YamlNode]) -> Iterator[tuple[YamlScalar, YamlNode]]:
        """Yield the pairs with a new text key, and report the others."""
        lines: dict[str, int] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, YamlScalar):
                self.refuse(Code.WRONG_TYPE, key.place, f"a key must be text, not {kind_of(key)}")
            elif key.text in lines:
                hint = f"it is already on line {lines[key.text]}: keep one of the two"
                self.refuse(Code.DUPLICATE_KEY, key.place, f"second key {shown(key.text)}", hint)
            else:
                lines[key.text] = key.place.line
                yield key, value

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        said = _in_one_line(error.problem)
        mark = error.problem_mark
        hint = next((way_out for words, way_out in _WAYS_OUT.items() if words in said), "")
        if "end of stream" in said and error.context_mark is not None:
            mark = error.context_mark  # where the quotation opened; the end of the file helps nobody
        return Problem(Code.YAML_SYNTAX, self.place(mark), f"invalid YAML: {said}", hint)


def _in_one_line(message: object) -> str:
    return " ".join(str(message).split())


_CHECK_INDENT = "check the indentation here and above; put a text of several lines in quotation marks"
_WAYS_OUT = {
    "mapping values are not allowed": "put a text with ': ' in it in quotation marks, or check the indentation",
    "cannot start any token": "indent with spaces, and put a text that begins with such a character in quotation marks",
    "end of stream": "the quotation mark that opens here is never closed",
    "escape": "in double quotation marks a backslash has a special meaning: use single ones",
    "entries are not allowed": "begin the list on a line of its own",
    "expected ',' or": "the bracket that opens before this is never closed, or a comma is missing",
    "could not find expected ':'": "a colon and a space are missing after the key, or the text above continues here",
    "expected": _CHECK_INDENT,
}
"""From the words of the parser's message to a hint for authors."""
