"""A small brief with one of everything that the heads of pages differ by, and how to read a head back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from lxml import html  # type: ignore[import-untyped]

import policybrief.hosts.mkdocs
from policybrief.build import Site, build
from policybrief.chapters.citing import unprinted
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Author, Brief, Chapter, Project, Reference
from policybrief.model.dates import parse_date
from policybrief.model.head import Head
from policybrief.model.problems import Place
from policybrief.model.publication import BRIEF_GROUP, Download, FileDeclaration, Publication
from policybrief.outputs.metadata import head_of
from policybrief.pages.catalogue import PAGES
from policybrief.reading.glossary import read_glossary

THEME = Path(policybrief.hosts.mkdocs.__file__).parent / "theme"
URL = "https://brief.example/south/"

PERSON = Author("Aygün Məmmədova", "Məmmədova", "Aygün", "0000-0002-1825-0097")
HOUSE = Author("The policy house")
BRIEF = Brief(
    title='İki sahil: "öz" & <yad>',
    subtitle="Бир tarix",
    description="What it says, in short.",
    authors=(PERSON, HOUSE),
    publisher="The policy house",
    series="Policy papers",
    number="7",
    date=parse_date("2026-11-22"),
    edition="2026-11",
    language="en-GB",
    licence="CC BY 4.0",
    doi="10.1234/ab(c)<d>",
)

GLOSSARY = """\
war:
  name: the war
  kind: event
  aliases: [{form: müharibə, lang: az}]
  definition: A war.
  dates: 1992/1994~
  relations: [{type: located-in, to: town}, {type: about, to: union}, {type: led-by, to: leader}]
battle:
  name: the battle
  kind: event
  definition: 'One "day" of it \\ and < all that.'
  dates: 1992-05-08
  relations: [{type: part-of, to: war}, {type: about, to: war}]
union:
  name: Eurasian Union
  kind: organisation
  aliases: [EAEU, {form: ЕАЭС, lang: ru}]
  definition: A union of [[state|states]].
  dates: {start: 2015}
  relations: [{type: party-to, to: war}, {type: part-of, to: old, until: 1991}]
  see: https://www.wikidata.org/wiki/Q1
  note: So it is called.
old: {name: Old union, kind: organisation, definition: It was.}
land:
  name: Dağlıq yer
  kind: place
  definition: A land.
  relations: [{type: located-in, to: state}, {type: allied-with, to: state}]
town:
  name: Şəhər
  kind: place
  definition: A town.
  relations: [{type: located-in, to: land}, {type: opposes, to: state}]
state: {name: A state, kind: state, definition: A state.}
leader: {name: A leader, kind: person, definition: A person.}
treaty: {name: Treaty, kind: treaty, definition: A treaty., dates: 1997-05}
"""


def sample() -> Project:
    """Return the brief."""
    glossary, problems = read_glossary(GLOSSARY, "glossary.yml", BRIEF.language)
    assert not problems
    references = tuple(
        Reference(id_, type_, f"Title {id_} </script>", "en", None, {"id": id_, "type": type_}, Place("references.yml"))
        for id_, type_ in (("one", "report"), ("two", "treaty"), ("three", "book"))
    )
    chapters = (
        _chapter("chapters/1-one.md", "1", "One", "Говорит < один >.", "Said [@one, p. 4]. Again [@one; @two].\n"),
        _chapter("chapters/part/2-два.md", "2", "Два", "", "Nothing.\n"),
    )
    return Project(BRIEF, glossary, chapters, references, ())


def _chapter(path: str, number: str, title: str, summary: str, body: str) -> Chapter:
    return Chapter(path, number, title, summary, parse_date("2026-12"), body, 1, Place(path))


PROJECT = sample()
KNOWLEDGE = build(PROJECT, Site(url=URL), unprinted).knowledge


def heads(url: str = URL, project: Project = PROJECT, pdf: str = "") -> Mapping[str, Head]:
    """Return the heads of the sample's pages by path; `pdf` is the path of the brief as PDF, if it has one."""
    return heads_of(Publication(project, KNOWLEDGE, Addresses(), url), pdf)


def heads_of(publication: Publication, pdf: str = "") -> Mapping[str, Head]:
    """Return the heads of a brief's pages by path; `pdf` is the path of the brief as PDF, if it has one."""
    file = FileDeclaration(pdf, "application/pdf", BRIEF_GROUP, "PDF", whole_brief=True)
    made = replace(publication, downloads=(Download(file, 1000),) if pdf else ())
    declared = (page for pages in PAGES for page in pages.declare(made.project))
    return {page.path: head_of(made, page) for page in declared}


PATHS = tuple(heads())


def page_of(head: Head) -> str:
    """Return a page with this head, made by the template for themes; like the host it does not escape by itself."""
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=False)
    page = {"meta": {"policybrief_head": head}, "canonical_url": None, "is_homepage": False}
    config = {"theme": {"name": "other"}, "site_description": ""}
    inner = environment.get_template("policybrief/head.html").render(page=page, config=config)
    return f"<!doctype html><html><head><meta charset='utf-8'><title>x</title>{inner}</head><body></body></html>"


def found(page: str, path: str) -> list[Any]:
    """Return what an XPath finds in the HTML of a page."""
    return list(html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).xpath(path))


def tags(head: Head) -> dict[str, list[str]]:
    """Return the contents of the tags of each name, as a browser reads them."""
    read: dict[str, list[str]] = {}
    for meta in found(page_of(head), "//head/meta[@content]"):
        read.setdefault(meta.get("name") or meta.get("property"), []).append(meta.get("content"))
    return read


def links(head: Head, rel: str) -> list[str]:
    """Return the targets of the links of a relation."""
    return found(page_of(head), f"//head/link[@rel='{rel}']/@href")
