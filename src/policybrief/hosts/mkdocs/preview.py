"""A preview that survives every state of a brief: the last good site stays available, and all later changes are
noticed.

After a failed build, the host's server blocks every request; it also watches only what was there when it began, and
does not notice when a whole folder disappears or returns.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from click import ClickException
from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch

from ...model.knowledge import AnnotatedChapter
from ...model.problems import printable
from .preview_notes import PreviewNotes
from .preview_server import serve_by
from .reporting import STILL_SHOWN
from .unopened import Unopened, UnopenedSite

log = get_plugin_logger("policybrief")


class Preview:
    """A preview from its first build on; a server comes with the second."""

    def __init__(self) -> None:
        self.notes = PreviewNotes()
        self.unopened: Unopened | None = None
        """What of the site that is shown nobody has asked for yet; None as long as there is no server."""

    def serve_by(self, server: LiveReloadServer, config: MkDocsConfig, names: Callable[[], Iterable[str]]) -> None:
        """Keep the preview going by the server of the host, whatever becomes of the files of the brief.

        `names` are the names in the project's own folder that the brief is made of, as they are by then.
        """
        self.unopened = Unopened(Path(config.site_dir))
        serve_by(server, self.unopened, self.notes)
        if config.config_file_path:
            keep_previewing(server, Path(config.config_file_path), names)

    def shows(
        self, left: UnopenedSite | None, folder: Path, chapters: Iterable[AnnotatedChapter], pages: Mapping[str, File]
    ) -> None:
        """Record the site that is shown from now on.

        `left` is what there is still to make of it, and `folder` where it is; `pages` has the files of its pages.
        """
        self.notes.read(chapters, lambda path: pages[path].dest_uri)
        if self.unopened is not None:
            self.unopened.show(left, folder)


def keep_previewing(server: LiveReloadServer, config_file: Path, names: Callable[[], Iterable[str]]) -> None:
    """Let the server show the last good site while a build fails, and rebuild when any file of the brief comes or goes.

    `names` are the names in the project's own folder that the brief is made of, as they are by then.
    """
    server.builder = _outliving(server.builder)
    # Paths are watched in their real form: the observer compares them.
    root = config_file.resolve().parent
    server.observer.schedule(_Rebuild(server, config_file, names), str(root), recursive=False)


def _outliving(build: Callable[[], None]) -> Callable[[], None]:
    def build_or_keep() -> None:
        try:
            build()
        except (SystemExit, ClickException, TemplateError, OSError) as error:
            # The host ends a failed build in one of the first two ways, and passes faults of templates on.
            # A file may also go between being listed and being read; the change that took it away builds again.
            said = printable(str(error).strip().rstrip(".!"))
            # The host's own words for a build that stops say nothing of the reason, which was told before.
            reason = "" if said.startswith("Aborted with a BuildError") else f"{said}. "
            log.error("%s%s", reason, STILL_SHOWN)  # noqa: TRY400 - no traceback

    return build_or_keep


class _Rebuild(FileSystemEventHandler):
    """Asks for a build when something of the brief comes or goes in the project's own folder."""

    def __init__(self, server: LiveReloadServer, config_file: Path, names: Callable[[], Iterable[str]]) -> None:
        self.server = server
        self.config_file = config_file
        self.names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notice names that belong to the brief. The host watches changes inside a folder."""
        changed = {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
        if changed.isdisjoint(self.names()) or (event.is_directory and event.event_type == "modified"):
            return
        if event.is_directory:
            self.watch_again()
        # The host's own watch of the settings file knows how to ask for a build.
        watch = ObservedWatch(str(self.config_file.absolute()), recursive=True)
        self.server.observer.event_queue.put((FileModifiedEvent(str(self.config_file.absolute())), watch))

    def watch_again(self) -> None:
        """Watch folders again that went and came back: what watched them before ended when they went."""
        for emitter in tuple(self.server.observer.emitters):
            path = emitter.watch.path
            if not emitter.should_keep_running() and Path(str(path)).exists():
                self.server.unwatch(str(path))
                self.server.watch(str(path))
