"""Every kind of problem is explained in the manual, and has its golden case."""

import re
from pathlib import Path

import pytest

from policybrief.model.problems import Code
from policybrief.model.rules import RULES

HERE = Path(__file__).parent
MANUAL = HERE.parent / "manual" / "docs" / "problems.md"
RULES_PAGE = HERE.parent / "manual" / "docs" / "checks.md"

NOT_OF_A_FILE = {
    *(Code.CHANGED_CHAPTER, Code.NO_EFFECT, Code.BAD_SNIPPET, Code.BROKEN_ADD_ON, Code.CLASHING_ADD_ON),
    *(Code.LEFT_OUT, Code.READ_AS, Code.STALE_LEDGER, Code.FAILING_MARKUP),
    *(Code.NO_PDF, Code.NOT_PRINTED, Code.NOTE_ASTRAY, Code.MISSING_DICTIONARY, Code.UNTRANSLATED),
    *(Code.REFUSED_PLUGIN, Code.FAILED_PLUGIN, Code.BLOCKED_ASSET, Code.DISPLACED_PAGE),
}
"""What no file of a brief can show: a plugin, an extension or a package makes it, what was published before does, or
the file of another program.

See test_plugins, test_pdf, test_inflection, test_words, test_parse, test_add_ons, test_ledger_upkeep and test_import.
"""


def sections() -> dict[str, str]:
    """Return the text under each heading of the third level."""
    parts = re.split(r"^#{2,3} ", MANUAL.read_text("utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


@pytest.mark.parametrize("code", Code, ids=lambda code: code.public)
def test_code_is_explained(code: Code) -> None:
    section = sections().get(code.public, "")
    assert f"{code.severity.value}[{code.public}]" in section, f"write a section '### {code.public}' with an example"


def test_the_manual_explains_no_other_codes() -> None:
    named = set(re.findall(r"^### (.*)$", MANUAL.read_text("utf-8"), re.MULTILINE))
    assert named <= {code.public for code in Code}


def test_each_rule_stands_in_the_list_of_rules_with_its_severity() -> None:
    line = re.compile(r"^\| \[([a-z-]+)\]\(problems\.md#([a-z-]+)\) \| ([a-z]+) \|", re.MULTILINE)
    listed = line.findall(RULES_PAGE.read_text("utf-8"))
    assert {rule: severity for rule, _, severity in listed} == {
        name: code.severity.value for name, code in RULES.items()
    }
    assert all(rule == section for rule, section, _ in listed)


def test_each_code_has_a_case() -> None:
    cases = "".join(file.read_text("utf-8") for file in (HERE / "cases").rglob("*.yml"))
    shown = {code for code in Code if f"{code.severity.value}[{code.public}]:" in cases}
    assert {code.public for code in set(Code) - shown - NOT_OF_A_FILE} == set()
