"""References as BibTeX in UTF-8, with the types and fields of biblatex (https://ctan.org/pkg/biblatex, chapter 2).

What biblatex has no field for keeps its name in CSL: programs pass over fields they do not know.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.brief import Reference

_ENTRY_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "classic": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "document": "misc",
    "entry-encyclopedia": "inreference",
    "entry-dictionary": "inreference",
    "entry": "inreference",
    "figure": "image",
    "graphic": "artwork",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "bill": "legislation",
    "manuscript": "unpublished",
    "speech": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "music",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "hearing": "legal",
    "regulation": "legal",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
}
"""By CSL type, the usual one of an entry type first; any other is a `misc`."""
_USUAL = {entry_type: csl for csl, entry_type in reversed(tuple(_ENTRY_TYPES.items()))}
"""The CSL type that an entry type says already; for the others a subtype tells them apart."""
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
"""The subtypes that biblatex names; any other is the CSL type itself."""

_PERIODICALS = frozenset(("article", "review"))
_INSTITUTIONS = frozenset(("report", "thesis"))
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "title-en": ("titleaddon",),
    "title-short": ("shorttitle",),
    "shortTitle": ("shorttitle",),
    "author": ("author",),
    "editor": ("editor",),
    "translator": ("translator",),
    "container-author": ("bookauthor",),
    "issued": ("date",),
    "container-title": ("booktitle",),
    "container-title-short": ("shortjournal",),
    "journalAbbreviation": ("shortjournal",),
    "collection-title": ("series",),
    "genre": ("type",),
    "number": ("number",),
    "issue": ("number", "issue"),
    "collection-number": ("number",),
    "volume": ("volume",),
    "number-of-volumes": ("volumes",),
    "part-number": ("part",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    "version": ("version",),
    "authority": ("institution",),
    "publisher": ("publisher",),
    "publisher-place": ("location",),
    "event-title": ("eventtitle",),
    "event": ("eventtitle",),
    "event-place": ("venue",),
    "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "page": ("pages",),
    "number-of-pages": ("pagetotal",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "call-number": ("library",),
    "status": ("pubstate",),
    "medium": ("howpublished",),
    "language": ("langid",),
    "abstract": ("abstract",),
    "annote": ("annotation",),
    "keyword": ("keywords",),
    "event-date": ("eventdate",),
    "original-date": ("origdate",),
    "accessed": ("urldate",),
    "DOI": ("doi",),
    "URL": ("url",),
    "note": ("note",),
}
"""What a CSL field is called, best name first; one that another field has taken already is passed over."""
_TITLES = frozenset(("title", "shorttitle", "booktitle", "titleaddon", "origtitle"))
"""The fields whose case styles would change."""
_VERBATIM = frozenset(("url", "doi", "copy-url"))

_COMMANDS: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# Signs that TeX would join into another one: dashes, quotation marks, and ?` as the Spanish question mark.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)")

_PAGES = re.compile(r"^(\w+)[-–](\w+)$")


def bibtex(references: Iterable[Reference]) -> bytes:
    """Return the references as a BibTeX file in UTF-8."""
    seen: set[str] = set()
    return "\n".join(_entry(reference, _key(reference.id, seen)) for reference in references).encode()


def tex(text: str) -> str:
    """Return plain text as TeX that prints it."""
    matched = _matched_braces(text)
    parts = []
    for at, sign in enumerate(text):
        if sign in "{}":
            # BibTeX counts braces, escaped or not: one that stands alone needs a name.
            alone = r"\textbraceleft{}" if sign == "{" else r"\textbraceright{}"
            parts.append(f"\\{sign}" if at in matched else alone)
        else:
            parts.append(_COMMANDS.get(sign) or sign)
    return _LIGATURE.sub("{}", "".join(parts))


def _matched_braces(text: str) -> set[int]:
    """Return where the braces stand that have a partner."""
    opened: list[int] = []
    matched: set[int] = set()
    for at, sign in enumerate(text):
        if sign == "{":
            opened.append(at)
        elif sign == "}" and opened:
            matched |= {opened.pop(), at}
    return matched


def _key(id_: str, seen: set[str]) -> str:
    """Return the key of an entry: BibTeX takes two that differ in case only for one."""
    key, number = id_, 2
    while key.lower() in seen:
        key, number = f"{id_}-{number}", number + 1
    seen.add(key.lower())
    return key


def _entry(reference: Reference, key: str) -> str:
    entry_type = _entry_type(reference)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference, entry_type).items())
    return f"@{entry_type}{{{key},\n{lines}}}\n"


def _entry_type(reference: Reference) -> str:
    if reference.type == "book" and "editor" in reference.fields and "author" not in reference.fields:
        return "collection"
    return _ENTRY_TYPES.get(reference.type, "misc")


def _fields(reference: Reference, entry_type: str) -> dict[str, str]:
    """Return the fields of the entry by their names in BibTeX, in a steady order, each as it stands between braces."""
    found: dict[str, str] = {}
    if _USUAL.get(_ENTRY_TYPES.get(reference.type, "misc")) != reference.type:
        found["entrysubtype"] = _SUBTYPES.get(reference.type, reference.type)
    names = _names_of_fields(entry_type)
    known = [name for name in names if name in reference.fields]
    for csl in (*known, *(name for name in reference.fields if name not in names and name not in ("id", "type"))):
        candidates = (*names.get(csl, ()), csl.lower(), f"csl-{csl.lower()}")
        name = next(name for name in candidates if name not in found)
        if csl == "issued":
            found |= _issued(reference)
        elif csl != "title-en":
            found[name] = _value(name, reference.fields[csl])
        elif str(reference.fields[csl]) not in reference.title:
            found[name] = _value(name, f"[{reference.fields[csl]}]")
    return found


def _issued(reference: Reference) -> dict[str, str]:
    """Return the date for biblatex, and the year, which is all that older styles and programs read."""
    start = reference.issued and (reference.issued.start or reference.issued.end)
    return {"date": reference.issued.edtf, "year": str(start.year)} if reference.issued and start else {}


def _names_of_fields(entry_type: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names for an entry of the type: those of containers and publishers depend on it."""
    own: dict[str, tuple[str, ...]] = {}
    if entry_type in _PERIODICALS:
        own |= {"container-title": ("journaltitle",)}
    if entry_type == "online":
        own |= {"container-title": ("organization",)}
    if entry_type in _INSTITUTIONS:
        own |= {"publisher": ("institution",)}
    return {**_FIELDS, **own}


def _value(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return _date(value)
    if isinstance(value, (tuple, list)):
        people = [item for item in value if isinstance(item, Mapping)]
        return " and ".join(map(_name, people)) if people else ", ".join(tex(str(item)) for item in value)
    text = str(value)
    if name in _VERBATIM:
        return text.replace("{", "%7B").replace("}", "%7D")
    if name == "pages":
        # A range of pages is written with two hyphens; other hyphens belong to the number of a page.
        return ", ".join(_PAGES.sub(r"\1--\2", tex(part)) for part in text.split(", "))
    return f"{{{tex(text)}}}" if name in _TITLES else tex(text)


def _date(value: Mapping[str, Any]) -> str:
    """Return a CSL date as EDTF."""
    mark = "~" if value.get("circa") else ""
    dates = ("-".join(f"{part:0{2 if at else 4}}" for at, part in enumerate(date)) for date in value["date-parts"])
    return "/".join(date + mark for date in dates)


def _name(name: Mapping[str, str]) -> str:
    """Return a name as BibTeX takes it apart: `von Last, Jr, First`, an organisation in braces."""
    if "literal" in name:
        return f"{{{tex(name['literal'])}}}"
    particles = filter(None, (name.get("dropping-particle"), name.get("non-dropping-particle")))
    family = _part(name.get("family", ""), is_family=True)
    parts = [" ".join([*map(tex, particles), family]), _part(name.get("suffix", "")), _part(name.get("given", ""))]
    if not any(parts[1:]):
        return parts[0] if parts[0].startswith("{") else f"{{{parts[0]}}}"
    return ", ".join(part for at, part in enumerate(parts) if at != 1 or part)


def _part(text: str, *, is_family: bool = False) -> str:
    """Return a part of a name, in braces where BibTeX would read more into it than is there."""
    # A word with a small letter in a family name begins what BibTeX calls the von part.
    particle = is_family and not all(word[0].isupper() for word in text.split())
    misread = re.search(r"[,{}]|\band\b|[^\S ]", text, re.IGNORECASE)
    return f"{{{tex(text)}}}" if text and (particle or misread) else tex(text)
