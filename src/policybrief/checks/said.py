"""Dates and amounts in English, Russian and Azerbaijani sentences, normalised for comparison."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isclose

_MONTHS = (
    ("jan(?:uary)?", "январ", "yanvar"),
    ("feb(?:ruary)?", "феврал", "fevral"),
    ("mar(?:ch)?", "март", "mart"),
    ("apr(?:il)?", "апрел", "aprel"),
    ("may", "ма[йяе]", "may"),
    ("june?", "июн", "iyun"),
    ("july?", "июл", "iyul"),
    ("aug(?:ust)?", "август", "avqust"),
    ("sept?(?:ember)?", "сентябр", "sentyabr"),
    ("oct(?:ober)?", "октябр", "oktyabr"),
    ("nov(?:ember)?", "ноябр", "noyabr"),
    ("dec(?:ember)?", "декабр", "dekabr"),
)
_MONTH = "(?:" + "|".join(name for names in _MONTHS for name in names) + r")[а-яёa-zəıöüğşç]{0,4}\.?"
_ORDINAL = r"(?!\d)(?:st|nd|rd|th|-\w{1,3})?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
_SCALES = (("thousand", "тыс", "min"), ("million", "миллион", "млн", "milyon", "mln", "m"), ("billion",))
"""The words for thousands and millions; all others mean billions, including `bcm` of cubic metres."""
_UNITS = (
    ("%", r"%|per ?cent|percent|процент\w*|faiz\w*"),
    ("$", r"\$|usd|dollars?|долл\w*|dollar\w*"),
    ("rouble", r"₽|r(?:o)?ubles?|руб\w*|rubl\w*"),
    ("manat", r"₼|manats?|манат\w*|manat\w*"),
    ("euro", r"€|euros?|евро|avro\w*"),
    ("km", r"km|kilomet\w*|км|километр\w*"),
    ("tonne", r"tonn?e?s?|тонн\w*|ton\w*"),
)
_MONEY = frozenset(("$", "rouble", "manat", "euro"))
_WORDS = {
    word: number
    for number, words in {
        2: "two два две двух двумя iki", 3: "three три трёх трех тремя üç", 4: "four четыре четырёх dörd",
        5: "five пять пяти beş", 6: "six шесть шести altı", 7: "seven семь семи yeddi", 8: "eight восемь восьми səkkiz",
        9: "nine девять девяти doqquz", 10: "ten десять десяти", 11: "eleven одиннадцать", 12: "twelve двенадцать",
        13: "thirteen тринадцать", 14: "fourteen четырнадцать", 15: "fifteen пятнадцать", 16: "sixteen шестнадцать",
        17: "seventeen семнадцать", 18: "eighteen восемнадцать", 19: "nineteen девятнадцать",
        20: "twenty двадцать двадцати iyirmi", 30: "thirty тридцать тридцати otuz", 40: "forty сорок сорока qırx",
        50: "fifty пятьдесят пятидесяти əlli", 60: "sixty шестьдесят altmış", 70: "seventy семьдесят yetmiş",
        80: "eighty восемьдесят səksən", 90: "ninety девяносто doxsan", 100: "сто ста yüz",
    }.items()
    for word in words.split()
}  # fmt: skip
_TENS = re.compile(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(\w+)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|under|roughly|more than|less than|at least|up to|около|почти|более"
    r"|менее|свыше|təxminən|çox)\s+$",
    re.IGNORECASE,
)


# The patterns are large, and a check of unchanged text needs none of them, so each is compiled at first use.


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(names), re.IGNORECASE) for names in _MONTHS)


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
            r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
            rf"\b(?P<year>\d{{4}})(?:-\w+)?\s+il\w*\s+(?P<name>{_MONTH})\s+(?P<day>\d{{1,2}})(?!\d)",
            rf"\b(?:\d{{1,2}}\s?[–-]\s?)?(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<name>{_MONTH}){_YEAR}",
            rf"\b(?P<name>{_MONTH})\s+(?P<day>\d{{1,2}}){_ORDINAL}{_YEAR}",
            rf"\b(?P<name>{_MONTH})\s+(?P<year>\d{{4}})(?!\d)",
            r"(?<![\d.,$€£])(?P<year>1[5-9]\d\d|20\d\d)(?:[–-]\d\d(?!\d))?(?![\d%]|[.,]\d|\s?(?:per\s?cent|тыс|млн|min\b|mln))",
        )
    )


@cache
def _amount_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<money>[$€£₽₼]\s?)?(?<![\w.,])"
        r"(?P<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\d])"
        r"(?:\s?(?P<scale>thousand|million|billion|тыс\w*|миллион\w*|млн|миллиард\w*|млрд|min(?!\w)|milyon\w*|mln|milyard\w*"
        r"|mlrd|bn|bcm|bcf|mn(?!\w)|mm?cm|mm(?!\w)|mb(?=/d)|m(?!\w))\.?)?"
        r"(?:\s?(?P<unit>%|[^\W\d_]+(?:\scent)?))?",
        re.IGNORECASE,
    )


@cache
def _unit_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _UNITS)


@cache
def _part_pattern() -> re.Pattern[str]:
    """Return the pattern of a numbered part of a text, a resolution or a law, which is not an amount."""
    return re.compile(
        r"\b(?:chapters?|sections?|paragraphs?|tables?|figures?|charts?|notes?|глав\w*|раздел\w*|таблиц\w*|рисунк\w*"
        r"|примечани\w*|fəsil\w*|fəsl\w*|bölmə\w*|cədvəl\w*|şəkil\w*|qeyd\w*)"
        r"[ \u00a0]+\d[\d.]*(?:(?:,| and| to|[–-]| и| və)[ \u00a0]*\d[\d.]*)*"
        r"|\b(?:resolutions?|decrees?|articles?|резолюци\w*|указ\w*|стать\w*|qətnamə\w*|fərman\w*|maddə\w*)"
        r"[ \u00a0]+(?:no\.?[ \u00a0]*|№[ \u00a0]*)?\d[\d/.]*"
        r"(?:(?: \(\d{4}\))?(?:,| and|, and| и| və)[ \u00a0]*\d[\d/.]*)*",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date in a text; missing parts are None."""

    start: int
    text: str
    year: int | None
    month: int | None
    day: int | None

    def agrees(self, other: "SaidDate") -> bool:
        """Tell whether both may be the same day."""
        return all(mine in (None, theirs) or theirs is None for mine, theirs in self._pairs(other))

    def meets(self, other: "SaidDate") -> bool:
        """Tell whether both have the same part of a date and can be compared."""
        return any(mine is not None and theirs is not None for mine, theirs in self._pairs(other))

    def _pairs(self, other: "SaidDate") -> Iterable[tuple[int | None, int | None]]:
        return (self.year, other.year), (self.month, other.month), (self.day, other.day)


@dataclass(frozen=True, slots=True)
class SaidAmount:
    """A number in a text, with its unit."""

    start: int
    text: str
    value: float
    unit: str
    slack: float
    """By how much a number rounded to this one may differ."""

    def agrees(self, other: "SaidAmount") -> bool:
        """Tell whether this may be the other one, rounded."""
        near = abs(self.value - other.value) <= self.slack or isclose(self.value, other.value)
        return near and (self.unit == other.unit or not self.unit or not other.unit)

    def meets(self, other: "SaidAmount") -> bool:
        """Tell whether both may count the same thing, judging by their units."""
        return self.unit == other.unit


@lru_cache(maxsize=10_000)  # a preview calls it for the same sentences and passages after each save
def dates_said(text: str) -> tuple[SaidDate, ...]:
    """Return the dates in a text, in order."""
    found: list[SaidDate] = []
    taken: list[tuple[int, int]] = []
    for pattern in _date_patterns():
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if date := _date(match):
                taken.append(match.span())
                found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


@lru_cache(maxsize=10_000)
def amounts_said(text: str, language: str) -> tuple[SaidAmount, ...]:
    """Return the amounts in a text in that language, in order, without dates and numbers of chapters or tables."""
    plain = text
    dates = ((date.start, date.start + len(date.text)) for date in dates_said(text))
    for start, end in (*dates, *(match.span() for match in _part_pattern().finditer(text))):
        plain = plain[:start] + "\0" * (end - start) + plain[end:]
    primary = language.partition("-")[0]
    comma, azerbaijani = primary in ("ru", "az", "de", "fr", "uk"), primary == "az"
    found = [_amount(match, plain, comma=comma, azerbaijani=azerbaijani) for match in _amount_pattern().finditer(plain)]
    return tuple(sorted((*found, *_worded(plain)), key=lambda amount: amount.start))


def _date(match: re.Match[str]) -> SaidDate | None:
    given = match.groupdict()
    name = given.get("name")
    month = _month(name) if name else int(given["month"]) if given.get("month") else None
    year = int(given["year"]) if given.get("year") else None
    day = int(given["day"]) if given.get("day") else None
    if (month and not 1 <= month <= 12) or (day and not 1 <= day <= 31):
        return None
    return SaidDate(match.start(), match[0], year, month, day)


def _month(name: str) -> int:
    return next(number for number, pattern in enumerate(_month_patterns(), 1) if pattern.match(name))


def _amount(match: re.Match[str], text: str, *, comma: bool, azerbaijani: bool) -> SaidAmount:
    written = re.sub(r"[\s\u00a0\u202f]", "", match["number"])
    decimal, thousands = (",", ".") if comma else (".", ",")
    if not comma and re.fullmatch(r"\d+,\d{1,2}", written):
        decimal, thousands = ",", "."
    digits = written.replace(thousands, "").replace(decimal, ".")
    scale = _scale(_scaling(match, azerbaijani=azerbaijani))
    whole, _, part = digits.partition(".")
    # This means at least two digits.
    step = 10.0 ** -len(part) if part else 10.0 ** max(min(len(whole) - len(whole.rstrip("0")), len(whole) - 2), 0)
    value = float(digits) * scale
    slack = step * scale / 2
    if _ABOUT.search(text, max(0, match.start() - 12), match.start()):
        slack = max(slack, value / 10)
    unit = _unit(match["unit"] or "") or _unit(match["money"] or "")
    counts_something = match["unit"] and not _unit(match["unit"])
    said = text[match.start() : match.start("unit")] if counts_something else match[0]
    return SaidAmount(match.start(), said.strip(" ."), value, unit, slack)


def _scaling(match: re.Match[str], *, azerbaijani: bool) -> str:
    """Return the word that scales an amount: `30 min` are minutes except in Azerbaijani, `$5 m` are millions."""
    word = (match["scale"] or "").lower()
    money = bool(match["money"]) or _unit(match["unit"] or "") in _MONEY
    unscaled = (word == "min" and not azerbaijani) or (word == "m" and not money)
    millimetres = word == "mm" and not money and (match["unit"] or "").lower() != "cm"
    return "" if unscaled or millimetres else word


def _scale(word: str) -> float:
    word = word.lower()
    if not word:
        return 1
    if word.startswith(_SCALES[0]):
        return 1e3
    return 1e6 if word.startswith(_SCALES[1]) and not word.startswith(("миллиард", "milyard", "mlrd")) else 1e9


def _unit(word: str) -> str:
    return next((name for name, pattern in _unit_patterns() if pattern.fullmatch(word.strip())), "")


def _worded(text: str) -> Iterator[SaidAmount]:
    """Yield the numbers in words, except `one`, which is rarely a number."""
    for match in _TENS.finditer(text):
        if match[2].lower() in _WORDS:
            yield SaidAmount(match.start(), match[0], _WORDS[match[1].lower()] + _WORDS[match[2].lower()], "", 0)
    joined = _TENS.sub(lambda match: "\0" * len(match[0]), text)
    for match in _WORD.finditer(joined):
        if number := _WORDS.get(match[0].lower()):
            after = _WORD.match(joined, match.end() + 1) if joined[match.end() : match.end() + 1] == " " else None
            percent = joined[match.end() + 1 :].lower().startswith("per cent")
            yield SaidAmount(match.start(), match[0], number, "%" if percent else _unit(after[0] if after else ""), 0)
