"""Labels of MyST, `(water)=`: the id of what is below them."""

import re

from .level import Level, is_blank

_LABEL = re.compile(r" {0,3}\((?P<id>[^\s()]+)\)=\s*$")


def label_at(level: Level, number: int) -> tuple[str, int] | None:
    """Return the label on a line and the number of the line that it belongs to; None if it is none.

    The number is that after the last line if there is nothing below it.
    """
    label = None if level.in_text else _LABEL.match(level.line(number))
    if label is None:
        return None
    below = (below for below, line in level.following(number + 1) if not is_blank(line))
    return label["id"], next(below, len(level.lines))
