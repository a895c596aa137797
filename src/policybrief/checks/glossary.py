"""Rules that compare the glossary, the sources and the chapters' names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.brief import Chapter, Project
from ..model.forms import form_key, lower
from ..model.glossary import Alias, Entry, Glossary
from ..model.maps import MapShape
from ..model.problems import Code, Problem, Suggestions, sorted_problems
from ..model.recall import recalled, recalled_of
from .places import check_places
from .relation_circles import check_circles
from .relation_ends import check_relation_ends


def check_glossary(project: Project) -> tuple[Problem, ...]:
    """Return the contradictions in a project's glossary, sources and chapters."""
    sources = tuple(reference.id for reference in project.references)
    of_entries = recalled_of((project.glossary,), _kept, sources, project.shapes)
    return sorted_problems((*of_entries, *_same_numbers(project.chapters), *_same_slugs(project.chapters)))


def _kept(read: tuple[Glossary, ...], sources: tuple[str, ...], shapes: tuple[MapShape, ...]) -> tuple[Problem, ...]:
    return recalled(_of_entries, read, sources, shapes)


def _of_entries(
    read: tuple[Glossary, ...], sources: tuple[str, ...], shapes: tuple[MapShape, ...]
) -> tuple[Problem, ...]:
    """Return the contradictions in a glossary, and between it and the ids of the sources and the shapes."""
    (glossary,) = read
    entries = glossary.entries
    return (
        *_dangling_relations(entries),
        *check_circles(entries),
        *check_relation_ends(entries),
        *check_places(glossary.by_id(), shapes),
        *_unknown_sources(entries, sources),
        *_form_problems(entries),
    )


def _dangling_relations(entries: tuple[Entry, ...]) -> Iterator[Problem]:
    known = {entry.id for entry in entries}
    near = Suggestions(known)
    for entry in entries:
        for relation in entry.relations:
            if relation.to not in known:
                hint = near.hint(relation.to, "add the entry, or remove the relation")
                yield Problem(Code.UNKNOWN_ENTRY, relation.place, f"no entry '{relation.to}'", hint)


def _unknown_sources(entries: tuple[Entry, ...], sources: tuple[str, ...]) -> Iterator[Problem]:
    known = set(sources)
    near = Suggestions(known)
    for entry in entries:
        for source in entry.sources:
            if source.id not in known:
                hint = near.hint(source.id, "add it to the references, or remove it here")
                yield Problem(Code.UNKNOWN_SOURCE, source.place, f"no source '{source.id}'", hint)


@dataclass(frozen=True, slots=True)
class _Owned:
    """A form and its entry."""

    entry: Entry
    alias: Alias
    exact: str
    """The key that two forms share if they match the same words in the same case."""


def _form_problems(entries: tuple[Entry, ...]) -> Iterator[Problem]:
    groups: defaultdict[str, list[_Owned]] = defaultdict(list)
    for entry in entries:
        for alias in entry.names:
            exact = form_key(alias.form)
            groups[lower(exact)].append(_Owned(entry, alias, exact))
    for group in groups.values():
        yield from _clashes(group)
        yield from _lonely(group)


def _clashes(group: list[_Owned]) -> Iterator[Problem]:
    """Yield a problem for each form that another entry has, unless both are marked or one is not linked."""
    if len(group) == 1 or all(owned.alias.ambiguous for owned in group):
        return
    linked = [owned for owned in group if owned.alias.link]
    for index, second in enumerate(linked):
        first = next((first for first in linked[:index] if _clash(first, second)), None)
        if first is not None:
            line = first.alias.place.line
            seen = f"'{second.alias.form}' of '{second.entry.id}' is also a form of '{first.entry.id}' (line {line})"
            hint = "write {form: ..., ambiguous: true} in both, or {form: ..., link: false} in one of them"
            yield Problem(Code.CLASHING_ALIAS, second.alias.place, seen, hint)


def _clash(first: _Owned, second: _Owned) -> bool:
    if first.entry is second.entry or (first.alias.ambiguous and second.alias.ambiguous):
        return False
    return _same(first, second)


def _same(first: _Owned, second: _Owned) -> bool:
    """Tell whether some words of a text match both forms, which differ only in case."""
    return first.exact == second.exact or first.alias.any_case or second.alias.any_case


def _lonely(group: list[_Owned]) -> Iterator[Problem]:
    for owned in group:
        if not owned.alias.ambiguous:
            continue
        if not any(other.entry is not owned.entry and _same(owned, other) for other in group):
            seen = f"'{owned.alias.form}' is marked ambiguous, but only '{owned.entry.id}' has it"
            hint = "remove 'ambiguous: true', or add the form to the other entry that it can mean"
            yield Problem(Code.LONELY_AMBIGUOUS, owned.alias.place, seen, hint)


def _same_numbers(chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Yield a problem for each chapter whose number another one of its folder has: a folder is a brief of its own."""
    first: dict[tuple[tuple[str, ...], str], Chapter] = {}
    for chapter in chapters:
        before = first.setdefault((chapter.folders, chapter.number), chapter)
        if before is not chapter:
            seen = f"the number '{chapter.number}' already belongs to {before.path}"
            hint = "write 'number: ...' into the front matter of one of the two"
            yield Problem(Code.DUPLICATE_NUMBER, chapter.place, seen, hint)


def _same_slugs(chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Yield a problem for each chapter whose file has the same name as another, ignoring case."""
    first: dict[str, Chapter] = {}
    for chapter in chapters:
        before = first.setdefault(lower(chapter.slug), chapter)
        if before is not chapter:
            seen = f"the name '{chapter.slug}' already belongs to {before.path}"
            yield Problem(Code.DUPLICATE_ID, chapter.place, seen, "rename one of the two files")
