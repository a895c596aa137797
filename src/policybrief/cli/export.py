"""`policybrief export`: one form of the brief, made without the site around it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ..build import Prepared, prepare
from ..hosts.mkdocs.building import BuildFailedError, build_site
from ..hosts.mkdocs.open_site import OpenSite, open_site
from ..hosts.mkdocs.settings import printed_cache
from ..importing.pandoc.processor import Pandoc
from ..model.output import Artifact
from ..model.problems import Code, Problem, Severity
from ..outputs.catalogue import OUTPUTS
from ..outputs.files import SITE_ZIP
from ..publishing.atomic_files import replace_file
from ..publishing.errors import reason_of
from .report import as_text

_FORMS = {"pdf": "pdf", "epub": "epub", "md": "text", "text": "text"}
"""The outputs that can be made alone, by the names of their forms."""
_OF_THE_SITE = {"zip": SITE_ZIP.path}
"""The files that hold the whole site, which is built for them."""
FORMS = (*_FORMS, *_OF_THE_SITE)


@click.command(short_help="Export a brief as PDF, EPUB, Markdown or ZIP.")
@click.argument("form", type=click.Choice(FORMS))
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="export",
    help="The folder or file to write.",
)
def export(form: str, directory: Path, out: Path) -> None:
    """Export the brief in DIRECTORY in one format.

    FORM is pdf (the whole brief and each chapter), epub, md or text (each chapter as Markdown, the whole brief as plain
    text), or zip (the whole site, to read offline). Exit code 0: the files are written. 1: the brief has errors, and
    nothing is written.
    """
    write_form(form, directory, out)


def write_form(form: str, directory: Path, out: Path) -> None:
    """Write a form of the brief, one of `FORMS`, into a folder, and print its files. Exits when that fails."""
    opened = open_site(directory)
    prepared = prepare(opened.project, opened.site, Pandoc(printed_cache(directory)))
    refused = tuple(
        problem
        for problem in _problems(opened, prepared)
        if problem.severity is Severity.ERROR or problem.code is Code.STALE_LEDGER
    )
    if refused:
        click.echo(f"{as_text(refused)}\nnothing was written", err=True)
        sys.exit(1)
    if form in _OF_THE_SITE:
        _write((_from_a_site(directory, _OF_THE_SITE[form]),), out)
        return
    output = next(output for output in OUTPUTS if output.name == _FORMS[form])
    results = tuple(output.make(prepared.publication()))
    said = tuple(each for each in results if isinstance(each, Problem))
    made = tuple(each for each in results if isinstance(each, Artifact))
    if said:
        click.echo(as_text(said), err=True)
    if not made:
        sys.exit(1)
    _write(made, out)


def _write(made: Iterable[Artifact], out: Path) -> None:
    for artifact in made:
        path = out / artifact.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, artifact.content)
        except OSError as error:
            raise click.UsageError(f"cannot write '{path}': {reason_of(error)}") from error
        click.echo(f"{path}  {len(artifact.content):,} bytes")


def _from_a_site(directory: Path, path: str) -> Artifact:
    """Build the site in a folder that is thrown away, and return one of its files. Exits when the build fails.

    The ledger must hold all paragraphs, or the build would write it.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        try:
            refused = build_site(directory, site_dir=site)
        except BuildFailedError as error:
            click.echo(f"\n{error}", err=True)
            sys.exit(1)
        if refused:
            click.echo(as_text(refused), err=True)
            sys.exit(1)
        if not (site / path).is_file():
            click.echo(f"'{path}' is not made: the settings of the brief switch it off", err=True)
            sys.exit(1)
        return Artifact(path, (site / path).read_bytes())


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR or problem.code is Code.STALE_LEDGER


def _problems(opened: OpenSite, prepared: Prepared) -> tuple[Problem, ...]:
    """Return what is wrong with the brief; ids that the ledger does not hold yet would be lost, and count as wrong."""
    stale = opened.upkeep.missing(prepared.anchors.alignment.ledger) if opened.upkeep else ()
    return (
        *opened.problems,
        *prepared.problems,
        *stale,
        *(problem for page in prepared.chapters for problem in page.problems),
    )
