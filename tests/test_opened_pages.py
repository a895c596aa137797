"""Pages of a preview that are made when somebody opens them, and what they tell the author."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from wsgiref.util import FileWrapper

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

pytestmark = pytest.mark.slow

ADDRESS = "http://127.0.0.1:8000/"
FILES = {
    "mkdocs.yml": "site_name: A brief\ntheme: {name: material}\nplugins:\n  - policybrief\n",
    "glossary.yml": "baku: {name: Baku, kind: place, definition: A city.}\nsea: {name: Caspian Sea, kind: place, "
    "definition: A sea., background: true}\n",
    "chapters/1-one.md": "# One\n\nBaku once.\n\nAnd the sea.\n",
    "chapters/2-two.md": "# Two\n\nBaku again, see [three](3-three.md).\n",
    "chapters/3-three.md": "# Three\n\nNothing of note here but [data](../data/brief.json).\n",
    "docs/guide/index.md": "# Guide\n\nRead [one](../chapters/1-one.md).\n",
}
MANIFEST = {"chapters/1-one/index.html", "glossary/baku/index.html", "glossary/index.html", "data/brief.json"}


class Preview:
    """A brief under preview, and the application of its server, which listens to nobody."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / "shown"
        config = self._settings()
        self.plugins = config.plugins
        self.plugins.on_startup(command="serve", dirty=False)
        self._build()
        self.server = LiveReloadServer(self._build, "127.0.0.1", 8000, str(self.site))
        self.plugins.on_serve(self.server, config=config, builder=self._build)
        self.server.watch(str(root / "docs"))  # the server puts no script into pages when it watches nothing

    def _settings(self) -> MkDocsConfig:
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))

    def _build(self) -> None:
        config = self._settings()
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    def save(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), "utf-8")
        self.server.builder()

    def get(self, address: str) -> tuple[str, str]:
        """Return status and text of what is at an address."""
        answer, begun = self.server.get_app(), list[str]()
        assert answer is not None

        def begin(status: str, _headers: object, _error: object = None) -> Callable[[bytes], object]:
            begun.append(status)
            return len

        body = answer({"PATH_INFO": address}, begin)
        text = b"".join(body).decode()
        if isinstance(body, FileWrapper):
            body.close()
        return begun[-1], text

    def made(self) -> set[str]:
        return {file.relative_to(self.site).as_posix() for file in self.site.rglob("*") if file.is_file()} & MANIFEST


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    shown = Preview(tmp_path)
    yield shown
    shown.plugins.on_shutdown()
    shown.server.server_close()


def test_after_a_save_a_page_is_made_when_it_is_opened(preview: Preview) -> None:
    assert preview.made() == MANIFEST
    preview.save("chapters/1-one.md", "once", "once more")
    assert preview.made() == set()
    assert "Baku</a> once more" in preview.get("/chapters/1-one/")[1]
    assert preview.made() == {"chapters/1-one/index.html"}
    assert "once more" in preview.get("/glossary/baku/")[1]
    assert preview.get("/glossary") == ("302 Found", "")
    assert '"chapters"' in preview.get("/data/brief.json")[1]
    assert preview.made() == MANIFEST
    assert preview.get("/nowhere/")[0].startswith("404")


def test_a_page_is_opened_in_its_last_good_state(preview: Preview) -> None:
    preview.save("chapters/1-one.md", "once", "once more")
    preview.save("glossary.yml", "kind: place", "kind: [")
    status, page = preview.get("/glossary/baku/")
    assert status == "200 OK"
    assert "once more" in page
    assert '<details open=""><summary>1 problem</summary>' in page
    assert "glossary.yml:1:" in page
    assert "still shows the last good site" in page
    preview.save("glossary.yml", "kind: [", "kind: place")
    assert "pb-preview" not in preview.get("/glossary/baku/")[1]


def test_a_file_is_opened_in_its_last_good_state(preview: Preview) -> None:
    preview.save("chapters/1-one.md", "once", "once more")
    preview.save("chapters/1-one.md", "once more", "[once](nowhere.md) and never again")
    text = preview.get("/data/paragraphs.json")[1]
    assert "once more" in text
    assert "never again" not in text


@pytest.mark.parametrize("broken", ["{{ page.nothing.at.all }}", "{% if %}"])
def test_the_last_good_site_stays_while_a_template_of_the_author_is_broken(preview: Preview, broken: str) -> None:
    (preview.root / "own").mkdir()
    preview.save("mkdocs.yml", "material}", "material, custom_dir: own}")
    (preview.root / "own/main.html").write_text('{% extends "base.html" %}')
    preview.save("own/main.html", "%}", f"%}}{{% block footer %}}{broken}{{% endblock %}}")
    page = preview.get("/chapters/1-one/")[1]
    assert "Baku</a> once" in page
    assert "still shows the last good site" in page


def test_a_link_to_a_file_that_waits_is_no_broken_one(preview: Preview) -> None:
    preview.save("chapters/3-three.md", "brief.json", "brief.jsn")
    assert "no page or file 'data/brief.jsn'" in preview.get("/guide/")[1]
    preview.save("chapters/3-three.md", "brief.jsn", "brief.json")
    assert "pb-preview" not in preview.get("/guide/")[1]


def test_problems_are_in_every_page_at_their_places(preview: Preview) -> None:
    preview.save("chapters/1-one.md", "sea", "sea of [[caspain]] oil, see [x](y.md)")
    for address in ("/chapters/2-two/", "/guide/"):
        page = preview.get(address)[1]
        assert "chapters/1-one.md:5:" in page
        assert page.count('<aside class="pb-preview"') == 1
    assert preview.get("/assets/policybrief-preview.css")[1].startswith(".pb-preview{")


def test_a_chapter_says_which_paragraph_was_edited(preview: Preview) -> None:
    assert "data-paragraph" not in preview.get("/chapters/1-one/")[1]
    preview.save("chapters/1-one.md", "the sea", "the wide sea")
    page = preview.get("/chapters/1-one/")[1]
    edited = page.partition('data-paragraph="')[2].partition('"')[0]
    assert "the wide sea" in page.partition(f'id="{edited}"')[2].partition("</p>")[0].replace("\n", " ")
    assert "data-paragraph" not in preview.get("/chapters/2-two/")[1]
    assert "sessionStorage" in preview.get("/assets/policybrief-preview.js")[1]


def test_all_pages_are_made_where_a_plugin_works_on_finished_ones(
    preview: Preview, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"):
        preview.save("mkdocs.yml", "  - policybrief\n", "  - search\n  - policybrief\n")
    assert preview.made() == MANIFEST
    assert "the plugin 'material/search' works on finished pages: every page is made after each save" in caplog.text


def test_nothing_is_said_of_pages_that_wait(preview: Preview, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"):
        preview.save("chapters/1-one.md", "once", "once more")
    assert "Page skipped" not in caplog.text


def test_an_address_with_nothing_there_is_no_problem_of_the_brief(preview: Preview) -> None:
    assert preview.get(f"/{'long' * 100}/")[0].startswith("404")
    assert preview.get("/\0/")[0].startswith("404")
    logging.getLogger("mkdocs.livereload").warning('"GET /favicon.ico HTTP/1.1" code 404')
    assert "pb-preview" not in preview.get("/chapters/2-two/")[1]


def test_a_preview_leaves_the_log_as_it_was(preview: Preview) -> None:
    preview.plugins.on_shutdown()
    names = [type(handler).__name__ for handler in logging.getLogger("mkdocs").handlers]
    assert "PreviewNotes" not in names
