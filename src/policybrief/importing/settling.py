"""Making a source that was read elsewhere fit `references.yml`: every value in the form that its reader takes."""

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..model.problems import Code, Place, Problem, Severity
from ..outputs.csljson import NUMBERS, UNBROKEN_HYPHEN
from ..reading import csl
from ..reading.references import read_references
from ..reading.text import cleaned, in_one_alphabet, refused_in
from .languages import UNDETERMINED, guessed_language, language_tag
from .records import UNDATED, Notes, Person, Record, Value, left_out, read_as
from .yaml_text import as_yaml

LONGEST_VALUE = 20_000
"""In characters."""
MOST_NAMES = 1_000
"""Authors, editors and other people of one source."""
UNTITLED = "[untitled]"

_FIRST = ("id", "type", "title", "title-en", "title-short", *sorted(csl.NAMES, key=lambda name: name != "author"))
_LAST = ("issued", "DOI", "URL", "accessed", "language", "note")
_KNOWN = {"id", "type", "categories"} | csl.STRINGS | csl.DATES | csl.NAMES | csl.OWN
_ORDER = {name: at for at, name in enumerate((*_FIRST, *sorted(_KNOWN - {*_FIRST, *_LAST}), *_LAST))}
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sc|sub|sup|span|u|p|br|div|jats:\w+)\b[^<>]*/?>", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*[:=]?\s*(?=10\.)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)

Source = dict[str, Value]
"""A source as `references.yml` has it, its fields in the usual order."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a record."""

    source: Source
    problems: tuple[Problem, ...]
    guessed: str = ""
    """The language, where it was not given and was told by the title."""


def settled(record: Record, id_: str, language: str = "") -> Settled:
    """Return a record as a source with this id that the check does not refuse.

    `language` is that of sources which do not name theirs; without it the title decides. What fits no field is kept
    in `note` and reported.
    """
    work = _Settling(replace(record, fields=dict(record.fields)), id_)
    work.copy_fields()
    work.need_title()
    work.need_date()
    guessed = work.need_language(language)
    return Settled(work.ordered(), tuple(work.problems), guessed)


def accepted(given: Settled, place: Place) -> Settled:
    """Return a source without what the check refuses: that is kept in its note, where it can be, and reported.

    `place` is where it is in the file that was read.
    """
    source = dict(given.source)
    notes = Notes()
    notes.add(str(source.pop("note", "")))
    problems: list[Problem] = []
    for _ in range(2 * len(given.source) + 2):
        text = as_yaml([_ordered(source, notes)])
        refused = [problem for problem in read_references(text, "")[1] if problem.severity is Severity.ERROR]
        if not refused:
            break
        name = _field_at(text, refused[0].place.line)
        problems.append(_given_up(source, notes, name, refused[0], place))
    return Settled(_ordered(source, notes), (*given.problems, *problems), given.guessed)


def _given_up(source: Source, notes: Notes, name: str, refused: Problem, place: Place) -> Problem:
    """Take a field out of a source, put what must not be missing in its place, and return what to report."""
    value = source.pop(name, "")
    if name == "note":
        notes.clear()
    if name in _STAND_INS:
        source[name] = _STAND_INS[name]
    said = f"source '{source['id']}': '{name}'"
    if isinstance(value, str) and name != "note" and refused_in(value) is None:
        notes.add(value.replace("<", "‹").replace(">", "›") if refused.code is Code.HTML_IN_TEXT else value, name)
        return read_as(place, f"{said} is kept in 'note': {refused.message}", refused.hint)
    return left_out(place, f"{said} was left out: {refused.message}", refused.hint)


def _ordered(source: Source, notes: Notes) -> Source:
    """Return the fields in their usual order, the notes as the last."""
    note = str(notes)
    fields = {**source, **({"note": note} if note else {})}
    return {name: fields[name] for name in sorted(fields, key=_ORDER.__getitem__)}


class _Settling:
    """A source in the making, what is said about it, and the words that found no field."""

    def __init__(self, record: Record, id_: str) -> None:
        self.record = record
        self.name = f"source '{id_}'"
        self.source: Source = {"id": id_, "type": record.type or "document"}
        self.notes = Notes()
        self.problems: list[Problem] = []
        if not record.type:
            self.tell("its type is not known and is now 'document'")

    def tell(self, seen: str, hint: str = "") -> None:
        self.problems.append(read_as(self.record.place, f"{self.name}: {seen}", hint))

    def lose(self, seen: str, hint: str = "") -> None:
        self.problems.append(left_out(self.record.place, f"{self.name}: {seen}", hint))

    def copy_fields(self) -> None:
        for name, value in self.record.fields.items():
            if isinstance(value, tuple):
                self.copy_people(name, value)
            elif text := self.in_one_alphabet(name, one_line(value)):
                self.copy_text(name, text)

    def in_one_alphabet(self, name: str, text: str) -> str:
        right = in_one_alphabet(text)
        if right != text:
            self.tell(f"'{name}' mixed two alphabets in one word; '{_excerpt(text)}' is now '{_excerpt(right)}'")
        return right

    def copy_people(self, name: str, people: tuple[Person, ...]) -> None:
        written = tuple(
            parts for person in people
            if (parts := {part: text for part, value in person.items() if (text := in_one_alphabet(one_line(value)))})
        )  # fmt: skip
        if len(written) > MOST_NAMES:
            self.lose(f"'{name}' was left out: it has {len(written):,} names; the limit is {MOST_NAMES:,}")
        elif written:
            self.source[name] = written

    def copy_text(self, name: str, text: str) -> None:
        if len(text) > LONGEST_VALUE:
            self.lose(f"'{name}' was left out: it has {len(text):,} characters; the limit is {LONGEST_VALUE:,}")
        elif name in _FORMS:
            _FORMS[name](self, text)
        elif name == "note":
            self.notes.add(text)
        elif name in _KNOWN:
            self.source[name] = text if name not in NUMBERS else text.replace(UNBROKEN_HYPHEN, "-")
        else:
            self.notes.add(text, name)

    def take_doi(self, written: str) -> None:
        doi = html.unescape(_RESOLVER.sub("", written)).strip().rstrip(".,;")
        if re.match(r"10\.\d", doi):
            self.source["DOI"] = doi
        elif re.match(r"https?://", written):
            self.take_address("URL", written)
        else:
            self.notes.add(written, "DOI")
            self.tell(f"'{_excerpt(written)}' is not a DOI; it is kept in 'note'")

    def take_url(self, written: str) -> None:
        self.take_address("URL", written)

    def take_address(self, name: str, written: str) -> None:
        """Take an address; one without its scheme is given it, one of several is the first."""
        text = html.unescape(written)
        several = re.split(r"[\s;,]+(?=https?://|www\.)", text)
        if len(several) > 1:
            text = several[0]
            for other in several[1:]:
                self.notes.add(other, name)
            self.tell(f"'{name}' holds {len(several)} addresses; the first is used, the others are kept in 'note'")
        address = _address(text)
        if not address:
            self.notes.add(written, name)
            self.tell(f"'{_excerpt(written)}' is not a web address; it is kept in 'note'")
        elif name in self.source:
            self.notes.add(address, name)
        else:
            self.source[name] = address
            if not address.startswith(text[:8]):
                self.tell(f"'{_excerpt(written)}' is now '{_excerpt(address)}'")

    def take_language(self, written: str) -> None:
        if tag := language_tag(written):
            self.source["language"] = tag
        elif written.lower() != UNDETERMINED:
            self.notes.add(written, "language")
            self.tell(f"the language '{_excerpt(written)}' is not known; it is kept in 'note'")

    def need_title(self) -> None:
        if "title" not in self.source:
            for name in ("title-short", "shortTitle", "container-title", "event-title", "genre"):
                if isinstance(title := self.source.get(name), str):
                    self.source["title"] = title
                    self.tell(f"it has no title; its '{name}' stands in for it")
                    return
            self.source["title"] = UNTITLED
            self.tell(f"it has no title; '{UNTITLED}' stands in for it", "write what readers should see")

    def need_date(self) -> None:
        if "issued" not in self.source:
            self.source["issued"] = UNDATED
            self.tell(f"it has no date; 'issued' is now '{UNDATED}'", "write the date if it has one")

    def need_language(self, usual: str) -> str:
        if "language" in self.source:
            return ""
        guessed = "" if usual else guessed_language(f"{self.source['title']} {self.source.get('container-title', '')}")
        self.source["language"] = usual or guessed
        return guessed

    def ordered(self) -> Source:
        return _ordered(self.source, self.notes)


_STAND_INS: Mapping[str, str] = {"title": UNTITLED, "type": "document", "issued": UNDATED, "language": UNDETERMINED}
_FORMS: Mapping[str, Callable[[_Settling, str], None]] = {
    "DOI": _Settling.take_doi,
    "URL": _Settling.take_url,
    "language": _Settling.take_language,
}


def one_line(text: str) -> str:
    """Return text in one line, without markup and characters that show nothing."""
    words = _MARKUP.sub("", text) if "<" in text else text
    if not words.isprintable():
        words = "".join(
            " " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") or letter == "\u200b" else letter
            for letter in words
        )
    shown = re.sub(" +", " ", cleaned(words)).strip()
    return re.sub(r"<(?=[A-Za-z/!?])", "< ", shown)


def _address(text: str) -> str:
    """Return a web address in full, or nothing when the text is none."""
    text = text.strip().strip("<>").strip()
    if match := re.fullmatch(r"(?:https?:?/{0,2}(?=https?://))?(https?):?/{1,3}(.+)", text, re.IGNORECASE):
        text = f"{match[1].lower()}://{match[2]}"
    elif doi := re.fullmatch(r"doi:\s*(10\.\S+)", text, re.IGNORECASE):
        return f"doi:{doi[1]}"
    elif text.startswith("//"):
        text = f"https:{text}"
    elif re.fullmatch(_BARE_ADDRESS, text):
        text = f"http://{text}"
    else:
        return ""
    return re.sub(r"[\s<>\"\\{}|^`]", lambda match: f"%{ord(match[0]):02X}" if ord(match[0]) < 128 else "", text)


def _field_at(yaml: str, line: int) -> str:
    """Return the field of a source that a line of its YAML belongs to."""
    lines = yaml.split("\n")[:line]
    keys = (re.match(r"(?:- |  )([A-Za-z][\w-]*):", text) for text in reversed(lines))
    return next((match[1] for match in keys if match), "title")


def _excerpt(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
