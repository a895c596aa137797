"""Citations as authors write them, and as a style prints them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .brief import Reference

_RANGE = re.compile(r"(?<![\w.-])(?P<first>[0-9]{1,9}) ?[-–] ?(?P<last>[0-9]{1,9})(?![\w-])")


def backward_ranges(pages: str) -> Iterator[str]:
    """Yield the page ranges that run backwards, as written; in `341-45`, 45 is short for 345."""
    for match in _RANGE.finditer(pages):
        first, last = match["first"], match["last"]
        whole = first[: len(first) - len(last)] + last
        if int(whole) < int(first):
            yield match[0]


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One source in a cluster."""

    key: str
    locator: str = ""
    """The locator as written: `pp. 4-6`."""
    label: str = ""
    """The CSL term for the locator: `page`, `article-locator`; empty without one."""
    value: str = ""
    """The number of the locator: `4-6`."""
    prefix: str = ""
    """The words before the source."""
    suffix: str = ""
    """The words after it and its place."""
    passage: str = ""
    """The name of the passage of the source: `[@key#name]`."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The sources in one pair of brackets, or one key in a sentence."""

    written: str
    """As written in the chapter, with line breaks as spaces: `[@key, p. 4; see also @key2]`."""
    items: tuple[CitedItem, ...]
    offset: int
    """Where it is in the chapter's body, in characters."""
    note: str = ""
    """The label of the author's footnote that contains it; empty in the body.

    A footnote that cites nothing is a cluster without items, because it takes a number like every note.
    """
    settled: str = ""
    """The text to print instead of `written`, if any: it marks where each locator begins and ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words of a printed citation in one style."""

    text: str
    italic: bool = False
    small_caps: bool = False
    url: str = ""
    language: str = ""
    """For a title in a language other than the brief's."""


@dataclass(frozen=True, slots=True)
class PrintedCluster:
    """A cluster as the citation style prints it."""

    text: tuple[Piece, ...]
    """The part in the sentence: everything in an author-date style, the author's name or nothing in a notes style."""
    note: tuple[Piece, ...]
    """The part in the note; empty in an author-date style, and for clusters inside the author's own notes."""


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """An entry of the list of references."""

    reference: str
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OwnCitation:
    """The brief itself, cited in a style."""

    style: str
    """The style's name for readers: `Chicago`."""
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: a name for the option, a CSL file, and whether it prints notes."""

    name: str
    csl: str
    notes: bool


STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        Style("chicago-notes", "chicago-notes-bibliography", notes=True),
        Style("chicago-author-date", "chicago-author-date", notes=False),
        Style("apa", "apa", notes=False),
        Style("oscola", "oscola", notes=True),
    )
}


READERS_STYLES: Mapping[str, Style] = {
    "Chicago": STYLES["chicago-notes"],
    "APA": STYLES["apa"],
    "MLA": Style("mla", "modern-language-association", notes=False),
    "Harvard": Style("harvard", "harvard-cite-them-right", notes=False),
    "OSCOLA": STYLES["oscola"],
}
"""The styles in which readers are offered a citation of the brief, by the names that readers know."""


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What a citation processor has to print."""

    style: Style
    language: str
    references: tuple[Reference, ...]
    """The sources to cite, and those to list without being cited."""
    texts: tuple[tuple[Cluster, ...], ...]
    """The clusters of each text, in reading order. A notes style starts again in each text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the processor printed."""

    texts: tuple[tuple[PrintedCluster, ...], ...]
    """In the same order as in the request."""
    references: tuple[PrintedReference, ...]
    """In the style's order."""


class CitingFailedError(Exception):
    """Citations cannot be printed: carries the reason and the hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


Processor = Callable[[PrintRequest], Printed]
"""Prints citations, or raises CitingFailedError; implemented elsewhere, by a program."""
