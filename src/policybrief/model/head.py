"""The metadata of a page: the tags, links and data in its `<head>`."""

from collections.abc import Mapping
from dataclasses import dataclass

Json = Mapping[str, object]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class MetaTag:
    """A `<meta>` element. It has a `name` or, for RDFa vocabularies such as Open Graph, a `property`."""

    content: str
    """Plain text; the template escapes it."""
    name: str = ""
    property: str = ""
    lang: str = ""
    """BCP 47, if the language of the content must be given."""


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` element with a relation registered by IANA (https://www.iana.org/assignments/link-relations/)."""

    rel: str
    href: str
    """Absolute if the site's address is known, otherwise relative to the page."""
    type: str = ""
    """The media type of the target."""


@dataclass(frozen=True, slots=True)
class Head:
    """Everything in a page's `<head>`."""

    tags: tuple[MetaTag, ...]
    links: tuple[HeadLink, ...]
    json_ld: str
    r"""A JSON-LD document in which every `<` is written `\u003c`, so that a script element can contain it."""

    @property
    def description(self) -> str:
        """Return the content of the tag with that name, or an empty string."""
        return next((tag.content for tag in self.tags if tag.name == "description"), "")


@dataclass(frozen=True, slots=True)
class PageHead:
    """The metadata of one page.

    Every page also has its title, its address, the name and language of the brief, and the licence, which are not
    repeated here.
    """

    description: str = ""
    """A description in plain text; empty if the declaration of the page has one."""
    types: tuple[str, ...] = ("WebPage",)
    """Its type in schema.org."""
    json_ld: Json | None = None
    """A JSON-LD document about it, or None for a plain description as a page of the brief."""
    og_type: str = "website"
    """Its type in Open Graph."""
    title: str = ""
    """Its name, if different from the title of the page."""
    tags: tuple[MetaTag, ...] = ()
    links: tuple[HeadLink, ...] = ()
