"""What pages say in words: languages, counts, periods, short forms of long texts."""

from collections.abc import Iterable

from ..model.brief import Chapter
from ..model.dates import Date, Span
from ..model.knowledge import Inline

_LANGUAGES = {
    "ab": "Abkhaz",
    "ar": "Arabic",
    "av": "Avar",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "ce": "Chechen",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "la": "Latin",
    "lez": "Lezgian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "os": "Ossetian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sr": "Serbian",
    "sv": "Swedish",
    "tg": "Tajik",
    "tk": "Turkmen",
    "tly": "Talysh",
    "tr": "Turkish",
    "tt": "Tatar",
    "uk": "Ukrainian",
    "uz": "Uzbek",
    "zh": "Chinese",
}
LANGUAGE_CODES = frozenset(_LANGUAGES)
"""The languages that have a name here."""
_SCRIPTS = {
    "arab": "Arabic script",
    "armn": "Armenian script",
    "cyrl": "Cyrillic script",
    "geor": "Georgian script",
    "latn": "Latin script",
}


def language_name(code: str) -> str:
    """Return a BCP 47 code as an English word, `az-Cyrl` as `Azerbaijani (Cyrillic script)`.

    A language that is not in the table is shown as its code.
    """
    primary, *rest = code.lower().split("-")
    name = _LANGUAGES.get(primary)
    if name is None:
        return code
    script = next((_SCRIPTS[part] for part in rest if part in _SCRIPTS), "")
    return f"{name} ({script})" if script else name


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 mention`, `12 mentions`, `1,204 mentions`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def period(since: Span | None, until: Span | None) -> str:
    """Return from when to when something held, as a reader says it; empty when nothing is known."""
    if since is None:
        return f"until {_moment(until)}" if until else ""
    if until is None:
        return f"since {_moment(since)}"
    if since == until:
        return _moment(since)
    if since.single and until.single:
        return f"{since.words} to {until.words}"
    return f"since {_moment(since)}, until {_moment(until)}"


def _moment(span: Span) -> str:
    """Return an end of a period, which may itself be known only within bounds."""
    if span.start is None:
        return f"{span.words.removeprefix('until ')} or before"
    if span.end is None:
        return f"{span.start.words} or after"
    return span.start.words if span.single else f"between {span.start.words} and {span.end.words}"


def machine_date(date: Date) -> str:
    """Return the value of a `datetime` attribute: `1994`, `1994-05`, `1994-05-12`."""
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts)


def plain(pieces: Iterable[Inline]) -> str:
    """Return inline text without its emphasis and links."""
    return "".join(piece.text for piece in pieces)


def chapter_title(chapter: Chapter) -> str:
    """Return the chapter's title with its number, if that is one."""
    return f"{chapter.number}. {chapter.title}" if chapter.number.isdigit() else chapter.title
