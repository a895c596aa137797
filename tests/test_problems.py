"""Every kind of problem is explained in the guide, and has its golden case."""

import re
from pathlib import Path

import pytest

from policybrief.model.problems import Code

HERE = Path(__file__).parent
GUIDE = HERE.parent / "docs" / "guide" / "problems.md"

NOT_OF_A_FILE = {Code.NO_PERMANENT_ID}
"""What no file of a brief can show: another extension makes it (see test_scan)."""


def sections() -> dict[str, str]:
    """Return the text under each heading of the third level."""
    parts = re.split(r"^#{2,3} ", GUIDE.read_text("utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


@pytest.mark.parametrize("code", Code, ids=lambda code: code.public)
def test_code_is_explained(code: Code) -> None:
    section = sections().get(code.public, "")
    assert f"{code.severity.value}[{code.public}]" in section, f"write a section '### {code.public}' with an example"


def test_guide_explains_no_other_codes() -> None:
    named = set(re.findall(r"^### (.*)$", GUIDE.read_text("utf-8"), re.MULTILINE))
    assert named <= {code.public for code in Code}


def test_each_code_has_a_case() -> None:
    cases = "".join(file.read_text("utf-8") for file in (HERE / "cases").rglob("*.yml"))
    shown = {code for code in Code if f"{code.severity.value}[{code.public}]:" in cases}
    assert {code.public for code in set(Code) - shown - NOT_OF_A_FILE} == set()
