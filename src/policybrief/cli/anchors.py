"""`policybrief anchors`: the permanent ids of paragraphs."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from ..alignment.align import Happening
from ..alignment.fingerprint import BRIEF_OPENING, opening_of
from ..alignment.paragraph_ids import tidied
from ..alignment.settling import pin
from ..hosts.mkdocs.open_ledger import LedgerRow, OpenLedger, join_ledger, open_ledger, settled, unknown
from ..model.ledger import Ledger, Status
from ..model.problems import printable
from ..publishing.errors import PublishingError
from ..publishing.ledger_merging import merge_files
from ..reading.text import shown
from .report import as_text, to_json

_IN = click.option(
    "--in",
    "directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder of the brief.",
)
_DIRECTORY = click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
_ID = click.argument("paragraph_id", callback=lambda _context, _parameter, typed: tidied(typed))
_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")


@click.group(short_help="Manage the permanent ids of paragraphs.")
def anchors() -> None:
    """Manage the permanent ids of paragraphs in anchors.lock."""


@anchors.command(short_help="Update the ledger to match the chapters.")
@_DIRECTORY
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if the ledger is out of date.")
@click.option("--merged", is_flag=True, help="Accept lines that git or a person has merged.")
@click.option("--fresh", is_flag=True, help="Forget all earlier ids, for a new brief that replaces another.")
def update(directory: Path, check: bool, merged: bool, fresh: bool) -> None:
    """Update the ledger of the brief in DIRECTORY to match its chapters.

    Published ids that the ledger has lost, through a revert or a reset, are restored from the history in git and from
    the last published site. If git could not merge the ledger, both sides are joined first; where they differ on an id,
    the version that fits the text wins.
    """
    if check + merged + fresh > 1:
        raise click.UsageError("use only one of --check, --merged and --fresh")
    if not check and not fresh and _joins(directory, merged=merged):
        click.echo("joined both sides of the merge")
    opened = _open(directory, fresh=fresh)
    click.echo(_summary(opened))
    if check:
        doubts = opened.problems()
        if not opened.is_current():
            click.echo("the ledger is out of date: run 'policybrief anchors update' and commit it")
        if doubts:
            click.echo(as_text(doubts))
        sys.exit(0 if opened.is_current() and not doubts else 1)
    _keep(opened, opened.ledger)
    if opened.anchors.problems:
        click.echo(as_text(opened.anchors.problems))
        sys.exit(1)


@anchors.command("merge", short_help="Merge the ledgers of two branches, as git's merge driver.")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
def merge_ledgers(base: Path, ours: Path, theirs: Path) -> None:
    """Join the ledgers OURS and THEIRS, which come from BASE, into the file OURS: the merge driver for git.

    Set it up once in every clone: git config merge.policybrief.driver "policybrief anchors merge %O %A %B". The file
    .gitattributes needs the line: anchors.lock merge=policybrief. After a merge, run 'policybrief anchors update'.
    """
    try:
        merge_files(base, ours, theirs)
    except PublishingError as error:
        raise click.ClickException(str(error)) from error


@anchors.command("list", short_help="List every id ever given.")
@_DIRECTORY
@_FORMAT
@click.option("--review", is_flag=True, help="List only the ids that need a decision.")
def list_ids(directory: Path, form: str, review: bool) -> None:
    """List every id ever given: its status, number, chapter and text."""
    rows = [row for row in open_ledger(directory).rows() if not review or row.status is Status.REVIEW]
    if form == "json":
        click.echo(to_json([_record(row) for row in rows]))
        return
    for row in rows:
        text = opening_of(row.text, BRIEF_OPENING)
        click.echo(printable(f"{row.id}  {row.status.value:<7} {row.number:<6} {row.chapter}  {text}"))


@anchors.command(short_help="Confirm that these are the cited paragraphs.")
@click.argument("ids", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Accept all ids that need a decision.")
@_IN
def accept(ids: tuple[str, ...], every: bool, directory: Path) -> None:
    """Confirm that the paragraphs with these IDS are the ones that were cited."""
    if bool(ids) == every:
        raise click.UsageError("name the ids to accept, or use --all")
    _settle(_open(directory), tuple(map(tidied, ids)), as_they_stand=True)


@anchors.command(short_help="Give these paragraphs new ids.")
@click.argument("ids", nargs=-1, required=True)
@_IN
def drop(ids: tuple[str, ...], directory: Path) -> None:
    """Decide that the paragraphs with these IDS are different ones: each gets a new id, and the old one is gone."""
    _settle(_open(directory), tuple(map(tidied, ids)), as_they_stand=False)


@anchors.command("pin", short_help="Give a retired id to a paragraph.")
@_ID
@click.argument("number")
@_IN
def pin_id(paragraph_id: str, number: str, directory: Path) -> None:
    """Give PARAGRAPH_ID, which is gone, to the paragraph that now has NUMBER, such as 2.14."""
    opened = _open(directory)
    holders = [known for known, shown in opened.numbers().items() if number in (shown, known)]
    if not holders:
        raise click.UsageError(f"there is no paragraph {shown(number)[1:-1]}; 'policybrief anchors list' shows all")
    try:
        ledger = pin(opened.ledger, paragraph_id, holders[0])
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _keep(opened, ledger)
    click.echo(f"{paragraph_id} is paragraph {number}; {holders[0]} leads there too")


@anchors.command()
@_ID
@_IN
@_FORMAT
def resolve(paragraph_id: str, directory: Path, form: str) -> None:
    """Say where PARAGRAPH_ID leads."""
    opened = open_ledger(directory)
    row, found = opened.resolve(paragraph_id)
    if form == "json":
        click.echo(to_json({**_record(row), "to": found.line.id if found.line else None}))
    elif row.status is Status.UNKNOWN:
        click.echo(printable(opened.fault_of(paragraph_id)))
    else:
        where = f" -> {found.line.id} {row.number}, {row.chapter}" if found.line else ""
        since = f" since edition {found.tombstone.edition}" if found.tombstone else ""
        click.echo(printable(f"{row.id} {row.status.value}{since}{where}\n    {row.text}"))
    sys.exit(1 if row.status is Status.UNKNOWN else 0)


def _open(directory: Path, *, fresh: bool = False) -> OpenLedger:
    """Return the ledger, or stop if the chapters cannot be read: their ids would be lost."""
    opened = open_ledger(directory, fresh=fresh)
    if opened.refused():
        click.echo(as_text(opened.refused()), err=True)
        click.echo("nothing was written", err=True)
        sys.exit(1)
    return opened


def _keep(opened: OpenLedger, ledger: Ledger) -> None:
    """Write the ledger, or stop."""
    try:
        opened.keep(ledger)
    except PublishingError as error:
        raise click.ClickException(str(error)) from error


def _joins(directory: Path, *, merged: bool) -> bool:
    """Join the sides of a ledger that git could not merge, or stop; return whether there was anything to join."""
    try:
        return join_ledger(directory, merged=merged)
    except PublishingError as error:
        raise click.ClickException(str(error)) from error


def _settle(opened: OpenLedger, ids: tuple[str, ...], *, as_they_stand: bool) -> None:
    strangers = unknown(opened.ledger, ids)
    if strangers:
        raise click.UsageError("; ".join(map(opened.fault_of, strangers)))
    ledger: Ledger = settled(opened.ledger, ids, as_they_stand=as_they_stand)
    _keep(opened, ledger)
    left = sum(bool(line.review) for line in ledger.lines)
    click.echo(f"{left} left to decide" if left else "nothing left to decide")
    if not as_they_stand:
        click.echo("run 'policybrief anchors update' for the new ids")


def _summary(opened: OpenLedger) -> str:
    fates = opened.anchors.alignment.fates
    counts = [(sum(fate.happening is happening for fate in fates), happening.value) for happening in Happening]
    counts.append((len(opened.anchors.alignment.lost), "gone"))
    counts.append((len(opened.brought_back()), "restored"))
    counts.append((sum(bool(fate.review) for fate in fates), "to decide"))
    return f"{len(fates)} paragraphs: " + ", ".join(f"{count} {word}" for count, word in counts if count)


def _record(row: LedgerRow) -> dict[str, str]:
    return {**asdict(row), "status": row.status.value}
