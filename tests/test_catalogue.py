"""Every page and file of a site is declared once, and the built site holds them all, each page with its head."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from policybrief.assembling.own_files import clashing_addresses
from policybrief.build import prepare
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.building import BuildFailedError, build_site
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.addresses import Addresses
from policybrief.model.catalogue import Catalogue
from policybrief.pages import scripts, stylesheet
from policybrief.pages.bundles import icon
from policybrief.publishing.fonts import SHEET_PATH
from policybrief.wording.words import ENGLISH
from test_hosts import FILES

pytestmark = pytest.mark.slow

BRIEF = {
    **FILES,
    "mkdocs.yml": FILES["mkdocs.yml"].replace("date: 2026", "licence: CC BY 4.0, date: 2026"),
    "docs/imprint.md": "# Imprint\n\nWho answers for it.\n",
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small brief that has been built."""
    root = tmp_path_factory.mktemp("brief")
    for path, text in BRIEF.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    assert build_site(root, strict=True) == ()
    return root


def catalogue_of(root: Path) -> Catalogue:
    opened = open_site(root)
    return prepare(opened.project, opened.site, unprinted).declared.catalogue


def test_every_page_of_the_catalogue_is_there_with_its_head(brief: Path) -> None:
    pages = [page.path for page in catalogue_of(brief).pages]
    assert {"all/index.md", "figures/index.md", "cite/index.md", "glossary/eaeu.md", "chapters/1-one.md"} <= set(pages)
    for path in (*pages, "imprint.md", "guide/start.md"):
        address = Addresses().of(path).removeprefix("./")
        head = html.fromstring((brief / "site" / Addresses().file(path)).read_bytes()).find("head")
        assert head.xpath("meta[@property='og:title']/@content"), path
        assert head.xpath("meta[@property='og:url']/@content") == [f"https://brief.example/one/{address}"]
        assert head.xpath("link[@rel='license']/@href") == [LICENCE], path
        assert len(head.xpath("link[@rel='canonical']/@href")) == 1, path
        assert len(head.xpath("script[@type='application/ld+json']")) == 1, path


OF_THE_HOST = frozenset(
    ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "_headers", "manifest.sha256", "data/anchors.lock")
)
ELSEWHERE = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "assets/fonts/")
"""The folders of the theme's own files and of the fonts."""
OF_THE_AUTHOR = frozenset(("imprint/index.html", "guide/start/index.html"))


def test_every_file_is_declared_or_comes_from_elsewhere(brief: Path) -> None:
    catalogue, site = catalogue_of(brief), brief / "site"
    pages = {Addresses().file(page.path) for page in catalogue.pages}
    assets = {asset.path for asset in (stylesheet(), icon(), *scripts(ENGLISH))} | {SHEET_PATH}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    other = files - pages - assets - OF_THE_HOST - OF_THE_AUTHOR
    undeclared = {file for file in other if not (file.startswith(ELSEWHERE) or catalogue.declares(file))}
    assert undeclared == set()
    declared = [file for file in catalogue.files() if not (file.path.endswith("/") or file.beside_pages)]
    assert {file.path for file in declared} - files == set()
    assert any(file.startswith("p/") for file in files)
    assert "data/schema/brief.json" in files


def test_no_file_of_the_authors_has_the_address_of_a_file_that_is_written(brief: Path) -> None:
    opened, catalogue, site = open_site(brief), catalogue_of(brief), brief / "site"
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    # The author may put a file in place of one of the theme's, and rules for the server in place of ours.
    theme = {file for file in files if file.startswith(ELSEWHERE[:3])}
    written = files - theme - OF_THE_AUTHOR - {"_headers", "robots.txt"}
    assert "assets/fonts/serif.woff2" in written
    for path in written:
        own = replace(opened.site.own_files(), pages=frozenset(), files=frozenset((path,)))
        assert list(clashing_addresses(opened.project, catalogue, Addresses(), own)), path
    own = replace(opened.site.own_files(), files=frozenset(("data/own.csv", "assets/fonts/own.woff2", "p.css")))
    assert list(clashing_addresses(opened.project, catalogue, Addresses(), own)) == []


def test_what_is_not_listed_is_kept_from_search_engines(brief: Path) -> None:
    for page in catalogue_of(brief).pages:
        text = (brief / "site" / Addresses().file(page.path)).read_text("utf-8")
        assert ('<meta name="robots" content="noindex, follow">' in text) == (
            page.path in ("all/index.md", "search/index.md")
        )


def rebuilt(brief: Path, root: Path, files: dict[str, str], *, strict: bool) -> str:
    """Return what the host says when it builds a copy of the brief with these files, or how it fails."""
    shutil.copytree(brief, root, ignore=shutil.ignore_patterns("site"))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    try:
        build_site(root, strict=strict)
    except BuildFailedError as error:
        return str(error)
    return ""


OWN_TEMPLATE = BRIEF["mkdocs.yml"].replace("theme: {name: material}", "theme: {name: material, custom_dir: own}")


def test_a_template_that_hides_ours_is_told_of(brief: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = {"mkdocs.yml": OWN_TEMPLATE, "own/main.html": '{% extends "base.html" %}\n'}
    assert rebuilt(brief, tmp_path / "lax", files, strict=False) == ""
    said = capfd.readouterr().err
    assert re.search(r"warning\[settings\]: '\S+' and \d+ more pages lack the metadata in <head>", said)
    assert rebuilt(brief, tmp_path / "strict", files, strict=True) == "Aborted with a BuildError!"
    assert "found 1 warning" in capfd.readouterr().err
    assert not (tmp_path / "strict" / "site").exists()
    head = '{% extends "base.html" %}{% block extrahead %}{% include "policybrief/head.html" %}{% endblock %}\n'
    assert rebuilt(brief, tmp_path / "ours", {**files, "own/main.html": head}, strict=True) == ""


REMOVED = """\
from mkdocs.plugins import event_priority

@event_priority(-200)
def on_files(files, config):
    files.remove(files.get_file_from_path("figures/index.md"))
"""


def test_a_page_that_is_taken_out_is_missed(brief: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = {"mkdocs.yml": BRIEF["mkdocs.yml"] + "hooks: [hook.py]\n", "hook.py": REMOVED}
    assert rebuilt(brief, tmp_path / "copy", files, strict=False) == "Aborted with a BuildError!"
    said = capfd.readouterr().err
    assert "error[displaced-page]: the hook 'hook.py' has removed the page 'Figures' (figures/index.md)" in said
    assert not (tmp_path / "copy" / "site").exists()
