"""Includes: a text with the files and values that it names, and the place where each part of it is written.

Programs include a file on a line of its own, and a value by its name: MyST ```` ```{include} a.md ````, Quarto
`{{< include a.md >}}` and `{{< var name >}}`, PyMdown `--8<-- "a.md"`, GitBook `{% include "a.md" %}`, MkDocs and MyST
`{{ name }}`. Unknown names stay in the text, and are reported as unread markup.
"""

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model.brief import Origin
from ..model.places import Source
from ..model.problems import Code, Problem
from .code_places import code_places
from .limits import LARGEST_PAGE
from .text import shown

_NAME = r"[A-Za-z_][\w.-]*"
_VALUE = re.compile(
    rf"(?<![\\{{])\{{\{{(?:< *(?:var|meta) +(?P<short>{_NAME}) *>|[ \t]*(?P<name>{_NAME})[ \t]*)\}}\}}(?!\}})"
)
_PATH = r"[^\s\"'<>{}|*?\#:]+"
_FILE = re.compile(
    rf"""(?m:^)(?P<indent>[ ]{{0,3}})(?:
    (?<![\\{{])\{{\{{<[ ]*include[ ]+(?:file=)?(?P<q1>["']?)(?P<quarto>{_PATH})(?P=q1)[ ]*>\}}\}}
    | \{{%[ ]*include(?:-markdown)?[ ]+(?P<q2>["'])(?P<gitbook>{_PATH})(?P=q2)[ ]*%\}}
    | --8<--[ ]+(?P<q3>["'])(?P<snippet>{_PATH})(?P=q3)
    | (?P<fence>`{{3,}}|~{{3,}}|:{{3,}})[ ]*\{{include\}}[ ]+(?P<myst>{_PATH})[ ]*\n
      (?P<options>(?:[ ]*:[\w-]+:.*\n)*)[ ]*(?P=fence)
    )[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
_SORTS = ("quarto", "gitbook", "snippet", "myst")
_ASKS = re.compile(r"\{\{|\{%|--8<--|\{include\}")
_OPTION = re.compile(r":(?P<key>[\w-]+):")
_WITHOUT_EFFECT = frozenset(("relative-docs", "relative-images", "class", "name"))
_DEEPEST = 20
"""How deep files, or values, may include one another."""


ReadPart = Callable[[str, str, list[Problem]], Source]
"""Reads the text of an included file, given its path, and adds its problems to the list."""


@dataclass(frozen=True, slots=True)
class Known:
    """The files and values that a text may name."""

    files: Mapping[str, str]
    """The texts of files by their paths in the project."""
    values: Mapping[str, str]
    """By name."""
    snippets: bool = True
    """Whether we read `--8<--`, rather than an extension of the host."""


NOTHING_KNOWN = Known({}, {})


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    new: Source


def included_paths(text: str, path: str) -> Iterator[tuple[str, ...]]:
    """Yield the files that a text at `path` includes, each as its possible paths; none outside the project."""
    if _ASKS.search(text):
        for match in _FILE.finditer(text):
            if paths := _paths(match, path):
                yield paths


def names_of_values(text: str) -> frozenset[str]:
    """Return the names of the values in a text; for `a.b` the first part."""
    return frozenset((match["short"] or match["name"]).partition(".")[0] for match in _VALUE.finditer(text))


def _paths(match: re.Match[str], path: str) -> tuple[str, ...]:
    """Return the possible paths of a file that the text at `path` includes; none if it is outside the project."""
    asked = next(match[sort] for sort in _SORTS if match[sort])
    beside = posixpath.join(posixpath.dirname(path), asked)
    tries = (asked, beside) if match["snippet"] else (asked.lstrip("/") if asked.startswith("/") else beside,)
    inside = (posixpath.normpath(each) for each in tries if not each.startswith("/"))
    return tuple(each for each in inside if each != ".." and not each.startswith("../"))


class Includer:
    """Includes files and values in one text."""

    def __init__(self, known: Known, read: ReadPart, problems: list[Problem]) -> None:
        """Problems are added to `problems`."""
        self.known = known
        self.read = read
        self.problems = problems
        self.length = 0
        """The length of everything included so far, in characters."""

    def filled(self, source: Source, trail: tuple[str, ...] = ()) -> Source:
        """Return a text with its includes; `trail` lists the files that include it, the outermost first."""
        if not _ASKS.search(source.text):
            return source
        asked = sorted((*_FILE.finditer(source.text), *_VALUE.finditer(source.text)), key=re.Match.start)
        code = sorted(code_places(source.text)) if asked else []
        starts = [start for start, _ in code]
        changes: list[_Change] = []
        for match in asked:
            number = bisect_right(starts, match.start()) - 1
            if number < 0 or match.start() >= code[number][1]:
                change = self._change(match, source, (*trail, source.path))
                changes += [change] if change else []
        return exchanged(source, changes)

    def words(self, text: str) -> str:
        """Return plain text with the values that it names."""
        return _VALUE.sub(lambda match: self._value(match, ()) or match[0], text)

    def _change(self, match: re.Match[str], source: Source, trail: tuple[str, ...]) -> _Change | None:
        if match.re is _FILE:
            return self._file(match, source, trail)
        value = self._value(match, ())
        if value is None:
            return None
        before, after = source.text[: match.start()].rpartition("\n")[2], source.text[match.end() :].partition("\n")[0]
        value = value.strip("\n")
        if "\n" in value and (before.strip() or after.strip()):
            # Blocks cannot be within a line.
            return None
        place = source.place(match.start())
        return _Change(*match.span(), Source(source.path, value, 1, origins=(Origin(0, place, whole=True),)))

    def _value(self, match: re.Match[str], trail: tuple[str, ...]) -> str | None:
        """Return a value with the values that it names; None if it is unknown or names itself."""
        name = match["short"] or match["name"]
        value = self.known.values.get(name)
        if value is None or name in trail or len(trail) > _DEEPEST:
            return None
        self.length += len(value)
        if self.length > LARGEST_PAGE:
            return None
        return _VALUE.sub(lambda inner: self._value(inner, (*trail, name)) or inner[0], value)

    def _file(self, match: re.Match[str], source: Source, trail: tuple[str, ...]) -> _Change | None:
        paths = _paths(match, source.path)
        found = next((path for path in paths if path in self.known.files), None)
        if match["snippet"] and (found is None or not self.known.snippets):
            return None
        if {option["key"] for option in _OPTION.finditer(match["options"] or "")} - _WITHOUT_EFFECT:
            return None
        asked = next(match[sort] for sort in _SORTS if match[sort])
        fault = self._fault(asked, paths, found, trail)
        if fault is None and found is not None:
            part = self.read(self.known.files[found], found, self.problems)
            self.length += len(part.text)
            return _Change(*match.span(), self.filled(part, trail))
        seen, hint = fault or ("", "")
        at = source.text.index(asked, match.start())
        self.problems.append(Problem(Code.BAD_SNIPPET, source.place(at), seen, hint))
        return _Change(*match.span(), Source(source.path, "", 1))

    def _fault(
        self, asked: str, paths: tuple[str, ...], found: str | None, trail: tuple[str, ...]
    ) -> tuple[str, str] | None:
        """Return the problem with an included file and its solution, or None."""
        if not paths:
            return f"{shown(asked)} is outside the project, so it is not included", "move the file into the project"
        if found is None:
            return (
                f"no file {shown(asked)} in the project to include",
                "name a file of the project, relative to this one",
            )
        if found in trail:
            circle = " > ".join((*trail[trail.index(found) :], found))
            return f"{shown(asked)} includes itself: {circle}", "remove one of the includes"
        if len(trail) > _DEEPEST or self.length > LARGEST_PAGE:
            return f"{shown(asked)} is not included: the chapter would be too large", "divide the chapter"
        return None


def exchanged(source: Source, changes: list[_Change]) -> Source:
    """Return a text with some non-overlapping parts replaced, and the origin of every part."""
    if not changes:
        return source
    made = _TextInParts()
    at = 0
    for change in changes:
        made.add(source, at, change.start)
        made.add(change.new, 0, len(change.new.text))
        at = change.end
    made.add(source, at, len(source.text))
    return replace(source, text="".join(made.texts), dropped=tuple(made.dropped), origins=tuple(made.origins))


class _TextInParts:
    """A text made of parts of others."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.origins: list[Origin] = []
        self.dropped: list[int] = []
        self.length = 0

    def add(self, source: Source, start: int, end: int) -> None:
        """Add a part of a text."""
        if start == end:
            return
        moved = self.length - start
        first, last = (
            bisect_right(source.origins, start, key=_start_of),
            bisect_left(source.origins, end, key=_start_of),
        )
        whole = first > 0 and source.origins[first - 1].whole
        self.origins.append(Origin(self.length, source.place(start), whole))
        self.origins += (replace(origin, start=origin.start + moved) for origin in source.origins[first:last])
        # What is left out right before the first character is counted in the place of that.
        left_out = source.dropped[bisect_right(source.dropped, start) : bisect_right(source.dropped, end)]
        self.dropped += (at + moved for at in left_out)
        self.texts.append(source.text[start:end])
        self.length += end - start


def _start_of(origin: Origin) -> int:
    return origin.start
