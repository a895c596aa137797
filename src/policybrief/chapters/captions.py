"""Captions as authors write them, adapted for PyMdown's extension, and captions that describe nothing.

The extension requires options indented by four spaces and ids without colons, and accepts anything before a caption.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksProcessor

from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Problem

_AFTER_CODE = 15
"""The priority at which fenced code and HTML are out of the text."""
_BEFORE_PARTS = 1002
"""The priority at which the blocks of a page are made and nothing has looked at them yet."""
_AFTER_ALL = -20
"""The priority at which ids are on their elements."""

_OPENING = re.compile(r"(?P<before>[ \t>]*)(?P<bars>/{3,})[ ]*(?P<name>[\w-]+)[ ]*(?:\|(?P<argument>.*))?$")
_CLOSING = re.compile(r"[ \t>]*(?P<bars>/{3,})[ ]*$")
_OPTION = re.compile(r"(?P<indent>[ ]*)attrs[ ]*:")
_ID = re.compile(r"(?P<before>(?<![\w-])id[ ]*:[ ]*)(?P<quote>[\"']?)(?P<id>[^\s\"',{}]+)(?P=quote)")
_ID_IN_ARGUMENT = re.compile(r"(?P<before>(?:^|\s)#)(?P<id>\S+)")
_PLAIN_ID = re.compile(r"[^\W\d_][\w-]*")
_STAND_IN = re.compile(r"pb-caption-id-(\d+)-")
_OPTIONS_END = 4
_TYPE, _WITHOUT_NUMBER = "__figure_type", "caption"
"""How the extension notes which sort of caption a figure has, and the sort that it does not number."""

_SOURCE_LINE = re.compile(
    r"[\W_]*(?:(?:[^\W\d_]+[ /.-]*){1,3}[:：]|©|\([cC]\))|(?P<set>[*_]{1,2}|\().*(?:[*_]{1,2}|\))$", re.DOTALL
)
"""The beginning of a line with the source of a picture: `Source: …`, `Photo: …`, `© …`; or a line all in emphasis."""
_LONGEST_SOURCE_LINE = 400
_MOST_LINES_BETWEEN = 3
_SHOWS_SOMETHING = re.compile("!\\[|\x02|\\$|\\\\[(\\[]|`")
"""The content of a paragraph that a caption can describe: a picture, code, a formula."""


@dataclass(frozen=True, slots=True)
class _CaptionFault:
    """A faulty caption; `words` are the first line of its text."""

    words: str
    message: str
    hint: str


class Captions:
    """Reads the captions of one page after the other with one instance of Markdown."""

    def __init__(self, md: Markdown) -> None:
        self.ids: list[str] = []
        self.faults: list[_CaptionFault] = []
        blocks = next((each for each in md.parser.blockprocessors if isinstance(each, BlocksProcessor)), None)
        self.names = frozenset(blocks.blocks) if blocks else frozenset()
        if self.names:
            md.preprocessors.register(_Preparation(md, self), "pb-captions", _AFTER_CODE)
            md.treeprocessors.register(_Figures(md, self), "pb-figures", _BEFORE_PARTS)
            md.treeprocessors.register(_Ids(md, self), "pb-caption-ids", _AFTER_ALL)

    def clear(self) -> None:
        """Forget the previous page."""
        self.ids.clear()
        self.faults.clear()

    def problems(self, source: Source) -> Iterator[Problem]:
        """Yield the problems of the captions of the page, each at its place."""
        before: Counter[str] = Counter()
        for fault in islice(self.faults, MOST_ON_A_PAGE + 1):
            place = source.place(_place_of(fault.words, source, before[fault.words]))
            before[fault.words] += 1
            yield Problem(Code.BAD_CAPTION, place, fault.message, fault.hint)

    def stand_in(self, own: str) -> str:
        """Return a placeholder for an id that the extension would not accept."""
        if _PLAIN_ID.fullmatch(own):
            return own
        self.ids.append(own)
        return f"pb-caption-id-{len(self.ids) - 1}-"

    def restored(self, words: str) -> str:
        """Return words with their ids as written."""
        return _STAND_IN.sub(lambda match: self.ids[int(match[1])], words) if "pb-caption-id-" in words else words


def _place_of(words: str, source: Source, before: int) -> int:
    """Return where the caption with those words is opened, with as many of the same words before it.

    Where it is nowhere opened, return where the words are.
    """
    opening = rf"(?m)^[ \t>]*/{{3,}}[ ]*[\w-]+.*\n(?:[ \t>]*attrs\b.*\n)*\s*{re.escape(words)}"
    whole = [match.start() for match in re.finditer(rf"{opening}[ \t]*$", source.text)]
    found = whole or [match.start() for match in re.finditer(opening, source.text)]
    return found[min(before, len(found) - 1)] if found else max(source.text.find(words), 0)


class _Preparation(Preprocessor):
    """Rewrites the first lines of captions for the extension, and finds captions that are not closed."""

    def __init__(self, md: Markdown, captions: Captions) -> None:
        super().__init__(md)
        self.captions = captions

    def run(self, lines: list[str]) -> list[str]:
        done: list[str] = []
        waiting: list[tuple[str, str, int]] = []
        at = 0
        while at < len(lines):
            opening = _OPENING.match(lines[at])
            closing = _CLOSING.match(lines[at])
            if opening and opening["name"].lower() in self.captions.names:
                if waiting and waiting[-1][0] == opening["bars"] and "caption" in waiting[-1][1]:
                    self._unclosed(*waiting.pop(), lines)
                waiting.append((opening["bars"], opening["name"], at))
                head = _head(lines, at)
                done += self._prepared(opening, lines[at + 1 : head])
                at = head
                continue
            if closing and waiting and waiting[-1][0] == closing["bars"]:
                waiting.pop()
            done.append(lines[at])
            at += 1
        for each in waiting:
            self._unclosed(*each, lines)
        return done

    def _prepared(self, opening: re.Match[str], options: list[str]) -> Iterator[str]:
        before, argument = opening["before"], opening["argument"]
        if argument and "#" in argument:
            argument = _ID_IN_ARGUMENT.sub(
                lambda match: match["before"] + self.captions.stand_in(match["id"]), argument
            )
            yield f"{before}{opening['bars']} {opening['name']} |{argument}"
        else:
            yield opening[0]
        first = _OPTION.match(options[0].removeprefix(before)) if options else None
        more = " " * max(_OPTIONS_END - len(first["indent"]), 0) if first else ""
        for line in options:
            yield before + more + _ID.sub(self._with_stand_in, line.removeprefix(before))

    def _with_stand_in(self, match: re.Match[str]) -> str:
        return f"{match['before']}{match['quote']}{self.captions.stand_in(match['id'])}{match['quote']}"

    def _unclosed(self, bars: str, name: str, at: int, lines: list[str]) -> None:
        words = next((line.strip() for line in lines[_head(lines, at) :] if line.strip()), "")
        message = f"'{bars} {name}' is not closed, so the text after it is read as part of it"
        self.captions.faults.append(_CaptionFault(words, message, f"close it with a line '{bars}'"))


def _head(lines: list[str], at: int) -> int:
    """Return the number of the first line after the options of the block that is opened in line `at`."""
    opening = _OPENING.match(lines[at])
    before = opening["before"] if opening else ""
    end = at + 1
    first = _OPTION.match(lines[end].removeprefix(before)) if end < len(lines) else None
    if first is None:
        return end
    deeper = re.compile(rf"[ ]{{{len(first['indent']) + 1}}}|{_OPTION.pattern}")
    while end < len(lines) and deeper.match(lines[end].removeprefix(before)):
        end += 1
    return end


class _Figures(Treeprocessor):
    """Groups a picture, the line with its source and its caption; finds captions that describe nothing."""

    def __init__(self, md: Markdown, captions: Captions) -> None:
        super().__init__(md)
        self.captions = captions

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for figure in [child for child in parent if child.tag == "figure"]:
                self._completed(figure, parent)
            for block in parent:
                if block.tag == "p":
                    self._unread(block)

    def _completed(self, figure: Element, parent: Element) -> None:
        caption = figure.find("figcaption")
        if caption is None:
            return
        described = [child for child in figure if child is not caption]
        if len(described) == 1 and described[0].tag in _HEADINGS:
            figure.remove(described[0])
            parent.insert(list(parent).index(figure), described[0])
            described = []
        if len(described) == 1 and described[0].find("figcaption") is not None and figure.get(_TYPE) != _WITHOUT_NUMBER:
            message = "the picture or table before this caption already has one"
            self._note(caption, message, "merge the two captions, or put this one after what it describes")
        if described and (len(described) > 1 or described[0].tag != "p" or _shows_something(described[0])):
            return
        taken = _lines_of_a_picture(figure, parent, described)
        if taken:
            for number, element in enumerate(taken):
                parent.remove(element)
                figure.insert(number, element)
        else:
            self._describes_nothing(figure, parent, caption, described)

    def _describes_nothing(self, figure: Element, parent: Element, caption: Element, described: list[Element]) -> None:
        at = list(parent).index(figure)
        following = parent[at + 1] if at + 1 < len(parent) else None
        message = "a caption follows a paragraph of text, not a picture or table"
        if not described:
            message = "a caption has nothing before it to describe"
        elif at and _is_picture_or_table(parent[at - 1]):
            message = "a paragraph of text is between a picture or table and its caption"
        hint = "put it directly after the picture or table"
        if following is not None and _is_picture_or_table(following) and "between" not in message:
            hint = "put it after what it describes, not before it"
        self._note(caption, message, hint)

    def _note(self, caption: Element, message: str, hint: str) -> None:
        self.captions.faults.append(_CaptionFault(_first_line(caption), message, hint))

    def _unread(self, block: Element) -> None:
        """Note a caption that is text, because its head cannot be read."""
        first, _, rest = (block.text or "").lstrip().partition("\n")
        opening = _OPENING.match(first)
        if opening and "caption" in opening["name"].lower():
            known = opening["name"].lower() in self.captions.names
            message = f"'{opening['bars']} {opening['name']}' is not read as a caption"
            hint = "write its options as 'attrs: {id: water}', on a line indented by four spaces"
            if not known:
                hint = (
                    f"the captions are {', '.join(sorted(name for name in self.captions.names if 'caption' in name))}"
                )
            words = rest.partition("\n")[0].strip() or first
            self.captions.faults.append(_CaptionFault(self.captions.restored(words), message, hint))


_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def _is_picture_or_table(element: Element) -> bool:
    return element.tag == "table" or (element.tag == "p" and "![" in (element.text or ""))


def _shows_something(element: Element) -> bool:
    return element.tag != "p" or _SHOWS_SOMETHING.search("".join(element.itertext())) is not None


def _lines_of_a_picture(figure: Element, parent: Element, described: list[Element]) -> list[Element]:
    """Return a picture or a table above a caption, with the lines between; nothing when another text comes between."""
    found: list[Element] = []
    if not described or not _is_source_line(described[0]):
        return found
    for element in reversed(list(parent)[: list(parent).index(figure)]):
        found.insert(0, element)
        if _is_picture_or_table(element):
            return found
        if element.tag != "p" or not _is_source_line(element) or len(found) >= _MOST_LINES_BETWEEN:
            break
    return []


def _is_source_line(paragraph: Element) -> bool:
    words = (paragraph.text or "").strip()
    return len(words) <= _LONGEST_SOURCE_LINE and _SOURCE_LINE.match(words) is not None


def _first_line(caption: Element) -> str:
    return next((line.strip() for text in caption.itertext() for line in text.split("\n") if line.strip()), "")


class _Ids(Treeprocessor):
    """Restores the ids as written."""

    def __init__(self, md: Markdown, captions: Captions) -> None:
        super().__init__(md)
        self.captions = captions

    def run(self, root: Element) -> None:
        if not self.captions.ids:
            return
        for element in root.iter():
            element.text, element.tail = (
                self.captions.restored(words) if words else words for words in (element.text, element.tail)
            )
            for name, value in element.items():
                element.set(name, self.captions.restored(value))
