"""What a page says to machines: the tags, links and data in the head of its HTML."""

from dataclasses import dataclass


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
