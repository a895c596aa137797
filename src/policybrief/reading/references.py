"""`references.yml`: the sources as CSL-YAML, with the fields of CSL-JSON."""

import re
from collections.abc import Iterator
from functools import partial

from ..model.brief import Reference
from ..model.citing import backward_ranges
from ..model.dates import Date, Span
from ..model.problems import Code, Problem
from ..model.quality import EXTENTS, QUALITIES
from ..model.rules import RULES
from . import csl
from .checks import RulesByName, rule_name
from .faults import Faults, TooManyFaultsError
from .fields import Reader, choice, fields_of, list_of, parsed, root_of
from .text import shown
from .values import DATE_HINT, address, address_of_source, boolean, doi, language, plain_text, to_span
from .yaml import YamlMapping, YamlNode, YamlScalar, kind_of

_KEY = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9_])?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_UNDATED = "n.d."
MOST_SOURCES = 20_000
_REQUIRED = ("id", "type", "title", "language")
_EXCUSES = "allow"
_KNOWN = tuple(sorted({"id", "type", "categories", _EXCUSES} | csl.STRINGS | csl.DATES | csl.NAMES | csl.OWN))


def read_references(
    text: str, path: str, rules: RulesByName = RULES
) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Return the sources in the text of a references file, and its problems.

    A source without a usable id is left out; any other is kept with its valid fields. Dates are in its `fields` as CSL
    `date-parts`; a source with `issued: n.d.` has no `issued` there. `rules` are those from which a source can be
    exempted.
    """
    faults = Faults()
    try:
        return _references(text, path, rules, faults), tuple(faults)
    except TooManyFaultsError:
        return (), faults.cut_short()


def _references(text: str, path: str, rules: RulesByName, problems: list[Problem]) -> tuple[Reference, ...]:
    root = root_of(text, path, problems)
    if isinstance(root, YamlMapping):
        fields = fields_of(root, "the file", ("references",), problems, required=("references",))
        root = fields.mapping.get("references") if fields else None
    items = list_of(partial(_reference, rule=rule_name(rules)))(root, problems) if root is not None else None
    if items is not None and len(items) > MOST_SOURCES:
        seen = f"the file has {len(items):,} sources; the limit is {MOST_SOURCES:,}"
        problems.append(Problem(Code.TOO_COMPLEX, items[MOST_SOURCES].place, seen, "remove what nothing cites"))
        return ()
    return _distinct(items or (), problems)


def _distinct(references: tuple[Reference, ...], problems: list[Problem]) -> tuple[Reference, ...]:
    """Return the references, and report duplicate ids."""
    first: dict[str, Reference] = {}
    for reference in references:
        before = first.setdefault(reference.id, reference)
        if before is not reference:
            seen = f"the id {shown(reference.id)} already belongs to the source on line {before.place.line}"
            hint = "give one of them a different id, or remove one if they are the same"
            problems.append(Problem(Code.DUPLICATE_ID, reference.place, seen, hint))
    return tuple(first.values())


def _reference(node: YamlNode, problems: list[Problem], rule: Reader[str]) -> Reference | None:
    id_node = node.get("id") if isinstance(node, YamlMapping) else None
    name = f"source {shown(id_node.text)}" if isinstance(id_node, YamlScalar) and id_node.text else "this source"
    fields = fields_of(node, name, _KNOWN, problems, required=_REQUIRED)
    if fields is None:
        return None
    if not fields.has("issued"):
        hint = f"add the line 'issued: 2019-05-12', or 'issued: {_UNDATED}' if it has no date"
        problems.append(Problem(Code.MISSING_KEY, fields.mapping.place, f"{name} has no 'issued'", hint))
    keys = (key.text for key, _ in fields.mapping.pairs if key.text != _EXCUSES)
    values = {key: fields.take(key, _reader_of(key)) for key in keys}
    id_, issued = values.get("id"), values.get("issued")
    allowed = fields.take(_EXCUSES, list_of(rule)) or ()
    if Code.BACKWARD_PAGES.public not in allowed:
        problems.extend(_backward_pages(fields.mapping.get("page")))
    if not isinstance(id_, str) or id_node is None:
        return None
    return Reference(
        id=id_,
        type=str(values.get("type") or ""),
        title=str(values.get("title") or ""),
        language=str(values.get("language") or ""),
        issued=issued if isinstance(issued, Span) else None,
        fields={key: _as_csl(value) for key, value in values.items() if value is not None},
        place=id_node.place,
        allowed=allowed,
    )


def _as_csl(value: object) -> object:
    """Return a value in CSL-JSON form: a date as its parts, a tuple as a list."""
    if not isinstance(value, Span):
        return list(value) if isinstance(value, tuple) else value
    ends = [end for end in (value.start, None if value.single else value.end) if end is not None]
    parts: dict[str, object] = {"date-parts": [_parts(end) for end in ends]}
    if any(end.approximate or end.uncertain for end in ends):
        parts["circa"] = True
    return parts


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]


def _name(node: YamlNode, problems: list[Problem]) -> dict[str, str] | None:
    """Read a person or an organisation."""
    hint = "write {family: ..., given: ...} for a person, {literal: ...} for an organisation"
    if not isinstance(node, YamlMapping):
        problems.append(Problem(Code.WRONG_TYPE, node.place, f"expected a name, got {kind_of(node)}", hint))
        return None
    fields = fields_of(node, "this name", csl.NAME_PARTS, problems)
    if fields is None:
        return None
    if not fields.has("family") and not fields.has("literal"):
        problems.append(Problem(Code.MISSING_KEY, node.place, "this name has neither 'family' nor 'literal'", hint))
        return None
    parts = {part: fields.take(part, plain_text) for part in csl.NAME_PARTS}
    return {part: text for part, text in parts.items() if text is not None}


def _closed_span(node: YamlNode, problems: list[Problem]) -> Span | None:
    """Read a date or a range with both ends: EDTF, or the `date-parts` of CSL."""
    found = _span_of_parts(node, problems) if isinstance(node, YamlMapping) else _range(node, problems)
    if found is not None and (found.start is None or found.end is None):
        seen, hint = f"'{found.edtf}' has no start or no end", "write the dates of what was used, such as 2015/2019"
        problems.append(Problem(Code.BAD_DATE, node.place, seen, hint))
        return None
    return found


def _span_of_parts(node: YamlMapping, problems: list[Problem]) -> Span | None:
    faults: list[Problem] = []
    fields = fields_of(node, "this date", ("date-parts", "circa"), faults, required=("date-parts",))
    parts = fields.take("date-parts", list_of(list_of(_number))) if fields else None
    circa = fields.take("circa", boolean) if fields else None
    problems.extend(faults)
    if faults or parts is None:
        return None
    if not 1 <= len(parts) <= 2 or not all(1 <= len(date) <= 3 for date in parts):
        hint = "write [[2019, 5, 12]], or [[2014], [2016]] for a range"
        problems.append(
            Problem(Code.BAD_DATE, node.place, "'date-parts' holds one date or two of one to three parts", hint)
        )
        return None
    mark = "~" if circa else ""
    return _range(YamlScalar("/".join(_edtf(date) + mark for date in parts), node.place), problems)


def _edtf(parts: tuple[int, ...]) -> str:
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def _issued(node: YamlNode, problems: list[Problem]) -> Span | None:
    """Read when a source was published; `n.d.` means that it has no date."""
    if isinstance(node, YamlScalar) and node.text == _UNDATED:
        return None
    return _closed_span(node, problems)


def _archive(node: YamlNode, problems: list[Problem]) -> str | None:
    """Read where a copy is kept: the name of an archive, as in CSL, or the address of an archived page."""
    found = plain_text(node, problems)
    return address(node, problems) if found is not None and _SCHEME.match(found) else found


def _backward_pages(node: YamlNode | None) -> Iterator[Problem]:
    """Yield a problem for each page range that runs backwards."""
    if not isinstance(node, YamlScalar):
        return
    for pages in backward_ranges(node.text):
        seen, hint = f"the page range {shown(pages)} runs backwards", "write the first page before the last"
        yield Problem(Code.BACKWARD_PAGES, node.place, seen, hint)


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise ValueError(f"{shown(text)} cannot be the id of a source")
    return text


def _digits(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text):
        raise ValueError(f"{shown(text)} is not a part of a date")
    return int(text)


_range = parsed(to_span, Code.BAD_DATE, f"{DATE_HINT}; for a range 2014/2016")
_number = parsed(_digits, Code.BAD_DATE, "write a year, a month or a day as a number")
_READERS: dict[str, Reader[object]] = {
    "id": parsed(
        _key, Code.BAD_ID, "write letters a to z, digits, and _ - : . between them, such as shiriyev2019closer"
    ),
    "type": choice({word: word for word in sorted(csl.TYPES)}, Code.BAD_KIND, "type of source"),
    "language": language,
    "DOI": doi,
    "archive": _archive,
    "reliability": choice({word: word for word in QUALITIES}, Code.BAD_VALUE, "quality"),
    "extent": choice({word: word for word in EXTENTS}, Code.BAD_VALUE, "extent"),
    "categories": list_of(plain_text),
    "URL": address_of_source,
    "copy-url": address,
    **dict.fromkeys(csl.NAMES, list_of(_name)),
    **dict.fromkeys(csl.DATES, _closed_span),
    "issued": _issued,
}


def _reader_of(key: str) -> Reader[object]:
    """Return the reader of a field; unknown keys were already reported and are skipped."""
    if key not in _KNOWN:
        return lambda node, problems: None  # noqa: ARG005
    return _READERS.get(key, plain_text)
