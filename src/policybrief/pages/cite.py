"""How to cite the brief, and a passage of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.addresses import CITE_PATH, QUOTATION_PATH, relative
from ..model.catalogue import PageBody
from ..model.publication import BRIEF_GROUP, SOURCES_GROUP, Download
from .downloads import offered
from .render import fragment
from .site_index import SiteView
from .titles import CITE_TITLE


@dataclass(frozen=True, slots=True)
class Example:
    """A sample paragraph for the explanation."""

    number: str
    id: str
    href: str
    address: str
    """Its permanent address, relative to this page."""
    all_addresses: str
    """The list of all permanent addresses, relative to this page, without which no crawler would find them."""


def cite_page(site: SiteView, downloads: Iterable[Download], scripts: Iterable[str] = ()) -> PageBody:
    """Return the page *How to cite*: the whole brief in several styles, downloads, and how to cite passages.

    `scripts` are the paths of files that only scripts request, so that programs that copy the site find them.
    """
    brief = site.project.brief
    html = fragment(
        "cite.html",
        site.words,
        title=site.words.say(CITE_TITLE),
        brief=brief,
        citations=[citation for citation in site.knowledge.own_citations if citation.text],
        downloads=offered(downloads, BRIEF_GROUP, CITE_PATH, site.words),
        bibliography=offered(downloads, SOURCES_GROUP, CITE_PATH, site.words),
        sources=site.words.counted(
            "{n} source, in files for a reference manager:",
            "{n} sources, in files for a reference manager:",
            len(site.knowledge.references),
        )
        if site.knowledge.references
        else "",
        example=_example(site),
        quotation_href=site.addresses.link(to=QUOTATION_PATH, start=CITE_PATH),
        scripts=[(path.rpartition("/")[2], relative(path, site.addresses.of(CITE_PATH))) for path in scripts],
    )
    return PageBody(html)


def _example(site: SiteView) -> Example | None:
    paragraph = next((paragraph for paragraph in site.paragraphs.values() if not paragraph.note), None)
    if paragraph is None:
        return None
    href = site.addresses.link(to=paragraph.chapter, start=CITE_PATH, anchor=paragraph.id)
    short = paragraph.id.removeprefix("p-")
    address, all_addresses = (
        site.addresses.link(to=to, start=CITE_PATH) for to in (f"p/{short}/index.md", "p/index.md")
    )
    return Example(paragraph.number, paragraph.id, href, address, all_addresses)
