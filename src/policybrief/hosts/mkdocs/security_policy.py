"""The last step for a page: a strict content security policy (https://www.w3.org/TR/CSP3/), whatever the theme."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from html import unescape

from mkdocs.exceptions import PluginError

from ...model.recall import recalled

_SCRIPT = re.compile(r"<(?i:script)\b(?P<attributes>[^>]*)>(?P<body>.*?)</(?i:script)\b", re.DOTALL)
_STYLE = re.compile(r"<(?i:style)\b[^>]*>(?P<body>.*?)</(?i:style)\b", re.DOTALL)
_RUNS = re.compile(
    r"""^(?!.*\bsrc\s*=)(?:(?!.*\btype\s*=)|.*\btype\s*=\s*["']?(?:module\b|(?:text|application)/(?:java|ecma)script))""",
    re.IGNORECASE | re.DOTALL,
)
"""Attributes of an inline script that runs, rather than a file or data."""
_VARIES = re.compile(r"""(?<=new URL\(")[^"]*(?=",location\))|(?<==\s)"(?:[^"\\\n<]|\\.)*"(?=\s*[;,]?\s*\n|;)""")
"""What a script of a theme says of a page: where it is in the site, and the texts that are given names."""
_STYLE_ATTRIBUTE = re.compile(r"""style\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HANDLER = re.compile(r"(on[a-z]+)\s*=")
"""Both begin with letters, for which Python looks much faster than for a space; that is looked for afterwards."""
_CHARSET = r"(?:\s*<meta charset=[^>]*>)?"
_HEAD = re.compile(rf"<(?i:head\b[^>]*>{_CHARSET})")
_BEGINNING = re.compile(
    rf"(?i:(?:\s|<!--.*?-->)*(?:<!doctype\b[^>]*>\s*(?:<html\b[^>]*>)?|<html\b[^>]*>){_CHARSET})", re.DOTALL
)
"""Of a page that leaves the tag of its head out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)."""
_LOADED = re.compile(
    r"<(?i:(?:script|iframe|img|embed|audio|video|source)\b[^>]*?\ssrc|link\b(?=[^>]*\bstylesheet\b)[^>]*?\shref)"
    r"""\s*=\s*["']?(?P<address>(?:https?:)?//[^"'\s>]+)"""
)
"""What a browser loads with a page from another server."""
_IMPORTED = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](?P<address>(?:https?:)?//[^"'\s]+)""")
"""The same in an inline script."""

# Firefox fetches the page after rel="next" ahead, and judges that by `default-src`, having no rule of its own for it.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; {styles}img-src 'self' data:; base-uri 'self'; "
    "form-action 'self'; object-src 'none'; frame-src 'none'"
)
_ELEMENT = '<meta http-equiv="Content-Security-Policy"'
_IN_ATTRIBUTES = "unsafe-hashes"
"""What lets styles in attributes work that have one of the hashes. Of scripts it is never said."""
_ANY = "unsafe-inline"
LONGEST_HEADER = 1_900
"""Of the policy in a header. Hosts take lines of 2,000 characters."""


@dataclass(slots=True)
class Policy:
    """The content security policy of a site: only the theme's and plugins' own inline scripts may run.

    The theme's are learned from pages without any text of the brief. Those of plugins are in a page after the plugins
    ran but were not there before: the site's author has listed these plugins. Any other script in a page came with the
    text, by mistake or with malicious intent. Event attributes never run. Styles are allowed unless they came with the
    text, because themes and plugins also put them into attributes.
    """

    known: set[str] = field(default_factory=set)
    """The theme's inline scripts, independent of the page's address."""
    admitted: set[str] = field(default_factory=set)
    """The inline scripts that plugins have added."""
    hashes: set[str] = field(default_factory=set)
    """Of every inline script that may run in one of the pages."""
    style_hashes: set[str] = field(default_factory=set)
    elsewhere: dict[str, str] = field(default_factory=dict)
    """What pages would load from other servers, by address: the first page that does."""
    handlers: dict[str, str] = field(default_factory=dict)
    """The event attributes of pages, by name: the first page that has one."""

    def learn(self, page: str) -> None:
        """Treat the inline scripts of this page as the theme's."""
        self.known |= {_anywhere(script) for script in inline_scripts(page)}

    def admit(self, before: str, after: str) -> None:
        """Treat the inline scripts that are in `after` but not in `before` as those of plugins."""
        if before != after:
            self.admitted |= {_anywhere(script) for script in {*inline_scripts(after)} - {*inline_scripts(before)}}

    def knows(self, page: str) -> bool:
        """Return whether every inline script in the page comes from the theme or a plugin."""
        return self._stranger(inspected(page)) is None

    def check(self, page: str, name: str) -> None:
        """Raise PluginError on an inline script that comes from neither the theme nor a plugin."""
        self._check(inspected(page), name)

    def _check(self, seen: "Inspected", name: str) -> None:
        script = self._stranger(seen)
        if script is not None:
            raise PluginError(
                f"{name}: the page has an inline script, which its security policy forbids: "
                f"'{' '.join(script.split())[:80]}'. Put it into a file, and list the file under extra_javascript."
            )

    def _stranger(self, seen: "Inspected") -> str | None:
        return next((script for script in seen.scripts if _anywhere(script) not in self.known | self.admitted), None)

    def put_into(
        self, page: str, name: str, forbidden_styles: frozenset[str] = frozenset(), seen: "Inspected | None" = None
    ) -> str:
        """Return the page with the policy in its head, which allows all its styles except forbidden ones.

        `seen` is what is already known of the page. Raises PluginError on a script that may not run.
        """
        seen = seen or inspected(page)
        self._check(seen, name)
        scripts = {_hash(script) for script in seen.scripts}
        sheets = {_hash(style) for style in {*seen.sheets} - forbidden_styles}
        attributes = {_hash(style) for style in {*seen.attributes} - forbidden_styles}
        styles = {*sheets, *attributes, *([_IN_ATTRIBUTES] if attributes else [])}
        self.hashes |= scripts
        self.style_hashes |= styles
        self._note(seen, name)
        dressed = _with_policy(page, policy(scripts, styles))
        if dressed is None:
            raise PluginError(f"{name}: no <head> to put the security policy into")
        return dressed

    def put_into_foreign(self, page: str, name: str) -> str:
        """Return a page that a plugin has written, with a policy that allows its own scripts and styles.

        They are not in the header for all pages, because each page may have different ones, such as its redirect. A
        page without a head stays unchanged, as does one that has a policy.
        """
        if _ELEMENT in page:
            return page
        self._note(inspected(page), name)
        attributes = [_IN_ATTRIBUTES, *map(_hash, style_attributes(page))]
        styles = {*map(_hash, inline_styles(page)), *(attributes if len(attributes) > 1 else [])}
        return _with_policy(page, policy(map(_hash, inline_scripts(page)), styles)) or page

    def _note(self, seen: "Inspected", name: str) -> None:
        for address in seen.elsewhere:
            self.elsewhere.setdefault(address, name)
        for handler in seen.handlers:
            self.handlers.setdefault(handler, name)

    def headers(self) -> str:
        """Return the file `_headers` that Netlify, Cloudflare Pages and others read.

        If there are more hashes than a line may have, the header leaves them to the policy in each page: only what both
        allow is allowed.
        """
        choices = (
            policy(self.hashes, self.style_hashes),
            policy(self.hashes, [_ANY]),
            policy([_ANY], self.style_hashes),
            policy([_ANY], [_ANY]),
        )
        rules = next((rules for rules in choices if len(rules) <= LONGEST_HEADER), choices[-1])
        return (
            "/*\n"
            f"  Content-Security-Policy: {rules}; frame-ancestors 'none'\n"
            "  X-Content-Type-Options: nosniff\n"
            "  Referrer-Policy: no-referrer\n"
            "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        )


@dataclass(frozen=True, slots=True)
class Inspected:
    """The facts about a page that a policy needs."""

    scripts: tuple[str, ...]
    """Those that are in the page itself and would run."""
    sheets: tuple[str, ...]
    """The style sheets that are in the page itself."""
    attributes: tuple[str, ...]
    """The styles that are in attributes."""
    elsewhere: tuple[str, ...]
    """The addresses on other servers from which it would load something."""
    handlers: tuple[str, ...]
    """The names of its event attributes."""


@lru_cache(maxsize=8)  # each page is asked for several times, one after the other
def inspected(page: str) -> Inspected:
    """Return what a policy has to know of a page."""
    return recalled(_inspect, page)


def _inspect(page: str) -> Inspected:
    scripts = tuple(match["body"] for match in _SCRIPT.finditer(page) if _RUNS.match(match["attributes"]))
    imported = (match for script in scripts for match in _IMPORTED.finditer(script))
    elsewhere = dict.fromkeys(match["address"] for match in (*_LOADED.finditer(page), *imported))
    handlers = dict.fromkeys(match[1] for match in _HANDLER.finditer(page) if _is_attribute(page, match.start()))
    sheets, attributes = dict.fromkeys(inline_styles(page)), dict.fromkeys(style_attributes(page))
    return Inspected(scripts, tuple(sheets), tuple(attributes), tuple(elsewhere), tuple(handlers))


def inline_scripts(page: str) -> tuple[str, ...]:
    """Return the scripts that are in the page itself and would run."""
    return inspected(page).scripts


def inline_styles(page: str) -> Iterator[str]:
    """Yield the style sheets that are in the page itself."""
    return (match["body"] for match in _STYLE.finditer(page))


def style_attributes(page: str) -> Iterator[str]:
    """Yield the styles that are in attributes."""
    found = (match for match in _STYLE_ATTRIBUTE.finditer(page) if _is_attribute(page, match.start()))
    return (unescape(match[1] or match[2] or "") for match in found)


def _is_attribute(page: str, at: int) -> bool:
    return page[at - 1].isspace() and page.rfind("<", 0, at) > page.rfind(">", 0, at)


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Return the policy that lets only inline scripts and styles of these hashes work in pages."""
    listed = _listed(styles)
    return _POLICY.format(scripts=_listed(scripts), styles=f"style-src 'self'{listed}; " if listed else "")


def with_script(page: str, script: str) -> str:
    """Return a page whose policy lets one more inline script run."""
    rules = "script-src 'self'"
    return page.replace(rules, f"{rules} '{_hash(script)}'", 1) if _ELEMENT in page else page


def _with_policy(page: str, rules: str) -> str | None:
    head = _HEAD.search(page) or _BEGINNING.match(page)
    if head is None:
        return None
    return f'{page[: head.end()]}\n{_ELEMENT} content="{rules}">{page[head.end() :]}'


def _listed(hashes: Iterable[str]) -> str:
    return "".join(f" '{value}'" for value in sorted(hashes))


@lru_cache(maxsize=1_000)
def _anywhere(script: str) -> str:
    return _VARIES.sub("", script)


@lru_cache(maxsize=1_000)
def _hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
