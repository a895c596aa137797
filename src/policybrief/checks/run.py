"""Every rule over the whole of a brief, and which of them run."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.brief import Project
from ..model.knowledge import Knowledge
from ..model.places import source_of
from ..model.problems import Code, Problem, Severity, did_you_mean
from ..model.rules import RULES
from .claims import check_claims
from .event_dates import check_event_dates
from .locating import placed
from .name_coverage import check_ambiguous_names, check_unknown_names, check_unused_entries
from .read_brief import Finding, ReadBrief, read_brief
from .spelling import check_acronyms, check_spelling
from .stale_entries import check_stale_entries
from .tables import check_numbers
from .tenures import check_memberships, check_offices
from .unused_references import check_references

TextRule = Callable[[ReadBrief], Iterable[Finding]]

TEXT_RULES: Mapping[Code, TextRule] = {
    Code.UNCITED_CLAIM: check_claims,
    Code.UNKNOWN_NAME: check_unknown_names,
    Code.AMBIGUOUS_NAME: check_ambiguous_names,
    Code.UNEXPLAINED_ACRONYM: check_acronyms,
    Code.SPELLING_VARIANT: check_spelling,
    Code.CONTRADICTED_DATE: check_event_dates,
    Code.CONTRADICTED_OFFICE: check_offices,
    Code.CONTRADICTED_MEMBERSHIP: check_memberships,
    Code.CONTRADICTED_NUMBER: check_numbers,
}
"""The rules for what chapters say, by what they find."""


def check_whole(project: Project, knowledge: Knowledge, *, work_list: bool) -> Iterator[Problem]:
    """Yield what the rules find in a brief that is known as a whole.

    Rules that are switched off do not run, nor, without `work_list`, those that only write notes for the author.
    """
    yield from check_unused_entries(project, knowledge)
    yield from check_references(project, knowledge)
    yield from check_stale_entries(project)
    brief = read_brief(project, knowledge)
    yield from _unknown_excuses(brief)
    findings = (
        finding for code, rule in TEXT_RULES.items() if _wanted(project, code, work_list) for finding in rule(brief)
    )
    yield from placed(findings, brief)


def _unknown_excuses(brief: ReadBrief) -> Iterator[Problem]:
    """Yield the marks at paragraphs that excuse them from a rule that is none."""
    for chapter in brief.chapters:
        source = source_of(chapter.chapter)
        for read in chapter.paragraphs:
            for name in read.paragraph.allowed:
                if name not in RULES:
                    hint = did_you_mean(name, RULES, "the guide lists all: The rules of the check")
                    place = source.place_of(f".allow-{name}")
                    yield Problem(Code.UNKNOWN_RULE, place, f"there is no rule '{name}' to be excused from", hint)


def _wanted(project: Project, rule: Code, work_list: bool) -> bool:
    severity = project.checks.severity_of(rule)
    return severity is not None and (work_list or severity is not Severity.NOTE)
