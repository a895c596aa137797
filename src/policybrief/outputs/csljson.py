"""References as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).

The schema is that of https://github.com/citation-style-language/schema, `schemas/input/csl-data.json`.
"""

import json
import re
from collections.abc import Iterable, Mapping

from ..model.brief import Author, Brief, Reference
from ..model.dates import Date, Span
from ..model.fold import in_plain_latin
from ..model.problems import Place
from ..wording.words import ENGLISH, Words

OWN_FIELDS = ("title-en", "title-translit", "reliability", "extent", "copy-url")
"""Our additional fields, which CSL does not have."""

UNBROKEN_HYPHEN = "\u2011"
"""Looks like a hyphen, but no processor treats it as a range."""
NUMBERS = ("number", "edition", "collection-number", "version")
"""CSL fields with a number that identifies one thing."""


def csl_json(references: Iterable[Reference]) -> bytes:
    """Return the references as a CSL-JSON file, one per line."""
    return one_a_line(map(csl_item, references))


def csl_item(reference: Reference) -> dict[str, object]:
    """Return a reference as an item of CSL-JSON: our additional fields are under `custom`, as the schema allows."""
    item = {name: value for name, value in reference.fields.items() if name not in OWN_FIELDS}
    item |= as_one_number(item, UNBROKEN_HYPHEN)
    own = {name: reference.fields[name] for name in OWN_FIELDS if name in reference.fields}
    return {**item, "custom": own} if own else item


def as_one_number(fields: Mapping[str, object], hyphen: str) -> dict[str, str]:
    """Return the number fields that contain a hyphen, with the other character instead.

    A citation processor treats `2016-13` as a range of numbers, and prints `Nos. 2016–13` or `2026th-11 edition eds.`
    """
    return {
        name: re.sub(r"(?<=\w)[-–](?=\w)", hyphen, value)
        for name in NUMBERS
        if isinstance(value := fields.get(name), str) and re.match(r"\d+[-–]\w", value)
    }


def one_a_line(records: Iterable[Mapping[str, object]]) -> bytes:
    """Return records as a JSON list with one record per line, for readable diffs."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def brief_reference(brief: Brief, site_url: str, words: Words = ENGLISH) -> Reference:
    """Return the brief's record as a source for others to cite: a report at `site_url`.

    `words` are those of the citation's language.
    """
    issued = Span(brief.date, brief.date) if brief.date else None
    key = citation_key(brief)
    title = f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title
    fields: dict[str, object] = {
        "id": key,
        "type": "report",
        "title": title,
        "title-short": brief.title if brief.subtitle else "",
        "author": tuple(map(_name, brief.authors)),
        "publisher": brief.publisher,
        "collection-title": brief.series,
        "number": brief.number,
        "edition": _edition(brief.edition, words),
        "issued": _date_parts(brief.date) if brief.date else None,
        "language": brief.language,
        "abstract": brief.description,
        "note": brief.note,
        "license": brief.licence,
        "DOI": brief.doi,
        "URL": site_url,
    }
    present = {name: value for name, value in fields.items() if value}
    return Reference(key, "report", title, brief.language, issued, present, Place(""))


def citation_key(brief: Brief) -> str:
    """Return a key for the brief in the files of others: `policybrief2026azerbaijan`; `brief` where letters lack."""
    author = brief.authors[0] if brief.authors else None
    parts = (
        _longest_word((author.family or author.name) if author else ""),
        str(brief.date.year) if brief.date else "",
        _longest_word(brief.title),
    )
    return "".join(parts) or "brief"


def _edition(edition: str, words: Words) -> str:
    """Return the edition so that processors do not count it: `2026-11` would be printed as the 2026th to the 11th."""
    said = words.say("{edition} edition", edition=edition)
    return said if re.fullmatch(r"\d+(\W+\d+)+", edition) else edition


def _name(author: Author) -> Mapping[str, str]:
    if not author.family:
        return {"literal": author.name}
    return {"family": author.family, "given": author.given} if author.given else {"family": author.family}


def _date_parts(date: Date) -> Mapping[str, object]:
    parts: dict[str, object] = {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
    return {**parts, "circa": True} if date.approximate or date.uncertain else parts


def _longest_word(text: str) -> str:
    """Return the first of the longest words of the text in letters a to z, ignoring other letters."""
    words = re.findall("[a-z]+", in_plain_latin(text.lower()))
    return max(words, key=len, default="")
