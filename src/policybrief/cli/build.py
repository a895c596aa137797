"""`policybrief build`: the site, made by MkDocs after its settings are checked."""

import sys
from pathlib import Path

import click

from ..hosts.mkdocs.building import BuildFailedError, build_site
from .export import FORMS, write_form
from .report import as_text


@click.command(short_help="Build the site of a brief.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder to write the site to."
)
@click.option("--update-ledger", is_flag=True, help="Update anchors.lock even with --strict; commit it afterwards.")
@click.option(
    "--only", type=click.Choice(FORMS), help="Make only this format, as 'policybrief export' does, and no site."
)
def build(directory: Path, strict: bool, site_dir: Path | None, update_ledger: bool, only: str | None) -> None:
    """Build the site of the brief in DIRECTORY.

    Does what 'mkdocs build' does, but refuses settings that would make MkDocs crash or hang. Exit code 0: the site is
    built. 1: it is not, and the previous site is unchanged.

    Updates the ledger of paragraph ids, anchors.lock, before the site is published. With --strict, the ledger must be
    up to date already, unless nothing was ever published or you use --update-ledger.
    """
    if only:
        write_form(only, directory, site_dir or Path("export"))
        return
    try:
        refused = build_site(directory, strict=strict, site_dir=site_dir, updates_ledger=update_ledger)
    except BuildFailedError as error:
        click.echo(f"\n{error}", err=True)
        sys.exit(1)
    if refused:
        click.echo(as_text(refused), err=True)
        sys.exit(1)
