"""Problems in the host's log."""

import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ...model.problems import Problem, Rest, Severity, counted, listed

log = get_plugin_logger("policybrief")

COUNTED = "policybrief found"
"""The beginning of the message that counts the problems."""

STILL_SHOWN = "The preview still shows the last good site."
"""What a preview says about a failed build, after the reason if that was not reported before."""


def report(problems: Iterable[Problem], *, strict: bool) -> None:
    """Log the problems in the host's way. Raises PluginError on an error, in a strict build also on a warning."""
    found = tuple(problems)
    shown, rests = listed(found)
    lines: tuple[Problem | Rest, ...] = (*shown, *rests)
    # A quiet build shows only errors, but what stops it must be visible.
    hidden = strict and not log.isEnabledFor(logging.WARNING)
    for line in lines:
        if line.severity is Severity.ERROR or (hidden and line.severity is Severity.WARNING):
            log.error("%s", line)
        elif line.severity is Severity.WARNING:
            log.warning("%s", line)
        else:
            log.info("%s", line)
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    counts = [(counted(found, severity), severity.value) for severity in stopping]
    total = " and ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
    if total:
        raise PluginError(f"{COUNTED} {total}, listed above; the old site is unchanged")
