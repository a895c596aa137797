"""What the settings of the host say about a brief and the site around it."""

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions
from pathspec.gitignore import GitIgnoreSpec
from platformdirs import user_cache_path
from pymdownx.slugs import slugify

from ...build import Site
from ...chapters.kinds_of_boxes import with_labels_in
from ...importing.pandoc.printed_cache import PrintedCache
from ...model.addresses import Addresses
from ...model.problems import Code, Severity
from ...model.rules import Checks
from ...publishing.fonts import font_files
from ...publishing.history import PUBLISHED_LEDGER, Places
from ...publishing.kept_files import KeptFolder
from ...publishing.manifest import NAME as MANIFEST
from ...reading.chapters import read_page_head
from ...reading.left_out import EXCLUDED
from ...wording.marks import smart_marks
from ...wording.words import Words

HEADERS_FILE = "_headers"
ROBOTS_FILE = "robots.txt"
_NEEDED_EXTENSIONS = ("attr_list", "footnotes", "pymdownx.blocks.caption")


def complete_markdown(config: MkDocsConfig, words: Words) -> None:
    """Add the Markdown extensions that a brief needs to those the author chose, and readable ids for headings.

    Quotation marks, where the author has them set, and the labels of captions become those of the brief's language.
    """
    config.markdown_extensions += [name for name in _NEEDED_EXTENSIONS if name not in config.markdown_extensions]
    config.mdx_configs = configs = with_labels_in(words, config.mdx_configs)
    if "pymdownx.snippets" in config.markdown_extensions:
        configs["pymdownx.snippets"] = _inside(config, configs.get("pymdownx.snippets") or {})
    # A style attribute would break the security policy.
    configs["tables"] = {"use_align_attribute": True, **(configs.get("tables") or {})}
    # The default deletes every letter that is not Latin: `Карабах` would have no id at all.
    configs["toc"] = {"slugify": slugify(case="lower"), **(configs.get("toc") or {})}
    smarty = configs.get("smarty") or {}
    if "smarty" in config.markdown_extensions:
        configs["smarty"] = {
            **smarty,
            "substitutions": {**smart_marks(words.language), **smarty.get("substitutions", {})},
        }


def _inside(config: MkDocsConfig, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of the extension for snippets with only those of its folders that are in the project.

    What is not there by then is reported as we report problems, where the extension would stop with an exception.
    """
    root = Path(config.config_file_path or "mkdocs.yml").parent.resolve()
    given = options.get("base_path") or ["."]
    folders = [(root / folder).resolve() for folder in ([given] if isinstance(given, str) else given)]
    inside = [str(folder) for folder in folders if folder.is_relative_to(root)]
    return {**options, "base_path": inside, "check_paths": False}


def report_links_once(config: MkDocsConfig, checks: Checks) -> None:
    """Keep the host from warning of links that we report ourselves.

    It does not know the files that outputs make, and would warn of a link to the PDF of the brief.
    """
    of_host = {"not_found": Code.BROKEN_LINK, "unrecognized_links": Code.BROKEN_LINK, "anchors": Code.BROKEN_ANCHOR}
    for name, code in of_host.items():
        if checks.severity_of(code) in (Severity.ERROR, Severity.WARNING):
            config.validation.links[name] = logging.DEBUG


def cache_folder(root: Path) -> Path:
    """Return the folder in which a project keeps what need not be made twice."""
    return root / ".cache" / "policybrief"


def font_folder(root: Path) -> Path:
    """Return the folder in which cut fonts are kept: one of the user's, for all briefs, since cutting takes long.

    It is in the project where the user's cannot be written.
    """
    shared = user_cache_path("policybrief", appauthor=False) / "fonts"
    try:
        shared.mkdir(parents=True, exist_ok=True)
    except OSError:
        return cache_folder(root) / "fonts"
    return shared if os.access(shared, os.W_OK) else cache_folder(root) / "fonts"


def printed_cache(root: Path) -> PrintedCache:
    """Return the printed citations that a project keeps."""
    return PrintedCache(cache_folder(root) / "citations")


def places_of(root: Path, ledger: str, config: MkDocsConfig) -> Places:
    """Return where the past of the ledger of a project is found."""
    settings = os.path.relpath(config.config_file_path or "mkdocs.yml", root)
    return Places(root, ledger, Path(settings).as_posix(), Path(config.site_dir), cache_folder(root))


def site_of(config: MkDocsConfig, addresses: Addresses) -> Site:
    """Return what the host's settings say about the site around the brief."""
    docs, folder = Path(config.docs_dir), docs_folder(config)
    root = Path(config.config_file_path or "mkdocs.yml").parent
    files = frozenset(_published(config, (path for path in docs.rglob("*") if path.is_file())))
    pages = sorted(path for path in files if path.endswith(".md"))
    return Site(
        addresses,
        config.site_url or "",
        files.difference(pages),
        problems=tuple(
            problem for path in pages for problem in read_page_head((docs / path).read_bytes(), f"{folder}/{path}")
        ),
        own_pages=frozenset(pages),
        folder=folder,
        own_file=partial(_content, docs, files),
        kept=KeptFolder(cache_folder(root)),
        fonts=partial(font_files, font_folder(root)),
        host_files=frozenset((*config.theme.static_templates, "sitemap.xml.gz", MANIFEST, PUBLISHED_LEDGER)),
        server_files=frozenset((HEADERS_FILE, ROBOTS_FILE)),
        extensions=tuple(config.markdown_extensions),
        extension_configs=dict(config.mdx_configs or {}),
    )


def _content(docs: Path, files: frozenset[str], path: str) -> bytes | None:
    """Return the content of a file in the host's own folder; None when the site has no such file."""
    return (docs / path).read_bytes() if path in files else None


def _published(config: MkDocsConfig, paths: Iterable[Path]) -> Iterator[str]:
    """Yield those files of the host's own folder that it does not leave out of the site, relative to the folder."""
    relative = (path.relative_to(config.docs_dir).as_posix() for path in paths)
    files = [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in relative]
    set_exclusions(files, config)
    return (file.src_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED)


def leave_out(config: MkDocsConfig) -> None:
    """Leave out of the site what programs leave behind, and drafts; the author's own patterns count after ours."""
    ours = GitIgnoreSpec.from_lines(EXCLUDED)
    config.exclude_docs = ours + config.exclude_docs if config.exclude_docs else ours


def docs_folder(config: MkDocsConfig) -> str:
    """Return the host's own folder of pages, relative to the project."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    return Path(os.path.relpath(config.docs_dir, root)).as_posix()
