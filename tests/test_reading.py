"""What reading makes of files that are right."""

import os
from pathlib import Path

import pytest
import yaml

from policybrief.model.dates import parse_date, parse_span
from policybrief.model.glossary import Alias, Kind, RelationType
from policybrief.model.problems import Place, Problem
from policybrief.reading.chapters import read_chapter
from policybrief.reading.glossary import read_glossary
from policybrief.reading.project import read_project
from policybrief.reading.references import read_references
from policybrief.reading.settings import read_settings
from policybrief.reading.yaml import YamlDocument, compose
from test_cases import CASES, DEFAULT, write, write_brief

GLOSSARY = """\
eaeu:
  name: Eurasian Economic
    Union
  kind: organisation
  aliases:
    - EAEU
    - common market
    - {form: ЕАЭС, lang: ru, link: false}
    - {form: Union, ambiguous: true, case: any}
    - {form: bloc, case: exact}
  definition: >-
    A *union* of
    [[russia]] and others.
  dates: {start: 2015-01-01}
  relations:
    - {type: led-by, to: russia, since: 2016-02, until: 2020~, note: in turn}
  sources: [eec2015treaty]
  see: https://www.wikidata.org/wiki/Q4
  background: true
  note: Not the EU.
russia: {name: Russia, kind: state}
"""


def test_glossary() -> None:
    glossary, problems = read_glossary(GLOSSARY, "glossary.yml", "en-GB")
    eaeu, russia = glossary.entries
    assert problems == ()
    assert (eaeu.id, eaeu.name, eaeu.kind) == ("eaeu", "Eurasian Economic Union", Kind.ORGANISATION)
    assert eaeu.names == (
        Alias("Eurasian Economic Union", "en-GB", Place("glossary.yml", 2, 9)),
        Alias("EAEU", "en-GB", Place("glossary.yml", 6, 7)),
        Alias("common market", "en-GB", Place("glossary.yml", 7, 7), any_case=True),
        Alias("ЕАЭС", "ru", Place("glossary.yml", 8, 14), link=False),
        Alias("Union", "en-GB", Place("glossary.yml", 9, 14), ambiguous=True, any_case=True),
        Alias("bloc", "en-GB", Place("glossary.yml", 10, 14)),
    )
    assert (eaeu.definition, eaeu.definition_place.line) == ("A *union* of [[russia]] and others.", 11)
    assert eaeu.dates == parse_span("2015-01-01/..")
    (relation,) = eaeu.relations
    assert (relation.type, relation.to, relation.place.line) == (RelationType.LED_BY, "russia", 16)
    assert (relation.since, relation.until) == (parse_span("2016-02"), parse_span("2020~"))
    assert (eaeu.sources[0].id, eaeu.see, eaeu.note) == (
        "eec2015treaty",
        "https://www.wikidata.org/wiki/Q4",
        "Not the EU.",
    )
    assert eaeu.background
    assert not russia.background
    assert russia.place == Place("glossary.yml", 21, 1)


def test_scalars_stay_as_written() -> None:
    text = "a:\n  name: C++\n  kind: concept\n  aliases: [NO, 010, 12:30, ~, 1994-05-12, 0x1F, 1_000, true]\n"
    (entry,) = read_glossary(text, "g.yml")[0].entries
    assert [alias.form for alias in entry.aliases] == "NO 010 12:30 ~ 1994-05-12 0x1F 1_000 true".split()


def test_text_is_composed_and_columns_are_those_of_the_file() -> None:
    text = "a: {name: e\u0301tat, kind: konzept}"
    glossary, (problem,) = read_glossary(text, "g.yml")
    assert glossary.entries == ()
    assert problem.place.column == text.index("konzept") + 1
    (entry,) = read_glossary("a: {name: e\u0301tat, kind: concept}", "g.yml")[0].entries
    assert entry.name == "\u00e9tat"


def test_entry_is_kept_without_its_faulty_field() -> None:
    text = "a: {name: A, kind: event, dates: soon, aliases: [<b>, B], see: x, relations: [{type: x, to: b}]}"
    glossary, problems = read_glossary(text, "g.yml")
    (entry,) = glossary.entries
    assert len(problems) == 4
    assert (entry.dates, entry.see, entry.relations) == (None, "", ())
    assert [alias.form for alias in entry.aliases] == ["B"]


def test_references() -> None:
    text = """\
references:
  - id: gasimov2018
    type: report
    title: A
    language: az
    issued: 2018-05~
    accessed: {date-parts: [[2019, 5, 12]]}
    event-date: 2014/2016-02
    author: [{family: Qasımov, given: Zaur}, {literal: Chatham House}]
    URL: https://example.org/
  - {id: b, type: webpage, title: B, language: ru, issued: n.d.}
"""
    (first, second), problems = read_references(text, "references.yml")
    assert problems == ()
    assert first.issued == parse_span("2018-05~")
    assert first.place == Place("references.yml", 2, 9)
    assert first.url == "https://example.org/"
    assert first.fields == {
        "id": "gasimov2018",
        "type": "report",
        "title": "A",
        "language": "az",
        "issued": {"date-parts": [[2018, 5]], "circa": True},
        "accessed": {"date-parts": [[2019, 5, 12]]},
        "event-date": {"date-parts": [[2014], [2016, 2]]},
        "author": [{"family": "Qasımov", "given": "Zaur"}, {"literal": "Chatham House"}],
        "URL": "https://example.org/",
    }
    assert (second.issued, "issued" in second.fields) == (None, False)


def test_chapter() -> None:
    text = "---\ntitle: The balance\nnumber: A\nsummary: >-\n  Two\n  lines.\ndate: 2019-03\n---\n\n# Heading\n"
    chapter, problems = read_chapter(text, "chapters/part/2-balance.md")
    assert problems == ()
    assert (chapter.title, chapter.number, chapter.summary) == ("The balance", "A", "Two lines.")
    assert (chapter.date, chapter.body, chapter.body_line) == (parse_date("2019-03"), "\n# Heading\n", 9)
    assert (chapter.slug, chapter.folders) == ("2-balance", ("part",))


@pytest.mark.parametrize(
    ("name", "number"),
    [("2-balance", "2"), ("02", "2"), ("0-summary", "0"), ("10_ten", "10"), ("summary", "summary"), ("²", "²")],
)
def test_default_number(name: str, number: str) -> None:
    assert read_chapter("# T", f"chapters/{name}.md")[0].number == number


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# One\n", "One"),
        ("text\n\n   # *One* two ##  \n", "One two"),
        ("One\n===\n", "One"),
        ("# [`One`](a.md) {#x}\n", "One"),
        ("#\n# C# and F#\n", "C# and F#"),
        ("# snake_case_name\n", "snake_case_name"),
        ("~~~~\n```\n# No\n~~~\n~~~~\n# One\n", "One"),
        ("---\nhide: [toc]\n---\n# One\n", "One"),
    ],
)
def test_title_of_the_body(body: str, title: str) -> None:
    chapter, problems = read_chapter(body, "chapters/x.md")
    assert (chapter.title, problems) == (title, ())


def test_body_has_its_line_ends_and_letters_normalised() -> None:
    chapter, problems = read_chapter("\ufeff# One\r\n\r\ne\u0301tat\rx\u200b\n", "chapters/x.md")
    assert chapter.body == "# One\n\n\u00e9tat\nx\n"
    assert [problem.place for problem in problems] == [Place("chapters/x.md", 4, 2)]


def test_settings() -> None:
    text = """\
site_name: The site
plugins:
  - search
  - policybrief:
      chapters: ./text/
      style: apa
      brief:
        title: A title
        date: 2019-03
        language: az
        number: 010
        doi: 10.1000/182
        authors:
          - {family: Şıriyev, given: Zaur, orcid: 0000-0002-1694-233X}
          - {name: Chatham House}
"""
    settings, problems = read_settings(text, "mkdocs.yml")
    assert problems == ()
    assert settings.style == "apa"
    assert (settings.chapters, settings.glossary, settings.anchors) == ("text", "glossary.yml", "anchors.lock")
    assert (settings.brief.title, settings.brief.date, settings.brief.number) == (
        "A title",
        parse_date("2019-03"),
        "010",
    )
    person, body = settings.brief.authors
    assert (person.name, person.family, person.orcid) == ("Zaur Şıriyev", "Şıriyev", "0000-0002-1694-233X")
    assert (body.name, body.family) == ("Chatham House", "")


def test_title_defaults_to_the_name_of_the_site() -> None:
    settings, problems = read_settings("site_name: The site\nplugins: {policybrief: }\n", "mkdocs.yml")
    assert (settings.brief.title, problems) == ("The site", ())


def test_project_order_files_and_language(tmp_path: Path) -> None:
    names = ["10-x", "2-x", "1-x", "summary", "2-part/3-x", "2-part/20-x", ".hidden/1-y"]
    chapters = {f"chapters/{name}.md": f"# {name}" for name in names}
    settings = "site_name: A\nplugins:\n  - policybrief:\n      brief: {language: az}\n"
    write_brief(tmp_path, {"chapters/1-one.md": None, "mkdocs.yml": settings, **chapters}, {})
    project = read_project(tmp_path)
    assert [chapter.path.removeprefix("chapters/").removesuffix(".md") for chapter in project.chapters] == [
        *("1-x", "2-part/3-x", "2-part/20-x", "2-x", "10-x", "summary")
    ]
    assert project.glossary.entries[0].names[0].language == "az"
    files = (
        "mkdocs.yml",
        "locale/az.po",
        "glossary.yml",
        "references.yml",
        "evidence.yml",
        "chapters",
        "shapes.geojson",
        "sources",
        "_variables.yml",
    )
    assert project.files == files
    assert project.problems == ()


def test_settings_may_stand_in_another_file(tmp_path: Path) -> None:
    write_brief(tmp_path, {"mkdocs.yml": None, "properdocs.yml": DEFAULT["mkdocs.yml"]}, {})
    project = read_project(tmp_path, "properdocs.yml")
    assert (project.brief.title, project.problems) == ("A brief", ())


def test_links_that_lead_out_of_the_project_are_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "brief"
    write(outside / "secret.md", b"# Secret")
    write_brief(root, {"glossary.yml": None}, {})
    (root / "glossary.yml").symlink_to(outside / "secret.md")
    (root / "chapters" / "2-two.md").symlink_to(outside / "secret.md")
    (root / "chapters" / "3-three").symlink_to(outside)
    (root / "chapters" / "4-four.md").symlink_to("1-one.md")
    (root / "chapters" / "5-five.md").symlink_to("5-five.md")
    project = read_project(root)
    assert [chapter.title for chapter in project.chapters] == ["One", "One"]
    assert [problem.place.path for problem in project.problems] == [
        *("chapters/2-two.md", "chapters/5-five.md", "glossary.yml")
    ]
    assert {problem.code.public for problem in project.problems} == {"unreadable-file"}


def test_pipes_and_strange_names_are_refused(tmp_path: Path) -> None:
    write_brief(tmp_path, {}, {})
    os.mkfifo(tmp_path / "chapters" / "2-pipe.md")
    write(tmp_path / "chapters" / "3-line\nbreak.md", b"# Three")
    project = read_project(tmp_path)
    assert len(project.chapters) == 1
    assert [problem.code.public for problem in project.problems] == ["control-character", "unreadable-file"]
    assert all(len(str(problem).split("\n")) == 2 for problem in project.problems)


@pytest.mark.parametrize("case", sorted(CASES.rglob("reading/*.yml")), ids=lambda path: path.stem)
def test_both_parsers_read_the_same(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in yaml.safe_load(case.read_text("utf-8")).get("files", {}).items():
        if text is not None and path.endswith(".yml"):
            monkeypatch.setattr("policybrief.reading.yaml._Loader", yaml.CSafeLoader)
            fast = compose(text, path)
            monkeypatch.setattr("policybrief.reading.yaml._Loader", yaml.SafeLoader)
            assert without_words_of_the_parser(compose(text, path)) == without_words_of_the_parser(fast)


def without_words_of_the_parser(document: YamlDocument) -> tuple[object, list[object]]:
    """Return what must not depend on the parser: of a syntax error only its line and the way out."""

    def essence(problem: Problem) -> object:
        return (problem.place.line, problem.hint) if problem.code.public == "yaml-syntax" else problem

    return document.root, [essence(problem) for problem in document.problems]


def test_a_small_brief_has_no_faults_and_no_sources(tmp_path: Path) -> None:
    write_brief(tmp_path, {}, {})
    project = read_project(tmp_path)
    assert (project.problems, project.references, project.brief.title) == ((), (), "A brief")
