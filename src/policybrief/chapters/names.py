"""Names in one block: found, recorded, and the first of each in a section linked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.glossary import Entry
from ..model.knowledge import Aside, Extent, Mention, Paragraph
from ..model.sentences import sentence_at
from .terms import Matcher
from .text import BlockText, Run, Use

MakeLink = Callable[[Entry, str], dict[str, str]]
"""Gives the attributes of the link to an entry under one of its forms, seen from the page being made."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """An occurrence of an entry's name, before it is known whether it will be linked."""

    entry: str
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    """The runs it stands in, if it may be linked."""
    marked: Element | None = None
    """The element, if the author marked it."""


def spotted_in(block: BlockText, matcher: Matcher, paragraph: str) -> tuple[tuple[Spotted, ...], tuple[Aside, ...]]:
    """Return the names in the block in reading order, and what looks like one but is none.

    `paragraph` is the id of the paragraph that the block is.
    """
    found: list[Spotted] = []
    asides: list[Aside] = []
    for marked in block.marked:
        if marked.entry:
            element = marked.element if marked.linkable else None
            found.append(Spotted(marked.entry, marked.start, marked.end, marked=element))
        else:
            asides.append(Aside(paragraph, Extent(marked.start, marked.end)))
    marks = {(marked.start, marked.end) for marked in block.marked}
    asides += [
        Aside(paragraph, Extent(run.start, run.end))
        for run in block.runs
        if run.use is Use.LITERAL and (run.start, run.end) not in marks
    ]
    for name in matcher.find(block.searchable()):
        if name.entry:
            runs = _runs_of(block.runs, name.start, name.end)
            found.append(Spotted(name.entry, name.start, name.end, runs))
        else:
            extent = Extent(name.start, name.end)
            asides.append(Aside(paragraph, extent, name.unsure, several=not name.unsure))
    found.sort(key=lambda spotted: spotted.start)
    return tuple(found), tuple(asides)


def link_first(spotted: Iterable[Spotted], seen: frozenset[str]) -> frozenset[Spotted]:
    """Return which of the names to link: those the author marked, and the first of each entry not yet seen."""
    linked: list[Spotted] = []
    done = set(seen)
    for name in spotted:
        if name.marked is not None or (name.runs and name.entry not in done):
            linked.append(name)
            done.add(name.entry)
    return frozenset(linked)


def mentions_of(spotted: Iterable[Spotted], linked: frozenset[Spotted], paragraph: Paragraph) -> tuple[Mention, ...]:
    """Return the record of every name of a paragraph, each with the sentence it stands in."""
    return tuple(
        Mention(
            name.entry,
            paragraph.id,
            Extent(name.start, name.end),
            paragraph.text[name.start : name.end],
            sentence_at(paragraph.sentences, name.start),
            name in linked,
        )
        for name in spotted
    )


def write_links(linked: frozenset[Spotted], entry_of: Callable[[str], Entry], make_link: MakeLink) -> None:
    """Put the links into the tree; the text of the tree stays as it is."""
    # From the last to the first, so that the offsets of those still to come stay true.
    for name in sorted(linked, key=lambda spotted: -spotted.start):
        entry = entry_of(name.entry)
        if name.marked is not None:
            attributes = make_link(entry, "".join(name.marked.itertext()))
            name.marked.tag = "a"
            name.marked.attrib.clear()
            name.marked.attrib.update(attributes)
        else:
            _wrap(name, partial(make_link, entry))


def _wrap(name: Spotted, make_link: Callable[[str], dict[str, str]]) -> None:
    first, last = name.runs[0], name.runs[-1]
    start = first.offset + name.start - first.start
    end = last.offset + name.end - last.start
    parent, after = first.parent, first.after
    string = (parent.text if after is None else after.tail) or ""
    link = Element("a", make_link(string[start:end]))
    link.text = AtomicString(string[start:end])
    link.tail = string[end:]
    if after is None:
        parent.text = string[:start]
        parent.insert(0, link)
    else:
        after.tail = string[:start]
        parent.insert(list(parent).index(after) + 1, link)


def _runs_of(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs the stretch stands in, or nothing when it crosses markup or may not be linked."""
    touched = tuple(run for run in runs if run.start < end and run.end > start)
    if not touched or touched[0].start > start or touched[-1].end < end:
        return ()
    first = touched[0]
    same = all(run.use is Use.LINK and run.parent is first.parent and run.after is first.after for run in touched)
    return touched if same else ()
