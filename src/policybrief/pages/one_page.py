"""The whole brief as one page: the chapters one after the other, with their own ids.

A chapter repeats its notes at its end for printing; here they would be a quarter of the page, so this page prints the
notes in place.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..model.addresses import WHOLE_PATH
from ..model.catalogue import PageBody
from ..model.dates_in_words import date_in_words, edition_in_words
from ..model.hypertext import groups_in, ids_in
from ..model.knowledge import AnnotatedChapter
from ..model.output import Contents
from .chapter_html import chapter_html
from .chapter_page import chapter_back, chapter_head
from .line_html import TargetPage
from .maps import chosen_map
from .render import fragment
from .site_index import SiteView
from .words import chapter_title


@dataclass(frozen=True, slots=True)
class ChapterInPage:
    """A chapter in the page of all chapters."""

    anchor: str
    """The id of its beginning."""
    html: Markup


def one_page(site: SiteView) -> PageBody:
    """Return the page of all chapters.

    Paragraphs and notes keep their ids. Ids that two chapters share get the number of the chapter, and links to another
    chapter stay in the page.
    """
    brief, chapters = site.project.brief, site.knowledge.chapters
    names = _names(chapters)
    contents = tuple(
        Contents(chapter_title(annotated.chapter), names[annotated.chapter.path][""]) for annotated in chapters
    )
    facts = (
        *(author.name for author in brief.authors),
        date_in_words(brief.date, site.words) if brief.date else "",
        edition_in_words(brief, site.words),
    )
    html = fragment(
        "one_page.html",
        site.words,
        title=brief.title,
        facts=" · ".join(filter(None, facts)),
        contents=contents,
        chapters=[_chapter(annotated, site, names) for annotated in chapters],
    )
    return PageBody(html, contents)


def _names(chapters: Sequence[AnnotatedChapter]) -> Mapping[str, Mapping[str, str]]:
    """Return by chapter path the new names of shared ids, and of its beginning under ``."""
    documents = [annotated.document for annotated in chapters]
    ids = [frozenset((*ids_in(document), *groups_in(document))) for document in documents]
    beginnings = [f"chapter-{number}" for number in range(1, len(chapters) + 1)]
    count = Counter((*beginnings, *(name for own in ids for name in own)))
    taken = set(count)
    return {
        annotated.chapter.path: {"": beginning, **_apart((name for name in own if count[name] > 1), number, taken)}
        for number, (annotated, own, beginning) in enumerate(zip(chapters, ids, beginnings, strict=True), 1)
    }


def _apart(names: Iterable[str], number: int, taken: set[str]) -> dict[str, str]:
    """Return ids of the chapter with that number, each with a new one that no chapter has; `taken` is extended."""
    apart: dict[str, str] = {}
    for name in sorted(names):
        apart[name] = f"{name}-{number}"
        while apart[name] in taken:
            apart[name] += "-"
        taken.add(apart[name])
    return apart


def _chapter(annotated: AnnotatedChapter, site: SiteView, names: Mapping[str, Mapping[str, str]]) -> ChapterInPage:
    own = names[annotated.chapter.path]
    map_title = site.words.say("Map in {title}", title=annotated.chapter.title)
    around = TargetPage(
        WHOLE_PATH, site.addresses, site.entries, site.language, lower=1, ids=own, beside=names,
        map_of=partial(chosen_map, site, WHOLE_PATH, map_title), words=site.words,
        has_pictures=site.has_pictures,
        robust=site.robust,
    )  # fmt: skip
    text = chapter_html(annotated.document, around)
    html = f"{chapter_head(annotated, site.words, level=2)}{text}{chapter_back(annotated, site, level=3)}"
    return ChapterInPage(own[""], Markup(html))
