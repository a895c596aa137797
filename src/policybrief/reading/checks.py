"""The options of the check: `checks`, `acronyms` and `stale_after`."""

from collections import abc
from functools import partial

from ..model.problems import Code, Problem, ProblemCode, Severity, did_you_mean
from ..model.rules import Checks
from .fields import Fields, Reader, choice, list_of, parsed
from .text import shown
from .values import plain_text
from .yaml import YamlMapping, YamlNode, YamlScalar, kind_of

CHECK_KEYS = ("checks", "acronyms", "stale_after")
_ERRORS = frozenset(code.public for code in Code if code.severity is Severity.ERROR)
_SEVERITIES: dict[str, Severity | str] = {"off": "off", **{severity.value: severity for severity in Severity}}
_LONGEST_STRETCH = 1200
"""In months."""


RulesByName = abc.Mapping[str, ProblemCode]


def read_checks(fields: Fields, rules: RulesByName) -> Checks:
    """Return the rules that the options set, and their severities.

    Problems go to the faults of the fields.
    """
    months = fields.take("stale_after", _months)
    return Checks(
        fields.take("checks", partial(_rules, rules=rules)) or {},
        frozenset(fields.take("acronyms", list_of(plain_text)) or ()),
        Checks().stale_after if months is None else months,
        rules,
    )


def _rules(
    node: YamlNode, problems: list[Problem], rules: RulesByName
) -> abc.Mapping[ProblemCode, Severity | None] | None:
    if not isinstance(node, YamlMapping):
        hint = "write one rule per line, such as 'unknown-name: off'"
        problems.append(Problem(Code.WRONG_TYPE, node.place, f"expected rules, got {kind_of(node)}", hint))
        return None
    found: dict[ProblemCode, Severity | None] = {}
    for key, value in node.pairs:
        rule = _rule(key, problems, rules)
        severity = _severity(value, problems)
        if rule is not None and severity is not None:
            found[rule] = severity if isinstance(severity, Severity) else None
    return found


def _rule(key: YamlScalar, problems: list[Problem], rules: RulesByName) -> ProblemCode | None:
    if key.text in rules:
        return rules[key.text]
    if key.text in _ERRORS:
        seen, hint = f"{shown(key.text)} cannot be switched", "remove it: no site can be built with this problem"
    else:
        seen = f"there is no rule {shown(key.text)}"
        hint = did_you_mean(key.text, rules, "see 'The rules of the check' in the manual")
    problems.append(Problem(Code.UNKNOWN_RULE, key.place, seen, hint))
    return None


def _number_of_months(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5 and 0 < int(text) <= _LONGEST_STRETCH):
        raise ValueError(f"{shown(text)} is not a number of months")
    return int(text)


def rule_name(rules: RulesByName) -> Reader[str]:
    """Return a reader for the name of one of these rules."""
    return choice({name: name for name in rules}, Code.UNKNOWN_RULE, "rule")


_severity = choice(_SEVERITIES, Code.BAD_VALUE, "severity")
_months = parsed(_number_of_months, Code.BAD_VALUE, f"write a whole number from 1 to {_LONGEST_STRETCH}, such as 12")
