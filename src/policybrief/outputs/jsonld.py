"""Pages as JSON-LD (https://www.w3.org/TR/json-ld11/) in the vocabulary of https://schema.org/.

Each function returns one document; the `@id` of anything with a page is the address of that page.
"""

import json
from collections.abc import Iterable, Mapping

from ..model.addresses import GLOSSARY_PATH, HOME_PATH, REFERENCES_PATH, entry_path, reference_anchor
from ..model.brief import Author, Brief, Chapter, Reference
from ..model.glossary import Entry, Kind
from ..model.head import Json
from ..model.licences import licence_url
from ..model.publication import FileDeclaration, Publication
from .files import SKOS
from .jsonld_events import HAPPENED, Incoming, dated_thing, event
from .notation import doi_url, iso_date, orcid_url, plain, whole_title

CONTEXT = "https://schema.org"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_SOURCES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "map": "Map",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""By CSL type; any other is a creative work."""


def serialised(document: Json) -> str:
    """Return a document as text for a script element, without any `<`.

    See https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements.
    """
    return _ENCODE(document).replace("<", "\\u003c")


def report(publication: Publication, files: Iterable[FileDeclaration] = ()) -> Json:
    """Return the home page: the brief as a report with its parts; `files` are those with the whole brief."""
    brief = publication.brief
    return _document(
        {
            "@type": "Report",
            "@id": publication.page(HOME_PATH, HOME_PATH),
            "name": whole_title(brief),
            "description": brief.description,
            **credits_of(brief),
            "datePublished": iso_date(brief.date) if brief.date else "",
            "version": brief.edition,
            "reportNumber": brief.number,
            "isPartOf": {"@type": "CreativeWorkSeries", "name": brief.series} if brief.series else None,
            "identifier": _doi(brief.doi) if brief.doi else None,
            "sameAs": doi_url(brief.doi) if brief.doi else "",
            "hasPart": [
                *(_part(chapter, publication) for chapter in publication.project.chapters),
                {"@type": "DefinedTermSet", "@id": publication.page(GLOSSARY_PATH, HOME_PATH)},
            ],
            "encoding": [media(publication, file, HOME_PATH) for file in files],
        }
    )


def chapter_page(publication: Publication, chapter: Chapter, citations: Iterable[Reference]) -> Json:
    """Return a chapter and the sources it cites."""
    brief, published = publication.brief, publication.brief.date or chapter.date
    return _document(
        {
            **_part(chapter, publication, chapter.path),
            "description": chapter.summary,
            **credits_of(brief),
            "datePublished": iso_date(published) if published else "",
            "dateModified": iso_date(chapter.date) if chapter.date else "",
            "isPartOf": {
                "@type": "Report",
                "@id": publication.page(HOME_PATH, chapter.path),
                "name": whole_title(brief),
            },
            # Without their titles, which are in the text and would be a fifteenth of a long chapter.
            "citation": [_cited(reference, publication, chapter.path) for reference in citations],
        }
    )


def term_set(publication: Publication, name: str, entries: Iterable[Entry]) -> Json:
    """Return the glossary, and these entries by name."""
    return _document(
        {
            "@type": "DefinedTermSet",
            "@id": publication.page(GLOSSARY_PATH, GLOSSARY_PATH),
            "name": name,
            "inLanguage": publication.brief.language,
            "license": licence_url(publication.brief.licence),
            "isPartOf": {"@id": publication.page(HOME_PATH, GLOSSARY_PATH)},
            "encoding": media(publication, SKOS, GLOSSARY_PATH),
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "@id": publication.page(entry_path(entry.id), GLOSSARY_PATH),
                    "name": entry.name,
                }
                for entry in entries
            ],
        }
    )


def entry_page(publication: Publication, entry: Entry, entries: Mapping[str, Entry], incoming: Incoming) -> Json:
    """Return an entry of the glossary and, if it is one, the event."""
    term = _term(publication, entry)
    if entry.kind is not Kind.EVENT:
        return _document(term)
    return _graph((term, event(publication, entry, entries, incoming)))


def happenings(publication: Publication, path: str) -> Json:
    """Return the dated events, treaties and documents, for the page at `path`."""
    dated = (entry for entry in publication.project.glossary.entries if entry.dates)
    return _graph(dated_thing(publication, entry, path) for entry in dated if entry.kind in HAPPENED)


def list_of_references(publication: Publication, name: str, files: Iterable[FileDeclaration]) -> Json:
    """Return the list of references and the files with it for programs.

    The sources are in those files, and each chapter says which it cites: here they would be a fifth of the page.
    """
    encoding = [media(publication, file, REFERENCES_PATH) for file in files]
    return collection(publication, REFERENCES_PATH, name, {"encoding": encoding})


def list_of_names(publication: Publication, path: str, name: str) -> Json:
    """Return the page at `path`, which lists the forms of all names."""
    return collection(publication, path, name, {"about": {"@id": publication.page(GLOSSARY_PATH, path)}})


def web_page(publication: Publication, path: str, name: str, description: str) -> Json:
    """Return the page at `path` as a part of the brief without a more specific type."""
    return _document(
        {
            "@type": "WebPage",
            "@id": publication.page(path, path),
            "name": name,
            "description": description,
            "inLanguage": publication.brief.language,
            "license": licence_url(publication.brief.licence),
            "isPartOf": {"@id": publication.page(HOME_PATH, path)},
        }
    )


def _document(fields: Json) -> Json:
    return {"@context": CONTEXT, **present(fields)}


def _graph(nodes: Iterable[Json]) -> Json:
    return {"@context": CONTEXT, "@graph": [present(node) for node in nodes]}


def present(fields: Json) -> Json:
    """Return the fields without empty ones."""
    return {name: value for name, value in fields.items() if value}


def credits_of(brief: Brief) -> Json:
    """Return the authors and publisher of the brief and all its parts, its language and its licence."""
    return {
        "author": [_author(author) for author in brief.authors],
        "publisher": {"@type": "Organization", "name": brief.publisher} if brief.publisher else None,
        "inLanguage": brief.language,
        "license": licence_url(brief.licence),
    }


def _author(author: Author) -> Json:
    names = {"name": author.name, "familyName": author.family, "givenName": author.given}
    return present({"@type": "Person" if author.family else "Organization", "@id": orcid_url(author), **names})


def _doi(doi: str) -> Json:
    return {"@type": "PropertyValue", "propertyID": "https://registry.identifiers.org/registry/doi", "value": doi}


def media(publication: Publication, file: FileDeclaration, start: str) -> Json:
    address = publication.file(file.path, start)
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": file.media_type}


def _part(chapter: Chapter, publication: Publication, start: str = HOME_PATH) -> Json:
    return present(
        {
            "@type": ["Chapter", "ScholarlyArticle"],
            "@id": publication.page(chapter.path, start),
            "name": chapter.title,
            "position": chapter.number,
        }
    )


def source(reference: Reference, publication: Publication, start: str) -> Json:
    return {**_cited(reference, publication, start), "name": reference.title}


def _cited(reference: Reference, publication: Publication, start: str) -> Json:
    return {
        "@type": _SOURCES.get(reference.type, "CreativeWork"),
        "@id": publication.page(REFERENCES_PATH, start, reference_anchor(reference.id)),
    }


def collection(publication: Publication, path: str, name: str, more: Json) -> Json:
    return _document(
        {
            "@type": "CollectionPage",
            "@id": publication.page(path, path),
            "name": name,
            "inLanguage": publication.brief.language,
            "isPartOf": {"@id": publication.page(HOME_PATH, path)},
            **more,
        }
    )


def _term(publication: Publication, entry: Entry) -> Json:
    path = entry_path(entry.id)
    return {
        "@type": "DefinedTerm",
        "@id": publication.page(path, path),
        "name": entry.name,
        "termCode": entry.id,
        "description": plain(publication.knowledge.definitions.get(entry.id, ())),
        "alternateName": _other_names(entry, publication.brief.language),
        "sameAs": entry.see,
        "inDefinedTermSet": {"@id": publication.page(GLOSSARY_PATH, path)},
    }


def _other_names(entry: Entry, language: str) -> list[object]:
    """Return the other forms, each once, with the language if not the brief's."""
    own = (language, language.partition("-")[0])
    forms = dict.fromkeys((alias.form, alias.language) for alias in entry.aliases)
    return [form if tag in own else {"@value": form, "@language": tag} for form, tag in forms]
