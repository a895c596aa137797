"""While a site is built, Python looks seldom for values that nothing refers to; before and after, as it did."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from policybrief.hosts.mkdocs.collecting import SELDOM

USUAL = (700, 10, 10)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "docs").mkdir()
    settings = "site_name: A brief\nsite_url: https://a.org/\ntheme: material\nplugins: [policybrief]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (tmp_path / "glossary.yml").write_text("baku: {name: Baku, kind: place}\n", "utf-8")
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\nBaku is named.\n", "utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"))


def test_a_build_begins_with_it_and_ends_without(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    assert gc.get_threshold() == SELDOM
    config.plugins.on_shutdown()
    assert gc.get_threshold() == USUAL


def test_a_preview_is_left_alone_and_so_is_who_collects_nothing(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="serve", dirty=False)
    assert gc.get_threshold() == USUAL
    gc.set_threshold(0)
    config.plugins.on_startup(command="build", dirty=False)
    assert gc.get_threshold()[0] == 0
    config.plugins.on_shutdown()
    assert gc.get_threshold()[0] == 0


@pytest.mark.slow
def test_a_build_that_ends_or_fails_leaves_all_as_it_was(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert gc.get_threshold() == USUAL
    config.plugins.on_startup(command="build", dirty=False)
    Path(config.config_file_path or "").with_name("glossary.yml").write_text("baku: [", "utf-8")
    with pytest.raises(SystemExit):
        build(config)
    assert gc.get_threshold() == USUAL
