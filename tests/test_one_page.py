"""The page of all chapters: every id is there once, and every link within it leads somewhere."""

from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

import lxml.html  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents import chapter_of
from glossaries import entry, glossary
from policybrief.build import Site, build
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.problems import Code
from sources import source
from test_chapter_html import DEFINED, EVERYTHING, SHAPES, WORDS

GLOSSARY = glossary(entry("baku", "Baku"))


def one_page(*bodies: str, site: Site = EVERYTHING) -> tuple[lxml.html.HtmlElement, list[str]]:
    """Return the page of chapters with these texts, and the codes of its problems."""
    chapters = tuple(_chapter(number, body) for number, body in enumerate(bodies, 1))
    built = build(Project(Brief("Brief"), GLOSSARY, chapters, (source(id="a"),), ()), site)
    (page,) = (page for page in built.pages if page.path == "all/index.md")
    return lxml.html.fragment_fromstring(page.html, "div"), [problem.code.public for problem in built.problems]


def _chapter(number: int, body: str) -> Chapter:
    return replace(chapter_of(body), path=f"chapters/{number}-c.md", number=str(number), title=f"The {number}th")


def hold(page: lxml.html.HtmlElement) -> None:
    """Fail unless each id is there once, and what names an id finds it."""
    ids = Counter(page.xpath(".//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    targets = [unquote(target[1:]) for target in page.xpath(".//a/@href") if target.startswith("#")]
    assert {*targets, *page.xpath(".//@for")} <= {"", *ids}
    sets = [{button.get("name") for button in tabs.xpath("./input")} for tabs in page.xpath(".//div[@data-tabs]")]
    assert all(len(names) == 1 for names in sets)
    assert len(set().union(*sets)) == len(sets)


TABS = '=== "A"\n\n    One.\n\n=== "B"\n\n    Two.\n\n'
LINED = "```python\nx = 1\n```\n"
WITH_LINES = replace(
    EVERYTHING,
    extension_configs={
        **EVERYTHING.extension_configs,
        "pymdownx.highlight": {"anchor_linenums": True, "linenums": True, "line_spans": "__line"},
    },
)


def test_ids_that_chapters_share_are_set_apart() -> None:
    links = "[two](2-c.md#one), [it](2-c.md), [this](#one) and [line](#__codelineno-0-1)"
    first = f"## One\n\nSee {links}.[^1]\n\n{TABS}{LINED}"
    first += '\n[^1]: Note with\n\n    === "C"\n\n        Three.\n'
    second = (
        f"## One\n\nText[^1] [@a].\n\n## One-1\n\n## Chapter 1\n\n[x](1-c.md#one)\n\n{TABS}{LINED}\n\n[^1]: Note.\n"
    )
    page, problems = one_page(first, second, site=WITH_LINES)
    hold(page)
    assert set(problems) <= {Code.UNKNOWN_NAME.public, Code.UNUSED_ENTRY.public}
    (two, it, this, _), (back,) = (
        [link.get("href") for link in page.xpath(f".//p[contains(., '{words}')]/a[not(@class)]")]
        for words in ("See", "x")
    )
    assert (two, it, this, back) == ("#one-2", "#chapter-2", "#one-1-", "#one-1-")
    assert page.xpath("string(.//*[@id='one-1'])").startswith("One-1")
    assert page.xpath("string(.//*[@id='chapter-1-2'])").startswith("Chapter 1")


LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BODIES = st.lists(st.tuples(SHAPES, st.lists(LINES, min_size=3, max_size=3)), min_size=1, max_size=3).map(
    lambda parts: "\n\n".join(shape.format(*lines) for shape, lines in parts) + DEFINED
)


@pytest.mark.slow
@given(BODIES, BODIES)
@example("One[^1] and[^1]\n\n[^1]: Note.", "Two[^1]\n\n[^1]: Note.")
def test_every_id_is_there_once_and_every_link_leads_there(first: str, second: str) -> None:
    page, _ = one_page(first, second)
    hold(page)
