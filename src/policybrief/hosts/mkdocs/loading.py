"""The host's settings, loaded only if nothing in their files would make the host crash or hang."""

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from ...model.problems import Code, Place, Problem
from ...reading.inherited import check_inherited

CONFIG = "mkdocs.yml"
HOST_MUST_NOT_READ = frozenset((Code.FILE_TOO_LARGE, Code.TOO_COMPLEX, Code.YAML_FEATURE, Code.YAML_SYNTAX))
"""Faults of a file at which the host would fail with a separate message, or hang."""
HOST_MUST_NOT_OPEN = HOST_MUST_NOT_READ | {Code.UNREADABLE_FILE, Code.NOT_UTF8}
"""Faults of the settings at which the host must not even begin."""

HOST_FAILS = (ArithmeticError, AttributeError, ImportError, LookupError, OSError, TypeError, ValueError)
"""How the host crashes at unexpected values of settings, for which it has no message."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of loading the settings."""

    config: MkDocsConfig | None
    """None if they were refused."""
    refused: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    """The host's messages about settings that it accepted."""


def load_settings(directory: Path, *, strict: bool | None = None, site_dir: str | None = None) -> Loaded:
    """Return the host's settings of the brief in `directory`, or why they are refused.

    `strict` and `site_dir` are those of the host's command line; None leaves them to the settings.
    """
    if faults := check_inherited(directory, CONFIG):
        return Loaded(None, faults)
    host_log, said = logging.getLogger("mkdocs"), _Said()
    others, host_log.propagate = host_log.propagate, False
    host_log.addHandler(said)
    try:
        return Loaded(load_config(str(directory / CONFIG), strict=strict, site_dir=site_dir), (), tuple(said.warnings))
    except ConfigurationError as error:
        messages = [str(error)]
    except Abort as error:
        messages = said.errors or said.warnings or [str(error)]
    except RecursionError:
        messages = ["the settings are circular\ncheck what INHERIT names"]
    except HOST_FAILS as error:
        messages = [f"MkDocs cannot read the settings: {type(error).__name__}: {error}"]
    finally:
        host_log.removeHandler(said)
        host_log.propagate = others
    return Loaded(None, tuple(_refusal(message) for message in messages))


class _Said(logging.Handler):
    """Collects the host's messages while it loads, to report them once with the rest."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        (self.errors if record.levelno >= logging.ERROR else self.warnings).append(record.getMessage())


def _refusal(message: str) -> Problem:
    first, *rest = message.strip().splitlines() or ["unreadable settings"]
    if any(line.lstrip().startswith("File ") for line in rest):
        # The traceback helps nobody; the last line gives the reason.
        rest = rest[-1:]
    if "'docs_dir'" in first and first.endswith("isn't an existing directory."):
        rest = [
            "make the folder; it may be empty, but version control keeps it only with a file in it, such as .gitkeep"
        ]
    return Problem(Code.SETTINGS, Place(CONFIG), first, " ".join(rest))
