"""The cover, the title page and the page about the edition of the e-book."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...model.dates_in_words import date_in_words, edition_in_words
from ...model.licences import licence_url
from ...model.publication import Publication
from ..notation import doi_url, whole_title
from .elements import Content, made
from .lines import pieces


def cover_body(publication: Publication, picture: str) -> Element:
    """Return the page that shows the cover."""
    image = made("img", (("src", picture), ("alt", cover_words(publication)), ("role", "doc-cover")))
    return made("body", (("class", "cover"), ("epub:type", "cover")), image)


def cover_words(publication: Publication) -> str:
    """Return the alternative text of the cover."""
    authors = ", ".join(author.name for author in publication.brief.authors)
    return ". ".join(
        filter(None, (publication.words.say("Cover: {title}", title=whole_title(publication.brief)), authors))
    )


def title_body(publication: Publication) -> Element:
    """Return the title page."""
    brief = publication.brief
    said = (
        ("series", " ".join(filter(None, (brief.series, brief.number)))),
        ("subtitle", brief.subtitle),
        ("authors", ", ".join(author.name for author in brief.authors)),
        ("dates", " · ".join(filter(None, (_date(publication), edition_in_words(brief, publication.words))))),
        ("description", brief.description),
    )
    series, *others = (made("p", (("class", kind),), words) for kind, words in said)
    lines = [line for line in (series, made("h1", (("id", "title"),), brief.title), *others) if line.text]
    return made("body", (), made("section", (("class", "title-page"), ("epub:type", "titlepage")), *lines))


def colophon_body(publication: Publication) -> Element:
    """Return the page about the edition: licence, how to cite, paragraph numbers and ids."""
    rows = [part for name, content in _rows(publication) for part in (made("dt", (), name), made("dd", (), *content))]
    role = (("class", "back"), ("epub:type", "colophon"), ("role", "doc-colophon"), ("aria-labelledby", "title"))
    heading = made("h1", (("id", "title"),), publication.words.say("About this edition"))
    note = (made("p", (), publication.brief.note),) if publication.brief.note else ()
    return made("body", (), made("section", role, heading, made("dl", (), *rows), *note))


def _rows(publication: Publication) -> Iterator[tuple[str, tuple[Content, ...]]]:
    brief, root, words = publication.brief, publication.root, publication.words
    own = next((citation for citation in publication.knowledge.own_citations if citation.text), None)
    facts = (
        (words.say("Title"), whole_title(brief)),
        (words.say("Authors"), ", ".join(author.name for author in brief.authors)),
        (words.say("Publisher"), brief.publisher),
        (words.say("Series"), " ".join(filter(None, (brief.series, brief.number)))),
        (words.say("Edition"), ", ".join(filter(None, (brief.edition, _date(publication))))),
    )
    yield from ((name, (said,)) for name, said in facts if said)
    if brief.licence:
        yield words.say("Licence"), _linked(brief.licence, licence_url(brief.licence))
    if brief.doi:
        yield "DOI", _linked(brief.doi, doi_url(brief.doi))
    if root:
        yield words.say("Address"), _linked(root, root)
    if own:
        yield words.say("How to cite"), tuple(pieces(own.text))
    of_paragraphs = words.say(
        "Paragraphs have the numbers that they have on the website and in the PDF. Reading programs offer these "
        "numbers where they offer the pages of a printed book."
    )
    yield words.say("Paragraphs"), (of_paragraphs,)


def _date(publication: Publication) -> str:
    return date_in_words(publication.brief.date, publication.words) if publication.brief.date else ""


def _linked(words: str, url: str) -> tuple[Content, ...]:
    return (made("a", (("class", "address" if words == url else ""), ("href", url)), words) if url else words,)
