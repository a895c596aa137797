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
_RUNS = re.compile(
    r"""^(?!.*\bsrc\s*=)(?:(?!.*\btype\s*=)|.*\btype\s*=\s*["']?(?:module\b|(?:text|application)/(?:java|ecma)script))""",
    re.IGNORECASE | re.DOTALL,
)
"""Attributes of a script that stands in the page and runs, rather than a file or data."""
_BASE = re.compile(r'(?<=new URL\(")[^"]*(?=",location\))')
"""Where a page stands in the site, in the one script of the theme that says so."""
_HEAD = re.compile(r"<(?i:head\b[^>]*>(?:\s*<meta charset=[^>]*>)?)")

# Firefox fetches the page behind rel="next" ahead, and judges that by `default-src`, having no rule of its own for it.
_POLICY = (
    "default-src 'self'; script-src 'self'{hashes}; img-src 'self' data:; base-uri 'self'; form-action 'self'; "
    "object-src 'none'; frame-src 'none'"
)

UNUSED = ("assets/javascripts/lunr/**/*.js", "assets/javascripts/workers/*.js", "assets/**/*.map")
"""What the theme brings and no page asks for, as patterns; the first two for its own search."""


@dataclass(slots=True)
class Policy:
    """The content security policy of a site: the theme's own inline scripts may run, and no others.

    The theme's are known by the page for addresses that lead nowhere, which holds nothing of the brief. A script that
    stands in any other page only came there by mistake or by somebody else's hand.
    """

    known: set[str] = field(default_factory=set)
    """The theme's inline scripts, wherever the page stands."""
    hashes: set[str] = field(default_factory=set)

    def learn(self, page: str) -> None:
        """Take the inline scripts of this page for the theme's."""
        self.known |= {_anywhere(script) for script in inline_scripts(page)}

    def put_into(self, page: str, name: str) -> str:
        """Return the page with the policy in its head. Raises PluginError on a script that the theme does not know."""
        scripts = tuple(inline_scripts(page))
        for script in scripts:
            if _anywhere(script) not in self.known:
                raise PluginError(
                    f"{name}: a script stands in the page itself, which its security policy forbids: "
                    f"'{' '.join(script.split())[:80]}'. Put it into a file, listed under extra_javascript."
                )
        hashes = {_hash(script) for script in scripts}
        self.hashes |= hashes
        head = _HEAD.search(page)
        if head is None:
            raise PluginError(f"{name}: no <head> to put the security policy into")
        element = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
        return f"{page[: head.end()]}\n{element}{page[head.end() :]}"

    def headers(self) -> str:
        """Return the file `_headers` that Netlify, Cloudflare Pages and others read."""
        return (
            "/*\n"
            f"  Content-Security-Policy: {policy(self.hashes)}; frame-ancestors 'none'\n"
            "  X-Content-Type-Options: nosniff\n"
            "  Referrer-Policy: no-referrer\n"
            "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        )


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the scripts that stand in the page itself and would run."""
    for match in _SCRIPT.finditer(page):
        if _RUNS.match(match["attributes"]):
            yield match["body"]


def policy(hashes: Iterable[str]) -> str:
    """Return the policy that lets only scripts of these hashes run in pages."""
    return _POLICY.format(hashes="".join(f" '{value}'" for value in sorted(hashes)))


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
