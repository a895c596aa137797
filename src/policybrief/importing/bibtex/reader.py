"""Entries of BibTeX and biblatex as sources."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ...model.problems import Place, Problem
from ...reading import csl
from ..dates import DateRead, joined_date, read_date, season_in
from ..records import UNDATED, Reading, Record, left_out, read_as
from .fields import (
    EDITOR_TYPES,
    GENERIC,
    GENRES,
    OWN_NAMES,
    PEOPLE,
    PUBLISHERS,
    SUBTYPES,
    TEXTS,
    TYPES,
    WORDS_OF_PROGRAMS,
    is_housekeeping,
)
from .fieldset import FieldSet, verbatim
from .syntax import Fault, read_syntax, with_inherited

_WEB = re.compile(r"https?://\S+|\\url\b|\bwww\.\S+\.\S+", re.IGNORECASE)
_MOST_WORDS_AROUND = 4
"""As many words as in `Available in English at`."""
_ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper", "review"))
_PERIODICALS = _ARTICLES | {"webpage", "post", "post-weblog", "interview", "broadcast"}
_IN_SERIES = frozenset(("book", "chapter", "paper-conference", "pamphlet", "entry-encyclopedia"))
_ACCESSED = re.compile(
    r"[\[(]?(?:online[;,.:]?\s*)?(?:last\s+)?(?:accessed|retrieved|visited|checked|consulted|stand|zugriff am|"
    r"abgerufen am|consulté le|дата обращения)(?:\s+on)?[:,]?\s+(?P<date>[^\])]+?)[.\])]*",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"(?:vol(?:ume|\.)?|band|bd\.|tome|т\.|том)\s*(?P<volume>[\w.-]+)[.,]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:no\.?|number|nr\.?|№)\s*(?P<number>[\w./-]+)\.?", re.IGNORECASE)
_URLDATES = ("urldate", "lastchecked", "lastaccessed", "urlaccessdate", "accessed", "visited", "access-date", "refdate")
_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/", "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}  # fmt: skip


def read_bibtex(text: str, path: str) -> Reading:
    """Return the sources of a BibTeX or biblatex file; `path` is what messages call it."""
    syntax = read_syntax(text)
    entries, faults = with_inherited(syntax.entries)
    problems = [_fault(fault, path) for fault in (*syntax.faults, *faults)]
    records: list[Record] = []
    kept_by_programs: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        if not any(field.value.strip() for field in entry.fields):
            seen = f"'@{entry.kind}{{{entry.key}}}' holds nothing and was left out"
            problems.append(left_out(Place(path, entry.line), seen))
            continue
        fields = FieldSet(entry, path)
        records.append(_source(fields, kept_by_programs))
        problems += fields.problems
    return Reading(tuple(records), (*problems, *_housekeeping(kept_by_programs, path)))


def _fault(fault: Fault, path: str) -> Problem:
    place = Place(path, fault.line)
    if not fault.costs_the_entry:
        return read_as(place, fault.message)
    return left_out(place, f"an entry was left out: {fault.message}", "correct it and import the file again")


def _housekeeping(lines: dict[str, list[int]], path: str) -> Iterator[Problem]:
    """Yield one note on all that programs keep for themselves."""
    if lines:
        names = ", ".join(f"'{name}' ({len(found)})" for name, found in sorted(lines.items()))
        seen = f"left out internal fields of other programs, with the number of sources: {names}"
        yield left_out(Place(path, min(min(found) for found in lines.values())), seen)


def _source(fields: FieldSet, kept_by_programs: dict[str, list[int]]) -> Record:
    """Return the source of an entry: each step takes its fields, the last what is left."""
    type_ = _type(fields)
    _titles(fields, type_)
    _people(fields)
    _dates(fields)
    _addresses(fields)
    _genre(fields)
    _numbers(fields, type_)
    _publishers(fields, type_)
    _language(fields)
    fields.put("page", fields.text("pages").replace("–", "-"))
    fields.put("keyword", "; ".join(filter(None, map(fields.text, ("keywords", "keyword")))))
    for name, wanted in TEXTS.items():
        if fields.has(name):
            fields.put(wanted, fields.text(name), name)
    _remarks(fields, type_)
    _rest(fields, kept_by_programs)
    return fields.record(type_)


def _type(fields: FieldSet) -> str:
    kind = fields.entry.kind
    subtype = (
        SUBTYPES.get(fields.text_of("", fields.left["entrysubtype"].value).lower(), "")
        if (fields.has("entrysubtype"))
        else ""
    )
    if subtype:
        fields.raw("entrysubtype")
        return subtype
    if kind == "article" and fields.has("journal") is False and fields.has("journaltitle") is False:
        return "article-journal" if not fields.has("url") or fields.has("booktitle") else "webpage"
    if kind == "unpublished" and fields.has("eventtitle"):
        return "speech"
    if kind in GENERIC:
        return "webpage" if fields.has("url") or _names_address(fields) else "document"
    if kind not in TYPES:
        fields.tell("", f"'@{kind}' is not a known type; it is now 'document'")
        return "document"
    return TYPES[kind]


def _names_address(fields: FieldSet) -> bool:
    howpublished = fields.has("howpublished") and _WEB.search(fields.left["howpublished"].value)
    return bool(howpublished) or (fields.has("note") and _is_mostly_address(fields.left["note"].value))


def _titles(fields: FieldSet, type_: str) -> None:
    title = _joined(fields.text("title"), fields.text("subtitle"))
    addon = fields.text("titleaddon")
    if re.fullmatch(r"\[.+\]", addon):
        fields.put("title-en", addon[1:-1], "titleaddon")
    elif addon:
        title = f"{title}. {addon}" if title else addon
    whole = _joined(fields.text("maintitle"), fields.text("mainsubtitle"))
    container = _joined(fields.text("booktitle"), fields.text("booksubtitle"))
    journal = _joined(fields.text("journaltitle"), fields.text("journalsubtitle"))
    journals = [journal, *map(fields.text, ("journal", "fjournal"))]
    if type_ == "periodical" and not title:
        title = next(filter(None, journals), "")
    fields.put("title", title)
    for found in (*((*journals, container) if type_ in _ARTICLES else (container, *journals)), whole):
        fields.put("container-title", found, "container-title")
    for addition in ("booktitleaddon", "maintitleaddon", "journaltitleaddon"):
        fields.notes.add(fields.text(addition), addition)
    fields.notes.add(_joined(fields.text("issuetitle"), fields.text("issuesubtitle")), "issuetitle")


def _joined(title: str, subtitle: str) -> str:
    if not title or not subtitle:
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in "?!:." else f"{title}: {subtitle}"


def _people(fields: FieldSet) -> None:
    for name in ("editor", "editora", "editorb", "editorc"):
        role = fields.text(f"{name}type").lower()
        if fields.has(name):
            usual = "editor" if name == "editor" else "contributor"
            wanted = EDITOR_TYPES.get(role, usual) if role else usual
            if role and role not in EDITOR_TYPES:
                fields.notes.add(role, f"{name}type")
            fields.put(wanted, fields.people(name))
    for name, wanted in PEOPLE.items():
        if fields.has(name) and name != "editor":
            fields.put(wanted, fields.people(name))


def _dates(fields: FieldSet) -> None:
    place = next((name for name in ("date", "year", "month") if fields.has(name)), "date")
    fields.problems += _issued(fields, fields.place(place))
    for names, wanted in ((_URLDATES, "accessed"), (("eventdate",), "event-date"), (("origdate",), "original-date")):
        for name in names:
            if fields.has(name):
                _other_date(fields, name, wanted)


def _issued(fields: FieldSet, place: Place) -> Iterator[Problem]:
    """Take the date, and yield what of it could not be kept."""
    written = {name: fields.date(name) for name in ("date", "year", "month", "day")}
    if written["date"]:
        found = read_date(written["date"])
        for name in ("year", "month", "day"):
            if written[name] and not _says_so(found.edtf, name, written[name]):
                fields.notes.add(written[name], name)
    else:
        found = joined_date(written["year"], written["month"], written["day"])
    fields.put("issued", found.edtf)
    if found.original:
        fields.put("original-date", found.original)
    if found.status:
        fields.put("status", found.status)
    said = ", ".join(f"{name} '{text}'" for name, text in written.items() if text)
    return iter(_told(fields.name, found, said, place))


def _says_so(edtf: str, name: str, part: str) -> bool:
    """Tell whether a date holds a year, month or day that is given once more."""
    if name == "year":
        return read_date(part).edtf[:4] == edtf[:4]
    if name == "day":
        return part.isdigit() and edtf.endswith(f"-{int(part):02}")
    month = joined_date(edtf[:4], part, "").edtf
    return len(month) > 4 and edtf.startswith(month[:7])


def _told(name: str, found: DateRead, said: str, place: Place) -> Iterator[Problem]:
    """Yield what there is to say about a date."""
    if said and not found.edtf:
        hint = "write it as 2019, 2019-05, 2019-05-12 or 2014/2016"
        yield left_out(place, f"{name}: {said} was not understood and is left out", hint)
    elif not found.exact:
        season = season_in(said)
        why = f": a {season} cannot be written in 'issued'" if season else ""
        yield read_as(place, f"{name}: {said} was read as '{found.edtf}'{why}", "correct it if something is missing")


def _other_date(fields: FieldSet, name: str, wanted: str) -> None:
    place = fields.place(name)
    written = fields.date(name)
    found = read_date(written)
    if found.edtf and found.edtf != UNDATED:
        fields.put(wanted, found.edtf, name)
    else:
        found = DateRead()
    fields.problems += _told(fields.name, found, f"{name} '{written}'", place)


def _addresses(fields: FieldSet) -> None:
    fields.put("DOI", fields.address("doi"))
    for name in ("url", "link", "bdsk-url-1", "ee"):
        fields.put("URL", fields.address(name), name)
    eprint, kind = fields.address("eprint"), fields.first_text(("eprinttype", "archiveprefix"))
    class_ = fields.first_text(("eprintclass", "primaryclass"))
    if eprint:
        fields.notes.add(f"{kind}:{eprint}" + (f" [{class_}]" if class_ else ""), "eprint")
        if "URL" not in fields.made and kind.lower() in _EPRINTS:
            fields.put("URL", _EPRINTS[kind.lower()] + eprint)
    else:
        fields.notes.add(kind, "archiveprefix")
        fields.notes.add(class_, "primaryclass")


def _genre(fields: FieldSet) -> None:
    written = fields.text("type")
    genre = GENRES.get(written.lower(), written)
    if written.lower() in WORDS_OF_PROGRAMS:
        fields.notes.add(written, "type")
        genre = ""
    fields.put("genre", genre or (GENRES.get(fields.entry.kind, "") if "thesis" in fields.entry.kind else ""))


def _numbers(fields: FieldSet, type_: str) -> None:
    issue, number = fields.text("issue"), fields.text("number")
    if type_ in _ARTICLES:
        fields.put("issue", number, "number")
        fields.put("issue", issue, "issue")
        if "page" not in fields.made and not fields.has("pages") and fields.has("eid"):
            fields.put("page", fields.text("eid"))
        return
    if type_ in _IN_SERIES and fields.has("series"):
        fields.put(("collection-number", "number"), number, "number")
    fields.put("number", number, "number")
    fields.put("issue", issue, "issue")


def _publishers(fields: FieldSet, type_: str) -> None:
    for name in PUBLISHERS:
        if not fields.has(name):
            continue
        if name == "howpublished" and _WEB.search(fields.left[name].value):
            _web_address_in(fields, name)
            continue
        wanted = ["publisher"]
        if type_ == "legal_case":
            wanted = ["authority"]
        elif (name == "howpublished" and type_ in _PERIODICALS) or (
            name == "organization" and type_ in ("webpage", "post-weblog", "post")
        ):
            wanted = ["container-title", "publisher"]
        text = fields.text(name)
        if name == "howpublished" and _kept_elsewhere(fields, text):
            continue
        fields.put(wanted, text, name)


def _is_mostly_address(note: str) -> bool:
    """Return whether a note gives the address of its source; one in a sentence may be that of something else."""
    rest, addresses = _WEB.subn("", note)
    words = rest.strip(" .,;:()[]<>{}")
    return bool(addresses) and (len(words.split()) <= _MOST_WORDS_AROUND or bool(_ACCESSED.fullmatch(words)))


def _web_address_in(fields: FieldSet, name: str) -> None:
    """Take a field that holds an address, perhaps with words around it."""
    raw = fields.raw(name)
    address = verbatim(raw) if "\\url" in raw else next(iter(_WEB.findall(raw)), "")
    address = verbatim(address).rstrip(".,;)")
    fields.put("URL", address, name)
    rest = fields.text_of(name, re.sub(r"\\url\s*\{[^{}]*\}", "", raw) if "\\url" in raw else raw.replace(address, ""))
    if (rest := rest.strip(" .,;:()[]<>")) and not _kept_elsewhere(fields, rest):
        fields.notes.add(rest, "" if name == "note" else name)


def _kept_elsewhere(fields: FieldSet, note: str) -> bool:
    """Put a note where it is printed, if it says no more than a volume, a number, a status or when it was read."""
    text = note.strip()
    if match := _ACCESSED.fullmatch(text):
        found = read_date(match["date"])
        if found.edtf and found.exact and found.edtf != UNDATED and "accessed" not in fields.made:
            fields.put("accessed", found.edtf)
            return True
    for pattern, name in ((_VOLUME, "volume"), (_NUMBER, "number")):
        if (match := pattern.fullmatch(text)) and name not in fields.made and "issue" not in fields.made:
            fields.put(name, match[name])
            return True
    found = read_date(text)
    if found.status and found.exact and found.edtf in (UNDATED, fields.made.get("issued", UNDATED)):
        fields.put("status", found.status)
        fields.put("issued", found.edtf)
        return True
    if found.edtf == UNDATED and "issued" not in fields.made:
        fields.put("issued", UNDATED)
        return True
    return False


def _language(fields: FieldSet) -> None:
    named = [fields.text(name) for name in ("langid", "language", "hyphenation", "lang") if fields.has(name)]
    fields.put("language", named[0] if named else "")
    for other in named[1:]:
        fields.notes.add("" if other == named[0] else other, "language")


def _remarks(fields: FieldSet, type_: str) -> None:
    """Take what BibTeX prints at the end of an entry."""
    for name in ("note", "addendum"):
        if not fields.has(name):
            continue
        place = fields.place(name)
        if "URL" not in fields.made and _is_mostly_address(fields.left[name].value):
            _web_address_in(fields, name)
            continue
        text = fields.text(name)
        if not text or _kept_elsewhere(fields, text):
            continue
        fields.notes.add(text)
        seen = f"{fields.name}: its {name} '{text[:80]}' is kept, but not printed"
        fields.problems.append(read_as(place, seen, "move it to a field that is printed, such as 'genre' or 'volume'"))
    if type_ == "personal_communication" and fields.has("recipient"):
        fields.put("recipient", fields.people("recipient"))


def _rest(fields: FieldSet, kept_by_programs: dict[str, list[int]]) -> None:
    """Take all that is left: fields of CSL under their own names, what programs keep, and the rest as a note."""
    for name in tuple(fields.left):
        if is_housekeeping(name):
            if fields.raw(name):
                kept_by_programs[name].append(fields.place(name).line)
        elif name in OWN_NAMES:
            wanted = OWN_NAMES[name]
            if wanted in csl.DATES:
                _other_date(fields, name, wanted)
            else:
                fields.put(wanted, fields.address(name) if wanted == "copy-url" else fields.text(name), name)
        else:
            fields.notes.add(fields.text(name), name)
