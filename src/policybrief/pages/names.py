"""Every form of every name, in all languages, each with a link to its entry."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.addresses import GLOSSARY_PATH, NAMES_PATH, part_path
from ..model.catalogue import PageBody
from ..model.glossary import Alias, Entry
from ..model.publication import Publication
from ..model.sorting import Letter, by_letter, letter_of
from .lettered_parts import letter_links, lettered_parts
from .parts import PagePart, html_size, part_bar, part_titles
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link, view_of
from .titles import NAMES_TITLE

_MARKUP = 80
"""In bytes: the size of a form in the index besides its words."""
_BEARER_MARKUP = 110
"""In bytes: the size of an entry that has the form."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form of a name, with every entry that has it."""

    form: str
    code: str
    """The language of the form, or empty if it is the brief's or there are several."""
    language: str
    """In words; empty for the brief's own language."""
    bearers: tuple[EntryLink, ...]
    own: bool
    """Whether it is the main name of its entry."""


@dataclass(slots=True)
class UsedForm:
    """A form of a name and the entries that have it, while the glossary is read."""

    form: str
    languages: dict[str, None] = field(default_factory=dict)
    bearers: dict[str, Entry] = field(default_factory=dict)

    def add(self, entry: Entry, alias: Alias) -> None:
        self.languages[alias.language] = None
        self.bearers[entry.id] = entry


def names_parts(publication: Publication) -> tuple[PagePart[Letter[UsedForm]], ...]:
    """Return each form once, with the entries that have it, from A to Z, Latin letters first, in parts."""
    uses: dict[str, UsedForm] = {}
    for entry in publication.project.glossary.by_id().values():
        for alias in entry.names:
            uses.setdefault(alias.form, UsedForm(alias.form)).add(entry, alias)
    return lettered_parts(by_letter(uses.values(), _form, publication.brief.language), _form, _size)


def _form(used: UsedForm) -> str:
    return used.form


def _size(used: UsedForm) -> int:
    """Return the approximate size of a form in the index, in bytes."""
    bearers = used.bearers.values()
    names = sum(
        _BEARER_MARKUP + len(bearer.id) + 2 * len(bearer.kind.value) + html_size(bearer.label) for bearer in bearers
    )
    return _MARKUP + html_size(used.form) + names


def names_page(number: int, publication: Publication) -> PageBody:
    """Return part `number` of the index of all forms."""
    site, parts = publication.once(view_of), publication.once(names_parts)
    start = part_path(NAMES_PATH, number)
    total = len({used.form for part in parts for letter in part.items for used in letter.items})
    letters = tuple(letter_of(letter, lambda used: _name_form(used, site, start)) for letter in parts[number - 1].items)
    html = fragment(
        "names.html",
        site.words,
        title=part_titles(site.words.say(NAMES_TITLE), parts)[number - 1],
        letters=letters,
        all_letters=letter_links(NAMES_PATH, number, parts, site.addresses),
        bar=part_bar(NAMES_PATH, site.words.say(NAMES_TITLE), number, parts, site.addresses),
        total=site.words.counted(
            "{n} name or spelling, each with the entry it leads to.",
            "{n} names and spellings, each with the entry it leads to.",
            total,
        ),
        glossary_href=site.addresses.link(to=GLOSSARY_PATH, start=start),
    )
    return PageBody(html)


def _name_form(used: UsedForm, site: SiteView, start: str) -> NameForm:
    return NameForm(
        form=used.form,
        code=_one_code(used.languages, site),
        language=_in_words(used.languages, site),
        bearers=tuple(entry_link(entry, site, start) for entry in used.bearers.values()),
        own=[entry.name for entry in used.bearers.values()] == [used.form],
    )


def _one_code(languages: Iterable[str], site: SiteView) -> str:
    codes = tuple(languages)
    return site.foreign(codes[0]) if len(codes) == 1 else ""


def _in_words(languages: Iterable[str], site: SiteView) -> str:
    return ", ".join(site.words.language_name(code) for code in languages if site.foreign(code))
