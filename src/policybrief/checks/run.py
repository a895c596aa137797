"""Every rule over the whole of a brief, and which of them run."""

from collections.abc import Callable, Iterable, Iterator

from ..model.add_ons import AddOnError
from ..model.check import Check, Finding
from ..model.places import source_of
from ..model.problems import Code, Problem, ProblemCode, Severity, did_you_mean
from ..model.publication import Publication
from .claims import check_claims
from .event_dates import check_event_dates
from .inflected_forms import check_dictionaries, check_likely_forms
from .kept_passages import check_kept_passages
from .letters_without_font import check_letters
from .locating import placed
from .name_coverage import check_ambiguous_names, check_unknown_names, check_unused_entries
from .passages import (
    check_contradicted_passages,
    check_extents,
    check_fragile_claims,
    check_missing_passages,
    check_unused_passages,
)
from .quoted_words import check_quoted_words
from .read_brief import ReadBrief, read_brief
from .spelling import check_acronyms, check_spelling
from .stale_entries import check_stale_entries
from .tables import check_numbers
from .tenures import check_memberships, check_offices
from .unused_references import check_references

TextRule = Callable[[ReadBrief], Iterable[Finding]]


def _on_text(rule: TextRule) -> Callable[[Publication], Iterable[Finding]]:
    """Return a rule on the chapters as a rule on the publication; all such rules share one reading of it."""
    return lambda publication: rule(publication.once(read_brief))


CHECKS = (
    Check(Code.UNUSED_ENTRY, check_unused_entries),
    Check(Code.UNUSED_REFERENCE, check_references),
    Check(Code.STALE_ENTRY, check_stale_entries),
    Check(Code.UNCITED_CLAIM, _on_text(check_claims)),
    Check(Code.UNKNOWN_NAME, _on_text(check_unknown_names)),
    Check(Code.AMBIGUOUS_NAME, _on_text(check_ambiguous_names)),
    Check(Code.LIKELY_FORM, _on_text(check_likely_forms)),
    Check(Code.MISSING_DICTIONARY, check_dictionaries),
    Check(Code.UNEXPLAINED_ACRONYM, _on_text(check_acronyms)),
    Check(Code.LETTER_WITHOUT_FONT, _on_text(check_letters)),
    Check(Code.SPELLING_VARIANT, _on_text(check_spelling)),
    Check(Code.CONTRADICTED_DATE, _on_text(check_event_dates)),
    Check(Code.CONTRADICTED_OFFICE, _on_text(check_offices)),
    Check(Code.CONTRADICTED_MEMBERSHIP, _on_text(check_memberships)),
    Check(Code.CONTRADICTED_NUMBER, _on_text(check_numbers)),
    Check(Code.UNUSED_PASSAGE, _on_text(check_unused_passages)),
    Check(Code.MISSING_PASSAGE, _on_text(check_missing_passages)),
    Check(Code.FRAGILE_CLAIM, _on_text(check_fragile_claims)),
    Check(Code.BEYOND_EXTENT, _on_text(check_extents)),
    Check(Code.CONTRADICTED_PASSAGE, _on_text(check_contradicted_passages)),
    Check(Code.CHANGED_QUOTATION, _on_text(check_quoted_words)),
    Check(Code.NOT_IN_COPY, check_kept_passages),
)
"""The built-in rules on the brief as a whole."""


def run_checks(publication: Publication, checks: Iterable[Check], *, work_list: bool) -> Iterator[Problem]:
    """Yield the findings of these checks, each at its place, and exceptions from rules that do not exist.

    Checks that are switched off do not run, nor, without `work_list`, those that only give notes. A failing check of an
    add-on is a problem itself.
    """
    findings: list[tuple[ProblemCode, Finding]] = []
    for check in checks:
        if _wanted(publication, check.code, work_list):
            try:
                findings += ((check.code, finding) for finding in check.find(publication))
            except AddOnError as error:
                yield error.problem
    yield from placed(findings, publication.once(read_brief))
    yield from _unknown_excuses(publication)


def _wanted(publication: Publication, code: ProblemCode, work_list: bool) -> bool:
    severity = publication.project.checks.severity_of(code)
    return severity is not None and (work_list or severity is not Severity.NOTE)


def _unknown_excuses(publication: Publication) -> Iterator[Problem]:
    """Yield the marks at paragraphs that make an exception from an unknown rule."""
    rules = publication.project.checks.rules
    for chapter in publication.once(read_brief).chapters:
        source = source_of(chapter.chapter)
        for read in chapter.paragraphs:
            for name in read.paragraph.allowed:
                if name not in rules:
                    hint = did_you_mean(name, rules, "see 'The rules of the check' in the manual")
                    place = source.place_of(f".allow-{name}")
                    yield Problem(Code.UNKNOWN_RULE, place, f"there is no rule '{name}'", hint)
