"""What pages and the glossary say as linked data, read back by rdflib and pyshacl; and any text, many entries."""

import cProfile
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from glossaries import alias, entry, glossary
from heads import BRIEF, KNOWLEDGE, PROJECT, URL, found, heads, heads_of, page_of, tags
from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Project
from policybrief.model.dates import parse_span
from policybrief.model.glossary import Entry, Kind, Relation, RelationType
from policybrief.model.head import Head
from policybrief.model.knowledge import Inline, Knowledge
from policybrief.model.problems import Place
from policybrief.model.publication import Publication
from policybrief.outputs.jsonld import serialised
from policybrief.outputs.jsonld_claims import claims_artifact
from policybrief.outputs.notation import whole_title
from policybrief.outputs.skos import iri, literal, skos_artifact
from policybrief.reading.project import read_project

# rdflib reads JSON-LD by a class of its own that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
SHAPES = Path(__file__).parent / "shapes" / "glossary.ttl"


def relation(type_: RelationType, to: str) -> Relation:
    return Relation(type_, to, Place("glossary.yml"))


# JSON-LD, by rdflib


def triples(head: Head, base: str = URL) -> Graph:
    """Return a page's JSON-LD as RDF; the vocabulary stands in for the context, which lies in the network."""
    document = json.loads(head.json_ld)
    assert document["@context"] == "https://schema.org"
    local = {"@vocab": str(SCHEMA)}
    return Graph().parse(data=json.dumps({**document, "@context": local}), format="json-ld", base=base)


def test_the_report_and_its_parts() -> None:
    graph, home = triples(heads()["index.md"]), URIRef(URL)
    assert graph.value(home, RDF.type) == SCHEMA.Report
    assert str(graph.value(home, SCHEMA.name)) == whole_title(BRIEF)
    parts = {str(part) for part in graph.objects(home, SCHEMA.hasPart)}
    assert parts == {f"{URL}chapters/1-one/", f"{URL}chapters/part/2-%D0%B4%D0%B2%D0%B0/", f"{URL}glossary/"}
    person, house = graph.objects(home, SCHEMA.author)
    assert person == URIRef("https://orcid.org/0000-0002-1825-0097")
    assert graph.value(person, RDF.type) == SCHEMA.Person
    assert str(graph.value(person, SCHEMA.familyName)) == "Məmmədova"
    assert graph.value(house, RDF.type) == SCHEMA.Organization
    for name, value in (("datePublished", "2026-11-22"), ("version", "2026-11"), ("reportNumber", "7")):
        assert str(graph.value(home, SCHEMA[name])) == value


def test_a_chapter_is_part_of_the_report_and_cites() -> None:
    here = URIRef(f"{URL}chapters/1-one/")
    graph = triples(heads()["chapters/1-one.md"])
    assert set(graph.objects(here, RDF.type)) == {SCHEMA.Chapter, SCHEMA.ScholarlyArticle}
    assert graph.value(here, SCHEMA.isPartOf) == URIRef(URL)
    cited = {str(source): graph.value(source, RDF.type) for source in graph.objects(here, SCHEMA.citation)}
    assert cited == {f"{URL}references/#ref-one": SCHEMA.Report, f"{URL}references/#ref-two": SCHEMA.CreativeWork}
    assert (str(graph.value(here, SCHEMA.datePublished)), str(graph.value(here, SCHEMA.dateModified))) == (
        "2026-11-22", "2026-12",
    )  # fmt: skip


def test_the_list_of_references_names_its_files() -> None:
    graph = triples(heads()["references/index.md"])
    files = set(graph.objects(URIRef(f"{URL}references/"), SCHEMA.encoding))
    assert {str(graph.value(file, SCHEMA.contentUrl)) for file in files} == {
        f"{URL}cite/bibliography.{ending}" for ending in ("json", "bib", "ris")
    }
    assert {str(graph.value(file, SCHEMA.encodingFormat)) for file in files} >= {"application/x-bibtex"}


def test_the_terms() -> None:
    index = triples(heads()["glossary/index.md"])
    scheme = URIRef(f"{URL}glossary/")
    assert index.value(scheme, RDF.type) == SCHEMA.DefinedTermSet
    terms = {str(term) for term in index.objects(scheme, SCHEMA.hasDefinedTerm)}
    assert terms == {f"{URL}glossary/{entry.id}/" for entry in PROJECT.glossary.entries}
    graph, here = triples(heads()["glossary/union.md"]), URIRef(f"{URL}glossary/union/")
    assert graph.value(here, RDF.type) == SCHEMA.DefinedTerm
    assert graph.value(here, SCHEMA.inDefinedTermSet) == scheme
    assert str(graph.value(here, SCHEMA.termCode)) == "union"
    assert set(graph.objects(here, SCHEMA.alternateName)) == {Literal("EAEU"), Literal("ЕАЭС", lang="ru")}
    assert str(graph.value(here, SCHEMA.sameAs)) == "https://www.wikidata.org/wiki/Q1"


def test_an_event_and_who_took_part() -> None:
    graph, war = triples(heads()["glossary/war.md"]), URIRef(f"{URL}glossary/war/#event")
    assert set(graph.subjects(RDF.type, SCHEMA.DefinedTerm)) == {URIRef(f"{URL}glossary/war/")}
    assert graph.value(war, RDF.type) == SCHEMA.Event
    assert (str(graph.value(war, SCHEMA.startDate)), str(graph.value(war, SCHEMA.endDate))) == ("1992", "1994")
    roles = {role: named(graph, war, role) for role in ("location", "about", "organizer", "contributor")}
    assert roles == {
        "location": {("Place", "Şəhər")}, "about": {("Organization", "Eurasian Union")},
        "organizer": {("Person", "A leader")}, "contributor": {("Organization", "Eurasian Union")},
    }  # fmt: skip
    battle = triples(heads()["glossary/battle.md"])
    assert battle.value(URIRef(f"{URL}glossary/battle/#event"), SCHEMA.superEvent) == war
    assert str(battle.value(URIRef(f"{URL}glossary/battle/#event"), SCHEMA.endDate)) == "1992-05-08"


def named(graph: Graph, subject: URIRef, role: str) -> set[tuple[str, str]]:
    found = graph.objects(subject, SCHEMA[role])
    return {(str(graph.value(it, RDF.type)).rpartition("/")[2], str(graph.value(it, SCHEMA.name))) for it in found}


def test_the_timeline_has_what_has_a_date() -> None:
    graph = triples(heads()["timeline/index.md"])
    assert set(graph.subjects(RDF.type, SCHEMA.Event)) == {
        URIRef(f"{URL}glossary/{id_}/#event") for id_ in ("war", "battle")
    }
    (treaty,) = graph.subjects(RDF.type, SCHEMA.CreativeWork)
    assert str(graph.value(treaty, SCHEMA.dateCreated)) == "1997-05"


def test_relative_ids_name_the_same_things() -> None:
    for path in ("index.md", "chapters/1-one.md", "glossary/war.md", "glossary/index.md", "references/index.md"):
        here = URL + Addresses().of(path).removeprefix("./")
        full, short = triples(heads()[path]), triples(heads("")[path], here)
        assert subjects(full) == subjects(short)


def subjects(graph: Graph) -> set[str]:
    return {str(node) for node in graph.subjects() if isinstance(node, URIRef)}


# SKOS, by rdflib and pyshacl


def skos(project: Project = PROJECT, url: str = URL, knowledge: Knowledge = KNOWLEDGE) -> Graph:
    artifact = skos_artifact(project, knowledge, Addresses(), url)
    assert artifact.path == "data/glossary.ttl"
    return Graph().parse(data=artifact.content, format="turtle", publicID=f"{URL}data/glossary.ttl")


def concept(id_: str) -> URIRef:
    return URIRef(f"{URL}glossary/{id_}/")


def test_the_glossary_fits_its_shapes() -> None:
    conforms, _, report = pyshacl.validate(skos(), shacl_graph=Graph().parse(SHAPES))
    assert conforms, report


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("union", SKOS.altLabel, Literal("Eurasian Union", lang="en-GB")),
        ("union", SKOS.prefLabel, Literal("Other", lang="en-GB")),
        ("town", SKOS.related, concept("state")),
        ("state", SKOS.related, concept("town")),
        ("union", SKOS.notation, Literal("second")),
    ],
)
def test_the_shapes_find_faults(subject: str, predicate: URIRef, value: Any) -> None:
    graph = skos()
    graph.add((concept(subject), predicate, value))
    assert not pyshacl.validate(graph, shacl_graph=Graph().parse(SHAPES))[0]


def test_a_concept() -> None:
    graph, here = skos(), concept("union")
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {concept(entry.id) for entry in PROJECT.glossary.entries}
    said = {predicate: list(graph.objects(here, predicate)) for predicate in set(graph.predicates(here))}
    edtf = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
    assert said == {
        RDF.type: [SKOS.Concept],
        SKOS.inScheme: [URIRef(f"{URL}glossary/")],
        SKOS.topConceptOf: [URIRef(f"{URL}glossary/")],
        SKOS.notation: [Literal("union")],
        SKOS.prefLabel: [Literal("Eurasian Union", lang="en-GB")],
        SKOS.altLabel: [Literal("EAEU", lang="en-GB"), Literal("ЕАЭС", lang="ru")],
        SKOS.definition: [Literal("A union of states.", lang="en-GB")],
        SKOS.scopeNote: [Literal("So it is called.", lang="en-GB")],
        SKOS.related: [concept("war"), concept("old")],
        SKOS.exactMatch: [URIRef("http://www.wikidata.org/entity/Q1")],
        DCTERMS.type: [Literal("organisation", lang="en")],
        DCTERMS.temporal: [Literal("2015/..", datatype=edtf)],
    }


def test_what_is_broader_is_not_related() -> None:
    graph = skos()
    assert set(graph.subject_objects(SKOS.broader)) == {
        (concept("battle"), concept("war")), (concept("town"), concept("land")), (concept("land"), concept("state")),
    }  # fmt: skip
    pairs = {(concept("war"), concept(other)) for other in ("town", "union", "leader")}
    pairs.add((concept("union"), concept("old")))
    assert set(graph.subject_objects(SKOS.related)) == pairs | {(other, one) for one, other in pairs}


def test_each_link_is_said_in_both_directions() -> None:
    graph = skos()
    assert set(graph.subject_objects(SKOS.narrower)) == {(upper, lower) for lower, upper in graph[: SKOS.broader]}
    scheme = URIRef(f"{URL}glossary/")
    tops = set(graph.objects(scheme, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, scheme))
    assert tops == set(graph.subjects(RDF.type, SKOS.Concept)) - set(graph.subjects(SKOS.broader))
    assert graph.value(scheme, SKOS.prefLabel) == graph.value(scheme, DCTERMS.title)


def test_what_lies_above_a_broader_concept_is_not_said_again() -> None:
    to_both = (relation(RelationType.PART_OF, "whole"), relation(RelationType.PART_OF, "part"))
    piece = entry("piece", "Piece", relations=to_both)
    part = entry("part", "Part", relations=(relation(RelationType.PART_OF, "whole"),))
    graph = skos(replace(PROJECT, glossary=glossary(piece, part, entry("whole", "Whole"))))
    assert set(graph.objects(concept("piece"), SKOS.broader)) == {concept("part")}


def test_a_ring_of_parts_comes_to_an_end() -> None:
    one = entry("one", "One", relations=(relation(RelationType.PART_OF, "two"), relation(RelationType.ABOUT, "three")))
    two = entry("two", "Two", relations=(relation(RelationType.PART_OF, "one"),))
    graph = skos(replace(PROJECT, glossary=glossary(one, two, entry("three", "Three"))))
    assert len(set(graph.subject_objects(SKOS.broader))) == 2
    assert set(graph.objects(concept("one"), SKOS.related)) == {concept("three")}


def test_the_file_is_the_same_wherever_it_stands() -> None:
    assert set(skos()) == set(skos(url=""))
    assert skos_artifact(PROJECT, KNOWLEDGE, Addresses(), "").content.count(b"<../glossary/union/>") == 4
    html_names = skos_artifact(PROJECT, KNOWLEDGE, Addresses(directory_urls=False), "").content
    assert b"<../glossary/union.html> a skos:Concept" in html_names


def test_iri() -> None:
    assert iri("https://example.org/a|b{c}^`d e") == "<https://example.org/a%7Cb%7Bc%7D%5E%60d%20e>"


# Any text

TEXTS = st.text(min_size=1) | st.sampled_from(
    ('"', "\\", '"""', "\\u0041", "a\nb\r\n\tc", "</script><!--", "Əliyev, Алиев, Ալիև", "🇦🇿 👩‍👩‍👧", "\u2028", "]]>")
)


@given(TEXTS)
def test_any_text_survives_turtle(text: str) -> None:
    document = f"<x:a> <x:b> {literal(text, 'az')} ."
    assert "\n" not in document.replace("\u2028", "")
    ((_, _, read_back),) = Graph().parse(data=document.encode(), format="turtle")
    assert str(read_back) == text


@given(TEXTS)
def test_any_text_survives_json_ld(text: str) -> None:
    document = serialised({"name": text, text: [text]})
    assert json.loads(document) == {"name": text, text: [text]}
    assert "<" not in document


@given(TEXTS.map(lambda text: "".join(filter(str.isprintable, text)).strip()).filter(bool))
def test_any_text_survives_the_page(text: str) -> None:
    one = replace(entry("one", "x", kind=Kind.PERSON), name=text)
    project = replace(PROJECT, glossary=glossary(one), brief=replace(BRIEF, title=text, subtitle=""))
    knowledge = replace(KNOWLEDGE, definitions={"one": (Inline(text),)})
    pages = heads_of(Publication(project, knowledge, Addresses(), URL))
    assert tags(pages["index.md"])["citation_title"] == [text]
    assert tags(pages["glossary/one.md"])["og:title"] == tags(pages["glossary/one.md"])["description"] == [text]
    script = found(page_of(pages["glossary/one.md"]), "//script/text()")
    assert json.loads(script[0])["name"] == text


# Many


def test_the_work_grows_with_the_entries_and_no_faster() -> None:
    small, large = (calls_for(count) for count in (200, 400))
    assert large < 2.2 * small


def calls_for(count: int) -> int:
    """Return how many functions are called to describe so many entries to machines."""

    def one(number: int) -> Entry:
        parts = (relation(RelationType.PART_OF, f"e{number // 2}"), relation(RelationType.ABOUT, f"e{number // 3}"))
        kind = Kind.EVENT if number % 3 else Kind.PERSON
        forms = (f"Name {number}", f"Form {number}", alias(f"Имя {number}", "ru"))
        return entry(f"e{number}", *forms, kind=kind, dates=parse_span("1994"), relations=parts)

    project = replace(PROJECT, glossary=glossary(*map(one, range(count))))
    knowledge = replace(KNOWLEDGE, definitions={f"e{n}": (Inline("A definition. " * 10),) for n in range(count)})
    profile = cProfile.Profile()
    profile.enable()
    heads = heads_of(Publication(project, knowledge, Addresses(), URL))
    skos_artifact(project, knowledge, Addresses(), URL)
    profile.disable()
    assert len(heads) > count
    return sum(line.callcount for line in profile.getstats())


# What the text claims


CLAIMS_BRIEF = {
    "references.yml": """references:
  - {id: un, type: report, title: A report, issued: '2015', language: en, URL: 'https://un.example/r'}
  - {id: news, type: article-newspaper, title: News, issued: '2015', language: ru, URL: 'https://news.example/r'}
""",
    "evidence.yml": """un:
  growth: {quote: Output grew by 4 per cent., locator: p. 4}
news:
  denial: {quote: 'Он < не вырос.', lang: ru, kind: disputes}
""",
    "chapters/1-one.md": """# One

It grew by 4 per cent in 2014.[@un#growth; @news#denial] It fell in 2015.[@news] [We expect 5 per cent in 2030.]{.own}

It is so. It was 7 in 2016.
""",
}


def claims_of(folder: Path, url: str) -> Publication:
    for path, text in CLAIMS_BRIEF.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    settings = (
        "site_name: B\nplugins:\n  - policybrief: {brief: {title: B, authors: [{name: The house}], language: en}}\n"
    )
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return prepare(read_project(folder), Site(url=url), unprinted).publication()


def test_the_page_of_evidence_names_the_claims_that_quote_and_what_they_rest_on(tmp_path: Path) -> None:
    publication = claims_of(tmp_path, URL)
    head = heads_of(publication)["evidence/index.md"]
    assert "<" not in head.json_ld
    graph, here = triples(head), URIRef(f"{URL}evidence/")
    assert graph.value(here, RDF.type) == SCHEMA.CollectionPage
    assert str(graph.value(graph.value(here, SCHEMA.author), SCHEMA.name)) == "The house"
    files = {str(graph.value(file, SCHEMA.contentUrl)) for file in graph.objects(here, SCHEMA.encoding)}
    assert files == {f"{URL}data/claims.jsonld", f"{URL}data/evidence.json"}
    assert {link.href for link in head.links if link.rel == "describedby"} == files
    (claim,) = graph.objects(here, SCHEMA.hasPart)
    assert graph.value(claim, RDF.type) == SCHEMA.Claim
    assert str(graph.value(claim, SCHEMA.text)) == "It grew by 4 per cent in 2014."
    paragraph = next(iter(publication.knowledge.paragraphs()))
    assert graph.value(claim, SCHEMA.appearance) == URIRef(f"{URL}p/{paragraph}/")
    assert claim == URIRef(f"{URL}p/{paragraph}/#char=0,30")
    (basis,), (beside,) = graph.objects(claim, SCHEMA.isBasedOn), graph.objects(claim, SCHEMA.citation)
    assert graph.value(basis, RDF.type) == SCHEMA.Quotation
    assert str(graph.value(basis, SCHEMA.text)) == "Output grew by 4 per cent."
    assert str(graph.value(basis, SCHEMA.pagination)) == "p. 4"
    assert graph.value(basis, SCHEMA.isPartOf) == URIRef(f"{URL}references/#ref-un")
    assert str(graph.value(beside, SCHEMA.text)) == "Он < не вырос."
    assert graph.value(graph.value(beside, SCHEMA.isPartOf), RDF.type) == SCHEMA.NewsArticle


def test_the_file_of_claims_has_all_of_them(tmp_path: Path) -> None:
    content = claims_artifact(claims_of(tmp_path, URL)).content
    document = json.loads(content)
    assert document["@context"] == "https://schema.org"
    local = json.dumps({**document, "@context": {"@vocab": str(SCHEMA)}})
    graph = Graph().parse(data=local, format="json-ld", base=URL)
    said = {str(graph.value(claim, SCHEMA.text)): claim for claim in graph.subjects(RDF.type, SCHEMA.Claim)}
    assert said.keys() == {
        "It grew by 4 per cent in 2014.", "It fell in 2015.", "We expect 5 per cent in 2030.", "It was 7 in 2016.",
    }  # fmt: skip
    assert graph.value(said["It fell in 2015."], SCHEMA.isBasedOn) == URIRef(f"{URL}references/#ref-news")
    assert graph.value(said["We expect 5 per cent in 2030."], SCHEMA.isBasedOn) is None
    whole = URIRef(f"{URL}data/claims.jsonld")
    assert graph.value(whole, RDF.type) == SCHEMA.Dataset
    assert graph.value(whole, SCHEMA.isPartOf) == URIRef(URL)
    assert set(graph.objects(whole, SCHEMA.hasPart)) == set(said.values())
    assert str(graph.value(graph.value(whole, SCHEMA.author), SCHEMA.name)) == "The house"


def test_claims_without_an_address_of_the_site(tmp_path: Path) -> None:
    publication = claims_of(tmp_path, "")
    paragraph = next(iter(publication.knowledge.paragraphs()))
    (first, *_) = json.loads(claims_artifact(publication).content)["hasPart"]
    assert first["appearance"]["@id"] == f"../p/{paragraph}/"
    assert json.loads(heads_of(publication)["evidence/index.md"].json_ld)["hasPart"][0]["@id"].startswith("../p/")
