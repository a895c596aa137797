"""References as RIS, types and tags after the specification of 2011 (https://en.wikipedia.org/wiki/RIS_(file_format)).

What RIS has no tag for stands in a note of its own, after its name in CSL: `N1  - scale: 1:100000`. Where the
specification leaves a choice, the tag is the one that Zotero reads
(https://github.com/zotero/translators/blob/master/RIS.js).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.brief import Reference
from ..model.dates import Date, Span

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
"""The CSL type that a RIS type says already; the others are named in a note."""

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
    "number": ("M1",),
    "collection-number": ("M1",),
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
"""What a CSL field is called, best tag first; one that another field has taken already is passed over."""
_IN_SERIES = frozenset(("BOOK", "COMP", "GOVDOC", "MAP", "RPRT"))
"""Types whose second title is that of a series; in the others it is that of the work around them, or of a meeting."""
_NUMBERED = frozenset(("GOVDOC", "RPRT"))
"""Types whose number stands where books have their ISBN."""
_BREAK = re.compile(r"[\r\n]+")
_RANGE = re.compile(r"([^\s,–-]+)[-–]([^\s,–-]+)")


def ris(references: Iterable[Reference]) -> bytes:
    """Return the references as a RIS file in UTF-8, lines ended by CR LF."""
    return "".join(map(_record, references)).encode()


def _record(reference: Reference) -> str:
    ris_type = TYPES.get(reference.type, "GEN")
    lines = [("TY", ris_type), ("ID", reference.id)]
    if USUAL[ris_type] != reference.type:
        lines.append(("N1", f"type: {reference.type}"))
    lines += _issued(reference.issued) if reference.issued else ()
    lines += _fields(reference, _tags(ris_type))
    # A value is one line: a break in it would begin a new tag.
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
        own |= {"number": ("SN", "M1")}
    return {**_TAGS, **own}


def _fields(reference: Reference, tags: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the fields as lines: those with a tag in the order of the table, then the notes."""
    taken: set[str] = set()
    notes: list[tuple[str, str]] = []
    known = [name for name in tags if name in reference.fields]
    for name in (*known, *(name for name in reference.fields if name not in tags)):
        value = reference.fields[name]
        tag = next((tag for tag in tags.get(name, ()) if tag not in taken), "")
        if tag:
            taken.add(tag)
            yield from ((tag, said) for said in _said(value))
        elif name not in ("id", "type", "issued"):
            notes += _special(name, value, reference)
    yield from notes


def _special(name: str, value: Any, reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the lines of a field that has no tag which holds its value as it is."""
    pages = _RANGE.fullmatch(str(value)) if name == "page" else None
    if pages:
        yield from (("SP", pages[1]), ("EP", pages[2]))
    elif name == "page":
        yield "SP", str(value)
    elif name == "accessed":
        yield "Y2", _slashed(value["date-parts"][0])
    elif name == "title-en":
        if str(value) not in reference.title:
            yield "TT", str(value)
    elif name == "note":
        yield "N1", str(value)
    else:
        yield from (("N1", f"{name}: {said}") for said in _said(value))


def _said(value: Any) -> Iterator[str]:
    """Yield a value as text: each name and each item of a list by itself."""
    if isinstance(value, Mapping):
        mark = "~" if value.get("circa") else ""
        yield "/".join("-".join(f"{part:02}" for part in date) + mark for date in value["date-parts"])
    elif isinstance(value, (tuple, list)):
        yield from (_name(item) if isinstance(item, Mapping) else str(item) for item in value)
    else:
        yield str(value)


def _name(name: Mapping[str, str]) -> str:
    """Return a name as `Family, Given, Suffix`, an organisation as it is."""
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    parts = [family, given, name.get("suffix", "")]
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    return ", ".join(parts)


def _issued(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date; what is more than a date, such as `about 1994`, stands behind its last slash."""
    start = span.start or span.end
    if start is None:
        return
    yield "PY", f"{start.year:04}"
    exact = span.single and not start.approximate and not start.uncertain
    yield "DA", _slashed(_parts(start)) + ("" if exact else span.words)


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _slashed(parts: Iterable[int]) -> str:
    """Return a date as RIS has it: `2019/05/12/`, `2019/05//`, `2019///`."""
    year, *rest = parts
    month, day, *_ = (*(f"{part:02}" for part in rest), "", "")
    return f"{year:04}/{month}/{day}/"
