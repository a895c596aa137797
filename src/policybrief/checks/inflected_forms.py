"""Inflected names: words that look like one but are not linked, and forms that cannot be found."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..inflection.dictionary import EXTRA
from ..inflection.forms import forms_of, language_of
from ..inflection.likeness import LikelyForm, LikelyForms, likely_forms_of
from ..model.check import Finding
from ..model.claims import blotted
from ..model.glossary import Entry
from ..model.knowledge import Paragraph
from ..model.publication import Publication
from .read_brief import ReadBrief, ReadParagraph


def check_likely_forms(brief: ReadBrief) -> Iterator[Finding]:
    """Yield the words that look like an inflected name but were not found as one, each at its first place."""
    names = likely_forms_of(brief.entries.values(), brief.project.brief.language)
    count: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[Paragraph, LikelyForm]] = {}
    for read in brief.paragraphs():
        for likely in likely_in(read, names):
            key = read.text[likely.start : likely.end], likely.entry
            count[key] += 1
            first.setdefault(key, (read.paragraph, likely))
    for (form, entry), (paragraph, likely) in first.items():
        times = "" if count[form, entry] == 1 else f" ({count[form, entry]} times)"
        hint = f"list it under 'forms' of that name, or write [[{entry}|{form}]]; [[!{form}]] if it is another word"
        yield Finding(paragraph, f"'{form}' looks like a form of '{likely.name}'{times}", hint, likely.start)


def likely_in(read: ReadParagraph, names: LikelyForms) -> Iterator[LikelyForm]:
    """Yield the words of a paragraph that look like an inflected name, except where the words are known to be a name or
    not.
    """
    known = [*(mention.extent for mention in read.mentions), *(aside.extent for aside in read.asides)]
    yield from names.find(blotted(read.text, known))


def check_dictionaries(publication: Publication) -> Iterator[Finding]:
    """Yield for each language without its dictionary how many names are found only as written."""
    names: dict[str, list[tuple[Entry, str]]] = {}
    for entry in publication.project.glossary.entries:
        for alias in entry.names:
            if alias.link and forms_of(entry, alias).unknown:
                names.setdefault(language_of(alias), []).append((entry, alias.form))
    for language, found in names.items():
        entry, form = found[0]
        more = len(found) - 1
        others = f" and {more:,} more name{'s' * (more > 1)}" if more else ""
        seen = f"not all forms of '{form}'{others} in {_LANGUAGES[language]} can be found: its dictionary is missing"
        yield Finding(entry, seen, f"install it: pip install \"policybrief[{EXTRA}]\"; or list the forms under 'forms'")


_LANGUAGES: Mapping[str, str] = {"ru": "Russian", "uk": "Ukrainian"}
