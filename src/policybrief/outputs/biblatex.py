"""References for biblatex (https://ctan.org/pkg/biblatex, chapter 2), in UTF-8.

Fields that biblatex lacks keep their CSL names: programs ignore fields that they do not know. Treaties, hearings and
regulations are `misc` with a subtype: biblatex has `legal`, but Zotero drops entries of that type.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ..model.brief import Reference
from . import bibtex_text as written

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
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
}
"""By CSL type, the most common one of an entry type first; any other is a `misc`."""
_USUAL = {entry_type: csl for csl, entry_type in reversed(tuple(_ENTRY_TYPES.items()))}
"""The CSL types that an entry type implies; a subtype distinguishes the others."""
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
"""The subtypes that biblatex defines; any other is the CSL type itself."""

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
"""The biblatex names of a CSL field, best first; one that another field has taken is skipped."""
_LANGUAGES: Mapping[str, str] = {
    "ar": "arabic", "hy": "armenian", "az": "azerbaijani", "be": "belarusian", "bg": "bulgarian", "ca": "catalan",
    "hr": "croatian", "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "en-US": "american",
    "en-GB": "british", "et": "estonian", "fi": "finnish", "fr": "french", "ka": "georgian", "de": "german",
    "de-AT": "austrian", "el": "greek", "he": "hebrew", "hu": "hungarian", "it": "italian", "kk": "kazakh",
    "lv": "latvian", "lt": "lithuanian", "no": "norwegian", "fa": "persian", "pl": "polish", "pt": "portuguese",
    "pt-BR": "brazilian", "ro": "romanian", "ru": "russian", "sr": "serbian", "sk": "slovak", "sl": "slovenian",
    "es": "spanish", "sv": "swedish", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese",
}  # fmt: skip
"""The names of languages in babel and biblatex, by tag."""
_OWN_TITLES = frozenset(("title", "shorttitle", "booktitle"))
"""The fields in the source's language whose case styles would change."""
_FOREIGN_TITLES = frozenset(("titleaddon", "origtitle"))
"""The fields in another language."""
_VERBATIM = frozenset(("url", "doi", "copy-url"))


def biblatex(references: Iterable[Reference]) -> bytes:
    """Return the references as a file for biblatex."""
    return "\n".join(_entry(reference, key) for reference, key in written.keyed(references)).encode()


def _entry(reference: Reference, key: str) -> str:
    entry_type = _entry_type(reference)
    return written.entry(entry_type, key, _fields(reference, entry_type))


def _entry_type(reference: Reference) -> str:
    if reference.type == "book" and "editor" in reference.fields and "author" not in reference.fields:
        return "collection"
    return _ENTRY_TYPES.get(reference.type, "misc")


def _fields(reference: Reference, entry_type: str) -> dict[str, str]:
    """Return the fields of the entry by name, in a stable order, each as written between braces."""
    found: dict[str, str] = {}
    if reference.type != _usual_type(reference):
        found["entrysubtype"] = _SUBTYPES.get(reference.type, reference.type)
    names = _names_of_fields(entry_type)
    known = [name for name in names if name in reference.fields]
    for csl in (*known, *(name for name in reference.fields if name not in names and name not in ("id", "type"))):
        candidates = (*names.get(csl, ()), csl.lower(), f"csl-{csl.lower()}")
        name = next(name for name in candidates if name not in found)
        if csl == "issued":
            found |= {"date": reference.issued.edtf} if reference.issued else {}
        elif csl == "language":
            found |= _language(reference.language)
        elif csl != "title-en":
            found[name] = _value(name, reference.fields[csl], reference.language)
        elif str(reference.fields[csl]) not in reference.title:
            found[name] = _value(name, f"[{reference.fields[csl]}]", "")
    return found


def _usual_type(reference: Reference) -> str:
    """Return the type that programs assume without a subtype: a `misc` with an address is a web page."""
    entry_type = _ENTRY_TYPES.get(reference.type, "misc")
    return "webpage" if entry_type == "misc" and "URL" in reference.fields else _USUAL[entry_type]


def _language(tag: str) -> dict[str, str]:
    """Return the language for hyphenation, and for programs that do not read `langid`."""
    name = _LANGUAGES.get(tag)
    return {"langid": name, "language": name} if name else {"language": tag}


def _names_of_fields(entry_type: str) -> Mapping[str, tuple[str, ...]]:
    """Return the field names for an entry of this type: those of containers and publishers depend on it."""
    own: dict[str, tuple[str, ...]] = {}
    if entry_type in _PERIODICALS:
        own |= {"container-title": ("journaltitle",)}
    if entry_type == "online":
        own |= {"container-title": ("organization",)}
    if entry_type in _INSTITUTIONS:
        own |= {"publisher": ("institution",)}
    return {**_FIELDS, "language": ("langid",), **own}


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
    if name in _OWN_TITLES or name in _FOREIGN_TITLES:
        return written.title(text, language if name in _OWN_TITLES else "")
    return written.tex(text)
