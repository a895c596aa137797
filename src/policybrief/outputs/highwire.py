"""Tags by which Google Scholar and reference managers file a page.

Google Scholar's rules: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing. Zotero decides the type of
an item by the tags it meets (https://github.com/zotero/translators, `Embedded Metadata.js`): an institution makes a
report and the title of a book a section of it, so a page has one of the two.
"""

from collections.abc import Iterator

from ..model.addresses import HOME_PATH, chapter_pdf_path
from ..model.brief import Author, Brief, Chapter
from ..model.dates import Date
from ..model.head import MetaTag
from ..model.organisations import indexed_organisation
from ..model.publication import Publication
from .notation import iso_date, whole_title


def report_tags(publication: Publication, pdf: str = "") -> tuple[MetaTag, ...]:
    """Return the tags of the home page, which is filed as a report; `pdf` is the path of the brief as PDF."""
    brief = publication.brief
    institution = institution_of(brief)
    fields = (
        ("citation_title", whole_title(brief)),
        *_authors_and_date(brief, brief.date),
        ("citation_technical_report_institution", institution),
        # Without an institution, Zotero would guess a journal article; this is Zotero's own name for the type.
        ("z:itemType", "" if institution else "report"),
        ("citation_technical_report_number", brief.number),
        ("citation_language", brief.language),
        ("citation_doi", brief.doi),
        ("citation_public_url", publication.root),
        ("citation_pdf_url", publication.file(pdf, HOME_PATH) if pdf else ""),
    )
    return tuple(MetaTag(content, name) for name, content in fields if content)


def chapter_tags(publication: Publication, chapter: Chapter) -> tuple[MetaTag, ...]:
    """Return the tags of a chapter's page, which is filed as a section of a book.

    The DOI belongs to the whole brief, so it is not given here; the PDF is the chapter's own.
    """
    brief = publication.brief
    pdf = chapter_pdf_path(chapter.path)
    fields = (
        ("citation_title", chapter.title),
        ("citation_inbook_title", whole_title(brief)),
        *_authors_and_date(brief, brief.date or chapter.date),
        ("citation_publisher", brief.publisher),
        ("citation_series_title", brief.series),
        ("citation_language", brief.language),
        ("citation_public_url", publication.page(chapter.path, chapter.path) if publication.root else ""),
        ("citation_pdf_url", publication.file(pdf, chapter.path) if pdf in publication.made else ""),
    )
    return tuple(MetaTag(content, name) for name, content in fields if content)


def institution_of(brief: Brief) -> str:
    """Return the publisher of the brief, or else the first organisation among the authors, or else nothing."""
    return brief.publisher or next((author.name for author in brief.authors if not author.family), "")


def _authors_and_date(brief: Brief, date: Date | None) -> Iterator[tuple[str, str]]:
    for author in brief.authors:
        yield "citation_author", indexed_name(author)
    if date is not None:
        yield "citation_publication_date", iso_date(date).replace("-", "/")


def indexed_name(author: Author) -> str:
    """Return a name in the form for indexers: `Family, Given`.

    Zotero takes the last word of a name without a comma as the family name, and a comma after a name as its end, so
    `The policybrief project,` stays one name. A comma within the name of an organisation becomes a look-alike.
    """
    if author.family and author.given:
        return f"{author.family}, {author.given}"
    return indexed_organisation(author.family or author.name)
