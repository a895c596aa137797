"""The host's settings as their author wrote them, read before other plugins change them, as in a check."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from ...assembling.add_ons import load_add_ons
from ...assembling.catalogue import catalogue_of
from ...build import Site
from ...model.add_ons import AddOns
from ...model.addresses import Addresses
from ...model.brief import Project
from ...model.problems import Code
from ...reading.project import read_project
from .loading import CONFIG
from .other_plugins import keep_out_of_feeds
from .settings import complete_markdown, leave_out, report_links_once, site_of
from .theme_settings import dress

log = get_plugin_logger("policybrief")


@dataclass(frozen=True, slots=True)
class WrittenSettings:
    """What chapters are read with."""

    project: Project
    add_ons: AddOns
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]

    def site(self, config: MkDocsConfig, *, publishes: bool) -> Site:
        """Return the site around the brief: its addresses and files as other plugins have left them."""
        self._name_added(config)
        return replace(
            site_of(config, Addresses(config.use_directory_urls)),
            publishes=publishes,
            add_ons=self.add_ons,
            extensions=self.extensions,
            extension_configs=self.extension_configs,
        )

    def _name_added(self, config: MkDocsConfig) -> None:
        for extension in config.markdown_extensions:
            if extension not in self.extensions:
                name = extension if isinstance(extension, str) else type(extension).__name__
                log.info("A plugin adds the Markdown extension '%s': it works in docs/, not in the chapters", name)


def settle(config: MkDocsConfig, *, publishes: bool) -> WrittenSettings:
    """Read the project, and settle what other plugins look for in the settings of the host.

    What is still to be written is no problem in a preview; `publishes` says that this is none.
    """
    path = Path(config.config_file_path or CONFIG)
    add_ons = load_add_ons()
    project = read_project(path.parent, path.name, add_ons.rules())
    if not publishes:
        remaining = (problem for problem in project.problems if problem.code is not Code.PLACEHOLDER)
        project = replace(project, problems=tuple(remaining))
    complete_markdown(config, project.words)
    leave_out(config)
    report_links_once(config, project.checks)
    dress(config, project.words)
    site = site_of(config, Addresses(config.use_directory_urls))
    catalogue = catalogue_of(project, site.addresses, site.own_files(), add_ons).catalogue
    keep_out_of_feeds(config, (page.path for page in catalogue.made_pages()))
    return WrittenSettings(project, add_ons, tuple(config.markdown_extensions), deepcopy(dict(config.mdx_configs)))
