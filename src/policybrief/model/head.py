"""What a page says to machines: the tags, links and data in the head of its HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

Json = Mapping[str, object]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class MetaTag:
    """A `<meta>` element. It has a `name`, or for RDFa vocabularies such as Open Graph a `property`."""

    content: str
    """Plain text; the template escapes it."""
    name: str = ""
    property: str = ""
    lang: str = ""
    """BCP 47, where the content's language is to be said."""


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` element with a relation registered by IANA (https://www.iana.org/assignments/link-relations/)."""

    rel: str
    href: str
    """Absolute when the site's address is known, else relative to the page."""
    type: str = ""
    """The media type of the target."""


@dataclass(frozen=True, slots=True)
class Head:
    """All that a page's head says to machines."""

    tags: tuple[MetaTag, ...]
    links: tuple[HeadLink, ...]
    json_ld: str
    """A JSON-LD document in which every `<` is written `\\u003c`, so that a script element can hold it."""

    @property
    def description(self) -> str:
        """What the page is about, as the tag of that name has it; empty when it has none."""
        return next((tag.content for tag in self.tags if tag.name == "description"), "")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What one page says of itself to machines.

    Its title, its address, the name and language of the brief, and the licence are said for every page, and are not
    repeated here.
    """

    description: str = ""
    """What the page is about, in plain text; empty when the declaration of the page says so."""
    types: tuple[str, ...] = ("WebPage",)
    """What kind of thing it is, in the words of schema.org."""
    json_ld: Json | None = None
    """A JSON-LD document about it; None for a plain description as a page of the brief."""
    og_type: str = "website"
    """What kind of thing it is, in the words of Open Graph."""
    title: str = ""
    """What it is called where that is not the title of the page."""
    tags: tuple[MetaTag, ...] = ()
    links: tuple[HeadLink, ...] = ()
