"""What each page says to machines: programs that index, cite, preview and harvest.

For the Highwire tags see `highwire`, for the JSON-LD `jsonld`. The rest is Dublin Core
(https://www.dublincore.org/specifications/dublin-core/dcq-html/), Open Graph (https://ogp.me/) and the links of FAIR
Signposting (https://signposting.org/FAIR/). `<link rel="schema.DC">` is left out: a common reader stumbles over it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.addresses import REFERENCES_PATH, Addresses, entry_path
from ..model.brief import Author, Brief, Chapter, Project
from ..model.dates import Date
from ..model.glossary import Entry
from ..model.head import Head, HeadLink, MetaTag
from ..model.knowledge import Knowledge
from . import jsonld
from .highwire import chapter_tags, report_tags
from .jsonld_events import Incoming, Json, incoming_of_events
from .publication import (
    GLOSSARY_PATH,
    HOME_PATH,
    NAMES_PATH,
    SKOS_PATH,
    TIMELINE_PATH,
    Publication,
    doi_url,
    iso_date,
    licence_url,
    orcid_url,
    plain,
    publication,
    whole_title,
)

_SCHEMA = "https://schema.org/"
_SKOS_FILE = (SKOS_PATH, "text/turtle")
_RECORD_FILE = ("data/brief.json", "application/json")
_EVENTS_FILE = ("data/events.json", "application/json")


def _bibliography_files(stem: str) -> tuple[tuple[str, str], ...]:
    return (
        (f"{stem}.json", "application/vnd.citationstyles.csl+json"),
        (f"{stem}.bib", "application/x-bibtex"),
        (f"{stem}.ris", "application/x-research-info-systems"),
    )


def heads_of(
    project: Project,
    knowledge: Knowledge,
    addresses: Addresses,
    site_url: str,
    *,
    pdf: str = "",
    timeline: bool = False,
) -> Mapping[str, Head]:
    """Return the head of each page of the brief, by the page's path.

    `site_url` is where the site stands, or empty; `pdf` is the path of the brief as PDF, relative to the site's root,
    when it has one; `timeline` says whether it has a timeline.
    """
    made = publication(project, knowledge, addresses, site_url)
    entries, incoming = project.glossary.by_id(), incoming_of_events(project.glossary)
    heads = {HOME_PATH: _home(made, pdf), **dict(_chapters(made))}
    heads[GLOSSARY_PATH] = _glossary(made)
    heads[NAMES_PATH] = _names(made)
    if project.references:
        heads[REFERENCES_PATH] = _references(made)
    if timeline:
        heads[TIMELINE_PATH] = _timeline(made)
    for entry in entries.values():
        heads[entry_path(entry.id)] = _entry(made, entry, entries, incoming)
    return heads


@dataclass(frozen=True, slots=True)
class _Page:
    """What of a page is said in several vocabularies."""

    path: str
    title: str
    description: str
    json_ld: Json
    types: tuple[str, ...]
    """In the words of schema.org."""
    og_type: str = "website"
    tags: tuple[MetaTag, ...] = ()
    """Those of its kind alone."""
    links: tuple[HeadLink, ...] = ()
    """Those of its kind alone."""


def _home(made: Publication, pdf: str) -> Head:
    brief = made.brief
    identifier = doi_url(brief.doi) if brief.doi else made.root
    chapters = (HeadLink("item", made.page(c.path, HOME_PATH), "text/html") for c in made.project.chapters)
    page = _Page(
        path=HOME_PATH,
        title=whole_title(brief),
        description=brief.description or brief.subtitle,
        json_ld=jsonld.report(made, pdf),
        types=("AboutPage", "Report"),
        tags=(
            *report_tags(made, pdf),
            *_dublin_core(brief, whole_title(brief), brief.date, identifier),
            *_present(MetaTag(brief.publisher, "DC.publisher"), MetaTag(brief.licence, "DC.rights")),
        ),
        links=(
            *_cite_as(identifier),
            *_authors(brief),
            *chapters,
            *((HeadLink("item", made.file(pdf, HOME_PATH), "application/pdf"),) if pdf else ()),
            *_describedby(made, HOME_PATH, *_bibliography_files("cite/brief"), _RECORD_FILE),
        ),
    )
    return _head(made, page)


def _chapters(made: Publication) -> Iterator[tuple[str, Head]]:
    sources = {reference.id: reference for reference in made.project.references}
    cited = {
        annotated.chapter.path: dict.fromkeys(citation.reference for citation in annotated.citations)
        for annotated in made.knowledge.chapters
    }
    for chapter in made.project.chapters:
        citations = (sources[id_] for id_ in cited.get(chapter.path, ()) if id_ in sources)
        yield chapter.path, _chapter(made, chapter, jsonld.chapter_page(made, chapter, citations))


def _chapter(made: Publication, chapter: Chapter, json_ld: Json) -> Head:
    brief, path = made.brief, chapter.path
    published = brief.date or chapter.date
    own, whole = (made.page(path, path), made.page(HOME_PATH, path)) if made.root else ("", "")
    page = _Page(
        path=path,
        title=chapter.title,
        description=chapter.summary,
        json_ld=json_ld,
        types=("Chapter", "ScholarlyArticle"),
        og_type="article",
        tags=(
            *chapter_tags(made, chapter),
            *_dublin_core(brief, chapter.title, published, own),
            *_present(
                MetaTag(whole, "DCTERMS.isPartOf"),
                MetaTag(iso_date(chapter.date) if chapter.date else "", "DCTERMS.modified"),
                MetaTag(iso_date(published) if published else "", property="article:published_time"),
                MetaTag(iso_date(chapter.date) if chapter.date else "", property="article:modified_time"),
            ),
            *(MetaTag(orcid_url(author), property="article:author") for author in brief.authors if author.orcid),
        ),
        links=(
            *_cite_as(own),
            *_authors(brief),
            HeadLink("collection", made.page(HOME_PATH, path), "text/html"),
            *_describedby(made, path, _RECORD_FILE),
        ),
    )
    return _head(made, page)


def _entry(made: Publication, entry: Entry, entries: Mapping[str, Entry], incoming: Incoming) -> Head:
    path = entry_path(entry.id)
    page = _Page(
        path=path,
        title=entry.name,
        description=plain(made.knowledge.definitions.get(entry.id, ())),
        json_ld=jsonld.entry_page(made, entry, entries, incoming),
        types=("DefinedTerm",),
        links=(
            HeadLink("collection", made.page(GLOSSARY_PATH, path), "text/html"),
            *_describedby(made, path, _SKOS_FILE),
        ),
    )
    return _head(made, page)


def _glossary(made: Publication) -> Head:
    name = f"Glossary of {made.brief.title}"
    json_ld = jsonld.term_set(made, name)
    links = _describedby(made, GLOSSARY_PATH, _SKOS_FILE)
    return _head(made, _Page(GLOSSARY_PATH, "Glossary", name, json_ld, ("DefinedTermSet",), links=links))


def _names(made: Publication) -> Head:
    name = f"Names in {made.brief.title}"
    json_ld = jsonld.list_of_names(made, NAMES_PATH, name)
    links = _describedby(made, NAMES_PATH, _SKOS_FILE)
    return _head(made, _Page(NAMES_PATH, "Names", name, json_ld, ("CollectionPage",), links=links))


def _references(made: Publication) -> Head:
    name = f"References of {made.brief.title}"
    files = _bibliography_files("cite/bibliography")
    json_ld = jsonld.list_of_references(made, name, dict(files))
    links = _describedby(made, REFERENCES_PATH, *files)
    return _head(made, _Page(REFERENCES_PATH, "References", name, json_ld, ("CollectionPage",), links=links))


def _timeline(made: Publication) -> Head:
    name = f"Timeline of {made.brief.title}"
    json_ld = jsonld.happenings(made, TIMELINE_PATH)
    links = _describedby(made, TIMELINE_PATH, _EVENTS_FILE)
    return _head(made, _Page(TIMELINE_PATH, "Timeline", name, json_ld, ("CollectionPage",), links=links))


def _head(made: Publication, page: _Page) -> Head:
    """Return a page's head: what is its own, and what every page says."""
    own = made.page(page.path, page.path) if made.root else ""
    licence = licence_url(made.brief.licence)
    tags = (
        MetaTag(page.description, "description"),
        *page.tags,
        MetaTag(page.title, property="og:title"),
        MetaTag(page.og_type, property="og:type"),
        MetaTag(own, property="og:url"),
        MetaTag(page.description, property="og:description"),
        MetaTag(made.brief.title if page.path != HOME_PATH else "", property="og:site_name"),
        MetaTag(_locale(made.brief.language), property="og:locale"),
    )
    links = (
        *((HeadLink("canonical", own),) if own else ()),
        *page.links,
        *((HeadLink("license", licence),) if licence else ()),
        *(HeadLink("type", _SCHEMA + type_) for type_ in page.types),
    )
    return Head(tuple(_present(*tags)), links, jsonld.serialised(page.json_ld))


def _present(*tags: MetaTag) -> Iterator[MetaTag]:
    return (tag for tag in tags if tag.content)


def _dublin_core(brief: Brief, title: str, date: Date | None, identifier: str) -> Iterator[MetaTag]:
    yield MetaTag(title, "DC.title", lang=brief.language)
    yield from (MetaTag(_creator(author), "DC.creator") for author in brief.authors)
    yield from _present(
        MetaTag(iso_date(date) if date else "", "DC.date"),
        MetaTag(brief.language, "DC.language"),
        MetaTag(identifier, "DC.identifier"),
    )


def _creator(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.name


def _cite_as(identifier: str) -> tuple[HeadLink, ...]:
    """Return the link to the address that a citation should name (https://www.rfc-editor.org/rfc/rfc8574)."""
    return (HeadLink("cite-as", identifier),) if identifier else ()


def _authors(brief: Brief) -> Iterable[HeadLink]:
    return (HeadLink("author", orcid_url(author)) for author in brief.authors if author.orcid)


def _describedby(made: Publication, start: str, *files: tuple[str, str]) -> tuple[HeadLink, ...]:
    """Return links from the page at `start` to files that describe it, given by path and media type."""
    return tuple(HeadLink("describedby", made.file(path, start), type_) for path, type_ in files)


def _locale(language: str) -> str:
    """Return a BCP 47 language with a region as Open Graph has it, `en-GB` as `en_GB`; nothing without a region."""
    primary, *rest = language.split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), "")
    return f"{primary.lower()}_{region.upper()}" if region else ""
