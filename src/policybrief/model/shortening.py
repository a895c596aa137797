"""Long text shortened to one line."""

_AT_A_CUT = " ,;:.–-"
"""Characters dropped before the ellipsis."""


def shortened(text: str, limit: int) -> str:
    """Return `text` on one line of at most `limit` characters.

    A longer text ends in an ellipsis. It is cut between words, or within one if it would otherwise lose half the line.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rpartition(" ")[0]
    if len(head) < limit // 2:
        head = line[: limit - 1]
    return f"{head.rstrip(_AT_A_CUT)}…"
