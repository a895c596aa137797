"""`anchors.lock`: the ids of all paragraphs ever published, one a line, as the build writes them and people merge them.

The first line names the format, its version, the edition that the file was last brought up to, how many lines follow,
and the hash of them (see `sealing`); the last line is `end`; lines that begin with `#` say nothing. Ledgers of
version 2, and of version 1, which has neither count nor end, are read as well.

Fields are parted by tabs, an empty one is `-`, and a tab, line break or backslash within one is written `\\t`, `\\n`,
`\\r`, `\\\\`. First the paragraphs that are in the brief, in document order, so that a moved paragraph is a moved
line:

    id  chapter  first-edition  last-changed  split-from  in-review  sha  fingerprint  first-words  opening words

`in-review` lists the ids that the paragraph may be, with commas. `first-words` is a hexadecimal number with a bit for
each word, from the lowest: which come from the words that the paragraph was first published with. It is empty while all
do, and a ledger of version 2 does not have it. Then those that are gone, sorted by their ids, so that
two branches that add one seldom meet in one place:

    merged|deleted|dropped  id  leads-to  first-edition  last-edition  gone-since  chapter  fingerprint  opening words

A ledger that was joined from those of two branches has a line `joined` until it is updated to match it. Lines that
begin with `or` are at its end: what the other branch says of an id that has a line already. The text settles them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ..alignment.fingerprint import is_fingerprint
from ..alignment.paragraph_ids import IdFault, check
from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order
from ..model.problems import Code, Place, Problem, did_you_mean
from .sealing import END, NAME, READ_VERSIONS, VERSION, fault_of, is_head, sealed
from .text import refused_in, shown

_UNSEALED = "1"
"""The version before line counts were added."""
LARGEST_LEDGER = 40_000_000
"""In bytes: the paragraphs of some 5,000 chapters."""
_MOST_REPORTED = 100
"""A ledger with a fault is not used, so reading all of it would only repeat the same message."""
_NOTE = "# Written by 'policybrief anchors update'; commit it. Merged by hand? Then run it with --merged."
_SHA = re.compile("[0-9a-f]{16}")
_WORDS = re.compile("[0-9a-f]+")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_UNESCAPES = {"t": "\t", "n": "\n", "r": "\r"}
_TO_ESCAPES = str.maketrans(_ESCAPES)
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_SIDES: Mapping[str, tuple[int, ...]] = dict(zip(_MARKERS, ((1,), (0,), (2,), (0, 1, 2)), strict=True))
"""The side, of base, ours and theirs, that the lines after each marker belong to."""
_CONFLICT = re.compile(rf"^(?:{'|'.join(map(re.escape, _MARKERS))})", re.MULTILINE)
_JOINED, _OTHER = "joined", "or"
_REASONS = {reason.value: reason for reason in Reason}
_FIELDS = 9
_HEAD_FIELDS = 4
"""After the name: version, edition, count, hash."""
_BACK = "take the file from version control, or data/anchors.lock of the site that was published last"
_MERGE = "run 'policybrief anchors update': it reads both sides and joins them by the text"
_MERGED = "run 'policybrief anchors update --merged'"
_AGAIN = "take the line from version control, or delete it and run 'policybrief anchors update'"


def read_ledger(text: str, path: str, *, joined: bool = False) -> tuple[Ledger, tuple[Problem, ...]]:
    """Return the ledger in the text of `anchors.lock`, and its problems.

    A faulty line is left out: never write a ledger that has a problem. With `joined`, the lines are accepted as git or
    a person joined them: their count and hash may be wrong, and an id may have several lines.
    """
    text = _with_plain_ends(text)
    lines = _lines(text)
    header, faults = _header(next(lines), path)
    if header is None:
        return Ledger(), faults
    reader = _LedgerReader(path, conflict=has_conflict(text), joined=joined)
    if header.is_sealed and not reader.conflict and not joined:
        reader.problems += _seal_problems(text, path)
    for number, line in enumerate(lines, 2):
        if len(reader.problems) >= _MOST_REPORTED:
            reader.stop(number)
            break
        if line and not line.startswith("#") and not (header.is_sealed and (line == END or is_head(line))):
            reader.read(number, line)
    reader.check_targets()
    return reader.ledger(header.edition), tuple(reader.problems)


def has_conflict(text: str) -> bool:
    """Return whether the text of a ledger has git's conflict markers."""
    return _CONFLICT.search(_with_plain_ends(text)) is not None


def sides_of(text: str) -> tuple[str, str, str]:
    """Return the base, our side and their side of the text of a ledger with git's conflict markers.

    Unless git writes the base (`merge.conflictStyle`), the base has only the lines that all have.
    """
    sides: tuple[list[str], list[str], list[str]] = ([], [], [])
    open_to: tuple[int, ...] = (0, 1, 2)
    for line in _lines(_with_plain_ends(text)):
        if line.startswith(_MARKERS):
            open_to = _SIDES[line[: len(_MARKERS[0])]]
        else:
            for side in open_to:
                sides[side].append(f"{line}\n")
    return "".join(sides[0]), "".join(sides[1]), "".join(sides[2])


def is_joined_by_lines(text: str) -> bool:
    """Return whether two ledgers were joined line by line, keeping both first lines."""
    return sum(is_head(line) for line in _lines(_with_plain_ends(text))) > 1


def is_whole(text: str) -> bool:
    """Return whether the text ends with the last line of a ledger."""
    return _with_plain_ends(text).rstrip("\n").endswith(f"\n{END}")


def ledger_text(ledger: Ledger) -> str:
    """Return the text of `anchors.lock` for a ledger."""
    marks = ((_JOINED,),) if ledger.joined else ()
    others = ((_OTHER, *_row(other)) for other in ledger.others)
    rows = (*marks, *map(_live_row, ledger.lines), *map(_tombstone_row, ledger.tombstones), *others)
    return sealed(_written(ledger.edition), tuple("\t".join(map(_written, row)) for row in rows), _NOTE)


def _with_plain_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str) -> Iterator[str]:
    """Yield one line after the other: a list of all lines would take many times the memory of the text."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _row(entry: LiveLine | Tombstone) -> tuple[str, ...]:
    return _live_row(entry) if isinstance(entry, LiveLine) else _tombstone_row(entry)


def _live_row(line: LiveLine) -> tuple[str, ...]:
    review = ",".join(line.review)
    marks = (line.first, line.last, line.source, review)
    first_words = "" if line.first_words is None else f"{line.first_words:x}"
    return (line.id, line.chapter, *marks, line.sha, line.fingerprint, first_words, line.opening)


def _tombstone_row(tombstone: Tombstone) -> tuple[str, ...]:
    editions = (tombstone.first, tombstone.last, tombstone.edition)
    return (
        tombstone.reason.value,
        tombstone.id,
        tombstone.to,
        *editions,
        tombstone.chapter,
        tombstone.fingerprint,
        tombstone.opening,
    )


def _written(value: str) -> str:
    """Return a field as written in the file."""
    if value in ("", "-"):
        return "\\-" if value else "-"
    return value.translate(_TO_ESCAPES)


def _meant(written: str) -> str:
    """Return the value of a field."""
    if "\\" in written:
        return _ESCAPED.sub(lambda match: _UNESCAPES.get(match[1], match[1]), written)
    return "" if written == "-" else written


@dataclass(frozen=True, slots=True)
class _Header:
    """The content of the first line."""

    edition: str
    is_sealed: bool


def _header(line: str, path: str) -> tuple[_Header | None, tuple[Problem, ...]]:
    """Return the content of the first line, or None if the rest cannot be read."""
    name, *rest = line.split("\t")
    place = Place(path)
    if name.startswith(_MARKERS):
        return None, (_conflict_problem(place),)
    if name != NAME or not rest:
        seen = f"the first line is not '{NAME}', a tab and the version"
        return None, (Problem(Code.BAD_LEDGER, place, seen, _BACK),)
    if rest[0] == _UNSEALED:
        return _Header(_meant(rest[1]) if len(rest) > 1 else "", is_sealed=False), ()
    if rest[0] not in READ_VERSIONS:
        place = Place(path, 1, len(name) + 2)
        seen = f"the ledger has version {shown(rest[0])}; this policybrief reads versions {_UNSEALED} to {VERSION}"
        return None, (Problem(Code.BAD_LEDGER, place, seen, "use the policybrief that wrote it, or a newer one"),)
    if len(rest) != _HEAD_FIELDS:
        seen = f"the first line has {len(rest) + 1} fields, not {_HEAD_FIELDS + 1}: the file is cut off or was changed"
        return None, (Problem(Code.BAD_LEDGER, place, seen, _BACK),)
    return _Header(_meant(rest[1]), is_sealed=True), ()


def _seal_problems(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem if the lines are not those that were written."""
    heads = [number for number, line in enumerate(_lines(text), 1) if is_head(line)]
    if len(heads) > 1:
        seen = "git has merged the file line by line: this is a second first line"
        yield Problem(Code.MERGE_CONFLICT, Place(path, heads[1]), seen, _MERGE)
    elif fault := fault_of(text):
        yield Problem(Code.BAD_LEDGER, Place(path), fault, f"{_BACK}; if the lines were merged by hand, {_MERGED}")


def _conflict_problem(place: Place) -> Problem:
    return Problem(Code.MERGE_CONFLICT, place, "git could not merge these lines", _MERGE)


@dataclass(slots=True)
class _Row:
    """A line of the file while its fields are read."""

    path: str
    number: int
    fields: list[str]
    problems: list[Problem]
    before: int = 0
    """The number of characters before the fields."""

    def value(self, index: int) -> str:
        return _meant(self.fields[index])

    def refuse(self, index: int, code: Code, seen: str, hint: str = _AGAIN) -> None:
        self.problems.append(Problem(code, self.place(index), seen, hint))

    def place(self, index: int) -> Place:
        """Return where the field begins."""
        return Place(self.path, self.number, self.before + sum(len(one) + 1 for one in self.fields[:index]) + 1)

    def id(self, index: int) -> str:
        """Return the id in a field; report an invalid one."""
        value = self.value(index)
        self._check_id(index, value)
        return value

    def id_or_none(self, index: int) -> str:
        return self.id(index) if self.fields[index] != "-" else ""

    def ids(self, index: int) -> tuple[str, ...]:
        value = self.value(index)
        found = tuple(value.split(",")) if value else ()
        for one in found:
            self._check_id(index, one)
        return found

    def matching(self, index: int, right: Callable[[str], object], name: str) -> str:
        """Return the value of a field; report an invalid one."""
        value = self.value(index)
        if not right(value):
            self.refuse(index, Code.BAD_LEDGER, f"{shown(value)} is not {name}")
        return value

    def words(self, index: int, most: int) -> int | None:
        """Return the words in a field, one bit per word; None for an empty field. Report values that do not fit the
        number of words.
        """
        value = self.value(index)
        if value and (not _WORDS.fullmatch(value) or int(value, 16) >> most):
            self.refuse(index, Code.BAD_LEDGER, f"{shown(value)} does not say which of {most} words are meant")
            return None
        return int(value, 16) if value else None

    def _check_id(self, index: int, value: str) -> None:
        fault = check(value)
        if fault is not None:
            name = "has" if fault is not IdFault.SHAPE else "is"
            self.refuse(index, Code.BAD_ID, f"the id {shown(value)} {name} {fault.value}")


@dataclass(slots=True)
class _LedgerReader:
    """Reads the lines below the first."""

    path: str
    conflict: bool
    """Whether git left its markers: then an id on both sides is not reported."""
    joined: bool
    """Whether the lines were joined: then a second line for an id is what another branch says."""
    lines: list[LiveLine] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)
    others: list[LiveLine | Tombstone] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _targets: list[tuple[str, Place]] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        """Read one line, or report its problems."""
        if line.startswith(_MARKERS):
            if line.startswith(_MARKERS[0]):
                self.problems.append(_conflict_problem(Place(self.path, number)))
            return
        if line == _JOINED:
            self.joined = True
            return
        other = line.startswith(f"{_OTHER}\t")
        before = len(_OTHER) + 1 if other else 0
        row = _Row(self.path, number, line[before:].split("\t"), [], before)
        if not line.isprintable() and (seen := refused_in(line.replace("\t", ""))):
            row.refuse(0, Code.CONTROL_CHARACTER, seen)
        elif self._fits(row):
            is_gone = row.fields[0] in _REASONS
            self._keep(row, self._tombstone(row) if is_gone else self._line(row), other=other)
        self.problems += row.problems

    def ledger(self, edition: str) -> Ledger:
        """Return the ledger."""
        return Ledger(edition, tuple(self.lines), in_order(*self.tombstones), self.joined, tuple(self.others))

    def stop(self, number: int) -> None:
        """Report that the remaining lines are not read."""
        seen = f"{len(self.problems)} problems above; the rest of the ledger was not read"
        hint = f"{_BACK}, or fix the problems above and run the check again"
        self.problems.append(Problem(Code.BAD_LEDGER, Place(self.path, number), seen, hint))

    def check_targets(self) -> None:
        """Report the tombstones that lead to an id without a line."""
        for target, place in () if self.conflict or self.problems else self._targets:
            if target not in self._seen:
                hint = did_you_mean(target, self._seen, "take its line from version control")
                self.problems.append(
                    Problem(Code.BAD_LEDGER, place, f"it leads to {shown(target)}, which has no line", hint)
                )

    def _keep(self, row: _Row, entry: LiveLine | Tombstone, *, other: bool) -> None:
        """Store the content of a line."""
        tombstone = entry if isinstance(entry, Tombstone) else None
        if row.problems:
            return
        if tombstone is not None and tombstone.to:
            self._targets.append((tombstone.to, row.place(2)))
        first = self._seen.setdefault(entry.id, row.number)
        if other and first == row.number:
            row.refuse(0, Code.BAD_LEDGER, f"the id '{entry.id}' has no line other than this")
        elif other or (first != row.number and self.joined):
            self.others.append(entry)
        elif first != row.number:
            self._refuse_again(row, entry.id, first)
        elif isinstance(entry, Tombstone):
            self.tombstones.append(entry)
        else:
            self.lines.append(entry)

    def _refuse_again(self, row: _Row, paragraph_id: str, first: int) -> None:
        """Report a second line for an id, unless git's markers explain it."""
        if not self.conflict:
            seen = f"the id '{paragraph_id}' already has a line, line {first}"
            row.refuse(
                int(row.fields[0] in _REASONS), Code.DUPLICATE_ID, seen, f"{_MERGED}: the text decides which is right"
            )

    def _line(self, row: _Row) -> LiveLine:
        return LiveLine(
            id=row.id(0),
            chapter=row.value(1),
            first=row.value(2),
            last=row.value(3),
            source=row.id_or_none(4),
            review=row.ids(5),
            sha=row.matching(6, _SHA.fullmatch, "a sha of 16 hexadecimal digits"),
            fingerprint=row.matching(7, is_fingerprint, "a fingerprint"),
            opening=row.value(-1),
            first_words=row.words(8, len(row.fields[7]) // 2) if len(row.fields) > _FIELDS else None,
        )

    def _tombstone(self, row: _Row) -> Tombstone:
        return Tombstone(
            reason=_REASONS[row.fields[0]],
            id=row.id(1),
            to=row.id_or_none(2),
            first=row.value(3),
            last=row.value(4),
            edition=row.value(5),
            chapter=row.value(6),
            fingerprint=row.matching(7, is_fingerprint, "a fingerprint"),
            opening=row.value(8),
        )

    def _fits(self, row: _Row) -> bool:
        """Tell whether the line has all its fields; report it if not."""
        stands = row.fields[0] not in _REASONS
        if len(row.fields) in ((_FIELDS, _FIELDS + 1) if stands else (_FIELDS,)):
            return True
        seen = f"expected {_FIELDS + stands} fields separated by tabs, got {len(row.fields)}: {shown(row.fields[0])}"
        row.refuse(0, Code.BAD_LEDGER, seen)
        return False
