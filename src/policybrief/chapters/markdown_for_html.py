"""The Markdown to write instead of a piece of HTML, which chapters may not contain."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_LONGEST_READ = 4_000
"""In characters: anything later in a piece does not change the advice."""
_LONGEST_SAID = 120
_MOST_CELLS = 6
_INSTEAD: Mapping[str, str] = {
    "a": "[words](address)",
    "abbr": "*[CIS]: what it stands for",
    "b": "**words**",
    "blockquote": "> words",
    "br": "a backslash at the end of the line",
    "code": "`code`",
    "dd": ": what the term means",
    "del": "~~words~~",
    "details": "??? note",
    "div": "::: note",
    "dl": ": what the term means",
    "em": "*words*",
    "figcaption": "/// figure-caption",
    "figure": "![what it shows](picture.png)",
    "hr": "---",
    "i": "*words*",
    "img": "![what it shows](picture.png)",
    "ins": "^^words^^",
    "li": "- an item",
    "mark": "==words==",
    "ol": "1. an item",
    "p": "an empty line between paragraphs",
    "pre": "```",
    "q": "“words”",
    "s": "~~words~~",
    "span": "[words]{.class}",
    "strike": "~~words~~",
    "strong": "**words**",
    "sub": "H~2~O",
    "sup": "x^2^",
    "table": "| a | b |",
    "u": "[words]{.underline}",
    "ul": "- an item",
}
"""What to write for a tag; `h1` to `h6` use their level."""


def markdown_for(piece: str, line: str) -> str:
    """Return what to write instead of a piece of HTML in a line: quoted Markdown with the words of the piece."""
    match = _NAME.match(piece)
    name = match[1].lower() if match else ""
    if name == "br" and line.count("|") > 1:
        return "a table drawn with '+---+', whose cells may have several lines"
    read = _Read(piece[:_LONGEST_READ])
    first = read.first
    anchor = first.get("id") or first.get("name")
    if name == "a" and anchor and "href" not in first:
        return f"'{{#{anchor}}}' after the heading, or '[words]{{#{anchor}}}'"
    if name == "table" and read.spans:
        return f"a table without cells over several rows or columns, {_quoted(_row(read))} in Markdown"
    own = {"img": _picture, "figure": _picture, "p": _picture, "a": _link, "table": _row}.get(name)
    markdown = own(read) if own else ""
    if not markdown or len(markdown) > _LONGEST_SAID or "\n" in markdown:
        markdown = f"{'#' * int(name[1])} words" if re.fullmatch("h[1-6]", name) else _INSTEAD.get(name, "")
    if not markdown:
        return "Markdown"
    return markdown if markdown.startswith(("a ", "an ")) else f"{_quoted(markdown)} in Markdown"


def _quoted(markdown: str) -> str:
    return f"'{markdown}'"


def _picture(read: "_Read") -> str:
    """Return the first picture, with its caption if it has one; empty if there is no picture."""
    address, alternative = read.picture.get("src", ""), " ".join(read.picture.get("alt", "").split())
    caption = " ".join("".join(read.caption).split())
    if not address or any(character in address for character in " ()<>"):
        return ""
    if caption:
        return f'![{caption}]({address}){{alt="{alternative or "what it shows"}"}}'
    return f"![{alternative or 'what it shows'}]({address})"


def _link(read: "_Read") -> str:
    address = read.first.get("href", "")
    return "" if not address or any(character in address for character in " ()<>") else f"[words]({address})"


def _row(read: "_Read") -> str:
    """Return the first row of a table."""
    cells = [" ".join(cell.split()) for cell in read.cells]
    return f"| {' | '.join(cells)} |" if cells and len(cells) <= _MOST_CELLS and all(cells) else _INSTEAD["table"]


class _Read(HTMLParser):
    """The first tag, first picture, caption and first table row of a piece of HTML."""

    def __init__(self, piece: str) -> None:
        super().__init__()
        self.first: Mapping[str, str] = {}
        self.picture: Mapping[str, str] = {}
        self.caption: list[str] = []
        self.cells: list[str] = []
        self.spans = False
        self.within: str | None = None
        self.rows = 0
        self.feed(piece)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an opening tag."""
        given = {name: value or "" for name, value in attrs}
        self.first = self.first or given
        self.spans = self.spans or any(given.get(name, "1") != "1" for name in ("colspan", "rowspan"))
        self.rows += tag == "tr"
        if tag == "img":
            self.picture = self.picture or given
        if tag in ("th", "td", "figcaption"):
            self.within = tag
            if tag != "figcaption" and self.rows <= 1:
                self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        """Take a closing tag."""
        if tag == self.within:
            self.within = None

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self.within == "figcaption":
            self.caption.append(data)
        elif self.within and self.rows <= 1 and self.cells:
            self.cells[-1] += data
