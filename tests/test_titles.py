"""Titles that YAML takes for something else are shown as they are written, and leavings are not published."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from policybrief.hosts.mkdocs import plugin
from test_cases import write_brief

TITLES = ("yes", "007", "12:30", "1.10", "1_000", "2015-01-01")


@pytest.mark.slow
def test_titles_are_shown_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin, "font_artifacts", lambda _: ())
    texts = [f"---\ntitle: {title}\n---\n\nText.\n" for title in TITLES]
    own = {f"docs/own-{number}.md": text for number, text in enumerate(texts)}
    chapters = {f"chapters/{number + 1}-c.md": text for number, text in enumerate(texts)}
    write_brief(tmp_path, {**own, **chapters, "docs/own-0.md~": "x", "docs/_draft.md": "# Draft\n"}, {})
    (tmp_path / "chapters/1-one.md").unlink()
    build(load_config(str(tmp_path / "mkdocs.yml")))
    site = tmp_path / "site"
    for number, title in enumerate(TITLES):
        for page in (f"own-{number}", f"chapters/{number + 1}-c"):
            html = (site / page / "index.html").read_text("utf-8")
            assert re.search(rf"<title>(\d\. )?{re.escape(title)} - A brief</title>", html), (page, title)
    assert not (site / "own-0.md~").exists()
    assert not (site / "_draft").exists()
