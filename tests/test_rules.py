"""The author's choice of rules: what a problem weighs in a brief, and what is left out."""

from policybrief.model.problems import Code, Place, Problem, Severity
from policybrief.model.rules import RULES, Checks

HERE = Place("chapters/1.md", 3, 1)
STALE, CLAIM, NAME, LINK = (
    Problem(code, HERE, "it is so")
    for code in (Code.STALE_ENTRY, Code.UNCITED_CLAIM, Code.UNKNOWN_NAME, Code.BROKEN_LINK)
)


def test_a_rule_weighs_what_the_author_says() -> None:
    checks = Checks({Code.STALE_ENTRY: Severity.NOTE, Code.UNCITED_CLAIM: None})
    assert checks.severity_of(Code.STALE_ENTRY) is Severity.NOTE
    assert checks.severity_of(Code.UNCITED_CLAIM) is None
    assert checks.severity_of(Code.UNKNOWN_NAME) is Severity.NOTE
    assert checks.severity_of(Code.BROKEN_LINK) is Severity.ERROR


def test_problems_are_weighed_and_those_of_a_rule_that_is_off_are_left_out() -> None:
    checks = Checks({Code.STALE_ENTRY: Severity.ERROR, Code.UNCITED_CLAIM: None, Code.UNKNOWN_NAME: Severity.NOTE})
    heavy = Problem(Code.STALE_ENTRY, HERE, "it is so", given=Severity.ERROR)
    assert checks.weighed([STALE, CLAIM, NAME, LINK]) == (heavy, NAME, LINK)
    assert Checks().weighed([STALE, CLAIM, NAME, LINK]) == (STALE, CLAIM, NAME, LINK)


def test_errors_are_not_rules() -> None:
    assert RULES["stale-entry"] is Code.STALE_ENTRY
    assert "broken-link" not in RULES
