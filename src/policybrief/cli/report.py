"""How problems are printed."""

import json

from ..model.problems import Problem, Severity, counted


def as_text(problems: tuple[Problem, ...]) -> str:
    """Return the report for people: each problem at its place, then how many there are."""
    if not problems:
        return "no problems"
    counts = ((counted(problems, severity), severity.value) for severity in Severity)
    summary = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
    return "\n".join([*map(str, problems), summary])


def as_json(problems: tuple[Problem, ...]) -> str:
    """Return the report for programs: a list with one object a problem."""
    return json.dumps(
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
        ],
        ensure_ascii=False,
        indent=1,
    )
