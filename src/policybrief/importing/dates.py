"""Dates as people and programs write them, read as EDTF: `12 May 2016`, `Sept. 2014`, `[c. 2001]`, `2015-21`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.dates import parse_span
from .records import UNDATED


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a date was understood to say."""

    edtf: str = ""
    """A day, month, year or closed range; `n.d.` for a source without a date; empty when nothing was understood."""
    exact: bool = True
    """Whether `edtf` says all that was written."""
    original: str = ""
    """The year of the first edition, where it stood beside in brackets."""
    status: str = ""
    """Such as `forthcoming`."""


_MONTHS_OF_LANGUAGES = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep oct nov dec
- - - - - - - - sept - - -
januar februar märz april mai juni juli august september oktober november dezember
jänner feber mrz - - - - - - okt - dez
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr - avr - - juil - - - - déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene - - abr - - - ago - - - dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
янв фев мар апр - июн июл авг сен окт ноя дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
"""
_MONTHS = {
    name: number
    for line in _MONTHS_OF_LANGUAGES.split("\n")
    for number, name in enumerate(line.split(), 1)
    if name != "-"
}
_SEASONS = frozenset(
    "spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver primavera verano "
    "otoño invierno весна лето осень зима yaz qış payız".split()
)
_SEASON_CODES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_UNDATED = re.compile(
    r"n\.?\s?d\.?|no ?date|undated|s\.?\s?[da]\.?|sine anno|o\.?\s?j\.?|б\.\s?[гд]\.?|t\.?\s?y\.?|\(?n\.?d\.?\)?",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?P<status>forthcoming|in press|to appear|submitted(?: for publication)?|in preparation|under review|accepted|"
    r"im erscheinen|à paraître|в печати)\b[.,]?\s*",
    re.IGNORECASE,
)
_CIRCA = re.compile(
    r"(?:c\.|ca\.?|circa|about|approx(?:imately)?\.?|um|vers|около|ок\.)\s+(?=\d|[^\W\d_])", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|cop\.|c)\s?(?=\d{4}$)", re.IGNORECASE)
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?(?P<time>T[\d:.,+Z-]*)?(?P<mark>[~?%])?")
_DECADE = re.compile(r"(?P<begins>\d{2,3})(?:[XxUu?]{1,2}|(?<=\d{3})0s|-{1,2}\??)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ORIGINAL = re.compile(r"(?P<new>\d{4})\s*[\[({](?:orig\.?\s*(?:pub\.?\s*)?)?(?P<old>\d{4})[\])}]")
_ORIGINAL_FIRST = re.compile(r"[\[(](?P<old>\d{4})[\])]\s*(?P<new>\d{4})|(?P<older>\d{4})/(?P<newer>\d{4}) ed\.?")
_WORD = re.compile(r"\d+|[^\W\d_]+")


def read_date(written: str) -> DateRead:
    """Return what a date says; nothing is understood beyond doubt where `exact` is false."""
    text = re.sub(r"(?:\s|~(?=\w))+", " ", written.replace("\u00a0", " ").translate(_DASHES)).strip(" ,;")
    if not text:
        return DateRead()
    if _UNDATED.fullmatch(text.strip("[]()")):
        return DateRead(UNDATED)
    if match := _STATUS.match(text.strip("[]()")):
        written_after = text.strip("[]()")[match.end() :]
        rest = read_date(written_after)
        exact = rest.exact and bool(rest.edtf or not written_after)
        return replace(rest, edtf=rest.edtf or UNDATED, exact=exact, status=match["status"].lower())
    if match := _ORIGINAL.fullmatch(text) or _ORIGINAL_FIRST.fullmatch(text):
        found = match.groupdict()
        return DateRead(found.get("new") or found.get("newer") or "", original=found.get("old") or found["older"] or "")
    return _marked(text)


_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})


def _marked(text: str) -> DateRead:
    """Read a date with what says that it was inferred or is doubtful."""
    if text.startswith("[") and text.endswith("]"):
        inner = read_date(text[1:-1])
        return replace(inner, edtf=_with_mark(inner.edtf, "~"))
    if match := _CIRCA.match(text):
        inner = read_date(text[match.end() :])
        return replace(inner, edtf=_with_mark(inner.edtf, "~"))
    if match := _COPYRIGHT.match(text):
        return replace(read_date(text[match.end() :]), exact=False)
    edtf = _edtf(text)
    if edtf.edtf:
        return edtf
    if text.endswith(("?", "(?)")) and not _DECADE.fullmatch(text):
        inner = read_date(text.removesuffix("(?)").removesuffix("?"))
        return replace(inner, edtf=_with_mark(inner.edtf, "?"))
    return _in_words(text)


def _with_mark(edtf: str, mark: str) -> str:
    """Return a date with a mark, unless it has one or takes none."""
    if not edtf or edtf == UNDATED:
        return edtf
    return "/".join(part if part[-1] in "~?%" else part + mark for part in edtf.split("/"))


def _edtf(text: str) -> DateRead:
    """Read EDTF as biblatex and Zotero write it, and what it has beyond ours as far as that goes."""
    first, slash, second = (part.strip() for part in text.partition("/"))
    if slash and second in ("", "..", "open") and (begun := _edtf_date(first)).edtf:
        return replace(begun, exact=False)
    if slash and first in ("", "..") and (ended := _edtf_date(second)).edtf:
        return replace(ended, exact=False)
    start, end = _edtf_date(first), _edtf_date(second) if slash else DateRead()
    if not slash:
        return start
    if not start.edtf or not end.edtf:
        return DateRead()
    return _closed(start.edtf, end.edtf, exact=start.exact and end.exact)


def _edtf_date(text: str) -> DateRead:
    unspecified = re.fullmatch(r"(\d{4}(?:-(?!00)\d\d)?)(?:-(?:XX|xx|uu|00))+", text)
    if unspecified:
        return DateRead(unspecified[1])
    match = _EDTF.fullmatch(text)
    if match is None:
        return DateRead()
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"] or ""
    if month in _SEASON_CODES and not day:
        return DateRead(year + mark, exact=False)
    edtf = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)]) + mark
    return _valid(edtf, exact=match["time"] is None)


def _closed(start: str, end: str, *, exact: bool = True) -> DateRead:
    return _valid(start if start == end else f"{start}/{end}", exact=exact)


def _valid(edtf: str, *, exact: bool = True) -> DateRead:
    """Return a date that exists; nothing for the 31 June."""
    try:
        parse_span(edtf)
    except ValueError:
        return DateRead()
    return DateRead(edtf, exact)


def _in_words(text: str) -> DateRead:
    """Read a date in words or figures; what is not understood leaves at least the year."""
    for found in _candidates(text):
        if found.edtf:
            return found
    years = _YEAR.findall(text)
    return replace(_valid(years[0]), exact=False) if years else DateRead()


def _candidates(text: str) -> Iterator[DateRead]:
    if decade := _DECADE.fullmatch(text):
        begins = decade["begins"]
        yield _closed(begins.ljust(4, "0"), begins.ljust(4, "9"), exact=False)
    if years := re.fullmatch(r"(\d{4})\s?-\s?(\d{4})", text):
        yield _closed(years[1], years[2])
    if years := re.fullmatch(r"(\d{4})\s?[-/]\s?(\d\d)", text):
        yield _closed(years[1], years[1][:2] + years[2], exact=False)
    if figures := re.fullmatch(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", text):
        yield _valid("-".join([figures[1], *(f"{int(part):02}" for part in figures.groups()[1:] if part)]))
    if figures := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):
        yield _figures(int(figures[1]), int(figures[3]), figures[4], dotted=figures[2] == ".")
    if figures := re.fullmatch(r"(\d{1,2})[/.](\d{4})", text):
        yield _valid(f"{figures[2]}-{int(figures[1]):02}")
    yield _with_month_names(text)


def _figures(first: int, second: int, year: str, *, dotted: bool) -> DateRead:
    """Read `12.05.2016`; `3/4/2016` is the third of April or the fourth of March, and so only a year."""
    if dotted or first > 12 or first == second:
        return _valid(f"{year}-{second:02}-{first:02}")
    return _valid(f"{year}-{first:02}-{second:02}") if second > 12 else replace(_valid(year), exact=False)


def _with_month_names(text: str) -> DateRead:
    """Read dates with months by name: one is a month or a day, two are a range."""
    mark = "~" if "~" in text else "?" if "?" in text else ""
    words = [word.lower() for word in _WORD.findall(text)]
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    days = [int(word) for word in words if re.fullmatch(r"\d{1,2}", word)]
    rest = [
        word for word in words
        if not word.isdigit() and word not in _MONTHS and word not in ("of", "de", "года", "г", "st", "nd", "rd", "th")
    ]  # fmt: skip
    if not years or not months or len(months) > 2 or len(years) > 2 or len(days) > 2:
        return DateRead()
    exact = not rest
    start = _built(years[0], months[0], days[0] if days else 0)
    if len(months) == len(years) == 1 and len(days) < 2:
        return replace(_valid(_with_mark(start, mark)), exact=exact)
    if "-" not in text and "/" not in text:
        return DateRead()
    end = _built(years[-1], months[-1], days[-1] if len(days) == 2 else 0)
    if len(days) == 1:
        return DateRead()
    return _closed(_with_mark(start, mark), _with_mark(end, mark), exact=exact)


def _built(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def joined_date(year: str, month: str, day: str) -> DateRead:
    """Return the date of a BibTeX entry, whose fields `year`, `month` and `day` each hold a part of it or more."""
    whole = read_date(year)
    if not month and not day:
        return whole
    if not re.fullmatch(r"\d{4}[~?%]?", whole.edtf):
        return (
            replace(whole, exact=_says_month(whole.edtf, month)) if whole.edtf else read_date(f"{day} {month} {year}")
        )
    base, mark = whole.edtf[:4], whole.edtf[4:]
    named = _with_figures(month.strip())
    approximate = "~" if re.search(r"[^\W\d_]~$", named) else ""
    found = read_date(f"{day} {named.rstrip('~')} {base}")
    if not found.edtf or re.fullmatch(r"\d{4}[~?%]?", found.edtf):
        return replace(whole, exact=False)
    return replace(
        found,
        edtf=_with_mark(found.edtf, mark or approximate),
        exact=found.exact and whole.exact,
        original=whole.original,
        status=whole.status,
    )


def _says_month(edtf: str, month: str) -> bool:
    """Tell whether a date in its year already has the month."""
    number = int(month) if month.strip().isdigit() else _MONTHS.get(month.strip(" .").lower(), 0)
    return f"-{number:02}" in edtf


def _with_figures(month: str) -> str:
    """Return a month with the numbers of months as names: `09` is September, `5-6` May to June."""
    names = [name for name, number in _MONTHS.items() if number][:12]
    if match := re.fullmatch(r"(\d{1,2})(?:\s?[-/–—]+\s?(\d{1,2}))?", month):
        numbers = [int(part) for part in match.groups() if part]
        if all(1 <= number <= 12 for number in numbers):
            return "-".join(names[number - 1] for number in numbers)
    return re.sub(r"-{2,}", "-", month)


def season_in(text: str) -> str:
    """Return the season that a date names, or nothing."""
    words = {word.lower() for word in _WORD.findall(text)}
    code = re.search(r"\d{4}-(2[1-4])(?!\d)", text)
    return _SEASON_CODES[code[1]] if code else next(iter(sorted(words & _SEASONS)), "")
