"""The gate for attributes: what is not on the list is neither in a page nor passed over in silence.

Cases with their places are under `cases/hostile`; here are those that need extensions.
"""

from collections.abc import Iterator

import lxml.html  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents import PATH, ROOMY, chapter_of
from outcomes import text_of_first
from policybrief.build import Site, convert, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.brief import Brief, Project
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import Hypertext
from policybrief.model.places import Source
from policybrief.model.problems import Code, Problem

GATE = {Code.BAD_ATTRIBUTE, Code.RAW_HTML}
MADE_BY_BLOCKS = (*ROOMY.extensions, "pymdownx.blocks.html", "pymdownx.blocks.details", "pymdownx.blocks.admonition")


def chapter_page(body: str, *extensions: str, site: Site = ROOMY) -> tuple[str, tuple[Problem, ...]]:
    """Return the HTML of a chapter and what is wrong with it."""
    used = Site(extensions=(*site.extensions, *extensions), extension_configs=site.extension_configs)
    prepared = prepare(Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ()), used, unprinted)
    return text_of_first(prepared), prepared.chapters[0].problems


def own_page(body: str, *extensions: str, site: Site = ROOMY) -> tuple[str, tuple[Problem, ...]]:
    """Return the HTML of a page beside the chapters and what is wrong with it."""
    used = Site(extensions=(*site.extensions, *extensions), extension_configs=site.extension_configs)
    prepared = prepare(Project(Brief("Brief"), Glossary(()), (chapter_of("Text."),), (), ()), used, unprinted)
    found: list[Hypertext] = []
    html = convert(prepared, Source("own.md", body, 1, "docs/own.md"), found.append)
    return html, found[0].problems


BY_EXTENSIONS = {
    "tasks": ("- [x] done\n- [ ] to do", ()),
    "tabs": ('=== "A"\n    one\n\n=== "B"\n    two', ()),
    "details": ("???+ note\n    one", ()),
    "tables": ("| a | b |\n|:-|-:|\n| 1 | 2 |", ()),
    "formulas": ("Words $a$ and\n\n$$\nb\n$$", ()),
    "keys": ("Press ++ctrl+a++.", ()),
    "notes": ("Words.[^1]\n\n[^1]: A note.", ()),
    "contents": ("[TOC]\n\n## One\n\n## Two { #two data-toc-label='2' }", ("toc",)),
    "code": ('``` { .python #code title="a.py" linenums="1" hl_lines="1" }\nx = 1\n```', ()),
    "captions": ("| a |\n|-|\n| 1 |\n\n/// table-caption\nOne.\n///\n\n/// table-caption\nTwo.\n///", ()),
    "abbreviations": ("The EU.\n\n*[EU]: European Union", ()),
    "letters": ("a. x\nb. y", ("pymdownx.fancylists",)),
    "bars": ('[=65% "65%"]', ("pymdownx.progressbar",)),
    "edits": ("A {--word--} {++more++} {>>why<<}.", ("pymdownx.critic",)),
    "blocks": ("/// details | More\n    open: true\n    attrs: {lang: en}\nText.\n///", ("pymdownx.blocks.details",)),
}


@pytest.mark.parametrize(("body", "extensions"), BY_EXTENSIONS.values(), ids=BY_EXTENSIONS)
def test_what_extensions_set_by_themselves_is_allowed(body: str, extensions: tuple[str, ...]) -> None:
    for html, problems in (chapter_page(body, *extensions), own_page(body, *extensions)):
        assert html
        assert [str(problem) for problem in problems if problem.code in {*GATE, Code.DUPLICATE_ID}] == []


def test_what_extensions_set_by_themselves_is_in_the_page() -> None:
    tabs, _ = chapter_page(BY_EXTENSIONS["tabs"][0])
    assert 'name="__tabbed_1"' in tabs
    assert 'for="__tabbed_1_2"' in tabs
    tasks, _ = chapter_page(BY_EXTENSIONS["tasks"][0])
    assert tasks.count('type="checkbox"') == 2
    table, _ = chapter_page(BY_EXTENSIONS["tables"][0])
    assert 'style="text-align: right;"' in table


ALLOWED = [
    "Text.\n{: #own .wide title='A title' lang=ru dir=ltr aria-label='Words' }",
    "3. One\n4. Two\n{: value=7 }",
    "![A map](https://a.example/x.png){ width=300 height=50% loading=lazy align=left }",
    "[a](https://a.example/){ target=_blank rel='noopener nofollow' hreflang=de }",
    "/// table-caption\n    attrs: {id: rivers, class: wide}\nOne.\n///",
]


@pytest.mark.parametrize("body", ALLOWED)
def test_what_the_guide_promises_is_allowed(body: str) -> None:
    _, problems = chapter_page(body)
    assert [str(problem) for problem in problems if problem.code in GATE] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// html | script\nwindow.ran = 1\n///", "1:10: error[raw-html]: the element '<script>' is not allowed"),
        ("Text.\n\n/// html | iframe\nText.\n///", "3:10: error[raw-html]: the element '<iframe>' is not allowed"),
        ("/// html | form[action=x]\nText.\n///", "1:10: error[raw-html]: the element '<form>' is not allowed"),
        ("/// html | style\nbody {}\n///", "1:10: error[raw-html]: the element '<style>' is not allowed"),
        ("/// html | div[onclick=x]\nText.\n///", "1:16: error[bad-attribute]: the attribute 'onclick' is not allowed"),
        (
            '/// admonition | Title\n    attrs: {"title": "}", "onclick": "x"}\nText.\n///',
            "2:28: error[bad-attribute]: the attribute 'onclick' is not allowed on '<div>'",
        ),
        (
            "/// details | Title\n    attrs:\n      title: a\n      style: >-\n        color:\n        red\nText.\n///",
            "4:7: error[bad-attribute]: the attribute 'style' is not allowed on '<details>'",
        ),
        (
            '``` { .python #a onclick="x" }\nx\n```\n\n``` { .text title="}" data-x="y" }\nx\n```',
            "5:23: error[bad-attribute]: the attribute 'data-x' is not allowed on '<code>'",
        ),
        ('<div markdown="1" onclick="x">\n*a*\n</div>', "1:19: error[bad-attribute]: the attribute 'onclick'"),
    ],
)  # fmt: skip
def test_every_way_into_the_tree_leads_through_the_gate(body: str, expected: str) -> None:
    plain = {"pymdownx.highlight": {"use_pygments": False}}
    site = Site(extensions=MADE_BY_BLOCKS, extension_configs=plain)
    for path, (html, problems) in ((PATH, chapter_page(body, site=site)), ("docs/own.md", own_page(body, site=site))):
        assert any(str(problem).startswith(f"{path}:{expected}") for problem in problems), problems
        assert not any(words in html for words in ("onclick", "window.ran", "<iframe", "<form", "<style", "data-x"))


def test_icons_are_let_through_without_what_runs() -> None:
    drawn = '<svg viewBox="0 0 1 1" onload="x()"><path fill="#fff" d="M0"/><use href="#a" xlink:href="data:x"/></svg>'
    html, problems = chapter_page(f"Text.\n\n{drawn}")
    assert 'viewBox="0 0 1 1"' in html
    assert 'href="#a"' in html
    assert "onload" not in html
    assert "data:x" not in html
    assert {problem.code for problem in problems if problem.code in GATE} == {Code.RAW_HTML}


NAMES = st.sampled_from(
    "onclick onload OnClick style STYLE name id class title href src srcset action formaction ping background is slot "
    "nonce cite lang dir role tabindex width align start type for data-md-component data-x aria-label x".split()
)
VALUES = st.sampled_from(
    [
        "x",
        "",
        "}",
        "javascript:x",
        "data:text/html,x",
        " java\tscript:x",
        "__config",
        "#a",
        "1",
        "a b",
        "&quot;",
        "{",
        "=",
        "\\",
    ]
)
PAIRS = st.tuples(NAMES, st.sampled_from(['"', "'", ""]), VALUES).map(
    lambda pair: f"{pair[0]}={pair[1]}{pair[2]}{pair[1]}"
)
BRACES = st.lists(st.one_of(PAIRS, NAMES, VALUES), max_size=6).map(" ".join)
HOLDERS = st.sampled_from(
    [
        "Text.\n{: %s }",
        "A *word*{ %s } more.",
        "![a](https://a.example/a.png){ %s }",
        "[a](https://a.example/){: %s }",
        "## Head { %s }",
        "| a { %s } |\n|---|\n| b |",
        "``` { .python %s }\nx\n```",
        "- a\n{: %s }",
        "/// details | a\n    attrs: {%s}\nb\n///",
    ]
)


@given(st.lists(st.tuples(HOLDERS, BRACES).map(lambda drawn: drawn[0].replace("%s", drawn[1])), max_size=3))
@example(['Text.\n{: title="}" onclick="x" }'])
@example(["## Head { id }"])
def test_whatever_is_in_braces_no_page_holds_what_runs(blocks: list[str]) -> None:
    html, _ = chapter_page("\n\n".join(blocks), "pymdownx.blocks.details")
    for name, value in attributes_in(html):
        assert not name.startswith("on")
        assert name == name.lower()
        assert name not in ("style", "name", "srcset", "action", "formaction", "ping", "background", "is", "nonce", "x")
        assert name not in ("data-md-component", "data-x", "slot", "for")
        assert not (name == "id" and value == "__config")
        assert not (name == "cite" and "script" in value)


def attributes_in(html: str) -> Iterator[tuple[str, str]]:
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter():
        yield from element.attrib.items()
