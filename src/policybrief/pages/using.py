"""How to use the site: one short page for readers."""

from collections.abc import Container

from ..model.addresses import (
    CITE_PATH,
    FIGURES_PATH,
    GLOSSARY_PATH,
    NAMES_PATH,
    QUOTATION_PATH,
    REFERENCES_PATH,
    TIMELINE_PATH,
    USING_PATH,
    WHOLE_PATH,
)
from ..model.catalogue import PageBody
from .render import fragment
from .site_index import SiteView
from .titles import USING_TITLE

_LINKED = {
    "cite": CITE_PATH,
    "figures": FIGURES_PATH,
    "glossary": GLOSSARY_PATH,
    "names": NAMES_PATH,
    "quotation": QUOTATION_PATH,
    "references": REFERENCES_PATH,
    "timeline": TIMELINE_PATH,
    "whole": WHOLE_PATH,
}


def using_page(site: SiteView, paths: Container[str]) -> PageBody:
    """Return the page that explains how to use the site; it covers only what the site has, judging by its `paths`."""
    number = next((paragraph.number for paragraph in site.paragraphs.values() if not paragraph.note), "")
    links = {name: site.addresses.link(to=to, start=USING_PATH) if to in paths else "" for name, to in _LINKED.items()}
    return PageBody(fragment("using.html", site.words, title=site.words.say(USING_TITLE), number=number, links=links))
