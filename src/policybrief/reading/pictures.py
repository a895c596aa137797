"""SVG pictures: finds and refuses everything that would run, load or take over a page if a reader opens one.

A page only displays a picture. Opened separately, it is a document of the site with its own scripts, links and styles,
which the security policy of the pages does not cover.
"""

import re
from collections.abc import Sequence
from pyexpat import ExpatError, ParserCreate

from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Place, Problem, capped
from .text import decoded, shown

SUFFIXES = (".svg", ".svgz")

_FORBIDDEN = frozenset("script handler listener foreignobject iframe embed object audio video".split())
_FORBIDDEN_NAMESPACES = frozenset(
    (
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2001/xml-events",
        "http://www.mozilla.org/xbl",
    )
)
_UTF8 = frozenset(("utf-8", "us-ascii", "ascii"))
_LIKE_ASCII = frozenset(("iso-8859-1", "latin1", "windows-1252"))
"""Encodings in which ASCII-only files have the same bytes as in UTF-8."""
_EMBEDDED = r"data:(?:image/(?:png|jpe?g|gif|webp|avif)|(?:application/(?:x-)?)?font[-/][\w.+-]+)[;,]"
_INSIDE = re.compile(rf"(?:#.*|{_EMBEDDED}.*)?", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"(?:https?|mailto):.*|(?![a-z][a-z0-9+.-]*:)(?!//).*", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REACHES_OUT = re.compile(
    rf"@import|\burl\(\s*[\"']?\s*(?!#|{_EMBEDDED})|\b(?:image-set|image|src|expression)\(|-moz-binding|\bbehavior\s*:",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_SAVE_PLAIN = "save it as plain SVG without it; anyone who opens the picture itself would run or load it"


class _Stopped(Exception):  # noqa: N818 - no error: the rest of the file is not read
    """The file is unsafe to read any further."""


def svg_problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """Return everything in an SVG file besides a drawing, at most `MOST_ON_A_PAGE` places and one more.

    Entities are not expanded, and files that it refers to are not opened.
    """
    if path.lower().endswith("z"):
        hint = "unpack it, and name it .svg; web servers compress files themselves"
        return (Problem(Code.UNSAFE_PICTURE, Place(path), f"{shown(path)} is compressed and cannot be checked", hint),)
    text, problems = decoded(data, path)
    if text is None:
        return problems
    return tuple(capped(_PictureReading(text.removeprefix("\ufeff"), path).problems()))


class _PictureReading:
    """One file while it is parsed."""

    def __init__(self, text: str, path: str) -> None:
        self.source = Source(path, text, 1)
        self.data = text.encode()
        self.found: list[Problem] = []
        self.depth = 0
        self.refused_at = 0
        """The depth of the current refused element; 0 outside of one."""
        self.styles: list[str] | None = None
        """The pieces of the current style sheet."""
        self.styles_at = 0
        """The position where it began, in characters."""
        # Ignore the encoding that the file declares: a browser that used it would read other characters than we do.
        self.parser = ParserCreate("utf-8", namespace_separator=" ")
        self.parser.ordered_attributes = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._characters
        self.parser.EndElementHandler = self._end

    def problems(self) -> list[Problem]:
        """Read the file, and return its problems."""
        try:
            self.parser.Parse(self.data, True)
        except _Stopped:
            pass
        except ExpatError as error:
            seen = f"cannot read the picture: {str(error).partition(':')[0]}"
            hint = "no browser can show it; save it again as plain SVG"
            place = Place(self.source.path, error.lineno, error.offset + 1)
            self.found.append(Problem(Code.UNSAFE_PICTURE, place, seen, hint))
        return self.found

    def _refuse(self, seen: str, word: str = "") -> None:
        """Report the current part; `word` is the text to look for in it."""
        at = self._offset()
        # The default value of an attribute is declared elsewhere.
        found = self.source.text.find(word, at)
        self._add(self.source.place(found if found >= 0 else at), seen)

    def _offset(self) -> int:
        """Return the position of the current part, in characters."""
        return len(self.data[: self.parser.CurrentByteIndex].decode())

    def _add(self, place: Place, seen: str, hint: str = _SAVE_PLAIN) -> None:
        """Report a problem, each kind once, because the file must be saved again as a whole."""
        if any(each.message == seen for each in self.found):
            return
        self.found.append(Problem(Code.UNSAFE_PICTURE, place, seen, hint))
        if len(self.found) > MOST_ON_A_PAGE:
            raise _Stopped

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        name = (encoding or "utf-8").lower()
        if name not in _UTF8 and not (name in _LIKE_ASCII and self.data.isascii()):
            seen = f"the picture declares the encoding {shown(name)}"
            self._add(self.source.place(self._offset()), seen, "save it with the encoding UTF-8")
            raise _Stopped

    def _entity(self, name: str, *_: object) -> None:
        at = self.source.text.rfind("<!ENTITY", 0, self._offset())
        self._add(self.source.place(max(at, 0)), f"the picture defines the entity {shown(name)}")
        raise _Stopped

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("the picture asks for a style sheet")

    def _start(self, name: str, attributes: Sequence[str]) -> None:
        self.depth += 1
        if self.refused_at:
            return
        space, _, local = name.rpartition(" ")
        element = local.lower()
        if element in _FORBIDDEN or space in _FORBIDDEN_NAMESPACES:
            self.refused_at = self.depth
            self._refuse(f"the picture holds an element '<{local}>'")
            return
        for full, value in zip(attributes[::2], attributes[1::2], strict=True):
            self._attribute(element, full, value)
        if element == "style":
            self.styles, self.styles_at = [], self._offset()

    def _attribute(self, element: str, full: str, value: str) -> None:
        space, _, name = full.rpartition(" ")
        lowered, seen = name.lower(), _UNSEEN.sub("", value)
        if lowered.startswith("on") and not space:
            self._refuse(f"the picture holds the attribute '{name}', which runs a script", name)
        elif lowered == "href" or (lowered == "base" and space):
            if not (_INSIDE.fullmatch(seen) or (element == "a" and lowered == "href" and _LINK.fullmatch(seen))):
                self._refuse(f"the picture refers to {shown(value)}", name)
        elif lowered == "attributename" and _leads_or_runs(seen):
            self._refuse(f"the picture changes the attribute {shown(value)} of an element", name)
        elif _reaches_out(value):
            self._refuse(f"the attribute '{name}' of the picture loads something", name)

    def _characters(self, words: str) -> None:
        if self.styles is not None:
            self.styles.append(words)

    def _end(self, name: str) -> None:
        if self.refused_at == self.depth:
            self.refused_at = 0
        self.depth -= 1
        if self.styles is not None and name.rpartition(" ")[2].lower() == "style":
            if _reaches_out("".join(self.styles)):
                self._add(self.source.place(self.styles_at), "the styles of the picture load something")
            self.styles = None


def _leads_or_runs(attribute: str) -> bool:
    name = attribute.rpartition(":")[2].lower()
    return name in ("href", "base") or name.startswith("on")


def _reaches_out(css: str) -> bool:
    """Return whether styles load anything, even if written with escapes."""
    if "(" not in css and "@" not in css and "\\" not in css and ":" not in css:
        return False
    plain = _COMMENT.sub("", _ESCAPE.sub(_unescaped, css))
    return _REACHES_OUT.search(plain) is not None


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    point = int(match[1], 16)
    return chr(point) if 0 < point <= 0x10FFFF else "\ufffd"
