"""The manual is a site of its own: it builds strictly, and no page of it is in the site of the brief."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[1]
PAGES = sorted(path.relative_to(ROOT / "manual" / "docs") for path in (ROOT / "manual" / "docs").rglob("*.md"))


def test_the_manual_builds_strictly_with_every_page(tmp_path: Path) -> None:
    """A broken link, a broken anchor or a page that the navigation lacks would stop the build."""
    build(load_config(str(ROOT / "manual" / "mkdocs.yml"), strict=True, site_dir=str(tmp_path / "manual")))
    for page in PAGES:
        folder = page.parent if page.name == "index.md" else page.with_suffix("")
        assert (tmp_path / "manual" / folder / "index.html").is_file(), page


def test_the_brief_holds_no_page_of_the_manual() -> None:
    assert len(PAGES) > 20
    own = {path.name for path in (ROOT / "docs").rglob("*.md")}
    assert own.isdisjoint(page.name for page in PAGES if page.name != "index.md")
