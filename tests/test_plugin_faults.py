"""Other plugins that cannot work with a brief, that stop, or that put into pages what the site forbids."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection

from plugin_books import FILES, PluginBook
from policybrief.hosts.mkdocs.other_plugins import REFUSED, refused_plugins
from policybrief.model.problems import Code

FAILING = (
    "def on_page_content(html, page, **_):\n    return html + 1 if page.file.src_uri == 'glossary/eaeu.md' else html\n"
)
EARLY = """\
from mkdocs.plugins import event_priority

@event_priority(2_000)
def on_config(config):
    raise ConnectionError("nobody there")
"""
LOADING = """\
def on_page_content(html, **_):
    return html + '<script type="module">import "https://cdn.example/draw.mjs"</script>'

def on_post_page(output, page, **_):
    return output.replace("<h1", "<b onclick=\\"go()\\">x</b><h1") if page.is_homepage else output
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the fonts are made once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def book(tmp_path: Path, cache: Path) -> PluginBook:
    (tmp_path / ".cache").symlink_to(cache)
    made = PluginBook(tmp_path)
    made.write(FILES)
    return made


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("listed", ["{}", "{} #2"])
def test_plugins_that_cannot_work_with_a_brief_are_refused_unless_switched_off(
    name: str, listed: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - search\n  - {name}:\n", "utf-8")
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.plugins = PluginCollection()
    plugin: BasePlugin[MkDocsConfig] = BasePlugin()
    config.plugins[listed.format(name)] = plugin
    (problem,) = refused_plugins(config)
    assert (problem.code, problem.place.line, problem.place.column) == (Code.REFUSED_PLUGIN, 4, 5)
    assert f"the plugin '{listed.format(name)}' " in problem.message
    assert problem.hint
    plugin.config = {"enabled": False}  # type: ignore[assignment]
    assert refused_plugins(config) == ()


@pytest.mark.slow
def test_a_plugin_that_stops_is_named_with_the_page(book: PluginBook) -> None:
    book.list_plugins(hooks=["hook.py"])
    book.write({"hook.py": FAILING})
    said = book.fail()
    assert f"mkdocs.yml:{book.line_of('hook.py')}:3: error[failed-plugin]: the hook 'hook.py' stopped in" in said
    assert "on_page_content at the page 'glossary/eaeu.md' with TypeError" in said
    assert not (book.root / "site").exists()


@pytest.mark.slow
def test_a_plugin_that_stops_before_ours_has_begun_is_named(book: PluginBook) -> None:
    book.list_plugins(hooks=["hook.py"])
    book.write({"hook.py": EARLY})
    said = book.fail()
    assert f"mkdocs.yml:{book.line_of('hook.py')}:3: error[failed-plugin]: the hook 'hook.py' stopped in" in said
    assert "on_config with ConnectionError: nobody there" in said


@pytest.mark.slow
def test_what_browsers_would_load_or_run_in_vain_is_reported(book: PluginBook) -> None:
    address = "https://cdn.example/style.css"
    book.list_plugins(hooks=["hook.py"], extra_css=[address])
    book.write({"hook.py": LOADING})
    assert book.run("mkdocs", "build").code == 0
    said = book.run("mkdocs", "build", "--strict").said
    assert f"mkdocs.yml:{book.line_of(address)}:3: warning[blocked-asset]: '404.html' would load '{address}'" in said
    assert "would load 'https://cdn.example/draw.mjs', which the security policy of the site forbids" in said
    assert "warning[blocked-asset]: 'index.md' has an attribute 'onclick'" in said
