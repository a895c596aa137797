"""Every page and file of a site is declared once, and the built site holds them all, each page with its head."""

from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from policybrief.hosts.mkdocs.building import build_site
from test_hosts import FILES

pytestmark = pytest.mark.slow

BRIEF = {
    **FILES,
    "mkdocs.yml": FILES["mkdocs.yml"].replace("date: 2026", "licence: CC BY 4.0, date: 2026"),
    "docs/imprint.md": "# Imprint\n\nWho answers for it.\n",
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small brief."""
    root = tmp_path_factory.mktemp("brief")
    for path, text in BRIEF.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    assert build_site(root, strict=True) == ()
    return root / "site"


@pytest.mark.parametrize(
    "page",
    [
        *("", "all", "timeline", "figures", "references", "glossary", "names", "cite"),
        *("chapters/1-one", "chapters/part-two/2-two", "glossary/eaeu", "imprint", "guide/start"),
    ],
)
def test_every_page_has_a_head(site: Path, page: str) -> None:
    head = html.fromstring((site / page / "index.html").read_bytes()).find("head")
    assert head.xpath("meta[@property='og:title']/@content")
    assert head.xpath("meta[@property='og:url']/@content") == [f"https://brief.example/one/{page}{'/' if page else ''}"]
    assert head.xpath("link[@rel='license']/@href") == [LICENCE]
    assert len(head.xpath("link[@rel='canonical']/@href")) == 1
    assert len(head.xpath("script[@type='application/ld+json']")) == 1
