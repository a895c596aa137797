"""Readers of single values that several files have: plain text, dates, languages, addresses, identifiers."""

import re
from urllib.parse import quote

from ..model.dates import Date, Span, parse_date, parse_span
from ..model.problems import Code, Place, Problem
from .fields import choice, parsed, scalar
from .text import excerpt, shown
from .yaml import YamlNode, YamlScalar

_HTML = re.compile(r"<[A-Za-z/!?][^<>]*>?")
_BLANKS = re.compile(r"[ \t\n]+")
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-x(-[A-Za-z0-9]{1,8})+)?"
)
_URL = re.compile(r"https?://[^\s/?#<>\"\\]+([/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_DOI = re.compile(r"10(\.[0-9]{4,9}(\.[0-9]+)*)?/\S+")
_SAFE_IN_A_DOI = "/:;()[],.-_~!$&'*+=@%"
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_LONGEST_DATE = 40


def html_problem(text: str, place: Place) -> Problem | None:
    """Return the problem of text with HTML in it, or None."""
    found = _HTML.search(text)
    if found is None:
        return None
    hint = "write plain text; to show a literal '<', put a space after it"
    return Problem(Code.HTML_IN_TEXT, place, f"HTML in plain text: {shown(found.group())}", hint)


def one_line(text: str) -> str:
    """Return `text` with single spaces for all spaces and line breaks, and none around it."""
    return _BLANKS.sub(" ", text).strip(" ")


def plain_scalar(node: YamlNode, problems: list[Problem]) -> YamlScalar | None:
    """Read text without HTML as one line, with its place."""
    found = scalar(node, problems)
    if found is None:
        return None
    if problem := html_problem(found.text, found.place):
        problems.append(problem)
        return None
    return YamlScalar(one_line(found.text), found.place)


def plain_text(node: YamlNode, problems: list[Problem]) -> str | None:
    """Read text without HTML as one line."""
    found = plain_scalar(node, problems)
    return None if found is None else found.text


def _written_date(text: str) -> str:
    """Return the text of a date if it can be one: model.dates accepts the digits of any script."""
    if len(text) > _LONGEST_DATE or not text.isascii():
        raise ValueError(f"{shown(text)} is not a valid date")
    return text


def _date(text: str) -> Date:
    return parse_date(_written_date(text))


def to_span(text: str) -> Span:
    """Return the EDTF date or interval in `text`. Raises ValueError, with a message for the author."""
    return parse_span(_written_date(text))


def _matching(pattern: re.Pattern[str], noun: str, text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(f"{shown(text)} is not a {noun}")
    return text


def _address(text: str) -> str:
    scheme, colon, _ = text.partition(":")
    if colon and scheme.isalpha() and scheme.lower() not in ("http", "https"):
        raise ValueError(f"{shown(text)} is not a web address: it begins with '{excerpt(scheme)}:'")
    return _matching(_URL, "web address", text)


def _address_of_source(text: str) -> str:
    """Return a web address; for `doi:10.1000/182`, that of its resolver."""
    scheme, _, name = text.partition(":")
    if scheme.lower() == "doi":
        return f"https://doi.org/{quote(_matching(_DOI, 'DOI', name.strip()), safe=_SAFE_IN_A_DOI)}"
    return _address(text)


def _orcid(text: str) -> str:
    """Check the last character with ISO 7064 MOD 11-2 over the fifteen before it."""
    digits = _matching(_ORCID, "valid ORCID", text).replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2 % 11
    if (12 - total) % 11 != (10 if digits[-1] == "X" else int(digits[-1])):
        raise ValueError(f"{shown(text)} is not an ORCID: its last character is a check digit and does not match")
    return text


DATE_HINT = "write a year, a month or a day: 1994, 1994-05, 1994-05-12, and 1994~ for about 1994"
date = parsed(_date, Code.BAD_DATE, DATE_HINT)
"""Read one EDTF date."""
span = parsed(to_span, Code.BAD_DATE, f"{DATE_HINT}; for a period 2014/2016 or 2014/..")
"""Read an EDTF date or interval."""
language = parsed(
    lambda text: _matching(_LANGUAGE, "language tag", text),
    Code.BAD_LANGUAGE,
    "write a language tag: en, az, ru, az-Cyrl, pt-BR",
)
"""Read a language tag (BCP 47)."""
address = parsed(_address, Code.BAD_URL, "write an address that begins with https:// or http://")
"""Read a web address."""
address_of_source = parsed(
    _address_of_source, Code.BAD_URL, "write an address that begins with https://, http:// or doi:"
)
"""Read the address of a source: on the web, or by its DOI."""
doi = parsed(
    lambda text: _matching(_DOI, "DOI", text), Code.BAD_VALUE, "write it as 10.1000/182, without https://doi.org/"
)
"""Read a DOI."""
orcid = parsed(
    _orcid, Code.BAD_VALUE, "copy it from the person's page as 0000-0002-1825-0097, without https://orcid.org/"
)
"""Read an ORCID, its check digit verified."""
boolean = choice({"true": True, "false": False}, Code.BAD_VALUE, "answer")
"""Read `true` or `false`."""
