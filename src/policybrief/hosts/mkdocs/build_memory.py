"""Results kept from one build to the next, by content, so that the outcome equals that of a fresh build.

Within a preview they are kept in memory, and between processes in one file of the project's cache.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment

from ...build import Site, parser_for
from ...chapters.memory import ChapterMemory
from ...model.recall import Recall, recall_by
from ...publishing.engine_stamp import engine_stamp
from ...publishing.kept_outcomes import KeptOutcomes
from ...wording.words import Words
from .kept_bytecode import KeptBytecode

_FILE = "outcomes"


def kept_outcomes(cache: Path) -> KeptOutcomes:
    """Return the results that earlier processes have kept in the folder `cache` of a project."""
    return KeptOutcomes(cache / _FILE, engine_stamp())


def keep(recall: Recall, kept: KeptOutcomes, *, forgets: bool) -> None:
    """Keep the results that a build used, if any are new; others are kept too unless it `forgets` them."""
    asked = set(recall.asked_for())
    if not kept.knows(asked):
        kept.replace(sorted(asked if forgets else asked.union(kept)), recall.written)
    kept.close()


@contextmanager
def remembering(cache: Path) -> Iterator[None]:
    """Let work use the results in the folder `cache` of the project until the block ends."""
    kept = kept_outcomes(cache)
    recall = Recall(kept)
    recall_by(recall)
    try:
        yield
        keep(recall, kept, forgets=False)
    finally:
        recall_by(None)
        kept.close()


class BuildMemory:
    """The results kept by content, and the compiled templates of the theme."""

    def __init__(self, *, publishes: bool) -> None:
        """`publishes` tells whether this is for one build, and not for the many of a preview."""
        self._publishes = publishes
        self._kept: KeptOutcomes | None = None
        self._recall: Recall | None = None
        self._bytecode: KeptBytecode | None = None
        self._chapters: ChapterMemory | None = None

    def begin(self, cache: Path) -> None:
        """Begin a build of the project whose cache is in this folder."""
        if self._recall is None:
            self._kept = kept_outcomes(cache)
            self._recall = Recall(self._kept)
        self._recall.begin()
        recall_by(self._recall)

    def end(self, *, failed: bool) -> None:
        """End a build. If it failed, results that it did not reach are not forgotten."""
        if self._recall is not None:
            if failed:
                self._recall.keep_all()
            elif self._kept is not None:
                # A preview writes only for its first site: writing after every save would take longer than it saves.
                keep(self._recall, self._kept, forgets=self._publishes)
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        recall_by(None)

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Let work between two builds, in any thread, use the results until the block ends."""
        recall_by(self._recall)
        try:
            yield
        finally:
            recall_by(None)

    def speed_up(self, env: Environment) -> None:
        """Compile the templates of a theme only once."""
        self._bytecode = self._bytecode or KeptBytecode()
        env.bytecode_cache = self._bytecode

    def chapters(self, site: Site, words: Words) -> ChapterMemory:
        """Return the reader of earlier builds, unless the Markdown extensions or the language have changed."""
        kept = self._chapters
        if kept is None or not kept.parser.reads_like(site.extensions, site.extension_configs, words):
            kept = ChapterMemory(parser_for(site, words, keep=True))
        self._chapters = kept
        return kept
