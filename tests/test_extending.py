"""The example packages of the manual: shown there as they are, and at work in a site."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from added import PACKAGES, install
from policybrief.hosts.mkdocs.building import build_site
from policybrief.hosts.mkdocs.open_site import open_site
from test_hosts import FILES

MANUAL = Path(__file__).parent.parent / "manual" / "docs" / "extending.md"
NAMES = ("word_count", "long_sentences", "most_named")
LONG = " ".join(["word"] * 41)
BRIEF = {
    **FILES,
    "mkdocs.yml": FILES["mkdocs.yml"].replace("placeholder: 'off'", "placeholder: 'off', long-sentence: note"),
    "chapters/3-three.md": f"# Three\n\nShort. A {LONG}.\n\nA {LONG}.\n{{: .allow-long-sentence }}\n",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_manual_shows_the_package(name: str) -> None:
    blocks = re.findall(r"```\w+\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    module = (PACKAGES / name / f"policybrief_{name}.py").read_text("utf-8")
    at = blocks.index(module)
    assert blocks[at + 1] == (PACKAGES / name / "pyproject.toml").read_text("utf-8")


def test_the_manual_names_all_examples() -> None:
    assert {path.name for path in PACKAGES.iterdir()} == set(NAMES)


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small brief where the three packages are installed."""
    target = tmp_path / "installed"
    target.mkdir()
    for name in NAMES:
        install(PACKAGES / name, target)
    monkeypatch.syspath_prepend(target)
    for path, text in BRIEF.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_check_reports_what_an_added_rule_finds(brief: Path) -> None:
    assert [str(problem) for problem in open_site(brief).check() if problem.code.public == "long-sentence"] == [
        "chapters/3-three.md:3:8: note[long-sentence]: a sentence of 42 words\n    split it: the limit is 40 words"
    ]


@pytest.mark.slow
def test_the_site_has_what_they_add(brief: Path) -> None:
    assert build_site(brief, strict=True) == ()
    site = brief / "site"
    assert (site / "data/words.csv").read_text("utf-8") == "chapter,title,words\n1,One,12\n3,Three,85\n2,Two,2\n"
    home = html.fromstring((site / "index.html").read_bytes())
    assert home.xpath("//a[@href='data/words.csv']/text()") == ["Words by chapter"]
    page = html.fromstring((site / "most-named/index.html").read_bytes())
    assert page.xpath("//article//ol/li/a/@href") == ["../glossary/eaeu/", "../glossary/moscow/"]
    assert page.xpath("//head/meta[@property='og:title']/@content") == ["Most named"]
    assert page.xpath("//head/meta[@name='description']/@content") == ["Whom and what A brief names most often."]
    (about,) = map(json.loads, page.xpath("//head/script[@type='application/ld+json']/text()"))
    assert (about["@type"], about["@id"]) == ("WebPage", "https://brief.example/one/most-named/")
    found = home.xpath("//nav[@data-md-level='0']/ul/li/a//text()")
    shown = [" ".join(text.split()) for text in found if text.strip()]
    assert shown == ["A brief", "1. One", "3. Three", "Most named"]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_package_can_be_installed(tmp_path: Path, name: str) -> None:
    """By pip, without a network."""
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--target", str(tmp_path))
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(PACKAGES / name)], check=True)
    (module,) = tmp_path.glob("*.py")
    assert module.read_text("utf-8") == (PACKAGES / name / f"policybrief_{name}.py").read_text("utf-8")
    (metadata,) = tmp_path.glob("*.dist-info")
    assert f"policybrief_{name}:" in (metadata / "entry_points.txt").read_text("utf-8")
