"""A plugin or a hook that stopped with an exception: its name and the page, where the host shows a traceback."""

from collections.abc import Iterable, Iterator
from traceback import walk_tb
from types import FrameType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.pages import Page

from ...model.problems import Code, Problem
from .other_plugins import OURS, named, place_of_plugin


def failure_of_plugin(error: Exception) -> Problem | None:
    """Return the problem of a plugin or a hook that let an exception through.

    None when the exception has a message for people already, or comes from somewhere else. The settings are those of
    the build in which it was raised, for it may have been before our own first event.
    """
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    config = next((found for frame in frames if isinstance(found := frame.f_locals.get("config"), MkDocsConfig)), None)
    if config is None or isinstance(error, MkDocsException):
        return None
    at_work = list(_plugins_in(frames, config))
    if not at_work or at_work[-1][0] == OURS:
        return None
    name = at_work[-1][0]
    event = next(function for plugin, function in at_work if plugin == name)
    page = next((found for frame in frames if isinstance(found := frame.f_locals.get("page"), Page)), None)
    at_page = f" at the page '{page.file.src_uri}'" if page else ""
    seen = f"{named(name)} stopped in {event}{at_page} with {_said(error)}"
    hint = "remove it, or make it skip that page if it can; 'mkdocs build --verbose' shows where it happened"
    return Problem(Code.FAILED_PLUGIN, place_of_plugin(name, config), seen, hint)


def _plugins_in(frames: Iterable[FrameType], config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the plugins and hooks whose functions run in these frames, each with the name of the function."""
    for frame in frames:
        for name, plugin in config.plugins.items():
            # A method has its plugin at hand; a hook is a module.
            if frame.f_locals.get("self") is plugin or frame.f_globals is vars(plugin):
                yield name, frame.f_code.co_name


def _said(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
