"""Every page is HTML that a strict parser takes: no parse error, no attribute and no id twice."""

import shutil
from collections import Counter
from pathlib import Path

import html5lib  # type: ignore[import-untyped]
import pytest
import yaml

from policybrief.build import Site, build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.building import build_site
from policybrief.model.output import Build
from policybrief.model.problems import Code
from policybrief.reading.project import read_project
from test_cases import CASES, write_brief

ROOT = Path(__file__).parent.parent
PLANTED = Path(__file__).parent / "books" / "planted" / "brief"
REFUSED = {Code.RAW_HTML, Code.DUPLICATE_ID, Code.NESTED_LINK}
"""What no page is published with, and what its HTML shows for as long as it is there."""
AWKWARD = {
    "mkdocs.yml": """
        site_name: 'Oil & gas: "a" < b, AT&T'
        site_description: 'On "oil" & gas < 5'
        site_url: https://brief.example/
        theme: {name: THEME}
        nav:
          - index.md
          - 'Chapters & "more" < 2':
              - chapters/1-one.md
              - Two &amp; three: chapters/2-two.md
          - own.md
        plugins:
          - policybrief:
              checks: {unused-entry: off}
              brief:
                title: 'Oil & gas: "a" < b, AT&T'
                subtitle: More &copy less
                authors: [{name: 'Smith & "Co" < Sons'}]
                date: 2026-01-01
                language: en
        markdown_extensions: [tables, def_list, admonition, pymdownx.details, pymdownx.superfences, pymdownx.tasklist]
    """,
    "glossary.yml": """
        att: {name: AT&T, kind: organisation, definition: 'A & "B", with a < b.', aliases: [A & T, a < t], dates: 1990}
        b: {name: 'B < C & "D" &copy', kind: event, dates: 1991, definition: x, relations: [{type: about, to: att}]}
    """,
    "chapters/1-one.md": """
        ---
        title: 'Oil & gas, "a" < b &amp; c'
        summary: One & two < "three".
        ---

        Text of AT&T and "quotes" & more, B < C & "D" &copy.

        ## Heading & "more" < less

        Text directly before
        ``` text
        code & <b>
        ```
        and directly after.

        | a & b | "c" |
        |:--|--:|
        | 1 | AT&T |

        /// table-caption
        Oil & "gas".
        ///

        - [ ] a
        ``` text
        x
        ```
        - b

        Term & x
        :   Explains < "it"

        !!! note "Title & 'more' < x"
            Text

        ??? note "Fold & 'more' < x"
            Text
    """,
    "chapters/2-two.md": """
        # AT&T < "two"

        Text.
    """,
    "docs/own.md": """
        ---
        description: 'A & "b" < c'
        ---

        # Own & "page" < x, AT&T

        Text directly before
        ``` text
        code & <b>
        ```
        and directly after.
    """,
    "docs/other.md": """
        ---
        title: Other &copy "page" < x
        ---

        Text.
    """,
}


def faults_in(html: str) -> list[str]:
    """Return what is wrong with a whole page, each fault with its line and column."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(html)
    ids = Counter(element.get("id") for element in document.iter() if element.get("id") is not None)
    return [
        *(f"{line}:{column}: {code}" for (line, column), code, _ in parser.errors),
        *(f"the id '{own}' is given {times} times" for own, times in ids.items() if times > 1),
    ]


def faults_of(built: Build) -> list[str]:
    """Return what is wrong with the pages of a build, put into a page each."""
    head = "<!doctype html><html lang='en'><head><title>A page</title></head><body>"
    return [f"{page.path}:{fault}" for page in built.pages for fault in faults_in(f"{head}{page.html}</body></html>")]


def faults_of_site(site: Path) -> list[str]:
    """Return what is wrong with the pages of a built site."""
    pages = sorted(site.rglob("*.html"))
    assert pages
    return [
        f"{page.relative_to(site)}:{fault}" for page in pages for fault in faults_in(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div>a</div>b</p>", "unexpected-end-tag"),
        ("AT&T", "expected-named-entity"),
        ("a < b", "expected-tag-name"),
        ("<p id=a id=b>", "duplicate-attribute"),
        ("<p id=a><b id=a></b>", "the id 'a' is given 2 times"),
        ("<b><i></b></i>", "adoption-agency-1.3"),
    ],
)
def test_faults_are_found(body: str, fault: str) -> None:
    (found, *_) = faults_in(f"<!doctype html><title>x</title>{body}")
    assert fault in found


@pytest.mark.parametrize("case", sorted(CASES.rglob("*.yml")), ids=lambda path: path.relative_to(CASES).as_posix())
def test_pages_of_each_golden_case(case: Path, tmp_path: Path) -> None:
    given = yaml.safe_load(case.read_text("utf-8"))
    write_brief(tmp_path, given.get("files", {}), given.get("bytes", {}))
    built = build(read_project(tmp_path), Site(), unprinted)
    if REFUSED.isdisjoint(problem.code for problem in built.problems):
        assert faults_of(built) == []


def test_pages_of_the_planted_book() -> None:
    assert faults_of(build(read_project(PLANTED), Site(), unprinted)) == []


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_pages_with_words_that_are_markup_elsewhere(theme: str, tmp_path: Path) -> None:
    for path, text in AWKWARD.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        lines = text.replace("THEME", theme).split("\n")[1:]
        (tmp_path / path).write_text("\n".join(line[8:] for line in lines), "utf-8")
    assert build_site(tmp_path) == ()
    assert faults_of_site(tmp_path / "site") == []
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "<title>Oil &amp; gas: &#34;a&#34; &lt; b, AT&amp;T</title>" in front
    own = (tmp_path / "site" / "own" / "index.html").read_text("utf-8")
    assert "<title>Own &amp; &#34;page&#34; &lt; x, AT&amp;T - Oil &amp; gas" in own


@pytest.mark.slow
def test_pages_of_this_brief(tmp_path: Path) -> None:
    # With what is printed already: to print it again would take longer than all the rest.
    for name in ("chapters", "docs", ".cache/policybrief/citations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "glossary.yml", "references.yml", "evidence.yml", "anchors.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    assert build_site(tmp_path, strict=True) == ()
    assert faults_of_site(tmp_path / "site") == []
