"""What search in the browser knows, as classic scripts that set data: they load from a folder opened by hand too.

The first holds names, paragraphs and who is mentioned where, in the words of one list; the second where an entry's page
is, what its card says, how entries are related, the sources and the places of the site, with the code that needs them,
and is read while the first already answers.

How both are read: assets/search/data.js.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from ..assets.packing import (
    FURTHER_SEARCH_SCRIPTS,
    LANDING_SCRIPTS,
    QUOTE_PAGE_SCRIPTS,
    RESULTS_SCRIPTS,
    SEARCH_SCRIPTS,
    packed_scripts,
)
from ..inflection.forms import forms_of
from ..model.addresses import REFERENCES_PATH, SEARCH_PATH, Addresses, entry_path, reference_anchor
from ..model.brief import Project, Reference
from ..model.fold import fold, in_plain_latin
from ..model.fold_table import FOLD_TABLE, IN_IDS
from ..model.forms import form_key, lower
from ..model.glossary import Entry, Kind
from ..model.knowledge import Knowledge
from ..model.output import Artifact
from ..model.publication import SitePlace
from ..wording.calendar import calendar_of
from ..wording.readers_words import readers_words
from ..wording.words import Words
from .search_places import places_data, relations_data
from .search_words import ONE, SHARED, SIGNS, THREE, TWO, Coder, words_of, written

DATA_PATH = "assets/policybrief-search-data.js"
MORE_PATH = "assets/policybrief-search-more.js"
CODE_PATH = "assets/policybrief-search.js"
LANDING_PATH = "assets/policybrief-search-landing.js"
RESULTS_SCRIPT_PATH = "assets/policybrief-search-results.js"
QUOTES_SCRIPT_PATH = "assets/policybrief-quotes.js"

_LONGEST_DEFINITION = 120
_KINDS = tuple(kind.value for kind in Kind)

Data = Mapping[str, object]


def search_artifacts(
    project: Project, knowledge: Knowledge, addresses: Addresses, places: tuple[SitePlace, ...] = ()
) -> tuple[Artifact, ...]:
    """Return the data of search, and the scripts that a page loads when it is first used.

    `places` are what it leads to beside chapters, entries and sources.
    """
    paragraphs = [p for chapter in knowledge.chapters for p in chapter.paragraphs]
    entries = _most_mentioned_first(project, knowledge)
    found = _found_forms(project, knowledge)
    forms = {entry.id: _forms(entry, found.get(entry.id, ()), project.brief.language) for entry in entries}
    definitions = [_short(knowledge, entry) for entry in entries]
    references = _in_order_of_citation(project, knowledge)
    sources = [_source(reference) for reference, _ in references]
    headings = _headings(knowledge)
    titles = [title for title, _ in headings]
    words = words_of([*(p.text for p in paragraphs), *titles, *(form for some in forms.values() for form in some)])
    said = (*definitions, *(text for source in sources for text in source))
    further = words_of(said, known=words.tokens(), frequent=0)
    coder = Coder(words, further)
    data = {
        "fold": FOLD_TABLE,
        "results": addresses.of(SEARCH_PATH),
        **({"calendar": calendar} if (calendar := calendar_of(project.brief.language)) else {}),
        "code": [SIGNS, ONE, TWO, THREE, SHARED],
        "words": words.record(),
        "text": " ".join(coder.coded(p.text) for p in paragraphs),
        "headings": [" ".join(map(coder.coded, titles)), [count for _, count in headings]],
        **_paragraph_data(knowledge, addresses),
        **_entry_data(entries, forms, coder),
        "tags": _tags(knowledge, entries),
    }
    more = {
        "words": further.record(),
        **_entry_addresses(entries, addresses),
        "definitions": " ".join(map(coder.coded, definitions)),
        "references": [
            addresses.of(REFERENCES_PATH),
            " ".join(reference.id for reference, _ in references),
            *_moved_references(project.references, addresses),
        ],
        "cited": _newly_cited(references, len(paragraphs)),
        "titles": " ".join(coder.coded(title) for title, _ in sources),
        "origins": " ".join(coder.coded(origin) for _, origin in sources),
        "places": places_data(knowledge, addresses, places),
        "relations": relations_data(entries, project.words),
        "synonyms": project.synonyms,
        "readersWords": readers_words(project.brief.language),
    }
    further_code = packed_scripts(FURTHER_SEARCH_SCRIPTS, project.words)
    return (
        _script(DATA_PATH, "searchData", data),
        _script(MORE_PATH, "searchMore", more, further_code),
        *_code(project.words),
    )


def _code(words: Words) -> tuple[Artifact, ...]:
    """Return the code of search, of what marks words on the page that a hit leads to, and of the pages that use it."""
    return (
        Artifact(CODE_PATH, packed_scripts(SEARCH_SCRIPTS, words)),
        Artifact(LANDING_PATH, packed_scripts(LANDING_SCRIPTS, words)),
        Artifact(RESULTS_SCRIPT_PATH, packed_scripts(RESULTS_SCRIPTS, words)),
        Artifact(QUOTES_SCRIPT_PATH, packed_scripts(QUOTE_PAGE_SCRIPTS, words)),
    )


def _script(path: str, name: str, data: Data, code: bytes = b"") -> Artifact:
    written_out = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = f"window.policybrief = window.policybrief || {{}};\nwindow.policybrief.{name} = {written_out};\n"
    return Artifact(path, content.encode() + code)


def _most_mentioned_first(project: Project, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Return the entries so that frequent ones have small numbers, which also settles who is offered first."""
    counts = Counter(mention.entry for chapter in knowledge.chapters for mention in chapter.mentions)
    return tuple(sorted(project.glossary.entries, key=lambda entry: -counts[entry.id]))


def _in_order_of_citation(project: Project, knowledge: Knowledge) -> list[tuple[Reference, int | None]]:
    """Return the sources in the order in which the text first cites them, each with the number of that paragraph.

    Those that no paragraph cites are last. In this order a count for each paragraph is all that must be written.
    """
    first: dict[str, int] = {}
    numbers = {p.id: at for at, p in enumerate(p for chapter in knowledge.chapters for p in chapter.paragraphs)}
    for citation in (citation for chapter in knowledge.chapters for citation in chapter.citations):
        if citation.paragraph in numbers:
            at = numbers[citation.paragraph]
            first[citation.reference] = min(at, first.get(citation.reference, at))
    cited = [(reference, first.get(reference.id)) for reference in project.references]
    return sorted(cited, key=lambda pair: len(numbers) if pair[1] is None else pair[1])


def _newly_cited(references: Iterable[tuple[Reference, int | None]], paragraphs: int) -> str:
    """Return how many sources each paragraph is the first to cite."""
    counts = Counter(at for _, at in references)
    return "".join(written(counts[at]) for at in range(paragraphs))


def _found_forms(project: Project, knowledge: Knowledge) -> Mapping[str, Iterable[str]]:
    """Return for each entry the forms of its names that its language made and the text has: `Великобританию`."""
    made = {
        entry.id: frozenset(lower(form) for alias in entry.names for form in forms_of(entry, alias).forms)
        for entry in project.glossary.entries
    }
    found: dict[str, dict[str, None]] = {}
    for chapter in knowledge.chapters:
        for mention in chapter.mentions:
            if lower(form_key(mention.form)) in made.get(mention.entry, ()):
                found.setdefault(mention.entry, {})[mention.form] = None
    return found


def _forms(entry: Entry, inflected: Iterable[str], language: str) -> Mapping[str, bool]:
    """Return the forms of an entry that differ when folded, the name first, and whether others bear them too.

    `inflected` are those that the text has of its names. Names in the brief's own language are looked for as English
    writes them too, `Mammadova` for `Məmmədova`; in an English brief they are aliases, if they are wanted.
    """
    found: dict[str, tuple[str, bool]] = {}
    for alias in entry.names:
        key = fold(alias.form)
        if key:
            form, ambiguous = found.get(key, (alias.form, False))
            found[key] = form, ambiguous or alias.ambiguous
    own = (alias.form for alias in entry.names if alias.language == language and set(IN_IDS) & set(alias.form.lower()))
    for form in (*inflected, *map(in_plain_latin, own)):
        found.setdefault(fold(form), (form, False))
    return dict(found.values())


def _entry_data(known: Sequence[Entry], forms: Mapping[str, Mapping[str, bool]], coder: Coder) -> Data:
    return {
        "names": "#".join(
            " ".join(coder.coded(form) + "!" * ambiguous for form, ambiguous in forms[entry.id].items())
            for entry in known
        ),
        "kinds": [_KINDS, "".join(written(_KINDS.index(entry.kind.value)) for entry in known)],
        "dates": ",".join(entry.dates.edtf if entry.dates else "" for entry in known),
    }


def _entry_addresses(entries: Iterable[Entry], addresses: Addresses) -> Data:
    before, after = addresses.of(entry_path("\0")).split("\0")
    return {
        "entryUrl": [before, after],
        # An id that can be read off the name is not written.
        "entryIds": ",".join("" if _read_off(entry.name) == entry.id else entry.id for entry in entries),
    }


def _moved_references(references: Iterable[Reference], addresses: Addresses) -> Iterable[Mapping[str, str]]:
    """Yield where the sources are that are in a later part of the list, by id; nothing when it is one page."""
    holders = ((r.id, addresses.holder(REFERENCES_PATH, reference_anchor(r.id))) for r in references)
    moved = {id_: addresses.of(holder) for id_, holder in holders if holder != REFERENCES_PATH}
    return [moved] if moved else []


def _read_off(name: str) -> str:
    return fold(name).replace(" ", "-")


def _paragraph_data(knowledge: Knowledge, addresses: Addresses) -> Data:
    chapters: list[object] = []
    ids: list[str] = []
    numbers: dict[int, str] = {}
    for annotated in knowledge.chapters:
        chapter = annotated.chapter
        chapters.append([addresses.of(chapter.path), chapter.number, chapter.title, len(annotated.paragraphs)])
        count = 0
        for paragraph in annotated.paragraphs:
            if paragraph.number == f"{chapter.number}.{count + 1}":
                count += 1
            else:
                numbers[len(ids)] = paragraph.number
            ids.append(paragraph.id)
    return {
        "chapters": chapters,
        "ids": " ".join(id_[2:] if id_.startswith("p-") else f"={id_}" for id_ in ids),
        "numbers": numbers,
    }


def _headings(knowledge: Knowledge) -> list[tuple[str, int]]:
    """Return the headings in reading order, each with the number of paragraphs that are under it."""
    found: list[tuple[str, int]] = []
    for annotated in knowledge.chapters:
        titles = {section.anchor: section.title for section in annotated.sections}
        for anchor, group in groupby(annotated.paragraphs, lambda paragraph: paragraph.section):
            found.append((titles.get(anchor, ""), sum(1 for _ in group)))
    return found


def _tags(knowledge: Knowledge, entries: Iterable[Entry]) -> str:
    """Return for each paragraph the entries it mentions, each as often, as differences of their sorted numbers."""
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    found: dict[str, list[int]] = {p.id: [] for chapter in knowledge.chapters for p in chapter.paragraphs}
    for chapter in knowledge.chapters:
        for mention in chapter.mentions:
            if mention.paragraph in found and mention.entry in numbers:
                found[mention.paragraph].append(numbers[mention.entry])
    return " ".join("".join(map(written, _differences(tagged))) for tagged in found.values())


def _differences(numbers: Iterable[int]) -> Iterable[int]:
    return (later - earlier for earlier, later in pairwise((0, *sorted(numbers))))


def _short(knowledge: Knowledge, entry: Entry) -> str:
    """Return the beginning of an entry's definition, at most a line or two."""
    text = "".join(piece.text for piece in knowledge.definitions.get(entry.id, ()))
    if len(text) <= _LONGEST_DEFINITION:
        return text
    return text[:_LONGEST_DEFINITION].rsplit(" ", 1)[0].rstrip(",;:") + "\u00a0…"


def _source(reference: Reference) -> tuple[str, str]:
    """Return the title of a source as readers can find it, and who published it when."""
    fields = reference.fields
    title = reference.title.removeprefix("[").removesuffix("]")
    year = str(reference.issued.start.year) if reference.issued and reference.issued.start else ""
    authors = fields.get("author")
    names = [_author(author) for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    container = str(fields.get("container-title") or fields.get("publisher") or "")
    return title, ", ".join(filter(None, (*names[:3], container if container not in names else "", year)))


def _author(author: Mapping[str, object]) -> str:
    return str(author.get("family") or author.get("literal") or "")
