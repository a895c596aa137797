"""Numbers in the text that differ from a table in the same chapter."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.check import Finding
from ..model.forms import form_key, lower
from ..model.knowledge import Extent
from .read_brief import ReadBrief, ReadChapter, ReadParagraph

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_QUANTITY = re.compile(
    r"(?P<loose>\b(?:about|some|around|roughly|nearly|almost|over|under|more\s+than|less\s+than|at\s+least|up\s+to)\s+)?"
    r"(?P<currency>[$€£])?(?<![\w.,–-])(?P<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,18}(?:\.\d{1,9})?)"
    r"(?![\d–]|[.,]\d)"
    r"(?:\s*(?P<unit>%|(?:per\s+cent|[^\W\d_]+)))?(?:\s+(?P<behind>[^\W\d_]+))?",
    re.IGNORECASE,
)
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNIT_IN_HEAD = re.compile(r"\((?P<bracket>[^()]*)\)\s*$|,\s*(?P<comma>[^,]+)$")
_WORD = re.compile(r"\w+")
_LOOSE = 0.1
"""The share by which `about` allows a number to differ."""


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its unit."""

    position: int
    value: float
    step: float
    """The value of its last digit."""
    unit: str
    written: str
    loose: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    """A number in a table, and the words that identify it in a sentence."""

    labels: tuple[str, ...]
    """In lowercase; a year is one of them."""
    quantity: _Quantity
    number: str
    """The number of the table's paragraph."""


def check_numbers(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each number in a sentence that names the row and the column of a table in its chapter but differs from it.

    Only a sentence with one number with the cell's unit is judged. A number may be rounded; `about` allows a larger
    difference.
    """
    for chapter in brief.chapters:
        cells = _cells_by_word(chapter)
        for read in chapter.paragraphs if cells else ():
            if not read.paragraph.rows:
                for sentence in read.paragraph.sentences:
                    yield from _differing(read, sentence, cells)


def _cells_by_word(chapter: ReadChapter) -> Mapping[str, list[_Cell]]:
    """Return the numbers of all tables by the first word of their row's label or, for a year, by the year."""
    found: defaultdict[str, list[_Cell]] = defaultdict(list)
    for read in chapter.paragraphs:
        for cell in _cells(read):
            found[_WORD.findall(cell.labels[0])[0]].append(cell)
    return found


def _cells(read: ReadParagraph) -> Iterator[_Cell]:
    rows = read.paragraph.rows
    if len(rows) < 2 or len({len(row) for row in rows}) != 1:
        return
    heads = rows[0]
    for row in rows[1:]:
        for head, content in zip(heads[1:], row[1:], strict=True):
            quantity = _only_quantity(content, head)
            labels = [*_labels(row[0]), *(_labels(head) if len(heads) > 2 else ())]
            if quantity and len(labels) == min(len(heads), 3) - 1 and _WORD.search(labels[0]):
                labels.sort(key=lambda label: not _YEAR.fullmatch(label))
                yield _Cell(tuple(labels), quantity, read.paragraph.number)


def _labels(text: str) -> tuple[str, ...]:
    label = lower(form_key(_UNIT_IN_HEAD.sub("", text).strip()))
    return (label,) if len(label) >= 4 else ()


def _only_quantity(content: str, head: str) -> _Quantity | None:
    found = _QUANTITY.fullmatch(content.strip())
    if found is None or (not found["currency"] and not found["unit"] and _YEAR.fullmatch(content.strip())):
        return None
    head_unit = _UNIT_IN_HEAD.search(head)
    given = (head_unit["bracket"] or head_unit["comma"] or "") if head_unit else head
    return _quantity(found, "" if found["unit"] or found["currency"] else given)


def _quantity(found: re.Match[str], given_unit: str = "") -> _Quantity:
    """Return the matched number in its base unit; `given_unit`, such as `$ million`, is that of a table's column."""
    words = [*lower(given_unit).split(), *(lower(found[part] or "") for part in ("currency", "unit", "behind"))]
    words = [" ".join(word.split()) for word in words if word]
    times = next((_TIMES[word] for word in words if word in _TIMES), 1.0)
    units = [("per cent" if word in ("%", "per", "per cent") else word) for word in words if word not in _TIMES]
    digits = found["number"]
    decimals = len(digits.partition(".")[2])
    step = times * 10.0**-decimals
    if not decimals:
        plain = digits.replace(",", "")
        step *= 10 ** (len(plain) - len(plain.rstrip("0"))) if plain.strip("0") else 1
    value = float(digits.replace(",", "")) * times
    unit = units[0] if units else ""
    return _Quantity(found.start("number"), value, step, unit, found["number"], bool(found["loose"]))


def _differing(read: ReadParagraph, sentence: Extent, cells: Mapping[str, list[_Cell]]) -> Iterator[Finding]:
    said = lower(form_key(read.text[sentence.start : sentence.end]))
    about = [cell for word in dict.fromkeys(_WORD.findall(said)) for cell in cells.get(word, ()) if _names(said, cell)]
    if len(about) != 1:
        return
    cell = about[0]
    own = [number for number in _numbers(read.text, sentence) if number.unit == cell.quantity.unit]
    if len(own) == 1 and not _agree(own[0], cell.quantity):
        seen = f"'{own[0].written}' differs from '{cell.quantity.written}' in table {cell.number}"
        hint = f"correct one of the two: the table has it under '{' / '.join(cell.labels)}'"
        yield Finding(read.paragraph, seen, hint, own[0].position)


def _names(said: str, cell: _Cell) -> bool:
    # Most labels do not occur at all, and need no separate pattern.
    return all(
        label in said and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", said) is not None for label in cell.labels
    )


def _numbers(text: str, sentence: Extent) -> Iterator[_Quantity]:
    for found in _QUANTITY.finditer(text, sentence.start, sentence.end):
        if found["currency"] or not _YEAR.fullmatch(found["number"]):
            yield _quantity(found)


def _agree(said: _Quantity, tabled: _Quantity) -> bool:
    play = max(said.step / 2, tabled.value * _LOOSE if said.loose or tabled.loose else 0)
    return abs(said.value - tabled.value) <= play * (1 + 1e-9)
