"""A site built by the host after its settings are checked: exactly what `mkdocs build` does."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound
from mkdocs.__main__ import ColorFormatter
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import DuplicateFilter

from ...assembling.add_ons import load_add_ons
from ...model.problems import Problem, Severity, printable
from ...publishing.errors import reason_of, shown_path
from ...reading.folder import Folder
from ...reading.settings import read_settings
from .loading import CONFIG, HOST_FAILS, load_settings
from .plugin import PolicybriefPlugin

_ICONS = ".icons/"
log = logging.getLogger("mkdocs.policybrief.build")


class BuildFailedError(Exception):
    """The host did not finish: carries the reason, in words for a terminal."""


def build_site(
    directory: Path, *, strict: bool = False, site_dir: Path | None = None, updates_ledger: bool = False
) -> tuple[Problem, ...]:
    """Build the site of the brief in `directory`; return why its settings are refused, or nothing if it is built.

    `strict` fails on warnings too; `site_dir` overrides the settings; with `updates_ledger`, a strict build writes the
    ledger like any other. The host logs to standard error. Raises BuildFailedError.
    """
    if faults := _faults(directory):
        return faults
    # The host resolves a relative path from the folder of its settings.
    target = str(site_dir.absolute()) if site_dir else None
    loaded = load_settings(directory, strict=strict or None, site_dir=target)
    if loaded.config is None:
        return loaded.refused
    with _speaking():
        for warning in loaded.warnings:
            log.warning("%s", warning)
        for plugin in loaded.config.plugins.values():
            if isinstance(plugin, PolicybriefPlugin):
                plugin.updates_ledger = updates_ledger
        try:
            loaded.config.plugins.on_startup(command="build", dirty=False)
            build(loaded.config)
        except MkDocsException as error:
            raise BuildFailedError(printable(error.format_message())) from error
        except TemplateNotFound as error:
            # It is also an OSError, but without a message from the system.
            raise BuildFailedError(printable(_said_of_template(str(error.name or "")))) from error
        except OSError as error:
            raise BuildFailedError(printable(_said_of_file(error))) from error
        except (TemplateError, *HOST_FAILS) as error:
            seen = " ".join(f"{type(error).__name__}: {error}".split())
            advice = "It may be a value in mkdocs.yml; 'mkdocs build' shows where it happened."
            raise BuildFailedError(printable(f"The build stopped with {seen}. {advice}")) from error
        finally:
            loaded.config.plugins.on_shutdown()
    return ()


def _said_of_file(error: OSError) -> str:
    """Return the message about a file that cannot be read or written."""
    where = f"'{shown_path(Path(os.fsdecode(error.filename)))}': " if isinstance(error.filename, str | bytes) else ""
    return f"The build stopped at {where}{reason_of(error)}. The old site is unchanged."


def _said_of_template(name: str) -> str:
    """Return the message about a missing template of the theme; icons are templates too."""
    if name.startswith(_ICONS):
        icon = name.removeprefix(_ICONS).removesuffix(".svg")
        where = "correct it under 'icon' in the front matter of a page, or in mkdocs.yml"
        return f"The theme has no icon '{icon}': {where}. The old site is unchanged."
    where = "correct it under 'template' in the front matter of a page, or in mkdocs.yml"
    return f"The theme has no template '{name}': {where}. The old site is unchanged."


def _faults(directory: Path) -> tuple[Problem, ...]:
    """Return the errors in the settings of a brief."""
    folder = Folder(directory, [])
    text = folder.read(CONFIG, if_missing="write it, or start with 'policybrief new'")
    problems = folder.problems if text is None else read_settings(text, CONFIG, load_add_ons().rules())[1]
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


@contextmanager
def _speaking() -> Iterator[None]:
    """Let the host log as its own command does, without control characters."""
    host_log, build_log = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    level, others = host_log.level, host_log.propagate
    stream, once = logging.StreamHandler(), DuplicateFilter()
    stream.setFormatter(ColorFormatter() if _shows_colours() else logging.Formatter("%(levelname)-8s-  %(message)s"))
    stream.addFilter(_made_printable)
    host_log.addHandler(stream)
    build_log.addFilter(once)
    host_log.setLevel(logging.INFO)
    host_log.propagate = False
    try:
        yield
    finally:
        host_log.removeHandler(stream)
        build_log.removeFilter(once)
        host_log.setLevel(level)
        host_log.propagate = others


def _shows_colours() -> bool:
    """Return whether the host would use colours and wrap lines, which it does not for files and pipes."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _made_printable(record: logging.LogRecord) -> bool:
    record.msg, record.args = printable(record.getMessage()), ()
    return True
