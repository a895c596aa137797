"""The plugin for MkDocs 1.6 and ProperDocs 1.6: it only carries data between the host and `build`."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from ...build import Prepared, prepare
from ...importing.pandoc.printed_cache import PrintedCache
from ...importing.pandoc.processor import Pandoc
from ...model.knowledge import Hypertext
from ...model.output import Artifact
from ...model.problems import Code, Problem
from ...model.recall import recalled
from ...pages import scripts, stylesheet
from ...pages.bundles import ICON_PATH, icon
from ...publishing.fonts import SHEET_PATH, early_fonts, font_artifacts
from ...publishing.history import PUBLISHED_LEDGER
from ...publishing.ledger_upkeep import open_upkeep, with_upkeep
from ...publishing.staging import Staging
from ...reading.inherited import check_inherited
from ...reading.ledger import ledger_text
from ...reading.pages import check_pages
from .author_pages import complete_own_pages, own_sources, shown_in_navigation, source_of_page, without_comments
from .bare_pages import bare_page, is_page_of_theme, pages_of_theme, with_sized_icons
from .build_memory import BuildMemory
from .changed_chapters import change_of, is_changed
from .collecting import Collecting
from .completeness import check_site
from .dates import date_pages, dated_context
from .finished_page import FinishedPage
from .loading import CONFIG, HOST_MUST_NOT_READ
from .mounting import displaced, fill, mount, moved_pages, put
from .navigation import navigation_of, titles_in
from .opening import opened
from .other_plugins import refused_plugins
from .page_guard import PageGuard
from .page_shells import Context, PageShells, shelled
from .plugin_failures import failure_of_plugin
from .plugin_options import PolicybriefConfig
from .published_ledger import PublishedLedger
from .putting_in_place import put_in_place, stage_site, watch_writing, write_files
from .reporting import report
from .settings import cache_folder, docs_folder, font_folder, places_of, printed_cache
from .shell_obstacles import must_make_all, obstacle_to_shells
from .site_making import MakingAtOnce, MakingOnDemand, SiteMaking
from .site_menus import offer_menus
from .theme_settings import EARLY_FONTS, deferred_script, without_search_shim
from .titles import escape_sections, escape_site
from .unopened import UnopenedSite
from .written_settings import WrittenSettings, settle

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from .preview import Preview

log = get_plugin_logger("policybrief")

BEFORE_ALL, FIRST, AFTER_OTHERS, LAST = 1000, 100, -90, -100
"""Priorities of events. Plugins stay within 100 and -100; a few make a navigation of all files at -100."""


class PolicybriefPlugin(BasePlugin[PolicybriefConfig]):  # type: ignore[no-untyped-call]
    """Adds finished chapters and generated pages, and reports the problems of the brief.

    At several events it runs first and last, so that its position in `mkdocs.yml` does not matter.
    """

    host: MkDocsConfig
    """The settings of the current build."""
    written: WrittenSettings
    printed: PrintedCache
    prepared: Prepared
    mounted: dict[str, FinishedPage]
    """Our pages by path."""
    making: SiteMaking
    guard: PageGuard
    env: Environment
    context: TemplateContext
    """The template values of the current page."""
    pages: dict[str, Hypertext]
    """What was found in the author's other pages."""
    changed: list[Problem]
    """The chapters that another plugin would change."""
    fonts: tuple[Artifact, ...] = ()
    publishes: bool = True
    updates_ledger: bool = False
    """Whether a strict build may update the ledger, rather than refuse an outdated one."""
    ledger: PublishedLedger | None = None
    """None in a preview."""
    dirty: bool = False
    own_navigation: bool = False
    """Whether the navigation is ours, not the author's."""
    staging: Staging | None = None
    """Where a site to be published is made; none in a preview, or if only changed pages are made again."""
    preview: "Preview | None" = None
    waiting: UnopenedSite | None = None
    """The parts of this build's site that are left for later; None if everything is made at once."""
    memory: BuildMemory
    """Results of earlier builds for the same content."""
    collecting = Collecting()
    """One for all plugins of the process."""

    def __init__(self) -> None:
        self.memory = BuildMemory(publishes=True)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse settings whose aliases expand to millions of values, before the host expands them.

        Raises PluginError.
        """
        path = Path(config_file_path or CONFIG)
        for problem in check_inherited(path.parent, path.name):
            if problem.code is Code.TOO_COMPLEX:
                raise PluginError(str(problem))
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Record the host's command: a preview keeps no ledger.

        The host keeps plugins for the life of its process, so the state of the previous build is dropped.
        """
        self.on_shutdown()
        self.publishes, self.dirty = command != "serve", dirty
        self.ledger = self.staging = None
        self.memory = BuildMemory(publishes=self.publishes)
        if self.publishes:
            self.collecting.seldom()
        else:
            # A check and a build do without the host's server.
            from .preview import Preview  # noqa: PLC0415

            self.preview = Preview()
            self.preview.notes.listen()

    def _settle(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse plugins that cannot work with a brief, and read the project before others change the settings."""
        self.host = config
        self.collecting.seldom()
        self.memory.begin(cache_folder(self._root()))
        report(refused_plugins(config), strict=config.strict)
        self.written = settle(config, publishes=self.publishes)
        if self.publishes:
            project = self.written.project
            upkeep = open_upkeep(project, places_of(self._root(), project.ledger_path, config))
            self.written = replace(self.written, project=with_upkeep(self.written.project, upkeep))
            self.ledger = PublishedLedger(upkeep, config.strict, self.updates_ledger)
        # The host would delete the old site before it has read a page. Other plugins may record where the site is made.
        self.staging = None if self.dirty else stage_site(config, publishes=self.publishes)
        return config

    def _read_chapters(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the chapters, and put the extension for the author's other pages into the host's list."""
        root, project = self._root(), self.written.project
        self.pages, self.changed = {}, []
        self.guard = PageGuard(self.publishes, project.words.direction)
        self.printed = printed_cache(root)
        read = (
            (len(project.chapters), "chapter", "chapters"),
            (len(project.glossary.entries), "entry", "entries"),
            (len(project.references), "source", "sources"),
        )
        log.info(", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in read))
        site = self.written.site(config, publishes=self.publishes)
        self.prepared = prepare(project, site, Pandoc(self.printed), self.memory.chapters(site, project.words))
        refused = check_pages(root, docs_folder(config))
        if refused or any(problem.code in HOST_MUST_NOT_READ for problem in project.problems):
            report((*self.prepared.problems, *refused), strict=config.strict)
        source = partial(source_of_page, docs=docs_folder(config))
        # The host passes its list to Markdown, which accepts instances as well as names.
        self.extension = self.prepared.extension(source, self._take_page)
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        fonts = font_folder(root)
        if next(fonts.glob("*.woff2"), None) is None:
            log.info("Preparing the fonts; the first time takes a while")
        self.fonts = font_artifacts(fonts)
        if not self.fonts:
            log.info("The fonts are not installed (pip install 'policybrief'): pages use those of the reader's system")
        without_search_shim(config)
        config.extra_css = [*([SHEET_PATH] if self.fonts else []), stylesheet().path, *config.extra_css]
        config.theme[EARLY_FONTS] = early_fonts(project.brief.title) if self.fonts else ()
        config.extra_javascript = [
            *(deferred_script(script.path) for script in scripts(project.words)),
            *config.extra_javascript,
        ]
        config.watch += [str(root / name) for name in project.files if (root / name).exists()]
        return config

    on_config = CombinedEvent(event_priority(FIRST)(_settle), event_priority(LAST)(_read_chapters))

    @event_priority(LAST)
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Watch what is written into a site that will be published."""
        if self.publishes and not self.dirty:
            watch_writing(config)

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object) -> "LiveReloadServer":  # noqa: ARG002
        """Keep the preview running, whatever happens to the files of the brief, and make pages as they are opened."""
        if self.preview is not None:
            docs = Path(config.docs_dir).name
            self.preview.serve_by(server, config, lambda: {docs, *self._names()})
        return server

    @event_priority(LAST)
    def on_build_error(self, error: Exception) -> None:
        """Leave the old site unchanged. Raises PluginError if another plugin has failed with a bare exception."""
        self._give_up()
        failure = failure_of_plugin(error)
        if failure is not None:
            log.debug("What the plugin stopped with", exc_info=error)
            raise PluginError(str(failure)) from error

    def on_shutdown(self) -> None:
        """Delete what an unfinished build has made, even after Ctrl-C, and end a preview."""
        self._give_up()
        if self.preview is not None:
            self.preview.notes.end()
            self.preview = None

    def _give_up(self) -> None:
        self.collecting.as_before()
        self.memory.end(failed=True)
        if self.staging is not None:
            self.staging.discard()

    def _mount_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the chapters and generated pages, still empty, and the stylesheets."""
        self.mounted = mount(self.prepared.declared.catalogue.pages, self.prepared.project, files, config)
        own_icon = (icon(),) if config.theme.get("favicon") == ICON_PATH else ()
        for asset in (stylesheet(), *scripts(self.prepared.project.words), *own_icon, *self.fonts):
            put(File.generated(config, asset.path, content=asset.content), files)
        return files

    def _fill_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Fill the added pages, now that other plugins have set the paths of theirs, and finish the navigation."""
        prepared, catalogue = self.prepared, self.prepared.declared.catalogue
        report(displaced(files, self.mounted, config), strict=config.strict)
        publication = prepared.publication(own_sources(files, self.mounted))
        if moved := moved_pages(files, self.mounted, publication.addresses):
            publication = replace(publication, addresses=replace(publication.addresses, moved=moved))
            self.extension.setting = replace(self.extension.setting, addresses=publication.addresses)
        if self.preview is None or self.preview.unopened is None or self.dirty or must_make_all(config):
            self.waiting, self.making = None, MakingAtOnce(prepared, publication, publishes=self.publishes)
        else:
            self.making = MakingOnDemand(prepared, publication)
            files_made = partial(self.guard.secured_files, self.making.files)
            self.waiting = UnopenedSite(self.making.may_hold, files_made)
        fill(self.mounted, files, self.making, prepared.chapters)
        self.own_navigation = config.nav is None
        if config.nav is None:
            config.nav = navigation_of(
                prepared.project, catalogue.made_pages(), shown_in_navigation(files, self.mounted)
            ).items
        return files

    on_files = CombinedEvent(event_priority(FIRST)(_mount_pages), event_priority(AFTER_OTHERS)(_fill_pages))

    @event_priority(BEFORE_ALL)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Give our pages the titles in the navigation, unless a plugin makes one."""
        for path, title in titles_in(config.nav).items():
            if path in self.mounted:
                self.mounted[path].title = escape(title)
        if self.own_navigation:
            config.nav = None
        return nav

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Notice if another plugin would change the text of a chapter, which has already been read."""
        if isinstance(page, FinishedPage) and page.chapter and is_changed(page.chapter, markdown):
            self.changed.append(change_of(page.chapter, markdown, page, config, files))
        return markdown

    def _content_made(self, html: str, /, *, page: HostPage, **_: object) -> str:
        self.guard.content_made(html, page.file.src_uri)
        return html

    def _content_changed(self, html: str, /, **_: object) -> str:
        self.guard.content_changed(html)
        return html

    on_page_content = CombinedEvent(event_priority(FIRST)(_content_made), event_priority(LAST)(_content_changed))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Report problems, now that the host has converted the author's other pages too."""
        around = self.prepared.around(self.pages.values())
        found = self.making.problems(around)
        stale = self.ledger.problems(self.prepared.anchors.alignment.ledger) if self.ledger else ()
        report((*found, *self.changed, *displaced(files, self.mounted, config), *stale), strict=config.strict)
        log.info("The chapters are read: writing %d pages", len(files.documentation_pages()))
        escape_site(config)
        escape_sections(file.page for file in files.documentation_pages() if file.page is not None)
        complete_own_pages(files, self.pages, self.making.publication)
        date_pages(files, self.prepared.project)
        self.guard.known = frozenset((*(file.dest_uri for file in files), *pages_of_theme(config)))
        catalogue, addresses = self.prepared.declared.catalogue, self.making.publication.addresses
        offer_menus(env, files, self.prepared.project, catalogue, addresses)
        self.env = env
        self.memory.speed_up(env)
        obstacle = obstacle_to_shells(config)
        if obstacle:
            log.info("%s: every page is rendered separately, which takes longer", obstacle)
        env.template_class = shelled(PageShells(obstacle), self._open_later)
        return env

    def _open_later(self, page: FinishedPage, context: Context, render: Callable[[], str]) -> None:
        """Leave a page for later."""
        bare = partial(bare_page, self.env, context, page)
        if self.waiting is not None:
            self.waiting.leave(page.file.dest_uri, partial(opened, page, render, bare, self.guard, self.memory))

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Give templates the date of the brief, not the current time."""
        return dated_context(context, self.prepared.project.brief)

    @event_priority(LAST)
    def on_page_context(self, context: TemplateContext, *, page: HostPage, **_: object) -> TemplateContext:
        """Give pages the date of the brief, not the current time, and descriptions that the theme prints unchanged."""
        if isinstance(page, FinishedPage):
            page.escape_description()
        self.context = dated_context(context, self.prepared.project.brief)
        return self.context

    def _template_made(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if is_page_of_theme(template_name, config):
            self.guard.template_made(output)
        return output

    def _template_changed(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        ours = is_page_of_theme(template_name, config)
        return self.guard.secured(with_sized_icons(output), template_name) if ours else output

    on_post_template = CombinedEvent(event_priority(FIRST)(_template_made), event_priority(LAST)(_template_changed))

    def _page_made(self, output: str, /, *, page: HostPage, **_: object) -> str:
        if isinstance(page, FinishedPage) and page.waits:
            return output
        self.guard.page_made(output, page.file.src_uri, partial(bare_page, self.env, self.context, page))
        return output

    def _page_changed(self, output: str, /, *, page: HostPage, **_: object) -> str:
        if isinstance(page, FinishedPage) and page.waits:
            return output
        html = output if isinstance(page, FinishedPage) else without_comments(output)
        return self.guard.secured(html, page.file.src_uri)

    on_post_page = CombinedEvent(event_priority(FIRST)(_page_made), event_priority(LAST)(_page_changed))

    @event_priority(LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the data, keep the ledger unless in a preview, and put the finished site in its place."""
        site, project = Path(config.site_dir), self.prepared.project
        artifacts = [] if self.waiting else [*self.guard.secured_files(self.making.files)]
        report(project.checks.weighed(self.guard.secure_site(site, config)), strict=config.strict)
        artifacts += self.guard.server_files(site, config.site_url or "")
        if self.publishes:
            catalogue, addresses = self.prepared.declared.catalogue, self.prepared.site.addresses
            report(check_site(site, catalogue, addresses, self.guard.seen), strict=config.strict)
        if self.staging is None:  # only changed pages were made again, which is not a publication
            write_files(site, artifacts, config.site_url or "", project.words)
        elif self.ledger is None:
            put_in_place(self.staging, artifacts, config, project.words, None)
        else:
            ledger, needed = self.ledger, self.prepared.anchors.alignment.ledger
            artifacts.append((PUBLISHED_LEDGER, recalled(ledger_text, needed).encode()))
            put_in_place(self.staging, artifacts, config, project.words, lambda _: ledger.keep(needed))
        if self.publishes:
            self.printed.forget_the_rest()
        if self.preview is not None:
            pages = {path: page.file for path, page in self.mounted.items()}
            self.preview.shows(self.waiting, Path(config.site_dir), self.prepared.knowledge.chapters, pages)
        self.collecting.as_before()
        self.memory.end(failed=False)

    def _root(self) -> Path:
        return Path(self.host.config_file_path or CONFIG).parent

    def _names(self) -> Iterable[str]:
        """Return the names in the project's folder that the brief consists of."""
        return (path.split("/")[0] for path in self.prepared.project.files)

    def _take_page(self, page: Hypertext) -> None:
        self.pages[page.path] = page
