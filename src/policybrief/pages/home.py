"""The front page of a brief whose author wrote none."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..model.brief import Author, Brief, Chapter
from ..model.output import Page
from .figures import key_figure
from .glossary import KindCount, kind_counts
from .paths import CITE_PATH, GLOSSARY_PATH, HOME_PATH, NAMES_PATH
from .render import fragment
from .view import SiteView
from .words import counted, machine_date

WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter as the front page lists it."""

    number: str
    title: str
    summary: str
    href: str
    reading: str
    """`12 minutes`."""


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


def home_page(site: SiteView) -> Page:
    """Return the front page: what the brief is, its chapters, and how large its glossary is."""
    brief = site.project.brief
    words = _words_by_chapter(site)
    view = _HomeView(
        brief=brief,
        series=" ".join(filter(None, (brief.series, brief.number))),
        edition=f"Edition {brief.edition}" if brief.edition[:1].isdigit() else brief.edition,
        authors=brief.authors,
        date=brief.date.words if brief.date else "",
        datetime=machine_date(brief.date) if brief.date else "",
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
    return Page(
        path=HOME_PATH,
        title=brief.title,
        html=fragment("home.html", home=view),
        description=brief.description or brief.subtitle,
        stands_alone=True,
    )


def reading_time(words: int) -> str:
    """Return how long that many words take: `1 minute`, `12 minutes`."""
    return counted(max(1, round(words / WORDS_A_MINUTE)), "minute")


def _words_by_chapter(site: SiteView) -> dict[str, int]:
    """Return the number of words of each chapter, footnotes left out."""
    return {
        annotated.chapter.path: sum(len(p.text.split()) for p in annotated.paragraphs if not p.note)
        for annotated in site.knowledge.chapters
    }


def _line(chapter: Chapter, words: dict[str, int], site: SiteView) -> ChapterLine:
    return ChapterLine(
        number=chapter.number,
        title=chapter.title,
        summary=chapter.summary,
        href=site.addresses.link(to=chapter.path, start=HOME_PATH),
        reading=reading_time(words.get(chapter.path, 0)),
    )


def _part_title(folders: tuple[str, ...]) -> str:
    """Return the folders as a heading: `south-caucasus` as `South caucasus`."""
    return " · ".join(folder.replace("-", " ").replace("_", " ").capitalize() for folder in folders)
