"""Chapters whose text another plugin would change after it has been read."""

from collections.abc import Iterator
from itertools import zip_longest

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ...model.brief import Chapter
from ...model.places import source_of
from ...model.problems import Code, Problem
from ...model.shortening import shortened
from .finished_page import FinishedPage
from .other_plugins import handlers, named

_LONGEST_SHOWN = 60


def is_changed(chapter: Chapter, markdown: str) -> bool:
    """Return whether the text differs from the chapter's in more than line breaks at the end, which do not matter."""
    return markdown.rstrip("\n") != chapter.body.rstrip("\n")


def change_of(chapter: Chapter, markdown: str, page: FinishedPage, config: MkDocsConfig, files: Files) -> Problem:
    """Return the problem of a chapter whose text would be `markdown` if the host converted it.

    To find the plugin, each one is called again separately.
    """
    names = tuple(dict.fromkeys(_at_work(chapter, page, config, files)))
    who = " and ".join(map(named, names)) or "another plugin or a hook"
    at, changed = _first_change(chapter.body, markdown)
    shown = " ".join(changed.split())
    what = f"make this line '{shortened(shown, _LONGEST_SHOWN)}'" if shown else "remove this line"
    seen = f"{who} would {what}, but a chapter is read only from its file"
    hint = "write the text out in the chapter, or keep the plugin from changing the chapters"
    return Problem(Code.CHANGED_CHAPTER, source_of(chapter).place(at), seen, hint)


def _at_work(chapter: Chapter, page: FinishedPage, config: MkDocsConfig, files: Files) -> Iterator[str]:
    for handler in handlers(config, "page_markdown"):
        outcome = handler.call(chapter.body, page=page, config=config, files=files)
        if isinstance(outcome, str) and is_changed(chapter, outcome):
            yield handler.plugin


def _first_change(before: str, after: str) -> tuple[int, str]:
    """Return where the first difference is, and the new line."""
    lines = zip_longest(before.split("\n"), after.split("\n"), fillvalue="")
    index, old, new = next((index, old, new) for index, (old, new) in enumerate(lines) if old != new)
    same = next((at for at, (a, b) in enumerate(zip_longest(old, new)) if a != b), 0)
    return sum(len(line) + 1 for line in before.split("\n")[:index]) + same, new
