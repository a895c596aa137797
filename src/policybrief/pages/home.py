"""The front page of a brief whose author wrote none."""

import re
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..model.addresses import CITE_PATH, GLOSSARY_PATH, HOME_PATH, NAMES_PATH, WHOLE_PATH
from ..model.brief import Author, Brief, Chapter
from ..model.catalogue import PageBody
from ..model.citing import OwnCitation
from ..model.publication import Download
from ..model.sentences import sentences_of
from .downloads import DownloadGroup, download_groups
from .figures import key_figure
from .glossary import KindCount, kind_counts
from .render import fragment
from .site_index import SiteView
from .words import counted, machine_date

WORDS_A_MINUTE = 220

_SUMMARY = re.compile(r"(?:\d+[-_])?(?:executive[-_])?summary")
"""The name of the file whose paragraphs each open with a point of the argument."""


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter as the front page lists it."""

    number: str
    title: str
    summary: str
    """The first sentence of it."""
    href: str
    reading: str
    """`12 minutes`."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the argument: the sentence that opens a paragraph of the summary."""

    text: str
    number: str
    """The paragraph's."""
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """The chapters of one folder."""

    title: str
    """Empty for chapters that stand in no folder."""
    chapters: tuple[ChapterLine, ...]


@dataclass(frozen=True, slots=True)
class _HomeView:
    """What the template of the front page is given."""

    brief: Brief
    series: str
    """The series with the number in it."""
    edition: str
    authors: tuple[Author, ...]
    date: str
    datetime: str
    argument: tuple[Point, ...]
    """Empty where no chapter is a summary."""
    citation: OwnCitation | None
    downloads: tuple[DownloadGroup, ...]
    whole_href: str
    """Empty where there is no page of all chapters."""
    parts: tuple[Part, ...]
    reading: str
    """How long the whole takes to read."""
    key_figure: Markup
    """Made by a template, and so escaped."""
    kinds: tuple[KindCount, ...]
    entries: int
    glossary_href: str
    names_href: str
    cite_href: str


def home_page(site: SiteView, downloads: tuple[Download, ...], *, whole: bool) -> PageBody:
    """Return the front page: what the brief is and argues, how to cite it, its chapters, its glossary, its files.

    `whole` says whether there is a page of all chapters.
    """
    brief = site.project.brief
    words = _words_by_chapter(site)
    view = _HomeView(
        brief=brief,
        series=" ".join(filter(None, (brief.series, brief.number))),
        edition=brief.edition_words,
        authors=brief.authors,
        date=brief.date.words if brief.date else "",
        datetime=machine_date(brief.date) if brief.date else "",
        argument=_argument(site),
        citation=next((citation for citation in site.knowledge.own_citations if citation.text), None),
        downloads=download_groups(downloads, site.addresses.of(HOME_PATH)),
        whole_href=site.addresses.link(to=WHOLE_PATH, start=HOME_PATH) if whole else "",
        parts=tuple(
            Part(_part_title(folders), tuple(_line(chapter, words, site) for chapter in chapters))
            for folders, chapters in groupby(site.project.chapters, key=lambda chapter: chapter.folders)
        ),
        reading=reading_time(sum(words.values())),
        key_figure=Markup(key_figure(site)),
        kinds=kind_counts(site.entries.values()),
        entries=len(site.entries),
        glossary_href=site.addresses.link(to=GLOSSARY_PATH, start=HOME_PATH),
        names_href=site.addresses.link(to=NAMES_PATH, start=HOME_PATH),
        cite_href=site.addresses.link(to=CITE_PATH, start=HOME_PATH),
    )
    return PageBody(fragment("home.html", home=view), stands_alone=True)


def reading_time(words: int) -> str:
    """Return how long that many words take: `1 minute`, `12 minutes`."""
    return counted(max(1, round(words / WORDS_A_MINUTE)), "minute")


def _words_by_chapter(site: SiteView) -> dict[str, int]:
    """Return the number of words of each chapter, footnotes left out."""
    return {
        annotated.chapter.path: sum(len(p.text.split()) for p in annotated.paragraphs if not p.note)
        for annotated in site.knowledge.chapters
    }


def _argument(site: SiteView) -> tuple[Point, ...]:
    """Return the sentences that open the paragraphs of the summary, if one of the chapters is that."""
    summary = next((one for one in site.knowledge.chapters if _SUMMARY.fullmatch(one.chapter.slug)), None)
    return tuple(
        Point(
            _first_sentence(paragraph.text),
            paragraph.number,
            site.addresses.link(to=paragraph.chapter, start=HOME_PATH, anchor=paragraph.id),
        )
        for paragraph in (summary.paragraphs if summary else ())
        if not paragraph.note
    )


def _first_sentence(text: str) -> str:
    first = next(iter(sentences_of(text)), None)
    return text[first.start : first.end] if first else ""


def _line(chapter: Chapter, words: dict[str, int], site: SiteView) -> ChapterLine:
    return ChapterLine(
        number=chapter.number,
        title=chapter.title,
        summary=_first_sentence(chapter.summary),
        href=site.addresses.link(to=chapter.path, start=HOME_PATH),
        reading=reading_time(words.get(chapter.path, 0)),
    )


def _part_title(folders: tuple[str, ...]) -> str:
    """Return the folders as a heading: `south-caucasus` as `South caucasus`."""
    return " · ".join(folder.replace("-", " ").replace("_", " ").capitalize() for folder in folders)
