"""Turning the files of reference managers into the sources of a brief."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..model.fold import fold, in_plain_latin
from ..model.problems import Place, Problem, Severity, sorted_problems
from ..reading.faults import MOST_FAULTS
from ..reading.references import read_references
from .bibtex.reader import read_bibtex
from .csl import read_csl_json, read_csl_yaml
from .languages import UNDETERMINED
from .records import Reading, Record, read_as
from .ris import read_ris
from .settling import Settled, accepted, settled
from .yaml_text import as_yaml

LARGEST_IMPORT = 4_000_000
"""In bytes."""
MOST_IMPORTED = 10_000
"""Sources of one file."""
_MOST_NAMED = 8
"""How many sources a message names."""

Reader = Callable[[str, str], Reading]
"""Reads the text of a file; the second argument is what messages call it."""

ENDINGS: Mapping[str, Reader] = {
    ".bib": read_bibtex,
    ".bibtex": read_bibtex,
    ".biblatex": read_bibtex,
    ".ris": read_ris,
    ".json": read_csl_json,
    ".yaml": read_csl_yaml,
    ".yml": read_csl_yaml,
}
"""The kinds of file that can be imported, by the ending of their names."""
_CONTENTS: tuple[tuple[str, Reader], ...] = (
    (r"\A(?:[^\n]*\n){0,20}?[ \t]*TY {1,2}-[ \t]", read_ris),
    (r"(?:^|\A)[ \t]*@[A-Za-z]+[ \t]*[{(]", read_bibtex),
    (r"\A\s*[\[{]\s*[{\"\]]", read_csl_json),
    (r"\A(?:\s*---[^\n]*\n)?(?:\s*#[^\n]*\n)*\s*(?:references:|- \w+:)", read_csl_yaml),
)
"""The kinds of file by what is in them."""
_OTHERS: Mapping[str, str] = {
    r"\A\s*<\?xml|\A\s*<[A-Za-z]": "XML",
    r"^%0 ": "EndNote's own format",
    r"^PMID- ": "PubMed's own format",
    r"^FN (?:ISI|Clarivate|Thomson)|^PT J$": "the format of Web of Science",
    r"\"itemType\"\s*:": "Zotero's own JSON",
}
"""Formats that are not read, by what is in them."""


class ImportFailedError(Exception):
    """A file could not be imported: what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    yaml: str
    """The text of a references file."""
    problems: tuple[Problem, ...]
    """What was changed, kept elsewhere or left out, each at its place in the file that was read."""
    faults: tuple[Problem, ...] = ()
    """What the check says of the text: nothing, unless it has to be looked at as a whole."""


def import_references(
    file: Path, name: str, *, language: str = "", only: Collection[str] | None = None, called: str = ""
) -> Imported:
    """Return the sources of a file as a references file, to be called `name` in messages.

    `language` is the tag for sources that do not name theirs; without it their titles decide. `only` are the keys of
    the sources to take, None for all. `called` is what messages call the file that is read, its name if nothing else.

    Raises ImportFailedError when the file cannot be read or holds no sources.
    """
    text = _text_of(file)
    reading = _reader_of(file, text)(text, called or file.name)
    wanted = _wanted(reading.records, only)
    if not reading.records:
        raise ImportFailedError(_why_nothing(reading, text))
    if not wanted:
        raise ImportFailedError("none of its sources is cited")
    if len(wanted) > MOST_IMPORTED:
        raise ImportFailedError(f"it holds {len(wanted):,} sources; the limit is {MOST_IMPORTED:,}: export it in parts")
    problems = list(reading.problems)
    places = []
    made = []
    for record, id_ in _with_ids(wanted, problems):
        places.append(record.place)
        made.append(settled(record, id_, language))
    written = as_yaml([one.source for one in made])
    _, faults = read_references(written, name)
    if refused := {fault.place.line for fault in faults if fault.severity is Severity.ERROR}:
        made = list(_accepted(made, places, written, refused))
        written = as_yaml([one.source for one in made])
        _, faults = read_references(written, name)
    problems += (problem for one in made for problem in one.problems)
    problems += _guesses(made, called or file.name)
    return Imported(written, sorted_problems(problems), sorted_problems(faults))


def _accepted(
    made: Sequence[Settled], places: Sequence[Place], written: str, refused: Collection[int]
) -> Iterator[Settled]:
    """Yield the sources, those with a refused line without what is wrong in them.

    Of a file with very many faults only the first are known, so that all sources after them are looked at.
    """
    starts = [number for number, line in enumerate(written.split("\n"), 1) if line.startswith("- id:")]
    ends = [*starts[1:], written.count("\n") + 2]
    last = max(refused) if len(refused) >= MOST_FAULTS else ends[-1]
    for one, place, start, end in zip(made, places, starts, ends, strict=True):
        faulty = end > last or any(line in refused for line in range(start, end))
        yield accepted(one, place) if faulty else one


def can_import(file: Path) -> bool:
    """Tell whether a file is of a kind that can be read, by its name or by what is in it."""
    return file.suffix.lower() in ENDINGS or _by_content(_beginning(file)) is not None


def _beginning(file: Path) -> str:
    try:
        if not file.is_file():
            return ""
        with file.open("rb") as opened:
            return opened.read(100_000).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""


def _text_of(file: Path) -> str:
    try:
        if not file.is_file():  # a pipe or a device would be read for ever
            raise ImportFailedError("it is not a file")
        if (size := file.stat().st_size) > LARGEST_IMPORT:
            raise ImportFailedError(f"it has {size:,} bytes; the limit is {LARGEST_IMPORT:,}: export it in parts")
        data = file.read_bytes()
    except OSError as error:
        raise ImportFailedError(str(error.strerror)) from error
    try:
        return data.decode(_encoding(data)).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportFailedError(
            f"byte {error.start} (line {line}) is not UTF-8 text; export it again with the encoding UTF-8"
        ) from error


def _encoding(data: bytes) -> str:
    """Return UTF-16 for a file that begins like one, else UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    zeros = data[:200:2].count(0), data[1:200:2].count(0)
    if max(zeros) > 25 and min(zeros) == 0:
        return "utf-16-be" if zeros[0] else "utf-16-le"
    return "utf-8-sig"


def _reader_of(file: Path, text: str) -> Reader:
    """Return the reader for a file: what is in it counts before the ending of its name."""
    found = _by_content(text) or ENDINGS.get(file.suffix.lower())
    if found is None:
        raise ImportFailedError(f"it is not a kind of file that can be read: {', '.join(sorted(ENDINGS))}")
    return found


def _by_content(text: str) -> Reader | None:
    return next((read for pattern, read in _CONTENTS if re.search(pattern, text, re.MULTILINE)), None)


def _why_nothing(reading: Reading, text: str) -> str:
    if reading.problems:
        first = reading.problems[0]
        return f"it holds no sources that can be read; line {first.place.line}: {first.message}"
    for pattern, format_ in _OTHERS.items():
        if re.search(pattern, text, re.MULTILINE):
            return f"it is {format_}, which is not read; export it as BibTeX, RIS or CSL-JSON"
    return "it holds no sources"


def _wanted(records: Iterable[Record], only: Collection[str] | None) -> tuple[Record, ...]:
    return tuple(
        record for record in records
        if only is None or record.key in only or safe_id(record.key) in only
    )  # fmt: skip


def _with_ids(records: Iterable[Record], problems: list[Problem]) -> Iterator[tuple[Record, str]]:
    """Yield the records with ids that a text can cite, each of its own."""
    taken: set[str] = set()
    for number, record in enumerate(records, 1):
        made = (safe_id(record.key), _made_id(record))
        wanted = next((id_ for id_ in made if any(map(str.isalpha, id_))), f"source-{number}")
        id_, count = wanted, 2
        while id_ in taken:
            id_, count = f"{wanted}-{count}", count + 1
        taken.add(id_)
        if not record.key:
            problems.append(read_as(record.place, f"a source without a key has the id '{id_}'"))
        elif id_ != record.key:
            problems.append(read_as(record.place, f"source '{record.key}': its id is now '{id_}'"))
        yield replace(record, key=id_), id_


def safe_id(key: str) -> str:
    """Return a key in the letters, digits and other characters that an id may hold.

    `Məmmədova 2018` becomes `Mammadova-2018` and `Иванов2001` becomes `ivanov2001`.
    """
    kept = in_plain_latin(key)
    if any(letter.isalpha() and not letter.isascii() for letter in kept):
        kept = re.sub(r"[^\W_]+", lambda word: word[0] if word[0].isascii() else fold(word[0]), kept)
    return re.sub(r"[^A-Za-z0-9_.:]+", "-", kept).strip("-.:")


def _made_id(record: Record) -> str:
    """Return an id made of the first author, or the title, and the year: `mammadova2018`."""
    people = record.fields.get("author") or record.fields.get("editor")
    first: Mapping[str, str] = people[0] if isinstance(people, tuple) and people else {}
    name = first.get("family") or first.get("literal", "").split(" ")[0]
    if not name and not record.key:
        words = re.findall(r"[^\W\d_]{3,}", str(record.fields.get("title", "")))
        name = words[0] if words else ""
    made = safe_id(name).lower()
    year = re.match(r"\d{4}", str(record.fields.get("issued", "")))
    return made and made + (year[0] if year else "")


def _guesses(made: Iterable[Settled], path: str) -> Iterator[Problem]:
    """Yield a note for each language that sources were given by their titles."""
    guessed: defaultdict[str, list[str]] = defaultdict(list)
    for one in made:
        if one.guessed:
            guessed[one.guessed].append(str(one.source["id"]))
    for tag, ids in sorted(guessed.items()):
        named = ", ".join(f"'{id_}'" for id_ in ids[:_MOST_NAMED])
        more = f" and {len(ids) - _MOST_NAMED:,} more" if len(ids) > _MOST_NAMED else ""
        count = f"{len(ids):,} source{'' if len(ids) == 1 else 's'}"
        if tag == UNDETERMINED:
            seen = f"the language of {count} is not known and is now '{tag}': {named}{more}"
        else:
            seen = f"the language of {count} was guessed as '{tag}' from the title: {named}{more}"
        yield read_as(Place(path), seen, "set it with --language, or change it in the new file")
