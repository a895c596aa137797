"""How problems are printed."""

import json
from collections import Counter

from ..model.problems import Problem, Severity, listed


def as_text(problems: tuple[Problem, ...]) -> str:
    """Return the report for people: errors, warnings and notes with their places, then the number for each rule.

    For a rule that is broken hundreds of times, only the first places are listed.
    """
    if not problems:
        return "no problems"
    groups = [[problem for problem in problems if problem.severity is severity] for severity in Severity]
    parts = ["\n".join(map(str, (*shown, *rests))) for shown, rests in map(listed, groups) if shown]
    return "\n\n".join([*parts, "\n".join(_count(group) for group in groups if group)])


def _count(group: list[Problem]) -> str:
    """Return the number of problems of one severity, in all and for each rule, the most frequent first."""
    word = f"{group[0].severity.value}{'' if len(group) == 1 else 's'}"
    rules = Counter(problem.code.public for problem in group)
    return f"{len(group)} {word}: " + ", ".join(f"{count} {rule}" for rule, count in rules.most_common())


def as_json(problems: tuple[Problem, ...]) -> str:
    """Return the report for programs: a list with one object per problem."""
    return to_json(
        [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": problem.severity.value,
                "code": problem.code.public,
                "message": problem.message,
                "hint": problem.hint or None,
            }
            for problem in problems
        ]
    )


def to_json(value: object) -> str:
    """Return a value as JSON that is safe for a terminal: invisible characters are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "".join(sign if sign == "\n" or sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)
