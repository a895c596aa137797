"""What a preview keeps from one build to the next, all of it by content: the outcome is that of a fresh build."""

from jinja2 import Environment

from ...build import Site, parser_for
from ...chapters.memory import ChapterMemory
from ...model.recall import Recall, recall_by
from .kept_bytecode import KeptBytecode


class PreviewMemory:
    """Chapters as they were read, what was made of them, and the theme's templates as they were compiled."""

    def __init__(self) -> None:
        self._recall = Recall()
        self._bytecode = KeptBytecode()
        self._chapters: ChapterMemory | None = None

    def begin(self) -> None:
        """Begin a build."""
        self._recall.begin()
        recall_by(self._recall)

    def end(self, *, failed: bool) -> None:
        """End a build. What one that failed did not come to is not forgotten."""
        if failed:
            self._recall.keep_all()
        recall_by(None)

    def speed_up(self, env: Environment) -> None:
        """Let the templates of a theme be compiled once."""
        env.bytecode_cache = self._bytecode

    def chapters(self, site: Site) -> ChapterMemory:
        """Return what has read the chapters before, unless the Markdown extensions have changed."""
        kept = self._chapters
        if kept is None or not kept.parser.reads_like(site.extensions, site.extension_configs):
            kept = ChapterMemory(parser_for(site, keep=True))
        self._chapters = kept
        return kept
