"""A text of one line, such as a definition: emphasis and names, without Markdown's block structure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model.knowledge import Inline
from ..model.problems import Code, Place, Problem, Suggestions
from .terms import Matcher

_MARKUP = re.compile(
    r"\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*"
    r"|\[\[(?P<silent>!)?(?P<target>[^\[\]|]+)(?:\|(?P<label>[^\[\]]+))?\]\]"
)


_OF_CHAPTERS = re.compile(r"\[\^[^\[\]\s]+\]|(?<!\[)\[[^\[\]]*(?<![\w@])@\w[^\[\]]*\]")
"""Notes and citations, which only chapters have."""


def read_inline(text: str, own_id: str, names: "Names", place: Place) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
    """Return the pieces of `text`, and the problems of its links.

    The first mention of each entry is linked, except that of `own_id`.
    """
    reader = _LineReader(own_id, names, place)
    pieces = tuple(reader.read(text, emphasis=False))
    for match in _OF_CHAPTERS.finditer(text):
        message = f"'{match[0]}' is printed as written: glossary entries have no notes or citations"
        hint = "list the source under 'sources' in the entry"
        reader.problems.append(Problem(Code.BROKEN_MARK, place, message, hint))
    return pieces, tuple(reader.problems)


class _LineReader:
    """Reads one line; remembers what it has linked."""

    def __init__(self, own_id: str, names: "Names", place: Place) -> None:
        self.names = names
        self.place = place
        self.own_id = own_id
        self.seen = {own_id}
        self.problems: list[Problem] = []

    def read(self, text: str, *, emphasis: bool) -> Iterator[Inline]:
        end = 0
        for match in _MARKUP.finditer(text):
            yield from self._plain(text[end : match.start()], emphasis=emphasis)
            end = match.end()
            if match["emphasis"]:
                yield from self.read(match["emphasis"], emphasis=not emphasis)
            elif match["silent"]:
                yield Inline(match["target"], emphasis)
            else:
                yield self._marked(match["target"], match["label"], emphasis=emphasis)
        yield from self._plain(text[end:], emphasis=emphasis)

    def _marked(self, target: str, label: str | None, *, emphasis: bool) -> Inline:
        entry = self.names.resolve(target)
        if entry is None:
            self.problems.append(self.names.unknown(target, self.place))
        return Inline(label or self.names.label(target), emphasis, entry if entry and entry != self.own_id else "")

    def _plain(self, text: str, *, emphasis: bool) -> Iterator[Inline]:
        end = 0
        for name in self.names.matcher.find(text):
            if name.entry and name.entry not in self.seen:
                self.seen.add(name.entry)
                if name.start > end:
                    yield Inline(text[end : name.start], emphasis)
                yield Inline(text[name.start : name.end], emphasis, name.entry)
                end = name.end
        if end < len(text):
            yield Inline(text[end:], emphasis)


@dataclass(frozen=True, slots=True)
class Names:
    """What an author's mark may name: entries by id, or by a form that only one of them has."""

    matcher: Matcher
    by_id: Mapping[str, str]
    """The name of each entry, by its id."""
    near: Suggestions = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "near", Suggestions(self.by_id))

    def resolve(self, target: str) -> str | None:
        """Return the id of the entry meant by `target`, or None when there is none or more than one."""
        if target in self.by_id:
            return target
        found = self.matcher.look_up(target)
        return found.entry or None if found else None

    def label(self, target: str) -> str:
        """Return the text of a mark without its own words: an entry's name for its id, a form as written."""
        return self.by_id.get(target, target)

    def unknown(self, target: str, place: Place) -> Problem:
        """Return the problem of a mark with an unknown or ambiguous name."""
        found = self.matcher.look_up(target)
        if found is not None and not found.entry:
            return Problem(
                Code.UNKNOWN_ENTRY,
                place,
                f"'{target}' is the name of several entries",
                "write the id of the one that you mean",
            )
        hint = self.near.hint(target, "add it to the glossary, or write the words without brackets")
        if target.strip("_").lower() == "toc":
            hint = "remove the line: each page already has a table of contents"
        if target.startswith("@"):
            hint = f"write [{target}] to cite a source"
        return Problem(Code.UNKNOWN_ENTRY, place, f"no entry '{target}'", hint)
