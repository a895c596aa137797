"""`policybrief references`: the sources of a brief."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ..importing.references import ENDINGS, Imported, ImportFailedError, import_references
from ..model.problems import MOST_LISTED, listed, printable
from ..publishing.atomic_files import create_file
from ..publishing.errors import reason_of


@click.group(short_help="Bring sources in from a reference manager.")
def references() -> None:
    """Work with the sources of a brief."""


@references.command("import", short_help="Turn BibTeX or RIS into sources.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this new file, not to the screen."
)
def import_file(file: Path, output: Path | None) -> None:
    """Turn FILE, BibTeX (.bib) or RIS (.ris), into sources as references.yml has them.

    What has to be added or was changed is said on standard error.
    """
    if file.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"cannot import '{file.name}': its name must end in {' or '.join(ENDINGS)}")
    if output is not None and os.path.lexists(output):
        raise click.UsageError(f"'{output}' is there already; name a new file, or take it away")
    try:
        imported = import_references(file, str(output) if output else "the output")
    except ImportFailedError as error:
        click.echo(printable(f"{file}: {error}"), err=True)
        sys.exit(1)
    for line in _told(imported):
        click.echo(printable(line), err=True)
    if output is None:
        click.echo(imported.yaml, nl=False)
        return
    try:
        create_file(output, imported.yaml.encode())
    except OSError as error:
        raise click.UsageError(f"cannot write '{output}': {reason_of(error)}") from error


def _told(imported: Imported) -> Iterator[str]:
    """Yield what was changed and what is wrong, of each the first."""
    yield from imported.remarks[:MOST_LISTED]
    if len(imported.remarks) > MOST_LISTED:
        yield f"... and {len(imported.remarks) - MOST_LISTED:,} more was changed or left out"
    for part in listed(imported.problems):
        yield from map(str, part)
