"""The front page of a brief whose author wrote none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..model.addresses import CITE_PATH, GLOSSARY_PATH, HOME_PATH, NAMES_PATH, PLACES_PATH, REFERENCES_PATH, WHOLE_PATH
from ..model.brief import Author, Brief, Chapter
from ..model.catalogue import PageBody
from ..model.citing import OwnCitation
from ..model.dates_in_words import date_in_words, edition_in_words
from ..model.publication import Download
from ..model.sentences import sentences_of
from ..wording.words import Words
from .downloads import DownloadGroup, download_groups, offer
from .figures import key_figure
from .front_charts import FrontPictures, ShownPicture, pictures_of
from .glossary import KindCount, kind_counts
from .maps import brief_map
from .render import fragment
from .site_index import SiteView
from .words import machine_date

WORDS_A_MINUTE = 220

_SUMMARY = re.compile(r"(?:\d+[-_])?(?:executive[-_])?summary")
"""The name of the summary file, whose paragraphs each begin with a point of the argument."""


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter in the list on the front page."""

    number: str
    title: str
    summary: str
    """The first sentence of its summary."""
    href: str
    reading: str
    """`12 minutes`."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the argument: the first sentence of a paragraph of the summary."""

    text: str
    number: str
    """The paragraph's."""
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """The chapters of one folder."""

    title: str
    """Empty for chapters outside any folder."""
    chapters: tuple[ChapterLine, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A button that leads into the brief."""

    label: str
    """`Start reading`, `Summary`, `PDF`."""
    detail: str
    """`12 min`, `940 KB`."""
    href: str
    file: bool = False
    """Whether it leads to a file."""


@dataclass(frozen=True, slots=True)
class _HomeView:
    """The values of the front page's template."""

    brief: Brief
    series: str
    """The series with its number."""
    edition: str
    authors: tuple[Author, ...]
    date: str
    datetime: str
    doors: tuple[Door, ...]
    sources: str
    """`612 sources`; empty if the brief has none."""
    references_href: str
    pictures: FrontPictures
    argument: tuple[Point, ...]
    """Empty if no chapter is a summary."""
    citation: OwnCitation | None
    for_people: DownloadGroup | None
    for_programs: tuple[DownloadGroup, ...]
    whole_href: str
    """Empty if there is no page of all chapters."""
    parts: tuple[Part, ...]
    key_figure: Markup
    """From a template, so already escaped."""
    kinds: tuple[KindCount, ...]
    entries: int
    glossary_href: str
    names_href: str
    cite_href: str


def home_page(site: SiteView, downloads: Sequence[Download], *, whole: bool) -> PageBody:
    """Return the front page: title, pictures, argument, chapters, how to cite, files.

    `whole` tells whether there is a page of all chapters.
    """
    brief = site.project.brief
    words = _words_by_chapter(site)
    groups = download_groups(downloads, site.addresses.of(HOME_PATH), site.words)
    references = len(site.knowledge.references)
    view = _HomeView(
        brief=brief,
        series=_series(brief, site.words),
        edition=edition_in_words(brief, site.words),
        authors=brief.authors,
        date=date_in_words(brief.date, site.words) if brief.date else "",
        datetime=machine_date(brief.date) if brief.date else "",
        doors=_doors(site, words, downloads),
        sources=site.words.counted("{n} source", "{n} sources", references) if references else "",
        references_href=_to(REFERENCES_PATH, site),
        pictures=pictures_of(site, subjects=(_map,)),
        argument=_argument(site),
        citation=next((citation for citation in site.knowledge.own_citations if citation.text), None),
        for_people=next((group for group in groups if group.to_read), None),
        for_programs=tuple(group for group in groups if not group.to_read),
        whole_href=_to(WHOLE_PATH, site) if whole else "",
        parts=tuple(
            Part(_part_title(folders), tuple(_line(chapter, words, site) for chapter in chapters))
            for folders, chapters in groupby(site.project.chapters, key=lambda chapter: chapter.folders)
        ),
        key_figure=Markup(key_figure(site)),
        kinds=kind_counts(site.entries.values(), site.words),
        entries=len(site.entries),
        glossary_href=_to(GLOSSARY_PATH, site),
        names_href=_to(NAMES_PATH, site),
        cite_href=_to(CITE_PATH, site),
    )
    return PageBody(fragment("home.html", site.words, home=view), stands_alone=True)


def _series(brief: Brief, words: Words) -> str:
    if brief.series and brief.number:
        return words.say("{series}, no. {number}", series=brief.series, number=brief.number)
    return brief.series


def _map(site: SiteView) -> ShownPicture | None:
    """Return the map of the brief, or None if nothing in it has coordinates."""
    drawn = brief_map(site, HOME_PATH)
    return (
        ShownPicture("", Markup(drawn), href=_to(PLACES_PATH, site), more=site.words.say("All places and routes"))
        if drawn
        else None
    )


def _to(path: str, site: SiteView) -> str:
    return site.addresses.link(to=path, start=HOME_PATH)


def _doors(site: SiteView, words: dict[str, int], downloads: Iterable[Download]) -> tuple[Door, ...]:
    """Return the buttons into the brief: its first chapter, its summary if it has one, its PDF once it is made."""
    summary = next((chapter for chapter in site.project.chapters if _SUMMARY.fullmatch(chapter.slug)), None)
    first = next((chapter for chapter in site.project.chapters if chapter is not summary), None)
    doors: list[Door] = []
    if first:
        doors.append(
            Door(site.words.say("Start reading"), _minutes(sum(words.values()), site.words), _to(first.path, site))
        )
    if summary:
        doors.append(
            Door(site.words.say("Summary"), _minutes(words.get(summary.path, 0), site.words), _to(summary.path, site))
        )
    start = site.addresses.of(HOME_PATH)
    doors += (
        Door(file.name, file.size, file.href, file=True)
        for download in downloads
        if download.file.whole_brief and download.file.media_type == "application/pdf"
        for file in (offer(download, start, site.words),)
    )
    return tuple(doors)


def _minutes(count: int, words: Words) -> str:
    return words.say("{n} min", n=words.number(minutes_to_read(count)))


def minutes_to_read(words: int) -> int:
    """Return the reading time of that many words in minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def _words_by_chapter(site: SiteView) -> dict[str, int]:
    """Return the number of words in each chapter, without footnotes."""
    return {
        annotated.chapter.path: sum(len(p.text.split()) for p in annotated.paragraphs if not p.note)
        for annotated in site.knowledge.chapters
    }


def _argument(site: SiteView) -> tuple[Point, ...]:
    """Return the first sentences of the summary's paragraphs, if one of the chapters is a summary."""
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
        reading=site.words.counted("{n} minute", "{n} minutes", minutes_to_read(words.get(chapter.path, 0))),
    )


def _part_title(folders: tuple[str, ...]) -> str:
    """Return a path of folders as a heading: `south-caucasus` as `South caucasus`."""
    return " · ".join(folder.replace("-", " ").replace("_", " ").capitalize() for folder in folders)
