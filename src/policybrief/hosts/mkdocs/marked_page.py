"""A page taken apart: the values that templates print, and everything else that they read from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink

from ...model.head import Head
from .marks import Answers, ValueMark, Watched

_ATTRIBUTES = ("title", "content", "canonical_url", "edit_url")
_META = ("title", "description")
_HEAD = "policybrief_head"


@dataclass(frozen=True, slots=True)
class TakenApart:
    """The parts of a page that differ from other pages."""

    values: tuple[str, ...]
    """The values printed in the page, by number."""
    form: tuple[object, ...]
    """Other facts about the values: which there are, and the parts of the head."""
    meta: Mapping[str, object]
    """Everything else that the page tells the theme."""


def taken_apart(page: HostPage) -> TakenApart:
    """Return the values of a page, in the order in which `MarkedPage` marks them."""
    own = {name: value for name in _ATTRIBUTES if isinstance(value := getattr(page, name), str)}
    told = {name: value for name in _META if isinstance(value := page.meta.get(name), str)}
    head = page.meta.get(_HEAD)
    values: list[str] = [*own.values(), *told.values()]
    form: list[object] = [tuple(own), tuple(told)]
    if isinstance(head, Head):
        values += (head.json_ld, *(tag.content for tag in head.tags), *(link.href for link in head.links))
        form += (tuple((tag.name, tag.property, tag.lang) for tag in head.tags),)
        form += (tuple((link.rel, link.type) for link in head.links),)
    rest = {name: value for name, value in page.meta.items() if name != _HEAD and name not in told}
    return TakenApart(tuple(values), tuple(form), rest)


def first_lines(contents: Iterable[AnchorLink], count: int) -> tuple[object, ...]:
    """Return the first lines of a table of contents with everything below them."""
    return tuple(
        (link.title, link.id, link.level, first_lines(link.children, len(link.children)))
        for link in tuple(contents)[:count]
    )


class MarkedPage:
    """A page with marks instead of its values, which records what else templates read from it."""

    def __init__(self, page: HostPage, apart: TakenApart, answers: Answers, seen: Watched) -> None:
        """`answers` records questions about the values; `seen` tells when the page's address is read for a link."""
        marks = iter([ValueMark(number, value, answers) for number, value in enumerate(apart.values)])
        own = {name: next(marks) for name in _ATTRIBUTES if isinstance(getattr(page, name), str)}
        told: dict[str, object] = {name: next(marks) for name in _META if isinstance(page.meta.get(name), str)}
        head = page.meta.get(_HEAD)
        if isinstance(head, Head):
            json_ld = next(marks)
            tags = tuple(replace(tag, content=next(marks)) for tag in head.tags)
            told[_HEAD] = Head(tags, tuple(replace(link, href=next(marks)) for link in head.links), json_ld)
        self._page, self._seen = page, seen
        self.marked_contents = _MarkedContents(page.toc)
        self._marked: dict[str, object] = {**own, "meta": {**page.meta, **told}, "toc": self.marked_contents}
        self.values_read: dict[str, object] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._marked:
            return self._marked[name]
        value = getattr(self._page, name)
        if not self._seen.placing:
            self.values_read[name] = value
        return value


class _MarkedContents:
    """A table of contents that records how far it was read."""

    def __init__(self, links: Iterable[AnchorLink]) -> None:
        self._links = tuple(links)
        self.lines_read = 0
        """One more than there are if its end was reached."""

    def __iter__(self) -> Iterator[AnchorLink]:
        for number, link in enumerate(self._links, 1):
            self.lines_read = max(self.lines_read, number)
            yield link
        self.lines_read = len(self._links) + 1

    def __bool__(self) -> bool:
        self.lines_read = max(self.lines_read, 1)
        return bool(self._links)

    def __len__(self) -> int:
        self.lines_read = len(self._links) + 1
        return len(self._links)
