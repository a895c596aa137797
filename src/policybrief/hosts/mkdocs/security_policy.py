"""The last touch on a site made with Material: a strict content security policy, and no files that nobody asks for."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

from mkdocs.exceptions import PluginError

_SCRIPT = re.compile(r"<(?i:script)\b(?P<attributes>[^>]*)>(?P<body>.*?)</(?i:script)\b", re.DOTALL)
_STYLE = re.compile(r"<(?i:style)\b[^>]*>(?P<body>.*?)</(?i:style)\b", re.DOTALL)
_RUNS = re.compile(
    r"""^(?!.*\bsrc\s*=)(?:(?!.*\btype\s*=)|.*\btype\s*=\s*["']?(?:module\b|(?:text|application)/(?:java|ecma)script))""",
    re.IGNORECASE | re.DOTALL,
)
"""Attributes of a script that stands in the page and runs, rather than a file or data."""
_BASE = re.compile(r'(?<=new URL\(")[^"]*(?=",location\))')
"""Where a page stands in the site, in the one script of the theme that says so."""
_HEAD = re.compile(r"<(?i:head\b[^>]*>(?:\s*<meta charset=[^>]*>)?)")
_LOADED = re.compile(
    r"<(?i:(?:script|iframe|img|embed|audio|video|source)\b[^>]*?\ssrc|link\b(?=[^>]*\bstylesheet\b)[^>]*?\shref)"
    r"""\s*=\s*["']?(?P<address>(?:https?:)?//[^"'\s>]+)"""
)
"""What a browser loads with a page from another server."""

# Firefox fetches the page behind rel="next" ahead, and judges that by `default-src`, having no rule of its own for it.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; {styles}img-src 'self' data:; base-uri 'self'; "
    "form-action 'self'; object-src 'none'; frame-src 'none'"
)
MOST_ADMITTED = 16
"""Different inline scripts and style sheets that plugins may add: a header of at most 2,000 characters names them."""

UNUSED = ("assets/javascripts/lunr/**/*.js", "assets/javascripts/workers/*.js", "assets/**/*.map")
"""What the theme brings and no page asks for, as patterns; the first two for its own search."""


@dataclass(slots=True)
class Policy:
    """The content security policy of a site: the theme's own inline scripts may run, those of plugins, and no others.

    The theme's are known by the page for addresses that lead nowhere, which holds nothing of the brief. Those of
    plugins are what is in a page after the plugins were at it and was not there before: who builds the site has listed
    them. A script that is in a page otherwise came with the text, by mistake or by somebody else's hand.
    """

    known: set[str] = field(default_factory=set)
    """The theme's inline scripts, wherever the page stands."""
    admitted: set[str] = field(default_factory=set)
    """The inline scripts and style sheets that plugins have added."""
    hashes: set[str] = field(default_factory=set)
    """Of every inline script that may run in one of the pages."""
    style_hashes: set[str] = field(default_factory=set)
    elsewhere: dict[str, str] = field(default_factory=dict)
    """What pages would load from other servers, by address: the first page that does."""

    def learn(self, page: str) -> None:
        """Take the inline scripts of this page for the theme's."""
        self.known |= {_anywhere(script) for script in inline_scripts(page)}

    def admit(self, before: str, after: str) -> None:
        """Take the inline scripts and style sheets that are in `after` and not in `before` for those of plugins.

        Raises PluginError when there are too many different ones.
        """
        if before == after:
            return
        self.admitted |= {_anywhere(script) for script in {*inline_scripts(after)} - {*inline_scripts(before)}}
        self.admitted |= {*inline_styles(after)} - {*inline_styles(before)}
        if len(self.admitted) > MOST_ADMITTED:
            raise PluginError(
                f"plugins put more than {MOST_ADMITTED} different scripts and style sheets into the pages themselves, "
                "more than the site's security policy can name. Take out the plugin that does; where scripts belong "
                "to all pages, put them into a file, listed under extra_javascript."
            )

    def check(self, page: str, name: str) -> None:
        """Raise PluginError on an inline script that neither the theme nor a plugin has put into the page."""
        for script in inline_scripts(page):
            if _anywhere(script) not in self.known | self.admitted:
                raise PluginError(
                    f"{name}: a script stands in the page itself, which its security policy forbids: "
                    f"'{' '.join(script.split())[:80]}'. Put it into a file, listed under extra_javascript."
                )

    def put_into(self, page: str, name: str) -> str:
        """Return the page with the policy in its head. Raises PluginError on a script that may not run."""
        self.check(page, name)
        scripts = {_hash(script) for script in inline_scripts(page)}
        styles = {_hash(style) for style in inline_styles(page) if style in self.admitted}
        self.hashes |= scripts
        self.style_hashes |= styles
        self._note_loaded(page, name)
        dressed = _with_policy(page, policy(scripts, styles))
        if dressed is None:
            raise PluginError(f"{name}: no <head> to put the security policy into")
        return dressed

    def put_into_foreign(self, page: str, name: str) -> str:
        """Return a page that a plugin has written by itself, with a policy that lets its own scripts and styles work.

        They are not named in the header for all pages: each page may have others, such as where it redirects to. A page
        without a head stays as it is.
        """
        self._note_loaded(page, name)
        own = policy(map(_hash, inline_scripts(page)), map(_hash, inline_styles(page)))
        return _with_policy(page, own) or page

    def _note_loaded(self, page: str, name: str) -> None:
        for match in _LOADED.finditer(page):
            self.elsewhere.setdefault(match["address"], name)

    def headers(self) -> str:
        """Return the file `_headers` that Netlify, Cloudflare Pages and others read."""
        return (
            "/*\n"
            f"  Content-Security-Policy: {policy(self.hashes, self.style_hashes)}; frame-ancestors 'none'\n"
            "  X-Content-Type-Options: nosniff\n"
            "  Referrer-Policy: no-referrer\n"
            "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        )


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the scripts that stand in the page itself and would run."""
    for match in _SCRIPT.finditer(page):
        if _RUNS.match(match["attributes"]):
            yield match["body"]


def inline_styles(page: str) -> Iterator[str]:
    """Yield the style sheets that stand in the page itself."""
    return (match["body"] for match in _STYLE.finditer(page))


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Return the policy that lets only inline scripts and style sheets of these hashes work in pages."""
    listed = _listed(styles)
    return _POLICY.format(scripts=_listed(scripts), styles=f"style-src 'self'{listed}; " if listed else "")


def _with_policy(page: str, rules: str) -> str | None:
    head = _HEAD.search(page)
    if head is None:
        return None
    element = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return f"{page[: head.end()]}\n{element}{page[head.end() :]}"


def _listed(hashes: Iterable[str]) -> str:
    return "".join(f" '{value}'" for value in sorted(hashes))


def delete_unused(site: Path, *more: str) -> None:
    """Take away the theme's files that no page asks for, and the folders that are empty then.

    `more` are paths in the site of files that this site does not ask for, beside those that none does.
    """
    for file in sorted({file for pattern in (*UNUSED, *more) for file in site.glob(pattern)}):
        file.unlink()
        for folder in file.relative_to(site).parents[:-1]:
            if any((site / folder).iterdir()):
                break
            (site / folder).rmdir()


@cache
def _anywhere(script: str) -> str:
    return _BASE.sub("", script)


@cache
def _hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
