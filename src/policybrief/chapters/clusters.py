"""Citations in the source of a chapter, found before it is converted: a note's words depend on those before it.

The syntax is Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax): `[@key, p. 4; see also @key2]`, `@key` in the
sentence, `[-@key]` without the author.
"""

import re
from collections.abc import Iterator

from ..model.citing import CitedItem, Cluster

KEY = r"[\w](?:[\w:.#$%&+?<>~/-]*[\w/])?"
_AT_KEY = rf"(?<![\w@])-?@(?:{KEY})"
# A link has its address or its label behind the brackets; a note's call there is none.
_NO_LINK = r"(?!\(|\[(?!\^))"
IN_BRACKETS = rf"\[(?=[^\[\]]*{_AT_KEY})[^\[\]]+\]{_NO_LINK}"
# When the tree is searched, an escaped bracket has become a stand-in that ends in \x03.
IN_SENTENCE = rf"(?<![\w@.\[/\x03]){_AT_KEY}(?:\s\[(?!\^|[^\[\]]*@)[^\[\]]+\]{_NO_LINK})?"

_SCAN = re.compile(
    # Most signs begin nothing: the first line passes over them without a try at each alternative.
    rf"""
    (?=[`~<\]\\\[!@\ -])
    (?: (?P<fence>^(?P<ticks>`{{3,}}|~{{3,}})[^\n]*\n.*?(?:^(?P=ticks)[`~]*\s*$|\Z))
    | (?P<code>(?<![\\`])(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`))
    | (?P<auto><[^>\s]+>)
    | (?P<target>\]\([^)\s]*)
    | (?P<escape>\\.)
    | (?P<define>^\[\^(?P<defined>[^\]\s]+)\]:)
    | (?P<call>\[\^(?P<called>[^\]\s]+)\])
    | (?P<definition>^[ ]{{0,3}}\[[^\[\]^][^\[\]]*\]:[ ]*\n?[ ]*\S+[ ]*$)
    | (?P<linked>!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?=\(|\[(?!\^)))
    | (?P<cluster>{IN_BRACKETS})
    | (?P<bare>{IN_SENTENCE})
    )
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_ITEM = re.compile(rf"(?P<prefix>[^;@]*?)-?@(?P<key>{KEY})(?P<suffix>[^;]*)")
_FOOTNOTE_ENDS = re.compile(r"\n[ \t]*\n(?![ \t]{4}|[ \t]*\Z)|\n(?=\[\^[^\]\s]+\]:)|\Z")


def clusters_of(body: str) -> tuple[Cluster, ...]:
    """Return the citations of a chapter in the order a reader meets them: a footnote's where it is first called."""
    if "@" not in body:
        return ()
    in_body: list[Cluster | str] = []
    in_notes: dict[str, list[Cluster]] = {}
    note, note_end = "", 0
    for match in _SCAN.finditer(body):
        if match["define"]:
            note = match["defined"]
            note_end = _end_of_footnote(body, match.end())
            in_notes.setdefault(note, [])
        elif match["call"] and match.start() >= note_end:
            in_body.append(match["called"])
        elif match["cluster"] or match["bare"]:
            inside = note if match.start() < note_end else ""
            cluster = Cluster(one_line(match[0]), items_of(match[0]), match.start(), inside)
            (in_notes[note] if inside else in_body).append(cluster)
    return tuple(_in_reading_order(in_body, in_notes))


def items_of(written: str) -> tuple[CitedItem, ...]:
    """Return the sources that a cluster names, each with what stands behind its key."""
    return tuple(
        CitedItem(match["key"], match["suffix"].strip(" ,[]\n")) for match in _ITEM.finditer(written.strip("[]"))
    )


def one_line(written: str) -> str:
    """Return a cluster as it is compared: without line breaks."""
    return " ".join(written.split())


def _end_of_footnote(body: str, start: int) -> int:
    match = _FOOTNOTE_ENDS.search(body, start)
    return match.start() if match else len(body)


def _in_reading_order(in_body: list[Cluster | str], in_notes: dict[str, list[Cluster]]) -> Iterator[Cluster]:
    called: set[str] = set()
    for item in in_body:
        if isinstance(item, Cluster):
            yield item
        elif item not in called:
            called.add(item)
            # A note that cites nothing takes a number all the same.
            yield from in_notes.get(item) or (Cluster("", (), 0, item),)
    for label, clusters in in_notes.items():
        if label not in called:
            yield from clusters
