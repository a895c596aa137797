"""The page of all search results: its form; assets/search/results-page.js fills in the results."""

from dataclasses import dataclass

from ..model.addresses import NAMES_PATH, SEARCH_PATH, WHOLE_PATH
from ..model.catalogue import PageBody
from .render import fragment
from .site_index import SiteView
from .titles import SEARCH_TITLE


@dataclass(frozen=True, slots=True)
class ChapterChoice:
    """A chapter by which results can be filtered."""

    number: str
    """Its value in the address of the results: its number, or its position if it has none."""
    title: str


def search_results_page(site: SiteView, *, whole: bool) -> PageBody:
    """Return the page; `whole` tells whether the site has all chapters on one page, for readers without a script."""
    chapters = [
        ChapterChoice(annotated.chapter.number or str(place), annotated.chapter.title)
        for place, annotated in enumerate(site.knowledge.chapters, 1)
    ]
    html = fragment(
        "search.html",
        site.words,
        title=site.words.say(SEARCH_TITLE),
        chapters=chapters,
        names_href=site.addresses.link(to=NAMES_PATH, start=SEARCH_PATH),
        whole_href=site.addresses.link(to=WHOLE_PATH, start=SEARCH_PATH) if whole else "",
    )
    return PageBody(html)
