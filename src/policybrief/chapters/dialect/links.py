"""Links as CommonMark has them: no address over two lines, no link within a link, `<https://…>` before all others."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.inlinepatterns import (
    AutolinkInlineProcessor,
    ImageInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
)
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX

_BEFORE_MARKS = 186
"""The priority at which code has been read, and no escaped character and no name or citation has."""
_AUTOLINK = r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*)>"
_POINTED = re.compile(r"\(\s*<(?P<address>[^<>\n]*)>(?=[\s)])")
_OF_THE_WEB_WITH_SPACES = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*\s")
"""A file of the project may have spaces in its name."""
_INNER = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]]*)\](?:\((?=[^()\n]*\))|\[(?P<label>[^\[\]]*)\])")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")


def register_links(md: Markdown) -> None:
    """Put these in the place of Python-Markdown's own; those of the host's extensions stay."""
    patterns, blocks = md.inlinePatterns, md.parser.blockprocessors
    if "reference" in patterns and type(patterns["reference"]) is ReferenceInlineProcessor:
        patterns.register(_ReferenceLink(patterns["reference"].pattern, md), "reference", 170)
    if "autolink" in patterns and type(patterns["autolink"]) is AutolinkInlineProcessor:
        patterns.register(AutolinkInlineProcessor(_AUTOLINK, md), "autolink", _BEFORE_MARKS)
    if "reference" in blocks and type(blocks["reference"]) is ReferenceProcessor:
        blocks.register(_LinkDefinitions(md.parser), "reference", 15)


class _Addressed(LinkInlineProcessor):
    """Reads an address in round brackets: on one line, and between pointed brackets to the last of them."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        href, title, end, handled = super().getLink(data, index)
        pointed = data[index + 1 :].lstrip().startswith("<")
        address = data[index + 1 : end].strip().removesuffix(")").rstrip()
        if pointed and not _POINTED.match(data, index):
            return href, title, end, False
        if title is None and not pointed and ("\n" in address or _OF_THE_WEB_WITH_SPACES.match(address)):
            return href, title, end, False
        return href, title, end, handled


class AddressedLink(_Addressed):
    """Reads a link with its address, unless there is a link in its words."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        text, _, handled = self.getText(data, m.end(0))
        if handled and _holds_link(self.md, text):
            return None, None, None
        return super().handleMatch(m, data)


class AddressedImage(_Addressed, ImageInlineProcessor):
    """Reads a picture with its address."""


class _ReferenceLink(ReferenceInlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        text, _, handled = self.getText(data, m.end(0))
        if handled and _holds_link(self.md, text):
            return None, None, None
        return super().handleMatch(m, data)

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802
        label, end, handled = super().evalId(data, index, text)
        return label and INLINE_PLACEHOLDER_RE.sub(self._written, label), end, handled

    def _written(self, match: re.Match[str]) -> str:
        """Return an escaped character as the label of the definition has it."""
        put_aside = _put_aside(self.md, match)
        escaped = _ESCAPED.fullmatch(put_aside) if isinstance(put_aside, str) else None
        return f"\\{chr(int(escaped[1]))}" if escaped else match[0]


def _put_aside(md: Markdown, match: re.Match[str]) -> Element | str | None:
    """Return what has been put aside for a stand-in."""
    found: Element | str | None = md.treeprocessors["inline"].stashed_nodes.get(match[1])  # type: ignore[attr-defined]
    return found


def _holds_link(md: Markdown, words: str) -> bool:
    """Tell whether the words of a link hold another link: then the inner one is the link, and the outer one is none."""
    for match in _INNER.finditer(words):
        label = match["label"]
        if label is None or (label or match["words"]).lower() in md.references:
            return True
    nodes = (_put_aside(md, match) for match in INLINE_PLACEHOLDER_RE.finditer(words))
    return any(isinstance(node, Element) and node.tag == "a" for node in nodes)


class _LinkDefinitions(ReferenceProcessor):
    """Reads `[label]: address`, also where there are escaped brackets in the label."""

    RE = re.compile(
        r"^[ ]{0,3}\[((?:\\.|[^\[\]\\])*)\]:[ ]*(?:\n[ ]*)?(<[^<>\n]*>|(?!<)\S+)"
        r"(?:((?:[ ]+|[ ]*\n[ ]*|(?<=>))(['\"])((?:.|\n){0,1000}?)\4|(?:[ ]+|[ ]*\n[ ]*)\((.*)\))[ ]*|[ ]*)$",
        re.MULTILINE,
    )
