"""The author's footnotes, as Python-Markdown's extension reads them."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from ..model.blocks import TextBlock
from ..model.document import Footnote
from ..model.places import Source
from ..model.problems import Code, Problem
from .dialect.notes_in_line import PREFIX
from .finding import definition_of
from .tree import TreeReader

_EMPTY_IN_LINE = re.compile(r"(?<![\\`])\^\[\s*\]")
_NOWHERE = "\x02nowhere\x02"
"""A string that no text contains: the extension is to put the list of notes at the end, from where it is taken."""
_BEFORE_THE_LIST = 60
"""The priority at which the extension has not yet made that list (50)."""


class FootnoteTexts(OrderedDict[str, str]):
    """The text of each footnote by its label. The extension keeps the last text of a label, and this knows which."""

    def __init__(self) -> None:
        super().__init__()
        self.replaced: list[str] = []

    def __setitem__(self, label: str, text: str) -> None:
        if self.get(label, text) != text:
            self.replaced.append(label)
        super().__setitem__(label, text)


class FootnoteReader:
    """Reads the footnotes of one page after the other with one instance of Markdown."""

    def __init__(self, md: Markdown) -> None:
        extensions = (each for each in md.registeredExtensions if isinstance(each, FootnoteExtension))
        self.extension = next(extensions, None)
        self.texts = FootnoteTexts()
        if self.extension is not None:
            marker = str(self.extension.getConfig("PLACE_MARKER"))
            self.extension.setConfig("PLACE_MARKER", _NOWHERE)
            md.treeprocessors.register(_WithoutMarker(md, marker), "pb-place-marker", _BEFORE_THE_LIST)

    def clear(self) -> None:
        """Forget the footnotes of the previous page; Markdown has already been reset."""
        self.texts = FootnoteTexts()
        if self.extension is not None:
            self.extension.footnotes = self.texts

    def labels(self) -> dict[str, str]:
        """Return the labels of the page's footnotes by the ids that the extension makes of them."""
        extension = self.extension
        return {} if extension is None else {extension.makeFootnoteId(label): label for label in self.texts}

    def drop_ids(self, root: Element) -> None:
        """Take out the ids that the extension gives: writers make their own, and a label need not be an id."""
        for element in root.iter():
            if element.tag in {"sup", "li"} and element.get("id", "").startswith("fn"):
                del element.attrib["id"]

    def take_list(self, root: Element) -> dict[str, Element]:
        """Take the list of footnotes out of the tree, of which it is the last element; return its items by label."""
        if not self.labels():
            return {}
        listed = root[-1]
        root.remove(listed)
        items = listed.find("ol")
        return dict(zip(self.texts, () if items is None else items, strict=True))

    def read(self, items: Mapping[str, Element], reader: TreeReader) -> tuple[Footnote, ...]:
        """Return the footnotes, given the items of their list by label."""
        return tuple(self._footnote(label, item, reader) for label, item in items.items())

    def problems(self, source: Source) -> Iterator[Problem]:
        """Yield the footnotes of which the page shows only the last text, and empty ones."""
        for label in (label for label, text in self.texts.items() if not text.strip()):
            if not label.startswith(PREFIX):
                place = source.place(definition_of(label, "", source))
                message = f"the note '[^{label}]' is empty"
                hint = "write its text on the same line; indent further lines by four spaces"
                yield Problem(Code.UNDEFINED_NOTE, place, message, hint)
        if any(label.startswith(PREFIX) and not text.strip() for label, text in self.texts.items()):
            for match in _EMPTY_IN_LINE.finditer(source.text):
                hint = "write its text between the brackets"
                yield Problem(Code.UNDEFINED_NOTE, source.place(match.start()), "the note '^[]' is empty", hint)
        for label in dict.fromkeys(self.texts.replaced):
            message = f"the note '[^{label}]' is written more than once in this page"
            hint = "give one of them a different label: readers would see only the last"
            place = source.place(definition_of(label, self.texts[label], source))
            yield Problem(Code.DUPLICATE_ID, place, message, hint)

    def _footnote(self, label: str, item: Element, reader: TreeReader) -> Footnote:
        if label in reader.calls:
            at = reader.finder.begin_line_note(reader.note_places.get(label, 0))
        else:
            at = reader.finder.begin_note(label, self.texts[label])
        blocks = reader.blocks(item)
        # The link back to the text, which is not read, may have had a paragraph to itself.
        said = (block for block in blocks if not (isinstance(block, TextBlock) and not block.inlines))
        return Footnote(label, tuple(said), at)


class _WithoutMarker(Treeprocessor):
    """Takes out the mark of the place where an author wants the notes, which the page has beside their calls.

    The extension would put the notes in the place of the whole paragraph that holds the mark, or of code.
    """

    def __init__(self, md: Markdown, marker: str) -> None:
        super().__init__(md)
        self.marker = marker

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.tag == "p" and self.marker in (child.text or "")]:
                child.text = (child.text or "").replace(self.marker, "")
                if not child.text.strip() and not len(child):
                    parent.remove(child)
