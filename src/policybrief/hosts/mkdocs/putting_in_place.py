"""The end of a build under the host: its folder is replaced by one of ours, which becomes the site."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from ...outputs.files import SITE_ZIP
from ...publishing.errors import PublishingError
from ...publishing.site_zip import add_site_zip
from ...publishing.staging import Staging, incomplete, stage
from ...wording.words import Words
from .handed_over import NAME, HandedOver

log = get_plugin_logger("policybrief")

Files = Iterable[tuple[str, bytes]]
"""Paths in the site, and the content to write there."""


def stage_site(config: MkDocsConfig, *, publishes: bool) -> Staging:
    """Let the host write into an empty folder instead of the site. Raises PluginError.

    A preview does not `publish`: its folder is one that the host has made, and its contents are not checked.
    """
    try:
        staging = stage(Path(config.site_dir), any_folder=not publishes)
    except PublishingError as error:
        raise PluginError(str(error)) from error
    config.site_dir = str(staging.folder)
    return staging


def watch_writing(config: MkDocsConfig) -> None:
    """Record what the host is given to write, now that no other plugin reads the list of plugins."""
    config.plugins[NAME] = HandedOver()


def write_files(site: Path, files: Files, site_url: str, words: Words) -> None:
    """Write files into a site that is not staged; `site_url` is its public address, or empty."""

    def write(path: str, content: bytes) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)

    for path, content in files:
        write(path, content)
    _pack(site, site_url, words, write)


def _pack(site: Path, site_url: str, words: Words, write: Callable[[str, bytes], None]) -> None:
    """Pack a finished site into its own file, if it is to have one."""
    if (site / SITE_ZIP.path).is_file():
        add_site_zip(site, SITE_ZIP.path, site_url, words, write)


def put_in_place(
    staging: Staging,
    files: Files,
    config: MkDocsConfig,
    words: Words,
    keep_ledger: Callable[[MkDocsConfig], None] | None,
) -> None:
    """Write the last files of a site, and put it in the place of the one before.

    `keep_ledger` writes the ledger of a site that is published, when nothing can stop the site any more; it is None in
    a preview. Raises PluginError, and leaves the old site: when something cannot be written, when a file that the host
    was given has not arrived whole, and in a strict build when anything warned.
    """
    try:
        for path, content in files:
            staging.write(path, content)
        _pack(staging.folder, config.site_url or "", words, staging.write)
        if keep_ledger is None:
            staging.show()
        else:
            _refuse_what_is_torn(config)
            _refuse_warnings(config)
            staging.publish(lambda: keep_ledger(config))
    except PublishingError as error:
        raise PluginError(str(error)) from error
    config.site_dir = str(staging.target)
    for remark in staging.remarks:
        log.info("%s", remark)


def _refuse_what_is_torn(config: MkDocsConfig) -> None:
    handed_over = config.plugins.get(NAME)
    if isinstance(handed_over, HandedOver) and handed_over.torn:
        raise incomplete(handed_over.torn)


def _refuse_warnings(config: MkDocsConfig) -> None:
    """Stop a strict build now: the host counts its warnings when the site is already in its place."""
    if config.strict:
        host = logging.getLogger(log.logger.name.partition(".")[0])
        counters = (one for one in host.handlers if isinstance(one, CountHandler))
        if any(counter.get_counts() for counter in counters):
            raise PluginError("there are warnings, listed above, and the build is strict; the old site is unchanged")
