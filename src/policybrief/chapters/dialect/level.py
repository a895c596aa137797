"""Lines of one container of a page - the page itself, an item, a quotation - read from the first to the last."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..kinds_of_boxes import Titles
from .held import HeldBlock, HeldBlocks

DEEPEST = 40
"""Containers in one another; what is deeper is left as it is. A page that is read has at most half as many."""
_BLANK = re.compile(r"[ \t]*$")
_BEGINS = re.compile(
    r"""\ {0,3}(?:
    [-*+](?:\ |$) | (?:1|\#)[.)]\ | \#{1,6}(?:\ |$) | > | `{3} | ~{3} | :{3} | \[\^[^\]\n]+\]: | /{3} | \$\$
    | (?:!!!|\?\?\?\+?|===)\ | \+[-=:]+\+ | (?:\*\ *){3,}$ | (?:_\ *){3,}$ | \x02
    )""",
    re.VERBOSE,
)
"""What begins a block even directly below a line of text."""
_BRACES_BEGIN = re.compile(r"[\])`*_]\{:?[ ]*(?:[.#\w][^{}]*)?$")
_BRACES_END = re.compile(r"(?:[.#\w][^{}]*)?\}")
"""Attributes that are not closed in their line, and the line that closes them."""
_MOST_LINES_OF_BRACES = 4


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the lines that is not shown as it was meant."""

    line: int
    """From 0, in the page."""
    written: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class PageLines:
    """What is kept of a page while its lines are read."""

    titles: Titles
    held: HeldBlocks = field(default_factory=HeldBlocks)
    remarks: list[Remark] = field(default_factory=list)


class Level:
    """The lines of one container, and what they have become so far."""

    def __init__(
        self, page: PageLines, lines: list[str], base: int, readers: "tuple[Reader, ...]", depth: int = 0
    ) -> None:
        """`base` is the line of the page that the first of the lines is, from 0."""
        self.page = page
        self.lines = lines
        self.base = base
        self.readers = readers
        self.depth = depth
        self.at = 0
        self.out: list[str] = []
        self.last = ""
        """What the last block is: `text`, `table`, or anything else."""
        self.text_from: int | None = None
        """Where in `out` the text begins that the next line goes on with."""
        self.gaps = False
        """Whether an empty line separates two of the blocks."""
        self._gap = False

    def read(self) -> list[str]:
        """Return the lines as Python-Markdown is to have them."""
        if self.depth >= DEEPEST:
            return self.lines
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if _BLANK.match(line):
                self._separate()
                self._gap = self._gap or bool(self.last)
                self.text_from = None
                self.at += 1
                continue
            self.gaps = self.gaps or self._gap
            self._gap = False
            if not any(reader(self, line) for reader in self.readers):
                self.text(line)
        while self.out and not self.out[-1]:
            # It would become part of the last line.
            self.out.pop()
        return self.out

    @property
    def in_text(self) -> bool:
        """Whether the line before is one of running text."""
        return self.text_from is not None

    def text(self, line: str) -> None:
        """Take a line of running text."""
        if self.text_from is None:
            self.text_from = len(self.out)
        line, self.at = self._with_whole_braces(line)
        self.out.append(line)
        self.last = "text"

    def _with_whole_braces(self, line: str) -> tuple[str, int]:
        """Return a line with the attributes at its end that go on below, and the number of the line after it.

        Pandoc wraps attributes as it does words, and Python-Markdown wants them on one line.
        """
        end = self.at + 1
        while _BRACES_BEGIN.search(line):
            following = [each.strip() for each in self.lines[end : end + _MOST_LINES_OF_BRACES]]
            closing = next((number for number, each in enumerate(following) if "{" in each or "}" in each), None)
            if closing is None or "" in following[:closing] or not _BRACES_END.match(following[closing]):
                break
            line, end = " ".join((line.rstrip(), *following[: closing + 1])), end + closing + 1
        return line, end

    def put(self, lines: Iterable[str], kind: str, end: int) -> None:
        """Take a block whose lines are read, up to but not including the line `end`."""
        self._separate()
        self.out += lines
        self._separate()
        self.last = kind
        self.text_from = None
        self.at = end

    def _separate(self) -> None:
        """Put an empty line after what is there, unless there is one; Python-Markdown would take two for text."""
        if self.out and self.out[-1]:
            self.out.append("")

    def hold(self, block: HeldBlock, kind: str, end: int) -> None:
        """Take a block that is held back."""
        self.put((self.page.held.hold(block),), kind, end)

    def inner(self, lines: list[str], first: int) -> "Level":
        """Return a container within this one; `first` is the number, in this one, of its first line."""
        return Level(self.page, lines, self.base + first, self.readers, self.depth + 1)

    def remark(self, number: int, message: str, hint: str) -> None:
        """Note that the line with that number in this container is not shown as it was meant."""
        self.page.remarks.append(Remark(self.base + number, self.lines[number].strip(), message, hint))

    def following(self, start: int) -> Iterator[tuple[int, str]]:
        """Yield the lines from a number on, each with its number."""
        return ((number, self.lines[number]) for number in range(start, len(self.lines)))

    def line(self, number: int) -> str:
        """Return a line; an empty one after the last."""
        return self.lines[number] if number < len(self.lines) else ""


Reader = Callable[[Level, str], bool]
"""Takes the block that begins at a line, and tells whether there is one of its sort."""


def is_blank(line: str) -> bool:
    """Tell whether a line shows nothing."""
    return _BLANK.match(line) is not None


def indent_of(line: str) -> int:
    """Return by how many spaces a line is moved in."""
    return len(line) - len(line.lstrip(" "))


def begins_block(line: str) -> bool:
    """Tell whether a line begins a block even directly below a line of text."""
    return _BEGINS.match(line) is not None


def without_indent(line: str, width: int) -> str:
    """Return a line without as many spaces at its beginning, or as many as there are."""
    return line[min(width, indent_of(line)) :]


def moved_in(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines indented by four spaces, as Python-Markdown has them; empty ones stay empty."""
    return (f"    {line}" if line else "" for line in lines)
