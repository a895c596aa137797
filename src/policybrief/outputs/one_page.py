"""The whole brief as one page: the converted chapters one behind the other, with the ids they have of their own.

A chapter repeats its notes at its end, for paper; here they would be a quarter of the page, so this one prints those
that stand in place.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from ..model.addresses import WHOLE_PATH, Addresses, relative
from ..model.brief import Brief, Chapter
from ..model.output import Contents, Page

WHOLE_TITLE = "The whole brief"

LARGEST = 400_000
"""How many characters of text one page may hold: some 60,000 words. A larger brief has no such page."""

_POINTING = frozenset({"href", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"})
_ADDRESSES = frozenset({"href", "src"})
_FOR_PAPER = "pb-endnotes"
"""The class of the section that a chapter has for paper only."""
_HEADINGS = {f"h{level}": f"h{min(level + 1, 6)}" for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class ConvertedChapter:
    """A chapter as the host has converted it."""

    path: str
    title: str
    html: str


def fits_one_page(chapters: Sequence[Chapter]) -> bool:
    """Return whether the chapters are several, and no more than a browser can bear at once."""
    return len(chapters) > 1 and sum(len(chapter.body) for chapter in chapters) <= LARGEST


def whole_brief(brief: Brief, chapters: Sequence[ConvertedChapter], addresses: Addresses) -> Page:
    """Return the page of all chapters.

    Paragraphs and notes keep their ids. An id that two chapters share is set apart by the number of the chapter, and a
    link to another chapter stays in the page.
    """
    readers = [_Reader.of(chapter.html) for chapter in chapters]
    count = Counter(name for reader in readers for name in reader.ids)
    places = {addresses.of(chapter.path): number for number, chapter in enumerate(chapters, 1)}
    names = {
        number: {name: name if count[name] == 1 else f"{name}-{number}" for name in reader.ids}
        for number, reader in enumerate(readers, 1)
    }
    setting = _Setting(addresses, places, names)
    parts = [_chapter(number, chapter, setting) for number, chapter in enumerate(chapters, 1)]
    contents = tuple(Contents(chapter.title, f"chapter-{number}") for number, chapter in enumerate(chapters, 1))
    listing = "".join(f'<li><a href="#{line.anchor}">{escape(line.title)}</a></li>\n' for line in contents)
    title = brief.title
    facts = (*(author.name for author in brief.authors), brief.date.words if brief.date else "", brief.edition_words)
    head = (
        f'<header class="pb-whole-head"><h1>{escape(title)}</h1>\n'
        f'<p class="pb-facts">{escape(" · ".join(filter(None, facts)))}</p>\n'
        f'<nav aria-label="Chapters"><ul class="pb-whole-contents">\n{listing}</ul></nav></header>\n'
    )
    description = f"All chapters of {title} on one page, for reading through, searching and printing."
    return Page(WHOLE_PATH, WHOLE_TITLE, head + "\n".join(parts), description, contents)


@dataclass(frozen=True, slots=True)
class _Setting:
    addresses: Addresses
    places: Mapping[str, int]
    """The number of each chapter, by its address in the site."""
    names: Mapping[int, Mapping[str, str]]
    """By the number of the chapter: what each of its ids is called in the page."""

    def target(self, href: str, number: int, path: str) -> str:
        """Return where a link of this chapter leads, seen from the page of all chapters."""
        split = urlsplit(href)
        if split.scheme or split.netloc or href.startswith("/"):
            return href
        own = self.addresses.of(path)
        address = urljoin(f"https://site/{own.removeprefix('./')}", href).removeprefix("https://site/")
        bare, _, anchor = address.partition("#")
        chapter = number if not split.path else self.places.get(bare)
        if chapter is not None:
            # `chapter-3` stands before the head of the third chapter, whatever its own ids are.
            return f"#{self.names[chapter].get(anchor, anchor) if anchor else f'chapter-{chapter}'}"
        there = relative(bare, self.addresses.of(WHOLE_PATH))
        return f"{there}#{anchor}" if anchor else there


def _chapter(number: int, chapter: ConvertedChapter, setting: _Setting) -> str:
    writer = _Writer(number, chapter.path, setting)
    writer.feed(chapter.html)
    writer.close()
    # No element around it: what a stylesheet says of the children of a page holds for those of a chapter here.
    return f'<hr class="pb-whole-chapter" id="chapter-{number}">\n{"".join(writer.out)}'


class _Reader(HTMLParser):
    """Reads the ids of a chapter."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.ids: dict[str, None] = {}

    @classmethod
    def of(cls, html: str) -> "_Reader":
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] = None


class _Writer(HTMLParser):
    """Writes a chapter anew: one level of headings lower, its ids and links as they are in the page of all chapters."""

    def __init__(self, number: int, path: str, setting: _Setting) -> None:
        super().__init__(convert_charrefs=False)
        self.number = number
        self.path = path
        self.setting = setting
        self.out: list[str] = []
        self.left_out = 0
        """How many sections are open that the page does without."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section" and (self.left_out or ("class", _FOR_PAPER) in attrs):
            self.left_out += 1
        if self.left_out:
            return
        changed = [(name, self._value(name, value)) for name, value in attrs]
        written = self.get_starttag_text() or ""
        if tag not in _HEADINGS and changed == attrs:
            self.out.append(written)
            return
        said = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in changed)
        self.out.append(f"<{_HEADINGS.get(tag, tag)}{said}{' /' if written.endswith('/>') else ''}>")

    def _value(self, name: str, value: str | None) -> str | None:
        if not value:
            return value
        names = self.setting.names[self.number]
        if name == "id":
            return names[value]
        if name in _ADDRESSES:
            return self.setting.target(value, self.number, self.path)
        if name in _POINTING:
            return " ".join(names.get(word, word) for word in value.split())
        return value

    def handle_endtag(self, tag: str) -> None:
        self._write(f"</{_HEADINGS.get(tag, tag)}>")
        if tag == "section" and self.left_out:
            self.left_out -= 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._write(f"<!--{data}-->")

    def _write(self, text: str) -> None:
        if not self.left_out:
            self.out.append(text)
