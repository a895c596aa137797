"""The translations of our messages: PO files of ours and of the brief, read into one table for a language.

PO files are those of gettext (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib.resources import files
from io import BytesIO
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load
from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.plural import PluralRule

Forms = Mapping[str, str]
"""A counted message by CLDR category."""
Key = tuple[str, str]
"""The context of a message, empty for most, and its English words."""

_OF_DATES = frozenset(("year", "month", "ordinal"))
"""What a message about a date may have besides the date itself: `{ordinal}` is `1994-cü`."""
_COUNTED_UP_TO = 1100
"""Every plural form of a language that counts in whole numbers is used by one of them."""
_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ks ps sd syr ug ur yi".split())
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("Arab", "Hebr", "Syrc", "Thaa", "Nkoo"))
_CLDR_OF_ENGLISH = "en_GB"
"""A brief in English has its dates as Europe does, `12 May 1994`, whichever English it is in."""


@dataclass(frozen=True, slots=True)
class Translations:
    """What our messages are in one language."""

    messages: Mapping[Key, tuple[str, ...]]
    """Those that are translated; more than one form for what is counted, in the order of the PO file."""
    plural: Callable[[int], int]
    """Returns which of the forms goes with a number."""
    categories: Mapping[str, int]
    """Which of the forms belongs to a CLDR category."""
    missing: int
    """How many messages are not translated."""

    def by_category(self, one: str) -> Forms:
        """Return the forms of a counted message by CLDR category; none where it is not translated."""
        forms = self.messages.get(("", one), ())
        return {category: forms[at] for category, at in self.categories.items() if at < len(forms)}


@cache
def translations_of(language: str, own: str = "") -> Translations:
    """Return our messages in a language: as the PO file of the brief has them (`own`, its text), then as ours does.

    Raises ValueError when that text cannot be read as a PO file.
    """
    read = [_read(text, language) for text in (our_file(language), own) if text]
    translated = {key: forms for catalog in read for key, forms in _translated(catalog)}
    english = language.partition("-")[0].lower() == "en"
    known = all_messages()
    rule = next((catalog.plural_expr for catalog in reversed(read)), "(n != 1)")
    plural = c2py(rule)
    shown = {key: forms for key, forms in translated.items() if key in known}
    return Translations(
        shown, plural, _categories(locale_of(language), plural), 0 if english else len(known.keys() - shown.keys())
    )


def fault_of(own: str, language: str) -> str:
    """Return what is wrong with the text of a PO file, in words; nothing when it can be read."""
    try:
        translations_of(language, own)
    except ValueError as error:
        return str(error)
    return ""


@dataclass(frozen=True, slots=True)
class UnusedTranslation:
    """A translation in the PO file of a brief that the site does not use."""

    line: int
    message: str
    """In English, as the file has it."""
    reason: str


def unused_translations(own: str, language: str) -> Iterator[UnusedTranslation]:
    """Yield the translations in the text of a PO file that are not used, with the reason; none of an empty one."""
    known = all_messages()
    for message in _read(own, language):
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.id and any(forms) and (reason := _why_unused(message, forms, known)):
            yield UnusedTranslation(message.lineno or 1, _key(message)[1], reason)


def _why_unused(message: Message, forms: tuple[str, ...], known: Mapping[Key, str]) -> str:
    if _key(message) not in known:
        return "the site has no such message"
    if message.fuzzy:
        return "it is marked as fuzzy"
    if not all(forms):
        return "a plural form of it is empty"
    strange = sorted(_names_in(forms) - _placeholders(message))
    return f"the message has no {{{strange[0]}}}" if strange else ""


@cache
def all_messages() -> Mapping[Key, str]:
    """Return every message of ours with its plural in English, which is empty for what is not counted."""
    template = _read(_text("messages.pot"), "en")
    return {_key(message): "" if isinstance(message.id, str) else message.id[1] for message in template if message.id}


def our_file(language: str) -> str:
    """Return the text of our own PO file for a language; empty when there is none.

    One for a language serves its countries (`pt` for `pt-BR`), but not another script of it (`az` for `az-Cyrl`).
    """
    for name in _candidates(language):
        text = _text(f"{name}.po")
        if text:
            return text
    return ""


def _candidates(language: str) -> Iterator[str]:
    """Yield the names that a PO file for a language may have, the exact one first."""
    yield language
    primary, *rest = language.split("-")
    if not any(len(part) == 4 for part in rest):
        yield primary.lower()


def _text(name: str) -> str:
    found = files("policybrief.wording") / "locale" / name
    return found.read_text(encoding="utf-8") if found.is_file() else ""


def _read(text: str, language: str) -> Catalog:
    try:
        return read_po(BytesIO(text.encode()), locale=str(locale_of(language)), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        raise ValueError(str(error)) from error


def _key(message: Message) -> Key:
    """Return what a message is looked up by."""
    english = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", english


def _translated(catalog: Catalog) -> Iterator[tuple[Key, tuple[str, ...]]]:
    for message in catalog:
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.id and forms and all(forms) and not message.fuzzy and _placeholders(message) >= _names_in(forms):
            yield _key(message), forms


def _placeholders(message: Message) -> frozenset[str]:
    """Return the names in braces that a translation of a message may have."""
    of_dates = _OF_DATES if message.context in ("year", "month", "day") else frozenset()
    return of_dates | _names_in((message.id,) if isinstance(message.id, str) else message.id)


def _names_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None)


def _categories(locale: Locale, plural: Callable[[int], int]) -> Mapping[str, int]:
    """Return which form of a PO file goes with which CLDR category, told by the numbers that are of both."""
    rule: PluralRule = locale.plural_form
    found: dict[str, int] = {}
    for number in range(_COUNTED_UP_TO):
        found.setdefault(rule(number), plural(number))
    found.setdefault("other", plural(_COUNTED_UP_TO))
    return found


@cache
def locale_of(language: str) -> Locale:
    """Return the rules of CLDR for a language; those of English for one that it does not know."""
    primary = language.partition("-")[0].lower()
    for tag in (language, primary) if primary != "en" else ():
        try:
            return _with_own_months(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_CLDR_OF_ENGLISH)


def _with_own_months(locale: Locale) -> Locale:
    """Return a locale whose months are its own.

    Many languages have only one form of them, and share the note that says so. Babel replaces that note by the months
    of the first language that asks, and the others would have these.
    """
    own: dict[str | int | None, object] = {}
    own.update(load(str(locale)).items())
    own["months"] = deepcopy(own["months"])
    setattr(locale, "_Locale__data", LocaleDataDict(own))  # noqa: B010
    return locale


def text_direction(language: str) -> str:
    """Return `rtl` for a language that is written from right to left, else `ltr`."""
    primary, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == 4), "")
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary.lower() in _RIGHT_TO_LEFT else "ltr"
