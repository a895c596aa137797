"""Reading CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) and its twin CSL-YAML."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.problems import Place, Problem
from ..reading import csl
from ..reading.yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence, compose
from .dates import DateRead, read_date, season_in
from .records import UNDATED, Notes, Person, Reading, Record, Value, left_out, read_as

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_TYPES: Mapping[str, str] = {
    **{type_: type_ for type_ in csl.TYPES},
    "blog-post": "post-weblog", "encyclopediaArticle": "entry-encyclopedia",
    "journalArticle": "article-journal", "newspaperArticle": "article-newspaper", "bookSection": "chapter",
    "magazineArticle": "article-magazine", "conferencePaper": "paper-conference", "blogPost": "post-weblog",
    "software": "software", "gazette": "legislation", "musical-score": "musical_score", "preprint": "article",
}  # fmt: skip
_NAMES_OF_OTHERS = {
    "shortTitle": "title-short", "journalAbbreviation": "container-title-short", "publisherPlace": "publisher-place",
    "containerTitle": "container-title", "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN",
    "event": "event-title", "Event": "event-title",
}  # fmt: skip
_HOUSEKEEPING = frozenset(
    ("system_id", "citation-key", "citation-label", "uri", "itemID", "citation-number", "first-reference-note-number")
)
_EXTRA_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]*?)\s*:\s+(?P<value>\S.*)")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter"}
_FLAGS = ("circa", "approximate", "uncertain")


def read_csl_json(text: str, path: str) -> Reading:
    """Return the items of CSL-JSON: a list, one item, or a list under `items` or `references`."""
    problems: list[Problem] = []
    records = [_record(item, Place(path, line), problems) for item, line in _json_items(text, path, problems)]
    return Reading(tuple(records), tuple(problems))


def read_csl_yaml(text: str, path: str) -> Reading:
    """Return the items of CSL-YAML: a list, alone or under `references`."""
    text = re.sub(r"\A\s*---[^\n]*\n|^(?:---|\.\.\.)[ \t]*$\s*\Z", "", text, flags=re.MULTILINE)
    document = compose(text, path)
    problems = [problem for problem in document.problems if document.root is None or document.refused]
    root = document.root
    if isinstance(root, YamlMapping):
        root = root.get("references") or root.get("items")
    items = root.items if isinstance(root, YamlSequence) else ()
    records = [_record(_json_of(item), item.place, problems) for item in items if isinstance(item, YamlMapping)]
    return Reading(tuple(records), tuple(problems))


def _json_of(node: YamlNode) -> Any:
    """Return a node of YAML as JSON has it, every scalar as text."""
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlSequence):
        return [_json_of(item) for item in node.items]
    return {key.text: _json_of(value) for key, value in node.pairs}


def _json_items(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Yield each item with its line; one that cannot be parsed is reported, and costs itself alone."""
    decoder = json.JSONDecoder(strict=False)
    at = _first_item(text)
    while 0 <= at < len(text):
        line = text.count("\n", 0, at) + 1
        try:
            item, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            said = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
            where = error.lineno if isinstance(error, json.JSONDecodeError) else line
            seen = f"an item was left out: this is not JSON: {said}"
            problems.append(left_out(Place(path, where), seen, "correct it and import the file again"))
            following = _NEXT_ITEM.search(text, at + 1)
            end = following.end() - 1 if following else len(text)
            item = None
        if isinstance(item, dict):
            yield item, line
        at = text.find("{", end)


def _first_item(text: str) -> int:
    """Return where the first item begins: in the list, under the key that holds it, or at once."""
    under = re.match(
        r"\s*\{\s*(?:\"[\w-]+\"\s*:\s*(?:\"[^\"]*\"|[\w.-]+)\s*,\s*)*\"(?:items|references)\"\s*:\s*\[", text
    )
    return text.find("{", under.end() if under else 0)


def _record(item: Mapping[str, Any], place: Place, problems: list[Problem]) -> Record:
    """Return an item as a source; what CSL has no field for goes into the note."""
    key = str(item.get("id", "") or item.get("citation-key", "") or "").rpartition("/")[2]
    reader = _ItemReader(key, place, problems)
    for name, value in item.items():
        reader.take(_NAMES_OF_OTHERS.get(name, name), value)
    note = {"note": str(reader.notes)} if str(reader.notes) else {}
    written = str(item.get("type", "") or item.get("itemType", ""))
    type_ = reader.type or _TYPES.get(written, "")
    if written and not type_:
        reader.notes.add(written, "type")
    return Record(key, place, type_, {**reader.made, **note})


class _ItemReader:
    """The fields of one item while they are taken."""

    def __init__(self, key: str, place: Place, problems: list[Problem]) -> None:
        self.name = f"source '{key}'" if key else "this source"
        self.place = place
        self.problems = problems
        self.made: dict[str, Value] = {}
        self.notes = Notes()
        self.type = ""

    def take(self, name: str, value: Any) -> None:
        if name in ("id", "type", "itemType") or name in _HOUSEKEEPING or value in (None, "", [], {}):
            return
        if name == "custom" and isinstance(value, Mapping):
            for own, text in value.items():
                self.take(own if own in csl.OWN else f"custom {own}", text)
        elif name == "note":
            self.take_note(_text(value))
        elif name in csl.NAMES:
            self.put(name, tuple(filter(None, map(_person, value if isinstance(value, list) else [value]))))
        elif name in csl.DATES:
            self.take_date(name, value)
        elif name in csl.STRINGS | csl.OWN:
            self.put(name, _text(value))
        elif name in ("keywords", "tags", "categories"):
            self.put("keyword", _text(value))
        else:
            self.notes.add(_text(value), name)

    def put(self, name: str, value: Value) -> None:
        if value and name not in self.made:
            self.made[name] = value
        elif value and self.made.get(name) != value and isinstance(value, str):
            self.notes.add(value, name)

    def take_date(self, name: str, value: Any) -> None:
        found, written = _date(value)
        if not found.edtf or (found.edtf == UNDATED and name != "issued"):
            seen = f"{self.name}: {name} '{written}' was not understood and is left out"
            self.problems.append(left_out(self.place, seen, "write it as 2019, 2019-05, 2019-05-12 or 2014/2016"))
            return
        self.put(name, found.edtf)
        if found.original:
            self.put("original-date", found.original)
        if found.status:
            self.put("status", found.status)
        if not found.exact:
            season = season_in(written)
            why = f": a {season} cannot be written in it" if season else ""
            self.problems.append(
                read_as(self.place, f"{self.name}: {name} '{written}' was read as '{found.edtf}'{why}")
            )

    def take_note(self, note: str) -> None:
        """Take what Zotero calls Extra: lines such as `original-date: 1937` are fields, the rest is a note."""
        for line in note.split("\n"):
            match = _EXTRA_LINE.fullmatch(line.strip())
            name = match["name"].strip().lower().replace(" ", "-") if match else ""
            wanted = next((field for field in csl.STRINGS | csl.DATES | csl.OWN if field.lower() == name), "")
            if match and name == "type" and match["value"] in csl.TYPES:
                self.type = match["value"]
            elif match and wanted and wanted != "note" and wanted not in self.made:
                self.take(wanted, match["value"])
            elif line.strip():
                self.notes.add(line.strip())


def _text(value: Any) -> str:
    """Return a value as text: a list by its items, a mapping as JSON."""
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _person(value: Any) -> Person:
    """Return a name; what is not one is taken for an organisation."""
    if not isinstance(value, Mapping):
        return {"literal": _text(value)} if value else {}
    parts = {part: _text(value[part]) for part in csl.NAME_PARTS if value.get(part)}
    if "name" in value and not parts:
        parts = {"literal": _text(value["name"])}
    if not parts.keys() & {"family", "literal"}:
        return {"literal": " ".join(parts.values())} if parts else {}
    if not parts.get("given") and "family" in parts and value.get("isInstitution"):
        return {"literal": parts["family"]}
    return parts


def _date(value: Any) -> tuple[DateRead, str]:
    """Return what a date says, and how it was written."""
    if isinstance(value, list):
        return _parts_read([_parts_of(part) for part in value], _mark_of(value)), _written(value)
    if not isinstance(value, Mapping):
        return read_date(_text(value)), _text(value)
    for name in ("raw", "literal", "edtf"):
        if value.get(name) and not value.get("date-parts"):
            return read_date(_text(value[name])), _text(value[name])
    parts = value.get("date-parts")
    found = _parts_read(
        [_listed(part) for part in parts] if isinstance(parts, list) else [_parts_of(value)], _mark_of([value])
    )
    season = _SEASONS.get(_text(value.get("season", "")), _text(value.get("season", "")))
    if season and found.edtf:
        return DateRead(found.edtf, exact=False), f"{season} {found.edtf}"
    return found, _written(value)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value


def _listed(part: Any) -> list[str]:
    return [_text(number) for number in part if number not in ("", None)] if isinstance(part, list) else [_text(part)]


def _parts_of(value: Any) -> list[str]:
    """Return year, month and day of a date in the form `{year: 2019, month: 5}`."""
    if not isinstance(value, Mapping):
        return [_text(value)]
    return [_text(value[name]) for name in ("year", "month", "day") if value.get(name)]


def _mark_of(values: Sequence[Any]) -> str:
    said = [value.get(flag) for value in values if isinstance(value, Mapping) for flag in _FLAGS]
    return "~" if any(flag not in (None, False, 0, "", "0", "false") for flag in said) else ""


def _parts_read(dates: Sequence[Sequence[str]], mark: str) -> DateRead:
    """Return one date or two, each given as year, month and day."""
    read = [read_date(_joined(parts) + mark) for parts in dates if parts and parts[0]]
    if not read or any(not found.edtf for found in read):
        return DateRead()
    if len(read) > 1:
        return read_date("/".join(found.edtf for found in read[:2]))
    return read[0]


def _joined(parts: Sequence[str]) -> str:
    year, *rest = parts
    if not year.isdigit() or not all(part.isdigit() for part in rest):
        return " ".join(reversed(parts))
    real = [int(part) for part in rest if int(part)]
    return "-".join([f"{int(year):04}", *(f"{part:02}" for part in real)])
