"""Annotated chapters, kept from one build to the next.

The result for a chapter depends on its tree and on a few things around it. While those are the same, so is the result.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..model.dates import Span
from ..model.ledger import Tombstone
from ..model.recall import content_fingerprint, fingerprint, recalled_content, stands_for
from .chapter import Annotation, Setting, annotate
from .citations import PrintedCitation
from .definitions import Names
from .parse import ChapterParser, ParsedChapter


@dataclass(frozen=True, slots=True)
class _Around:
    """What the annotation of every chapter depends on."""

    names: Names
    notes_style: bool
    language: str
    located: tuple[str, ...]
    dated: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class _Given:
    """What the annotation of one chapter depends on besides its tree."""

    label: str
    ids: tuple[str, ...]
    led_here: tuple[tuple[Tombstone, ...], ...]
    citations: Mapping[int, PrintedCitation]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _KeptAnnotation:
    """The stored result for a chapter, from one process to the next."""

    annotation: Annotation
    tree: bytes | None
    """What stands for the finished tree."""
    whole: bytes | None
    """What stands for it with all that was found in it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    parsed: ParsedChapter
    given: _Given
    annotation: Annotation
    tree: bytes | None = None
    whole: bytes | None = None


@dataclass(slots=True)
class ChapterMemory:
    """The reader of chapters, and its latest results."""

    parser: ChapterParser
    _around: _Around | None = None
    _print: bytes | None = None
    """What stands for what is around the chapters."""
    _kept: dict[str, _Kept] = field(default_factory=dict)
    """By the chapter's path."""

    def annotated(self, chapters: Iterable[ParsedChapter], setting: Setting) -> tuple[Annotation, ...]:
        """Return the annotated chapters, forgetting earlier ones that are not among them."""
        around = _Around(
            setting.names, setting.notes_style, setting.language, tuple(sorted(setting.located)), setting.dated
        )
        is_same = around == self._around
        before = self._kept if is_same else {}
        if not is_same and self.parser.reads_chapters_alone:
            self._print = content_fingerprint(around)
        rules = (self.parser.rules, self._print) if self.parser.reads_chapters_alone and self._print else None
        kept = {parsed.chapter.path: _kept(parsed, setting, before, rules) for parsed in chapters}
        self._around, self._kept = around, kept
        for each in kept.values():
            stands_for(each.tree, each.annotation.chapter.document)
            stands_for(each.whole, each.annotation.chapter)
        return tuple(each.annotation for each in kept.values())


def _kept(
    parsed: ParsedChapter, setting: Setting, before: Mapping[str, _Kept], rules: tuple[str, bytes] | None
) -> _Kept:
    """Return an annotated chapter; `rules` says what else its annotation depends on, None if that is unknown."""
    path = parsed.chapter.path
    given = _Given(
        setting.labels[path],
        setting.ids[path],
        tuple(setting.led_here.get(paragraph_id, ()) for paragraph_id in setting.ids[path]),
        setting.citations.get(path, {}),
        setting.words.get(path, {}),
    )
    last = before.get(path)
    # A tree that was read again is a different object, even for the same text.
    if last is not None and last.parsed is parsed and last.given == given:
        return last
    if rules is None:
        return _Kept(parsed, given, annotate(parsed, setting))
    found = recalled_content(partial(_found, parsed, setting), Annotation, rules, parsed.chapter, given)
    return _Kept(parsed, given, found.annotation, found.tree, found.whole)


def _found(parsed: ParsedChapter, setting: Setting) -> _KeptAnnotation:
    annotation = annotate(parsed, setting)
    chapter = annotation.chapter
    tree = fingerprint(chapter.document)
    beside = (chapter.chapter, chapter.paragraphs, chapter.mentions, chapter.citations, chapter.asides)
    return _KeptAnnotation(annotation, tree, fingerprint(tree, *beside) if tree else None)
