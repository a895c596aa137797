"""Pages put together from a shell: each is the page that the templates make of it, whatever they do with its words."""

import logging
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, Template
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import script_tag_filter, url_filter

from plugin_books import FILES, Listed, PluginBook
from policybrief.hosts.mkdocs.finished_page import FinishedPage
from policybrief.hosts.mkdocs.page_shells import PageShells, shelled
from policybrief.model.head import Head, HeadLink, MetaTag

ROOT = Path(__file__).parents[1]
PLANTED = Path(__file__).parent / "books/planted/brief"

SHARED = (
    "{{ page.title }}",
    "{{ page.title | e }}: {{ page.meta.description | e }}",
    "{{ page.title }}{{ page.content }}{{ page.title }}",
    "{{ page.content | safe }}",
    "{{ page.meta.title | d('none', true) }}",
    "{{ page.title ~ ' - ' ~ page.meta.title }}",
    "{% if page.title %}{{ page.title }}{% else %}none{% endif %}",
    "{% if page.edit_url %}{{ page.edit_url }}{% endif %}",
    "{{ 'glossary/' | url }} {{ '.' | url }} {{ 'a/b.css' | url }} {{ 'https://a.example/' | url }} {{ '#x' | url }}",
    "{{ 'a/b.js' | script_tag }}",
    "{% macro shown(it) %}<b>{{ it }}</b>{% endmacro %}{{ shown(page.title) }}",
    "{% for tag in page.meta.policybrief_head.tags %}{{ tag.name }}{{ tag.content | e }}{% endfor %}",
    "{{ page.meta.policybrief_head.json_ld }}",
    "{% if page.toc | first is defined %}{{ (page.toc | first).title }}{% endif %}",
    "{% if page.toc | first is defined %}{% set first = page.toc | first %}{{ first.url | url }}{% endif %}",
)
"""Of these one shell or two do for all pages."""
TOLD_APART = (
    "{% if page.title == 'b' %}this one{% endif %}",
    "{% if 'b' == page.title %}this one{% endif %}",
    "{% if page.title != 'b' %}not this one{% endif %}",
    "{% if 'b' in page.title %}has it{% endif %}",
    "{% if page.title in ['a', 'b'] %}one of two{% endif %}",
    "{% if page.title in {'a': 1} %}one of one{% endif %}",
    "{% if '<h1' not in page.content %}<h1>{{ page.title }}</h1>{% endif %}{{ page.content }}",
    "{{ page.title | upper }}",
    "{{ page.title | length }}",
    "{{ page.title | striptags }}",
    "{{ page.title | replace('b', 'x') }}",
    "{{ page.title.upper() }}",
    "{{ page.title[0] }}",
    "{{ page.title + '!' }}",
    "{{ page.title * 2 }}",
    "{{ '%s and %s' | format(page.title, page.title) }}",
    "{{ (page.title ~ 'b') | length }}",
    "{{ [page.title, 'x'] | join('-') }}",
    "{{ {'title': page.title} | tojson }}",
    "{{ page.meta | length }}{{ page.meta.title | urlencode }}",
    "{% filter upper %}{{ page.title }}{% endfilter %}",
    "{% for letter in page.title %}{{ letter }}.{% endfor %}",
    "{% if page.title is lower %}small{% endif %}",
    "{% if page.title < 'c' %}early{% endif %}",
    "{{ page.url }}",
    "{{ page.file.src_uri }}",
    "{{ page.file.src_uri | length }}",
    "{{ page.chapter }}{{ page.is_homepage }}{{ page.parent }}{{ page.ancestors }}",
    "{{ 'glossary/b/' | url }}",
    "{{ 'glossary/b/deep/' | url }} {{ 'glossary/c/../d/' | url }}",
    "{{ page.title | url }}",
    "{% for line in page.toc %}{{ line.title }} {% endfor %}",
    "{{ page.toc | length }}{% if page.toc %}some{% endif %}",
    "{{ page.meta.robots }}{{ page.meta.more | tojson }}",
    "{% for tag in page.meta.policybrief_head.tags %}{{ tag.content | upper }}{% endfor %}",
    "{{ page.meta.policybrief_head.description }}",
    "{{ odd }}",
)


def a_page(name: str, number: int, config: MkDocsConfig) -> FinishedPage:
    """Return a page; each is different from the others in something."""
    path = f"glossary/{name.removesuffix('<')}.md"
    page = FinishedPage(name, File(path, None, config.site_dir, use_directory_urls=True), config, None)
    page.title = Markup(name) if number % 2 else name
    page.content = f"<h1>{name}</h1> <p>{'b' * number}&amp;</p>" if number % 3 else f"<p>{name}</p>"
    page.toc = TableOfContents([AnchorLink(f"Line {line}", f"line-{line}", 2) for line in range(number % 7 % 3)])
    page.edit_url = None if number == 4 else f"https://b.example/{name}?a&b"
    head = Head(
        (MetaTag("<one>", "description"), MetaTag(name, "two")), (HeadLink("license", "x"),), f'{{"name": "{name}"}}'
    )
    page.meta = {"title": Markup(f"{name} &lt;"), "description": "" if number == 5 else f"On <{name}>"}
    page.meta["policybrief_head"] = head
    page.meta |= {"robots": "noindex"} if number == 6 else {}
    page.meta |= {"more": {"count": number // 12}}
    return page


def rendered(source: str) -> tuple[list[str], list[str], PageShells]:
    """Return pages as the template makes them, as they are put together, and what did so."""
    config = load_config(plugins=[], docs_dir=str(ROOT / "docs"), site_url="https://a.example/")
    names = ("a", "b", "c", "d", "e", "f", "g", "bb", "pbslot", *(f"n{number}<" for number in range(21)))
    made: list[list[str]] = []
    shells = PageShells()
    for template_class in (Template, shelled(shells, no_page_waits)):
        env = Environment(loader=DictLoader({"main.html": source}), auto_reload=False)
        env.filters |= {"url": url_filter, "script_tag": script_tag_filter}
        env.template_class = template_class
        made.append([])
        for number, page in enumerate(a_page(name, number, config) for number, name in enumerate(names)):
            context = {"page": page, "base_url": "../..", "odd": f"o{number // 15}", "nav": None}
            made[-1].append(env.get_template("main.html").render(context))
    return made[0], made[1], shells


def no_page_waits(page: FinishedPage, *_: object) -> None:
    raise AssertionError(page)


@pytest.mark.parametrize("source", [*SHARED, *TOLD_APART])
def test_a_page_is_what_its_template_makes_of_it(source: str) -> None:
    by_themselves, together, _ = rendered(source)
    assert together == by_themselves


@pytest.mark.parametrize("source", SHARED)
def test_pages_that_differ_in_words_alone_are_put_together(source: str) -> None:
    assert rendered(source)[2].assembled


def watched_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Compare each page of the builds to come with the same page rendered; return the list of those put together."""
    together: list[str] = []
    original = PageShells.page

    def compared(
        shells: PageShells, template: Template, context: Mapping[str, Any], render: Callable[[Mapping[str, Any]], str]
    ) -> str:
        before = shells.assembled
        made = original(shells, template, context, render)
        if shells.assembled > before:
            assert made == render(context), context["page"].file.src_uri
            together.append(context["page"].file.src_uri)
        return made

    monkeypatch.setattr(PageShells, "page", compared)
    return together


def built(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def bring_cache(folder: Path) -> None:
    """Copy what the repository keeps: a build forgets what it does not use, and other tests use it."""
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", folder / ".cache")


@pytest.mark.slow
@pytest.mark.parametrize("project", [ROOT, PLANTED], ids=["brief", "planted"])
def test_every_page_of_a_brief(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns(".*", "site", "build", "src", "tests"))
    bring_cache(tmp_path / "project")
    together = watched_pages(monkeypatch)
    settings = tmp_path / "project/mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("theme: material", "theme: {name: material}"), "utf-8")
    built(tmp_path / "project")
    entries = [path for path in together if path.startswith("glossary/")]
    assert project == PLANTED or len(entries) > 500


ENTRIES = {"glossary.yml": FILES["glossary.yml"] + "".join(f"x{n}: {{name: Xy{n}, kind: place}}\n" for n in range(9))}
OVERRIDE = '{% extends "base.html" %}{% block content %}{{ super() }}{% if page.url == "glossary/x3/" %}!{% endif %}'
OVERRIDE += '{% endblock %}{% block extrahead %}{% include "policybrief/head.html" %}{% endblock %}'
HOOK = "def on_page_context(context, *, page, config, nav):\n    config.copyright = page.url\n    return context\n"


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize("plugins", [(), ("macros",), ("glightbox",), ("redirects",), ("section-index",)])
def test_other_plugins_and_themes(
    theme: str, plugins: tuple[Listed, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = PluginBook(tmp_path)
    book.write(FILES | ENTRIES)
    book.list_plugins(*plugins, theme={"name": theme})
    bring_cache(tmp_path)
    together = watched_pages(monkeypatch)
    built(tmp_path)
    assert together or plugins


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text", "named"),
    [("over/main.html", OVERRIDE, "'main.html'"), ("hook.py", HOOK, "hook.py")],
)
def test_what_may_treat_each_page_differently_is_named_once(
    path: str, text: str, named: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    book = PluginBook(tmp_path)
    book.write(FILES | ENTRIES | {path: text})
    if path.startswith("over/"):
        book.list_plugins(theme={"name": "material", "custom_dir": "over"})
    else:
        book.list_plugins(hooks=[path])
    bring_cache(tmp_path)
    with caplog.at_level(logging.INFO, "mkdocs"):
        built(tmp_path)
    said = [record.getMessage() for record in caplog.records if "rendered separately" in record.getMessage()]
    assert len(said) == 1
    assert named in said[0]


@pytest.mark.slow
def test_an_override_that_knows_no_page_keeps_the_shells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = PluginBook(tmp_path)
    book.write(FILES | ENTRIES | {"over/partials/copyright.html": "<p>By us.</p>"})
    book.list_plugins(theme={"name": "material", "custom_dir": "over"})
    bring_cache(tmp_path)
    together = watched_pages(monkeypatch)
    built(tmp_path)
    assert together
    assert "<p>By us.</p>" in book.text("glossary/x5/index.html")
