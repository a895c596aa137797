"""A self-check of the engine: every word of the author is in the chapter's tree or covered by a problem.

Words are counted, regardless of their order: a word that the text has more often than the tree has been lost. Syntax is
left out: labels, list markers, and text in braces or after a fence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from html import unescape
from typing import TypeAlias
from urllib.parse import unquote

from ..model.blocks import Node
from ..model.document import Citable, Document
from ..model.places import Source
from ..model.problems import Code, Problem

_WORD = re.compile(r"[^\W_]+")
_NOT_FOR_READERS = re.compile(
    r"""
    (?m:^[ \t>]*`{3,}\{[\w-]+\}.*\n[ \t>]*-{3,}[ \t]*\n(?:[ \t>]*[\w-]+:.*\n)+?[ \t>]*-{3,}[ \t]*$)
    | (?m:^[ \t>]*(?:`{3,}|~{3,}).*$)                            # the line that opens or closes a fence
    | (?m:^[ ]{0,3}\([^\s()]+\)=[ \t]*$)                            # the label of a heading in MyST
    | (?m:^[ \t>]*:(?:alt:|[a-zA-Z][\w-]*:.*$))                  # an option of a directive; `alt` has words
    | (?m:^[ \t>]*\d{1,9}[.)](?=[ \t]|$))                        # the number of an item
    | (?m:^[ \t>]*[-*+][ \t]+\d{1,9}[.)](?=[ \t]|$))
    | (?m:^[ \t>]*/{3,}[ ]*[\w-]+(?:.*\n[ \t>]+(?:attrs|type):.*)*) # the head of a block, with its options
    | (?m:^[ \t>]*:{3,}[ ]*\{(?:grid|card-carousel)\}[\d\ ]*)  # how many columns there are
    | (?m:^[ \t>]*:{3,}[ ]*\{?[\w:-]+)                            # the kind of a box
    | \{numref\}`[^`<]*(?:%s|\{number\})[^`<]*(?=<) | <[^<>`\n]*>(?=`) | \{[a-zA-Z][\w:.+-]*\}(?=`)   # a role of MyST
    | (?m:^[ \t>]*(?:!!!|\?\?\?\+?)[ ]*[\w -]+)
    | \[![\w| -]+\] | \[[xX]\](?=\s) | (?m:^[ \t>]*[Tt]able:(?=\s))
    | (?m:^[ \t>]*\*?\[(?:[^\]\n\\]|\\.)+\]:)                       # the label of a link or note where it is defined
    | (?<=\])\[(?:[^\[\]\n\\]|\\.)*\]                                      # and where it is used
    | \{:?[^{}\n]*[\#.=:][^{}\n]*\}                              # attributes
    | (?<=[\])`*_])\{:?\s*[.\#\w][^{}]{0,2000}\}                 # attributes over several lines
    | (?m:^[ \t>]*[;-]-+8<-.*$)                                   # an included file
    | (?<![\w:/]):[a-z][\w+-]{1,60}:(?![\w:])                       # an icon of PyMdown's emoji
    | \{%[^{}%\n]*%\}                                             # a tag of a template
    | \[TOC\] | \[\^[^\]\n]+\]
    | \\(?:begin|end)\{[^{}]*\} | \\(?:label|tag)\{[^{}]*\}
    """,
    re.VERBOSE,
)
_DEFINITION = re.compile(r"[ >]*(?P<label>\*?\[[^\]\n]+\]):")
Part: TypeAlias = "Node | str | int | Enum | tuple[Part, ...]"
"""What the fields of a node hold."""
_OF_PICTURES = frozenset((Code.MISSING_ALT, Code.MISSING_IMAGE))
"""Problems that say nothing about words: the alternative text of a picture may still be lost."""
_MOST_NAMED = 8
"""Words in one message."""


def lost_words(document: Document, source: Source, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield a problem for each block of lines with words that are neither in the tree nor in lines with a problem.

    `document` is a chapter as parsed, before its marks are resolved; `problems` are those of the chapter.
    """
    if any(each.code is Code.FAILING_MARKUP for each in problems):
        return
    shown = Counter(word for string in _strings(document) for word in _words(string))
    written = unescape(_NOT_FOR_READERS.sub(_blank, source.text))
    if not Counter(_words(written)) - shown:
        return
    lines = written.split("\n")
    of_words = [each for each in problems if each.code not in _OF_PICTURES]
    told = _told(source.text.split("\n"), [each.place.line - source.first_line for each in of_words])
    by_block: dict[int, list[tuple[int, str]]] = {}
    count: Counter[str] = Counter()
    for number, line in enumerate(lines):
        for word in _WORD.findall(line) if number not in told else ():
            count[word.casefold()] += 1
            if count[word.casefold()] > shown[word.casefold()]:
                by_block.setdefault(_first_line(lines, number), []).append((number, word))
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for lost in by_block.values():
        words = ", ".join(f"'{word}'" for _, word in lost[:_MOST_NAMED])
        more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        start = starts[lost[0][0]]
        if definition := _DEFINITION.match(source.text, start):
            label = definition["label"]
            again = len(re.findall(rf"(?m)^[ >]*{re.escape(label)}:", source.text)) > 1
            message = f"nothing in this chapter uses the definition '{label}'"
            message = f"the label '{label}' is defined more than once" if again else message
            yield Problem(
                Code.LOST_WORDS,
                source.place(start),
                message,
                "use it, or remove it: of two with the same label, only the last counts",
            )
        else:
            message = f"words of the text are missing from the page: {words}{more}"
            at = max(source.text.find(lost[0][1], start), start)
            yield Problem(Code.LOST_WORDS, source.place(at), message, "rewrite what begins here")


def _blank(match: re.Match[str]) -> str:
    """Return as many lines as a match has."""
    return " " + "\n" * match[0].count("\n")


def _words(string: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(string))


def _told(lines: list[str], numbers: Iterable[int]) -> frozenset[int]:
    """Return the lines of all blocks in which something is reported."""
    told: set[int] = set()
    for number in numbers:
        if 0 <= number < len(lines) and number not in told:
            first = _first_line(lines, number)
            last = number
            while last + 1 < len(lines) and lines[last + 1].strip():
                last += 1
            told.update(range(first, last + 1))
    return frozenset(told)


def _first_line(lines: list[str], number: int) -> int:
    while number > 0 and lines[number].strip() and lines[number - 1].strip():
        number -= 1
    return number


def _strings(document: Document) -> Iterator[str]:
    """Yield everything that a chapter shows, and the addresses and attributes of its elements."""
    yield document.chapter.title
    for section in document.sections:
        if section.heading:
            yield from _all_of(section.heading)
        for part in section.parts:
            for block in part.blocks if isinstance(part, Citable) else (part.block,):
                yield from _all_of(block)
    for note in document.footnotes:
        yield note.label
        for block in note.blocks:
            yield from _all_of(block)


def _all_of(node: "Part") -> Iterator[str]:
    """Yield the strings in a node of the tree and in its descendants."""
    if isinstance(node, str):
        yield unescape(unquote(node)) if "%" in node or "&" in node else node
        yield from _only_as_written(node) if "%" in node else ()
    elif isinstance(node, tuple):
        for each in node:
            yield from _all_of(each)
    else:
        for name in getattr(node, "__slots__", ()):
            if name not in ("anchor", "permalink", "mathml"):
                yield from _all_of(getattr(node, name))


def _only_as_written(address: str) -> Iterator[str]:
    """Yield the words that an address has with its letters escaped, and not without: `caf%C3%A9` has `caf` and `C3`."""
    yield from (Counter(_words(unescape(address))) - Counter(_words(unescape(unquote(address))))).elements()
