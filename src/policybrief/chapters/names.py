"""Names in one block: found, recorded, and the first of each in a section linked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ..model.blocks import Node
from ..model.inlines import Inline, Name, NameMark, Text, Unlinked
from ..model.knowledge import Aside, Extent, Mention, Paragraph
from ..model.sentences import sentence_at
from .definitions import Names
from .line_words import joined
from .rewriting import all_rewritten, rewritten
from .terms import Matcher
from .text import BlockText, Run, Use, shown_by

_N = TypeVar("_N", bound=Node)


@dataclass(frozen=True, slots=True)
class Spotted:
    """An occurrence of an entry's name, before it is known whether it will be linked."""

    entry: str
    start: int
    end: int
    run: Run | None = None
    """The words it is part of, if it may be linked."""
    mark: NameMark | None = None
    """The author's mark, if it was marked and may be linked."""


def spotted_in(block: BlockText, matcher: Matcher, paragraph: str) -> tuple[tuple[Spotted, ...], tuple[Aside, ...]]:
    """Return the names in the block in reading order, and what looks like one but is none.

    `paragraph` is the id of the paragraph that the block is. The author's marks are resolved: see `resolved`.
    """
    found: list[Spotted] = []
    asides: list[Aside] = []
    for marked in block.marked:
        if isinstance(marked.node, NameMark):
            mark = marked.node if marked.linkable else None
            found.append(Spotted(marked.node.target, marked.start, marked.end, mark=mark))
        else:
            asides.append(Aside(paragraph, Extent(marked.start, marked.end)))
    marks = {(marked.start, marked.end) for marked in block.marked}
    asides += [Aside(paragraph, Extent(start, end)) for start, end in block.set_aside() if (start, end) not in marks]
    found += _named_in(block, matcher, paragraph, asides)
    found.sort(key=lambda spotted: spotted.start)
    return tuple(found), tuple(asides)


def _named_in(block: BlockText, matcher: Matcher, paragraph: str, asides: list[Aside]) -> Iterable[Spotted]:
    for name in matcher.find(block.searchable()):
        if name.entry:
            yield Spotted(name.entry, name.start, name.end, _run_of(block.runs, name.start, name.end))
        else:
            extent = Extent(name.start, name.end)
            common = name.target.entry if name.common and not name.unsure else ""
            asides.append(Aside(paragraph, extent, name.unsure, several=not (name.unsure or common), common=common))


def resolved(marks: tuple[_N, ...], names: Names) -> tuple[_N, ...]:
    """Return the nodes with each mark of the author's naming its entry's id, and one that names none as mere words."""

    def on_line(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        after = tuple(
            _resolved(part, names) if isinstance(part, NameMark) else rewritten(part, on_line) for part in line
        )
        return line if all(old is new for old, new in zip(line, after, strict=True)) else after

    return all_rewritten(marks, on_line)


def _resolved(mark: NameMark, names: Names) -> NameMark | Unlinked:
    entry = None if mark.silent else names.resolve(mark.target)
    words = mark.label or (names.label(mark.target) if entry else mark.target)
    return replace(mark, target=entry, label=words) if entry else Unlinked(words)


def link_first(spotted: Iterable[Spotted], seen: frozenset[str]) -> frozenset[Spotted]:
    """Return which of the names to link: those the author marked, and the first of each entry not yet seen."""
    linked: list[Spotted] = []
    done = set(seen)
    for name in spotted:
        if name.mark is not None or (name.run and name.entry not in done):
            linked.append(name)
            done.add(name.entry)
    return frozenset(linked)


def mentions_of(spotted: Iterable[Spotted], linked: frozenset[Spotted], paragraph: Paragraph) -> tuple[Mention, ...]:
    """Return the record of every name of a paragraph, each with the sentence that holds it."""
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


def with_links(blocks: tuple[_N, ...], linked: Iterable[Spotted]) -> tuple[_N, ...]:
    """Return the blocks with the names linked; their text stays as it is. Marks that are not linked become words."""
    in_words: defaultdict[int, list[Spotted]] = defaultdict(list)
    marks: dict[int, str] = {}
    for name in linked:
        if name.mark is not None:
            marks[id(name.mark)] = name.entry
        elif name.run is not None:
            in_words[id(name.run.node)].append(name)
    return all_rewritten(blocks, _Linker(in_words, marks).line)


@dataclass(frozen=True, slots=True)
class _Linker:
    """Puts links into lines. Nodes are told apart by identity: equal words may occur twice."""

    in_words: Mapping[int, list[Spotted]]
    marks: Mapping[int, str]

    def line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line with its names linked."""
        after = [part for inline in line for part in self._parts(inline)]
        if len(after) == len(line) and all(old is new for old, new in zip(line, after, strict=True)):
            return line
        return joined(after)

    def _parts(self, inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, NameMark):
            entry = self.marks.get(id(inline))
            yield Name(entry, shown_by(inline)) if entry else Text(shown_by(inline))
        elif isinstance(inline, Unlinked):
            yield Text(inline.text)
        elif isinstance(inline, Text) and (names := self.in_words.get(id(inline))):
            yield from _split(inline.text, names)
        else:
            yield rewritten(inline, self.line)


def _split(words: str, names: list[Spotted]) -> Iterable[Inline]:
    """Yield words with the names in them as links."""
    end = 0
    for name in sorted(names, key=lambda name: name.start):
        if name.run is not None:
            start = name.run.offset + name.start - name.run.start
            if start > end:
                yield Text(words[end:start])
            end = start + name.end - name.start
            yield Name(name.entry, words[start:end])
    if end < len(words):
        yield Text(words[end:])


def _run_of(runs: tuple[Run, ...], start: int, end: int) -> Run | None:
    """Return the run that holds the stretch; None when it crosses markup or may not be linked."""
    run = next((run for run in runs if run.start <= start and end <= run.end), None)
    return run if run is not None and run.use is Use.LINK else None
