"""Faults planted one by one into a small whole brief: each is found once, at its line, and nothing else is."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.problems import Code, Problem

pytestmark = pytest.mark.slow

BOOK = Path(__file__).parent / "books" / "planted"
FAULTS: list[dict[str, str]] = yaml.safe_load((BOOK / "faults.yml").read_text("utf-8"))


def problems_of(root: Path) -> tuple[Problem, ...]:
    opened = open_site(root)
    return (*opened.problems, *build(opened.project, opened.site, unprinted).problems)


def test_the_brief_itself_has_no_fault(tmp_path: Path) -> None:
    shutil.copytree(BOOK / "brief", tmp_path, dirs_exist_ok=True)
    assert [str(problem) for problem in problems_of(tmp_path)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['rule']}: {fault['at']}")
def test_a_planted_fault_is_found_once_at_its_line(fault: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(BOOK / "brief", tmp_path, dirs_exist_ok=True)
    file = tmp_path / fault["in"]
    text = file.read_text("utf-8")
    if "instead_of" in fault:
        assert text.count(fault["instead_of"]) == 1
        text = text.replace(fault["instead_of"], fault["write"])
    else:
        text += ("" if file.suffix == ".yml" else "\n") + fault["write"] + "\n"
    file.write_text(text, "utf-8")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if fault["at"] in line]
    found = [(p.code.public, p.place.path, p.place.line) for p in problems_of(tmp_path)]
    assert found == [(fault["rule"], fault["in"], lines[0])]


def test_every_rule_for_what_a_brief_says_is_among_them() -> None:
    elsewhere = {Code.ANCHOR_REVIEW, Code.NO_EFFECT, Code.STALE_LEDGER, Code.BLOCKED_ASSET, Code.TEMPLATE_MARKUP}
    elsewhere |= {Code.LEFT_OUT, Code.READ_AS, Code.UNREAD_FILE, Code.LOST_WORDS, Code.PLACEHOLDER}
    elsewhere |= {Code.MISSING_PASSAGE, Code.NO_PDF, Code.NOT_PRINTED, Code.NOTE_ASTRAY}
    elsewhere |= {
        Code.MIXED_ALPHABET,
        Code.STRAY_CHARACTER,
        Code.LIKELY_FORM,
        Code.MISSING_DICTIONARY,
        Code.UNTRANSLATED,
        Code.UNUSED_TRANSLATION,
        Code.LETTER_WITHOUT_FONT,
        Code.NOT_IN_COPY,
        Code.CHANGED_COPY,
    }
    soft = {code.public for code in Code if code.severity.value != "error" and code not in elsewhere}
    assert soft <= {fault["rule"] for fault in FAULTS}


class Ids(HTMLParser):
    """Counts the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.count.update(value for name, value in attrs if name == "id" and value)


def mkdocs_build(root: Path) -> str:
    program = Path(sys.executable).with_name("mkdocs")
    return subprocess.run([program, "build"], cwd=root, capture_output=True, text=True, check=False, timeout=300).stderr


@pytest.mark.slow
def test_no_id_stands_twice_in_a_finished_page(tmp_path: Path) -> None:
    shutil.copytree(BOOK / "brief", tmp_path, dirs_exist_ok=True)
    mkdocs_build(tmp_path)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    twice = {}
    for page in pages:
        ids = Ids()
        ids.feed(page.read_text("utf-8"))
        twice[page.relative_to(tmp_path).as_posix()] = [name for name, count in ids.count.items() if count > 1]
    assert {page: ids for page, ids in twice.items() if ids} == {}


@pytest.mark.slow
def test_a_build_reports_what_the_check_does(tmp_path: Path) -> None:
    shutil.copytree(BOOK / "brief", tmp_path, dirs_exist_ok=True)
    for fault in FAULTS:
        file = tmp_path / fault["in"]
        if "instead_of" not in fault and file.suffix == ".md":
            file.write_text(file.read_text("utf-8") + f"\n{fault['write']}\n", "utf-8")
    checked = {f"{p.place}: {p.severity.value}[{p.code.public}]" for p in problems_of(tmp_path)}
    built = set(re.findall(r"\S+:\d+:\d+: (?:error|warning|note)\[[a-z-]+\]", mkdocs_build(tmp_path)))
    assert len(built) > 30
    assert built == checked
