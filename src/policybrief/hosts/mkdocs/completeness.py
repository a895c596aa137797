"""The built site compared with its catalogue: each page is there, and each page has its metadata."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...model.addresses import Addresses
from ...model.catalogue import Catalogue
from ...model.problems import Code, Place, Problem, Severity
from .loading import CONFIG

_HEAD = '<script type="application/ld+json">'
"""The end of the metadata in the head of every page."""


@dataclass(slots=True)
class SeenPages:
    """The pages that the host has written so far, and those without metadata."""

    without_head: list[str] = field(default_factory=list)
    """Their paths, in the order in which they were written."""

    def see(self, path: str, html: str) -> None:
        """Record a page that is about to be written."""
        if _HEAD not in html:
            self.without_head.append(path)


def check_site(site: Path, catalogue: Catalogue, addresses: Addresses, seen: SeenPages) -> Iterator[Problem]:
    """Yield the pages of the catalogue that are not in the folder `site`, and a warning if pages have no metadata."""
    for page in catalogue.pages:
        if not (site / addresses.file(page.path)).is_file():
            message = f"the page '{page.title}' ({page.path}) is not in the built site"
            hint = "another plugin or a hook has removed it: switch that off"
            yield Problem(Code.SETTINGS, Place(CONFIG), message, hint)
    if seen.without_head:
        first, *others = seen.without_head
        pages = f"'{first}' and {len(others)} more pages lack" if others else f"'{first}' lacks"
        hint = "your own main.html hides ours: put {% include \"policybrief/head.html\" %} into its block 'extrahead'"
        message = f"{pages} the metadata in <head>"
        yield Problem(Code.SETTINGS, Place(CONFIG), message, hint, given=Severity.WARNING)
