"""The sentences that name an entry, grouped by chapter."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ..model.knowledge import Extent, Mention, Paragraph
from ..wording.words import Words
from .site_index import SiteView

FEWEST_TO_FILTER = 12
"""With fewer sentences, readers see all at once and need no filters."""
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d,/]|\.\d)")


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """A piece of a sentence."""

    text: str
    marked: bool
    """Whether it is the name."""


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """A sentence that names the entry at least once."""

    number: str
    """The number of its paragraph."""
    note: bool
    href: str
    pieces: tuple[SentencePiece, ...]
    years: str = ""
    """The years in its paragraph, in order."""


@dataclass(frozen=True, slots=True)
class ChapterMentions:
    """A chapter's sentences that name the entry."""

    number: str
    title: str
    anchor: str
    """The id of its heading."""
    href: str
    count: int
    """How often the chapter names it; at least the number of sentences."""
    quotations: tuple[QuotedSentence, ...]


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form of the name, and how often the text uses it."""

    form: str
    count: int


def mentions_by_chapter(entry_id: str, site: SiteView, start: str) -> tuple[ChapterMentions, ...]:
    """Return where the chapters mention an entry, in reading order, linked from the page at path `start`."""
    mentions = site.mentions.get(entry_id, ())
    groups = groupby(mentions, key=lambda mention: site.paragraphs[mention.paragraph].chapter)
    return tuple(_in_chapter(path, tuple(group), site, start) for path, group in groups)


def _in_chapter(path: str, mentions: tuple[Mention, ...], site: SiteView, start: str) -> ChapterMentions:
    chapter = site.chapters[path]
    href = site.addresses.link(to=path, start=start)
    sentences = groupby(mentions, key=lambda mention: (mention.paragraph, mention.sentence))
    return ChapterMentions(
        number=chapter.number,
        title=chapter.title,
        anchor=f"mentions-{chapter.slug}",
        href=href,
        count=len(mentions),
        quotations=tuple(
            _quotation(site.paragraphs[paragraph], sentence, [m.extent for m in group], href)
            for (paragraph, sentence), group in sentences
        ),
    )


def _quotation(paragraph: Paragraph, sentence: Extent, names: list[Extent], chapter: str) -> QuotedSentence:
    return QuotedSentence(
        number=paragraph.number,
        note=paragraph.note,
        href=f"{chapter}#{paragraph.id}",
        pieces=tuple(p for p in _pieces(paragraph.text, sentence, names) if p.text),
        years=_years(paragraph.text),
    )


@lru_cache(maxsize=20_000)  # each paragraph is needed for every entry that it names
def _years(text: str) -> str:
    return " ".join(sorted(set(_YEAR.findall(text))))


def _pieces(text: str, sentence: Extent, names: Iterable[Extent]) -> Iterator[SentencePiece]:
    """Yield the sentence piece by piece; `names` come in the order of the text."""
    at = sentence.start
    for name in names:
        yield SentencePiece(text[at : name.start], marked=False)
        yield SentencePiece(text[name.start : name.end], marked=True)
        at = name.end
    yield SentencePiece(text[at : sentence.end], marked=False)


def forms_used(entry_id: str, site: SiteView) -> tuple[FormUse, ...]:
    """Return the forms that the chapters use for an entry, the most frequent first."""
    counts = Counter(mention.form for mention in site.mentions.get(entry_id, ()))
    return tuple(FormUse(form, count) for form, count in sorted(counts.items(), key=lambda use: (-use[1], use[0])))


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A filter for a list: the attribute that it compares, and its choices."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    """Values and their words."""


def choices_of(chapters: Iterable[ChapterMentions], words: Words) -> tuple[FilterChoice, ...]:
    """Return the filters for these sentences: chapters and years, if there are several."""
    held = tuple(chapters)
    titles = tuple((one.anchor, f"{one.number} {one.title}".strip()) for one in held)
    years = sorted({year for one in held for quotation in one.quotations for year in quotation.years.split()})
    offered = (
        FilterChoice("chapter", words.say("Chapter"), titles),
        FilterChoice("year", words.say("Year"), tuple((year, year) for year in years)),
    )
    return tuple(choice for choice in offered if len(choice.options) > 1)
