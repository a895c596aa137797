"""What pages say to machines, read back by programs that are not ours: reference managers, previews, harvesters."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import extruct  # type: ignore[import-untyped]
import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

import zotero
from heads import BRIEF, HOUSE, PATHS, PERSON, PROJECT, THEME, URL, found, heads, links, page_of, tags
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Author, Brief
from policybrief.model.dates import parse_date
from policybrief.model.head import Head
from policybrief.model.licences import licence_url
from policybrief.outputs.highwire import institution_of
from policybrief.outputs.notation import doi_url, whole_title

# The pages


def test_every_page_has_a_head() -> None:
    entries = {f"glossary/{entry.id}.md" for entry in PROJECT.glossary.entries}
    names = ("all", "timeline", "figures", "glossary", "names", "cite", "references", "search", "using", "evidence")
    fixed = {"index.md", "check-a-quotation/index.md", *(f"{name}/index.md" for name in names)}
    assert heads().keys() == entries | fixed | {chapter.path for chapter in PROJECT.chapters}
    assert "references/index.md" not in heads(project=replace(PROJECT, references=()))
    assert heads() == heads()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_empty_and_nothing_is_html(path: str) -> None:
    head = heads(pdf="brief.pdf")[path]
    assert all(tag.content and bool(tag.name) != bool(tag.property) for tag in head.tags)
    assert all(link.href and link.rel for link in head.links)
    assert "<" not in head.json_ld
    once = [tag.name or tag.property for tag in head.tags if tag.name not in ("citation_author", "DC.creator")]
    assert len(once) == len(set(once))
    kinds = [element.tag for element in found(page_of(head), "//head/*")]
    assert kinds == ["meta", "title", *("meta" for _ in head.tags), *("link" for _ in head.links), "script"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("url", [URL, "https://brief.example/south", ""])
def test_addresses_are_absolute_where_they_can_be(path: str, url: str) -> None:
    head = heads(url, pdf="brief.pdf")[path]
    said = [link.href for link in head.links]
    said += [tag.content for tag in head.tags if tag.name in ("citation_pdf_url", "citation_public_url")]
    outside = ("https://doi.org/", "https://orcid.org/", "https://creativecommons.org/", "https://schema.org/")
    inside = [address for address in said if not address.startswith(outside)]
    # The head of a page about nothing particular links to itself alone, and only by its full address.
    about_nothing = [
        f"{name}/index.md" for name in ("figures", "cite", "all", "search", "using", "evidence", "check-a-quotation")
    ]
    assert inside or (not url and path in about_nothing)
    assert all(address.startswith(URL) == bool(url) and "://" not in address[8:] for address in inside)
    assert bool(links(head, "canonical")) == bool(url) == ("og:url" in tags(head))
    if not url:
        assert all(address.startswith("../") or path == "index.md" for address in inside)


def test_relative_addresses_lead_where_absolute_ones_do() -> None:
    for path, head in heads(pdf="brief.pdf").items():
        here = urljoin(URL, Addresses().of(path))
        full = [link.href for link in head.links if link.rel not in ("canonical", "cite-as")]
        short = [link.href for link in heads("", pdf="brief.pdf")[path].links if link.rel != "cite-as"]
        assert [urljoin(here, address) for address in short] == [urljoin(here, address) for address in full]


# Reference managers and indexes

HOME = {
    "title": 'İki sahil: "öz" & <yad>: Бир tarix',
    "date": "2026/11/22",
    "institution": "The policy house",
    "publisher": "The policy house",
    "number": "7",
    "language": "en-GB",
    "DOI": "10.1234/ab(c)<d>",
    "url": URL,
    "rights": "CC BY 4.0",
    "abstractNote": "What it says, in short.",
}
CHAPTER = {
    "title": "One",
    "publicationTitle": HOME["title"],
    "date": "2026/11/22",
    "publisher": "The policy house",
    "series": "Policy papers",
    "language": "en-GB",
    "url": f"{URL}chapters/1-one/",
    "abstractNote": "Говорит < один >.",
}
ENTRY = {
    "title": "Eurasian Union",
    "publicationTitle": BRIEF.title,
    "date": "2026-11-22",
    "url": f"{URL}glossary/union/",
    "abstractNote": "A union of states.",
    "language": "en-GB",
}
AGAIN = {**HOME, "publicationTitle": BRIEF.title}
WHOLE = f"All chapters of {BRIEF.title} on one page, for reading through, searching and printing."
CITE = f"How to cite {BRIEF.title}, or a paragraph of it."
CREATORS = (("Məmmədova", "Aygün"), ("The policy house", ""))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", zotero.Item("report", CREATORS, HOME)),
        ("chapters/1-one.md", zotero.Item("bookSection", CREATORS, CHAPTER)),
        ("glossary/union.md", zotero.Item("webpage", CREATORS, ENTRY)),
        ("all/index.md", zotero.Item("report", CREATORS, {**AGAIN, "abstractNote": WHOLE})),
        ("cite/index.md", zotero.Item("report", CREATORS, {**AGAIN, "abstractNote": CITE})),
    ],
)
def test_how_zotero_files_a_page(path: str, expected: zotero.Item) -> None:
    assert zotero.filed(page_of(heads()[path])) == expected


@pytest.mark.parametrize(
    ("brief", "kind"),
    [
        (Brief("T"), "report"),
        (Brief("T", authors=(Author("A B", "B", "A"),)), "report"),
        (Brief("T", authors=(HOUSE,)), "report"),
        (Brief("T", publisher="P", series="S"), "report"),
    ],
)
def test_the_home_page_is_a_report_whatever_is_known(brief: Brief, kind: str) -> None:
    pages = heads("", project=replace(PROJECT, brief=brief))
    item = zotero.filed(page_of(pages["index.md"]))
    assert (item.type, item.fields["title"]) == (kind, "T")
    assert zotero.filed(page_of(pages["chapters/1-one.md"])).type == "bookSection"
    assert all(item.fields.values())


def test_no_page_is_filed_as_two_things() -> None:
    for head in heads().values():
        assert len(tags(head).keys() & zotero.TYPE_BY_TAG.keys()) <= 1


@pytest.mark.parametrize(
    ("date", "written"), [("2026-11-22", "2026/11/22"), ("2026-11~", "2026/11"), ("2026?", "2026")]
)
def test_the_date_for_indexes(date: str, written: str) -> None:
    project = replace(PROJECT, brief=replace(BRIEF, date=parse_date(date)))
    assert tags(heads(project=project)["index.md"])["citation_publication_date"] == [written]


def test_the_pdf_belongs_to_the_whole() -> None:
    pages = heads(pdf="files/brief.pdf")
    assert tags(pages["index.md"])["citation_pdf_url"] == [f"{URL}files/brief.pdf"]
    assert f"{URL}files/brief.pdf" in links(pages["index.md"], "item")
    assert all("citation_pdf_url" not in tags(head) for path, head in pages.items() if path != "index.md")
    assert "citation_pdf_url" not in tags(heads()["index.md"])
    assert json.loads(pages["index.md"].json_ld)["encoding"][0]["contentUrl"] == f"{URL}files/brief.pdf"


def test_who_issued_it() -> None:
    assert institution_of(Brief("T", authors=(PERSON, HOUSE))) == "The policy house"
    assert institution_of(Brief("T", authors=(PERSON,))) == ""
    assert whole_title(Brief("T")) == "T"


def test_an_organisation_with_commas_in_its_name_is_filed_whole() -> None:
    house = Author("Centre for Water, Policy, and Law")
    pages = heads(project=replace(PROJECT, brief=replace(BRIEF, authors=(house, PERSON))))
    for path in ("index.md", "chapters/1-one.md", "all/index.md", f"glossary/{PROJECT.glossary.entries[0].id}.md"):
        creators = zotero.filed(page_of(pages[path])).creators
        shown = [(family.replace("\u201a", ","), given) for family, given in creators]
        assert shown == [("Centre for Water, Policy, and Law", ""), ("M\u0259mm\u0259dova", "Ayg\u00fcn")]
    assert "Centre for Water, Policy, and Law" in pages["index.md"].json_ld


# Dublin Core and Open Graph, by extruct


def read(head: Head, syntax: str) -> Any:
    return extruct.extract(page_of(head), base_url=URL, syntaxes=[syntax])[syntax]


def test_extruct_reads_dublin_core() -> None:
    home, first = (read(heads()[path], "dublincore")[0] for path in ("index.md", "chapters/1-one.md"))
    said = {(item["name"].lower(), item["content"]) for item in home["elements"] if "name" in item}
    assert said == {
        ("dc.title", whole_title(BRIEF)), ("dc.creator", "Məmmədova, Aygün"), ("dc.creator", "The policy house"),
        ("dc.date", "2026-11-22"), ("dc.language", "en-GB"), ("dc.publisher", "The policy house"),
        ("dc.identifier", "https://doi.org/10.1234/ab%28c%29%3Cd%3E"), ("dc.rights", "CC BY 4.0"),
        ("description", "What it says, in short."),
    }  # fmt: skip
    terms = {item["name"]: item["content"] for item in (*first["elements"], *first["terms"]) if "name" in item}
    assert terms["DCTERMS.isPartOf"] == URL
    assert terms["DCTERMS.modified"] == "2026-12"
    assert terms["DC.identifier"] == f"{URL}chapters/1-one/"


def test_extruct_reads_open_graph() -> None:
    for path, title, kind in (("index.md", whole_title(BRIEF), "website"), ("chapters/1-one.md", "One", "article")):
        (graph,) = read(heads()[path], "opengraph")
        said = dict(graph["properties"])
        assert (said["og:title"], said["og:type"], said["og:locale"]) == (title, kind, "en_GB")
        assert said["og:url"] == (URL if path == "index.md" else f"{URL}chapters/1-one/")
    said = dict(read(heads()["chapters/1-one.md"], "opengraph")[0]["properties"])
    assert said["article:published_time"] == "2026-11-22"
    assert said["article:modified_time"] == "2026-12"
    assert said["article:author"] == "https://orcid.org/0000-0002-1825-0097"
    assert said["og:site_name"] == BRIEF.title


@pytest.mark.parametrize(("language", "locale"), [("az-Latn-AZ", ["az_AZ"]), ("az-Latn", None), ("ru", None)])
def test_the_locale_needs_a_region(language: str, locale: list[str] | None) -> None:
    project = replace(PROJECT, brief=replace(BRIEF, language=language))
    assert tags(heads(project=project)["index.md"]).get("og:locale") == locale


@pytest.mark.parametrize("path", PATHS)
def test_extruct_reads_the_json(path: str) -> None:
    head = heads()[path]
    assert read(head, "json-ld") == [json.loads(head.json_ld)]


# Signposting


def test_the_links_of_the_home_page() -> None:
    head = heads()["index.md"]
    assert links(head, "cite-as") == ["https://doi.org/10.1234/ab%28c%29%3Cd%3E"]
    assert links(head, "author") == ["https://orcid.org/0000-0002-1825-0097"]
    chapters = [f"{URL}chapters/1-one/", f"{URL}chapters/part/2-%D0%B4%D0%B2%D0%B0/"]
    assert links(head, "item") == chapters
    assert links(head, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert links(head, "type") == ["https://schema.org/AboutPage", "https://schema.org/Report"]
    ends = ("cite/brief.json", "cite/brief.bib", "cite/brief.ris", "data/brief.json")
    assert links(head, "describedby") == [URL + end for end in ends]
    without = replace(PROJECT, brief=replace(BRIEF, doi=""))
    assert links(heads(project=without)["index.md"], "cite-as") == [URL]
    assert links(heads("", project=without)["index.md"], "cite-as") == []


def test_the_links_of_other_pages() -> None:
    pages = heads()
    first, union = pages["chapters/1-one.md"], pages["glossary/union.md"]
    assert links(first, "cite-as") == links(first, "canonical") == [f"{URL}chapters/1-one/"]
    assert links(first, "collection") == [URL]
    assert links(union, "collection") == [f"{URL}glossary/"]
    for path in ("glossary/union.md", "glossary/index.md", "names/index.md"):
        assert links(pages[path], "describedby") == [f"{URL}data/glossary.ttl"]
    ends = ("json", "bib", "ris")
    assert links(pages["references/index.md"], "describedby") == [f"{URL}cite/bibliography.{end}" for end in ends]
    assert links(pages["timeline/index.md"], "describedby") == [f"{URL}data/events.json"]


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-nc-sa-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://opensource.org/license/mit"),
        ("https://example.org/licence", "https://example.org/licence"),
        ("All rights reserved", ""),
        ("", ""),
    ],
)
def test_licences(licence: str, address: str) -> None:
    assert licence_url(licence) == address
    head = heads(project=replace(PROJECT, brief=replace(BRIEF, licence=licence)))["index.md"]
    assert links(head, "license") == ([address] if address else [])


def test_doi() -> None:
    assert doi_url("10.1000/456#789") == "https://doi.org/10.1000/456%23789"


# The template under the themes

HOOK = """\
from markupsafe import escape
from policybrief.model.head import Head, HeadLink, MetaTag

HEAD = Head(
    (MetaTag('A "page" & <more>', "description"), MetaTag("x > y", property="og:title", lang="en")),
    (HeadLink("canonical", "https://brief.example/one/"), HeadLink("item", "a?b&c", "text/html")),
    '{"@context":"https://schema.org","name":"\\\\u003c/script>"}',
)

def on_page_markdown(markdown, page, **_):
    if page.file.src_uri == "one.md":
        page.meta["policybrief_head"] = HEAD
        page.meta["description"] = escape(HEAD.description)
"""


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("site_url", ["https://brief.example/", ""])
def test_the_template_under_a_theme(tmp_path: Path, theme: str, site_url: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    (tmp_path / "docs" / "one.md").write_text("# One\n")
    (tmp_path / "hook.py").write_text(HOOK)
    config = {"site_name": "x", "theme": {"name": theme, "custom_dir": str(THEME)}, "hooks": ["hook.py"], "plugins": []}
    (tmp_path / "mkdocs.yml").write_text(json.dumps({**config, "site_url": site_url, "site_description": "The site"}))
    build_site(load_config(str(tmp_path / "mkdocs.yml")))
    one = (tmp_path / "site" / "one" / "index.html").read_text("utf-8")
    assert found(one, "//head/meta[@name='description']/@content") == ['A "page" & <more>']
    assert found(one, "//head/meta[@property='og:title']/@content") == ["x > y"]
    assert found(one, "//head/link[@rel='canonical']/@href") == ["https://brief.example/one/"]
    assert found(one, "//head/link[@rel='item']/@href") == ["a?b&c"]
    (script,) = found(one, "//head/script[@type='application/ld+json']/text()")
    assert json.loads(script) == {"@context": "https://schema.org", "name": "</script>"}
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "ld+json" not in home
    assert (tmp_path / "site" / "404.html").exists()
