"""Every word of a chapter is on its page, in its notes or named in a problem; in the host as in the library."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html  # type: ignore[import-untyped]
import pytest
import yaml
from mkdocs.commands.build import build as build_by_host
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from policybrief.build import build
from policybrief.hosts.mkdocs import plugin
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.hosts.mkdocs.settings import printed_cache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.citing import STYLES
from policybrief.model.output import Build
from policybrief.model.problems import Code, Place, Problem, Severity
from source_words import Passage, passages_of, words_of
from test_cases import CASES, write_brief

ROOT = Path(__file__).parent.parent
BOOKS = {"the brief of the repository": ROOT, "the planted book": Path(__file__).parent / "books/planted/brief"}
FILES = ("mkdocs.yml", "glossary.yml", "references.yml", "evidence.yml", "anchors.lock")
PARTS = (*FILES, "chapters", "docs", ".cache/policybrief/citations")
ADDED = ("pb-number", "pb-note-call", "headerlink", "pb-print-source", "pb-table-files")
"""The classes of what is not the author's: within sentences, and the address that the host's theme prints."""
LINES = frozenset("a abbr b cite code del em i ins kbd mark q small span strong sub sup".split())


@pytest.fixture(autouse=True)
def without_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words need no fonts, and no citation of the brief itself in all styles: they take longer than all the rest."""
    monkeypatch.setattr(plugin, "font_artifacts", lambda _: ())
    monkeypatch.setattr("policybrief.outputs.passage.READERS_STYLES", {"APA": STYLES["apa"]})


@pytest.mark.slow
@pytest.mark.parametrize("book", BOOKS)
def test_every_word_of_a_book(book: str, tmp_path: Path) -> None:
    for name in PARTS:
        source, target = BOOKS[book] / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy(source, target)
    built = check_words(tmp_path)
    assert not any(problem.severity is Severity.ERROR for problem in built.problems)
    assert len(built.publication.project.chapters) == len(list((tmp_path / "chapters").rglob("*.md")))


BY_OTHER_WORDS = {
    "checks/captions.yml": "options of captions are in braces and in YAML",
    "checks/unread-files.yml": "files that are not read",
    "checks/html-and-what-to-write.yml": "HTML that is refused",
    "checks/references-are-not-claims.yml": "names and options of directives",
    "citations/notes.yml": "labels of several words",
    "citations/notes-in-reused-text.yml": "text of other files",
    "citations/places-in-sources.yml": "places are printed in the brief's language",
    "citations/sources-that-would-be-lost.yml": "citations that are refused",
    "dialect/blocks-of-gitbook.yml": "tags and what is in them",
    "dialect/directives-of-myst.yml": "names and options of directives",
    "dialect/included-files.yml": "text of other files",
    "dialect/formulas-within-a-paragraph.yml": "formulas are printed as MathML",
    "dialect/formulas.yml": "formulas are printed as MathML",
    "dialect/headings-without-a-number.yml": "boxes between colons",
    "dialect/in-lines.yml": "notes in lines",
    "dialect/kinds-in-the-language-of-the-brief.yml": "titles in the language of the brief",
    "dialect/lists.yml": "marks of lists",
    "dialect/more-directives-of-myst.yml": "names and options of directives",
    "dialect/places-of-short-links-and-comments.yml": "names and options of directives",
    "dialect/references-of-quarto.yml": "references that say what they lead to",
    "dialect/roles-of-myst.yml": "names of roles, and where they lead",
    "dialect/tables.yml": "tables that are drawn",
    "dialect/tabs-and-cards.yml": "names and options of directives",
    "dialect/values-by-name.yml": "values in the place of their names",
    "dialect/words-that-are-in-no-page.yml": "words that are lost on purpose",
}
"""Cases whose source this test cannot read, and why; test_markup and test_words_on_pages hold the words of those."""
CHAPTERS = [
    case
    for case in sorted(CASES.rglob("*.yml"))
    if "chapters/" in case.read_text("utf-8") and case.relative_to(CASES).as_posix() not in BY_OTHER_WORDS
]


@pytest.mark.slow
@pytest.mark.parametrize("case", CHAPTERS, ids=lambda path: path.relative_to(CASES).as_posix())
def test_every_word_of_a_case(case: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load(case.read_text("utf-8"))
    write_brief(tmp_path, expected.pop("files", {}), expected.pop("bytes", {}))
    if (tmp_path / "mkdocs.yml").is_file():
        (tmp_path / "docs").mkdir(exist_ok=True)
        check_words(tmp_path)


SAID = "# One\n\nFirst *said* here[^1] and [there](x.md).\n\n[^1]: A note.\n"
SHOWN = "<h1>One</h1><p>First <em>said</em> here<sup class='pb-note-call'>1</sup> and there.</p><div>1 A note.</div>"


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        (SHOWN, []),
        (SHOWN.replace("<h1>One</h1>", "") + "One", []),
        (SHOWN.replace("said", "told"), [3]),
        (SHOWN.replace("First <em>said</em>", "<em>Said</em> first"), [3]),
        (SHOWN.replace("there", ""), [3]),
        (SHOWN.replace("A note", "A not"), [5]),
    ],
)
def test_a_word_that_is_lost_or_moved_is_noticed(shown: str, lines: list[int]) -> None:
    page = lxml.html.fragment_fromstring(shown, "div")
    assert [passage.first_line for passage in missing(passages_of(SAID), page, (), "one.md")] == lines
    told = tuple(Problem(Code.RAW_HTML, Place("one.md", line), "") for line in (3, 5))
    assert list(missing(passages_of(SAID), page, told, "one.md")) == []


def check_words(root: Path) -> Build:
    """Build a brief by host and as a library, and compare the text of its chapters with one another and the files."""
    opened = open_site(root)
    built = build(opened.project, opened.site, Pandoc(printed_cache(root)))
    by_library = {page.path: page.html for page in built.pages}
    problems = (*opened.problems, *built.problems)
    by_host = pages_of_host(root)
    read = {chapter.path for chapter in opened.project.chapters}
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert (by_host is None) == bool(errors)
    named = {problem.place.path for problem in errors}
    named |= {each.path for each in opened.project.chapters for error in errors if f"'{each.title}'" in error.message}
    written = {path.relative_to(root).as_posix() for path in (root / "chapters").rglob("[!.]*.md")}
    assert read | written <= by_library.keys() | named
    for chapter in (chapter for chapter in opened.project.chapters if chapter.path in by_library):
        page = lxml.html.fragment_fromstring(by_library[chapter.path], "div")
        text = (root / chapter.path).read_text("utf-8")
        assert list(missing(passages_of(text), page, problems, chapter.path)) == []
        if by_host is not None:
            assert words_of(shown_in(by_host[chapter.path])) == words_of(shown_in(page))
    return built


def pages_of_host(root: Path) -> Mapping[str, lxml.html.HtmlElement] | None:
    """Return the article of each page by the path of its source; None when the host refuses to build."""
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
        config.plugins.on_startup(command="build", dirty=False)
        build_by_host(config)
    except MkDocsException:
        return None
    made = config.plugins["policybrief"]
    assert isinstance(made, plugin.PolicybriefPlugin)
    addresses = made.prepared.site.addresses
    pages = {}
    for chapter in made.prepared.project.chapters:
        path = root / "site" / addresses.of(chapter.path)
        html = (path / "index.html" if path.is_dir() else path).read_text("utf-8")
        (pages[chapter.path],) = lxml.html.document_fromstring(html).xpath("//article | //div[@role='main']")
    return pages


def missing(
    passages: tuple[Passage, ...], page: lxml.html.HtmlElement, problems: tuple[Problem, ...], path: str
) -> Iterator[Passage]:
    """Yield the passages that are not on the page in their order, and of which no problem says why."""
    words = words_of(shown_in(page))
    of_file = [problem for problem in problems if problem.place.path == path]
    if any(problem.code in (Code.TOO_COMPLEX, Code.DUPLICATE_ADDRESS) for problem in of_file):
        return
    told = {problem.place.line for problem in of_file}
    twice = any(problem.code is Code.DUPLICATE_ID for problem in of_file)
    at = 0
    for passage in passages:
        found = found_at(passage.words, words, 0 if passage.elsewhere else at)
        if found is not None and not passage.elsewhere:
            at = found + len(passage.words)
        elif twice and passage.elsewhere:
            continue
        elif found is None and told.isdisjoint(range(passage.first_line, passage.last_line + 1)):
            yield passage


def found_at(words: tuple[str, ...], among: tuple[str, ...], start: int) -> int | None:
    ends = range(start, len(among) - len(words) + 1)
    return next((at for at in ends if among[at : at + len(words)] == words), None)


def shown_in(element: lxml.html.HtmlElement) -> str:
    """Return the text of an element without what is added to the author's sentences; blocks are apart."""
    if not isinstance(element.tag, str) or any(name in element.get("class", "").split() for name in ADDED):
        return ""
    inside = "".join(part for child in element for part in (shown_in(child), child.tail or ""))
    apart = "" if element.tag in LINES else "\n"
    return f"{apart}{element.text or ''}{inside}{apart}"
