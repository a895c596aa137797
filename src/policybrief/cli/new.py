"""`policybrief new`: a new brief with sample content."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ..model.problems import printable
from ..publishing.new_brief import MERGE_DRIVER, NotStartedError, start_brief


@click.command(short_help="Start a new brief.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="A new brief", help="The title of the brief.")
def new(directory: Path, title: str) -> None:
    """Start a brief in DIRECTORY, a new folder: one chapter, one entry, one source, all for you to replace."""
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
