"""The files that the host was given to write, compared with the folder of the new site."""

import gzip
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ...publishing.manifest import digest_of

NAME = "policybrief/handed-over"
_LAST = -1_000
"""After all other plugins have handled a page."""
_FIRST = 1_000
"""Before any other plugin changes what the host has written."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The files of a site as handed over for writing: a hash by path."""

    digests: dict[str, str] = field(default_factory=dict)
    packed: dict[str, bytes] = field(default_factory=dict)
    """Contents that are written with gzip."""

    def missing_in(self, site: Path) -> tuple[str, ...]:
        """Return the paths that are missing or differ from what was handed over, sorted."""
        torn = [path for path, digest in self.digests.items() if digest_of(site / path) != digest]
        torn += [path for path, content in self.packed.items() if _unpacked(site / path) != content]
        return tuple(sorted(torn))


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """Nobody lists this plugin in their settings."""


class HandedOver(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Records everything that the host is about to write, and nothing else."""

    def __init__(self) -> None:
        self.expected = Expected()
        self.files: Files | None = None
        self.torn: tuple[str, ...] = ()
        """The files that were missing when the host was done."""

    @event_priority(_LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Record the files that are copied."""
        self.files = files
        return env

    @event_priority(_LAST)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Record a page of the theme."""
        if output.strip():
            content = output.encode()
            self.expected.digests[template_name] = sha256(content).hexdigest()
            if template_name == "sitemap.xml" and template_name in config.theme.static_templates:
                self.expected.packed[f"{template_name}.gz"] = content
        return output

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Record a page."""
        if output.strip():
            written = output.encode(errors="xmlcharrefreplace")
            self.expected.digests[page.file.dest_uri] = sha256(written).hexdigest()
        return output

    @event_priority(_FIRST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check that everything was written."""
        site = Path(config.site_dir)
        for file in self.files or ():
            # Copied files may have been overwritten, for example by a template with the same name.
            if _is_copied(file) and not _is_in(file, site):
                self.expected.digests.setdefault(file.dest_uri, _digest_of_source(file))
        self.torn = self.expected.missing_in(site)


def _is_copied(file: File) -> bool:
    included: bool = file.inclusion.is_included()  # type: ignore[no-untyped-call]
    return included and not file.is_documentation_page()


def _is_in(file: File, site: Path) -> bool:
    """Return whether another plugin has put the file into the site."""
    return file.abs_src_path is not None and Path(file.abs_src_path).is_relative_to(site)


def _digest_of_source(file: File) -> str:
    if file.abs_src_path is None:
        return sha256(file.content_bytes).hexdigest()
    with Path(file.abs_src_path).open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _unpacked(file: Path) -> bytes:
    try:
        return gzip.decompress(file.read_bytes())
    except (OSError, EOFError):
        return b""
