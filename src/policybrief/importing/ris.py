"""Reading RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), as CSL items.

Pandoc reads RIS too, but it takes `International Crisis Group` for a Mr Group, drops day and month, and refuses a
value that runs over several lines.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..outputs.ris import USUAL
from ..reading import csl

Item = dict[str, object]

_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?$")
_TYPES: Mapping[str, str] = {
    **USUAL,
    "ABST": "article-journal",
    "CONF": "paper-conference",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "GEN": "document",
    "INPR": "article-journal",
    "SER": "book",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
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
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "VL": "volume",
    "IS": "issue",
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
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
}
_OF_TYPE: Mapping[str, Mapping[str, str]] = {
    "article-journal": {"SN": "ISSN", "M1": "issue"},
    "article-magazine": {"SN": "ISSN"},
    "article-newspaper": {"SN": "ISSN"},
    "book": {"A3": "editor", "T2": "collection-title", "M1": "collection-number"},
    "map": {"T2": "collection-title"},
    "paper-conference": {"T2": "event-title"},
    "report": {"T2": "collection-title", "SN": "number", "M1": "collection-number"},
    "software": {"T2": "collection-title", "ET": "version"},
    "speech": {"T2": "event-title", "CY": "event-place"},
}
"""What a tag means in an item of the type, where it is something else."""


def read_ris(text: str) -> list[Item]:
    """Return the records of a RIS file as CSL items; dates are EDTF. Lines outside of a record are passed over."""
    return [_item(record) for record in _records(text)]


def _records(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield each record as its tags and values; a line without a tag goes on with the value before it."""
    for record in _divided(text):
        yield [(tag, " ".join(filter(None, words))) for tag, words in record]


def _divided(text: str) -> Iterator[list[tuple[str, list[str]]]]:
    """Yield each record as its tags, each with what stands in its lines."""
    record: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        match = _LINE.match(line.lstrip("\ufeff"))
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        if tag == "TY":
            record = [(tag, [value])]
        elif tag == "ER":
            if record:
                yield record
            record = []
        elif record and tag:
            record.append((tag, [value]))
        elif record and value:
            record[-1][1].append(value)
    if record:
        yield record


def _item(record: Iterable[tuple[str, str]]) -> Item:
    lines = [(tag, value) for tag, value in record if value]
    values = dict(reversed(lines))
    type_ = _TYPES.get(values.get("TY", ""), "")
    own = _OF_TYPE.get(type_ or "document", {})
    item: Item = {"type": type_}
    people: dict[str, list[dict[str, str]]] = {}
    notes: list[str] = []
    for tag, value in lines:
        name, text = own.get(tag) or _PEOPLE.get(tag) or _FIELDS.get(tag, ""), value
        if tag == "N1":
            name, text = _labelled(value)
        if name in csl.NAMES:
            people.setdefault(name, []).append(_name(text))
        elif name == "type":
            item["type"] = text
        elif name:
            item.setdefault(name, text)
        elif tag == "N1":
            notes.append(value)
    found: Item = {**item, **people, **_put_together(lines, values), "note": " ".join(notes)}
    return {name: value for name, value in found.items() if value}


def _put_together(lines: Iterable[tuple[str, str]], values: Mapping[str, str]) -> Item:
    """Return the fields that several tags say together."""
    dates = [edtf(values[tag]) for tag in ("DA", "PY", "Y1") if tag in values]
    return {
        "keyword": ", ".join(value for tag, value in lines if tag == "KW"),
        "page": "-".join(dict.fromkeys(values[tag] for tag in ("SP", "EP") if tag in values)),
        "issued": max(dates, key=len, default=""),
        "accessed": edtf(values.get("Y2", "")),
    }


def _labelled(note: str) -> tuple[str, str]:
    """Return the field and the value of a note that `exports.ris` wrote; no field when it is a note."""
    name, _, text = note.partition(": ")
    known = name == "type" or name in csl.STRINGS | csl.DATES | csl.NAMES | csl.OWN
    return (name, text) if known and text else ("", note)


def _name(value: str) -> dict[str, str]:
    """Return `Family, Given, Suffix` as a name; what has no comma is an organisation."""
    parts = [part.strip() for part in value.split(",", 2)]
    if len(parts) == 1:
        return {"literal": parts[0]}
    return {part: text for part, text in zip(("family", "given", "suffix"), parts, strict=False) if text}


def edtf(value: str) -> str:
    """Return a date of RIS (`2019/05/12/`, `2019///about 2019`) as EDTF, or nothing when it is none."""
    year, month, day, said = ([part.strip() for part in value.split("/", 3)] + [""] * 4)[:4]
    if not re.fullmatch(r"\d{4}", year):
        match = re.search(r"\b\d{4}\b", value)
        return match[0] if match else ""
    parts = [year]
    for part, last in ((month, 12), (day, 31)):
        if not (part.isdigit() and 1 <= int(part) <= last):
            break
        parts.append(f"{int(part):02}")
    return "-".join(parts) + ("~" if said.startswith("about ") else "")
