"""References as BibTeX (https://ctan.org/pkg/bibtex, `btxdoc`), in UTF-8, with the types that every style has.

Fields that BibTeX lacks keep their CSL names: programs ignore fields that they do not know. `date` has the day, for
which BibTeX has no field.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ..model.brief import Reference
from ..model.dates import Date
from . import bibtex_text as written

_ENTRY_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "classic": "book",
    "collection": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""By CSL type; any other is a `misc`."""
_USUAL: Mapping[str, str] = {entry_type: csl for csl, entry_type in reversed(tuple(_ENTRY_TYPES.items()))} | {
    "mastersthesis": "thesis"
}
"""The CSL types that an entry type implies; the others are in `entrysubtype`."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "article": ("author", "container-title"),
    "book": ("author editor", "publisher"),
    "incollection": ("author", "container-title", "publisher"),
    "inproceedings": ("author", "container-title"),
    "techreport": ("author",),
    "phdthesis": ("author", "publisher"),
}
"""The fields that an entry of the type needs (one of several words): an entry without them is a `misc`."""
_MASTERS = re.compile(r"\bmaster|\bM\.?(?:A|Sc|Phil)\b", re.IGNORECASE)

_FIELDS: Mapping[str, str] = {
    "author": "author", "editor": "editor", "title": "title", "container-title": "booktitle", "publisher": "publisher",
    "publisher-place": "address", "collection-title": "series", "volume": "volume", "number": "number",
    "issue": "number", "chapter-number": "chapter", "edition": "edition", "genre": "type", "page": "pages",
    "ISBN": "isbn", "ISSN": "issn", "DOI": "doi", "URL": "url", "accessed": "urldate", "language": "language",
    "abstract": "abstract", "keyword": "keywords", "annote": "annote", "note": "note",
}  # fmt: skip
"""The names of a CSL field, if the type of the entry has no other; a name that is taken is skipped."""
_BY_ENTRY: Mapping[str, Mapping[str, str]] = {
    "article": {"container-title": "journal"},
    "techreport": {"publisher": "institution", "container-title": "container-title"},
    "phdthesis": {"publisher": "school"},
    "mastersthesis": {"publisher": "school"},
    "misc": {"container-title": "howpublished"},
    "booklet": {"publisher": "howpublished"},
}
_VERBATIM = frozenset(("url", "doi", "copy-url"))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNDATED = "n.d."
_UNNAMED = "s.n."
"""The librarians' abbreviation for an unknown publisher."""


def bibtex(references: Iterable[Reference]) -> bytes:
    """Return the references as a BibTeX file."""
    return "\n".join(_entry(reference, key) for reference, key in written.keyed(references)).encode()


def _entry(reference: Reference, key: str) -> str:
    type_ = _type(reference)
    return written.entry(type_, key, dict(_fields(reference, type_)))


def _type(reference: Reference) -> str:
    type_ = _ENTRY_TYPES.get(reference.type, "misc")
    for needed in _NEEDED.get(type_, ()):
        if not any(name in reference.fields for name in needed.split()):
            return "misc"
    if type_ == "phdthesis" and _MASTERS.search(str(reference.fields.get("genre", ""))):
        return "mastersthesis"
    return type_


def _fields(reference: Reference, type_: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of the entry as written between braces, each name once."""
    names = {**_FIELDS, **_BY_ENTRY.get(type_, {})}
    if type_ == "misc" and "container-title" not in reference.fields:
        names["publisher"] = "howpublished"
    taken = {"year", "month", "date", "key", "entrysubtype"}
    if reference.type != _USUAL.get(type_, "webpage" if "URL" in reference.fields else "document"):
        yield "entrysubtype", reference.type
    known = [name for name in names if name in reference.fields]
    for csl in (*known, *(name for name in reference.fields if name not in names)):
        if csl in ("id", "type", "issued") or (csl == "title-en" and str(reference.fields[csl]) in reference.title):
            continue
        name = next(one for one in (names.get(csl, ""), csl.lower(), f"csl-{csl.lower()}") if one and one not in taken)
        taken.add(name)
        yield name, _value(name, reference.fields[csl], reference.language)
        if csl == "title":
            yield from _dates(reference)
    yield from _stand_ins(reference, type_, taken)


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the year and month for BibTeX, and the whole date for programs that know it."""
    date = reference.issued and (reference.issued.start or reference.issued.end)
    if not reference.issued or not isinstance(date, Date):
        yield "year", _UNDATED
        return
    yield "year", str(date.year)
    if date.month:
        yield "month", _MONTHS[date.month - 1]
    yield "date", reference.issued.edtf


def _stand_ins(reference: Reference, type_: str, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what styles need but the source lacks: the institution of a report, and a word to sort by."""
    issued_by = reference.fields.get("publisher") or reference.fields.get("container-title")
    if type_ == "techreport" and "institution" not in taken:
        people: Any = reference.fields["author"]
        body = next((person["literal"] for person in people if "literal" in person), "")
        yield "institution", written.tex(str(issued_by or body or _UNNAMED))
    if "author" not in taken and "editor" not in taken:
        yield "key", written.tex(str(issued_by or reference.title))


def _value(name: str, value: Any, language: str) -> str:
    if isinstance(value, Mapping):
        return written.edtf(value)
    if isinstance(value, (tuple, list)):
        return written.names(value)
    text = str(value)
    if name in _VERBATIM:
        return written.address(text)
    if name == "pages":
        return written.pages(text)
    return written.title(text, language) if name in ("title", "booktitle") else written.tex(text)
