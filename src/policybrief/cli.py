"""The command line: words in, exit codes out. 0 clean, 1 problems, 2 wrong usage."""

import json
import sys
from pathlib import Path

import click

from . import __version__
from .hosts.mkdocs_site import open_site
from .model.problems import Problem, Severity, counted


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Publish a policy paper as a navigable, citable, searchable site."""


@main.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the report.")
def check(directory: Path, form: str) -> None:
    """Report every problem of the brief in DIRECTORY, without building it."""
    problems = open_site(directory).check()
    click.echo(as_json(problems) if form == "json" else as_text(problems))
    sys.exit(1 if any(problem.severity is not Severity.NOTE for problem in problems) else 0)


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
