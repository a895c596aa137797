"""Text that Markdown would pass on unchanged: tags, comments, and included files."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from pymdownx.snippets import SnippetMissingError, SnippetPreprocessor

from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Problem
from .markdown_for_html import markdown_for

_BLOCKS, _INLINE, _SNIPPETS = "html_block", "html", "snippet"
"""The names under which Python-Markdown and PyMdown register the processors that are watched."""
_BLOCK_PRIORITY, _INLINE_PRIORITY, _SNIPPET_PRIORITY = 20, 90, 32
_QUOTED = re.compile(r"'(.+)'", re.DOTALL)
_OPENING = re.compile(r"<[^\s>]*")
_READ_ALREADY = re.compile("\x02[^\x03]*\x03")
"""What Python-Markdown has put in the place of a link or code in a comment."""
_LONGEST_SHOWN = 40


class Watch:
    """Runs before the processors that let raw text through, and records it for one page."""

    def __init__(self, md: Markdown, *, comments: bool = False) -> None:
        """`comments` says whether comments may be in the text, because they are taken out of the page later."""
        self.comments = comments
        self.given = ""
        self.pieces: list[str] = []
        self.missing: list[str] = []
        if _BLOCKS in md.preprocessors:
            md.preprocessors.register(_WatchedBlocks(md, self), _BLOCKS, _BLOCK_PRIORITY)
        if _INLINE in md.inlinePatterns:
            md.inlinePatterns.register(_WatchedInline(md, self), _INLINE, _INLINE_PRIORITY)
        if _SNIPPETS in md.preprocessors:
            md.preprocessors.register(_WatchedSnippets(md, self), _SNIPPETS, _SNIPPET_PRIORITY)

    def clear(self, given: str = "") -> None:
        """Forget the previous page. `given` is the text of the next, which plugins may have changed."""
        self.given = given
        self.pieces.clear()
        self.missing.clear()

    def problems(self, source: Source) -> Iterator[Problem]:
        """Yield the raw text of this page, each piece at its place."""
        taken: list[tuple[int, int]] = []
        for piece in islice(self._unwanted(source), MOST_ON_A_PAGE + 1):
            opening = _opening_of(piece)
            at = _first_outside(taken, opening, source.text)
            # The tags within a block are not told a second time.
            taken.append((at, at + max(len(piece), 1)))
            shown = " ".join(_READ_ALREADY.sub("…", piece).split())
            seen = f"HTML in the text: '{shown[:_LONGEST_SHOWN]}{'…' if len(shown) > _LONGEST_SHOWN else ''}'"
            hint = (
                f"write {markdown_for(piece, _line_at(source.text, at))}; to show a literal '<', put a space after it"
            )
            if piece.startswith("<!--"):
                hint = "remove the comment: it would be published with the page"
            yield Problem(Code.RAW_HTML, source.place(at), seen, hint)
        for path in self.missing:
            hint = "write a path in the project, relative to this file's folder or to 'base_path'"
            whole = re.search(rf"(?<![\w./-]){re.escape(path)}(?![\w./-])", source.text)
            place = source.place(whole.start() if whole else 0)
            yield Problem(Code.BAD_SNIPPET, place, f"no file '{path}' in the project to include", hint)

    def by_plugins(self, source: Source) -> frozenset[str]:
        """Return the pieces that a plugin of the host has put into the text before it came here."""
        return frozenset(piece for piece in self.pieces if piece in self.given and piece not in source.text)

    def _unwanted(self, source: Source) -> Iterator[str]:
        by_plugins = self.by_plugins(source)
        for piece in self.pieces:
            if piece not in by_plugins and not (self.comments and piece.startswith("<!--")):
                yield piece


def _opening_of(piece: str) -> str:
    """Return by which characters a piece is found in the text: a tag by its name, a comment by its first words."""
    if piece.startswith("<!--"):
        said = _READ_ALREADY.split(piece[4:], maxsplit=1)[0].strip().split("\n")[0]
        return " ".join(("<!--", *said.split()))
    return match[0] if (match := _OPENING.match(piece)) else piece


def _line_at(text: str, place: int) -> str:
    """Return the line of the text in which a place is."""
    return text[text.rfind("\n", 0, place) + 1 :].split("\n", 1)[0]


def _first_outside(taken: Sequence[tuple[int, int]], opening: str, text: str) -> int:
    """Return where a tag is opened first, outside of the places of others; the beginning when it is not found."""
    name_ends = "" if opening.startswith("<!") else r"(?![\w-])"
    if opening == "<!--":
        # What follows has been read as a link or code; a comment that is known by its words is not meant.
        name_ends = r"(?=\s*[\[`*_!<])"
    # Tabs have become spaces, and the words of a comment may begin below its opening.
    found = re.finditer(r"\s*".join(map(re.escape, opening.split())) + name_ends, text)
    outside = (match.start() for match in found if not any(start <= match.start() < end for start, end in taken))
    return next(outside, 0)


class _WatchedBlocks(Preprocessor):
    def __init__(self, md: Markdown, watch: Watch) -> None:
        super().__init__(md)
        self.watched = md.preprocessors[_BLOCKS]
        self.watch = watch

    def run(self, lines: list[str]) -> list[str]:
        stash = self.md.htmlStash.rawHtmlBlocks
        before = len(stash)
        outcome = self.watched.run(lines)
        for block in stash[before:]:
            # With `md_in_html` an element is in the place of its text.
            self.watch.pieces.append(f"<{block.tag}>" if isinstance(block, Element) else block.strip())
        return outcome


class _WatchedInline(HtmlInlineProcessor):
    def __init__(self, md: Markdown, watch: Watch) -> None:
        super().__init__(md.inlinePatterns[_INLINE].pattern, md)
        self.watch = watch

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if not m[0].startswith("</") or not self._is_open(m[0][2:-1].strip().lower()):
            self.watch.pieces.append(m[0])
        return super().handleMatch(m, data)

    def _is_open(self, name: str) -> bool:
        """Tell whether an element of that name has been opened in the page, and so been reported."""
        return any(piece.lower().startswith(f"<{name}") for piece in self.watch.pieces)


class _WatchedSnippets(Preprocessor):
    """Takes in files of the project alone, and says when one is not there."""

    def __init__(self, md: Markdown, watch: Watch) -> None:
        super().__init__(md)
        self.watched = md.preprocessors[_SNIPPETS]
        if isinstance(self.watched, SnippetPreprocessor):
            self.watched.check_paths = True
            self.watched.restrict_base_path = True
            self.watched.url_download = False
            self.download = self.watched.download  # the extension empties its cache between pages
        self.watch = watch

    def run(self, lines: list[str]) -> list[str]:
        for _ in range(len(lines)):
            try:
                return self.watched.run(lines)
            except SnippetMissingError as error:
                named = _QUOTED.search(str(error))
                path = named[1] if named else str(error)
                self.watch.missing.append(path)
                left = [line for line in lines if not line.strip("\"' ").endswith(path)]
                if len(left) == len(lines):
                    break
                lines = left
        return lines
