"""A chapter read once: one run of Python-Markdown, from which everything else is made."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from html import unescape
from itertools import islice
from types import FunctionType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import get_installed_extensions

from ..model.blocks import Block, Heading, walk
from ..model.brief import Chapter
from ..model.document import Citable, Document, Section, Uncited
from ..model.inlines import Picture
from ..model.knowledge import Extent
from ..model.places import Source, source_of
from ..model.problems import MOST_ON_A_PAGE, Code, Problem
from ..model.recall import fingerprint, recalled_content, stands_for
from ..wording.words import ENGLISH, Words
from .allowed_rules import take_excuses
from .attributes import pictures_without_words, screen
from .blocks import PARTS, groups_of, heading_text, is_citable, text_as_written, text_of_part
from .caption_numbers import with_caption_numbers
from .captions import Captions
from .citations import CITATION_TAG, register_citations
from .cross_references import CrossReferences, cross_references
from .dialect.registering import register_dialect, with_own_extensions
from .fence_options import register_fence_options
from .finding import Finder
from .footnotes import FootnoteReader
from .kinds_of_boxes import titles_in, with_labels_in
from .marks import BEFORE_ESCAPES, MarkProcessor
from .markup_problems import (
    code_to_run,
    crowded_rows,
    faulty_formulas,
    headings_without_words,
    is_slashes,
    last_opening,
    remarks_placed,
    second_titles,
)
from .plain_words import PlainWords
from .raw_html import Watch
from .residues import residues
from .splitting import register_splitting
from .text import plain_text
from .tree import TreeReader
from .valueless import register_valueless

BEFORE_INLINE = 1000
"""The priority at which the tree has its blocks, and their texts are as the author wrote them."""
_READS_OTHER_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64"})
_KNOWN = ("pymdownx.", "markdown.extensions.")
_NAMES_FILES = frozenset({"custom_icons"})
"""Options that name folders of files which become a part of the page."""
_INSTALLED = frozenset({"markdown", "pymdownx", "material"})
"""Packages whose functions do the same to the same text until another version is installed."""
_FRONT_MATTER = frozenset({"meta", "markdown.extensions.meta"})
"""It would take a first line `Question: why?` out of a chapter, whose front matter has been read by then."""
_HARMLESS = frozenset(
    ("markdown.postprocessors", "markdown.extensions.footnotes", "markdown.extensions.md_in_html", "pymdownx.emoji")
)
"""Where processors of finished HTML come from that only put back what the tree reader puts back too."""
_EXTENSION_FAILS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""How extensions stop at text that their authors did not think of: they have no messages for it."""
_PUT_ASIDE = re.compile("\x02[^\x03]*\x03")
"""A stand-in for what a preprocessor took out of the text; its number says nothing of the paragraph."""


@dataclass(frozen=True, slots=True)
class ParsedChapter:
    """A chapter as determined by its text alone, regardless of the glossary and the sources."""

    document: Document
    problems: tuple[Problem, ...]
    """The problems of its text, regardless of the rest of the brief."""
    code: tuple[Extent, ...] = ()
    """Where it is code that looks as if there were marks in it."""
    references: CrossReferences = field(default_factory=CrossReferences)
    """Its links without text, and the names of its parts for links from elsewhere."""

    @property
    def chapter(self) -> Chapter:
        return self.document.chapter


def reads_pages_alone(extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]]) -> bool:
    """Return whether the result for a page under these extensions depends on no other files."""
    return all(map(_reads_the_page_alone, extensions)) and _says_all(configs)


class ChapterParser:
    """Reads chapters in one language with one set of Markdown extensions, and remembers the results.

    A chapter depends only on its file, the extensions, and the words of the language for boxes and captions, so check,
    build and preview may share one reader.
    """

    def __init__(
        self,
        extensions: Sequence[str | Extension],
        configs: Mapping[str, Mapping[str, object]],
        words: Words = ENGLISH,
        *,
        keep: bool = False,
    ) -> None:
        """`keep` says whether chapters are remembered, for a preview that reads the same ones again and again."""
        self.rules = _rules(extensions, configs, words)
        titles = titles_in(words)
        self.kinds = frozenset(titles.values())
        self.reads_chapters_alone = reads_pages_alone(extensions, configs)
        """Whether what a chapter becomes depends on nothing else that is on the disk."""
        used = with_own_extensions([name for name in extensions if name not in _FRONT_MATTER])
        self.markdown = Markdown(extensions=used, extension_configs=with_labels_in(words, configs))
        self.watch = Watch(self.markdown)
        self.footnotes = FootnoteReader(self.markdown)
        self.blocks = _BlockTexts(self.markdown)
        self.markdown.inlinePatterns.register(MarkProcessor(self.markdown), "pb-mark", BEFORE_ESCAPES)
        register_citations(self.markdown)
        register_fence_options(self.markdown)
        register_splitting(self.markdown)
        self.dialect = register_dialect(self.markdown, titles)
        self.valueless = register_valueless(self.markdown)
        self.plain_words = PlainWords(self.markdown)
        self.captions = Captions(self.markdown)
        self.markdown.treeprocessors.register(self.blocks, "pb-blocks", BEFORE_INLINE)
        self.kept: dict[Chapter, ParsedChapter] | None = {} if keep else None

    def without_effect(self) -> tuple[str, ...]:
        """Return the extensions whose work on finished HTML does not reach the chapters."""
        origins = (type(processor).__module__ for processor in self.markdown.postprocessors)
        return tuple(name for name in origins if name not in _HARMLESS)

    def reads_like(
        self, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]], words: Words
    ) -> bool:
        """Return whether chapters would be the same under these extensions and in this language.

        Whatever else there is on the disk makes no difference then.
        """
        return self.reads_chapters_alone and self.rules == _rules(extensions, configs, words)

    def parse_all(self, chapters: Iterable[Chapter]) -> tuple[ParsedChapter, ...]:
        """Return the chapters, read, forgetting earlier ones that are not among them."""
        before = self.kept or {}
        found = tuple(before.get(chapter) or self._recalled(chapter) for chapter in chapters)
        if self.kept is not None:
            self.kept = {parsed.chapter: parsed for parsed in found}
        if self.reads_chapters_alone:
            for parsed in found:
                # The text of a chapter is written down faster than its tree.
                stands_for(fingerprint(ParsedChapter, self.rules, parsed.chapter), parsed.document)
        return found

    def _recalled(self, chapter: Chapter) -> ParsedChapter:
        if not self.reads_chapters_alone:
            return self.parse(chapter)
        return recalled_content(partial(self.parse, chapter), ParsedChapter, self.rules, chapter)

    def parse(self, chapter: Chapter) -> ParsedChapter:
        """Return a chapter as a tree, with its marks not yet resolved; an empty one if an extension fails."""
        source = source_of(chapter)
        try:
            root = self._root(chapter.body)
        except _EXTENSION_FAILS as error:
            return ParsedChapter(Document(chapter), (self._failure(source, error),))
        put_aside = self.markdown.htmlStash.rawHtmlBlocks
        self.footnotes.drop_ids(root)
        problems = (
            *self.watch.problems(source),
            *screen(root, put_aside, source, raw=self.watch.pieces, valueless=self.valueless.taken),
            *islice(self.footnotes.problems(source), MOST_ON_A_PAGE + 1),
            *islice(pictures_without_words(root, source), MOST_ON_A_PAGE + 1),
            *self.plain_words.problems(source),
            *self.captions.problems(source),
        )
        take_title(root, chapter)
        of_notes = self.footnotes.take_list(root)
        reader = TreeReader(put_aside, Finder(source), self.footnotes.labels(), self.blocks.parts, self._line_notes())
        sections = tuple(self._sections(root, reader))
        notes = self.footnotes.read(of_notes, reader)
        document = with_caption_numbers(Document(chapter, sections=sections, footnotes=notes))
        problems = (*problems, *self._unread(document, reader, source, problems))
        code = tuple(reader.finder.code)
        return ParsedChapter(document, problems, code, cross_references(document, self.kinds))

    def _unread(
        self, document: Document, reader: TreeReader, source: Source, problems: Iterable[Problem]
    ) -> Iterator[Problem]:
        """Yield what in the markup of a page could not be read as it was meant."""
        cells = self.dialect.cells
        yield from islice(remarks_placed(self.dialect.lines.page.remarks, source), MOST_ON_A_PAGE + 1)
        yield from islice(crowded_rows(cells.crowded if cells else (), source), MOST_ON_A_PAGE + 1)
        yield from islice(faulty_formulas(reader.formulas.faulty, source), MOST_ON_A_PAGE + 1)
        yield from islice(second_titles(document), MOST_ON_A_PAGE + 1)
        if any(section.heading and not section.heading.inlines for section in document.sections):
            yield from islice(headings_without_words(source, reader.finder.code), MOST_ON_A_PAGE + 1)
        yield from islice(code_to_run(document, source), MOST_ON_A_PAGE + 1)
        of_captions = {each.place.line for each in problems if each.code is Code.BAD_CAPTION}
        for each in residues(document, source, reader.finder.code):
            if not (of_captions and is_slashes(source, each.place) and last_opening(source, each.place) in of_captions):
                yield each

    def _root(self, body: str) -> Element:
        """Return the finished element tree of a text: what `Markdown.convert` makes before it writes HTML."""
        md = self.markdown.reset()
        self.watch.clear()
        self.footnotes.clear()
        self.plain_words.clear()
        self.captions.clear()
        self.dialect.clear()
        lines = body.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        root = Element(md.doc_tag)
        md.parser.parseChunk(root, "\n".join(lines))
        for processor in md.treeprocessors:
            made = processor.run(root)
            root = root if made is None else made
        return root

    def _line_notes(self) -> Mapping[str, str]:
        """Return the source text of the references to notes without the author's own label, by our label."""
        notes = self.dialect.notes
        return {label: f"^[{text}]" for label, text in notes.texts.items()} if notes else {}

    def _failure(self, source: Source, error: Exception) -> Problem:
        """Return the problem of a text in which an extension fails, at the line up to which it fails."""
        lines = source.text.split("\n")
        line = bisect_left(range(1, len(lines)), True, key=lambda count: self._fails("\n".join(lines[:count])))
        message = f"a Markdown extension fails at this text: {type(error).__name__}: {error}"
        hint = "rewrite what begins here, or remove the extension from mkdocs.yml"
        return Problem(Code.FAILING_MARKUP, source.place(sum(len(each) + 1 for each in lines[:line])), message, hint)

    def _fails(self, body: str) -> bool:
        try:
            self._root(body)
        except _EXTENSION_FAILS:
            return True
        return False

    def _sections(self, root: Element, reader: TreeReader) -> Iterator[Section]:
        in_contents = _labels_of_headings(self.markdown)
        section = Section("", "", 1)
        parts: list[Citable | Uncited] = []
        for group in groups_of(root):
            at = reader.finder.begin_block(self.blocks.known(group) or "")
            allowed = take_excuses(group)
            blocks = tuple(block for element in group for block in reader.block(element))
            if isinstance(blocks[0], Heading):
                if parts or section.heading:
                    yield replace(section, parts=tuple(parts))
                heading, parts = blocks[0], []
                label = in_contents.get(heading.anchor)
                section = Section(heading.anchor, label or "", heading.level, heading, listed=label is not None, at=at)
            elif is_citable(group) and _says_something(blocks):
                parts.append(Citable(blocks, self.blocks.written(group), at, allowed))
            else:
                parts += [Uncited(block, at) for block in blocks]
        if parts or section.heading:
            yield replace(section, parts=tuple(parts))


def _rules(extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]], words: Words) -> str:
    """Return a fingerprint of a set of extensions in one language."""
    names = [name for name in extensions if isinstance(name, str)]
    return repr((names, _described(with_labels_in(words, configs)), _described(titles_in(words))))


def _described(value: object) -> object:
    """Return options in words that are the same in each process, where functions would be told by their address."""
    if isinstance(value, Mapping):
        return sorted((str(name), _described(each)) for name, each in value.items())
    if isinstance(value, list | tuple):
        return [_described(each) for each in value]
    if isinstance(value, partial):
        return ("partial", _described(value.func), _described(value.args), _described(value.keywords))
    # What a function has kept of its surroundings is not seen in its name.
    if isinstance(value, FunctionType) and value.__closure__ is None:
        return f"{value.__module__}.{value.__qualname__}"
    return value


def _reads_the_page_alone(extension: str | Extension) -> bool:
    """Tell whether an extension is known to look at nothing but the page's text."""
    if not isinstance(extension, str):
        return False
    own = {entry.name for entry in get_installed_extensions() if entry.value.startswith("markdown.extensions.")}
    return extension in own or (extension.startswith(_KNOWN) and extension not in _READS_OTHER_FILES)


def _says_all(option: object) -> bool:
    """Tell whether options name all that they stand for: no files, and no functions of the author's own."""
    if isinstance(option, Mapping):
        return _NAMES_FILES.isdisjoint(option) and all(map(_says_all, option.values()))
    if isinstance(option, list | tuple):
        return all(map(_says_all, option))
    if isinstance(option, partial):
        return all(map(_says_all, (option.func, option.args, option.keywords)))
    if isinstance(option, type) or (isinstance(option, FunctionType) and option.__closure__ is None):
        return option.__module__.partition(".")[0] in _INSTALLED
    return option is None or isinstance(option, str | int | float | date)


class _BlockTexts(Treeprocessor):
    """Notes the text of each block before any inline markup is read, by an element that will be there at the end."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.texts: dict[Element, str] = {}
        self.parts: dict[Element, str] = {}

    def run(self, root: Element) -> None:
        self.texts = {group[0]: _PUT_ASIDE.sub("", text_as_written(group)) for group in groups_of(root)}
        self.parts = {part: _PUT_ASIDE.sub("", text_of_part(part)) for part in root.iter() if part.tag in PARTS}

    def known(self, group: tuple[Element, ...]) -> str | None:
        """Return the text of a finished group as the author wrote it; None for one that an extension made."""
        parts = [part for element in group for part in element.iter() if part in self.texts]
        return "\n".join(self.texts[part] for part in parts) if parts else None

    def written(self, group: tuple[Element, ...]) -> str:
        """Return the text of a finished group as the author wrote it; its words by now when an extension made it."""
        known = self.known(group)
        return _PUT_ASIDE.sub("", text_as_written(group)) if known is None else known


def take_title(root: Element, chapter: Chapter) -> None:
    """Remove the heading that gave the chapter its title from the tree, because the page shows it at the top.

    A heading with citations or notes stays. An id that its author gave it stays in its place.
    """
    first = next((child for child in root if child.tag == "h1"), None)
    marked = first is not None and any(part.tag in (CITATION_TAG, "sup") for part in first.iter())
    if first is not None and not marked and heading_text(first) == " ".join(chapter.title.split()):
        own = first.get("id", "")
        if own and (f"#{own}" in chapter.body or f"({own})=" in chapter.body):
            root.insert(list(root).index(first), Element("div", {"id": own}))
        root.remove(first)


def _labels_of_headings(md: Markdown) -> Mapping[str, str]:
    """Return the anchors of the headings in the table of contents, each with the words the author wants it to show.

    Those are mostly empty, and the words of the heading are shown.
    """

    def labels(tokens: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
        for token in tokens:
            yield str(token["id"]), unescape(str(token["data-toc-label"]))
            children = token["children"]
            yield from labels(children if isinstance(children, list) else ())

    return dict(labels(getattr(md, "toc_tokens", ())))


def _says_something(blocks: Iterable[Block]) -> bool:
    nodes = [node for block in blocks for node in walk(block)]
    words = plain_text(blocks)
    return any(character.isalnum() for character in words) or any(isinstance(node, Picture) for node in nodes)
