"""Blocks of GitBook: a tag in a line of its own, `{% hint style="info" %}`, and one at the end, `{% endhint %}`.

GitBook describes them under "Blocks". A tag of another name is left as it is, and reported as a template.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..kinds_of_boxes import title_of
from .boxes import KINDS, first_heading
from .captioned import put_captioned
from .held import HeldBox
from .level import Level, is_blank

_TAG = re.compile(r" {0,3}\{% *(?P<name>[a-z][a-z-]*)(?P<rest>(?: +[\w-]+(?:=(?:\"[^\"]*\"|'[^']*'|\S+))?)*) *%\}\s*$")
_ATTRIBUTE = re.compile(r"(?P<name>[\w-]+)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>\S+))")
_MAY_STAND_ALONE = frozenset(("embed", "file"))
_ALIKE = {"working": "note"}


@dataclass(frozen=True, slots=True)
class _Tagged:
    """What is between two tags."""

    attributes: Mapping[str, str]
    lines: list[str]
    first: int
    """The number, in its container, of the first of these lines."""


def read_tagged(level: Level, line: str) -> bool:
    """Take what is between two tags of GitBook."""
    tag = _TAG.match(line)
    take = _TAKERS.get(tag["name"]) if tag else None
    if tag is None or take is None:
        return False
    closing = _closing(level, tag["name"])
    if closing is None and tag["name"] not in _MAY_STAND_ALONE:
        return False
    end = level.at + 1 if closing is None else closing + 1
    attributes = {
        match["name"]: match["double"] or match["single"] or match["bare"] or ""
        for match in _ATTRIBUTE.finditer(tag["rest"])
    }
    take(level, _Tagged(attributes, level.lines[level.at + 1 : closing or end], level.at + 1), end)
    return True


def _closing(level: Level, name: str) -> int | None:
    """Return the number of the line that closes the tag of that name here; None where another comes before it."""
    opened = 1
    for number, line in level.following(level.at + 1):
        tag = _TAG.match(line)
        if tag and tag["name"] == name:
            if name in _MAY_STAND_ALONE:
                return None
            opened += 1
        elif tag and tag["name"] == f"end{name}":
            opened -= 1
            if opened == 0:
                return number
    return None


def _hint(level: Level, tagged: _Tagged, end: int) -> None:
    style = tagged.attributes.get("style", "info").lower()
    kind = style if style in KINDS else _ALIKE.get(style, "info")
    lines, own, title = list(tagged.lines), "", title_of(kind, level.page.titles)
    if (heading := first_heading(lines)) is not None:
        number, title, attributes = heading
        own, lines[number] = attributes.get("id", ""), ""
    elif all(map(is_blank, lines)):
        level.remark(level.at, "the box is empty", "write its text between the two tags")
    inside = tuple(level.inner(lines, tagged.first).read())
    level.hold(HeldBox(kind, title, inside, element_id=own), "box", end)


def _titled(level: Level, tagged: _Tagged, end: int) -> None:
    """Take contents below their title, if they have one."""
    title = tagged.attributes.get("title") or tagged.attributes.get("date", "")
    put_captioned(level, title, tagged.lines, tagged.first, end)


def _leading_elsewhere(level: Level, tagged: _Tagged, end: int) -> None:
    """Take a link to what GitBook shows in its place, with the words below it."""
    target = tagged.attributes.get("url") or tagged.attributes.get("src", "")
    words = tagged.attributes.get("caption", "")
    said = words or (target if "://" in target else target.rpartition("/")[2])
    link = [f"[{said}](<{target}>)" if " " in target else f"[{said}]({target})", ""] if target else []
    lines = [*link, *tagged.lines]
    level.put(level.inner(lines, tagged.first - len(link)).read(), "text", end)


def _reference(level: Level, tagged: _Tagged, end: int) -> None:
    """Take a link to a page, which is written out between the tags."""
    take = _leading_elsewhere if all(map(is_blank, tagged.lines)) else _titled
    take(level, tagged, end)


_TAKERS: Mapping[str, Callable[[Level, _Tagged, int], None]] = {
    "hint": _hint,
    **dict.fromkeys(("tabs", "tab", "code", "stepper", "step", "columns", "column", "updates", "update"), _titled),
    "content-ref": _reference,
    "embed": _leading_elsewhere,
    "file": _leading_elsewhere,
}
