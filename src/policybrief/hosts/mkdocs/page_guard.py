"""Pages on their way through other plugins: what those put into them is told from what came with the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ...model.output import Artifact
from ...model.problems import Code, Place, Problem
from ...pages.bundles import ICON_PATH
from .completeness import SeenPages
from .loading import CONFIG
from .security_policy import Policy, delete_unused
from .theme_settings import THEME_ICON

NOT_FOUND = "404.html"
"""The page for addresses that lead nowhere. It holds nothing of the brief."""


@dataclass(slots=True)
class PageGuard:
    """Sees each page before other plugins are at it and after, and puts the security policy into it."""

    policy: Policy | None
    """For the pages of the theme we know; none in a preview, into which the host puts a script of its own."""
    seen: SeenPages = field(default_factory=SeenPages)
    known: frozenset[str] = frozenset()
    """The paths in the site of what the host has written, and of our files."""
    _before: str = ""

    def content_made(self, html: str) -> None:
        """Take note of the content of a page before other plugins are at it."""
        self._before = html

    def content_changed(self, html: str) -> None:
        """Let the scripts run that other plugins have put into the content of a page. Raises PluginError."""
        if self.policy is not None:
            self.policy.admit(self._before, html)

    def template_made(self, html: str, name: str) -> None:
        """Learn which scripts are the theme's."""
        if self.policy is not None and name == NOT_FOUND:
            self.policy.learn(html)
        self._before = html

    def page_made(self, html: str, path: str) -> None:
        """Take note of a page as the theme has made it. Raises PluginError on a script that came with the text."""
        self.seen.see(path, html)
        if self.policy is not None:
            self.policy.check(html, path)
        self._before = html

    def secured(self, html: str, name: str) -> str:
        """Return a page that no other plugin changes any more, with the policy in it. Raises PluginError."""
        if self.policy is None:
            return html
        self.policy.admit(self._before, html)
        return self.policy.put_into(html, name)

    def secured_file(self, artifact: Artifact) -> bytes:
        """Return a file of ours as it is written: with the policy in it when it is a page. Raises PluginError."""
        self.known |= {artifact.path}
        if self.policy is None or not artifact.path.endswith(".html"):
            return artifact.content
        return self.policy.put_into(artifact.content.decode(), artifact.path).encode()

    def secure_site(self, site: Path, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Extend the policy to the pages that other plugins have written into the folder `site` by themselves.

        Returns what the policy keeps pages from loading.
        """
        if self.policy is None:
            return ()
        for file in sorted(site.rglob("*.html")):
            path = file.relative_to(site).as_posix()
            if path not in self.known | {NOT_FOUND}:
                html = self.policy.put_into_foreign(file.read_text("utf-8"), path)
                file.write_text(html, encoding="utf-8", newline="\n")
        delete_unused(site, *([THEME_ICON] if config.theme["favicon"] == ICON_PATH else []))
        return tuple(_blocked(self.policy.elsewhere, Path(config.config_file_path or CONFIG)))

    def header_files(self) -> tuple[tuple[str, bytes], ...]:
        """Return the file in which some hosts look for the policy, once all pages are known: its path and content."""
        return () if self.policy is None else (("_headers", self.policy.headers().encode()),)


def _blocked(elsewhere: Mapping[str, str], settings: Path) -> Iterator[Problem]:
    lines = settings.read_text("utf-8-sig").splitlines() if settings.is_file() else []
    for address, page in elsewhere.items():
        at = next(((line, text.index(address)) for line, text in enumerate(lines, 1) if address in text), (1, 0))
        seen = f"'{page}' would load '{address}', which the security policy of the site forbids"
        hint = "put a copy into docs/ and name that, or use Material's plugin 'privacy', which makes one"
        yield Problem(Code.BLOCKED_ASSET, Place(settings.name, at[0], at[1] + 1), seen, hint)
