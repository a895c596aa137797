"""Tabs, cards and panels of MyST and Sphinx: each follows the one before it, below its title."""

import re
from collections.abc import Iterator, Sequence

from .boxes import CLOSING_COLONS, OPENING_COLONS
from .captioned import put_captioned
from .directive_syntax import Directive
from .fences import opening_fence
from .held import HeldDivision
from .level import Level, is_blank

_HEADER, _FOOTER, _BETWEEN = re.compile(r"\^{3,} *$"), re.compile(r"\+{3,} *$"), re.compile(r"-{3,} *$")
_CLASSES = re.compile(r":(?:column|card|body|header|footer|container|img-top(?:-cls)?|img-bottom(?:-cls)?): ")
_PICTURES = ("img-top", "img-bottom", "img-background")
CARD_OPTIONS = frozenset(("header", "footer", "link", "link-type", "link-alt", "img-alt", *_PICTURES))


def put_contents(level: Level, directive: Directive, end: int) -> None:
    """Take what only holds other blocks; what is after its name says how many columns there are."""
    with_id(level, directive, end)
    level.put(level.inner(directive.lines, directive.first).read(), "text", end)


def put_tab(level: Level, directive: Directive, end: int) -> None:
    """Take a tab."""
    title = directive.words
    if directive.name == "code-tab":
        language, _, words = title.partition(" ")
        title = words.strip() or language
        # Its contents are code of that language.
        fence = "`" * max(3, 1 + max((len(each) - len(each.lstrip("`")) for each in directive.lines), default=0))
        lines = [f"{fence}{language}", *directive.lines, fence]
        put_captioned(level, title, lines, directive.first - 1, end)
        return
    with_id(level, directive, end)
    put_captioned(level, title, directive.lines, directive.first, end)


def put_card(level: Level, directive: Directive, end: int) -> None:
    """Take a card with its header, its picture and its footer."""
    options, title = directive.options, directive.words
    with_id(level, directive, end)
    target = _target_of(options.get("link", ""), options.get("link-type", ""))
    above = [options["header"], ""] if options.get("header") else []
    below = ["", options["footer"]] if options.get("footer") else []
    for option in _PICTURES:
        if path := options.get(option):
            picture = f"![{options.get('img-alt', '')}](<{path}>)"
            above, below = (above, [*below, "", picture]) if option == "img-bottom" else ([picture, "", *above], below)
    if target and not title:
        below = [*below, "", f"[{options.get('link-alt', '')}]({target})"]
    elif target:
        title = f"[{title}]({target})"
    lines = _without_rules(directive.lines)
    put_captioned(level, title, [*above, *lines, *below], directive.first - len(above), end)


def put_panels(level: Level, directive: Directive, end: int) -> None:
    """Take cards that are separated by rules."""
    for lines, first in _parts(directive.lines, directive.first):
        count = 0
        while count < len(lines) and (is_blank(lines[count]) or _CLASSES.match(lines[count])):
            count += 1
        put_captioned(level, "", _without_rules(lines[count:]), first + count, end)


def put_button(level: Level, directive: Directive, end: int) -> None:
    """Take a link that looks like a button; one without words says what it leads to."""
    refers = directive.name == "button-ref" or directive.options.get("type") == "ref"
    words = directive.options.get("text") or " ".join(" ".join(directive.lines).split())
    target = _target_of(directive.words, "ref" if refers else "")
    level.put((f"[{words or (target if '://' in target else '')}]({target})",), "text", end)


def with_id(level: Level, directive: Directive, end: int) -> None:
    """Take the id of a directive that is no element of its own."""
    if directive.own_id:
        level.hold(HeldDivision("div", (("id", directive.own_id),), ()), "text", end)


def _target_of(link: str, kind: str) -> str:
    """Return where a link leads whose kind is named: an address, a label or a page."""
    if kind in ("ref", "any") and "://" not in link:
        return f"#{link.removeprefix('#')}"
    return f"{link}.md" if kind == "doc" and not link.endswith(".md") else link


def _without_rules(lines: Sequence[str]) -> list[str]:
    """Return the lines of a card without those that only separate its header and its footer from the rest."""
    outer = frozenset(_outer(lines))
    return ["" if n in outer and (_HEADER.match(line) or _FOOTER.match(line)) else line for n, line in enumerate(lines)]


def _parts(lines: Sequence[str], first: int) -> Iterator[tuple[list[str], int]]:
    """Yield the lines between rules, each time with the number of the first of them."""
    start = 0
    for number in [n for n in _outer(lines) if _BETWEEN.match(lines[n])]:
        yield list(lines[start:number]), first + start
        start = number + 1
    yield list(lines[start:]), first + start


def _outer(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are within no fence and no colons of their own."""
    fence, depth = "", 0
    for number, line in enumerate(lines):
        if fence:
            fence = "" if line.strip().startswith(fence) and not line.strip().strip(fence[0]) else fence
            continue
        if opening := opening_fence(line):
            fence = opening["fence"]
        elif OPENING_COLONS.match(line):
            depth += 1
        elif CLOSING_COLONS.match(line):
            depth = max(0, depth - 1)
        elif depth == 0:
            yield number
