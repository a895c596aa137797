"""One line of text, such as a definition: emphasis and names, without the block structure of Markdown."""

import re
from collections.abc import Iterable

from ..model.knowledge import Inline
from ..model.problems import Code, Place, Problem, did_you_mean
from .terms import Matcher

_MARKUP = re.compile(
    r"\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*"
    r"|\[\[(?P<silent>!)?(?P<target>[^\[\]|]+)(?:\|(?P<label>[^\[\]]+))?\]\]"
)


def read_inline(text: str, own_id: str, names: "Names", place: Place) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
    """Return the pieces of `text`, and what was wrong with its links.

    The first occurrence of each entry is linked, the entry `own_id` never.
    """
    pieces: list[Inline] = []
    problems: list[Problem] = []
    seen = {own_id}
    end = 0
    for match in _MARKUP.finditer(text):
        pieces += _linked(text[end : match.start()], names.matcher, seen)
        end = match.end()
        if match["emphasis"]:
            pieces.append(Inline(match["emphasis"], emphasis=True))
        elif match["silent"]:
            pieces.append(Inline(match["target"]))
        else:
            target = names.resolve(match["target"])
            if target is None:
                problems.append(names.unknown(match["target"], place))
            label = match["label"] or names.label(match["target"])
            pieces.append(Inline(label, entry=target if target and target != own_id else ""))
    pieces += _linked(text[end:], names.matcher, seen)
    return tuple(pieces), tuple(problems)


def _linked(text: str, matcher: Matcher, seen: set[str]) -> Iterable[Inline]:
    end = 0
    for name in matcher.find(text):
        if name.entry and name.entry not in seen:
            seen.add(name.entry)
            if name.start > end:
                yield Inline(text[end : name.start])
            yield Inline(text[name.start : name.end], entry=name.entry)
            end = name.end
    if end < len(text):
        yield Inline(text[end:])


class Names:
    """What an author's mark may name: entries by id, or by a form that only one of them has."""

    def __init__(self, matcher: Matcher, names_by_id: dict[str, str]) -> None:
        self.matcher = matcher
        self._names = names_by_id

    def resolve(self, target: str) -> str | None:
        """Return the id of the entry meant by `target`, or None when there is none or more than one."""
        if target in self._names:
            return target
        found = self.matcher.look_up(target)
        return found.entry or None if found else None

    def label(self, target: str) -> str:
        """Return the words that an unlabelled mark shows: an entry's name for its id, a form as it is written."""
        return self._names.get(target, target)

    def unknown(self, target: str, place: Place) -> Problem:
        """Return the problem of a mark that names no entry."""
        found = self.matcher.look_up(target)
        if found is not None and not found.entry:
            return Problem(
                Code.UNKNOWN_ENTRY, place, f"'{target}' is the name of several entries", "give the id of one"
            )
        hint = did_you_mean(target, self._names, "add it to the glossary, or write the words without brackets")
        return Problem(Code.UNKNOWN_ENTRY, place, f"no entry '{target}'", hint)
