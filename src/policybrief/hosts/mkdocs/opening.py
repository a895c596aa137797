"""A page of a preview at the moment when somebody opens it: it is made, and then served like any other."""

from collections.abc import Callable

from .build_memory import BuildMemory
from .finished_page import FinishedPage
from .page_guard import PageGuard


def opened(
    page: FinishedPage, render: Callable[[], str], bare: Callable[[], str], guard: PageGuard, memory: BuildMemory
) -> str:
    """Return a page that was left for later, as after a build; `bare` makes it without the author's text.

    Raises PluginError like the guard, and AddOnError.
    """
    path = page.file.src_uri
    with memory.at_hand():
        page.open()
        guard.content_made(page.content or "", path)
        page.escape_description()
        page.active = True
        try:
            html = render()
        finally:
            page.active = False
        guard.page_made(html, path, bare)
        return guard.secured(html, path)
