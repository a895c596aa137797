"""How Zotero reads a page for which it has no translator of its own, restated as tables.

Its rules: https://github.com/zotero/translators, `Embedded Metadata.js` and `RDF.js`; how it parts a name:
https://github.com/zotero/utilities, `cleanAuthor`. Only what our pages use is here.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from heads import found

TYPE_BY_TAG = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
"""The last of them that it meets wins, over everything else."""
TYPE_BY_OPEN_GRAPH = {"website": "webpage", "book": "book"}
GUESS_BY_TAG = {"citation_title": "journalArticle", "citation_series_title": "journalArticle"}
FIELD_BY_TAG = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_inbook_title": "publicationTitle",
    "citation_series_title": "series",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}
"""The first tag of a name counts."""
FALLBACKS = {
    "title": ("DC.title", "og:title"),
    "publicationTitle": ("og:site_name",),
    "publisher": ("DC.publisher",),
    "rights": ("DC.rights",),
    "date": ("DC.date",),
    "language": ("DC.language",),
    "url": ("og:url",),
    "abstractNote": ("og:description", "description"),
}


@dataclass(frozen=True)
class Item:
    """What is filed: a creator is family name and given name, the latter empty for a name in one field."""

    type: str
    creators: tuple[tuple[str, str], ...]
    fields: dict[str, str]


def filed(page: str) -> Item:
    """Return the item that Zotero makes of a page, given as HTML."""
    metas = found(page, "//head/meta[@content]")
    tags = [(meta.get("name") or meta.get("property") or "", meta.get("content")) for meta in metas]
    fields: dict[str, str] = {}
    for field, names in FALLBACKS.items():
        values = [value for name in names for tag, value in tags if tag == name and value]
        fields |= {field: values[0]} if values else {}
    for tag, field in FIELD_BY_TAG.items():
        values = [value for name, value in tags if name == tag and value.strip()]
        fields |= {field: " ".join(values[0].split())} if values else {}
    named = [value for tag, value in tags if tag == "citation_author"]
    creators = named or [value for tag, value in tags if tag == "DC.creator"]
    return Item(_type(tags), tuple(_parted(name) for name in creators), fields)


def _type(tags: list[tuple[str, str]]) -> str:
    by_tag = [TYPE_BY_TAG[tag] for tag, _ in tags if tag in TYPE_BY_TAG]
    own_word = [value for tag, value in tags if tag == "z:itemType"]
    open_graph = [TYPE_BY_OPEN_GRAPH[value] for tag, value in tags if tag == "og:type" and value in TYPE_BY_OPEN_GRAPH]
    guesses = [GUESS_BY_TAG[tag] for tag, _ in tags if tag in GUESS_BY_TAG]
    return [*reversed(by_tag), *own_word, *open_graph, *guesses, "webpage"][0]


def _parted(name: str) -> tuple[str, str]:
    """Return family name and given name; without a comma the last word is the family name."""
    plain = name.strip(" .,/[]:")
    if "," in name:
        family, _, given = plain.partition(",")
        return family, given.strip()
    given, _, family = plain.rpartition(" ")
    return family, given


def listed(page: str) -> tuple[Item, ...]:
    """Return the items that Zotero offers of a page with ContextObjects, as `COinS.js` and `openurl.js` have it."""
    return tuple(_of_context(span.get("title")) for span in found(page, "//span[contains(@class, 'Z3988')][@title]"))


def _of_context(context: str) -> Item:
    item_type, creators, fields = "webpage", [], dict[str, str]()
    for pair in context.split("&"):
        key, written = pair.split("=")
        value = unquote(re.sub(r"\+|%2[bB]", " ", written))
        if key == "rft_id" and value.startswith("info:doi"):
            fields["DOI"] = value[9:]
        elif key == "rft_id" and re.match("https?://", value):
            fields["url"] = value
        elif key == "rft.title":
            of_whole = item_type in ("journalArticle", "bookSection", "conferencePaper")
            fields["publicationTitle" if of_whole else "title"] = value
        elif key == "rft.au":
            creators.append(_parted(value))
        elif key == "rft.type":
            item_type = value
        elif key == "rft.source":
            fields["publicationTitle"] = value
        elif key.startswith("rft."):
            fields[key.removeprefix("rft.")] = value
    return Item(item_type, tuple(creators), fields)
