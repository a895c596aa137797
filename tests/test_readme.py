"""The first page that anybody sees: what it shows and names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "manual" / "docs" / "images" / "chapter.png"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_leads_to_a_file(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", (ROOT / name).read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_picture_is_a_png_that_loads_at_once() -> None:
    assert PICTURE.read_bytes().startswith(b"\x89PNG\r\n")
    assert PICTURE.stat().st_size < 300_000
    assert PICTURE.relative_to(ROOT).as_posix() in (ROOT / "README.md").read_text("utf-8")
