"""References as RIS, types and tags after the specification of 2011 (https://en.wikipedia.org/wiki/RIS_(file_format)).

What RIS has no tag for is in one line, each value after its name in CSL: `M2  - scale: 1:100; reliability: press`.
Zotero reads that line as the field Extra, where it looks for such values; a line `N1` would become a note of its own.
Where the specification leaves a choice, the tag is the one that Zotero reads
(https://github.com/zotero/translators/blob/master/RIS.js).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.brief import Reference
from ..model.dates import Date, Span
from ..model.organisations import indexed_organisation
from .csljson import UNBROKEN_HYPHEN, as_one_number

TYPES: Mapping[str, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MULTI",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "document": "GEN",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "entry": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "interview": "PCOMM",
    "post-weblog": "BLOG",
    "post": "ICOMM",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "GOVDOC",
    "webpage": "ELEC",
}
"""By CSL type, the usual one of a RIS type first; any other is generic."""
USUAL: Mapping[str, str] = {ris_type: csl for csl, ris_type in reversed(tuple(TYPES.items()))} | {"GOVDOC": "report"}
"""The CSL types that a RIS type implies; the others are named in a note."""

_TAGS: Mapping[str, tuple[str, ...]] = {
    "author": ("AU",),
    "editor": ("A2",),
    "collection-editor": ("A3",),
    "translator": ("A4",),
    "title": ("TI",),
    "title-short": ("ST",),
    "shortTitle": ("ST",),
    "container-title": ("T2",),
    "event-title": ("T2", "T3"),
    "collection-title": ("T3",),
    "container-title-short": ("J2",),
    "journalAbbreviation": ("J2",),
    "publisher": ("PB",),
    "publisher-place": ("CY",),
    "event-place": ("CY",),
    "volume": ("VL",),
    "issue": ("IS",),
    "ISBN": ("SN",),
    "ISSN": ("SN",),
    "edition": ("ET",),
    "version": ("ET",),
    "number-of-volumes": ("NV",),
    "section": ("SE",),
    "genre": ("M3",),
    "archive": ("DB",),
    "archive_location": ("AN",),
    "call-number": ("CN",),
    "DOI": ("DO",),
    "URL": ("UR",),
    "language": ("LA",),
    "keyword": ("KW",),
    "abstract": ("AB",),
}
"""The tags of a CSL field, best first; one that another field has taken is skipped."""
_IN_SERIES = frozenset(("BOOK", "COMP", "GOVDOC", "MAP", "RPRT"))
"""Types whose second title is that of a series; in the others it is that of the work around them, or of a meeting."""
_NUMBERED: Mapping[str, str] = {
    "GOVDOC": "SN", "RPRT": "SN", "STAND": "SN", "PAT": "SN", "BILL": "M1", "HEAR": "M1", "STAT": "M1", "MULTI": "M1",
}  # fmt: skip
"""The tag of the number, for the types that have one; elsewhere `M1` is read as a date or as nothing."""
_BREAK = re.compile(r"[\r\n]+")
_RANGE = re.compile(r"([^\s,–-]+)[-–]([^\s,–-]+)")


def ris(references: Iterable[Reference]) -> bytes:
    """Return the references as a RIS file in UTF-8, lines ended by CR LF."""
    return "".join(map(_record, references)).encode()


def _record(reference: Reference) -> str:
    ris_type = TYPES.get(reference.type, "GEN")
    lines = [("TY", ris_type), ("ID", reference.id)]
    lines += _issued(reference.issued) if reference.issued else ()
    lines += _fields(reference, _tags(ris_type))
    if extra := "; ".join(_extra(reference, ris_type)):
        lines.append(("M2", extra))
    # A value is one line: a line break in it would begin a new tag.
    text = "".join(f"{tag}  - {_BREAK.sub(' ', value)}\r\n" for tag, value in lines)
    return f"{text}ER  - \r\n\r\n"


def _tags(ris_type: str) -> Mapping[str, tuple[str, ...]]:
    """Return the tags of a type: those of editors, containers, series and numbers depend on it."""
    own: dict[str, tuple[str, ...]] = {}
    if ris_type == "BOOK":
        own |= {"editor": ("A3",), "collection-editor": ("A2",)}
    if ris_type == "CPAPER":
        own |= {"container-title": ("C3",)}
    if ris_type in _IN_SERIES:
        own |= {"collection-title": ("T2", "T3")}
    if ris_type in _NUMBERED:
        own |= {"number": (_NUMBERED[ris_type],)}
    return {**_TAGS, **own}


def _fields(reference: Reference, tags: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the fields that have a tag as lines, in the order of the table, then pages and dates."""
    fields = reference.fields
    numbers = as_one_number(fields, UNBROKEN_HYPHEN)
    for name, tag in _tagged(reference, tags).items():
        yield from ((tag, said) for said in _said(numbers.get(name) or fields[name]))
    if "page" in fields:
        pages = _RANGE.fullmatch(str(fields["page"]))
        yield from (("SP", pages[1]), ("EP", pages[2])) if pages else (("SP", str(fields["page"])),)
    accessed: Any = fields.get("accessed")
    if accessed:
        yield "Y2", _slashed(accessed["date-parts"][0])
    if _has_english_title(reference):
        yield "TT", str(fields["title-en"])


def _tagged(reference: Reference, tags: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return the tag of each field that has one; no two fields have the same."""
    found: dict[str, str] = {}
    for name, candidates in tags.items():
        free = next((tag for tag in candidates if tag not in found.values()), "")
        if name in reference.fields and free:
            found[name] = free
    return found


def _has_english_title(reference: Reference) -> bool:
    english = str(reference.fields.get("title-en", ""))
    return bool(english) and english not in reference.title


def _extra(reference: Reference, ris_type: str) -> Iterator[str]:
    """Yield the fields without a tag, after their names; the note of the source first."""
    fields = reference.fields
    if "note" in fields:
        yield str(fields["note"])
    if USUAL[ris_type] != reference.type:
        yield f"type: {reference.type}"
    if reference.issued and not _is_plain(reference.issued):
        yield f"issued: {reference.issued.edtf}"
    done = {*_tagged(reference, _tags(ris_type)), "id", "type", "issued", "page", "accessed", "title-en", "note"}
    for name, value in fields.items():
        if name not in done:
            yield from (f"{name}: {said}" for said in _said(value))


def _said(value: Any) -> Iterator[str]:
    """Yield a value as text, each name and each item of a list separately."""
    if isinstance(value, Mapping):
        mark = "~" if value.get("circa") else ""
        yield "/".join("-".join(f"{part:02}" for part in date) + mark for date in value["date-parts"])
    elif isinstance(value, (tuple, list)):
        yield from (_name(item) if isinstance(item, Mapping) else str(item) for item in value)
    else:
        yield str(value)


def _name(name: Mapping[str, str]) -> str:
    """Return a name as `Family, Given, Suffix`, or the whole name of an organisation."""
    if "literal" in name:
        return indexed_organisation(name["literal"])
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    parts = [family, given, name.get("suffix", "")]
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    return ", ".join(parts)


def _issued(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date as far as RIS can express it: for a range, its beginning."""
    start = span.start or span.end
    if start is not None:
        yield "PY", f"{start.year:04}"
        yield "DA", _slashed(_parts(start))


def _is_plain(span: Span) -> bool:
    """Tell whether a date is a single, certain date."""
    return span.single and span.start is not None and not (span.start.approximate or span.start.uncertain)


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _slashed(parts: Iterable[int]) -> str:
    """Return a date in RIS form: `2019/05/12/`, `2019/05//`, `2019///`."""
    year, *rest = parts
    month, day, *_ = (*(f"{part:02}" for part in rest), "", "")
    return f"{year:04}/{month}/{day}/"
