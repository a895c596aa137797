"""The metadata of each page, for programs that index, cite, preview and harvest.

For the Highwire tags see `highwire`, for the JSON-LD `jsonld`. The rest is Dublin Core
(https://www.dublincore.org/specifications/dublin-core/dcq-html/), Open Graph (https://ogp.me/) and the links of FAIR
Signposting (https://signposting.org/FAIR/). `<link rel="schema.DC">` is left out, because a common reader fails on it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.addresses import GLOSSARY_PATH, HOME_PATH, REFERENCES_PATH, chapter_pdf_path, chapter_text_path, entry_path
from ..model.brief import Author, Brief, Chapter, Reference
from ..model.catalogue import PageBody, PageDeclaration, Subject
from ..model.dates import Date
from ..model.glossary import Entry
from ..model.head import Head, HeadLink, MetaTag, PageHead
from ..model.licences import licence_url
from ..model.publication import FileDeclaration, Publication
from . import jsonld
from .files import (
    BRIEF_BIBTEX,
    BRIEF_CSL,
    BRIEF_DATA,
    BRIEF_PDF,
    BRIEF_RIS,
    CARD_SIZE,
    CHAPTER_TEXTS,
    CLAIMS,
    EVENTS_DATA,
    EVIDENCE_DATA,
    SKOS,
    SOURCES_BIBTEX,
    SOURCES_CSL,
    SOURCES_RIS,
    TITLE_CARD,
)
from .highwire import chapter_tags, indexed_name, report_tags
from .jsonld_claims import evidence_page
from .jsonld_events import Incoming, incoming_of_events
from .notation import doi_url, iso_date, orcid_url, plain, whole_title

_SCHEMA = "https://schema.org/"


def head_of(publication: Publication, page: PageDeclaration, own: PageHead | None = None) -> Head:
    """Return the metadata of a page: its own and that of every page.

    `own` is the metadata that the maker of a page with another subject has returned.
    """
    about = _ABOUT[page.subject](publication, page) if page.subject in _ABOUT else own or PageHead()
    return _complete(publication, page, about)


def plain_head(publication: Publication, path: str, title: str, description: str = "") -> Head:
    """Return the metadata of a page that is not in the catalogue: one that the author wrote beside the chapters."""
    return head_of(publication, PageDeclaration(path, title, _made_by_the_host, description))


def _made_by_the_host(_: Publication) -> PageBody:
    return PageBody("")


def _home(publication: Publication, page: PageDeclaration) -> PageHead:
    brief = publication.brief
    identifier = doi_url(brief.doi) if brief.doi else publication.root
    chapters = publication.project.chapters
    wholes = [download.file for download in publication.downloads if download.file.whole_brief]
    pdf = next((file.path for file in wholes if file.media_type == "application/pdf"), "")
    return PageHead(
        title=whole_title(brief),
        description=page.description,
        json_ld=jsonld.report(publication, wholes),
        types=("AboutPage", "Report"),
        tags=(
            *report_tags(publication, pdf),
            *_dublin_core(brief, whole_title(brief), brief.date, identifier),
            *_present(MetaTag(brief.publisher, "DC.publisher"), MetaTag(brief.licence, "DC.rights")),
        ),
        links=(
            *_cite_as(identifier),
            *_authors(brief),
            *(HeadLink("item", publication.page(chapter.path, HOME_PATH), "text/html") for chapter in chapters),
            *(HeadLink("item", publication.file(file.path, HOME_PATH), file.media_type) for file in wholes),
            *_describedby(publication, HOME_PATH, BRIEF_CSL, BRIEF_BIBTEX, BRIEF_RIS, BRIEF_DATA),
        ),
    )


def _same_brief(publication: Publication, page: PageDeclaration) -> PageHead:
    """Return the metadata of a page that reference managers file as the brief itself."""
    brief = publication.brief
    identifier = doi_url(brief.doi) if brief.doi else publication.root
    return PageHead(
        description=page.description,
        tags=(
            *report_tags(publication),
            *_dublin_core(brief, whole_title(brief), brief.date, identifier),
            *_present(MetaTag(brief.publisher, "DC.publisher"), MetaTag(brief.licence, "DC.rights")),
        ),
        links=(*_cite_as(identifier), *_authors(brief), *_describedby(publication, page.path, BRIEF_CSL, BRIEF_RIS)),
    )


@dataclass(frozen=True, slots=True)
class _Cited:
    """The chapters by path, and the sources that each cites, each once in the order of the text."""

    chapters: Mapping[str, Chapter]
    sources: Mapping[str, tuple[Reference, ...]]


def _cited(publication: Publication) -> _Cited:
    references = {reference.id: reference for reference in publication.project.references}
    sources = {
        annotated.chapter.path: tuple(
            references[id_]
            for id_ in dict.fromkeys(citation.reference for citation in annotated.citations)
            if id_ in references
        )
        for annotated in publication.knowledge.chapters
    }
    return _Cited({chapter.path: chapter for chapter in publication.project.chapters}, sources)


def _chapter(publication: Publication, page: PageDeclaration) -> PageHead:
    brief, path = publication.brief, page.path
    cited = publication.once(_cited)
    chapter = cited.chapters[path]
    published = brief.date or chapter.date
    own, whole = (publication.page(path, path), publication.page(HOME_PATH, path)) if publication.root else ("", "")
    return PageHead(
        description=page.description,
        json_ld=jsonld.chapter_page(publication, chapter, cited.sources.get(path, ())),
        types=("Chapter", "ScholarlyArticle"),
        og_type="article",
        tags=(
            *chapter_tags(publication, chapter),
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
            HeadLink("collection", publication.page(HOME_PATH, path), "text/html"),
            *_describedby(publication, path, BRIEF_DATA),
            *_other_forms(publication, path),
        ),
    )


def _other_forms(publication: Publication, path: str) -> Iterator[HeadLink]:
    """Yield links to the files with the chapter at `path` that were made."""
    forms = (
        (chapter_pdf_path(path), BRIEF_PDF.media_type),
        (chapter_text_path(path, publication.addresses), CHAPTER_TEXTS.media_type),
    )
    for file, media_type in forms:
        if file in publication.made:
            # With "alternate" alone, the theme would look for a site in another language there.
            yield HeadLink("alternate item", publication.file(file, path), media_type)


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries by the paths of their pages and by id, and the relations to events."""

    by_path: Mapping[str, Entry]
    by_id: Mapping[str, Entry]
    incoming: Incoming


def _entries(publication: Publication) -> _Entries:
    glossary = publication.project.glossary
    by_path = {entry_path(entry.id): entry for entry in glossary.entries}
    return _Entries(by_path, glossary.by_id(), incoming_of_events(glossary))


def _entry(publication: Publication, page: PageDeclaration) -> PageHead:
    entries = publication.once(_entries)
    entry = entries.by_path[page.path]
    return PageHead(
        title=entry.name,
        description=plain(publication.knowledge.definitions.get(entry.id, ())),
        json_ld=jsonld.entry_page(publication, entry, entries.by_id, entries.incoming),
        types=("DefinedTerm",),
        links=(
            HeadLink("collection", publication.page(GLOSSARY_PATH, page.path), "text/html"),
            *_describedby(publication, page.path, SKOS),
        ),
    )


def _glossary(publication: Publication, page: PageDeclaration) -> PageHead:
    # In a divided glossary, the entries would be a page by themselves; each names its glossary.
    entries = () if page.next else publication.project.glossary.entries
    json_ld = jsonld.term_set(publication, page.description, entries)
    links = _describedby(publication, GLOSSARY_PATH, SKOS)
    return PageHead(page.description, ("DefinedTermSet",), json_ld, links=links)


def _names(publication: Publication, page: PageDeclaration) -> PageHead:
    json_ld = jsonld.list_of_names(publication, page.path, page.description)
    links = _describedby(publication, page.path, SKOS)
    return PageHead(page.description, ("CollectionPage",), json_ld, links=links)


def _references(publication: Publication, page: PageDeclaration) -> PageHead:
    files = (SOURCES_CSL, SOURCES_BIBTEX, SOURCES_RIS)
    json_ld = jsonld.list_of_references(publication, page.description, files)
    links = _describedby(publication, REFERENCES_PATH, *files)
    return PageHead(page.description, ("CollectionPage",), json_ld, links=links)


def _evidence(publication: Publication, page: PageDeclaration) -> PageHead:
    json_ld = evidence_page(publication, page.description)
    links = _describedby(publication, page.path, CLAIMS, EVIDENCE_DATA)
    return PageHead(page.description, ("CollectionPage",), json_ld, links=links)


def _events(publication: Publication, page: PageDeclaration) -> PageHead:
    json_ld = None if page.next else jsonld.happenings(publication, page.path)
    links = _describedby(publication, page.path, EVENTS_DATA)
    return PageHead(page.description, ("CollectionPage",), json_ld, links=links)


_ABOUT: Mapping[Subject, Callable[[Publication, PageDeclaration], PageHead]] = {
    Subject.BRIEF: _home,
    Subject.SAME_BRIEF: _same_brief,
    Subject.CHAPTER: _chapter,
    Subject.GLOSSARY: _glossary,
    Subject.NAMES: _names,
    Subject.ENTRY: _entry,
    Subject.REFERENCES: _references,
    Subject.EVIDENCE: _evidence,
    Subject.EVENTS: _events,
}


def _complete(publication: Publication, page: PageDeclaration, about: PageHead) -> Head:
    """Return the metadata of a page: its own and that of every page."""
    brief, path = publication.brief, page.path
    own = publication.page(path, path) if publication.root else ""
    licence = licence_url(brief.licence)
    title, description = about.title or page.title, about.description or page.description
    # Without these, a reference manager takes the first date in the text, and no author.
    undated = not any(tag.name == "DC.title" for tag in about.tags)
    tags = (
        MetaTag(description, "description"),
        *about.tags,
        *(_dublin_core(brief, title, brief.date, own, filed_by_it=True) if undated else ()),
        MetaTag(title, property="og:title"),
        MetaTag(about.og_type, property="og:type"),
        MetaTag(own, property="og:url"),
        MetaTag(description, property="og:description"),
        *_card(publication, path),
        MetaTag(brief.title if path != HOME_PATH else "", property="og:site_name"),
        MetaTag(_locale(brief.language), property="og:locale"),
    )
    links = (
        *((HeadLink("canonical", own),) if own else ()),
        *about.links,
        *(HeadLink("prev", publication.page(page.previous, path)) for _ in range(bool(page.previous))),
        *(HeadLink("next", publication.page(page.next, path)) for _ in range(bool(page.next))),
        *((HeadLink("license", licence),) if licence else ()),
        *(HeadLink("type", _SCHEMA + type_) for type_ in about.types),
    )
    json_ld = jsonld.web_page(publication, path, title, description) if about.json_ld is None else about.json_ld
    return Head(tuple(_present(*tags)), links, jsonld.serialised(json_ld))


def _card(publication: Publication, path: str) -> Iterator[MetaTag]:
    """Yield the tags for link previews of a page, which need an absolute address."""
    if publication.root and TITLE_CARD.path in publication.made:
        width, height = CARD_SIZE
        yield MetaTag(publication.file(TITLE_CARD.path, path), property="og:image")
        yield MetaTag(TITLE_CARD.media_type, property="og:image:type")
        yield MetaTag(str(width), property="og:image:width")
        yield MetaTag(str(height), property="og:image:height")
        yield MetaTag(whole_title(publication.brief), property="og:image:alt")
        yield MetaTag("summary_large_image", "twitter:card")


def _present(*tags: MetaTag) -> Iterator[MetaTag]:
    return (tag for tag in tags if tag.content)


def _dublin_core(
    brief: Brief, title: str, date: Date | None, identifier: str, *, filed_by_it: bool = False
) -> Iterator[MetaTag]:
    """Yield the Dublin Core; `filed_by_it` tells whether reference managers find the authors only here."""
    creator = indexed_name if filed_by_it else _creator
    yield MetaTag(title, "DC.title", lang=brief.language)
    yield from (MetaTag(creator(author), "DC.creator") for author in brief.authors)
    yield from _present(
        MetaTag(iso_date(date) if date else "", "DC.date"),
        MetaTag(brief.language, "DC.language"),
        MetaTag(identifier, "DC.identifier"),
    )


def _creator(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.name


def _cite_as(identifier: str) -> tuple[HeadLink, ...]:
    """Return the link to the address to cite (https://www.rfc-editor.org/rfc/rfc8574)."""
    return (HeadLink("cite-as", identifier),) if identifier else ()


def _authors(brief: Brief) -> Iterable[HeadLink]:
    return (HeadLink("author", orcid_url(author)) for author in brief.authors if author.orcid)


def _describedby(publication: Publication, start: str, *files: FileDeclaration) -> tuple[HeadLink, ...]:
    """Return links from the page at path `start` to files that describe it."""
    return tuple(HeadLink("describedby", publication.file(file.path, start), file.media_type) for file in files)


def _locale(language: str) -> str:
    """Return a BCP 47 language with a region in Open Graph's form, `en-GB` as `en_GB`; nothing without a region."""
    primary, *rest = language.split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), "")
    return f"{primary.lower()}_{region.upper()}" if region else ""
