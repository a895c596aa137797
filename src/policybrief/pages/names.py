"""Every form of every name, in all languages, each leading to its entry."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.addresses import GLOSSARY_PATH, NAMES_PATH
from ..model.catalogue import PageBody
from ..model.glossary import Alias, Entry
from ..model.sorting import by_letter
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link
from .titles import NAMES_TITLE
from .words import counted, language_name


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form of a name, with every entry that bears it."""

    form: str
    code: str
    """The language of the form, or empty when it is the brief's own or more than one."""
    language: str
    """In words; empty for the brief's own language."""
    bearers: tuple[EntryLink, ...]
    own: bool
    """Whether it is the name of its entry rather than another form of it."""


@dataclass(slots=True)
class _Uses:
    """What is known of a form while the glossary is gone through."""

    languages: dict[str, None] = field(default_factory=dict)
    bearers: dict[str, Entry] = field(default_factory=dict)

    def add(self, entry: Entry, alias: Alias) -> None:
        self.languages[alias.language] = None
        self.bearers[entry.id] = entry


def names_page(site: SiteView) -> PageBody:
    """Return the index of all forms, Latin letters first, then the other scripts."""
    forms = name_forms(site)
    html = fragment(
        "names.html",
        title=NAMES_TITLE,
        letters=by_letter(forms, lambda form: form.form),
        total=counted(len(forms), "name or spelling", "names and spellings"),
        glossary_href=site.addresses.link(to=GLOSSARY_PATH, start=NAMES_PATH),
    )
    return PageBody(html)


def name_forms(site: SiteView) -> tuple[NameForm, ...]:
    """Return each form once, with the entries that bear it, in the order of the glossary."""
    uses: dict[str, _Uses] = {}
    for entry in site.entries.values():
        for alias in entry.names:
            uses.setdefault(alias.form, _Uses()).add(entry, alias)
    links = {entry.id: entry_link(entry, site, NAMES_PATH) for entry in site.entries.values()}
    return tuple(
        NameForm(
            form=form,
            code=_one_code(found.languages, site),
            language=_in_words(found.languages, site),
            bearers=tuple(links[entry] for entry in found.bearers),
            own=[entry.name for entry in found.bearers.values()] == [form],
        )
        for form, found in uses.items()
    )


def _one_code(languages: Iterable[str], site: SiteView) -> str:
    codes = tuple(languages)
    return site.foreign(codes[0]) if len(codes) == 1 else ""


def _in_words(languages: Iterable[str], site: SiteView) -> str:
    return ", ".join(language_name(code) for code in languages if site.foreign(code))
