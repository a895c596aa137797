"""`policybrief check`: every problem of a brief."""

import sys
from pathlib import Path

import click

from ..hosts.mkdocs.open_site import problems_in
from ..model.problems import Severity
from .report import as_json, as_text


@click.command(short_help="Report every problem of a brief.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the report.")
def check(directory: Path, form: str) -> None:
    """Report every problem of the brief in DIRECTORY, without building it."""
    problems = problems_in(directory)
    click.echo(as_json(problems) if form == "json" else as_text(problems))
    sys.exit(1 if any(problem.severity is not Severity.NOTE for problem in problems) else 0)
