"""Citations as authors write them, and as a style prints them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .brief import Reference

_RANGE = re.compile(r"(?<![\w.-])(?P<first>[0-9]{1,9}) ?[-–] ?(?P<last>[0-9]{1,9})(?![\w-])")


def backward_ranges(pages: str) -> Iterator[str]:
    """Yield the ranges of pages that run backwards, as written; `341-45` is short for 345."""
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
    """The place in it, as written: `pp. 4-6`."""
    label: str = ""
    """What the place is, as CSL calls it: `page`, `article-locator`; empty without a place."""
    value: str = ""
    """Its number: `4-6`."""
    prefix: str = ""
    """The words before the source."""
    suffix: str = ""
    """The words after it and its place."""
    passage: str = ""
    """The name of the passage of the source: `[@key#name]`."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What one pair of brackets cites, or one key in the sentence."""

    written: str
    """As written in the chapter, line breaks as spaces: `[@key, p. 4; see also @key2]`."""
    items: tuple[CitedItem, ...]
    offset: int
    """Where it is in the chapter's body, in characters."""
    note: str = ""
    """The label of the author's footnote it is in; empty in the body.

    A footnote that cites nothing is a cluster without items: it takes a number, as every note does.
    """
    settled: str = ""
    """What is printed instead of `written`, if anything: it says where each locator begins and ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words of a printed citation, in one type."""

    text: str
    italic: bool = False
    small_caps: bool = False
    url: str = ""
    language: str = ""
    """Of a title in another language than the brief's."""


@dataclass(frozen=True, slots=True)
class PrintedCluster:
    """A cluster as the style prints it."""

    text: tuple[Piece, ...]
    """What is in the sentence: all of it in an author-date style, the author's name or nothing in a notes style."""
    note: tuple[Piece, ...]
    """What is in the note; empty in an author-date style, and for clusters inside the author's own notes."""


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
"""The styles in which readers are offered a citation of the brief, by the names that they know them by."""


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What a citation processor is asked to print."""

    style: Style
    language: str
    references: tuple[Reference, ...]
    """Those that are cited, and those that are listed without being cited."""
    texts: tuple[tuple[Cluster, ...], ...]
    """The clusters of each text, in the order a reader meets them. A notes style begins again in each text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the processor printed."""

    texts: tuple[tuple[PrintedCluster, ...], ...]
    """As in the request."""
    references: tuple[PrintedReference, ...]
    """In the style's order."""


class CitingFailedError(Exception):
    """Citations could not be printed: what happened, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


Processor = Callable[[PrintRequest], Printed]
"""Prints citations, or raises CitingFailedError; implemented outside, by a program."""
