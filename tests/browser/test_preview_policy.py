"""The security policy in the preview, under each theme and host: what the theme and the preview need runs, no more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from previews import Preview, previewing
from test_hosts import FILES
from test_preview import free_port

OWN_THEME = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{{ page.title if page else "" }}</title>
<link rel="icon" href="data:,">
{% block extrahead %}{% endblock %}
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path | url }}">{% endfor %}
<script>
  window.ownTheme = {{ (page.title if page else "") | tojson }};
</script>
{% if page and page.toc %}<script>window.hasContents = 1 + 1</script>{% endif %}
{% for script in config.extra_javascript %}{{ script | script_tag }}{% endfor %}
<style>h1 { margin-left: 11px }</style>
<p id="own" style="margin-left: 17px" {% if page and page.url == "guide/start/" %}
   onclick="window.handled = true"{% endif %}>A theme of our own</p>
<main role="main">{% block content %}{{ page.content }}{% endblock %}</main>
"""
THEMES = {
    "material": {"name": "material"},
    "mkdocs": {"name": "mkdocs"},
    "readthedocs": {"name": "readthedocs"},
    "own": {"name": None, "custom_dir": "own", "static_templates": ["404.html"]},
}
RAN = {
    "material": "typeof __md_get === 'function' && document.documentElement.classList.contains('js')",
    "mkdocs": "base_url === '../..' && shortcuts.help === 191",
    "readthedocs": "mkdocs_page_name === '1. One' && SphinxRtdTheme.Navigation.linkScroll === false && !!jQuery",
    "own": "ownTheme === '1. One' && hasContents === 2",
}
"""What is true when the inline scripts of a theme have run."""


@dataclass(frozen=True, slots=True)
class Themed:
    """A brief in a theme, in a preview."""

    theme: str
    preview: Preview

    @property
    def chapter(self) -> str:
        return f"{self.preview.address}chapters/1-one/"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the fonts are made once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(
    params=[
        ("mkdocs", "material"),
        ("mkdocs", "mkdocs"),
        ("mkdocs", "readthedocs"),
        ("mkdocs", "own"),
        ("properdocs", "material"),
        ("properdocs", "own"),
    ],
    ids="-".join,
)
def themed(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Iterator[Themed]:
    program, theme = request.param
    root, settings = tmp_path / "brief", yaml.safe_load(FILES["mkdocs.yml"].replace("/one/", "/"))
    (brief,) = settings["plugins"]
    settings |= {"theme": THEMES[theme], "plugins": [*([] if theme in ("material", "own") else ["search"]), brief]}
    settings["repo_url"] = "https://code.example/brief"
    files = {**FILES, "mkdocs.yml": yaml.safe_dump(settings), "own/base.html": OWN_THEME}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / ".cache").symlink_to(cache)
    with previewing(root, tmp_path / "server", free_port(), program) as preview:
        yield Themed(theme, preview)


def test_what_belongs_to_the_page_runs_and_nothing_else(themed: Themed, visit: Visit) -> None:
    page = visit.page
    page.goto(themed.chapter, wait_until="load")
    assert page.evaluate(RAN[themed.theme])
    page.locator("button.pb-search-button").first.click()
    page.keyboard.type("Union")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    if themed.theme in SEARCHES:
        SEARCHES[themed.theme](page)
    for address in ("", "glossary/", "glossary/eaeu/", "guide/start/", "p/"):
        page.goto(themed.preview.address + address, wait_until="load")
    if themed.theme == "own":
        page.goto(themed.chapter)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).marginLeft") == "11px"
        assert page.evaluate("getComputedStyle(document.querySelector('#own')).marginLeft") == "17px"
        page.goto(f"{themed.preview.address}guide/start/")
        page.locator("#own").click()
        assert page.evaluate("window.handled") is None
        assert "'guide/start.md' has an attribute 'onclick'" in themed.preview.said()
        visit.errors[:] = [error for error in visit.errors if "inline event handler" not in error]
    visit.assert_clean(themed.preview.address)
    # What has got past the list of attributes and elements, in whatever way.
    shown = themed.preview.site() / "chapters" / "1-one" / "index.html"
    evil = '<script>window.injected = 1</script><img src="x" onerror="window.injected = 2">'
    html = shown.read_text("utf-8")
    assert html.count("<h1") == 1
    shown.write_text(html.replace("<h1", f"{evil}<h1") + evil, "utf-8")
    page.goto(themed.chapter, wait_until="load")
    page.wait_for_timeout(300)
    assert page.evaluate("window.injected") is None
    assert sum("Content Security Policy" in error for error in visit.errors) >= 2
    assert page.evaluate(RAN[themed.theme])


def search_of_mkdocs(page: Page) -> None:
    page.get_by_role("link", name="Search").click()
    page.locator("#mkdocs-search-query").press_sequentially("Moscow")
    expect(page.locator("#mkdocs-search-results a").first).to_be_visible()


def search_of_readthedocs(page: Page) -> None:
    page.get_by_placeholder("Search docs").fill("Moscow")
    page.get_by_placeholder("Search docs").press("Enter")
    expect(page.locator("#mkdocs-search-results a").first).to_be_visible()


SEARCHES: dict[str, Callable[[Page], None]] = {"mkdocs": search_of_mkdocs, "readthedocs": search_of_readthedocs}


def test_a_page_renews_itself_when_its_text_changes(themed: Themed, visit: Visit) -> None:
    page = visit.page
    page.goto(themed.chapter, wait_until="load")
    for words in ("A word that was not there before.", "And another word."):
        with (themed.preview.project / "chapters/1-one.md").open("a", encoding="utf-8") as chapter:
            chapter.write(f"\n{words}\n")
        expect(page.get_by_text(words)).to_be_visible(timeout=300_000)
        page.wait_for_load_state()
        assert page.evaluate(RAN[themed.theme])
    visit.assert_clean(themed.preview.address)
