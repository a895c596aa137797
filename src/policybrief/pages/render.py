"""HTML from templates and from elements: the one place where markup is written, with everything escaped."""

from collections.abc import Iterable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..model.recall import recalled

_VOID = frozenset("br hr img input wbr".split())
"""Elements without an end tag."""
_QUOTE = '"'

_TEMPLATES = Environment(
    loader=PackageLoader("policybrief.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def fragment(template: str, **values: object) -> str:
    """Return the HTML that the template of that name makes of the values; text in them is escaped."""
    return recalled(_rendered, template, values)


def _rendered(template: str, values: dict[str, object]) -> str:
    return _TEMPLATES.get_template(template).render(values)


def element(tag: str, attributes: Iterable[tuple[str, str]] = (), *content: str) -> Markup:
    """Return an element with its attributes in their order; text in it is escaped, markup is not."""
    names = "".join(f' {name}="{_escaped(value).replace(_QUOTE, "&quot;")}"' for name, value in attributes)
    if tag in _VOID:
        return Markup(f"<{tag}{names}>")
    return Markup(f"<{tag}{names}>{''.join(map(words, content))}</{tag}>")


def words(text: str) -> Markup:
    """Return text as HTML; what is HTML already stays as it is."""
    return text if isinstance(text, Markup) else Markup(_escaped(text))


def as_made(html: str) -> Markup:
    """Return HTML that an extension of Markdown has made, as it is."""
    return Markup(html)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
