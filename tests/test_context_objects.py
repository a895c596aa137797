"""The list of references as reference managers take it from the page."""

from dataclasses import replace

import zotero
from heads import HOUSE
from policybrief.model.brief import Reference
from policybrief.model.dates import parse_span
from policybrief.model.problems import Place
from policybrief.pages.context_objects import context_object
from test_pages import hostile_pages

FIELDS = {
    "author": [
        {"family": "Fuchs", "given": "Doris", "non-dropping-particle": "von"},
        {"literal": "Ministry of Water, Policy & Law"},
        {"literal": HOUSE.name},
    ],
    "container-title": "Rivers + Canals = Water",
    "publisher": "Mountain",
    "volume": "7",
    "issue": "2",
    "page": "14-16",
    "DOI": "10.1002/(SICI)1096<1450::AID>3.0.CO;2-I",
    "URL": "https://example.org/a?b=c&d=%20e",
}
ARTICLE = Reference(
    "a", "article-journal", "Суд & право: 5 % of it?", "ru", parse_span("2014-05-29~"), FIELDS, Place("references.yml")
)


def item_of(reference: Reference) -> zotero.Item:
    context = context_object(reference).replace("&", "&amp;").replace('"', "&quot;")
    (item,) = zotero.listed(f'<html><body><span class="Z3988" title="{context}" hidden></span></body></html>')
    return item


def test_a_source_is_offered_with_all_that_is_known_of_it() -> None:
    item = item_of(ARTICLE)
    assert item.type == "journalArticle"
    assert [(family.replace("\u201a", ","), given) for family, given in item.creators] == [
        ("von Fuchs", "Doris"), ("Ministry of Water, Policy & Law", ""), ("The policy house", ""),
    ]  # fmt: skip
    assert item.fields == {
        "title": "Суд & право: 5 % of it?", "date": "2014-05-29", "publicationTitle": "Rivers   Canals = Water",
        "publisher": "Mountain", "volume": "7", "issue": "2", "pages": "14-16",
        "DOI": "10.1002/(SICI)1096<1450::AID>3.0.CO;2-I", "url": "https://example.org/a?b=c&d=%20e",
    }  # fmt: skip


def test_a_source_of_which_little_is_known_is_offered_too() -> None:
    bare = replace(
        ARTICLE, type="treaty", issued=None, fields={"URL": "javascript:alert(1)", "editor": FIELDS["author"]}
    )
    item = item_of(bare)
    assert (item.type, len(item.creators), item.fields) == ("document", 3, {"title": ARTICLE.title})
    assert item_of(replace(bare, fields={})).creators == ()


def test_the_page_offers_each_source_it_lists() -> None:
    page = hostile_pages()["references/index.md"].html
    assert [item.type for item in zotero.listed(page)] == ["document", "book"]
