"""The sources behind an entry, each on one line."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from policybrief.model.brief import Reference
from policybrief.model.glossary import Entry

from .view import SiteView


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as an entry's page shows it."""

    title: str
    language: str
    """The language of the title, or empty when it is the brief's own."""
    container: str
    """The journal, newspaper or book it stands in."""
    year: str
    href: str
    """Empty when it has no address on the web."""


def sources_of(entry: Entry, site: SiteView) -> tuple[SourceLine, ...]:
    """Return the sources an entry names, in its own order; unknown ones are left to the checks."""
    found = (site.references.get(use.id) for use in entry.sources)
    return tuple(_line(reference, site) for reference in found if reference is not None)


def _line(reference: Reference, site: SiteView) -> SourceLine:
    issued = reference.issued and (reference.issued.start or reference.issued.end)
    return SourceLine(
        title=reference.title,
        language=site.foreign(reference.language),
        container=str(reference.fields.get("container-title", "")),
        year=str(issued.year) if issued else "",
        href=web_address(reference.url),
    )


def web_address(url: str) -> str:
    """Return `url` when it leads to the web, else nothing."""
    # Escaping does not disarm a `javascript:` address.
    return url if url.startswith(("https://", "http://")) else ""


def site_name(url: str) -> str:
    """Return what to call the place an address leads to: `wikidata.org/wiki/Q4628`."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
