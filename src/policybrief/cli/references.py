"""`policybrief references`: the sources of a brief."""

import sys
from pathlib import Path

import click

from ..hosts.pandoc_import import ENDINGS, ImportFailedError, import_references


@click.group()
def references() -> None:
    """Work with the sources of a brief."""


@references.command("import")
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
    if output is not None and output.exists():
        raise click.UsageError(f"'{output}' is there already; name a new file, or take it away")
    try:
        imported = import_references(file, str(output) if output else "the output")
    except ImportFailedError as error:
        click.echo(f"{file}: {error}", err=True)
        sys.exit(1)
    for line in (*imported.remarks, *imported.problems):
        click.echo(str(line), err=True)
    if output is None:
        click.echo(imported.yaml, nl=False)
    else:
        output.write_text(imported.yaml, encoding="utf-8")
