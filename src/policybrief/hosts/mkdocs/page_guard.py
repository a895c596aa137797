"""Pages on their way through other plugins: distinguishes what plugins added from what came with the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ...model.output import Artifact
from ...model.problems import Code, Place, Problem
from ...pages.bundles import ICON_PATH
from .completeness import SeenPages
from .loading import CONFIG
from .security_policy import Policy, inline_styles, inspected, style_attributes
from .settings import HEADERS_FILE, ROBOTS_FILE
from .theme_settings import THEME_ICON
from .unused_files import delete_unused

_CHECK_BOX = re.compile(r'(?P<box><input class="md-toggle"[^>]*? type="checkbox"[^>]*?) autocomplete="off"')
"""A checkbox of Material's, with an attribute that the HTML standard forbids there."""


@dataclass(slots=True)
class PageGuard:
    """Sees each page before and after other plugins handle it, and adds the security policy."""

    publishes: bool
    """Whether this is more than a preview."""
    direction: str = "ltr"
    """The direction of the brief's language; themes put it on the body of a page, if at all."""
    policy: Policy = field(default_factory=Policy)
    seen: SeenPages = field(default_factory=SeenPages)
    known: frozenset[str] = frozenset()
    """The paths in the site of files by the host and by us."""
    _before: str = ""
    _styles: dict[str, frozenset[str]] = field(default_factory=dict)
    """By the path of a page, the styles that came with its text."""

    def content_made(self, html: str, path: str) -> None:
        """Record the content of a page before other plugins handle it."""
        self._before = html
        if styles := frozenset((*inline_styles(html), *style_attributes(html))):
            self._styles[path] = styles

    def content_changed(self, html: str) -> None:
        """Allow the scripts that other plugins have put into the content of a page."""
        self.policy.admit(self._before, html)

    def template_made(self, html: str) -> None:
        """Learn which scripts are the theme's, from a page without any text of the brief."""
        self.policy.learn(html)
        self._before = html

    def page_made(self, html: str, path: str, bare: Callable[[], str]) -> None:
        """Record a page as the theme has made it.

        `bare` makes the page again, without the author's text, because a theme may have scripts on some pages only.
        Raises PluginError on a script that came with the text.
        """
        self.seen.see(path, html)
        if not self.policy.knows(html):
            self.policy.learn(bare())
        self.policy.check(html, path)
        self._before = html

    def secured(self, html: str, name: str) -> str:
        """Return a page after all other plugins, with the policy in it. Raises PluginError."""
        self.policy.admit(self._before, html)
        seen = inspected(html)
        # This changes neither scripts nor styles.
        valid = _CHECK_BOX.sub(r"\g<box>", html)
        if self.direction != "ltr":
            valid = valid.replace("<html ", f'<html dir="{self.direction}" ', 1)
        return self.policy.put_into(valid, name, self._styles.get(name, frozenset()), seen)

    def secured_file(self, artifact: Artifact) -> bytes:
        """Return one of our files in its final form: a page gets the policy. Raises PluginError."""
        self.known |= {artifact.path}
        if not artifact.path.endswith(".html"):
            return artifact.content
        return self.policy.put_into(artifact.content.decode(), artifact.path).encode()

    def secured_files(self, make: Callable[[], Iterable[Artifact]]) -> Iterator[tuple[str, bytes]]:
        """Make our files, and yield path and final content of each. Raises PluginError."""
        return ((artifact.path, self.secured_file(artifact)) for artifact in make())

    def secure_site(self, site: Path, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Extend the policy to the pages that other plugins have written into the folder `site`.

        Returns what the policy keeps pages from loading and doing.
        """
        for file in sorted(site.rglob("*.html")):
            path = file.relative_to(site).as_posix()
            if path not in self.known:
                html = self.policy.put_into_foreign(file.read_text("utf-8"), path)
                file.write_text(html, encoding="utf-8", newline="\n")
        if self.publishes and config.theme.name == "material":
            docs = Path(config.docs_dir)
            own = frozenset(path.relative_to(docs).as_posix() for path in docs.glob("assets/**/*"))
            delete_unused(site, *([THEME_ICON] if config.theme["favicon"] == ICON_PATH else []), kept=own)
        return tuple(_blocked(self.policy, Path(config.config_file_path or CONFIG)))

    def server_files(self, site: Path, url: str) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of the files for servers and crawlers, once all pages are known.

        `url` is the public address of the site, if it has one. The author's `robots.txt` in the folder `site` stays
        unchanged.
        """
        if not self.publishes:
            return
        yield HEADERS_FILE, self.policy.headers().encode()
        if not (site / ROBOTS_FILE).exists():
            sitemap = f"Sitemap: {url.rstrip('/')}/sitemap.xml\n" if url else ""
            yield ROBOTS_FILE, f"User-agent: *\nDisallow:\n{sitemap}".encode()


def _blocked(policy: Policy, settings: Path) -> Iterator[Problem]:
    lines = settings.read_text("utf-8-sig").splitlines() if settings.is_file() else []
    for address, page in policy.elsewhere.items():
        at = next(((line, text.index(address)) for line, text in enumerate(lines, 1) if address in text), (1, 0))
        seen = f"'{page}' would load '{address}', which the security policy of the site forbids"
        hint = "put a copy into docs/ and name that, or use Material's plugin 'privacy', which makes one"
        yield Problem(Code.BLOCKED_ASSET, Place(settings.name, at[0], at[1] + 1), seen, hint)
    for attribute, page in policy.handlers.items():
        seen = (
            f"'{page}' has an attribute '{attribute}', whose script the security policy of the site keeps from running"
        )
        hint = (
            "in your own template, listen for the event in a file under extra_javascript; otherwise a plugin added it"
        )
        yield Problem(Code.BLOCKED_ASSET, Place(settings.name), seen, hint)
