"""What readers can take away: the files of the site that are made for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.addresses import relative
from .paths import HOME_PATH
from .site_index import SiteView

_GROUPS = (
    (
        "This brief, for a reference manager",
        (("BibTeX", "cite/brief.bib"), ("RIS", "cite/brief.ris"), ("CSL-JSON", "cite/brief.json")),
    ),
    (
        "Its sources, for a reference manager",
        (
            ("BibTeX", "cite/bibliography.bib"),
            ("RIS", "cite/bibliography.ris"),
            ("CSL-JSON", "cite/bibliography.json"),
        ),
    ),
    (
        "Its data, as JSON",
        (
            ("Brief", "data/brief.json"),
            ("Paragraphs", "data/paragraphs.json"),
            ("Glossary", "data/glossary.json"),
            ("Events", "data/events.json"),
            ("Mentions", "data/mentions.json"),
            ("Citations", "data/citations.json"),
            ("References", "data/references.json"),
        ),
    ),
    ("Its glossary, as linked data", (("SKOS, in Turtle", "data/glossary.ttl"),)),
)


@dataclass(frozen=True, slots=True)
class Downloads:
    """What the site holds beside its pages."""

    files: Mapping[str, int] = field(default_factory=dict)
    """The size of each file in bytes, by its path."""
    whole: bool = False
    """Whether there is a page of all chapters."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file as the front page offers it."""

    name: str
    href: str
    size: str
    """`12 KB`."""


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """Files of one use."""

    title: str
    files: tuple[Download, ...]


def download_groups(downloads: Downloads, site: SiteView) -> tuple[DownloadGroup, ...]:
    """Return what of the known files the site holds, its addresses relative to the front page."""
    home = site.addresses.of(HOME_PATH)
    groups = (
        DownloadGroup(
            title,
            tuple(
                Download(name, relative(path, home), _size(downloads.files[path]))
                for name, path in files
                if path in downloads.files
            ),
        )
        for title, files in _GROUPS
    )
    return tuple(group for group in groups if group.files)


def _size(number: int) -> str:
    return f"{max(1, round(number / 1000)):,} KB"
