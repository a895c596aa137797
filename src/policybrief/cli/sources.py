"""`policybrief sources`: what is kept of the sources of a brief, and what is missing about them."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from ..build import prepare
from ..chapters.citing import unprinted
from ..checks.read_brief import ReadBrief, read_brief
from ..checks.source_report import ReportedSource, SourceFault, SourceRemark, addresses_of, reported_sources
from ..hosts.mkdocs.open_site import OpenSite, open_site
from ..importing.extraction.errors import ExtractionFailedError
from ..importing.extraction.files import read_source_file
from ..model.brief import Project, Reference
from ..model.problems import did_you_mean, printable
from ..model.source_copies import LARGEST_COPY
from ..publishing.errors import PublishingError, reason_of
from ..publishing.source_copies import keep_copy
from ..reading.source_copies import every_copy
from .report import to_json
from .web_addresses import ask_all

_IN = click.option(
    "--in",
    "directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder of the brief.",
)
_KINDS = tuple(fault.value for fault in SourceFault)


@click.group(short_help="Keep copies of sources, and report what sources lack.")
def sources() -> None:
    """Keep copies of what you have read, and report what sources lack."""


@sources.command(short_help="Keep copies of a source.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--for", "key", metavar="KEY", help="The id of their source; by default the name of each file.")
@click.option("--seen", metavar="DATE", help="The day on which you read them, such as 2026-03-01; by default today.")
@_IN
def keep(files: tuple[Path, ...], key: str | None, seen: str | None, directory: Path) -> None:
    """Keep copies of FILES: web pages (.html, .mhtml), web archives (.warc), PDFs or texts.

    The copies, with their text, hash and date, go into the folder 'sources' of the brief, which is never published.
    'policybrief check' then searches them for the passages of evidence.yml.
    """
    opened = open_site(directory)
    project = opened.project
    keys = {file: _key(file, key, project) for file in files}
    day = _day(seen)
    published = {opened.site.folder, *(chapter.path.partition("/")[0] for chapter in project.chapters)}
    if any(f"{project.copies_folder}/".startswith(f"{folder}/") for folder in published):
        raise click.UsageError(
            f"the folder '{project.copies_folder}' would be published; name another with the option 'sources'"
        )
    references = {reference.id: reference for reference in project.references}
    failed = False
    for file, source in keys.items():
        try:
            click.echo(printable(_kept(file, references[source], project, directory, day)))
        except (ExtractionFailedError, PublishingError) as error:
            click.echo(printable(f"{file}: {error}"), err=True)
            failed = True
    sys.exit(1 if failed else 0)


@sources.command(short_help="Report what sources lack, and which are weak.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The format of the report.")
@click.option("--only", multiple=True, type=click.Choice(_KINDS), help="Report only this; can be repeated.")
@click.option("--online", is_flag=True, help="Also check that every address still leads to a page.")
def report(directory: Path, form: str, only: tuple[str, ...], online: bool) -> None:
    """Report what each source of the brief in DIRECTORY lacks, and which sources are weak.

    dead, no-answer: the address no longer exists or does not answer; only with --online. changed-copy: a kept file is
    missing or was changed. weak-alone: claims rest only on this and other weak or party sources. list-address: the
    address is a tag, a category, a search or a front page, whose content changes. title-ours: the title is a
    description in square brackets. only-in-copy: it was read in a copy. no-copy: neither a kept nor an archived copy.
    no-access-date: the day of access is missing.

    Exit code 0: nothing is reported. 1: something is.
    """
    opened = open_site(directory)
    project = opened.project
    answers: Mapping[str, SourceRemark] = {}
    if online:
        answers = ask_all((url for each in project.references for url in addresses_of(each)), _progress())
    copies, _ = every_copy(directory, project.copies_folder)
    found = _wanted(reported_sources(_read(opened), copies, answers), only)
    strangers = sorted({copy.source for copy in copies} - {reference.id for reference in project.references})
    if form == "json":
        click.echo(to_json([_record(each) for each in found]))
    else:
        for line in _lines(found, len(project.references), tuple(strangers)):
            click.echo(printable(line))
    sys.exit(1 if found else 0)


def _key(file: Path, key: str | None, project: Project) -> str:
    """Return the id of the source of a file, or stop."""
    known = [reference.id for reference in project.references]
    name = file.name.partition(".")[0] if file.stem not in known else file.stem
    wanted = name if key is None else key
    if wanted in known:
        return wanted
    if key is None:
        hint = did_you_mean(wanted, known, "name its source with --for KEY")
        raise click.UsageError(f"'{file.name}' is not named after a source; {hint}")
    raise click.UsageError(f"no source '{wanted}'; {did_you_mean(wanted, known, 'references.yml lists all')}")


def _day(seen: str | None) -> str:
    if seen is None:
        return datetime.now(tz=UTC).date().isoformat()
    try:
        return date.fromisoformat(seen).isoformat()
    except ValueError as error:
        raise click.UsageError(f"'{seen}' is not a date; write it as 2026-03-01") from error


def _kept(file: Path, reference: Reference, project: Project, directory: Path, day: str) -> str:
    """Keep a file, and return the line to print about it. Raises ExtractionFailedError, PublishingError."""
    content = _content(file)
    read = read_source_file(content, file.name, frozenset(addresses_of(reference)))
    kept = keep_copy(
        directory, project.copies_folder, reference.id, content,
        ending=read.ending, text=read.text, date=day, address=read.address,
    )  # fmt: skip
    if not kept.new:
        return f"{reference.id}: kept before as {kept.path}"
    words = f"{len(read.text.split()):,} words" if read.text else "no readable text"
    lines = [f"{reference.id}: {kept.path}, {words}"]
    if reference.url and not reference.fields.get("accessed"):
        lines.append(f"    it has no access date: add 'accessed: {day}' in {reference.place.path}")
    return "\n".join(lines)


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise ExtractionFailedError("it is not a file")
    try:
        if (size := file.stat().st_size) > LARGEST_COPY:
            raise ExtractionFailedError(f"it has {size:,} bytes; the limit is {LARGEST_COPY:,}")
        return file.read_bytes()
    except OSError as error:
        raise ExtractionFailedError(f"cannot read it: {reason_of(error)}") from error


def _read(opened: OpenSite) -> ReadBrief:
    return read_brief(prepare(opened.project, opened.site, unprinted).publication())


def _wanted(found: tuple[ReportedSource, ...], only: tuple[str, ...]) -> tuple[ReportedSource, ...]:
    if not only:
        return found
    narrowed = (
        ReportedSource(each.reference, tuple(remark for remark in each.remarks if remark.fault.value in only))
        for each in found
    )
    return tuple(each for each in narrowed if each.remarks)


def _lines(found: tuple[ReportedSource, ...], total: int, strangers: tuple[str, ...]) -> Iterator[str]:
    for each in found:
        bare = ", ".join(remark.fault.value for remark in each.remarks if not remark.said)
        yield f"{each.reference.place}: {each.reference.id}{f': {bare}' if bare else ''}"
        yield from (f"    {remark.fault.value}: {remark.said}" for remark in each.remarks if remark.said)
    if strangers:
        yield f"there are copies of unknown sources: {', '.join(strangers)}"
    counted = Counter(fault for each in found for fault in {remark.fault for remark in each.remarks})
    said = ", ".join(f"{counted[fault]} {fault.value}" for fault in SourceFault if counted[fault])
    yield f"{total} source{'' if total == 1 else 's'}: {said or 'nothing is missing'}"


def _record(each: ReportedSource) -> dict[str, object]:
    place = each.reference.place
    return {
        "source": each.reference.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "remarks": [{"kind": remark.fault.value, "message": remark.said or None} for remark in each.remarks],
    }


def _progress() -> Callable[[int, int], None]:
    shown = [0.0]

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and (done == of or time.monotonic() - shown[0] > 0.2):
            shown[0] = time.monotonic()
            click.echo("\r\033[K" if done == of else f"\r{done} of {of} addresses", nl=False, err=True)

    return tell
