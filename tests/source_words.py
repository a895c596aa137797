"""The words of a Markdown text, read by a few simple rules that know nothing of the engine's reader.

What an author writes for readers is found as passages: words that must follow one another on the page. A citation or
the call of a note ends a passage, for what is printed there is another's.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

WORD = re.compile(r"[^\W_]+")
_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\n")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+.*$")
_NOTE = re.compile(r"(?m)^ {0,3}\[\^[^\]\n]+\]:(?P<text>(?:.*\n?)(?:(?:[ \t]*\n)* {4}.*\n?)*)")
_TITLE = re.compile(r"(?m)^#[ \t]+(?P<text>.*)$")
_BLOCK_SETTINGS = re.compile(r"(?m)^[ \t]*/{3,}(?:[ \t]*[\w-]+.*\n(?:[ \t]+(?:attrs|type):?.*\n)*|[ \t]*$)")
_CAPTION = re.compile(
    r"(?m)^[ \t]*(?P<bars>/{3,})[ \t]*(?:table-)?caption\b.*\n(?:[ \t]+(?:attrs|type):?.*\n)*"
    r"(?P<text>(?:.*\n)*?)[ \t]*(?P=bars)[ \t]*$"
)
_BOX = re.compile(r'(?m)^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w -]*?"(.*)"[ \t]*$')
_BOX_WITHOUT_TITLE = re.compile(r"(?m)^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+.*$")
_TAB = re.compile(r'(?m)^[ \t]*={3}[!+]*[ \t]+"(?P<text>.*)"[ \t]*$')
_FENCE = re.compile(r"(?m)^[ \t]*(?:```|~~~).*$")
_TABLE_RULE = re.compile(r"(?m)^[ \t|:-]*-{3}[ \t|:-]*$")
_NUMBER = re.compile(r"(?m)^[ \t>]*\d+[.)](?=[ \t])")
_BRACES = re.compile(r"(?<!\{)\{:?[^{}\n]*[#.=][^{}\n]*\}(?!\})|\{:[^{}\n]*\}|\{:?\s*[#.\w][^{}]*=[^{}]*\}")
_CITATION = re.compile(
    r"\[[^\[\]]*(?<![\w@])-?@\w[^\[\]]*\](?!\()|(?<![\w@.\[/\\])-?@\w(?:[\w:./-]*\w)?(?:\s\[[^\[\]@^]+\])?"
)
_CALL = re.compile(r"\[\^[^\]\s]+\]")
_MARK_WITH_WORDS = re.compile(r"\[\[[^\[\]|]+?\\?\|([^\[\]]+)\]\]")
_MARK = re.compile(r"\[\[(?!!)[^\[\]]+\]\]")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\)|\n(?!\n))*\)")
_LABEL = re.compile(r"(?<=[^\[\]]\])\[[^\[\]\n]+\]")
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>:@]*>", re.DOTALL)
_MARKUP = re.compile(r"[*`~^=]+|(?<![^\W_])_+|_+(?![^\W_])|\\(?=[^\w\s])")
_END = "\0"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that follow one another on a page."""

    words: tuple[str, ...]
    first_line: int
    last_line: int
    """Of the file, from 1: where a problem may say what became of them."""
    elsewhere: bool
    """Whether a page may have them out of the file's order: a footnote, a caption, a tab's label, the title."""


def passages_of(text: str) -> tuple[Passage, ...]:
    """Return the passages of a Markdown file in its order."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    text = _blanked(_FRONT_MATTER, text)
    apart = list(_NOTE.finditer(text))
    rest = _blanked(_NOTE, text)
    apart += _CAPTION.finditer(rest)
    rest = _blanked(_CAPTION, rest)
    apart += _TAB.finditer(rest)
    rest = _blanked(_TAB, rest)
    if title := _TITLE.search(rest):
        apart.append(title)
        rest = rest[: title.start()] + rest[title.end() :]
    found = list(_passages(rest, elsewhere=False))
    for match in apart:
        before = "\n" * match.string.count("\n", 0, match.start("text"))
        found += _passages(before + match["text"], elsewhere=True)
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as a page shows it."""
    return tuple(word.casefold() for word in WORD.findall(unicodedata.normalize("NFC", text)))


def _passages(text: str, *, elsewhere: bool) -> Iterator[Passage]:
    for pattern in (_DEFINITION, _BLOCK_SETTINGS, _FENCE, _TABLE_RULE, _NUMBER):
        text = _blanked(pattern, text)
    text = _BOX.sub(lambda match: _END + match[1] + _END, text)
    text = _blanked(_BOX_WITHOUT_TITLE, text)
    text = _MARK_WITH_WORDS.sub(lambda match: match[1], text)
    for pattern in (_MARK, _CITATION, _CALL):
        text = _cut(pattern, text)
    for pattern in (_PICTURE, _TARGET, _LABEL, _BRACES, _TAG):
        text = _cut(pattern, text, "")
    text = unescape(_MARKUP.sub("", text))
    # An empty line ends a block, and the sign of a list, a cell or a quotation begins another.
    line = 1
    for piece in re.split(rf"({_END}+|\n[ \t>]*\n|\|)", text):
        words = words_of(piece)
        first = line
        line += piece.count("\n")
        if words:
            yield Passage(words, first, line, elsewhere)


def _cut(pattern: re.Pattern[str], text: str, instead: str = _END) -> str:
    """Return a text without what matches, of as many lines as before."""
    return pattern.sub(lambda match: instead + "\n" * match[0].count("\n"), text)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return _cut(pattern, text, "")
