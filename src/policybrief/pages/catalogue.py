"""All derived pages of a site, and what is known of them before anything is rendered."""

from collections.abc import Callable, Mapping
from functools import partial

from ..model.addresses import REFERENCES_PATH, entry_path
from ..model.brief import Project
from ..model.output import Page
from .cite import cite_page
from .downloads import Downloads
from .entry import entry_page
from .figures import figures_page
from .glossary import glossary_page
from .home import home_page
from .names import names_page
from .paths import (
    CITE_PATH,
    CITE_TITLE,
    FIGURES_PATH,
    FIGURES_TITLE,
    GLOSSARY_PATH,
    GLOSSARY_TITLE,
    HOME_PATH,
    NAMES_PATH,
    NAMES_TITLE,
    REFERENCES_TITLE,
    TIMELINE_PATH,
    TIMELINE_TITLE,
)
from .references import references_page
from .site_index import SiteView
from .timeline import has_timeline, timeline_page


def derived_paths(project: Project) -> tuple[tuple[str, str], ...]:
    """Return path and title of each page that `derived_pages` will make, in the same order."""
    return (
        (HOME_PATH, project.brief.title),
        *(((TIMELINE_PATH, TIMELINE_TITLE),) if has_timeline(project.glossary.entries) else ()),
        (FIGURES_PATH, FIGURES_TITLE),
        (GLOSSARY_PATH, GLOSSARY_TITLE),
        (NAMES_PATH, NAMES_TITLE),
        (CITE_PATH, CITE_TITLE),
        *(((REFERENCES_PATH, REFERENCES_TITLE),) if project.references else ()),
        *((entry_path(entry.id), entry.label) for entry in project.glossary.entries),
    )


def derived_pages(site: SiteView, downloads: Downloads = Downloads()) -> tuple[Page, ...]:  # noqa: B008
    """Return the pages made of what the project and its chapters say: home, indexes, one page an entry."""
    return tuple(make() for make in page_makers(site, downloads).values())


def page_makers(site: SiteView, downloads: Downloads) -> Mapping[str, Callable[[], Page]]:
    """Return by the path of each derived page what makes it, for who needs only some of them."""
    project = site.project
    makers: dict[str, Callable[[], Page]] = {
        HOME_PATH: partial(home_page, site, downloads),
        TIMELINE_PATH: partial(timeline_page, site),
        FIGURES_PATH: partial(figures_page, site),
        GLOSSARY_PATH: partial(glossary_page, site),
        NAMES_PATH: partial(names_page, site),
        CITE_PATH: partial(cite_page, site),
        REFERENCES_PATH: partial(references_page, site),
        **{entry_path(entry.id): partial(entry_page, entry, site) for entry in project.glossary.entries},
    }
    return {path: makers[path] for path, _ in derived_paths(project)}
