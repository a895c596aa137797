"""`policybrief check`: every problem in a brief, or whether passages are quoted from it correctly."""

import sys
from pathlib import Path
from typing import TextIO

import click

from ..hosts.mkdocs.open_site import problems_in
from ..model.problems import Severity
from .report import as_json, as_text


@click.command(short_help="Report every problem in a brief.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The format of the report.")
@click.option(
    "--quotes",
    type=click.File(encoding="utf-8"),
    help="Check the quotations in this file instead; blank lines separate them.",
)
def check(directory: Path, form: str, quotes: TextIO | None) -> None:
    """Report every problem in the brief in DIRECTORY, without building it."""
    if quotes is not None:
        from .quoting import report_on_quotes  # noqa: PLC0415 - only where it is asked for

        said, verified = report_on_quotes(directory, quotes.read())
        click.echo(said)
        sys.exit(0 if verified else 1)
    problems = problems_in(directory)
    click.echo(as_json(problems) if form == "json" else as_text(problems))
    sys.exit(1 if any(problem.severity is not Severity.NOTE for problem in problems) else 0)
