"""Reading RIS (https://en.wikipedia.org/wiki/RIS_(file_format)).

Pandoc reads RIS too, but it takes `International Crisis Group` for a Mr Group, drops day and month, and refuses a
value that runs over several lines.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.organisations import COMMA_IN_A_NAME
from ..model.problems import Place, Problem
from ..outputs.ris import USUAL
from ..reading import csl
from .dates import DateRead, read_date, season_in
from .records import UNDATED, Notes, Person, Reading, Record, Value, left_out, read_as

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?$")
_SHORT_LINE = re.compile(r"(?:TY|ER) ?-\s*(?P<value>\w*)$")
_TYPES: Mapping[str, str] = {
    **USUAL,
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "CHART": "figure",
    "CONF": "paper-conference",
    "CTLG": "book",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "GEN": "document",
    "GRANT": "document",
    "GRNT": "document",
    "INPR": "article-journal",
    "MGZN": "article-magazine",
    "PRESS": "webpage",
    "SER": "book",
    "UNBILL": "bill",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
"""The CSL type of each RIS type."""

_PEOPLE = {
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}
_FIELDS: Mapping[str, str] = {
    "ID": "id",
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "TT": "title-en",
    "ST": "title-short",
    "T2": "container-title",
    "JF": "container-title",
    "JO": "container-title",
    "BT": "container-title",
    "C3": "container-title",
    "T3": "collection-title",
    "J2": "container-title-short",
    "JA": "container-title-short",
    "J1": "container-title-short",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "M1": "number",
    "M3": "genre",
    "SN": "ISBN",
    "ET": "edition",
    "NV": "number-of-volumes",
    "SE": "section",
    "DB": "archive",
    "AN": "archive_location",
    "CN": "call-number",
    "DO": "DOI",
    "DI": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
}
_OF_TYPE: Mapping[str, Mapping[str, str]] = {
    "article-journal": {"SN": "ISSN", "M1": "issue"},
    "article-magazine": {"SN": "ISSN"},
    "article-newspaper": {"SN": "ISSN"},
    "book": {"A3": "editor", "T2": "collection-title", "M1": "collection-number", "BT": "title"},
    "map": {"T2": "collection-title"},
    "paper-conference": {"T2": "event-title"},
    "report": {"T2": "collection-title", "SN": "number", "M1": "collection-number"},
    "software": {"T2": "collection-title", "ET": "version"},
    "speech": {"T2": "event-title", "CY": "event-place"},
}
"""What a tag means in an item of the type, where it is something else."""
_DATES = ("DA", "PY", "Y1", "Y2")
_PAGES = ("SP", "EP")
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)10\.\S+", re.IGNORECASE)
_GENERIC_GENRES = frozenset(("journal article", "article", "generic", "book", "web page", "report", "book section"))


@dataclass(frozen=True, slots=True)
class _Line:
    tag: str
    value: str
    number: int
    """From 1."""


def read_ris(text: str, path: str = "") -> Reading:
    """Return the records of a RIS file; `path` is its name in messages. Lines outside a record are skipped."""
    problems: list[Problem] = []
    records = []
    for lines in _divided(text):
        if len(lines) > 1:
            records.append(_record(lines, path, problems))
        else:
            problems.append(left_out(Place(path, lines[0].number), "a record that holds nothing was left out"))
    return Reading(tuple(records), tuple(problems))


def _divided(text: str) -> Iterator[list[_Line]]:
    """Yield each record as its lines; one without a tag goes on with the value before it."""
    record: list[_Line] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        bare = line.strip().lstrip("\ufeff")
        match = _tagged(bare)
        tag, value = match or ("", bare)
        if tag == "TY":
            if record:
                yield record
            record = [_Line(tag, value, number)]
        elif tag == "ER":
            if record:
                yield record
            record = []
        elif record and tag:
            record.append(_Line(tag, value, number))
        elif record and value:
            last = record[-1]
            record[-1] = _Line(last.tag, f"{last.value} {value}".strip(), last.number)
    if record:
        yield record


def _tagged(line: str) -> tuple[str, str] | None:
    """Return the tag and the value of a line; with a single space only the ends of a record are tags."""
    match = _LINE.match(line)
    if match and (line[2:5] == "  -" or match["tag"] in ("TY", "ER")):
        return match["tag"], (match["value"] or "").strip()
    short = _SHORT_LINE.match(line)
    return (line[:2], short["value"]) if short else None


def _record(lines: list[_Line], path: str, problems: list[Problem]) -> Record:
    """Return a record as a source; a value whose field has another already is kept in the note."""
    place = Place(path, lines[0].number)
    type_ = _type_of(lines)
    made: dict[str, Value] = {}
    people: dict[str, list[Person]] = {}
    notes = Notes()
    for line in lines[1:]:
        for name, value, label in _said(line, type_):
            if name in csl.NAMES:
                people.setdefault(name, []).append(_name(value))
            elif not name:
                notes.add(value, label)
            elif name in made and made[name] != value:
                notes.add(value, name if name in ("URL", "note") else line.tag)
                seen = f"a second '{line.tag}' is kept in 'note': '{value[:80]}'"
                problems.append(read_as(Place(path, line.number), seen))
            else:
                made.setdefault(name, value)
    key = made.pop("id", "")
    name = f"source '{key}'" if key else "this source"
    type_ = str(made.pop("type", type_))
    made |= {role: tuple(found) for role, found in people.items()}
    made = {**_put_together(lines, name, path, problems, notes), **made}
    note = "; ".join(filter(None, (str(made.pop("note", "")), str(notes))))
    return Record(str(key), place, type_, {**made, **({"note": note} if note else {})})


def _type_of(lines: list[_Line]) -> str:
    """Return the CSL type of a record, or nothing; one of our own exports names it."""
    named = (value for line in lines for name, value, _ in _said(line, "document") if name == "type")
    return next(named, _TYPES.get(lines[0].value.upper(), ""))


def _said(line: _Line, type_: str) -> Iterator[tuple[str, str, str]]:
    """Yield the fields of CSL that a line fills: name, value and, for a value without a field, its label."""
    tag, value = line.tag, line.value
    if not value or tag in (*_DATES, *_PAGES, "KW", "TY"):
        return
    if tag in ("N1", "M2"):
        yield from _labelled(value)
    elif tag == "M3" and _DOI.fullmatch(value):
        yield "DOI", value, ""
    elif tag == "M3" and value.lower() in _GENERIC_GENRES:
        yield "", value, tag
    else:
        name = _OF_TYPE.get(type_, {}).get(tag) or _PEOPLE.get(tag) or _FIELDS.get(tag, "")
        yield name, value, "" if name else tag


def _labelled(note: str) -> Iterator[tuple[str, str, str]]:
    """Yield the fields and values of a note that `outputs.ris` wrote, such as `reliability: press; scale: 1:100`."""
    if _DOI.fullmatch(note):
        yield "DOI", note.partition("10.")[1] + note.partition("10.")[2], ""
        return
    start = 0
    found: list[str] = []
    for match in re.finditer(r"; (?=(?P<name>[A-Za-z-]+): )", note):
        if _is_field(match["name"]):
            found.append(note[start : match.start()])
            start = match.end()
    for part in (*found, note[start:]):
        name, _, text = part.partition(": ")
        if text and _is_field(name):
            yield name, text, ""
        else:
            yield "", part, ""


def _is_field(name: str) -> bool:
    return name == "type" or name in csl.STRINGS | csl.DATES | csl.NAMES | csl.OWN


def _put_together(lines: list[_Line], name: str, path: str, problems: list[Problem], notes: Notes) -> dict[str, Value]:
    """Return the fields that several tags say together."""
    first = {line.tag: line for line in reversed(lines) if line.value}
    pages = list(dict.fromkeys(first[tag].value for tag in _PAGES if tag in first))
    if len(pages) == 2 and pages[0].endswith(pages[1]) and "-" in pages[0]:
        pages.pop()
    keywords = (line.value for line in lines if line.tag == "KW" and line.value)
    made: dict[str, Value] = {
        "keyword": ", ".join(dict.fromkeys(keywords)),
        "page": "-".join(pages),
    }
    if issued := [line for line in lines if line.tag in ("DA", "PY", "Y1") and line.value.strip("/ ")]:
        made["issued"] = _date(issued, f"{name}: the date", path, problems, notes)
    if accessed := [line for line in lines if line.tag == "Y2" and line.value.strip("/ ")]:
        found = _date(accessed, f"{name}: the date of access", path, problems, notes)
        made["accessed"] = "" if found == UNDATED else found
    return {field: value for field, value in made.items() if value}


def _date(lines: list[_Line], what: str, path: str, problems: list[Problem], notes: Notes) -> str:
    """Return the fullest of several dates, and report what of it was lost; one that says another goes into the note."""
    read = [(date_of(line.value), line) for line in lines]
    best, line = max(read, key=lambda found: len(found[0].edtf))
    for found, other in read:
        if not best.edtf.startswith(found.edtf or "?"):
            notes.add(other.value, other.tag)
            seen = f"{what} '{other.value}' is kept in 'note': another is '{line.value}'"
            problems.append(read_as(Place(path, other.number), seen))
    place = Place(path, line.number)
    if not best.edtf:
        problems.append(left_out(place, f"{what} '{line.value}' was not understood and is left out"))
    elif not best.exact:
        season = season_in(line.value)
        why = f": a {season} cannot be written in 'issued'" if season else ""
        problems.append(read_as(place, f"{what} '{line.value}' was read as '{best.edtf}'{why}"))
    return best.edtf


def date_of(value: str) -> DateRead:
    """Return a date of RIS: `2019/05/12/`, `2019///about 2019`, or any other way to write one."""
    parts = [part.strip() for part in value.split("/", 3)]
    year, month, day, said = (parts + [""] * 4)[:4]
    if len(parts) < 4 or not re.fullmatch(r"\d{4}", year):
        if value.endswith("/") and re.fullmatch(r"\d{4}/\d{0,2}/{0,2}\d{0,2}/?", value):
            return _slashed(year, month, day)
        return read_date(value.strip("/ "))
    found = _slashed(year, month, day)
    if said.startswith("about "):
        return DateRead(f"{found.edtf}~", found.exact)
    if not said:
        return found
    again = read_date(said if re.search(r"\d{4}", said) else f"{said} {year}")
    if again.edtf and again.exact and len(again.edtf) >= len(found.edtf):
        return again
    return DateRead(found.edtf, exact=False)


def _slashed(year: str, month: str, day: str) -> DateRead:
    parts = [year]
    for part in (month, day):
        if not part.isdigit() or not int(part):
            break
        parts.append(f"{int(part):02}")
    found = read_date("-".join(parts))
    return found if found.edtf else read_date(year)


def _name(value: str) -> Person:
    """Return `Family, Given, Suffix` as a name; what has no comma inside is an organisation."""
    parts = [part.strip() for part in value.split(",", 2)]
    if len(parts) == 1 or not any(parts[1:]):
        return {"literal": parts[0].replace(COMMA_IN_A_NAME, ",")}
    return {part: text for part, text in zip(("family", "given", "suffix"), parts, strict=False) if text}
