"""Whether passages are in a brief as they are, for `policybrief check --quotes`."""

from collections.abc import Iterable
from pathlib import Path

from ..checks.quote_checker import CheckedQuote, Verdict, WordDifference
from ..hosts.mkdocs.open_quotes import quotes_in
from ..model.problems import printable
from ..model.shortening import shortened

_SHOWN = 80
"""In characters: how much of a passage a report shows."""


def report_on_quotes(directory: Path, text: str) -> tuple[str, bool]:
    """Return the report on the passages in `text`, and whether each of them is in the brief in `directory`."""
    checked = quotes_in(directory, text)
    return _quotes_as_text(checked), all(each.verdict is Verdict.VERIFIED for each in checked)


def _quotes_as_text(checked: Iterable[CheckedQuote]) -> str:
    """Return what is found of passages, a line or two for each: the verdict, the paragraph to cite, the passage."""
    return printable("\n".join(map(_quote, checked)))


def _quote(checked: CheckedQuote) -> str:
    where = " and ".join(f"{paragraph.number} ({paragraph.id})" for paragraph in checked.paragraphs)
    said = f"{checked.verdict.value}: {where}" if where else checked.verdict.value
    differs = "".join(f"\n    {_difference(difference)}" for difference in checked.differences)
    return f"{said}: {shortened(' '.join(checked.quote.split()), _SHOWN)}{differs}"


def _difference(difference: WordDifference) -> str:
    mine, theirs = (" ".join(words.split()) for words in (difference.mine, difference.theirs))
    if not mine:
        return f"'{theirs}' is left out"
    return f"'{mine}' is '{theirs}' there" if theirs else f"'{mine}' is not there"
