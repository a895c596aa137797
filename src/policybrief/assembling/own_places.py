"""The author's own pages as search finds them: by their titles."""

import re
from collections.abc import Iterable
from html import unescape
from posixpath import basename, splitext

from ..model.places import Source
from ..model.publication import SitePlace
from ..model.shortening import shortened

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<words>[^\n]*?)[ \t]*#*[ \t]*(?:\{[^}\n]*\})?[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(
    r"(?:\A|\n[ \t]*\n)(?![#>|<!:=\-+{ \t]|[*] )(?P<words>[^\n]+?)[ \t]*(?:\{[^}\n]*\})?[ \t]*\n"
    r"(?:=+|-+)[ \t]*(?=\n|\Z)"
)
"""An underlined heading (https://daringfireball.net/projects/markdown/syntax#header)."""
_PARAGRAPH = re.compile(r"^(?![#>|`~<!:=\-*+\d\[{ \t]).+(?:\n.+)*", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?")
_MARKS = re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)|<[^<>\n]*>|\\(?=[^\w\s])")
_OURS = re.compile(r"\[\^[^\]\n]*\]|\[\[!?(?:[\w-]+\|)?(?P<words>[^\[\]|\n]*)\]\]")
"""Note references, and names marked by hand."""
_LONGEST = 160


def own_places(pages: Iterable[Source]) -> tuple[SitePlace, ...]:
    """Return the author's pages as places for search, in order of their paths."""
    return tuple(_place(page) for page in sorted(pages, key=lambda page: page.path))


def _place(page: Source) -> SitePlace:
    text = _COMMENT.sub("", _FENCE.sub("", page.text))
    headings = [found for found in (_HEADING.search(text), _UNDERLINED.search(text)) if found]
    heading = min(headings, key=lambda found: found.start("words"), default=None)
    of_file = splitext(basename(page.path))[0].replace("-", " ").capitalize()
    title = page.title or (_plain(heading["words"]) if heading else "") or of_file
    first = _PARAGRAPH.search(_UNDERLINED.sub("\n\n", text))
    description = page.description or (_plain(first[0]) if first else "")
    return SitePlace(page.path, title, shortened(description, _LONGEST))


def _plain(markdown: str) -> str:
    return unescape(" ".join(_MARKS.sub("", _LINK.sub(r"\g<words>", _OURS.sub(_words_of, markdown))).split()))


def _words_of(match: re.Match[str]) -> str:
    return match["words"] or ""
