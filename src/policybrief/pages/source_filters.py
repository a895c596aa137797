"""The filters of the list of references besides the kind of source: quality, language, years.

The stylesheet filters the list without a script, so it has a rule for every value offered here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.brief import Reference
from ..model.qualities_in_words import quality_label
from ..model.quality import Quality, quality_of
from ..wording.words import ENGLISH, Words

LANGUAGE_CODES = frozenset(
    (
        "ab ar av az be bg ce cs da de el en es et fa fi fr he hr hu hy it ja ka kk ko "
        "ku ky la lez lt lv nl no os pl pt ro ru sk sr sv tg tk tly tr tt uk uz zh"
    ).split()
)
"""The languages with a filter in the stylesheet; sources in all others share one."""
NO_QUALITY = "unrated"
OTHER_LANGUAGE = "other"
UNDATED, OLDER = "undated", "older"
FIRST_YEAR, LAST_YEAR, _YEARS = 1985, 2049, 5
"""The years with five-year filters; earlier sources share one."""


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """A filter value, and the number of sources with it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """A filter of the list."""

    name: str
    label: str
    choices: tuple[SourceChoice, ...]


@dataclass(frozen=True, slots=True)
class FilterValues:
    """The values of one source."""

    quality: str
    language: str
    year: str


def values_of(reference: Reference) -> FilterValues:
    """Return the filter values of a source."""
    quality = quality_of(reference)
    code = reference.language.lower().partition("-")[0]
    return FilterValues(
        quality.value if quality else NO_QUALITY, code if code in LANGUAGE_CODES else OTHER_LANGUAGE, _years(reference)
    )


def source_filters(references: Iterable[Reference], words: Words) -> tuple[SourceFilter, ...]:
    """Return the filters that offer a choice among these sources."""
    values = tuple(map(values_of, references))
    qualities = {quality.value: quality_label(quality, words) for quality in Quality}
    qualities[NO_QUALITY] = words.say("Not rated")
    languages = Counter(each.language for each in values)
    filters = (
        SourceFilter("quality", words.say("Quality"), _choices(Counter(each.quality for each in values), qualities)),
        SourceFilter("language", words.say("Language"), _choices(languages, _language_names(languages, words))),
        SourceFilter("year", words.say("Year"), _choices(Counter(each.year for each in values), year_names(words))),
    )
    return tuple(each for each in filters if len(each.choices) > 1)


def year_names(words: Words) -> Mapping[str, str]:
    """Return every period with sources, with its name, latest first."""
    starts = range(LAST_YEAR + 1 - _YEARS, FIRST_YEAR - 1, -_YEARS)
    periods = {f"{start}-{start + _YEARS - 1}": f"{start}–{start + _YEARS - 1}" for start in starts}
    return {**periods, OLDER: words.say("before {year}", year=str(FIRST_YEAR)), UNDATED: words.say("undated")}


def _language_names(languages: Counter[str], words: Words) -> Mapping[str, str]:
    """Return the names of the languages, the most frequent first."""
    names = {code: words.language_name(code) for code, _ in languages.most_common() if code != OTHER_LANGUAGE}
    return {**names, OTHER_LANGUAGE: words.say_as("language", "Other")}


def _choices(count: Counter[str], names: Mapping[str, str]) -> tuple[SourceChoice, ...]:
    return tuple(SourceChoice(value, words, count[value]) for value, words in names.items() if count[value])


def _years(reference: Reference) -> str:
    issued = reference.issued and (reference.issued.start or reference.issued.end)
    if not issued:
        return UNDATED
    if issued.year < FIRST_YEAR:
        return OLDER
    start = min(issued.year, LAST_YEAR) // _YEARS * _YEARS
    return f"{start}-{start + _YEARS - 1}"


def offered_values() -> Mapping[str, Sequence[str]]:
    """Return every value that may be offered, by the name of its filter, for the stylesheet."""
    return {
        "quality": [*(quality.value for quality in Quality), NO_QUALITY],
        "language": [*LANGUAGE_CODES, OTHER_LANGUAGE],
        "year": list(year_names(ENGLISH)),
    }
