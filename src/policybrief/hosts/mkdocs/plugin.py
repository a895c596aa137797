"""The plugin for MkDocs 1.6 and ProperDocs 1.6: it carries data between the host and `build`, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from posixpath import basename
from typing import Any

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config import config_options as options
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from ...build import Prepared, finish, prepare
from ...chapters.extension import Sink
from ...importing.pandoc.printed_cache import PrintedCache
from ...importing.pandoc.processor import Pandoc
from ...model.addresses import WHOLE_PATH, Addresses
from ...model.knowledge import AnnotatedChapter, Hypertext
from ...model.output import Artifact, Build
from ...model.places import Source
from ...model.problems import Code, Problem, Rest, Severity, counted, listed
from ...outputs.one_page import WHOLE_TITLE, fits_one_page
from ...pages import scripts, stylesheet, words
from ...pages.bundles import ICON_PATH, icon
from ...publishing.fonts import SHEET_PATH, font_artifacts
from ...publishing.history import PUBLISHED_LEDGER
from ...publishing.ledger_upkeep import LedgerUpkeep, open_upkeep, with_upkeep
from ...publishing.staging import Staging
from ...reading.inherited import check_inherited
from ...reading.ledger import ledger_text
from ...reading.pages import check_pages
from ...reading.project import read_project
from .dates import date_pages, dated_context
from .derived_page import DerivedPage
from .kept_chapters import KeptChapters, given_for
from .loading import CONFIG, HOST_MUST_NOT_READ
from .navigation import FRONT_PAGES, navigation_of
from .page_contents import fill_pages
from .preview import keep_previewing
from .putting_in_place import put_in_place, stage_site, write_files
from .security_policy import Policy, delete_unused
from .settings import cache_folder, complete_markdown, docs_folder, places_of, printed_cache, site_of
from .theme_settings import THEME_ICON, dress

log = get_plugin_logger("policybrief")


class PolicybriefConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin. They are read anew from the file, for their lines; here they are only let pass."""

    chapters = options.Optional(options.Type(str))
    glossary = options.Optional(options.Type(str))
    references = options.Optional(options.Type(str))
    anchors = options.Optional(options.Type(str))
    style = options.Optional(options.Type(str))
    checks = options.Optional(options.Type(dict))
    acronyms = options.Optional(options.Type(list))
    stale_after = options.Optional(options.Type(int))
    brief = options.Optional(options.Type(dict))


class PolicybriefPlugin(BasePlugin[PolicybriefConfig]):  # type: ignore[no-untyped-call]
    """Mounts chapters and derived pages, and fills the latter in when the last chapter has been converted."""

    printed: PrintedCache
    prepared: Prepared
    build: Build
    chapters: dict[str, AnnotatedChapter]
    pages: dict[str, Hypertext]
    fonts: tuple[Artifact, ...] = ()
    policy: Policy | None = None
    """For the pages of the theme we know; none in a preview, into which the host puts a script of its own."""
    publishes: bool = True
    updates_ledger: bool = False
    """Whether a strict build may write the ledger too, rather than refuse one that is not up to the chapters."""
    upkeep: LedgerUpkeep
    """The ledger on the disk; not looked at in a preview."""
    dirty: bool = False
    staging: Staging | None = None
    """Where a site to be published is made; none in a preview, and none when only changed pages are made anew."""
    kept: KeptChapters | None = None
    """In a preview, which builds again and again."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse settings whose aliases stand for millions of values, before the host writes them all out.

        Raises PluginError.
        """
        path = Path(config_file_path or CONFIG)
        for problem in check_inherited(path.parent, path.name):
            if problem.code is Code.TOO_COMPLEX:
                raise PluginError(str(problem))
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note what the host is about to do: a preview keeps no ledger."""
        self.publishes, self.dirty = command != "serve", dirty
        self.kept = None if self.publishes else KeptChapters()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, and put the extension that marks up chapters into the host's list."""
        root = Path(config.config_file_path or CONFIG).parent
        project = read_project(root, basename(config.config_file_path or CONFIG))
        if self.publishes:
            self.upkeep = open_upkeep(project, places_of(root, project.ledger_path, config))
            project = with_upkeep(project, self.upkeep)
        addresses = Addresses(config.use_directory_urls)
        complete_markdown(config)
        self.chapters, self.pages = {}, {}
        site = site_of(config, addresses)
        site = replace(site, whole=fits_one_page(project.chapters) and not Path(config.docs_dir, WHOLE_PATH).is_file())
        self.printed = printed_cache(root)
        read = (
            (project.chapters, "chapter", "chapters"),
            (project.glossary.entries, "entry", "entries"),
            (project.references, "source", "sources"),
        )
        log.info(", ".join(words.counted(len(items), one, many) for items, one, many in read))
        self.prepared = prepare(project, site, Pandoc(self.printed))
        refused = check_pages(root, docs_folder(config))
        if refused or any(problem.code in HOST_MUST_NOT_READ for problem in project.problems):
            report((*self.prepared.problems, *refused), strict=config.strict)
        sink = Sink(self._take_chapter, self._take_page)
        # The host hands its list to Markdown as it stands, and Markdown takes instances as well as names.
        config.markdown_extensions.append(self.prepared.extension(partial(_source, docs=docs_folder(config)), sink))  # type: ignore[arg-type]
        dress(config)
        fonts = cache_folder(root) / "fonts"
        if not fonts.is_dir():
            log.info("Preparing the fonts, which takes a while the first time")
        self.fonts = font_artifacts(fonts)
        if not self.fonts:
            log.info("The fonts are not installed (pip install 'policybrief'): pages use those of the reader's system")
        self.policy = Policy() if self.publishes and config.theme.name == "material" else None
        config.extra_css = [*([SHEET_PATH] if self.fonts else []), stylesheet().path, *config.extra_css]
        config.extra_javascript = [
            *(_script(script.path) for script in scripts()),
            *config.extra_javascript,
        ]
        config.watch += [str(root / name) for name in project.files if (root / name).exists()]
        return config

    @event_priority(-100)
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Have the site made beside the old one: the host would delete that before it has read a page."""
        if not self.dirty:
            self.staging = stage_site(config, publishes=self.publishes)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Keep the preview going, whatever becomes of the files of the brief."""
        if config.config_file_path:
            docs = Path(config.docs_dir).name
            keep_previewing(server, Path(config.config_file_path), lambda: {docs, *self._names()})
        return server

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Leave the old site as it was."""
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Take away what an unfinished build has made, also when Ctrl-C ended it."""
        if self.staging is not None:
            self.staging.discard()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Mount the chapters, the derived pages, and the stylesheets."""
        root = Path(config.config_file_path or CONFIG).parent
        for chapter in self.prepared.project.chapters:
            files.append(File.generated(config, chapter.path, abs_src_path=str(root / chapter.path)))
        derived = self.prepared.derived()
        if self.prepared.site.whole:
            derived = (*derived, (WHOLE_PATH, WHOLE_TITLE))
        navigation = navigation_of(self.prepared.project, derived, _own_pages(files))
        for path, _ in derived:
            shown = InclusionLevel.INCLUDED if path in navigation.paths else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, path, content="", inclusion=shown)
            files.append(file)
            if shown is InclusionLevel.NOT_IN_NAV:
                file.page = DerivedPage(None, file, config)
        own_icon = (icon(),) if config.theme.get("favicon") == ICON_PATH else ()
        for asset in (stylesheet(), *scripts(), *own_icon, *self.fonts):
            files.append(File.generated(config, asset.path, content=asset.content))
        if config.nav is None:
            config.nav = navigation.items
        if self.kept is not None:
            self.kept.begin(self.prepared, config, files)
        return files

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Spare Markdown a chapter of a preview that would become what it was."""
        path = page.file.src_uri
        if self.kept is None or path not in self.prepared.setting.chapters:
            return markdown
        return "" if self.kept.still_holds(given_for(path, markdown, self.prepared)) else markdown

    @event_priority(100)
    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give such a chapter back, or keep what it has become."""
        path = page.file.src_uri
        if self.kept is None or path not in self.prepared.setting.chapters:
            return html
        converted = self.kept.restore(page, files)
        if converted is not None:
            self._take_chapter(converted.chapter)
            self._take_page(converted.page)
            return converted.content
        if path in self.chapters:
            self.kept.keep(page, self.chapters[path], self.pages[path])
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Finish the build now that all pages are converted, and fill the derived pages in."""
        self.build = finish(self.prepared, self.chapters.values(), self.pages.values())
        report((*self.build.problems, *self._ledger_problems(config)), strict=config.strict)
        log.info("The chapters are converted: writing %d pages", len(files.documentation_pages()))
        fill_pages(self.build, self.prepared, self.pages, files)
        date_pages(files, self.prepared.project)
        return env

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Give templates the date of the brief, not the time of day."""
        return dated_context(context, self.prepared.project.brief)

    def on_page_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Give pages the date of the brief, not the time of day."""
        return dated_context(context, self.prepared.project.brief)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Learn which scripts are the theme's, from the page that holds nothing of the brief."""
        if self.policy is None or template_name != "404.html":
            return output
        self.policy.learn(output)
        return self.policy.put_into(output, template_name)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put the security policy into the page, when no other plugin changes it any more."""
        return output if self.policy is None else self.policy.put_into(output, page.file.src_uri)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the data, keep the ledger unless in a preview, and put the finished site in its place."""
        site = Path(config.site_dir)
        artifacts = [(artifact.path, artifact.content) for artifact in self.build.artifacts]
        if self.policy is not None:
            artifacts = [
                (path, self.policy.put_into(content.decode(), path).encode() if path.endswith(".html") else content)
                for path, content in artifacts
            ]
            artifacts.append(("_headers", self.policy.headers().encode()))
            delete_unused(site, *([THEME_ICON] if config.theme["favicon"] == ICON_PATH else []))
        if self.staging is None:  # only changed pages were made anew, which is no publication
            write_files(site, artifacts)
        elif self.publishes:
            artifacts.append((PUBLISHED_LEDGER, ledger_text(self.build.ledger).encode()))
            put_in_place(self.staging, artifacts, config, self._keep_ledger)
        else:
            put_in_place(self.staging, artifacts, config, None)
        if self.publishes:
            self.printed.forget_the_rest()

    def _keep_ledger(self, config: MkDocsConfig) -> None:
        """Write the ledger, unless the build must find it as it is needed."""
        if self._may_write_ledger(config) and self.upkeep.keep(self.build.ledger):
            log.info("Wrote %s: commit it with the chapters", self.upkeep.name)

    def _may_write_ledger(self, config: MkDocsConfig) -> bool:
        return not config.strict or self.updates_ledger or self.upkeep.is_first

    def _ledger_problems(self, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Return why the ledger on the disk is not the one that this build needs, if the build may not write it."""
        if not self.publishes or self._may_write_ledger(config):
            return ()
        return self.upkeep.problems(self.build.ledger)

    def _names(self) -> Iterable[str]:
        """Return the names in the project's own folder that the brief is made of."""
        return (path.split("/")[0] for path in self.prepared.project.files)

    def _take_chapter(self, chapter: AnnotatedChapter) -> None:
        self.chapters[chapter.chapter.path] = chapter

    def _take_page(self, page: Hypertext) -> None:
        self.pages[page.path] = page


def report(problems: Iterable[Problem], *, strict: bool) -> None:
    """Log the problems in the host's way. Raises PluginError on an error, in a strict build also on a warning."""
    found = tuple(problems)
    shown, rests = listed(found)
    lines: tuple[Problem | Rest, ...] = (*shown, *rests)
    for line in lines:
        if line.severity is Severity.ERROR:
            log.error("%s", line)
        elif line.severity is Severity.WARNING:
            log.warning("%s", line)
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    counts = [(counted(found, severity), severity.value) for severity in stopping]
    total = " and ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
    if total:
        raise PluginError(f"policybrief found {total}, listed above; what stood in the site before is as it was")


def _script(path: str) -> ExtraScriptValue:
    """Return a script that runs when the page stands. No module: those do not load from a folder opened by hand."""
    value = ExtraScriptValue(path)
    value.defer = True
    return value


def _source(md: Markdown, text: str, docs: str) -> Source:
    """Return which page the host's instance of Markdown is converting: its link rewriter knows."""
    file: File = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
    # The text is what stands behind the front matter, and so the end of the file.
    first_line = file.content_string.count("\n") - text.count("\n") + 1
    return Source(file.src_uri, text, first_line, f"{docs}/{file.src_uri}" if file.generated_by is None else "")


def _own_pages(files: Files) -> dict[str, str]:
    """Return the author's own pages that are shown in the navigation, with the text of those that open a folder."""
    return {
        file.src_uri: file.content_string if basename(file.src_uri) in FRONT_PAGES else ""
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.generated_by is None
    }
