"""Pictures that give their alternative text in braces: what is in their square brackets is then a caption.

Pandoc and Quarto describe the form under "Images" and "Figures": `![A caption](map.png){#fig-map alt="What it shows"}`,
alone in its paragraph; Quarto also writes `fig-alt`. With an id as there, `fig-map`, the caption does for both. Without
such attributes the brackets hold the alternative text, as in every Markdown.
"""

import re
from collections.abc import Iterable

from markdown.extensions.attr_list import get_attrs_and_remainder

from .held import HeldDivision
from .level import Level, begins_block, is_blank

_WORDS = r"[^\[\]\\]|\\."
for _ in range(2):
    _WORDS = rf"{_WORDS}|\[(?:{_WORDS})*\]"
_PICTURE = re.compile(
    rf"\ {{0,3}}!\[(?P<words>(?:{_WORDS})+)\]"
    r"""(?P<address>\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))+)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))\{:?(?P<inside>[^{}]*)\}\s*$""",
)
_OWN_CAPTION = re.compile(r"[ ]*/{3,}[ ]*[\w-]*caption")
_MARKUP = re.compile(r"\s*\^?\[[@^][^\[\]]*\]|\]\([^()]*\)|\{[^{}]*\}|[\[\]*`\\]|(?<!\w)_+|_+(?!\w)")
"""What is in a caption that is no word of it."""
_OF_FIGURES = re.compile(r"fig[-:]")
"""What the id of a picture begins with that Quarto and pandoc-crossref number as a figure."""
_ALTERNATIVES = ("alt", "fig-alt")
_NO_WORD = re.compile(r"[\W_]+")
_MOST_LINES = 60


def read_picture(level: Level, line: str) -> bool:
    """Take a picture, alone in its paragraph, with its alternative text in braces; the brackets hold its caption.

    A block `/// caption` that follows it is its caption instead.
    """
    if level.in_text or not line.lstrip().startswith("!["):
        return False
    end = level.at + 1
    while end < len(level.lines) and not is_blank(level.lines[end]) and not begins_block(level.lines[end]):
        end += 1
    if end - level.at > _MOST_LINES or _has_own_caption(level, end):
        return False
    match = _PICTURE.match(" ".join(each.strip() for each in level.lines[level.at : end]))
    if match is None:
        return False
    pairs, remainder = get_attrs_and_remainder(match["inside"] + "}")
    alternative = next((value for name in _ALTERNATIVES for key, value in pairs if key == name and value), None)
    if alternative is None and any(key == "id" and _OF_FIGURES.match(value or "") for key, value in pairs):
        alternative = _MARKUP.sub("", match["words"]).strip()
    if alternative is None or remainder.strip("}").strip():
        return False
    own = tuple((name, value) for name, value in pairs if name == "id" and value)
    kept = [("alt", alternative), *((name, value) for name, value in pairs if name not in {"id", *_ALTERNATIVES})]
    # By its first words the figure is found again in the text; the alternative text takes their place on the page.
    picture = f"![{_NO_WORD.sub(' ', match['words'])}]{match['address']}{{{_written(kept)}}}"
    level.hold(HeldDivision("figure", own, (picture,), match["words"].strip(), "figure-caption"), "figure", end)
    return True


def _has_own_caption(level: Level, end: int) -> bool:
    following = next((each for each in level.lines[end:] if not is_blank(each)), "")
    return _OWN_CAPTION.match(following) is not None


def _written(pairs: Iterable[tuple[str, str]]) -> str:
    """Return attributes as the extension reads them.

    It has no way to write a value with both sorts of straight quotes: the double ones become typographic.
    """
    words = []
    for name, value in pairs:
        if name == ".":
            words.append(f".{value}")
        elif '"' in value and "'" not in value:
            words.append(f"{name}='{value}'")
        else:
            words.append(f'{name}="{value.replace(chr(34), "”")}"')
    return " ".join(words)
