"""Pages of a theme without any text by authors, which show what the theme itself puts into pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any, TypeVar

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

Value = TypeVar("Value")
_ICON_WITHOUT_SIZE = re.compile(r"<svg(?=[\s>])(?![^>]*\swidth=)")


def pages_of_theme(config: MkDocsConfig) -> Iterator[str]:
    """Yield the paths of the theme's pages other than those of the brief, such as `404.html`."""
    return (name for name in sorted(config.theme.static_templates) if name.endswith(".html"))


def is_page_of_theme(template_name: str, config: MkDocsConfig) -> bool:
    """Return whether a template is one of those pages, rather than the author's own template."""
    return template_name in pages_of_theme(config)


def with_sized_icons(html: str) -> str:
    """Return a page whose icons have a fixed size.

    A server may show `404.html` at an address from which its stylesheets are not found; an icon would fill the screen.
    """
    return _ICON_WITHOUT_SIZE.sub('<svg width="24" height="24"', html)


def bare_page(env: Environment, context: Mapping[str, Any], page: HostPage) -> str:
    """Return a page as its theme makes it without content, and without titles that could be markup.

    `context` is given to the template of the page.
    """
    bare = copy(page)
    bare.content, bare.title = "", _harmless(page.title)
    bare.meta = {name: _harmless(value) for name, value in page.meta.items()}
    bare.toc = TableOfContents(list(_bare_contents(page.toc)))
    # The host chooses the template in this way.
    template = env.get_template(page.meta.get("template", "main.html"))
    return template.render({**context, "page": bare})


def _harmless(value: Value) -> Value | str:
    return "" if "<" in str(value) else value


def _bare_contents(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        bare = AnchorLink(_harmless(link.title), link.id, link.level)
        bare.children = list(_bare_contents(link.children))
        yield bare
