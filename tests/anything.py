"""What must hold whatever stands in a file: shared by the property tests and the fuzzer."""

from policybrief.build import Site, build
from policybrief.checks.glossary import check_glossary
from policybrief.importing.bibtex.reader import read_bibtex
from policybrief.importing.csl import read_csl_json, read_csl_yaml
from policybrief.importing.records import Reading
from policybrief.importing.ris import read_ris
from policybrief.importing.settling import accepted, settled
from policybrief.importing.yaml_text import as_yaml
from policybrief.model.brief import Project
from policybrief.model.output import Build
from policybrief.model.problems import Problem, Severity
from policybrief.reading.chapters import read_chapter
from policybrief.reading.glossary import read_glossary
from policybrief.reading.ledger import ledger_text, read_ledger
from policybrief.reading.references import read_references
from policybrief.reading.settings import read_settings

GLOSSARY = """
eaeu: {name: Eurasian Economic Union, kind: organisation, aliases: [EAEU, {form: ЕАЭС, lang: ru}], definition: A union.}
moscow: {name: Moscow, kind: place, definition: 'See [[eaeu]].', aliases: [{form: the city, case: any}]}
signing: {name: signing of the treaty, kind: event, definition: In 2014., dates: 2014-05-29, background: true}
"""
REFERENCES = """
references:
  - {id: a, type: book, title: A book, issued: '2014', language: en}
"""
_STASHED = "\x02", "\x03"
"""What Python-Markdown stands in for what it has put aside: none may be left."""


def read_all(text: str) -> list[Problem]:
    """Read the text as each sort of file, check it, and return what is wrong."""
    settings, problems = read_settings(text, "mkdocs.yml")
    found = list(problems)
    glossary, problems = read_glossary(text, "glossary.yml")
    found += problems
    references, problems = read_references(text, "references.yml")
    found += problems
    chapter, problems = read_chapter(text, "chapters/1.md")
    found += problems
    ledger, problems = read_ledger(text, "anchors.lock")
    found += problems
    assert read_ledger(ledger_text(ledger), "anchors.lock")[0] == ledger
    for read in (read_bibtex, read_csl_json, read_csl_yaml, read_ris):
        hold_import(read(text, "x"))
    project = Project(settings.brief, glossary, (chapter, chapter), references, ())
    return [*found, *check_glossary(project)]


def hold_import(reading: Reading) -> None:
    """Assert that what is read from a file of another program becomes sources that the check does not refuse."""
    hold_problems(reading.problems)
    for record in reading.records:
        made = accepted(settled(record, "x"), record.place)
        _, problems = read_references(as_yaml([made.source]), "x")
        assert not [problem for problem in problems if problem.severity is Severity.ERROR]


def convert_all(text: str) -> Build:
    """Convert the text as a chapter of a small brief, and return the build."""
    settings, _ = read_settings("site_name: A brief\nplugins: [policybrief]\n", "mkdocs.yml")
    glossary, _ = read_glossary(GLOSSARY, "glossary.yml")
    references, _ = read_references(REFERENCES, "references.yml")
    chapter, problems = read_chapter(text, "chapters/1-one.md")
    return build(Project(settings.brief, glossary, (chapter,), references, problems), Site())


def hold_problems(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Assert that every problem has a place, a line of words, perhaps one of advice, and nothing a terminal obeys."""
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message
        lines = str(problem).split("\n")
        assert len(lines) == (2 if problem.hint else 1)
        assert all(line.isprintable() for line in lines)


def hold_build(built: Build) -> None:
    """Assert that what was found stands where it is said to stand, and that pages hold nothing half done."""
    hold_problems(built.problems)
    paragraphs = built.knowledge.paragraphs()
    for chapter in built.knowledge.chapters:
        for mention in chapter.mentions:
            text = paragraphs[mention.paragraph].text
            assert text[mention.extent.start : mention.extent.end] == mention.form
    for page in built.pages:
        assert not any(sign in page.html for sign in _STASHED), page.path
    ids = [paragraph.id for paragraph in built.knowledge.paragraphs().values()]
    assert len(ids) == len(set(ids))
