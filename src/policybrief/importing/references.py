"""Turning the files of reference managers into the sources of a brief: BibTeX by pandoc, RIS by `ris_import`."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypandoc
import yaml

from ..model.problems import Problem, sorted_problems
from ..reading import csl
from ..reading.references import read_references
from .bibtex_limits import fault_in
from .ris import Item, read_ris

LARGEST_IMPORT = 4_000_000
"""In bytes."""
MOST_IMPORTED = 2_000
"""Sources of one file; pandoc takes seconds for them."""
LONGEST_VALUE = 20_000
MOST_NAMES = 1_000
"""Authors, editors and the like of one source."""
_TIME_LIMIT = 30
"""Seconds."""
_MEMORY_LIMIT = "-M250m"
_FIRST = ("id", "type", "title", "title-en", "title-short", *sorted(csl.NAMES, key=lambda name: name != "author"))
_LAST = ("issued", "DOI", "URL", "accessed", "language", "note")
_KNOWN = {"id", "type", "categories"} | csl.STRINGS | csl.DATES | csl.NAMES | csl.OWN
_SHORT_TAGS: Mapping[str, str] = {
    "arabic": "ar", "ara": "ar", "armenian": "hy", "hye": "hy", "azerbaijani": "az", "azeri": "az", "aze": "az",
    "english": "en", "eng": "en", "french": "fr", "fra": "fr", "fre": "fr", "georgian": "ka", "kat": "ka",
    "german": "de", "ngerman": "de", "deu": "de", "ger": "de", "hebrew": "he", "heb": "he", "italian": "it",
    "ita": "it", "kazakh": "kk", "kaz": "kk", "persian": "fa", "farsi": "fa", "fas": "fa", "per": "fa",
    "polish": "pl", "pol": "pl", "portuguese": "pt", "por": "pt", "russian": "ru", "rus": "ru", "spanish": "es",
    "spa": "es", "turkish": "tr", "tur": "tr", "ukrainian": "uk", "ukr": "uk",
}  # fmt: skip
"""The language tags of names and codes that reference managers write instead."""
_COUNTRY_GIVEN_BY_PANDOC = {"en-US": "en", "ru-RU": "ru", "de-DE": "de", "fr-FR": "fr", "it-IT": "it", "es-ES": "es"}
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sc|sub|sup|span)\b[^<>]*>")


class ImportFailedError(Exception):
    """A file could not be imported: what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    yaml: str
    """The text of a references file."""
    problems: tuple[Problem, ...]
    """What is still wrong with that text, such as a language that was not given."""
    remarks: tuple[str, ...]
    """What was changed or left out on the way."""


def import_references(file: Path, name: str) -> Imported:
    """Return the sources of a BibTeX or RIS file as a references file, to be called `name` in messages.

    Raises ImportFailedError when the file cannot be read, KeyError when its ending is none of `ENDINGS`.
    """
    read = ENDINGS[file.suffix.lower()]
    try:
        if not file.is_file():  # a pipe or a device would be read for ever
            raise ImportFailedError("it is not a file")
        if (size := file.stat().st_size) > LARGEST_IMPORT:
            raise ImportFailedError(f"it has {size:,} bytes; {LARGEST_IMPORT:,} is the most: export it in parts")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailedError(
            f"byte {error.start} is not UTF-8 text; export it again with the encoding UTF-8"
        ) from error
    except OSError as error:
        raise ImportFailedError(str(error.strerror)) from error
    items = read(text)
    if not items:
        raise ImportFailedError("it holds no sources")
    if len(items) > MOST_IMPORTED:
        raise ImportFailedError(f"it holds {len(items):,} sources; {MOST_IMPORTED:,} is the most: export it in parts")
    remarks: list[str] = []
    sources = [_source(item, remarks) for item in _with_ids(items, remarks)]
    written = yaml.safe_dump({"references": sources}, allow_unicode=True, sort_keys=False, width=120)
    _, problems = read_references(written, name)
    return Imported(written, sorted_problems(problems), tuple(remarks))


def read_bibtex(text: str) -> list[Item]:
    """Return the entries of a BibTeX or biblatex file as CSL items."""
    if fault := fault_in(text, MOST_IMPORTED):
        raise ImportFailedError(fault)
    # Pandoc takes the capitals out of English titles, those of names too where they are not braced. So titles are
    # read from a copy in which every entry is in another language, and the language from the file itself.
    named = re.sub(r"(?i)([,\n]\s*)language(\s*=)", r"\1langid\2", text)
    foreign = re.sub(r"(?i)\b(langid|hyphenation)(\s*=)", r"x-\1\2", text)
    foreign = re.sub(r"(@\w+\s*[{(]\s*[^\s,{}\"=]+\s*,)", r"\1 langid = {azerbaijani},", foreign)
    languages = {item["id"]: item.get("language") for item in _pandoc(named)}
    return [{**item, "language": languages.get(item["id"]) or ""} for item in _pandoc(foreign)]


ENDINGS: Mapping[str, Callable[[str], list[Item]]] = {".bib": read_bibtex, ".ris": read_ris}
"""The kinds of file that can be imported, by the ending of their names."""


def _pandoc(text: str) -> list[Item]:
    try:
        program = pypandoc.get_pandoc_path()
    except OSError as error:
        message = "pandoc, which reads BibTeX, is not installed: python -m pip install pypandoc-binary"
        raise ImportFailedError(message) from error
    try:
        outcome = subprocess.run(
            [program, "+RTS", _MEMORY_LIMIT, "-RTS", "--sandbox", "--from=biblatex", "--to=csljson"],
            input=text.encode(), capture_output=True, check=False, timeout=_TIME_LIMIT,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ImportFailedError(f"pandoc was not done with it after {_TIME_LIMIT} seconds") from error
    if outcome.returncode:
        if b"Heap exhausted" in outcome.stderr:
            raise ImportFailedError("pandoc has no room for it: something in it grows without end")
        said = outcome.stderr.decode(errors="replace").replace('"source" ', "")
        raise ImportFailedError("pandoc cannot read it: " + " ".join(said.split()))
    items: list[Item] = json.loads(outcome.stdout)
    return items


def _with_ids(items: Iterable[Item], remarks: list[str]) -> Iterator[Item]:
    """Yield the items with ids that a text can cite, each of its own."""
    taken: set[str] = set()
    for number, item in enumerate(items, 1):
        given = str(item.get("id", ""))
        made = (safe_id(given), _made_id(item))
        wanted = next((name for name in made if any(map(str.isalpha, name))), f"source-{number}")
        id_, count = wanted, 2
        while id_ in taken:
            id_, count = f"{wanted}-{count}", count + 1
        taken.add(id_)
        if given and id_ != given:
            remarks.append(f"source '{given}': its id is now '{id_}'")
        yield {**item, "id": id_}


def safe_id(text: str) -> str:
    """Return a key in the letters, digits and signs that an id may hold: `Məmmədova 2018` becomes `Mammadova-2018`."""
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("əƏıßøØłŁ", "aAisoOlL")))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^A-Za-z0-9_.:]+", "-", kept).strip("-.:")


def _made_id(item: Item) -> str:
    """Return an id made of the first author and the year: `mammadova2018`."""
    people = item.get("author") or item.get("editor") or [{}]
    first: Mapping[str, str] = people[0] if isinstance(people, list) else {}
    name = safe_id(first.get("family") or first.get("literal", "").split(" ")[0]).lower()
    return name and name + str(item.get("issued", ""))[:4]


def _source(item: Item, remarks: list[str]) -> dict[str, object]:
    """Return an item as `references.yml` has it: known fields in a steady order, every value as text."""
    id_ = item["id"]
    fields: dict[str, object] = {}
    for name, value in item.items():
        if name not in _KNOWN:
            remarks.append(f"source '{id_}': '{name}' was left out")
            continue
        written = _value(name, value)
        if fault := _too_much(written):
            remarks.append(f"source '{id_}': '{name}' was left out: it {fault}")
        elif written:
            fields[name] = written
        elif value and name not in csl.DATES:
            remarks.append(f"source '{id_}': '{name}' was left out: {json.dumps(value, ensure_ascii=False)}")
    if not item.get("type"):
        fields["type"] = "document"
        remarks.append(f"source '{id_}': its type is not known and is now 'document'")
    order = {name: at for at, name in enumerate((*_FIRST, *sorted(_KNOWN - {*_FIRST, *_LAST}), *_LAST))}
    return {name: fields[name] for name in sorted(fields, key=order.__getitem__)}


def _too_much(written: object) -> str:
    """Return what is too much about a value, as the end of a sentence; nothing when it is of an ordinary size."""
    if isinstance(written, str) and len(written) > LONGEST_VALUE:
        return f"has {len(written):,} characters; {LONGEST_VALUE:,} is the most"
    if isinstance(written, list) and len(written) > MOST_NAMES:
        return f"has {len(written):,} names; {MOST_NAMES:,} is the most"
    return ""


def _value(name: str, value: Any) -> object:
    """Return a value in the form that the reader takes; nothing when it has none."""
    if name in csl.NAMES:
        return [written for person in value if (written := _person(person))]
    if name in csl.DATES:
        return _edtf(value) if isinstance(value, Mapping) else value
    if name == "language":
        return _language(str(value))
    text = _plain(str(value))
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text, flags=re.IGNORECASE) if name == "DOI" else text


def _plain(text: str) -> str:
    """Return text without markup, line breaks and characters that show nothing."""
    shown = "".join(
        sign if sign.isprintable() or unicodedata.category(sign) == "Zs" else " " for sign in _MARKUP.sub("", text)
    )
    return re.sub(" +", " ", shown).strip()


def _person(name: Mapping[str, str]) -> dict[str, str]:
    parts = {part: _plain(name[part]) for part in csl.NAME_PARTS if name.get(part)}
    if "dropping-particle" in parts:
        # BibTeX has one kind of particle, and in English texts it stands before the name: `van der Berg (2003)`.
        parts = {"non-dropping-particle": parts.pop("dropping-particle"), **parts}
    if not parts.keys() & {"family", "literal"}:
        return {"literal": " ".join(parts.values())} if parts else {}
    return parts


def _edtf(date: Mapping[str, Any]) -> str:
    """Return a CSL date as EDTF; a season gives way to its year."""
    mark = "~" if date.get("circa") else ""
    parts = ([int(part) for part in day] for day in date.get("date-parts", ()))
    return "/".join(
        "-".join(f"{part:0{2 if at else 4}}" for at, part in enumerate(day[: 1 if day[1:] and day[1] > 12 else 3]))
        + mark
        for day in parts
        if day
    )


def _language(written: str) -> str:
    """Return the tag of a language in its usual case, or nothing when the name is not known."""
    tag = _COUNTRY_GIVEN_BY_PANDOC.get(written) or _SHORT_TAGS.get(written.lower(), written)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) or tag.lower() == "und":
        return ""
    first, *rest = tag.split("-")
    cased = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest)
    return "-".join((first.lower(), *cased))
