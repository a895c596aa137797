"""The same input gives the same bytes: two builds of a brief that has a little of everything."""

import gzip
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from test_hosts import FILES

pytestmark = pytest.mark.slow

BRIEF = {
    **FILES,
    "glossary.yml": FILES["glossary.yml"]
    + "cis: {name: СНГ, kind: organisation, aliases: [Əliyevlər], definition: Союз.}\n",
    "chapters/3-three.md": (
        "---\ntitle: Üçüncü\ndate: 2026-10-01\n---\n\n"
        "The СНГ, in 2014 [@treaty; @b].\n\n| a | b |\n|---|---|\n| СНГ | 1 |\n"
    ),
    "docs/картинка.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
    "references.yml": FILES["references.yml"]
    + "  - {id: b, type: book, title: Kitab, author: [{family: Əliyev, given: H.}], issued: '2013', language: az}\n",
}
HERE = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Baku", "HOME": "/nowhere"}
THERE = {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles", "LANG": "en_GB.UTF-8"}


def built(root: Path, files: dict[str, str], settings: dict[str, str], umask: int) -> dict[str, str]:
    """Write a brief into a new folder, build it, and return the hash of each file of the site."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    environment = {"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1", **settings}
    for name in ("PYTHONPATH", "SYSTEMROOT"):
        if name in os.environ:
            environment[name] = os.environ[name]
    outcome = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "-q"],
        cwd=root, env=environment, umask=umask, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    site = root / "site"
    files_of_site = sorted(file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files_of_site}


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """In other folders, with other hash seeds, locales, time zones and umasks, with nothing kept from before."""
    one = built(tmp_path / "one", BRIEF, HERE, 0o022)
    # Written in another order, so that the folder lists its files in another order too.
    two = built(tmp_path / "a longer way" / "to the other", dict(reversed(BRIEF.items())), THERE, 0o077)
    assert {path for path in one if one[path] != two.get(path)} == set()
    assert one.keys() == two.keys()
    for name in ("sitemap.xml.gz", "assets/fonts/serif.woff2", "data/brief.json", "chapters/3-three/index.html"):
        assert name in one
    # A second build, with what the first one kept.
    shutil.rmtree(tmp_path / "one" / "site")
    assert built(tmp_path / "one", {}, THERE, 0o022) == one
    site = tmp_path / "one" / "site"
    sitemap = gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode()
    assert sitemap.count("<lastmod>2026-10-01</lastmod>") == 1
    assert sitemap.count("<lastmod>2026-11-22</lastmod>") == sitemap.count("<loc>") - 1
    outcome = subprocess.run(["sha256sum", "--check", "--quiet", "manifest.sha256"], cwd=site, check=False)
    assert outcome.returncode == 0
    named = {line.split("  ", 1)[1] for line in (site / "manifest.sha256").read_text("utf-8").splitlines()}
    assert named == one.keys() - {"manifest.sha256"}


def test_the_time_may_be_given(tmp_path: Path) -> None:
    """`SOURCE_DATE_EPOCH` goes before the dates of the brief."""
    settings = {**HERE, "SOURCE_DATE_EPOCH": "1700000000"}
    built(tmp_path, {**FILES, "chapters/1-one.md": BRIEF["chapters/3-three.md"].replace("; @b", "")}, settings, 0o022)
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<lastmod>2023-11-14</lastmod>") == sitemap.count("<loc>") > 0


def test_a_brief_without_a_date_has_none_in_its_sitemap(tmp_path: Path) -> None:
    settings = FILES["mkdocs.yml"].replace("date: 2026-11-22, ", "")
    built(tmp_path, {**FILES, "mkdocs.yml": settings}, HERE, 0o022)
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert "<loc>" in sitemap
    assert "lastmod" not in sitemap
