"""The words of the site in one language, handed to whatever makes a page or a file.

Messages are written in English where they are used, and looked up in a gettext catalogue (`catalogue.py`). What CLDR
knows (numbers, months, names of languages, quotation marks) comes from Babel.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from .catalogue import Forms, Translations, locale_of, text_direction, translations_of
from .marks import quotation_marks

_ISOLATED = "\u2066\u2069"
"""The characters around text that reads from left to right whatever is beside it (UAX 9)."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that depends on the language of the brief. It holds no more than what it is looked up by."""

    language: str = "en"
    """BCP 47."""
    own: str = ""
    """The text of the PO file that the brief brings for its language; empty when it has none."""

    def say(self, message: str, **values: str) -> str:
        """Return a message in the language, English where it is not translated; `{name}` in it becomes the value."""
        return self.say_as("", message, **values)

    def say_as(self, context: str, message: str, **values: str) -> str:
        """Return a message that means different things in different places; `context` says which."""
        found = self._translations.messages.get((context, message))
        text = found[0] if found else self._english(message)
        return text.format(**values) if values else text

    def counted(self, one: str, many: str, number: int, **values: str) -> str:
        """Return a message about a number of things, in the plural form of the language; `{n}` is the number."""
        return self.form_for(one, many, number).format(n=self.number(number), **values)

    def form_for(self, one: str, many: str, number: int) -> str:
        """Return the form that goes with a number, with nothing filled in."""
        forms = self._translations.messages.get(("", one))
        if forms is None:
            return self._english(one if number == 1 else many)
        return forms[min(self._translations.plural(number), len(forms) - 1)]

    def _english(self, message: str) -> str:
        """Return a message that is not translated; between words written from right to left it keeps its own order."""
        return f"{_ISOLATED[0]}{message}{_ISOLATED[1]}" if self.direction == "rtl" else message

    def forms_by_category(self, one: str) -> Forms:
        """Return the forms of a counted message by their CLDR category (`one`, `few`, `other`), for scripts."""
        return self._translations.by_category(one)

    def has(self, message: str) -> bool:
        """Return whether a message is translated."""
        return ("", message) in self._translations.messages

    def number(self, number: float, decimals: int = 0) -> str:
        """Return a number as the language writes it: `1,204`, `1 204`, `1.5` with one of its decimals."""
        if decimals:
            return str(format_decimal(number, format=f"#,##0.{'0' * decimals}", locale=self.locale))
        if isinstance(number, int) and -1000 < number < 1000:
            return str(number)
        return str(format_decimal(number, locale=self.locale))

    def language_name(self, tag: str) -> str:
        """Return the name of a language, given by a BCP 47 code: `az-Cyrl` as `Azerbaijani (Cyrillic script)`.

        A language that CLDR does not name is shown as its code.
        """
        primary, *rest = tag.split("-")
        name = self.locale.languages.get(primary.lower())
        if not name:
            return tag
        script = next((self._script(part.title()) for part in rest if len(part) == 4), "")
        return f"{name} ({script})" if script else name

    def _script(self, code: str) -> str:
        name = self.locale.scripts.get(code, "")
        return f"{name} script" if name and self.locale.language == "en" else name

    def quoted(self, text: str) -> str:
        """Return words in the quotation marks of the language: “…”, «…», „…“."""
        start, end = quotation_marks(self.locale)
        return f"{start}{text}{end}"

    def listed(self, items: Iterable[str]) -> str:
        """Return several things one after the other: `a, b and c`."""
        *others, last = items
        if not others:
            return last
        return self.say("{items} and {last}", items=", ".join(others), last=last)

    @property
    def locale(self) -> Locale:
        """The rules of CLDR that are followed."""
        return locale_of(self.language)

    @property
    def direction(self) -> str:
        """`rtl` for a language that is written from right to left, else `ltr`."""
        return text_direction(self.language)

    @property
    def missing(self) -> int:
        """How many messages are shown in English for lack of a translation."""
        return self._translations.missing

    @property
    def _translations(self) -> Translations:
        return translations_of(self.language, self.own)


ENGLISH = Words()


def message(text: str) -> str:
    """Return a message as it is: it is said later, and this tells the catalogue of it."""
    return text


def counted_message(one: str, many: str) -> tuple[str, str]:
    """Return a message about a number of things as it is: it is said later."""
    return one, many


def message_as(context: str, text: str) -> str:  # noqa: ARG001
    """Return a message of several meanings as it is: it is said later, in that context."""
    return text
