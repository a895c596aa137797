"""Roles of MyST in a line, `{sup}`th``: a name in braces and the words between backticks right after it.

Those that set words apart, lead somewhere, cite or explain are read. Of any other nothing is made: the chapter shows it
as it is written, and it is reported.
"""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..citations import CITATION_TAG
from .in_line import FORMULA_TAG, in_code

ROLE_LINK_TAG = "pb-link"
"""A link or a cross-reference that is written as a role, in the element tree."""
ROLE = r"\{(?P<role>[a-zA-Z][\w:.+-]*)\}(?P<ticks>`+)(?!`)(?P<words>.+?)(?<!`)(?P=ticks)(?!`)"
_WRITTEN = rf"(?<![\\`]){ROLE}"
_BEFORE_FORMULAS = 192
"""The priority at which no code has been read, and no dollar sign."""
_LED = re.compile(r"(?P<words>.*?)\s*<(?P<target>[^<>]+)>\s*\Z", re.DOTALL)
_KEYS = re.compile(r"[^\s,;{}\[\]@]+(?:\s*[,;]\s*[^\s,;{}\[\]@]+)*\s*\Z")
_EXPLAINED = re.compile(r"(?P<words>.+?)\s*\((?P<meaning>.+)\)\s*\Z", re.DOTALL)
_NUMBER = re.compile(r"%s|\{(?:number|name)\}")
_PAGE = re.compile(r"[^#?]+\.(?:md|ipynb|qmd|Rmd)(?:#.*)?\Z")

Make = Callable[[str, str], Element | None]
"""Makes an element of the name of a role and its words; None where they are not as the role has them."""


class RoleProcessor(InlineProcessor):
    """Makes an element of each role that is known."""

    def __init__(self, md: Markdown, makers: Mapping[str, Make]) -> None:
        super().__init__(_WRITTEN, md)
        self.compiled_re = re.compile(_WRITTEN, re.DOTALL)
        self.makers = makers

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        name = m["role"].lower()
        make = self.makers.get(name) or next((each for key, each in _KINDS.items() if name.startswith(key)), None)
        made = make(name, m["words"].strip()) if make and not in_code(data, m.start()) else None
        if made is None:
            return None, None, None
        if made.tag in (ROLE_LINK_TAG, CITATION_TAG):
            made.set("written", m[0])
        return made, m.start(0), m.end(0)


def register_roles(md: Markdown, *, formulas: bool) -> None:
    """Register what reads roles; `formulas` says whether formulas are ours to draw."""
    makers = {**_MAKERS, **({"math": _formula} if formulas else {})}
    md.inlinePatterns.register(RoleProcessor(md, makers), "pb-role", _BEFORE_FORMULAS)


_CITED = frozenset("cite cite:p cite:ps cite:alp cite:np citep footcite footcite:p fullcite cite:full".split())
_CITED_IN_SENTENCE = frozenset("cite:t cite:ts cite:ct citet footcite:t".split())


def _citation(name: str, words: str) -> Element | None:
    """Return a citation as pandoc has it."""
    if not _KEYS.match(words):
        return None
    keys = re.split(r"\s*[,;]\s*", words)
    several = "; ".join(f"@{key}" for key in keys)
    as_pandoc = several if name in _CITED_IN_SENTENCE and len(keys) == 1 else f"[{several}]"
    return Element(CITATION_TAG, {"words": as_pandoc})


def _formula(_: str, words: str) -> Element:
    made = Element(FORMULA_TAG, {"source": words, "display": ""})
    made.text = AtomicString("")
    return made


def _set_apart(tag: str, classes: str = "", *, plain: bool = False) -> Make:
    """Return what sets words apart in an element; `plain` says whether markup in them is to be seen."""

    def make(_: str, words: str) -> Element:
        element = Element(tag, {"class": classes} if classes else {})
        element.text = AtomicString(words) if plain else words
        return element

    return make


def _name_of_code(_: str, words: str) -> Element:
    """Return the name of a function or a class; a tilde or an exclamation mark before it is for links alone."""
    led = _LED.match(words)
    element = Element("code")
    element.text = AtomicString((led["words"] if led and led["words"] else words).lstrip("~!"))
    return element


def _without_target(_: str, words: str) -> Element:
    """Return the words alone: names of the glossary are found by themselves."""
    led = _LED.match(words)
    element = Element("span")
    element.text = led["words"] if led and led["words"] else words
    return element


def _path_of_menus(_: str, words: str) -> Element:
    element = Element("strong")
    element.text = re.sub(r"\s*--?>\s*", " › ", words)
    return element


def _explained(_: str, words: str) -> Element:
    """Return an abbreviation, with what it stands for if that is in brackets after it."""
    match = _EXPLAINED.match(words)
    element = Element("abbr", {"title": match["meaning"]} if match else {})
    element.text = match["words"] if match else words
    return element


def _reference(_: str, words: str) -> Element:
    """Return a link to a label; one without words says what it leads to, and so does one with a place for a number."""
    led = _LED.match(words)
    said, target = (led["words"], led["target"]) if led else ("", words)
    own = "-".join(target.split()).removeprefix("#")
    return _link("" if _NUMBER.search(said) else said, f"#{own}")


def _page(_: str, words: str) -> Element:
    led = _LED.match(words)
    said, target = (led["words"], led["target"]) if led else ("", words)
    target = target.removeprefix("/")
    return _link(said, target if _PAGE.match(target) else f"{target}.md")


def _file(_: str, words: str) -> Element:
    """Return a link to a file; one without words says its name."""
    led = _LED.match(words)
    target = led["target"] if led else words
    return _link((led and led["words"]) or target.rpartition("/")[2], target)


def _address(_: str, words: str) -> Element | None:
    """Return a link that looks like a button or a badge; what is a label and no address is referred to."""
    led = _LED.match(words)
    target = led["target"] if led else words
    if "://" in target or target.startswith(("#", "mailto:")):
        return _link((led and led["words"]) or target, target)
    return None


def _link(words: str, target: str) -> Element:
    element = Element(ROLE_LINK_TAG, {"href": target})
    element.text = words
    return element


_CODE = _set_apart("code", plain=True)
_MAKERS: Mapping[str, Make] = {
    **dict.fromkeys((*_CITED, *_CITED_IN_SENTENCE), _citation),
    **dict.fromkeys(("sub", "subscript"), _set_apart("sub")),
    **dict.fromkeys(("sup", "superscript"), _set_apart("sup")),
    **dict.fromkeys(("strong", "guilabel"), _set_apart("strong")),
    **dict.fromkeys(("emphasis", "dfn", "title-reference", "title", "t"), _set_apart("em")),
    **dict.fromkeys(("del", "delete", "strike"), _set_apart("del")),
    **dict.fromkeys(("u", "underline"), _set_apart("span", "pb-underline")),
    **dict.fromkeys(("smallcaps", "sc"), _set_apart("span", "pb-small-caps")),
    **dict.fromkeys(("code", "literal", "samp", "file", "command", "program", "option", "envvar", "regexp"), _CODE),
    **dict.fromkeys(("class", "func", "meth", "mod", "attr", "obj", "data", "exc", "const"), _name_of_code),
    "kbd": _set_apart("kbd", plain=True),
    "menuselection": _path_of_menus,
    **dict.fromkeys(("abbr", "abbreviation"), _explained),
    **dict.fromkeys(("term", "index"), _without_target),
    **dict.fromkeys(("ref", "numref", "eq", "any", "prf:ref"), _reference),
    "doc": _page,
    "download": _file,
    "button": _address,
}
_KINDS: Mapping[str, Make] = {
    "bdg-ref": _reference,
    "bdg-link": _address,
    "bdg": _set_apart("span"),
    "py:": _name_of_code,
    "c:": _name_of_code,
    "js:": _name_of_code,
}
"""Roles by how their names begin, the longer beginnings first."""
