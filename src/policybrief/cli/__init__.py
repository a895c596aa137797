"""The command line: words in, exit codes out. 0 clean, 1 problems, 2 wrong usage."""

import sys
from pathlib import Path

import click

from .. import __version__
from ..hosts.mkdocs_site import open_site
from ..model.problems import Severity
from .anchors import anchors
from .references import references
from .report import as_json, as_text


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


main.add_command(anchors)
main.add_command(references)
