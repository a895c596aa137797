"""What the first and the last line of `anchors.lock` tell of the lines between them: how many they are, and their hash.

Without them a file that a full disk has cut would read as a shorter ledger, and ids would be lost in silence. Two
branches that both changed the ledger always meet in the first line, so that a merge by lines is never taken for the
work of this program either.
"""

from hashlib import sha256

NAME = "policybrief-anchors"
VERSION = "3"
READ_VERSIONS = ("2", VERSION)
"""Those with a count, a hash and an end: the ones before version 3 do not say which words were published first."""
END = "end"
_DIGITS = 32
"""Of the hash, hexadecimal: 128 bits."""


def sealed(edition: str, lines: tuple[str, ...], note: str) -> str:
    """Return the text of a ledger with these lines; `edition` is as the file has it, `note` a line for people."""
    head = f"{NAME}\t{VERSION}\t{edition}\t{len(lines)}"
    body = "".join(f"{line}\n" for line in (note, *lines, END))
    return f"{head}\t{_digest(head, body)}\n{body}"


def fault_of(text: str) -> str:
    """Return why the text of a ledger is not what was written, as a sentence; empty when it is.

    The text has `\\n` for line endings, and its first line the five fields of this version.
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
