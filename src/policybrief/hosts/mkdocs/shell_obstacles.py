"""Whatever may make pages differ unpredictably, so that each must be rendered separately."""

import re
from collections.abc import Iterator
from pathlib import Path

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_theme_dir

from .other_plugins import handlers, named

log = get_plugin_logger("policybrief")

_NAMES_PAGE = re.compile(rb"\bpage\b")
_RENDERING = ("env", "page_context")
"""The events at which a plugin can change what templates do."""
_OF_FINISHED = ("pre_page", "page_content", "page_context", "post_page", "post_build")
"""The events at which a plugin may ask what is in a page, or in the site."""
_SEARCH = "material/search"
"""Material's search only records pages."""


def obstacle_to_shells(config: MkDocsConfig) -> str:
    """Return why no page can be made from a shell; empty if there is no reason."""
    return next(_obstacles(config), "")


def must_make_all(config: MkDocsConfig) -> bool:
    """Return whether the pages of a preview cannot wait until somebody opens them, and say why."""
    works = (
        f"{named(each.plugin)} works on finished pages" for event in _OF_FINISHED for each in handlers(config, event)
    )
    obstacle = next(works, "") or obstacle_to_shells(config)
    if obstacle:
        log.info("%s: every page is made after each save, which takes longer", obstacle)
    return bool(obstacle)


def _obstacles(config: MkDocsConfig) -> Iterator[str]:
    for event in _RENDERING:
        for handler in handlers(config, event):
            if handler.plugin not in (_SEARCH, "policybrief/handed-over"):
                yield f"{named(handler.plugin)} may change how the theme renders single pages"
    for folder in map(Path, config.theme.dirs):
        if folder.is_dir() and not _is_known(folder, config):
            for path in sorted(folder.rglob("*.html")):
                if _NAMES_PAGE.search(path.read_bytes()):
                    name = path.relative_to(folder).as_posix()
                    yield f"your template '{name}' may treat each page differently"


def _is_known(folder: Path, config: MkDocsConfig) -> bool:
    ours, host = Path(__file__).parent, Path(mkdocs.__file__).parent
    themes = (Path(get_theme_dir(config.theme.name)),) if config.theme.name else ()
    return any(folder.resolve().is_relative_to(known.resolve()) for known in (ours, host, *themes))
