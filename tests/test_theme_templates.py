"""The theme's templates: compiled once, its files listed without those that are hidden."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from policybrief.hosts.mkdocs.kept_bytecode import KeptBytecode
from policybrief.hosts.mkdocs.theme_listing import VisibleFilesLoader, list_visible_files


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def rendered(text: str, bytecode: KeptBytecode, **settings: bool) -> tuple[str, int]:
    """Return what a template says, and how often one was compiled."""
    env = Environment(loader=DictLoader({"page": text}), bytecode_cache=bytecode, **settings)  # type: ignore[arg-type]
    env.filters["loud"] = str.upper
    compiled: list[Any] = []
    compile_template: Any = env.compile

    def counted(*words: Any) -> Any:
        compiled.append(words)
        return compile_template(*words)

    object.__setattr__(env, "compile", counted)
    return env.get_template("page").render(name="Baku"), len(compiled)


def test_a_template_is_compiled_once_for_all_processes() -> None:
    assert rendered("Hello {{ name }}", KeptBytecode()) == ("Hello Baku", 1)
    kept = KeptBytecode()
    assert rendered("Hello {{ name }}", kept) == ("Hello Baku", 0)
    assert rendered("Hello {{ name }}", kept) == ("Hello Baku", 0)


def test_another_text_or_setting_is_compiled_again() -> None:
    text = "{% if name %}\nHello\n{% endif %}"
    assert rendered(text, KeptBytecode()) == ("\nHello\n", 1)
    assert rendered(text, KeptBytecode(), trim_blocks=True) == ("Hello\n", 1)
    assert rendered(text.replace("Hello", "Salam"), KeptBytecode()) == ("\nSalam\n", 1)


def test_a_filter_that_became_another_is_applied_again() -> None:
    assert rendered("{{ 'a' | loud }}", KeptBytecode()) == ("A", 1)
    env = Environment(loader=DictLoader({"page": "{{ 'a' | loud }}"}), bytecode_cache=KeptBytecode())
    env.filters["loud"] = len
    assert env.get_template("page").render() == "1"


@pytest.mark.parametrize("content", [b"", b"j2", b"\x00" * 400])
def test_damaged_code_is_compiled_again(content: bytes, temporary_folder: Path) -> None:
    rendered("Hello {{ name }}", KeptBytecode())
    (file,) = temporary_folder.glob("_jinja2-cache-*/*")
    file.write_bytes(content)
    assert rendered("Hello {{ name }}", KeptBytecode()) == ("Hello Baku", 1)


def test_where_nothing_can_be_kept_templates_are_compiled(temporary_folder: Path) -> None:
    kept = KeptBytecode()
    for folder in temporary_folder.glob("_jinja2-cache-*"):
        folder.rmdir()
        folder.touch()
    assert rendered("Hello {{ name }}", kept) == ("Hello Baku", 1)
    assert rendered("Hello {{ name }}", KeptBytecode()) == ("Hello Baku", 1)


def test_what_is_hidden_is_not_listed_and_can_be_loaded(tmp_path: Path) -> None:
    for name in ("page.html", "assets/a.css", ".icons/b.svg", "partials/.old/c.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    loader = VisibleFilesLoader(str(tmp_path))
    assert loader.list_templates() == ["assets/a.css", "page.html"]
    assert Environment(loader=loader).get_template(".icons/b.svg").render() == ".icons/b.svg"


@pytest.mark.parametrize("name", ["material", "readthedocs"])
def test_the_host_finds_the_same_files_of_a_theme(name: str) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A brief", "theme": {"name": name}})
    config.validate()
    assert isinstance(config.theme, Theme)
    everything, visible = Files([]), Files([])
    everything.add_files_from_theme(config.theme.get_env(), config)
    assert type(config.theme.get_env().loader) is FileSystemLoader
    list_visible_files(config)
    visible.add_files_from_theme(config.theme.get_env(), config)
    assert [file.src_uri for file in visible] == [file.src_uri for file in everything]
    assert len(visible) > 5
