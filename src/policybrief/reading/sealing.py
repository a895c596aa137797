"""The first and the last line of `anchors.lock`, with the number and the hash of the lines between them.

Without them, a file truncated by a full disk would read as a shorter ledger, and ids would be lost silently. They also
ensure that two branches that both changed the ledger conflict in the first line, so a line-by-line merge is never
mistaken for the work of this program.
"""

from hashlib import sha256

NAME = "policybrief-anchors"
VERSION = "3"
READ_VERSIONS = ("2", VERSION)
"""The versions with count, hash and end; those before version 3 do not say which words were published first."""
END = "end"
_DIGITS = 32
"""Of the hash, hexadecimal: 128 bits."""


def sealed(edition: str, lines: tuple[str, ...], note: str) -> str:
    """Return the text of a ledger with these lines; `edition` is as in the file, `note` is a line for people."""
    head = f"{NAME}\t{VERSION}\t{edition}\t{len(lines)}"
    body = "".join(f"{line}\n" for line in (note, *lines, END))
    return f"{head}\t{_digest(head, body)}\n{body}"


def fault_of(text: str) -> str:
    r"""Return why the text of a ledger is not what was written, as a sentence; empty if it is.

    The text has `\n` line endings, and the five fields of this version in its first line.
    """
    first, _, body = text.partition("\n")
    head, _, digest = first.rpartition("\t")
    if digest == _digest(head, body):
        return ""
    count = head.rpartition("\t")[2]
    found = sum(1 for line in body.split("\n") if line and not line.startswith("#") and line != END)
    if not body.endswith(f"\n{END}\n") and body != f"{END}\n":
        return f"the file is cut off: its first line says {count} lines, but it has {found}, and the last is missing"
    if str(found) != count:
        return f"its first line says {count} lines, but it has {found}"
    return "its lines were changed: they do not match the hash in the first line"


def is_head(line: str) -> bool:
    """Return whether this is a first line, wherever it is."""
    return line.startswith(f"{NAME}\t")


def _digest(head: str, body: str) -> str:
    return sha256(f"{head}\n{body}".encode()).hexdigest()[:_DIGITS]
