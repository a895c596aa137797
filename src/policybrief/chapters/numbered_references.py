"""Quarto's references to figures, tables and parts of the book, `@fig-map` and `@sec-water`: links without text.

They are written like citations, so they are read only if no source has the key and some part of the brief has it as its
id.
"""

import posixpath
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from ..model.inlines import CitationMark, Inline, Link, Text
from .citation_syntax import read_citation
from .citations import one_line
from .cross_references import targets_without_words
from .parse import ParsedChapter
from .rewriting import document_rewritten, rewritten

CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|table|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]"
)
"""What the key of such a reference begins with."""
_WRITTEN = re.compile(rf"(?<![\w\\])@\{{?{CROSS_REFERENCE.pattern}")


def with_references_read(chapters: tuple[ParsedChapter, ...], sources: Container[str]) -> tuple[ParsedChapter, ...]:
    """Return the chapters with such references as links; `sources` are the ids of all sources."""
    written = [_WRITTEN.search(each.chapter.body) is not None for each in chapters]
    if not any(written):
        return chapters
    parts: dict[str, str] = {}
    for each in chapters:
        for own in each.references.called:
            if CROSS_REFERENCE.match(own) and own not in sources:
                parts.setdefault(own, each.chapter.path)
    return tuple(_read(each, parts) if has_some else each for each, has_some in zip(chapters, written, strict=True))


def _read(parsed: ParsedChapter, parts: Mapping[str, str]) -> ParsedChapter:
    own = parsed.references.called
    folder = posixpath.dirname(parsed.chapter.path) or "."

    def line(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        changed = tuple(new for each in inlines for new in inline(each))
        same = len(changed) == len(inlines) and all(map(lambda old, new: old is new, inlines, changed))
        return inlines if same else changed

    def inline(each: Inline) -> tuple[Inline, ...]:
        if isinstance(each, CitationMark):
            return tuple(_links(each, target)) or (each,)
        return (rewritten(each, line),)

    def target(key: str) -> str:
        if key in own or key not in parts:
            return f"#{key}" if key in own and key in parts else ""
        return f"{posixpath.relpath(parts[key], folder)}#{key}"

    document = document_rewritten(parsed.document, line)
    return replace(
        parsed, document=document, references=replace(parsed.references, targets=targets_without_words(document))
    )


def _links(mark: CitationMark, target: Callable[[str], str]) -> Iterator[Inline]:
    """Yield the links that a mark is, with the words around them; nothing if any of its keys is no such reference."""
    read = read_citation(one_line(mark.written))
    targets = [target(item.key) for item in read.items]
    if read.faults or not all(targets) or any(item.locator or item.passage for item in read.items):
        return
    for number, (item, leads_to) in enumerate(zip(read.items, targets, strict=True)):
        before = f"{', ' if number else ''}{f'{item.prefix.strip()} ' if item.prefix.strip() else ''}"
        if before:
            yield Text(before)
        yield Link(leads_to, (), (), mark.at)
        if item.suffix.strip():
            yield Text(f" {item.suffix.strip()}")
