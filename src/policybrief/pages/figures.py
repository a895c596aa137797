"""The page of figures about the whole brief, and the figure on the front page."""

from ..model.addresses import FIGURES_PATH, HOME_PATH, TIMELINE_PATH
from ..model.catalogue import PageBody
from ..model.events import is_event
from ..model.output import Contents
from .exhibits import exhibits_of
from .main_actors import actor_strips
from .maps import brief_map
from .membership import bilateral_treaties, membership_table
from .render import as_made, fragment
from .site_index import SiteView
from .titles import FIGURES_TITLE

_MAIN_ACTORS = 12
_ON_THE_FRONT_PAGE = 6


def figures_page(site: SiteView) -> PageBody:
    """Return the page that shows who appears where, and the memberships of states."""
    exhibits = exhibits_of(site, FIGURES_PATH)
    map_html = brief_map(site, FIGURES_PATH)
    actors = actor_strips(site, site.ruler, FIGURES_PATH, _MAIN_ACTORS) if site.ruler else ()
    table = membership_table(site, FIGURES_PATH)
    bilateral = bilateral_treaties(site, FIGURES_PATH)
    contents = (
        *([Contents(site.words.say("Charts and tables"), "charts-and-tables")] if exhibits else ()),
        *([Contents(site.words.say("Map"), "map")] if map_html else ()),
        *([Contents(site.words.say("Mentions by chapter"), "who-appears-where")] if actors else ()),
        *([Contents(site.words.say("Memberships"), "who-belongs-to-what")] if table else ()),
        *([Contents(site.words.say("Bilateral treaties"), "what-two-states-agreed")] if bilateral else ()),
    )
    html = fragment(
        "figures.html",
        site.words,
        title=site.words.say(FIGURES_TITLE),
        exhibits=exhibits,
        map=as_made(map_html),
        ruler=site.ruler,
        actors=actors,
        table=table,
        bilateral=bilateral,
    )
    return PageBody(html, contents)


def key_figure(site: SiteView) -> str:
    """Return the figure for the front page as HTML, with the main actors; empty if there is nothing to show."""
    actors = actor_strips(site, site.ruler, HOME_PATH, _ON_THE_FRONT_PAGE) if site.ruler else ()
    if len(actors) < 2:
        return ""
    timeline = any(map(is_event, site.entries.values()))
    return fragment(
        "key_figure.html",
        site.words,
        ruler=site.ruler,
        actors=actors,
        figures_href=site.addresses.link(to=FIGURES_PATH, start=HOME_PATH),
        timeline_href=site.addresses.link(to=TIMELINE_PATH, start=HOME_PATH) if timeline else "",
    )
