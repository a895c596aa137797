"""Sources as ContextObjects in spans (COinS), from which Zotero and others offer the list of references as a list.

The form is Dublin Core in key/value pairs, which has room for every kind of source. Zotero reads it in `openurl.js`
(https://github.com/zotero/utilities): the type has to come last, for it says where a title belongs.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote_plus

from ..model.brief import Reference
from ..model.organisations import indexed_organisation
from .web_addresses import web_address

_FORMAT = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:dc"
_TYPES: Mapping[str, str] = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "bill": "bill", "book": "book", "broadcast": "tvBroadcast",
    "chapter": "bookSection", "dataset": "dataset", "entry": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry", "entry-encyclopedia": "encyclopediaArticle", "figure": "artwork",
    "graphic": "artwork", "hearing": "hearing", "interview": "interview", "legal_case": "case",
    "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "film",
    "paper-conference": "conferencePaper", "patent": "patent", "personal_communication": "letter",
    "post": "forumPost", "post-weblog": "blogPost", "regulation": "statute", "report": "report",
    "review": "journalArticle", "review-book": "journalArticle", "software": "computerProgram",
    "song": "audioRecording", "speech": "presentation", "standard": "standard", "thesis": "thesis",
    "webpage": "webpage",
}  # fmt: skip
"""Zotero's name for a type of CSL; any other is a document."""
_FIELDS = (
    ("source", "container-title"),
    ("publisher", "publisher"),
    ("place", "publisher-place"),
    ("series", "collection-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("edition", "edition"),
    ("language", "language"),
)


def context_object(reference: Reference) -> str:
    """Return a source as the value of `title` of a span with the class `Z3988`."""
    pairs = (f"&{key}={quote_plus(value, safe=':/,;()')}" for key, value in _pairs(reference) if value)
    return _FORMAT + "".join(pairs)


def _pairs(reference: Reference) -> Iterator[tuple[str, str]]:
    fields = reference.fields
    yield "rft.title", reference.title
    for name in _names(fields.get("author") or fields.get("editor")):
        yield "rft.au", name
    issued = reference.issued and (reference.issued.start or reference.issued.end)
    yield "rft.date", issued.edtf.rstrip("~?%") if issued else ""
    for key, name in _FIELDS:
        yield f"rft.{key}", _text(fields.get(name))
    doi = _text(fields.get("DOI"))
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", web_address(reference.url)
    yield "rft.isbn", _text(fields.get("ISBN"))
    yield "rft.type", _TYPES.get(reference.type, "document")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    for name in value if isinstance(value, (list, tuple)) else ():
        if not isinstance(name, Mapping):
            continue
        if "literal" in name:
            yield indexed_organisation(str(name["literal"]))
            continue
        family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
        given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
        yield f"{family}, {given}" if family and given else family or given
