"""Problems in the host's log, and the ledger on the disk: what a build leaves behind beside the site."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ...model.ledger import Ledger
from ...model.problems import Problem, Rest, Severity, counted, listed
from ...reading.ledger import ledger_text

log = get_plugin_logger("policybrief")


def keep_ledger(ledger: Ledger, path: Path) -> bool:
    """Write the ledger where it is kept, if it has changed; return whether it has."""
    text = ledger_text(ledger)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


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
