"""The command line: words in, exit codes out. 0 clean, 1 problems, 2 wrong usage."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from .. import __version__
from ..hosts.mkdocs.open_site import open_site
from ..model.problems import Severity, printable
from ..publishing.new_brief import MERGE_DRIVER, NotStartedError, start_brief
from .anchors import anchors
from .build import build
from .export import export
from .references import references
from .report import as_json, as_text
from .verify import verify


class _Commands(click.Group):
    """Commands whose complaints quote what was typed, with nothing in it that a terminal obeys."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command."""
        with _told_in_print():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Read the words after the command, and run it."""
        with _told_in_print():
            return super().invoke(ctx)


@contextmanager
def _told_in_print() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        # The attribute is not meant to be set; what has to be raised again may be of any class below this one.
        object.__setattr__(error, "message", printable(error.message))
        raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Publish a policy paper as a navigable, citable, searchable site."""


@main.command(short_help="Report every problem of a brief.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the report.")
def check(directory: Path, form: str) -> None:
    """Report every problem of the brief in DIRECTORY, without building it."""
    problems = open_site(directory).check()
    click.echo(as_json(problems) if form == "json" else as_text(problems))
    sys.exit(1 if any(problem.severity is not Severity.NOTE for problem in problems) else 0)


@main.command(short_help="Start a brief in a new folder.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="A new brief", help="The title of the brief.")
def new(directory: Path, title: str) -> None:
    """Start a brief in DIRECTORY, a new folder: one chapter, one entry, one source, all there to be written over."""
    today = datetime.now(tz=UTC).date().isoformat()
    try:
        paths = start_brief(directory, title, today)
    except NotStartedError as error:
        raise click.UsageError(str(error)) from error
    click.echo("\n".join(printable(str(directory / path)) for path in paths))
    click.echo(
        f"\nNow:  cd {printable(str(directory))}  and  mkdocs serve\nThen: policybrief check  and  policybrief build"
    )
    click.echo(f"\nWith git, once in every clone, so that branches merge their paragraph ids:\n      {MERGE_DRIVER}")


main.add_command(anchors)
main.add_command(build)
main.add_command(export)
main.add_command(references)
main.add_command(verify)
