"""`policybrief references`: the sources of a brief."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ..importing.cited import cited_keys
from ..importing.languages import language_tag
from ..importing.references import ENDINGS, Imported, ImportFailedError, can_import, import_references
from ..model.problems import Code, listed, printable
from ..publishing.atomic_files import clear_parts, create_file
from ..publishing.errors import reason_of


@click.group(short_help="Import sources from a reference manager.")
def references() -> None:
    """Import sources from a reference manager."""


@references.command("import", short_help="Convert BibTeX, RIS or CSL to sources.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this new file instead of the terminal.",
)
@click.option(
    "--language", default="", metavar="TAG", help="The language of sources that do not state theirs: en, az, ru."
)
@click.option("--only-cited", is_flag=True, help="Import only the sources that the brief cites.")
@click.option(
    "--brief",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder of the brief, for --only-cited; by default the current folder.",
)
def import_file(file: Path, output: Path | None, language: str, only_cited: bool, brief: Path) -> None:
    """Convert FILE to sources in the format of references.yml.

    FILE is BibTeX or biblatex (.bib), RIS (.ris), CSL-JSON (.json) or CSL-YAML (.yaml). Changes and omissions are
    reported on standard error, with the line in FILE.
    """
    if not can_import(file):
        endings = ", ".join(ENDINGS)
        raise click.UsageError(f"cannot import '{file.name}': neither its name nor its content is one of {endings}")
    if language and not (tag := language_tag(language)):
        raise click.UsageError(f"'{language}' is not a language tag; write one such as en, az, ru or pt-BR")
    if output is not None and os.path.lexists(output):
        clear_parts(output.parent)  # of one that was killed when the file was already in its place
        raise click.UsageError(f"'{output}' already exists; name a new file, or delete the old one")
    try:
        imported = import_references(
            file,
            str(output) if output else "the output",
            language=tag if language else "",
            only=cited_keys(brief) if only_cited else None,
            called=str(file),
        )
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
    """Yield what was left out, all of it; and what was changed, of each kind the first."""
    yield from (str(problem) for problem in imported.problems if problem.code is Code.LEFT_OUT)
    changed = (problem for problem in imported.problems if problem.code is not Code.LEFT_OUT)
    for part in (*listed(changed), *listed(imported.faults)):
        yield from map(str, part)
