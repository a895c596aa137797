"""Faults planted one by one into a small whole brief: each is found once, at its line, and nothing else is."""

import shutil
from pathlib import Path

import pytest
import yaml

from policybrief.annotation.citing import unprinted
from policybrief.build import build
from policybrief.hosts.mkdocs_site import open_site
from policybrief.model.problems import Code, Problem

BOOK = Path(__file__).parent / "books" / "planted"
FAULTS: list[dict[str, str]] = yaml.safe_load((BOOK / "faults.yml").read_text("utf-8"))


def problems_of(root: Path) -> tuple[Problem, ...]:
    opened = open_site(root)
    return (*opened.problems, *build(opened.project, opened.site, unprinted).problems)


def test_the_brief_itself_has_no_fault() -> None:
    assert [str(problem) for problem in problems_of(BOOK / "brief")] == []


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
    elsewhere = {Code.ANCHOR_REVIEW, Code.NO_PERMANENT_ID}
    soft = {code.public for code in Code if code.severity.value != "error" and code not in elsewhere}
    assert soft <= {fault["rule"] for fault in FAULTS}
