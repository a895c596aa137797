"""The link around a name: the attributes that scripts, styles and other programs rely on."""

from collections.abc import Mapping

from .addresses import Addresses, entry_path
from .glossary import Entry, is_foreign


def term_attributes(entry: Entry, form: str, addresses: Addresses, start: str, language: str) -> Mapping[str, str]:
    """Return the attributes of the link from this form to an entry, on the page at path `start`.

    `language` is the brief's; a form in another language is marked.
    """
    href = addresses.link(entry_path(entry.id), start)
    attributes = {"class": "pb-term", "data-entry": entry.id, "data-kind": entry.kind.value, "href": href}
    spoken = next((name.language for name in entry.names if name.form == form), "")
    foreign = spoken if is_foreign(spoken, language) else ""
    return attributes | ({"lang": foreign} if foreign else {})
