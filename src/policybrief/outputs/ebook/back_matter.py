"""The parts after the chapters in the e-book: timeline, glossary, index of names, references."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ...model.addresses import reference_anchor
from ...model.dates_in_words import span_in_words
from ...model.events import events_in_order
from ...model.glossary import Entry, is_foreign
from ...model.knowledge import Inline, Paragraph
from ...model.publication import Publication
from ...model.sorting import by_letter
from ...wording.words import Words
from ..archived_copies import listed_pieces
from ..where_used import Uses, where_cited, where_named
from .addresses import GLOSSARY, INDEX, EbookAddresses, entry_address
from .elements import Content, languages, made
from .lines import pieces


def timeline_body(publication: Publication, addresses: EbookAddresses) -> Element | None:
    """Return the dated events in order, with the paragraphs that mention them, or None if there are none."""
    events = events_in_order(publication.project.glossary.entries)
    if not events:
        return None
    naming = where_named(publication.knowledge.chapters)
    heads = made("tr", (), *(made("th", (("scope", "col"),), head) for head in _heads(publication.words)))
    rows = [
        _event(entry, publication.words, [each for each in naming.get(entry.id, ()) if not each.note], addresses)
        for entry in events
    ]
    table = made("table", (), made("thead", (), heads), made("tbody", (), *rows))
    return _body(publication.words.say("Timeline"), (), made("div", (("class", "table"),), table))


def _event(entry: Entry, words: Words, paragraphs: Iterable[Paragraph], addresses: EbookAddresses) -> Element:
    return made(
        "tr",
        (),
        made("td", (), span_in_words(entry.dates, words) if entry.dates else ""),
        made("td", (), made("a", (("href", entry_address(entry.id)),), entry.label)),
        made("td", (), *_numbers((each for each in paragraphs if not each.note), addresses)),
    )


def _heads(words: Words) -> tuple[str, ...]:
    return words.say("Date"), words.say("Event"), words.say("Paragraphs")


def glossary_body(publication: Publication) -> Element | None:
    """Return the entries by letter, each with other forms, dates, definition, and a link to the index."""
    entries = publication.project.glossary.entries
    if not entries:
        return None
    named = where_named(publication.knowledge.chapters)
    letters = [
        made(
            "section",
            (),
            made("h2", (("id", f"glossary-{at}"),), letter.heading),
            made("dl", (), *(part for entry in letter.items for part in _entry(entry, publication, named))),
        )
        for at, letter in enumerate(by_letter(entries, lambda entry: entry.label, publication.brief.language), 1)
    ]
    role = (("epub:type", "glossary"), ("role", "doc-glossary"))
    return _body(publication.words.say("Glossary"), role, *letters)


def _entry(entry: Entry, publication: Publication, named: Uses) -> Iterator[Element]:
    home = publication.brief.language
    words = publication.words
    said_dates = span_in_words(entry.dates, words) if entry.dates else ""
    dates = (made("span", (("class", "dates"),), f" · {said_dates}"),) if said_dates else ()
    yield made("dt", (("id", f"entry-{entry.id}"),), made("dfn", (), entry.label), *dates)
    forms: list[Content] = []
    for alias in entry.aliases:
        if not alias.avoid:
            foreign = alias.language if is_foreign(alias.language, home) else ""
            forms += [made("span", languages(foreign), alias.form) if foreign else alias.form, ", "]
    said: list[Content] = [_piece(piece) for piece in publication.knowledge.definitions.get(entry.id, ())]
    if entry.id in named:
        said += [" ", made("a", (("class", "uses"), ("href", f"{INDEX}#index-{entry.id}")), words.say("In the text"))]
    also = (made("p", (("class", "forms"),), *forms[:-1]),) if forms else ()
    yield made("dd", (), *also, made("p", (), *said))


def _piece(piece: Inline) -> Content:
    if piece.entry:
        return made("a", (("class", "name"), ("href", f"#entry-{piece.entry}")), piece.text)
    return made("em", (), piece.text) if piece.emphasis else piece.text


def index_body(publication: Publication, addresses: EbookAddresses) -> Element | None:
    """Return the entries that the chapters mention, each with the numbers of those paragraphs and notes."""
    named = where_named(publication.knowledge.chapters)
    entries = [entry for entry in publication.project.glossary.entries if entry.id in named]
    if not entries:
        return None
    letters = [
        made(
            "section",
            (),
            made("h2", (("id", f"index-letter-{at}"),), letter.heading),
            made("ul", (), *(_line(entry, named[entry.id], addresses) for entry in letter.items)),
        )
        for at, letter in enumerate(by_letter(entries, lambda entry: entry.label, publication.brief.language), 1)
    ]
    role = (("epub:type", "index"), ("role", "doc-index"))
    return _body(publication.words.say("Index of names"), role, *letters)


def _line(entry: Entry, paragraphs: Iterable[Paragraph], addresses: EbookAddresses) -> Element:
    name = made("a", (("href", f"{GLOSSARY}#entry-{entry.id}"),), entry.label)
    return made("li", (("id", f"index-{entry.id}"),), name, ": ", *_numbers(paragraphs, addresses))


def references_body(publication: Publication, addresses: EbookAddresses) -> Element | None:
    """Return the list of references as the style prints it, each source with the paragraphs that cite it."""
    printed = publication.knowledge.references
    if not printed:
        return None
    cited = where_cited(publication.knowledge.chapters)
    items = []
    references = {reference.id: reference for reference in publication.project.references}
    cited_in = f" {publication.words.say('Cited in')} "
    for each in printed:
        uses = list(_numbers(cited.get(each.reference, ()), addresses))
        said = listed_pieces(each, references, publication.words)
        after = (made("span", (("class", "uses"),), cited_in, *uses, "."),) if uses else ()
        items.append(made("li", (("id", reference_anchor(each.reference)),), *pieces(said), *after))
    role = (("epub:type", "bibliography"), ("role", "doc-bibliography"))
    return _body(publication.words.say("References"), role, made("ul", (("class", "references"),), *items))


def _numbers(paragraphs: Iterable[Paragraph], addresses: EbookAddresses) -> Iterator[Content]:
    """Yield the numbers of paragraphs as links, separated by commas."""
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield ", "
        yield made("a", (("href", addresses.paragraph(paragraph.chapter, paragraph.id)),), paragraph.number)


def _body(title: str, role: tuple[tuple[str, str], ...], *content: Content) -> Element:
    named = (*role, ("aria-labelledby", "title"), ("class", "back"))
    return made("body", (), made("section", named, made("h1", (("id", "title"),), title), *content))
