"""The content of a citation: sources, the words around them, and anything that would be lost.

The syntax is Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax). Semicolons separate sources; each has one key,
words before it, and after it a locator and more words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.citing import CitedItem
from .locators import Locator, read_locator

KEY = r"[\w](?:[\w:.#$%&+?<>~/-]*[\w/])?"
ANY_KEY = rf"(?:{KEY}|\{{[^{{}}\s]+\}})"
_KEY = re.compile(rf"(?<![\w@\\])-?@(?:(?P<key>{KEY})|\{{(?P<braced>[^{{}}\s]+)\}})")
_SEMICOLON = re.compile(r"&#?\w{1,10};|\\;|(?P<parts>;)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_BESIDE_WORDS = " \t\n,"


@dataclass(frozen=True, slots=True)
class CitationFault:
    """Something in a citation that would be lost."""

    seen: str
    """The words to look for in the text."""
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ReadCitation:
    """A citation, read."""

    items: tuple[CitedItem, ...]
    settled: str
    """The text for the processor, if it differs from the source: each locator is in braces."""
    faults: tuple[CitationFault, ...]


def read_citation(written: str, language: str = "en") -> ReadCitation:
    """Return the content of a citation, brackets included; `language` is the brief's."""
    opening, inside, closing = _taken_apart(written)
    parts = tuple(_parts(inside))
    read = [_read_part(part, language) for part in parts]
    faults = tuple(_faults(parts, written))
    items = tuple(each.item for each in read if each)
    if not any(each and (each.placed or each.item.passage) for each in read) or faults:
        return ReadCitation(items, "", faults)
    settled = [each.settled if each else "" for each in read]
    if not closing:
        return ReadCitation(items, _in_sentence(settled), faults)
    return ReadCitation(items, f"{opening}{';'.join(settled)}{closing}", faults)


def readable(written: str) -> str:
    """Return a citation as readers would see it without a processor."""
    return _ESCAPE.sub(r"\1", written)


def _taken_apart(written: str) -> tuple[str, str, str]:
    """Return a citation without its brackets, and these; of one in the sentence what is in them follows the key."""
    if written.startswith("["):
        return "[", written[1:-1], "]"
    key = _KEY.match(written)
    rest = written[key.end() :].strip() if key else ""
    return "", written[: key.end()] + " " + rest[1:-1] if key and rest else written, ""


@dataclass(frozen=True, slots=True)
class _ReadPart:
    """One source of a citation."""

    item: CitedItem
    placed: bool
    """Whether it has a locator."""
    head: str
    """The text before the locator: words and key."""
    tail: str
    """The locator in braces, and the text after it."""

    @property
    def settled(self) -> str:
        return self.head + (", " if self.placed and not self.tail.startswith("{}") else "") + self.tail


def _read_part(part: str, language: str) -> _ReadPart | None:
    match = _KEY.search(part)
    if match is None:
        return None
    prefix, suffix = part[: match.start()], part[match.end() :]
    locator = read_locator(suffix, language)
    key, _, passage = (match["key"] or match["braced"]).partition("#")
    item = _item(key, prefix, suffix if locator is None else locator.rest, locator)
    tail = suffix if locator is None else locator.settled + locator.rest
    # A processor knows only the source.
    head = part[: match.end()].replace(f"{key}#{passage}", key) if passage else part[: match.end()]
    return _ReadPart(replace(item, passage=passage), locator is not None, head, tail)


def _item(key: str, prefix: str, suffix: str, locator: Locator | None) -> CitedItem:
    said = _plain(prefix), _plain(suffix)
    if locator is None:
        return CitedItem(key, prefix=said[0], suffix=said[1])
    return CitedItem(key, locator.written, locator.label, locator.value, *said)


def _plain(words: str) -> str:
    return readable(_EMPHASIS.sub(r"\2", " ".join(words.split()))).strip(_BESIDE_WORDS)


def _in_sentence(settled: list[str]) -> str:
    """Return a citation whose key is in the sentence: `@key [{p. 4}; @key2]`."""
    key = _KEY.match(settled[0])
    end = key.end() if key else 0
    inside = ";".join((settled[0][end:].removeprefix(",").strip(), *settled[1:]))
    return f"{settled[0][:end]} [{inside}]" if inside else settled[0][:end]


def _parts(inside: str) -> Iterator[str]:
    """Yield the parts between semicolons; a semicolon that ends an entity separates nothing."""
    end = 0
    for match in _SEMICOLON.finditer(inside):
        if match["parts"]:
            yield inside[end : match.start()]
            end = match.end()
    yield inside[end:]


def _faults(parts: tuple[str, ...], written: str) -> Iterator[CitationFault]:
    shown = " ".join(readable(written).split())
    for part in parts:
        keys = [match["key"] or match["braced"] for match in _KEY.finditer(part)]
        words = " ".join(readable(part).split())
        if len(keys) > 1:
            message = f"'@{keys[1]}' follows '@{keys[0]}' without a semicolon, so only one of the two would be printed"
            hint = f"separate sources with semicolons: [{'; '.join(f'@{key}' for key in keys)}]"
            yield CitationFault(f"@{keys[1]}", message, hint)
        elif not keys and words:
            message = f"'{words}' is next to a semicolon but names no source"
            yield CitationFault(words, message, "replace the semicolon with a comma, or name a source: @key")
        elif not keys:
            message = f"a semicolon in '{shown}' does not separate two sources"
            yield CitationFault(";", message, "remove the semicolon, or name another source: [@key; @key2]")
