"""Small glossaries for tests, without files."""

from policybrief.model.dates import Span
from policybrief.model.glossary import Alias, Entry, Glossary, Kind, Relation
from policybrief.model.problems import Place

HERE = Place("glossary.yml")


def alias(form: str, language: str = "en", *, link: bool = True, ambiguous: bool = False) -> Alias:
    """Return an alias as the reader would make it."""
    return Alias(form, language, HERE, link, ambiguous, any_case=form == form.lower())


def entry(
    entry_id: str,
    *forms: str | Alias,
    kind: Kind = Kind.CONCEPT,
    definition: str = "A thing.",
    dates: Span | None = None,
    relations: tuple[Relation, ...] = (),
) -> Entry:
    """Return an entry with these forms, the first of which is its name."""
    names = tuple(form if isinstance(form, Alias) else alias(form) for form in forms)
    return Entry(entry_id, names[0].form, kind, definition, HERE, HERE, names, dates, relations)


def glossary(*entries: Entry) -> Glossary:
    """Return a glossary of these entries."""
    return Glossary(entries)
