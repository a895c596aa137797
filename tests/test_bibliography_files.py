"""The files in which the sources of a brief and the brief itself are offered, and the records of their uses."""

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
import rispy
from jsonschema import Draft202012Validator
from pybtex.database import parse_bytes

from glossaries import entry, glossary
from policybrief.build import Site, build
from policybrief.chapters.citing import unprinted
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Author, Brief, Chapter, Project
from policybrief.model.dates import parse_date
from policybrief.model.glossary import SourceUse
from policybrief.model.problems import Place
from policybrief.model.publication import Publication
from policybrief.outputs.bibliography import brief_records, source_data, source_records
from policybrief.outputs.csljson import brief_reference, csl_json
from policybrief.reading import csl
from sources import BOOKS, book, source


def project() -> Project:
    references = (
        source(id="one", title_en="One", URL="https://example.org/1"),
        source(id="two", categories=("press", "az"), author=({"literal": "OSCE"},)),
        source(id="three"),
    )
    union = replace(entry("eaeu", "Eurasian Economic Union"), sources=(SourceUse("one", Place("glossary.yml")),) * 2)
    body = "First [@one, p. 4]. Again [@one].\n\nSecond.[^n]\n\n[^n]: See @two.\n"
    chapter = Chapter("chapters/1-one.md", "1", "One", "", None, body, 1, Place("chapters/1-one.md"))
    brief = Brief("Title", "Subtitle", authors=(Author("The project"),), date=parse_date("2026-11-22"), number="1")
    return Project(brief, glossary(union), (chapter,), references, ())


def artifacts() -> dict[str, bytes]:
    made = project()
    knowledge = build(made, Site(), unprinted).knowledge
    publication = Publication(made, knowledge, Addresses(), "https://example.org/brief/")
    made_files = (*brief_records(publication), *source_records(publication), *source_data(publication))
    return {artifact.path: artifact.content for artifact in made_files}


def test_the_records_say_where_each_source_is_used() -> None:
    files = artifacts()
    one, two = json.loads(files["data/references.json"])
    assert (one["id"], two["id"]) == ("one", "two")
    assert one["url"] == "https://example.org/brief/references/#ref-one"
    assert len(one["cited_in"]) == 1
    assert one["entries"] == ["eaeu"]
    assert two["cited_in"] != one["cited_in"]
    assert two["entries"] == []
    citations = json.loads(files["data/citations.json"])
    assert [(item["reference"], item["locator"]) for item in citations] == [
        ("one", "p. 4"), ("one", None), ("two", None)
    ]  # fmt: skip
    assert files["data/references.json"].count(b"\n") == 2 + len((one, two))


def test_the_files_for_reference_managers() -> None:
    files = artifacts()
    names = {
        f"cite/{stem}.{form}" for stem in ("bibliography", "brief") for form in ("bib", "biblatex.bib", "ris", "json")
    }
    assert files.keys() == names | {"data/references.json", "data/citations.json", "data/evidence.json"}
    for form in ("bib", "biblatex.bib"):
        assert set(parse_bytes(files[f"cite/bibliography.{form}"], "bibtex").entries) == {"one", "two"}
    assert [item["id"] for item in json.loads(files["cite/bibliography.json"])] == ["one", "two"]
    (record,) = rispy.loads(files["cite/brief.ris"].decode())
    assert (record["title"], record["authors"]) == ("Title: Subtitle", ["The project,"])
    assert artifacts() == files


@pytest.mark.parametrize("name", ["references", "citations"])
def test_schema(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    records = json.loads(artifacts()[f"data/{name}.json"])
    validator.validate(records)
    assert records
    for key in schema["items"]["required"]:
        assert not validator.is_valid([{name: value for name, value in records[0].items() if name != key}])
    assert not validator.is_valid([{**records[0], "unknown": "x"}])


@pytest.mark.parametrize("name", BOOKS)
def test_every_source_fits_the_schema(name: str) -> None:
    places = {"url": "references/#ref-x", "cited_in": [], "entries": []}
    items = [{**reference.fields, **places} for reference in book(name)]
    Draft202012Validator(schema_of("references")).validate(json.loads(json.dumps(items)))


def test_the_schema_knows_the_words_of_csl() -> None:
    item = schema_of("references")["items"]
    assert set(item["properties"]["type"]["enum"]) == csl.TYPES
    known = {word for pattern in item["patternProperties"] for word in pattern[2:-2].split("|")} | set(
        item["properties"]
    )
    assert known - {"url", "cited_in", "entries"} == {
        "id",
        "type",
        "categories",
    } | csl.STRINGS | csl.DATES | csl.NAMES | (csl.OWN)


def schema_of(name: str) -> Any:
    return json.loads(resources.files("policybrief.outputs").joinpath("schema", f"{name}.json").read_text("utf-8"))


# The brief itself


def test_the_record_of_the_brief() -> None:
    brief = Brief(
        "İki sahil",
        description="What it says.",
        note="After a paper of 2019.",
        authors=(Author("Aygün Məmmədova", "Məmmədova", "Aygün"), Author("OSCE")),
        publisher="P",
        series="S",
        number="1",
        date=parse_date("2026-11~"),
        edition="2nd",
        language="az",
        licence="CC BY 4.0",
        doi="10.1/x",
    )
    assert json.loads(csl_json((brief_reference(brief, "https://example.org/"),))) == [
        {
            "id": "mammadova2026sahil",
            "type": "report",
            "title": "İki sahil",
            "author": [{"family": "Məmmədova", "given": "Aygün"}, {"literal": "OSCE"}],
            "publisher": "P",
            "collection-title": "S",
            "number": "1",
            "edition": "2nd",
            "issued": {"date-parts": [[2026, 11]], "circa": True},
            "language": "az",
            "abstract": "What it says.",
            "note": "After a paper of 2019.",
            "license": "CC BY 4.0",
            "DOI": "10.1/x",
            "URL": "https://example.org/",
        }
    ]


def test_the_record_of_a_brief_that_says_little() -> None:
    assert brief_reference(Brief("Ծովի մասին"), "").id == "brief"
    (item,) = json.loads(csl_json((brief_reference(Brief("T"), ""),)))
    assert item == {"id": "t", "type": "report", "title": "T", "language": "en"}


def test_the_data_says_what_each_sentence_rests_on() -> None:
    content = json.loads(artifacts()["data/evidence.json"])
    schema = json.loads(resources.files("policybrief.outputs").joinpath("schema", "evidence.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(content)
    assert [(each["rests_on"], [source["reference"] for source in each["sources"]]) for each in content] == [
        ("sources", ["one"]), ("sources", ["one"]), ("sources", ["two"])
    ]  # fmt: skip
