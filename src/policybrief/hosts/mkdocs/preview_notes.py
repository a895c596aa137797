"""The notes of a preview in its pages: the problems of the brief, and which paragraph was edited."""

import logging
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from mkdocs.plugins import get_plugin_logger

from ...model.knowledge import AnnotatedChapter
from ...pages.bundles import preview_script, preview_stylesheet
from ...pages.render import element
from .reporting import COUNTED, STILL_SHOWN

log = get_plugin_logger("policybrief")

_MOST = 100
"""How many messages are shown. The terminal has all of them."""

_OF_THE_SERVER = ".livereload"
"""How the name of the log ends in which the host's server tells of addresses where nothing is."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The paragraph that an author has edited."""

    chapter: str
    """The path of its chapter."""
    paragraph: str
    """Its id."""


class PreviewNotes(logging.Handler):
    """Records the warnings of the host and its plugins, and puts them into pages.

    It is a handler of the host's log, so that pages show what the terminal shows.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[tuple[int, str]] = []
        self._edited: Edited | None = None
        self._page = ""
        self._chapters: Mapping[str, AnnotatedChapter] = {}
        self._saves = 0

    def listen(self) -> None:
        """Start recording."""
        _host_log().addHandler(self)

    def end(self) -> None:
        """Stop recording."""
        _host_log().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Record a message, unless it only counts others or is about a browser's request."""
        if record.name.endswith(_OF_THE_SERVER):
            return
        message = record.getMessage().removeprefix("policybrief: ")
        if not message.startswith(COUNTED):
            self._messages.append((record.levelno, message))

    def begin(self) -> None:
        """Forget the warnings of the previous build."""
        self._messages.clear()
        self._saves += 1

    def read(self, chapters: Iterable[AnnotatedChapter], page_of: Callable[[str], str]) -> None:
        """Record the current chapters; `page_of` returns the path of a chapter's page in the site."""
        now = {read.chapter.path: read for read in chapters}
        self._edited, self._chapters = edited(self._chapters, now), now
        self._page = page_of(self._edited.chapter) if self._edited else ""

    def added_to(self, page: str, paths: Container[str], root: str) -> str:
        """Return a page with the notes for its author.

        `paths` are the places in the site at which it may be, and `root` is the address of the site.
        """
        added = str(self._panel(root))
        if self._edited and self._page in paths:
            told = (("data-paragraph", self._edited.paragraph), ("data-save", str(self._saves)))
            added += str(element("script", (("src", root + preview_script().path), *told)))
        end = page.rfind("</body>")
        return page if not added or end < 0 else page[:end] + added + page[end:]

    def _panel(self, root: str) -> str:
        if not self._messages:
            return ""
        found = sum(message != STILL_SHOWN for _, message in self._messages)
        count = f"{found} problem{'' if found == 1 else 's'}"
        lines = (element("li", (), message) for _, message in self._messages[:_MOST])
        opened = [("open", "")] if any(level >= logging.ERROR for level, _ in self._messages) else []
        details = element("details", opened, element("summary", (), count), element("ul", (), *lines))
        sheet = element("link", (("rel", "stylesheet"), ("href", root + preview_stylesheet().path)))
        own = (("class", "pb-preview"), ("lang", "en"), ("dir", "ltr"), ("aria-label", "Problems of the brief"))
        return element("aside", own, sheet, details)


def edited(before: Mapping[str, AnnotatedChapter], now: Mapping[str, AnnotatedChapter]) -> Edited | None:
    """Return the first paragraph that is new or has other words than before, in a chapter that was there before."""
    for path, chapter in now.items():
        earlier = before.get(path)
        if earlier is not None and earlier is not chapter:
            texts = {paragraph.id: paragraph.text for paragraph in earlier.paragraphs}
            for paragraph in chapter.paragraphs:
                if texts.get(paragraph.id) != paragraph.text:
                    return Edited(path, paragraph.id)
    return None


def _host_log() -> logging.Logger:
    return logging.getLogger(log.logger.name.partition(".")[0])
