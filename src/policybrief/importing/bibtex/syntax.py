"""The syntax of BibTeX files (https://ctan.org/pkg/bibtex, `btxdoc`): entries and their fields, as written.

A fault costs its entry alone: reading goes on with the next line that begins an entry.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

DEEPEST = 50
"""Braces within braces."""

_START = re.compile(r"@\s*(?P<kind>[A-Za-z][\w-]*)\s*(?P<bracket>[{(])")
_NEXT = re.compile(r"^[ \t]*@\s*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)
_NEXT_WITH_KEY = re.compile(r"\n[ \t]*@[A-Za-z]+\s*[{(]\s*[^\s,{}()=\"]+\s*,")
_KEY = re.compile(r"\s*(?P<key>[^,=\n]*?)\s*(?P<after>,|(?=[})]\s*(?:\n|$))|(?=\n\s*[A-Za-z][\w-]*\s*=))")
_BETWEEN = re.compile(r"(?:[\s,]|%[^\n]*)*")
_NAME = re.compile(r"([^\s=,{}()\"#%@][^\s=,{}()\"#]*)\s*=\s*")
_WORD = re.compile(r"[^\s,#{}()\"=]+")
_BRACES = re.compile(r"[{}]")
_UNESCAPED_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_END_OF_LINE = re.compile(r"\}[ \t]*,?[ \t]*\n(?=[ \t]*(?:[A-Za-z][\w-]*[ \t]*=|[})]))")
_FIELD_WITHIN = re.compile(r"\n[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"]")
_QUOTED = re.compile(r"\\\"|[{}\"]")

MONTHS = {
    month[:3].lower(): month
    for month in "January February March April May June July August September October November December".split()
}
"""The macros that every BibTeX style defines."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry."""

    name: str
    """In lower case."""
    value: str
    """As written between the outer braces or quotation marks; macros are replaced, TeX commands are not."""
    line: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry that describes a source, or `xdata` for others to inherit."""

    kind: str
    """In lower case."""
    key: str
    """Empty when the entry has none."""
    fields: tuple[Field, ...]
    line: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read."""

    line: int
    """From 1."""
    message: str
    costs_the_entry: bool = True


@dataclass(frozen=True, slots=True)
class Syntax:
    """The entries of a file and its faults, both in its order."""

    entries: tuple[BibEntry, ...]
    faults: tuple[Fault, ...]


class _SyntaxFaultError(Exception):
    """An entry cannot be read: where, and why."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


def read_syntax(text: str) -> Syntax:
    """Return the entries of a BibTeX file; what is between entries is a comment, as in BibTeX."""
    return _BibReader(text).read()


class _BibReader:
    """Reads one file, and remembers the macros that it defines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.macros: dict[str, str] = dict(MONTHS)
        self.faults: list[Fault] = []
        self.lenient = False
        """Whether a value may end before its braces do."""
        self.following = (0, -1)
        """From where the next entry was last searched, and where it begins."""

    def read(self) -> Syntax:
        entries = tuple(self.entries())
        return Syntax(entries, tuple(self.faults))

    def line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)

    def entries(self) -> Iterator[BibEntry]:
        at = 0
        while start := self.next_start(at):
            entry, at = self.entry_or_fault(start)
            if entry is not None:
                yield entry

    def entry_or_fault(self, start: re.Match[str]) -> tuple[BibEntry | None, int]:
        """Return the entry that begins there, in a second try with values that end too late, and where to go on."""
        known = len(self.faults)
        try:
            return self.entry(start)
        except _SyntaxFaultError as error:
            fault = Fault(self.line(error.at), error.message)
        del self.faults[known:]
        self.lenient = True
        try:
            return self.entry(start)
        except _SyntaxFaultError:
            self.faults[known:] = [fault]
        finally:
            self.lenient = False
        following = _NEXT.search(self.text, start.end())
        return None, following.start() if following else len(self.text)

    def next_start(self, at: int) -> re.Match[str] | None:
        """Return where the next entry begins: an `@` within a word or after `%` begins none."""
        for start in _START.finditer(self.text, at):
            before = self.text[max(at, self.line_starts[self.line(start.start()) - 1]) : start.start()]
            if "%" not in before and (not before or not before[-1].isalnum()):
                return start
        return None

    def entry(self, start: re.Match[str]) -> tuple[BibEntry | None, int]:
        """Return the entry that begins there, nothing for one that is not a source, and where it ends."""
        kind = start["kind"].lower()
        closing = "}" if start["bracket"] == "{" else ")"
        if kind == "comment":
            return None, self.past_comment(start.end())
        if kind in ("string", "preamble"):
            return None, self.past_definition(kind, start.end(), closing)
        key, at = self.key(start.end())
        fields, at = self.fields(at, closing, start)
        return BibEntry(kind, key, fields, self.line(start.start())), at

    def key(self, at: int) -> tuple[str, int]:
        """Return the key of an entry, and where its fields begin; an entry may have none."""
        match = _KEY.match(self.text, at)
        return (match["key"], match.end()) if match else ("", at)

    def past_comment(self, at: int) -> int:
        try:
            return self.braced(at)[1]
        except _SyntaxFaultError:
            return at

    def past_definition(self, kind: str, at: int, closing: str) -> int:
        """Read a macro or a preamble, and return where it ends."""
        if kind == "preamble":
            at = self.value(at)[1]
        else:
            fields, at = self.fields(at, closing, None)
            self.macros |= {field.name: field.value for field in fields}
            return at
        return at + len(closing) if self.text.startswith(closing, at := _blank(self.text, at)) else at

    def fields(self, at: int, closing: str, start: re.Match[str] | None) -> tuple[tuple[Field, ...], int]:
        found: list[Field] = []
        while True:
            at = _between(self.text, at)
            if self.text.startswith(closing, at):
                return tuple(found), at + 1
            name = _NAME.match(self.text, at)
            if name is None:
                raise _SyntaxFaultError(at, self.unexpected(at, start))
            value, end = self.value(name.end())
            found.append(Field(name[1].lower(), value, self.line(name.start())))
            at = end

    def unexpected(self, at: int, start: re.Match[str] | None) -> str:
        if at >= len(self.text) or (start and self.text[at] == "@"):
            return f"'@{start['kind'] if start else 'string'}' is not closed"
        seen = self.text[at : at + 30].partition("\n")[0].strip()
        return f"'{seen}' is not a field: expected 'name = {{value}},'"

    def value(self, at: int) -> tuple[str, int]:
        """Return a value, its parts joined, and where it ends."""
        parts: list[str] = []
        while True:
            part, at = self.part(at)
            parts.append(part)
            at = _blank(self.text, at)
            if not self.text.startswith("#", at):
                return "".join(parts), at
            at = _blank(self.text, at + 1)

    def part(self, at: int) -> tuple[str, int]:
        if self.text.startswith("{", at):
            return self.braced(at + 1)
        if self.text.startswith('"', at):
            return self.quoted(at + 1)
        word = _WORD.match(self.text, at)
        if word is None:
            raise _SyntaxFaultError(min(at, len(self.text) - 1), "a field has no value")
        return self.macro(word[0], at), word.end()

    def macro(self, word: str, at: int) -> str:
        if word.isdigit():
            return word
        if word.lower() not in self.macros:
            message = f"'{word}' is not defined by any @string; it was taken for text"
            self.faults.append(Fault(self.line(at), message, costs_the_entry=False))
        return self.macros.get(word.lower(), word)

    def braced(self, at: int) -> tuple[str, int]:
        """Return what is in braces, and where it ends.

        BibTeX counts braces after a backslash too; where that does not come out even, they are taken for characters.
        In an entry that cannot be read otherwise, a value that goes on over other fields ends before the first of them.
        """
        for tokens in (_UNESCAPED_BRACES, _BRACES) if self.lenient else (_BRACES, _UNESCAPED_BRACES):
            found = self.delimited(at, tokens, "}")
            if found and not (self.lenient and _FIELD_WITHIN.search(found[0])):
                return found
        line = _END_OF_LINE.search(self.text, at, self.next_entry(at)) if self.lenient else None
        if line is None:
            raise _SyntaxFaultError(at - 1, "the '{' that opens here is not closed")
        message = "the braces of a value do not match; it was taken to end with its line"
        self.faults.append(Fault(self.line(at), message, costs_the_entry=False))
        return self.text[at : line.start()], line.start() + 1

    def quoted(self, at: int) -> tuple[str, int]:
        found = self.delimited(at, _QUOTED, '"')
        if found is None:
            raise _SyntaxFaultError(at - 1, "the quotation mark that opens here is not closed")
        return found

    def delimited(self, start: int, tokens: re.Pattern[str], closing: str) -> tuple[str, int] | None:
        """Return the text up to the closing character that is not within braces, and where it ends; None without."""
        end = self.next_entry(start)
        depth = 0
        for token in tokens.finditer(self.text, start, end):
            if token[0] == closing and depth == 0:
                return self.text[start : token.start()], token.end()
            depth += {"{": 1, "}": -1}.get(token[0], 0)
            if depth > DEEPEST:
                raise _SyntaxFaultError(token.start(), f"more than {DEEPEST} braces are open at the same time")
            if depth < 0:
                return None
        return None

    def next_entry(self, at: int) -> int:
        """Return where the next entry with a key begins a line: no value reaches as far."""
        searched_from, found = self.following
        if not searched_from <= at <= found:
            match = _NEXT_WITH_KEY.search(self.text, at)
            found = match.start() if match else len(self.text)
            self.following = (at, found)
        return found


def _between(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


REFERRING = frozenset(("xdata", "crossref"))
"""The fields that name an entry to inherit from."""


def with_inherited(entries: tuple[BibEntry, ...]) -> tuple[tuple[BibEntry, ...], tuple[Fault, ...]]:
    """Return the entries with the fields that they inherit by `xdata` and `crossref`, those of `xdata` left out.

    A field of its own counts before an inherited one.
    """
    by_key = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    faults: list[Fault] = []
    made = tuple(_complete(entry, by_key, faults) for entry in entries if entry.kind != "xdata")
    return made, tuple(faults)


def _complete(entry: BibEntry, by_key: Mapping[str, BibEntry], faults: list[Fault]) -> BibEntry:
    inherited: dict[str, Field] = {}
    seen = {entry.key.lower()}
    waiting = [(entry.kind, entry.fields)]
    while waiting:
        kind, fields = waiting.pop()
        for field, key in ((one, key) for one in fields for key in _parents(one)):
            parent = by_key.get(key.lower())
            if parent is None:
                faults.append(Fault(field.line, f"'{field.name}' names '{key}', which is not in the file", False))
            elif key.lower() not in seen:
                seen.add(key.lower())
                given = parent.fields if field.name == "xdata" else _inherited(parent, kind)
                inherited = {**{one.name: one for one in given}, **inherited}
                waiting.append((parent.kind, parent.fields))
    own = {field.name for field in entry.fields}
    return replace(entry, fields=(*entry.fields, *(one for name, one in inherited.items() if name not in own)))


def _parents(field: Field) -> tuple[str, ...]:
    if field.name not in REFERRING:
        return ()
    return tuple(key for part in field.value.split(",") if (key := part.strip()))


_NOT_INHERITED = frozenset(
    "xdata crossref entryset ids label options presort related shorthand shorttitle sortkey title-en note abstract "
    "keywords file doi url urldate".split()
)
_CONTAINER = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon", "author": "bookauthor"}
_CONTAINING = frozenset(("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference"))
_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}


def _inherited(parent: BibEntry, kind: str) -> Iterator[Field]:
    """Yield the fields of a parent under the names that they have in an entry of the kind."""
    names: Mapping[str, str] = {}
    if parent.kind == "periodical":
        names = _PERIODICAL
    elif parent.kind in _CONTAINING and kind not in _CONTAINING:
        names = _CONTAINER if kind != "inbook" else {**_CONTAINER, "author": "author"}
    for field in parent.fields:
        if field.name not in _NOT_INHERITED:
            yield replace(field, name=names.get(field.name, field.name))
