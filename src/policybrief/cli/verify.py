"""`policybrief verify`: a copy of a site compared with what was built."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from ..model.problems import printable
from ..publishing.manifest import NAME, Comparison, ManifestError, compare

_PATIENCE = 2
"""Seconds of silence, after which the progress is shown."""
_MOST_LISTED = 50


@click.command(short_help="Compare a copy of the site with what was built.")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def verify(site: Path) -> None:
    """Compare the files of SITE, a copy of a built site, with its manifest of hashes.

    Exit code 0: all files are as built. 1: some are changed, missing or added. 2: the manifest is missing or invalid.
    """
    try:
        found = compare(site, _progress())
    except ManifestError as error:
        raise click.UsageError(printable(str(error))) from error
    finally:
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)
    for line in _report(found):
        click.echo(printable(line))
    sys.exit(0 if found.same else 1)


def _report(found: Comparison) -> Iterator[str]:
    groups = (
        ("changed", found.changed),
        ("only line endings changed", found.line_ends),
        ("missing", found.missing),
        ("not part of the site", found.extra),
        ("spelled with different code points", tuple(f"{name} is {copy!r}" for name, copy in found.renamed)),
    )
    for words, paths in groups:
        yield from (f"{path}: {words}" for path in paths[:_MOST_LISTED])
        if len(paths) > _MOST_LISTED:
            yield f"... and {len(paths) - _MOST_LISTED} more: {words}"
    if found.line_ends or found.manifest_line_ends:
        yield "The line endings were changed in transit: copy in binary mode, or set git's core.autocrlf to false."
    if found.same:
        yield f"{found.files} files, all as built"
    else:
        counts = ((len(paths), words) for words, paths in groups)
        yield f"{found.files} files in {NAME}: " + ", ".join(f"{count} {words}" for count, words in counts if count)


def _progress() -> Callable[[int, int], None]:
    begun = time.monotonic()

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and done % 50 == 0 and time.monotonic() - begun > _PATIENCE:
            click.echo(f"\r{done} of {of} files", nl=False, err=True)

    return tell
