"""HTML from templates and from elements: the one place where markup is written, with everything escaped."""

from collections.abc import Iterable
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..model.forms import with_capital
from ..model.recall import recalled
from ..wording.tagged import said_as_html
from ..wording.unbroken import parted
from ..wording.words import Words

_VOID = frozenset("br hr img input link wbr".split())
"""Elements without an end tag."""
_QUOTE = '"'
_UNBROKEN = (("class", "pb-unbroken"),)

_LANGUAGES_AT_ONCE = 4


def fragment(template: str, words: Words, **values: object) -> str:
    """Return the HTML of the template with that name for these values; text in them is escaped.

    In the template, `say`, `say_as` and `counted` are those of `words`, the first two as HTML; `capital` capitalises,
    `unbroken` keeps dates and similar text on one line.
    """
    return recalled(_rendered, template, words, values)


def _rendered(template: str, words: Words, values: dict[str, object]) -> str:
    return _templates(words).get_template(template).render(values)


@lru_cache(maxsize=_LANGUAGES_AT_ONCE)
def _templates(words: Words) -> Environment:
    """Return the templates for one language; macros see only values shared by all of them."""
    templates = Environment(
        loader=PackageLoader("policybrief.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.globals |= {
        "say": partial(said_as_html, words, ""),
        "say_as": partial(said_as_html, words),
        "counted": words.counted,
        "number": words.number,
        "rtl": Markup(' dir="rtl"') if words.direction == "rtl" else "",
    }
    templates.filters["capital"] = partial(with_capital, language=words.language)
    templates.filters["unbroken"] = partial(unbroken_html, language=words.language)
    return templates


def element(tag: str, attributes: Iterable[tuple[str, str]] = (), *content: str) -> Markup:
    """Return an element with its attributes in order; text in it is escaped, markup is not."""
    names = "".join(f' {name}="{_escaped(value).replace(_QUOTE, "&quot;")}"' for name, value in attributes)
    if tag in _VOID:
        return Markup(f"<{tag}{names}>")
    return Markup(f"<{tag}{names}>{''.join(map(words, content))}</{tag}>")


def words(text: str) -> Markup:
    """Return text as HTML; HTML stays unchanged."""
    return text if isinstance(text, Markup) else Markup(_escaped(text))


def unbroken_html(text: str, language: str) -> Markup:
    """Return text as HTML, marking what must stay on one line; its characters stay unchanged."""
    pieces = parted(text, language)
    return Markup("").join(element("span", _UNBROKEN, piece) if whole else words(piece) for piece, whole in pieces)


def as_made(html: str) -> Markup:
    """Return HTML from a Markdown extension unchanged."""
    return Markup(html)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
